"""The totals under the grid, each under its column, always in sight."""

from PySide6.QtWidgets import QTableView, QWidget

from db.rules.figure_definitions import Definition
from ui.common.lists.columns import cell_text
from ui.common.lists.foot_line import FootLine


class GridTotals(FootLine):
    """Adds nothing up itself: it is told each sum as it is known."""

    def __init__(self, table: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(table, parent)
        self._columns: tuple[Definition, ...] = ()
        self._sums: dict[str, int | None] = {}

    @property
    def sums(self) -> tuple[int | None, ...]:
        return tuple(self._sums.get(item.code) for item in self._columns)

    def show_columns(self, columns: tuple[Definition, ...]) -> None:
        """Stand under these columns; their sums come after."""
        self._columns, self._sums = columns, {}
        self._say()

    def show_sum(self, column: Definition, value: int | None) -> None:
        self._sums[column.code] = value
        self._say()

    def _say(self) -> None:
        words = [cell_text(value) for value in self.sums]
        said = zip(self._columns, words, strict=True)
        self.show_numbers(dict(enumerate(words)), "; ".join(f"{item.title}: {sum_}" for item, sum_ in said))
