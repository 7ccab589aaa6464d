"""A list of findings: place, value, words; any of it can be copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from db.rules.findings import Finding
from ui.common import texts, theme
from ui.common.finding_texts import finding_text

_WIDTHS = (150, 160)
# Beyond this nobody reads on: the file as a whole is another than was meant.
_MOST_SHOWN = 1_000


class FindingsTable(QTableWidget):
    """Shows findings in the order of the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._findings: tuple[Finding, ...] = ()
        self.setHorizontalHeaderLabels([texts.FINDING_PLACE, texts.FINDING_VALUE, texts.FINDING_WORDS])
        self.setAccessibleName(texts.FINDINGS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for at, width in enumerate(_WIDTHS):
            self.setColumnWidth(at, width)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = tuple(findings)
        shown = self._findings[:_MOST_SHOWN]
        self.setRowCount(len(shown))
        for row, finding in enumerate(shown):
            for column, words in enumerate((finding.place, finding.value, finding_text(finding))):
                self.setItem(row, column, QTableWidgetItem(words))
        self.resizeRowsToContents()

    def copy_all(self) -> None:
        """Put every finding on the clipboard, a line each, also those beyond what is shown."""
        lines = ("\t".join((item.place, item.value, finding_text(item))) for item in self._findings)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_chosen()
        else:
            super().keyPressEvent(event)

    def _copy_chosen(self) -> None:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        lines = ["\t".join(self._cell(row, column) for column in range(3)) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _cell(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""
