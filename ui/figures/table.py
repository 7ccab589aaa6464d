"""The grid as a spreadsheet's: typing begins an entry, Enter goes down, Tab across, blocks are copied and pasted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from db.rules.blocks import joined_block, split_block
from db.services.figures import Place
from ui.common import theme
from ui.common.preferences import Preferences
from ui.figures import texts
from ui.figures.delegate import ENTER_KEYS, FigureDelegate, step_of
from ui.figures.model import FiguresModel

Index = QModelIndex | QPersistentModelIndex
_NAMES_WIDTH, _COLUMN_WIDTH, _LEAST_WIDTH = 176, 96, 64
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F6)
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_WIDTH = "figures/width/{code}"
_HEAD_PAD, _TALLEST = 10, 1000
_FOR_SCREEN = (Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_Insert)
_BLOCK_KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (Qt.Key.Key_D, _CONTROL): "down",
    (Qt.Key.Key_R, _CONTROL): "right",
    (Qt.Key.Key_Apostrophe, _CONTROL): "above",
    (Qt.Key.Key_D, _CONTROL | _SHIFT): "above",
}


class FiguresTable(QTableView):
    """Shows a `FiguresModel`.

    `cell_shown` when the cursor moved, `leave_requested` on Esc, `filled` with the values to be put into cells and
    `pasted` with the cells of a block; `said` with words for the status bar.
    """

    cell_shown = Signal()
    leave_requested = Signal()
    filled = Signal(object)
    pasted = Signal(object)
    said = Signal(str)

    def __init__(self, model: FiguresModel, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures, self._preferences = model, preferences
        self._tab_from: int | None = None
        self.setModel(model)
        self.delegate = FigureDelegate(self)
        self.delegate.left.connect(self._on_left)
        self.delegate.stash.due.connect(self._on_stash_due)
        self.delegate.stash.ended.connect(model.presenter.unstash)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        # Tab is told to `keyPressEvent` only so; Esc is the way out of the grid.
        self.setTabKeyNavigation(True)
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(texts.TABLE)
        self._prepare_heads()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._go_back)
        model.modelReset.connect(self._restore_widths)
        model.headerDataChanged.connect(lambda *_: self._fit_head())
        self.horizontalHeader().sectionResized.connect(self._on_resized)
        self._place: Place | None = None

    def _on_stash_due(self, index: QPersistentModelIndex, text: str) -> None:
        self.figures.presenter.stash(self.figures.place(index.row(), index.column()), text)

    def current_place(self) -> Place | None:
        index = self.currentIndex()
        return self.figures.place(index.row(), index.column()) if index.isValid() else None

    def chosen(self) -> list[list[Place]]:
        """Return the chosen block, row by row; only the cursor's cell where nothing is chosen."""
        selection = self.selectionModel().selection()
        if not selection.isEmpty():
            part = selection.at(0)
            rows, columns = range(part.top(), part.bottom() + 1), range(part.left(), part.right() + 1)
            return [[self.figures.place(row, column) for column in columns] for row in rows]
        place = self.current_place()
        return [[place]] if place is not None else []

    def settle(self) -> None:
        """Keep what is being typed, as if the cell had been left."""
        self.delegate.close()

    def edit_current(self) -> None:
        """Put the cursor into the grid, and an editor into its cell."""
        self.choose_first()
        self.setFocus()
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def go_to(self, place: Place) -> None:
        """Put the cursor on a cell, where it is on show."""
        row, column = self.figures.row_of(place[0]), self.figures.column_of(place[1])
        if row >= 0 and column >= 0:
            self.setFocus()
            self.setCurrentIndex(self.figures.index(row, column))

    def choose_first(self) -> None:
        """Put the cursor on the first cell where it stands on none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.figures.index(0, 0))

    def clear_chosen(self) -> None:
        """Take the numbers of the chosen cells out."""
        self.filled.emit({place: None for row in self.chosen() for place in row})

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.cell_shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._does_block(event) and not self._does_step(event):
            chord = event.modifiers() & (_CONTROL | Qt.KeyboardModifier.AltModifier) and event.text().strip()
            if event.key() in _FOR_SCREEN or (
                chord and not event.matches(QKeySequence.StandardKey.SelectAll)
            ):
                event.ignore()
            else:
                super().keyPressEvent(event)

    def _does_step(self, event: QKeyEvent) -> bool:
        if event.key() in (*ENTER_KEYS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            step = step_of(event)
            self._move(*(step or (0, 0)))
        elif event.key() in _CLEARS:
            self.clear_chosen()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._tab_from = None
            return False
        return True

    def _does_block(self, event: QKeyEvent) -> bool:
        """Do what a key asks of the chosen block; return whether it was such a key."""
        standard = QKeySequence.StandardKey
        acts: dict[str, Callable[[], None]] = {
            "down": self._fill_down,
            "right": self._fill_right,
            "above": self._copy_above,
        }
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        name = _BLOCK_KEYS.get((Qt.Key(event.key()), modifiers))
        if name is not None:
            acts[name]()
        elif event.matches(standard.Copy):
            self._copy()
        elif event.matches(standard.Cut):
            self._copy()
            self.clear_chosen()
        elif event.matches(standard.Paste):
            self._paste()
        else:
            return False
        return True

    def _copy(self) -> None:
        presenter, block = self.figures.presenter, self.chosen()
        rows = [[presenter.plain(place) for place in row] for row in block]
        QGuiApplication.clipboard().setText(joined_block(rows))
        self.said.emit(texts.COPIED.format(count=sum(map(len, rows))))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip("\r\n"):
            self.said.emit(texts.NOTHING_TO_PASTE)
            return
        cells, block = split_block(text), self.chosen()
        if len(cells) == len(cells[0]) == 1:
            # One copied cell fills all that are chosen.
            cells = tuple((cells[0][0],) * len(row) for row in block)
        self.pasted.emit(cells)

    def _fill_down(self) -> None:
        block = self.chosen()
        if len(block) < 2:
            self._copy_above()
        else:
            self._fill([(place, block[0][at]) for row in block[1:] for at, place in enumerate(row)])

    def _fill_right(self) -> None:
        block = self.chosen()
        if block and len(block[0]) > 1:
            self._fill([(place, row[0]) for row in block for place in row[1:]])

    def _copy_above(self) -> None:
        top = self._top()
        block = self.chosen()
        if top > 0 and block:
            self._fill([(place, (self.figures.place(top - 1, 0)[0], place[1])) for place in block[0]])

    def _fill(self, pairs: list[tuple[Place, Place]]) -> None:
        presenter = self.figures.presenter
        if any(source in presenter.held for _, source in pairs):
            self.said.emit(texts.SOURCE_WRONG)
            return
        self.filled.emit({place: presenter.value(source) for place, source in pairs})

    def _top(self) -> int:
        selection = self.selectionModel().selection()
        return self.currentIndex().row() if selection.isEmpty() else selection.at(0).top()

    def _on_left(self, rows: int, columns: int) -> None:
        self.setFocus()
        # A wrong cell does not hold the cursor: whoever types a column without looking must not land a row higher.
        if (rows, columns) != (0, 0):
            self._move(rows, columns)
        self.cell_shown.emit()

    def _move(self, rows: int, columns: int) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        row, column = index.row() + rows, index.column() + columns
        if columns and self._tab_from is None:
            self._tab_from = index.column()
        if rows and self._tab_from is not None:
            column, self._tab_from = self._tab_from, None
        if 0 <= row < self.figures.rowCount() and 0 <= column < self.figures.columnCount():
            self.setCurrentIndex(self.figures.index(row, column))
        else:
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _remember(self) -> None:
        self._place = self.current_place() if self.figures.rowCount() else self._place

    def _go_back(self) -> None:
        if self._place is not None and self.figures.rowCount() and self.figures.columnCount():
            row, column = self.figures.row_of(self._place[0]), self.figures.column_of(self._place[1])
            self.setCurrentIndex(self.figures.index(max(row, 0), max(column, 0)))

    def _restore_widths(self) -> None:
        """Give each column the width it had, wherever it stands now."""
        head = self.horizontalHeader()
        head.blockSignals(True)
        for at in range(self.figures.columnCount()):
            kept = self._preferences.numbers(_WIDTH.format(code=self.figures.codes[at]))
            head.resizeSection(at, kept[0] if kept else _COLUMN_WIDTH)
        head.blockSignals(False)
        self._fit_head()

    def _on_resized(self, at: int, _: int, width: int) -> None:
        code = self.figures.codes[at]
        self._preferences.set_numbers(_WIDTH.format(code=code), (width,))
        self._fit_head()

    def _fit_head(self) -> None:
        """Give the heads the height of the longest title, no more: on a low screen rows need the room."""
        head = self.horizontalHeader()
        metrics = QFontMetrics(theme.strong(head.font()))
        wrapped = int(Qt.TextFlag.TextWordWrap)
        heights = [
            metrics.boundingRect(0, 0, head.sectionSize(at) - _HEAD_PAD, _TALLEST, wrapped, title).height()
            for at, title in enumerate(self.figures.titles())
        ]
        head.setFixedHeight(max((*heights, metrics.height())) + _HEAD_PAD)

    def _prepare_heads(self) -> None:
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(theme.ROW_HEIGHT)
        side.setFixedWidth(_NAMES_WIDTH)
        side.setHighlightSections(True)
        head.setFixedHeight(theme.ROW_HEIGHT)
        head.setDefaultSectionSize(_COLUMN_WIDTH)
        head.setMinimumSectionSize(_LEAST_WIDTH)
        head.setHighlightSections(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
