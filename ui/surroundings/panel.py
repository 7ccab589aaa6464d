"""The list of what the machine has to offer: a mark, a name and a sentence for each, and a button to look again."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.surroundings import Judgement, Matter, Standing
from ui.common import icons, surroundings_texts, theme
from ui.common.surroundings_words import line, sentence
from ui.surroundings import texts
from ui.surroundings.presenter import SurroundingsPresenter

_MARK = 16
# What is slow to look at is looked at once the page was seen.
_PAINTED_MS = 30
_ICONS = {
    Standing.GOOD: "check_ring",
    Standing.NOTE: "note",
    Standing.CAUTION: "warning",
    Standing.REFUSED: "barred",
}


class SurroundingsPanel(QWidget):
    """Begins to look when it is first shown."""

    def __init__(self, presenter: SurroundingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.lines = {matter: _Line(matter) for matter in Matter}
        self.again_button = QPushButton(texts.AGAIN)
        self._is_begun = False
        self._lay_out()
        presenter.changed.connect(self._show)
        self.again_button.clicked.connect(presenter.begin)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_begun:
            self._is_begun = True
            QTimer.singleShot(_PAINTED_MS, self, self.presenter.begin)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        for matter, shown in self.lines.items():
            shown.show_judgement(self.presenter.judgements.get(matter))
        self.again_button.setEnabled(not self.presenter.is_looking)

    def _lay_out(self) -> None:
        heading = QLabel(texts.HEADING)
        heading.setFont(theme.strong(self.font()))
        self.again_button.setToolTip(texts.AGAIN_TIP)
        # Enter on this button looks again; elsewhere on a page it goes on.
        self.again_button.setAutoDefault(True)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addSpacing(theme.GROUP)
        head.addWidget(self.again_button)
        head.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.STEP * 2)
        grid.setVerticalSpacing(theme.STEP)
        grid.setColumnStretch(2, 1)
        for row, shown in enumerate(self.lines.values()):
            for column, part in enumerate((shown.mark, shown.name, shown.words)):
                part.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(part, row, column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.STEP * 2)
        whole.addLayout(head)
        whole.addLayout(grid)


class _Line:
    """The three parts of one line."""

    def __init__(self, matter: Matter) -> None:
        self.mark, self.words = QLabel(), QLabel(texts.LOOKING)
        self.name = QLabel(surroundings_texts.MATTERS[matter])
        self.mark.setFixedWidth(_MARK + theme.STEP)
        self.words.setWordWrap(True)

    def show_judgement(self, found: Judgement | None) -> None:
        if found is None:
            self.mark.clear()
            self.words.setText(texts.LOOKING)
            self.words.setAccessibleName("")
            return
        standing = found.standing
        self.mark.setPixmap(icons.picture(_ICONS[standing], _MARK, _color(standing)))
        self.mark.setToolTip(surroundings_texts.STANDINGS[standing])
        self.words.setText(sentence(found))
        self.words.setAccessibleName(line(found))


def _color(standing: Standing) -> QColor:
    match standing:
        case Standing.GOOD:
            return theme.done()
        case Standing.NOTE:
            return theme.accent_words()
        case Standing.CAUTION:
            return theme.soon()
        case Standing.REFUSED:
            return theme.late()
