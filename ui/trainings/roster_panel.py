"""The roster under the form of a training session: type part of a name, Enter, next."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.finder_editor import FinderEditor
from ui.trainings import texts
from ui.trainings.presenter import RosterPresenter, official_line

_LEAST_HEIGHT, _HEIGHT = 128, 220


class RosterPanel(QWidget):
    """The officials of the session in the form."""

    def __init__(self, presenter: RosterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        # On a low screen the form above needs the room more.
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setMaximumHeight(_HEIGHT)
        self.title = QLabel()
        self.title.setFont(theme.strong(self.font()))
        self.finder = FinderEditor(presenter.found)
        self.finder.setPlaceholderText(texts.ROSTER_HINT)
        self.finder.setAccessibleName(texts.ROSTER_HINT)
        self.names = QListWidget()
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remove_button = QPushButton(texts.ROSTER_REMOVE)
        self.remove_button.setToolTip(texts.ROSTER_REMOVE_TIP)
        self.remove_button.setAutoDefault(False)
        self._lay_out()
        self.finder.settled.connect(self._on_settled)
        self.finder.went_on.connect(self._on_settled)
        self.finder.returnPressed.connect(self._on_settled)
        self.remove_button.clicked.connect(self._remove)
        self.names.installEventFilter(self)
        presenter.changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F6)
        ):
            self._remove()
            return True
        return super().eventFilter(watched, event)

    def _on_settled(self) -> None:
        code = self.finder.chosen()
        if code:
            self._presenter.add(int(code))
            self.finder.set_choice("", "")
            self.finder.setFocus()

    def _remove(self) -> None:
        at = self.names.currentRow()
        if at >= 0:
            self._presenter.remove(at)
            self.names.setCurrentRow(min(at, self.names.count() - 1))

    def _show(self) -> None:
        officials, is_open = self._presenter.officials, self._presenter.training_id is not None
        self.title.setText(texts.ROSTER.format(count=len(officials)))
        self.names.clear()
        self.names.addItems([official_line(official) for official in officials])
        for at in range(self.names.count()):
            self.names.item(at).setToolTip(self.names.item(at).text())
        self.names.setAccessibleName(self.title.text())
        self.hint.setText(texts.ROSTER_EMPTY if is_open else texts.ROSTER_CLOSED)
        self.hint.setVisible(not officials)
        self.names.setVisible(bool(officials))
        self.finder.setEnabled(is_open)
        self.remove_button.setEnabled(bool(officials))

    def _lay_out(self) -> None:
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addWidget(self.finder, 1)
        row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 2, theme.STEP * 2, theme.STEP)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.hint, 1)
        column.addWidget(self.names, 1)
