"""The grid in which answers are typed: Enter goes down the column, Tab across, a missing reason calls the cursor."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.common import theme
from ui.scores.sheet import texts
from ui.scores.sheet.answer_choice import AnswerChoice
from ui.scores.sheet.cell_keys import step_of
from ui.scores.sheet.cells import MarkDelegate
from ui.scores.sheet.marks import APPRAISED, COLUMN_OF, COLUMNS, REASON
from ui.scores.sheet.model import KEYS, SheetModel
from ui.scores.sheet.presenter import Place, SheetPresenter

Index = QModelIndex | QPersistentModelIndex
# What is 0 takes the rest; the criterion needs most of a narrow grid.
_WIDTHS, _NARROW = (40, 0, 56, 90, 52, 90, 52, 140), (34, 0, 48, 68, 54, 76, 54, 84)
_HEAD_HEIGHT, _NARROW_BELOW = 40, 760
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F6)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class MarkTable(QTableView):
    """Shows a `SheetModel`. `place_shown` when the cursor moved, `refused` when somebody types where nothing is open.

    `board_requested` on Esc.
    """

    place_shown = Signal()
    refused = Signal(object)
    board_requested = Signal()

    def __init__(self, model: SheetModel, presenter: SheetPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._presenter = model, presenter
        self._back_to = ""
        self._heights: dict[int, int] = {}
        self._heights_as: object = None
        # Before the view is told, which measures at once.
        model.dataChanged.connect(self._forget_heights)
        model.modelReset.connect(self._forget_heights)
        self.setModel(model)
        self.delegate = MarkDelegate(presenter, self)
        self.delegate.left.connect(self._on_left)
        self.delegate.stash.due.connect(self._on_stash_due)
        self.delegate.stash.ended.connect(presenter.unstash)
        self.delegate.not_applying.connect(self.set_not_applicable)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        # Tab is told to `keyPressEvent` only so; Esc is the way out of the grid.
        self.setTabKeyNavigation(True)
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self._prepare_heads()
        self._open_column = presenter.open_column
        model.modelReset.connect(self.choose_first)
        presenter.changed.connect(self._follow_state)

    @property
    def code(self) -> str:
        """Return the criterion of the cursor, nothing on a row that is not answered."""
        return self._model.code(self.currentIndex())

    def _on_stash_due(self, index: QPersistentModelIndex, text: str) -> None:
        place = self._model.place(index)
        if place is not None:
            self._presenter.stash(place, text)

    def choose_first(self) -> None:
        """Put the cursor on the first open cell that is blank, on the first of all where none is."""
        self._open_column = self._presenter.open_column
        column = next((key for key in COLUMNS if COLUMN_OF[key] == self._presenter.open_column), COLUMNS[0])
        places = [(line.code, column) for line in self._model.lines if line.is_answered]
        blank = [place for place in places if not self._presenter.text(place)]
        self.scrollToTop()
        for place in (*blank, *places)[:1]:
            self.show_place(place)

    def _follow_state(self) -> None:
        """Go to the column that a step, or a file that was taken in, opened."""
        before, self._open_column = self._open_column, self._presenter.open_column
        if self._open_column not in ("", before):
            self.choose_first()

    def show_place(self, place: Place) -> None:
        """Put the cursor on a cell."""
        self.setCurrentIndex(self._model.index_of(place))

    def go_on(self) -> None:
        """Go to the next criterion of the column."""
        self._move((1, 0))

    def settle(self) -> None:
        """Keep what is being typed, as if the cell had been left."""
        self.delegate.settle()

    def clear_place(self) -> None:
        """Take the answer or the reason of the cell away."""
        place = self._model.place(self.currentIndex())
        if place is not None and self._presenter.closed(place) and not self._presenter.is_held(place):
            self.refused.emit(place)
        elif place is not None:
            self._presenter.drop(place)

    def set_not_applicable(self) -> None:
        """Answer that the criterion of the cell does not apply, and go on where it may."""
        self.settle()
        place = self._model.place(self.currentIndex())
        if place is None or place[1] == REASON:
            return
        if self._presenter.closed(place):
            self.refused.emit(place)
            return
        self._presenter.set_not_applicable(place)
        self._on_left(1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < _NARROW_BELOW) != (event.oldSize().width() < _NARROW_BELOW):
            self._take_widths()

    def sizeHintForRow(self, row: int) -> int:
        # The head asks for all rows whenever something is shown, moved or sized; to measure one is long.
        look = (self.font().key(), *map(self.columnWidth, range(len(KEYS))))
        if look != self._heights_as:
            self._heights, self._heights_as = {}, look
        if row not in self._heights:
            self._heights[row] = super().sizeHintForRow(row)
        return self._heights[row]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.place_shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if step is not None and not arrow:
            self._adopt(step)
            self._move(step)
        elif event.key() in _CLEARS:
            self.clear_place()
        elif event.key() == Qt.Key.Key_F7:
            self.set_not_applicable()
        elif event.key() == Qt.Key.Key_Escape:
            self.board_requested.emit()
        elif event.modifiers() & _CHORDS:
            event.ignore()
        elif event.text().strip() and not self._is_open():
            self.refused.emit(self._model.place(self.currentIndex()))
        else:
            super().keyPressEvent(event)
            if event.key() == Qt.Key.Key_F2:
                self._open_list()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._open_list()

    def _forget_heights(self) -> None:
        self._heights = {}

    def _open_list(self) -> None:
        """Show at once what can be chosen in a cell that was not opened by typing."""
        if isinstance(self.delegate.editor, AnswerChoice):
            self.delegate.editor.open_all()

    def _is_open(self) -> bool:
        return bool(self._model.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable)

    def _adopt(self, step: tuple[int, int]) -> None:
        """Take the commune's answer over on the way down the appraised column."""
        place = self._model.place(self.currentIndex())
        if place is not None and place[1] == APPRAISED and step == (1, 0):
            self._presenter.adopt(place[0])

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
        places = [at for at, line in enumerate(self._model.lines) if line.is_answered]
        typed = [KEYS.index(key) for key in COLUMNS]
        if row not in places:
            self._go_on_from(row, column, rows, places)
            return
        at = places.index(row) * len(typed) + (typed.index(column) if column in typed else 0)
        wanted = at + rows * len(typed) + columns
        if 0 <= wanted < len(places) * len(typed):
            row, column = places[wanted // len(typed)], typed[wanted % len(typed)]
        self.setCurrentIndex(self._model.index(row, column))

    def _go_on_from(self, row: int, column: int, rows: int, places: list[int]) -> None:
        """Go from a row of sums to the criterion after or before it."""
        beyond = [at for at in places if (at > row) == (rows > 0)]
        if rows and beyond:
            self.setCurrentIndex(self._model.index(beyond[0] if rows > 0 else beyond[-1], column))

    def _prepare_heads(self) -> None:
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(_HEAD_HEIGHT)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        head.setSectionResizeMode(_WIDTHS.index(0), QHeaderView.ResizeMode.Stretch)
        self._take_widths()
        self.setAccessibleName(texts.SHEET)

    def _take_widths(self) -> None:
        for at, width in enumerate(_NARROW if self.width() < _NARROW_BELOW else _WIDTHS):
            if width:
                self.setColumnWidth(at, width)
