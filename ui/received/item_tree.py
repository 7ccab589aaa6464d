"""The items of a review as a tree: parts, headings, what lies below them; a box says what is taken."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from db.rules.plan_review.items import Part
from ui.common import theme
from ui.received import texts
from ui.received.presenter import ReviewPresenter
from ui.received.wording import Wording

_LINES, _LINES_WIDTH = 2, 76
# Text and what was read of it; what to look at takes the rest, and is in sight however narrow the window is.
_SHARES = (0.42, 0.24)
_PLACE, _PART = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SHOWN_LETTERS = 200
_ROW = QSize(0, theme.ROW_HEIGHT - theme.STEP)
_TAKEN = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class ItemTree(QTreeWidget):
    """`item_shown` with the place of the chosen item, none on a part; `edit_requested` on F2 or Enter."""

    item_shown = Signal(object)
    edit_requested = Signal()

    def __init__(self, presenter: ReviewPresenter, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._wording = presenter, wording
        self._rows: list[QTreeWidgetItem] = []
        self._parts: dict[Part, QTreeWidgetItem] = {}
        self._only_doubts = False
        self._prepare()
        presenter.items_changed.connect(self._on_items_changed)
        self.itemChanged.connect(self._on_box)
        self.currentItemChanged.connect(lambda *_: self.item_shown.emit(self.current_place()))

    def show_review(self) -> None:
        """Show the review that was opened, from its beginning."""
        with QSignalBlocker(self):
            self.clear()
            self._rows, self._parts = [], {}
            self._add_all()
            self._show_rows(range(len(self._rows)))
        self._narrow()
        first = self._presenter.next_doubt(-1, 1)
        self.choose(first if first is not None else 0)

    def current_place(self) -> int | None:
        item = self.currentItem()
        return item.data(0, _PLACE) if item is not None else None

    def choose(self, place: int) -> None:
        if place < len(self._rows):
            self.setCurrentItem(self._rows[place])
            self.scrollToItem(self._rows[place], QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_only_doubts(self, only: bool) -> None:
        self._only_doubts = only
        self._narrow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - _LINES_WIDTH
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, round(room * share))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            item.setCheckState(0, _TAKEN[item.checkState(0) is Qt.CheckState.Unchecked])
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    def _add_all(self) -> None:
        above: list[tuple[int, QTreeWidgetItem]] = []
        for place, item in enumerate(self._presenter.items):
            if item.part not in self._parts:
                self._parts[item.part] = self._new_part(item.part)
                above = []
            while item.level and above and above[-1][0] >= item.level:
                above.pop()
            row = QTreeWidgetItem(above[-1][1] if above else self._parts[item.part])
            row.setData(0, _PLACE, place)
            row.setSizeHint(0, _ROW)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self._rows.append(row)
            if item.level:
                above.append((item.level, row))
        for part in self._parts.values():
            part.setExpanded(True)

    def _new_part(self, part: Part) -> QTreeWidgetItem:
        row = QTreeWidgetItem(self)
        row.setData(0, _PART, part.value)
        row.setSizeHint(0, _ROW)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setFont(0, theme.strong(self.font()))
        row.setFirstColumnSpanned(True)
        return row

    def _on_items_changed(self, places: Sequence[int]) -> None:
        with QSignalBlocker(self):
            self._show_rows(places)
        self.viewport().update()

    def _show_rows(self, places: Iterable[int]) -> None:
        parts = set()
        for place in places:
            self._show_row(place)
            parts.add(self._presenter.items[place].part)
        for part in parts:
            self._show_part(part)

    def _show_row(self, place: int) -> None:
        row, item = self._rows[place], self._presenter.items[place]
        cells = self._wording.cells(item, self._presenter.findings(place))
        for column, words in enumerate(cells):
            row.setText(column, words[:_SHOWN_LETTERS])
            row.setToolTip(column, words)
        row.setTextAlignment(_LINES, Qt.AlignmentFlag.AlignCenter)
        row.setCheckState(0, _TAKEN[item.accepted])
        is_wrong = item.accepted and bool(self._presenter.findings(place))
        row.setForeground(3, theme.late() if is_wrong else theme.soon())

    def _show_part(self, part: Part) -> None:
        held = [item for item in self._presenter.items if item.part is part]
        taken = sum(item.accepted for item in held)
        row = self._parts[part]
        words = texts.PART_COUNT.format(title=texts.PARTS[part], taken=taken, count=len(held))
        row.setText(0, words)
        part_taken = Qt.CheckState.PartiallyChecked if 0 < taken < len(held) else _TAKEN[taken > 0]
        row.setCheckState(0, part_taken)

    def _on_box(self, row: QTreeWidgetItem, column: int) -> None:
        if column:
            return
        taken = row.checkState(0) is not Qt.CheckState.Unchecked
        place = row.data(0, _PLACE)
        if place is None:
            self._presenter.accept_part(Part(row.data(0, _PART)), taken)
        else:
            self._presenter.accept(place, taken)

    def _narrow(self) -> None:
        """Hide what is sure where only doubts are wanted; a heading stays while something below it does."""
        shown: set[int] = set()
        for place, row in enumerate(self._rows):
            if not self._only_doubts or self._presenter.needs_look(place):
                above: QTreeWidgetItem | None = row
                while above is not None and id(above) not in shown:
                    shown.add(id(above))
                    above = above.parent()
        for row in (*self._rows, *self._parts.values()):
            row.setHidden(id(row) not in shown)
            if self._only_doubts and not row.isHidden():
                row.setExpanded(True)

    def _prepare(self) -> None:
        self.setAccessibleName(texts.ITEMS)
        self.setHeaderLabels(list(texts.COLUMNS))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.header().setMinimumSectionSize(_LINES_WIDTH)
        self.setColumnWidth(_LINES, _LINES_WIDTH)
