"""What is wrong with the set, each line leading to its place; over it what the whole comes to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.rules.findings import Finding
from ui.common import icons, theme
from ui.common.finding_texts import finding_text
from ui.common.nodes import texts
from ui.common.nodes.presenter import NodesPresenter

_SIGN, _ROWS = 16, 4


class FindingsList(QWidget):
    """Shows the presenter's judgement. `finding_chosen` with the one that was opened."""

    finding_chosen = Signal(object)

    def __init__(self, presenter: NodesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._next = 0
        self.total, self.state = QLabel(), QLabel()
        self.list = _Lines()
        self.list.setAccessibleName(texts.FINDINGS)
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(_ROWS * theme.ROW_HEIGHT)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self._lay_out()

    def show_judgement(self) -> None:
        """Show what the whole comes to and every finding."""
        judgement = self._presenter.judgement
        self.list.clear()
        self._next = 0
        self.setVisible(judgement is not None)
        if judgement is None:
            return
        self.total.setText(self._presenter.total_words())
        counts = {"errors": len(judgement.errors), "warnings": len(judgement.warnings)}
        self.state.setText(texts.FOUND.format(**counts) if judgement.findings else texts.SOUND)
        color = theme.late() if judgement.errors else theme.soon() if judgement.warnings else theme.done()
        self.state.setPalette(theme.colored(self.palette(), color))
        for finding in judgement.findings:
            self.list.addItem(self._line(finding, is_error=finding in judgement.errors))
        self.list.setVisible(bool(judgement.findings))

    def next(self) -> None:
        """Go to the next place that is wrong, after the last to the first."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow(self._next % count)
            self._on_activated(self.list.currentItem())

    def _line(self, finding: Finding, *, is_error: bool) -> QListWidgetItem:
        where = self._presenter.place_words(finding.place)
        weight = texts.ERROR if is_error else texts.WARNING
        words = texts.FINDING.format(weight=weight, where=where, words=finding_text(finding))
        color = theme.late() if is_error else theme.soon()
        line = QListWidgetItem(icons.picture("warning", _SIGN, color), words)
        line.setData(Qt.ItemDataRole.UserRole, finding)
        return line

    def _on_activated(self, line: QListWidgetItem) -> None:
        self._next = self.list.row(line) + 1
        self.finding_chosen.emit(line.data(Qt.ItemDataRole.UserRole))

    def _lay_out(self) -> None:
        self.total.setFont(theme.heading(self.font()))
        self.state.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(theme.GROUP)
        head.addWidget(self.total)
        head.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEP, 0, 0)
        column.setSpacing(theme.STEP)
        column.addLayout(head)
        column.addWidget(self.list)


class _Lines(QListWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)
