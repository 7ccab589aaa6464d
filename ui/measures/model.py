"""The table of a measure: units in rows, periods in columns."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from db.rules.formats import Number
from db.rules.successions import Gap
from ui.common.lists.columns import cell_text
from ui.measures import texts
from ui.measures.presenter import Line

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)


class MeasureModel(QAbstractTableModel):
    """Shows lines, the whole scope first. What was not recorded is an en dash, what is not comparable says why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._strong = QFont()
        self._strong.setWeight(QFont.Weight.DemiBold)

    def show_lines(self, titles: Sequence[str], lines: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self._titles, self.lines = (texts.UNIT, *titles), lines
        self.endResetModel()

    def number(self, row: int, column: int) -> Number | None:
        """Return the number of a cell; none in the column of units."""
        return self.lines[row].values[column - 1] if column > 0 else None

    def gap(self, row: int, column: int) -> Gap | None:
        """Return why the number of a cell is not comparable."""
        return self.lines[row].gaps[column - 1] if column > 0 else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        row, column = index.row(), index.column()
        if role in (_DISPLAY, _TOOL_TIP):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column and self.gap(row, column) is None else _LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._strong if row == 0 else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.lines[row].title}, {self._titles[column]}: {self._text(row, column)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return self._titles[section]
        return None

    def _text(self, row: int, column: int) -> str:
        line = self.lines[row]
        return cell_text(line.cell(column - 1)) if column else line.title
