"""The table of the units below: a row for each, a column for each return of the year."""

from PySide6.QtWidgets import QAbstractItemView, QWidget

from db.services.returns.due import DueReturn
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.lists.standing_cells import ToneDelegate
from ui.returns.due import texts
from ui.returns.due.matrix import EARLIER, TONE, MatrixRow
from ui.returns.due.presenter import DuePresenter

# A row has a cell for each return of the year: only what is in sight is written.
_CHUNK = 40


class MatrixView(RecordTable):
    """Shows the matrix of a presenter; a cell is a return."""

    def __init__(self, presenter: DuePresenter, parent: QWidget | None = None) -> None:
        self._presenter = presenter
        model = ListModel(presenter.matrix.columns, presenter.rows, chunk=_CHUNK)
        super().__init__(model, parent)
        model.setParent(self)
        self.setAccessibleName(texts.MATRIX)
        # A return is a cell: the one of which something is said must be seen.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def show_matrix(self) -> None:
        """Show the matrix as it is now; the cursor stays where the columns are the same."""
        at, model = self.currentIndex(), self.list_model
        place = (at.row(), at.column())
        if self._presenter.matrix.columns != model.columns:
            model.show_columns(self._presenter.matrix.columns)
            self.set_widths()
            self._dress()
        model.show_ids(self._presenter.shown_units, {})
        if 0 <= place[0] < model.rowCount() and place[1] < model.columnCount():
            self.setCurrentIndex(model.index(*place))

    def take_focus(self) -> None:
        """Put the cursor into the table, on the first return where none is chosen."""
        if not self.currentIndex().isValid() and self.list_model.rowCount():
            self.setCurrentIndex(self.list_model.index(0, min(1, self.list_model.columnCount() - 1)))
        self.setFocus()

    def chosen(self) -> tuple[DueReturn, ...]:
        """Return the returns of the chosen cells, unit by unit."""
        rows = {row.id: row for row in self._presenter.rows(self.chosen_ids())}
        model, cells = self.list_model, self.selectionModel().selectedIndexes()
        return tuple(
            item
            for at, column in sorted((index.row(), index.column()) for index in cells)
            for item in _in_column(rows[model.row_id(at)], model.columns[column].key)
        )

    def _dress(self) -> None:
        for at, column in enumerate(self.list_model.columns[1:], start=1):
            self.setItemDelegateForColumn(at, ToneDelegate(self.list_model, self, TONE + column.key))


def _in_column(row: MatrixRow, key: str) -> tuple[DueReturn, ...]:
    if key == EARLIER:
        return row.earlier
    return (row.returns[key],) if key in row.returns else ()
