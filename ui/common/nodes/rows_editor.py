"""A small table that is typed in: options and bands of a scale, floors of a class; rows can be pasted from Excel."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem, QWidget

from ui.common import theme
from ui.common.nodes import texts
from ui.common.nodes.fields import NodeField, Row
from ui.common.nodes.typed_table import TypedTable

_NUMBER_WIDTH, _MOST_ROWS, _LEAST_ROWS = 64, 8, 3
_NOT_TYPED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OF_THE_SCREEN = (Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_F8, Qt.Key.Key_F9)


class RowsEditor(TypedTable):
    """Rows as typed; `left` when a cell was, `typed` before. The last row is blank: typing in it adds one."""

    left = Signal()
    typed = Signal()
    _changed = Signal()

    def __init__(self, field: NodeField, parent: QWidget | None = None) -> None:
        super().__init__(0, len(field.columns), parent)
        self._field = field
        self._is_open, self._showing, self._is_waiting = True, False, False
        self.setAccessibleName(field.label)
        self.setAccessibleDescription(field.help)
        self.setHorizontalHeaderLabels([column.label for column in field.columns])
        self._prepare()
        self._open_text: str | None = None
        self.cell_typed.connect(self._on_cell_typed)
        self.itemDelegate().closeEditor.connect(self._on_given_up)
        self.itemChanged.connect(self._on_item_changed)
        # The editor of the cell is still open when its text comes: rows are shown anew once it is closed.
        self._changed.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def show_rows(self, rows: Sequence[Row], *, is_open: bool) -> None:
        """Show rows; the cursor stays where it was."""
        at = (self.currentRow(), self.currentColumn())
        self._is_open, self._showing = is_open, True
        triggers = QAbstractItemView.EditTrigger
        usual = triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        self.setEditTriggers(usual if is_open else triggers.NoEditTriggers)
        shown = [*rows, *([("",) * self.columnCount()] if is_open else [])]
        self.setRowCount(len(shown))
        for row, cells in enumerate(shown):
            for column, text in enumerate(cells):
                self._show_cell(row, column, text)
        self._showing = False
        self._fit()
        if at[0] >= 0:
            self.setCurrentCell(min(at[0], len(shown) - 1), at[1])

    def settle(self) -> None:
        """Hand over what was typed, also in a cell that is still open."""
        if self.is_typing:
            self.setFocus()
        self._hand_over()

    def rows(self) -> list[Row]:
        """Return what stands in the table, without the blank row."""
        cells = [
            tuple(self._text(row, at) for at in range(self.columnCount())) for row in range(self.rowCount())
        ]
        return [row for row in cells if any(row)]

    def typed_rows(self) -> list[Row]:
        """Return the same with what is typed in a cell that is still open."""
        item = self.currentItem()
        if self._open_text is None or item is None:
            return self.rows()
        row, column, typed = item.row(), item.column(), self._open_text
        cells = [
            [self._text(at, side) for side in range(self.columnCount())] for at in range(self.rowCount())
        ]
        cells[row][column] = typed.strip()
        return [tuple(line) for line in cells if any(line)]

    def take_rows(self, rows: Sequence[Row]) -> None:
        """Put in what was typed before, as if it were being typed now."""
        self.show_rows(rows, is_open=self._is_open)
        self._is_waiting = True

    def complain(self, wrong: Mapping[tuple[int, int], str]) -> None:
        """Mark cells with what is wrong with them."""
        self._showing = True
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self._mark(row, column, wrong.get((row, column), ""))
        self._showing = False

    def remove_row(self) -> None:
        """Remove the row of the cursor."""
        if self._is_open and 0 <= self.currentRow() < self.rowCount():
            self.removeRow(self.currentRow())
            self.left.emit()

    def paste(self) -> None:
        """Put a block from Excel in from the cursor on."""
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().rstrip("\n").split("\n")]
        top, side = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._showing = True
        self.setRowCount(max(self.rowCount(), top + len(lines)))
        for row, line in enumerate(lines, start=top):
            for column, text in enumerate(line[: self.columnCount() - side], start=side):
                self.setItem(row, column, self._item(row, column, text.strip()))
        self._showing = False
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.matches(QKeySequence.StandardKey.Paste) and self._is_open:
            self.paste()
        elif event.key() == Qt.Key.Key_F6 and is_plain:
            self.remove_row()
        elif event.key() == Qt.Key.Key_Delete and self._is_open and self.currentItem() is not None:
            self.currentItem().setText("")
        elif event.modifiers() & _NOT_TYPED or event.key() in _OF_THE_SCREEN:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def next_cell(self, steps: int) -> tuple[int, int]:
        at = self.currentRow() * self.columnCount() + self.currentColumn() + steps
        at = max(0, min(at, self.rowCount() * self.columnCount() - 1))
        return at // self.columnCount(), at % self.columnCount()

    def _on_cell_typed(self, text: str) -> None:
        self._open_text = text
        self.typed.emit()

    def _on_given_up(self) -> None:
        """What was typed in a cell that closes without it is gone; a cell that is kept was told of before."""
        if self._open_text is not None:
            self._open_text = None
            self.typed.emit()

    def _on_item_changed(self, _item: QTableWidgetItem) -> None:
        if not self._showing:
            self._open_text = None
            self._is_waiting = True
            self._changed.emit()

    def _hand_over(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.left.emit()

    def _show_cell(self, row: int, column: int, text: str) -> None:
        item = self.item(row, column)
        if item is None:
            self.setItem(row, column, self._item(row, column, text))
            return
        item.setText(text)
        self._name(item, row, column)

    def _item(self, row: int, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        spec = self._field.columns[column]
        if spec.sort == "number":
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._name(item, row, column)
        return item

    def _name(self, item: QTableWidgetItem, row: int, column: int) -> None:
        label, value = self._field.columns[column].label, item.text() or texts.EMPTY_CELL
        named = texts.CELL.format(column=label, criterion=row + 1, value=value)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, named)
        self._mark(row, column, "")

    def _mark(self, row: int, column: int, words: str) -> None:
        item = self.item(row, column)
        if item is not None:
            item.setToolTip(words)
            item.setForeground(theme.late() if words else self.palette().text().color())

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""

    def _prepare(self) -> None:
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(theme.ROW_HEIGHT)
        wide = next(
            (at for at, column in enumerate(self._field.columns) if column.key in ("title", "group")), None
        )
        for at in range(self.columnCount()):
            stretched = at == wide or wide is None
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(at, mode)
            if not stretched:
                self.setColumnWidth(at, _NUMBER_WIDTH)

    def _fit(self) -> None:
        rows = min(max(self.rowCount(), _LEAST_ROWS), _MOST_ROWS)
        self.setFixedHeight(rows * theme.ROW_HEIGHT + theme.ROW_HEIGHT + 2 * self.frameWidth())
