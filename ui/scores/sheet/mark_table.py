"""The grid in which points are typed: Enter goes down the column, Tab across, a missing reason calls the cursor."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.common import theme
from ui.common.forms.text_editors import LineEditor, NumberEditor
from ui.scores.sheet import texts
from ui.scores.sheet.marks import COLUMNS, REASON
from ui.scores.sheet.model import KEYS, SheetModel
from ui.scores.sheet.presenter import SheetPresenter

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = (36, 0, 58, 60, 60, 132)
_HEAD_HEIGHT = 44
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F6)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class MarkDelegate(QStyledItemDelegate):
    """Opens an editor in a cell. `left` with the key by which it was left, once its text was handed over."""

    left = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.editor: LineEditor | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        reason = KEYS[index.column()] == REASON
        self.editor = LineEditor(parent) if reason else NumberEditor(parent)
        self.editor.setFrame(False)
        self.editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineEditor):
            editor.set_text(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        # A cell that was only looked into was not typed in.
        if isinstance(editor, LineEditor) and isinstance(model, SheetModel) and editor.isModified():
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, LineEditor)
        ):
            step = step_of(event)
            if step is not None:
                self._leave(watched, step)
                return True
            if event.key() == Qt.Key.Key_F6:
                watched.clear()
                watched.setModified(True)
                self._leave(watched, (0, 0))
                return True
        return super().eventFilter(watched, event)

    def _leave(self, editor: LineEditor, step: tuple[int, int]) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.left.emit(*step)


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Return how many criteria and columns a key moves on, none for a key that does not."""
    back = bool(event.modifiers() & _SHIFT)
    if event.key() in _ENTER:
        return (-1, 0) if back else (1, 0)
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and back):
        return 0, -1
    if event.key() == Qt.Key.Key_Tab:
        return 0, 1
    return {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}.get(Qt.Key(event.key()))


class MarkTable(QTableView):
    """Shows a `SheetModel`. `place_shown` when the cursor moved, `list_requested` on Esc."""

    place_shown = Signal()
    list_requested = Signal()

    def __init__(self, model: SheetModel, presenter: SheetPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._presenter = model, presenter
        self._back_to = ""
        self.setModel(model)
        self.delegate = MarkDelegate(self)
        self.delegate.left.connect(self._on_left)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        # Tab is told to `keyPressEvent` only so; Esc is the way out of the grid.
        self.setTabKeyNavigation(True)
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self._prepare_heads()
        model.modelReset.connect(self.choose_first)

    def choose_first(self) -> None:
        """Put the cursor on the first cell that has no points yet, on the first of all where none is blank."""
        places = [
            (line.code, column)
            for column in COLUMNS[:2]
            for line in self._model.lines
            if line.kind == "criterion"
        ]
        blank = [place for place in places if not self._presenter.text(place)]
        for place in (*blank, *places)[:1]:
            self.setCurrentIndex(self._model.index_of(place))

    def settle(self) -> None:
        """Keep what is being typed, as if the cell had been left."""
        if self.delegate.editor is not None:
            self.delegate.commitData.emit(self.delegate.editor)
            self.delegate.closeEditor.emit(self.delegate.editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def clear_place(self) -> None:
        """Take the points or the reason of the cell away."""
        if self._model.place(self.currentIndex()) is not None:
            self._model.setData(self.currentIndex(), "")

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.place_shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if step is not None and not arrow:
            self._move(step)
        elif event.key() in _CLEARS:
            self.clear_place()
        elif event.key() == Qt.Key.Key_Escape:
            self.list_requested.emit()
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_left(self, rows: int, columns: int) -> None:
        self.setFocus()
        place = self._model.place(self.currentIndex())
        if place is None:
            return
        if (
            place[1] != REASON
            and (place[0], REASON) in self._presenter.findings
            and (rows, columns) != (0, 0)
        ):
            self._ask_reason(place[0], place[1])
        elif place not in self._presenter.findings:
            self._move((rows, columns))

    def _ask_reason(self, code: str, came_from: str) -> None:
        self._back_to = came_from
        reason = self._model.index_of((code, REASON))
        self.setCurrentIndex(reason)
        self.edit(reason)

    def _move(self, step: tuple[int, int]) -> None:
        rows, columns = step
        index = self.currentIndex()
        column = index.column()
        if rows and self._back_to and KEYS[column] == REASON:
            column = KEYS.index(self._back_to)
        self._back_to = ""
        self._go(index.row(), column, rows, columns)

    def _go(self, row: int, column: int, rows: int, columns: int) -> None:
        places = [at for at, line in enumerate(self._model.lines) if line.kind == "criterion"]
        typed = [KEYS.index(key) for key in COLUMNS]
        if row not in places or not places:
            return
        at = places.index(row) * len(typed) + (typed.index(column) if column in typed else 0)
        wanted = at + rows * len(typed) + columns
        if 0 <= wanted < len(places) * len(typed):
            row, column = places[wanted // len(typed)], typed[wanted % len(typed)]
        self.setCurrentIndex(self._model.index(row, column))

    def _prepare_heads(self) -> None:
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(_HEAD_HEIGHT)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        for at, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(at, width)
            else:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(texts.SHEET)
