"""The model of a long list: it knows every id at once and fetches rows only where somebody looks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from db.rules.formats import Value
from ui.common import theme
from ui.common.borders import WHY, told_cell
from ui.common.lists.columns import Align, Column, cell_text

CHUNK = 200
ROW_ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
VALUE_ROLE = int(Qt.ItemDataRole.UserRole) + 2

# Plain numbers: a list asks some thousand times while it opens, and looking up Qt's enums costs more than the answer.
_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_ALIGN, _FONT = int(Qt.ItemDataRole.TextAlignmentRole), int(Qt.ItemDataRole.FontRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENT: Mapping[Align, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}
# Qt draws the arrow of the order over the last letter of a right-aligned head.
_ARROW_ROOM = "\u00a0" * 3
Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """What a list needs of a row; `db.services.listing.listings.ListRow` is one."""

    @property
    def id(self) -> int: ...
    @property
    def cells(self) -> Mapping[str, Value]: ...


class ListModel(QAbstractTableModel):
    """Rows by id. A draft has a negative id (minus the draft's number) and comes with its cells.

    A row whose cell `muted` is true is greyed; some other cell says why. Rows are fetched a `chunk` at a time.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[tuple[int, ...]], Sequence[Row]],
        parent: QObject | None = None,
        *,
        muted: str = "",
        chunk: int = CHUNK,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._muted, self._chunk = muted, chunk
        self.sorted_key = ""
        self._alignments = [_ALIGNMENT[column.align] for column in self.columns]
        self._fetch = fetch
        self._ids: tuple[int, ...] = ()
        self._cells: dict[int, Mapping[str, Value]] = {}
        self._drafts: Mapping[int, str] = {}
        self._draft_font = QFont()
        self._draft_font.setItalic(True)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show the rows under other columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._alignments = [_ALIGNMENT[column.align] for column in self.columns]
        self._cells = {}
        self.endResetModel()

    def show_ids(self, ids: tuple[int, ...], drafts: Mapping[int, str]) -> bool:
        """Show these rows, drafts first; returns whether the order changed, that is whether views lost their place."""
        shown = (*drafts, *ids)
        if shown == self._ids:
            self._drafts = drafts
            self.forget_rows()
            return False
        if self._ids and shown[: len(self._ids)] == self._ids:
            self._grow(shown, drafts)
            return False
        self.beginResetModel()
        self._ids, self._drafts, self._cells = shown, drafts, {}
        self.endResetModel()
        return True

    def _grow(self, shown: tuple[int, ...], drafts: Mapping[int, str]) -> None:
        self.beginInsertRows(QModelIndex(), len(self._ids), len(shown) - 1)
        self._ids, self._drafts = shown, drafts
        self.endInsertRows()
        self.forget_rows()

    def forget_rows(self) -> None:
        """Fetch afresh what is looked at next; every row stays where it is."""
        self._cells = {}
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_id(self, row: int) -> int:
        return self._ids[row]

    def row_of(self, row_id: int) -> int:
        """Return where a row stands, -1 where it is not in the list."""
        return self._ids.index(row_id) if row_id in self._ids else -1

    def value(self, row: int, key: str) -> Value:
        return self._cells_of(row).get(key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self._text(index.row(), index.column())
        if role == _ALIGN:
            return self._alignments[index.column()]
        if role == _FONT:
            return self._draft_font if self._ids[index.row()] < 0 else None
        return self._detail(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            column = self.columns[section]
            beside_arrow = column.key == self.sorted_key and column.align == "right"
            return column.title + _ARROW_ROOM if beside_arrow else column.title
        return self._alignments[section] if role == _ALIGN else None

    def _detail(self, index: Index, role: int) -> Any:
        if role == _INK:
            return theme.faint() if self._muted and self.value(index.row(), self._muted) else None
        if role not in (_TOOL_TIP, _ACCESSIBLE, ROW_ID_ROLE, VALUE_ROLE):
            return None
        row, column = index.row(), self.columns[index.column()]
        if role == _TOOL_TIP:
            return self._told(row, index.column())
        if role == _ACCESSIBLE:
            return f"{column.title}: {self._told(row, index.column())}"
        return self._ids[row] if role == ROW_ID_ROLE else self.value(row, column.key)

    def _text(self, row: int, column: int) -> str:
        row_id = self._ids[row]
        if row_id < 0:
            return self._drafts[row_id] if column == 0 else ""
        return cell_text(self.value(row, self.columns[column].key))

    def _told(self, row: int, column: int) -> str:
        key = self.columns[column].key
        has_more = self._ids[row] > 0 and key + WHY in self._cells_of(row)
        return cell_text(told_cell(self._cells_of(row), key)) if has_more else self._text(row, column)

    def _cells_of(self, row: int) -> Mapping[str, Value]:
        row_id = self._ids[row]
        if row_id not in self._cells:
            first = row - row % self._chunk
            wanted = tuple(item for item in self._ids[first : first + self._chunk] if item > 0)
            self._cells.update({found.id: found.cells for found in self._fetch(wanted)})
        return self._cells.get(row_id, {})
