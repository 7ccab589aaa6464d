"""What there is to know of one workbook, in tabs: what is wrong, its tags, what is not kept, how it looks filled."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from db.rules.findings import Finding
from db.rules.formats import number_text
from exports.returns.template_writing import PreviewSheet
from ui.common.findings_table import FindingsTable
from ui.return_templates import texts
from ui.return_templates.tables import LookPanel, losses_table, tags_table


class TemplateDetail(QTabWidget):
    """`look_wanted` when the tab of the filled workbook was opened and has nothing to show yet."""

    look_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.findings, self.tags, self.losses, self.look = (
            FindingsTable(),
            tags_table(),
            losses_table(),
            LookPanel(),
        )
        self._is_looked = False
        self.setAccessibleName(texts.TABS_NAME)
        for part in (self.findings, self.tags, self.losses, self.look):
            self.addTab(part, "")
        self.setTabText(3, texts.LOOK_TAB)
        self.currentChanged.connect(self._on_tab)
        self.show_template((), (), ())

    def show_template(
        self,
        findings: Sequence[Finding],
        tags: Sequence[Sequence[str]],
        losses: Sequence[Sequence[str]],
    ) -> None:
        """Show another workbook; what is wrong comes first, and only where something is."""
        self.findings.show_findings(findings)
        self.tags.show_rows(tags)
        self.losses.show_rows(losses)
        counts = ((texts.FOUND_TAB, findings), (texts.TAGS_TAB, tags), (texts.LOST_TAB, losses))
        for at, (words, rows) in enumerate(counts):
            self.setTabText(at, words.format(count=number_text(len(rows))))
        self.setTabVisible(0, bool(findings))
        self._is_looked = False
        self.look.forget(texts.LOOK_WRONG if findings else texts.LOOK_WAITS)
        wanted = 0 if findings else 1 if self.currentIndex() == 0 else self.currentIndex()
        self.setCurrentIndex(wanted)
        self._on_tab(wanted)

    def show_look(self, sheets: tuple[PreviewSheet, ...], told: str) -> None:
        self._is_looked = True
        self.look.show_sheets(sheets, told)

    def open_look(self) -> None:
        """Turn to the filled workbook."""
        self.setCurrentIndex(3)
        self.look.grid.setFocus()

    def _on_tab(self, at: int) -> None:
        if at == 3 and not self._is_looked and self.tags.rowCount() and not self.isTabVisible(0):
            self.look_wanted.emit()
