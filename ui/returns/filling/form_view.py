"""One form as the workbook will show it: heads in two rows with their groups, the row of numbers, rows, total."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from db.rules.formats import UNRECORDED, value_text
from db.rules.returns.forms import ColumnForm
from db.rules.successions import Gap
from exports.returns.content import Cell, HeadCell, SheetContent
from ui.common import theme
from ui.common.borders import gap_text
from ui.common.borders_texts import DIFFERENT
from ui.returns.filling import texts

Index = QModelIndex | QPersistentModelIndex
PIXELS_PER_LETTER = 7.6
_NARROWEST = 44
_PAD = 4
_LEAST_GROUP, _NUMBER_HEIGHT, _LEAST_HEAD = 24, 22, 36
_WRAPPED = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
_CENTRED = ("row_number", "unit_code", "target_unit", "task_time")
# What a row is about.
_NAMES = ("unit_name", "target_text", "task_content")
# Words that run over several lines.
_LONG = ("target_text", "task_content")


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

    def show_content(self, content: SheetContent) -> None:
        self.beginResetModel()
        self.content = content
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
            return self._words(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column, self._value(index))
        if role == Qt.ItemDataRole.FontRole:
            return theme.strong(QApplication.font()) if self._is_total(index) else None
        return self._spoken(index, column) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _gap(self, index: Index) -> Gap | None:
        return self.content.gaps.get((index.row(), index.column())) if self.content else None

    def reason(self, index: Index) -> str:
        """Return why a figure is not comparable; nothing where it is."""
        gap = self._gap(index) if index.isValid() else None
        return gap_text(gap) if gap else ""

    def _words(self, index: Index) -> str:
        reason = self.reason(index)
        if reason:
            return reason
        return cell_words(self._value(index), self.columns[index.column()], total=self._is_total(index))

    def _spoken(self, index: Index, column: ColumnForm) -> str:
        names = [at for at, other in enumerate(self.columns) if other.holds in _NAMES]
        row = self._words(self.index(index.row(), names[0])) if names else str(index.row() + 1)
        head = f"{column.group}, {column.head}" if column.group else column.head
        return texts.CELL.format(row=row, column=head, value=self._words(index))

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


class FormHead(QHeaderView):
    """Heads in two rows, a group over its columns, and the row of numbers under them."""

    def __init__(self, model: FormModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.sectionResized.connect(lambda *_: self.viewport().update())

    def sizeHint(self) -> QSize:
        return QSize(0, self._group_height() + self._head_height() + _NUMBER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        content = self._model.content
        if content is None:
            return
        for head in content.heads:
            if head.first <= logicalIndex <= head.last:
                self._paint(painter, self._area(head), head.text)
        numbers = QRect(rect.left(), rect.bottom() - _NUMBER_HEIGHT + 1, rect.width(), _NUMBER_HEIGHT)
        self._paint(painter, numbers, content.numbers[logicalIndex])

    def _paint(self, painter: QPainter, area: QRect, words: str) -> None:
        palette = self.palette()
        painter.fillRect(area, palette.color(QPalette.ColorRole.Button))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(area.adjusted(-1, -1, -1, -1))
        painter.setPen(palette.color(QPalette.ColorRole.ButtonText))
        painter.drawText(area.adjusted(_PAD, 0, -_PAD, 0), _WRAPPED, words)

    def _area(self, head: HeadCell) -> QRect:
        left = self.sectionViewportPosition(head.first)
        right = self.sectionViewportPosition(head.last) + self.sectionSize(head.last)
        groups = self._group_height()
        top = 0 if head.top == 0 else groups
        bottom = groups if head.bottom == 0 else self.height() - _NUMBER_HEIGHT
        return QRect(left, top, right - left, bottom - top)

    def _group_height(self) -> int:
        return max((self._height_of(head) for head in self._heads(0, 0)), default=_LEAST_GROUP)

    def _head_height(self) -> int:
        under = max((self._height_of(head) for head in self._heads(1, 1)), default=_LEAST_HEAD)
        # A head without a group has the row of the groups as well.
        alone = max((self._height_of(head) for head in self._heads(0, 1)), default=_LEAST_HEAD)
        return max(under, alone - self._group_height(), _LEAST_HEAD)

    def _heads(self, top: int, bottom: int) -> list[HeadCell]:
        content = self._model.content
        return [head for head in content.heads if (head.top, head.bottom) == (top, bottom)] if content else []

    def _height_of(self, head: HeadCell) -> int:
        sizes = [self.sectionSize(at) for at in range(head.first, head.last + 1)]
        room = QRect(0, 0, sum(sizes) - 2 * _PAD, 1000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, head.text).height() + 2 * _PAD


class FormView(QTableView):
    """Shows one form; cells can be chosen and copied, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = FormModel(self)
        self.setModel(self.form)
        self.setHorizontalHeader(FormHead(self.form, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        side = self.verticalHeader()
        side.setVisible(False)
        side.setMinimumSectionSize(theme.ROW_HEIGHT)
        side.setDefaultSectionSize(theme.ROW_HEIGHT)

    def show_content(self, content: SheetContent) -> None:
        """Show a form; the place stays where the form is the same as before."""
        same = self.form.content is not None and self.form.content.form == content.form
        place = (self.currentIndex().row(), self.currentIndex().column())
        self.form.show_content(content)
        self.setAccessibleName(f"{content.form.code} {content.title}")
        if not same:
            for at, column in enumerate(content.form.columns):
                self.setColumnWidth(at, max(round(column.width * PIXELS_PER_LETTER), _NARROWEST))
        self._fit_long_rows(content)
        if self.form.rowCount():
            self.setCurrentIndex(self.form.index(*(place if same and place[0] >= 0 else (0, 0))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._block())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        return

    def _fit_long_rows(self, content: SheetContent) -> None:
        # Only words of a plan run over several lines; a list of units may be long and has one line each.
        if any(column.holds in _LONG for column in content.form.columns):
            self.resizeRowsToContents()

    def _block(self) -> str:
        chosen = sorted(
            self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column())
        )
        lines: dict[int, list[str]] = {}
        for index in chosen:
            lines.setdefault(index.row(), []).append(str(index.data()))
        return "\n".join("\t".join(cells) for cells in lines.values())
