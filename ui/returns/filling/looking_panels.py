"""The lists under the forms: what wants a look, what differs from what was approved, what was approved before."""

from collections.abc import Mapping

from PySide6.QtWidgets import QTabWidget, QWidget

from db.services.returns.standings import ReturnStanding
from ui.common.screens.tabs import make_taller
from ui.returns.filling import texts, work_texts
from ui.returns.filling.differences_panel import DifferencesPanel
from ui.returns.filling.findings_panel import FindingsPanel
from ui.returns.filling.past_exports import PastExports


class LookingPanels(QTabWidget):
    """A tab for each list, with how much is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(work_texts.FINDINGS)
        self.findings, self.differences, self.past = FindingsPanel(), DifferencesPanel(), PastExports()
        for panel, words in (
            (self.findings, work_texts.FINDINGS),
            (self.differences, work_texts.DIFFERENCES),
            (self.past, texts.HISTORY),
        ):
            make_taller(self.tabBar(), self.addTab(panel, words))
        self.setCornerWidget(self.findings.word_button)
        self.currentChanged.connect(lambda at: self.findings.word_button.setVisible(at == 0))

    def show_standing(self, standing: ReturnStanding | None, set_titles: Mapping[str, str]) -> None:
        """Show the lists of a return; empty ones where there is none."""
        found = standing.found if standing else ()
        differences = standing.differences if standing else ()
        sheets = standing.hand.filled.sheets if standing else ()
        words = standing.hand.work.words if standing and standing.hand.work else {}
        self.findings.show_findings(found, sheets, words)
        self.differences.show_differences(differences, sheets)
        self.past.show_exports(standing.history if standing else (), set_titles)
        self._count(0, len(found), work_texts.FINDINGS, work_texts.FINDINGS_COUNT)
        self._count(1, len(differences), work_texts.DIFFERENCES, work_texts.DIFFERENCES_COUNT)
        self.setTabVisible(1, standing is not None and standing.frozen is not None)

    def look(self) -> None:
        """Show what wants a look and put the cursor there."""
        self.setCurrentIndex(0)
        table = self.findings.table
        if self.findings.found and table.current_id() is None:
            table.selectRow(0)
        (table if self.findings.found else self.findings).setFocus()

    def _count(self, at: int, count: int, plain: str, counted: str) -> None:
        self.setTabText(at, counted.format(count=count) if count else plain)
