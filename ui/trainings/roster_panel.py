"""The roster under the form of a training session: type part of a name, Enter, next."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.forms.finder_editor import FinderEditor
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
        self._is_folded = False
        self._show()

    def take_focus(self) -> None:
        self.fold(False)
        self.finder.setFocus()

    def fold(self, folded: bool) -> None:
        """Show the title alone, so that a form above has the room; a click on it or Tab opens the roster again."""
        self._is_folded = folded
        self.setMinimumHeight(0 if folded else _LEAST_HEIGHT)
        # Tab has to find something to go to.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if folded else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if folded else Qt.CursorShape.ArrowCursor)
        self._show_parts()

    def focusInEvent(self, _: QFocusEvent) -> None:
        self.take_focus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_folded:
            self.take_focus()
        else:
            super().mousePressEvent(event)

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
        self._words = texts.ROSTER.format(count=len(officials))
        self.names.clear()
        self.names.addItems([official_line(official) for official in officials])
        for at in range(self.names.count()):
            self.names.item(at).setToolTip(self.names.item(at).text())
        self.names.setAccessibleName(self._words)
        self.hint.setText(texts.ROSTER_EMPTY if is_open else texts.ROSTER_CLOSED)
        self.finder.setEnabled(is_open)
        self.remove_button.setEnabled(bool(officials))
        self._show_parts()

    def _show_parts(self) -> None:
        is_open, has_names = not self._is_folded, bool(self._presenter.officials)
        folded = texts.ROSTER_FOLDED.format(title=self._words)
        self.title.setText(self._words if is_open else folded)
        self.hint.setVisible(is_open and not has_names)
        self.names.setVisible(is_open and has_names)
        self.finder.setVisible(is_open)
        self.remove_button.setVisible(is_open)

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
