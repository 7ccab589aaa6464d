"""The rows of one form as a table shows them, the total last, with what is said of single cells."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from db.rules.formats import UNRECORDED, value_text
from db.rules.returns.forms import ColumnForm
from db.rules.successions import Gap
from exports.returns.content import Cell, SheetContent
from ui.common import icons, theme
from ui.common.borders import gap_text
from ui.common.borders_texts import DIFFERENT
from ui.returns.filling import texts
from ui.returns.filling.marks import COLORS, ICONS, Marks

Index = QModelIndex | QPersistentModelIndex
_CENTRED = ("row_number", "unit_code", "target_unit", "task_time")
# What a row is about.
_NAMES = ("unit_name", "target_text", "task_content")
_SIGN, _TINT = 12, 0.16


def cell_words(value: Cell, column: ColumnForm, *, total: bool = False) -> str:
    """Write a cell of a form; a figure that was not recorded is an en dash, in the total row too where one stands."""
    if value is None:
        return "" if column.is_text or (total and column.holds == "row_number") else UNRECORDED
    return value_text(value)


class FormModel(QAbstractTableModel):
    """The rows of one form, the total last. It changes only by `show_content`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content: SheetContent | None = None
        self.marks: Marks = {}

    def show_content(self, content: SheetContent, marks: Marks) -> None:
        self.beginResetModel()
        self.content, self.marks = content, marks
        self.endResetModel()

    @property
    def columns(self) -> tuple[ColumnForm, ...]:
        return self.content.form.columns if self.content else ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if parent.isValid() or self.content is None:
            return 0
        return len(self.content.rows) + bool(self.content.total)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return DIFFERENT if self._gap(index) else self._words(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((self._words(index), *self._told(index)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column, self._value(index))
        if role == Qt.ItemDataRole.FontRole:
            return theme.strong(QApplication.font()) if self._is_total(index) else None
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.DecorationRole):
            return self._look(index, role)
        return self._spoken(index, column) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _look(self, index: Index, role: int) -> Any:
        mark = self.marks.get((index.row(), index.column()))
        if mark is None:
            return None
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.tint(COLORS[mark.kind](), _TINT)
        return icons.picture(ICONS[mark.kind], _SIGN, COLORS[mark.kind]())

    def _told(self, index: Index) -> tuple[str, ...]:
        mark = self.marks.get((index.row(), index.column()))
        return mark.words if mark else ()

    def _gap(self, index: Index) -> Gap | None:
        return self.content.gaps.get((index.row(), index.column())) if self.content else None

    def reason(self, index: Index) -> str:
        """Return why a figure is not comparable; nothing where it is."""
        gap = self._gap(index) if index.isValid() else None
        return gap_text(gap) if gap else ""

    def said(self, index: Index) -> str:
        """Return what is to be known of a cell: why it is not comparable, and what its marks say."""
        if not index.isValid():
            return ""
        told = [words for words in (self.reason(index), *self._told(index)) if words]
        return texts.MORE_TOLD.format(words=told[0], count=len(told) - 1) if told[1:] else "".join(told)

    def _words(self, index: Index) -> str:
        reason = self.reason(index)
        if reason:
            return reason
        return cell_words(self._value(index), self.columns[index.column()], total=self._is_total(index))

    def _spoken(self, index: Index, column: ColumnForm) -> str:
        names = [at for at, other in enumerate(self.columns) if other.holds in _NAMES]
        row = self._words(self.index(index.row(), names[0])) if names else str(index.row() + 1)
        head = f"{column.group}, {column.head}" if column.group else column.head
        said = texts.CELL.format(row=row, column=head, value=self._words(index))
        return ". ".join((said, *self._told(index)))

    def _value(self, index: Index) -> Cell:
        assert self.content is not None
        row = self.content.total if self._is_total(index) else self.content.rows[index.row()]
        return row[index.column()]

    def _is_total(self, index: Index) -> bool:
        return self.content is not None and index.row() == len(self.content.rows)


def _alignment(column: ColumnForm, value: Cell) -> Qt.AlignmentFlag:
    if column.holds in _CENTRED or (isinstance(value, str) and not column.is_text):
        return Qt.AlignmentFlag.AlignCenter
    side = Qt.AlignmentFlag.AlignLeft if column.is_text else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
