"""The table of a list: rows of 30 pixels, whole rows chosen, blocks copied for Excel."""

from PySide6.QtCore import QItemSelectionRange, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.common import theme
from ui.common.lists.list_model import ListModel
from ui.common.lists.program_choice import ProgramChoice

_MOST_COPIED = 20_000
# Qt draws an arrow down for ascending; people who know Windows read an arrow up as ascending.
_ARROW_UP, _ARROW_DOWN = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


class RecordTable(ProgramChoice, QTableView):
    """Shows a `ListModel`; says which rows are chosen and which order a click on a head asks for."""

    rows_chosen = Signal()
    row_opened = Signal()
    sort_requested = Signal(str, bool)
    first_painted = Signal()

    def __init__(self, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_model = model
        self.was_painted = False
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self.first_painted)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self._prepare_heads()
        self.doubleClicked.connect(self.row_opened)

    def chosen_ids(self) -> tuple[int, ...]:
        """Return the ids of the chosen rows, top to bottom."""
        rows: set[int] = set()
        for part in self._chosen_parts():
            rows.update(range(part.top(), part.bottom() + 1))
        return tuple(self.list_model.row_id(row) for row in sorted(rows))

    def chosen_count(self) -> int:
        return sum(part.height() for part in self._chosen_parts())

    def current_id(self) -> int | None:
        index = self.currentIndex()
        return self.list_model.row_id(index.row()) if index.isValid() else None

    def choose(self, row_id: int | None, near_row: int = -1) -> None:
        """Choose a row by id, or the one that now stands near where it was; say nothing of it."""
        row = -1 if row_id is None else self.list_model.row_of(row_id)
        if row < 0 <= near_row:
            row = min(near_row, self.list_model.rowCount() - 1)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row() or not self.selectionModel().isRowSelected(row):
            self.selectRow(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            self._after_paint.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._block())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit()
        elif event.key() == Qt.Key.Key_F2 or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Qt's own search by letters would read every row of the book.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _chosen_parts(self) -> list[QItemSelectionRange]:
        # Ranges, not indexes: Ctrl+A in a long list is one range.
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def _block(self) -> str:
        model, lines = self.list_model, []
        for row_id in self.chosen_ids()[:_MOST_COPIED]:
            row = model.row_of(row_id)
            lines.append("\t".join(model.index(row, at).data() for at in range(model.columnCount())))
        return "\n".join(lines)

    def _prepare_heads(self) -> None:
        side = self.verticalHeader()
        side.setVisible(False)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(theme.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setFixedHeight(theme.ROW_HEIGHT)
        head.setMinimumSectionSize(40)
        self.set_widths()
        head.sectionClicked.connect(self._on_head_clicked)
        self.selectionModel().selectionChanged.connect(lambda *_: self.rows_chosen.emit())

    def set_widths(self) -> None:
        """Give each column its usual width."""
        for at, column in enumerate(self.list_model.columns):
            self.setColumnWidth(at, column.width)

    def _on_head_clicked(self, section: int) -> None:
        column = self.list_model.columns[section]
        if column.sortable:
            head = self.horizontalHeader()
            same = head.isSortIndicatorShown() and head.sortIndicatorSection() == section
            descending = same and head.sortIndicatorOrder() is _ARROW_UP
            self.show_sort(column.key, descending)
            self.sort_requested.emit(column.key, descending)

    def show_sort(self, key: str, descending: bool) -> None:
        keys = [column.key for column in self.list_model.columns]
        if key in keys:
            order = _ARROW_DOWN if descending else _ARROW_UP
            self.list_model.sorted_key = key
            self.horizontalHeader().setSortIndicatorShown(True)
            self.horizontalHeader().setSortIndicator(keys.index(key), order)
