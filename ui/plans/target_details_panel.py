"""The grid under the list of targets: numbers of communes, years or periods, typed one under the other."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db.rules.formats import number_text
from ui.common import theme
from ui.common.borders import gap_text
from ui.common.forms.message import Message
from ui.common.lists.columns import cell_text
from ui.common.screens.record_screen import action_button
from ui.plans import texts
from ui.plans.target_details import DetailRow, Part, TargetDetailsPresenter

Index = QModelIndex | QPersistentModelIndex
_VALUE = 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_HEIGHT, _NUMBER_WIDTH = 150, 110
# Qt's own "no limit".
_ANY_HEIGHT = 16_777_215
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DetailsModel(QAbstractTableModel):
    """The rows of the shown list; only the second column can be typed in."""

    def __init__(self, presenter: TargetDetailsPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._part = presenter.part
        self._rows: tuple[DetailRow, ...] = ()
        presenter.changed.connect(self._on_changed)

    @property
    def titles(self) -> tuple[str, ...]:
        return texts.DETAIL_TITLES[self._part]

    def is_gap(self, row: int) -> bool:
        """Tell whether a reason stands in the place of a row's numbers."""
        return self._rows[row].gap is not None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_typed = index.column() == _VALUE and not self._presenter.details.is_restated
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() and row.gap is None else _LEFT
        if role == Qt.ItemDataRole.EditRole:
            return "" if row.value is None else number_text(row.value)
        words = _words(row, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {self.titles[index.column()]}: {words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return self.titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self._presenter.keep(self._rows[index.row()], str(value))
        return True

    def _on_changed(self) -> None:
        """Keep every row where it is while numbers are typed: an open editor must not lose its place."""
        rows, part = self._presenter.details.rows, self._presenter.part
        if part is self._part and [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._rows, self._part = rows, part
        self.endResetModel()


class DetailsGrid(QTableView):
    """Typing begins at once, Enter keeps the number and goes to the next row, Delete takes it away."""

    def __init__(self, model: DetailsModel) -> None:
        super().__init__()
        self._details = model
        self.setModel(model)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT - theme.STEP)
        self.horizontalHeader().setHighlightSections(False)
        self.setAlternatingRowColors(True)
        # After the view's own slot: by then the editor of this row is gone.
        self.itemDelegate().closeEditor.connect(self._on_editor_closed)
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(self._span_gaps)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            # What an editor lets through is not meant for the list: Enter keeps its number already.
            event.ignore()
        elif event.key() in _ENTER and index.isValid():
            self._edit_row(index.row())
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.model().setData(self._value_of(index.row()), "", Qt.ItemDataRole.EditRole)
        elif event.text().isdigit() and index.isValid() and index.column() != _VALUE:
            self.setCurrentIndex(self._value_of(index.row()))
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_editor_closed(self, _: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        row = self.currentIndex().row() + 1
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache and 0 < row < self.model().rowCount():
            self._edit_row(row)

    def _edit_row(self, row: int) -> None:
        self.setCurrentIndex(self._value_of(row))
        self.edit(self._value_of(row))

    def _value_of(self, row: int) -> QModelIndex:
        return self.model().index(row, _VALUE)

    def _fit(self) -> None:
        head = self.horizontalHeader()
        for at in range(self.model().columnCount()):
            mode = QHeaderView.ResizeMode.Interactive if at else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(at, mode)
            if at:
                self.setColumnWidth(at, _NUMBER_WIDTH)
        self._span_gaps()

    def _span_gaps(self) -> None:
        """Give the reason why a commune has no numbers the room of all of them."""
        self.clearSpans()
        for row in range(self._details.rowCount()):
            if self._details.is_gap(row):
                self.setSpan(row, _VALUE, 1, self._details.columnCount() - _VALUE)


class TargetDetailsPanel(QWidget):
    """The details of the chosen target: a tab for each of its lists, the grid, what is odd about its numbers."""

    turn_requested = Signal()

    def __init__(self, presenter: TargetDetailsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._is_low = self._is_folded = False
        self.turn_button = action_button(texts.DETAIL_OPEN, texts.DETAIL_OPEN_TIP, "")
        self.turn_button.clicked.connect(self.turn_requested)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(texts.DETAIL_TABS)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.grid = DetailsGrid(DetailsModel(presenter, self))
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.warning, self.complaint = Message(), Message()
        self._lay_out()
        self._parts: tuple[Part, ...] = ()
        presenter.changed.connect(self._show)
        presenter.complained.connect(self.complaint.say)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._show()

    def take_room(self, *, is_low: bool, is_open: bool) -> None:
        """Show all of it; on a low screen only its tabs, unless it is open in the place of the list."""
        self._is_low, self._is_folded = is_low, is_low and not is_open
        self.turn_button.setVisible(is_low)
        self.turn_button.setText(texts.DETAIL_CLOSE if is_open else texts.DETAIL_OPEN)
        self.setMinimumHeight(0 if is_low else _LEAST_HEIGHT)
        self.setMaximumHeight(theme.ROW_HEIGHT + theme.STEP if self._is_folded else _ANY_HEIGHT)
        self._show()

    def take_focus(self) -> None:
        """Put the cursor on the numbers, on the tabs where there are none."""
        if self.grid.isVisible():
            if not self.grid.currentIndex().isValid():
                self.grid.setCurrentIndex(self.grid.model().index(0, _VALUE))
            self.grid.setFocus()
        else:
            self.tabs.setFocus()

    def _on_tab_changed(self, at: int) -> None:
        if 0 <= at < len(self._parts):
            self.presenter.show_part(self._parts[at])

    def _show(self) -> None:
        details, part = self.presenter.details, self.presenter.part
        if details.parts != self._parts:
            self._show_tabs(details.parts)
        has_target = bool(details.parts)
        if has_target:
            self.grid.setAccessibleName(texts.DETAIL_PARTS[part])
        self.grid.setVisible(has_target and not self._is_folded)
        self.hint.setVisible(not self._is_low)
        self.hint.setText(self._hint())
        self.warning.say("" if self._is_folded else details.warning)

    def _hint(self) -> str:
        details = self.presenter.details
        if not details.parts:
            return texts.DETAIL_NONE
        words = texts.DETAIL_RESTATED if details.is_restated else texts.DETAIL_HINTS[self.presenter.part]
        return words.format(sum=number_text(details.sum))

    def _show_tabs(self, parts: tuple[Part, ...]) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for part in parts:
            self.tabs.addTab(texts.DETAIL_PARTS[part])
        self._parts = parts
        if self.presenter.part in parts:
            self.tabs.setCurrentIndex(parts.index(self.presenter.part))
        self.tabs.blockSignals(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEP, 0, 0)
        column.setSpacing(theme.STEP)
        head = QHBoxLayout()
        head.addWidget(self.tabs, 1)
        head.addWidget(self.turn_button)
        column.addLayout(head)
        for widget in (self.hint, self.warning, self.complaint):
            column.addWidget(widget)
        column.addWidget(self.grid, 1)
        column.addStretch()


def _words(row: DetailRow, column: int) -> str:
    if column and row.gap is not None:
        return gap_text(row.gap)
    return cell_text((row.title, row.value, row.done, _rounded(row))[column])


def _rounded(row: DetailRow) -> Any:
    return None if row.share is None else round(row.share, 1)
