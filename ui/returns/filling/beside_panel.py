"""The chosen column over this period, since the start of the year, and both a year before, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.rules.formats import Value
from db.rules.returns.check_findings import TOTAL_ROW
from db.services.returns.cell_sources import SIDES, SideBySide
from ui.common import theme
from ui.common.lists.columns import Column, number_column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.returns.filling import work_texts as texts

_WIDTHS = (64, 84, 132, 122)
COLUMNS = (
    Column(texts.BESIDE_UNIT, "name", 130, sortable=False),
    *(number_column(texts.SIDES[over], over, width) for over, width in zip(SIDES, _WIDTHS, strict=True)),
)


@dataclass(frozen=True)
class SideLine:
    """A unit as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class BesidePanel(QWidget):
    """Shows one measure; the unit of the current row is chosen in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, SideLine] = {}
        self._codes: tuple[str, ...] = ()
        self.title = QLabel(texts.BESIDE_NONE)
        self.title.setFont(theme.strong(self.font()))
        self.title.setWordWrap(True)
        self.model = ListModel(COLUMNS, lambda ids: [self._lines[item] for item in ids], self)
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.BESIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 2, theme.STEP, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)

    def show_sides(self, sides: SideBySide | None, row: str = TOTAL_ROW) -> None:
        """Show a measure, the whole scope last; none where the column has none."""
        self.title.setText(
            texts.BESIDE_OF.format(title=sides.title, unit=sides.unit) if sides else texts.BESIDE_NONE
        )
        self._codes = tuple(sides.values) if sides else ()
        self._lines = {at: _line(at, code, sides) for at, code in enumerate(self._codes, start=1) if sides}
        self.model.show_ids(tuple(self._lines), {})
        self.table.setVisible(sides is not None)
        self.choose(row)

    def choose(self, row: str) -> None:
        """Choose the line of a row of the form."""
        code = row.partition("#")[0]
        if code in self._codes:
            self.table.choose(self._codes.index(code) + 1)


def _line(number: int, code: str, sides: SideBySide) -> SideLine:
    values: Sequence[Value] = sides.values[code]
    cells: dict[str, Value] = {"name": sides.names.get(code, texts.BESIDE_TOTAL)}
    return SideLine(number, cells | dict(zip(SIDES, values, strict=True)))
