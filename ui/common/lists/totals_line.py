"""The line of totals under a list, each sum under its column."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from db.rules.formats import Value
from ui.common.lists.columns import cell_text
from ui.common.lists.foot_line import FootLine
from ui.common.lists.record_table import RecordTable


class TotalsLine(FootLine):
    """Is there while something adds up; read out as one sentence."""

    def __init__(self, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(table, parent)
        self._columns = table.list_model.columns

    def show_totals(self, totals: Mapping[str, Value]) -> None:
        self.setVisible(bool(totals))
        sums = {
            at: cell_text(totals[column.key])
            for at, column in enumerate(self._columns)
            if column.key in totals
        }
        said = "; ".join(f"{self._columns[at].title}: {words}" for at, words in sums.items())
        self.show_numbers(sums, said)
