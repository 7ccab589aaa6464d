"""The model of a sheet's grid: groups and criteria with their sums, items, the conditions that are asked."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from db.rules.formats import UNRECORDED, number_text
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.scores.evidence import texts as evidence_texts
from ui.scores.sheet import texts
from ui.scores.sheet.answer_choice import is_chosen
from ui.scores.sheet.lines import Line, sheet_lines
from ui.scores.sheet.marks import APPRAISED, COLUMN_OF, COLUMNS, NOTE, REASON, SELF
from ui.scores.sheet.presenter import Place, SheetPresenter

Index = QModelIndex | QPersistentModelIndex

KEYS = ("code", "title", "most", SELF, "self_points", APPRAISED, "appraised_points", REASON)
HEADS = (
    texts.NUMBER,
    texts.CRITERION,
    texts.MOST,
    texts.SELF,
    texts.POINTS,
    texts.APPRAISED,
    texts.POINTS,
    texts.REASON,
)
# Of a place beside the grid too.
PLACE_NAMES = {SELF: texts.SELF, APPRAISED: texts.APPRAISED, REASON: texts.REASON, NOTE: texts.NOTE}
# The answer whose points stand in a column.
ANSWER_OF = {"self_points": SELF, "appraised_points": APPRAISED}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_HEAD = int(_CENTER) | int(Qt.TextFlag.TextWordWrap)
_ALIGN = dict(zip(KEYS, (_CENTER, _LEFT, _RIGHT, _RIGHT, _RIGHT, _RIGHT, _RIGHT, _LEFT), strict=True))
DEPTH_ROLE = int(Qt.ItemDataRole.UserRole) + 1
# How much evidence a criterion has; nothing in cells that do not show it.
EVIDENCE_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class SheetModel(QAbstractTableModel):
    """Shows the presenter's sheet; what is typed in a cell goes to the presenter."""

    def __init__(self, presenter: SheetPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.lines: tuple[Line, ...] = ()
        self._evidence: Mapping[str, int] = {}
        presenter.opened.connect(self._on_opened)
        presenter.changed.connect(self._on_changed)

    def place(self, index: Index) -> Place | None:
        """Return the criterion and column of a cell in which something is typed, none for the others."""
        code = self.code(index)
        return (code, KEYS[index.column()]) if code and KEYS[index.column()] in COLUMNS else None

    def code(self, index: Index) -> str:
        """Return the criterion of a row that is answered, nothing for the others."""
        line = self.lines[index.row()] if index.isValid() else None
        return line.code if line is not None and line.is_answered else ""

    def index_of(self, place: Place) -> QModelIndex:
        """Return the cell of a criterion and column."""
        return self.index(self.row_of(place[0]), KEYS.index(place[1]))

    def row_of(self, code: str) -> int:
        """Return the row of a criterion that is answered."""
        return next(at for at, line in enumerate(self.lines) if line.is_answered and line.code == code)

    def show_evidence(self, counts: Mapping[str, int]) -> None:
        """Mark the criteria that have evidence with how much it is."""
        if counts != self._evidence and self.lines:
            self._evidence = counts
            column = KEYS.index("title")
            self.dataChanged.emit(self.index(0, column), self.index(len(self.lines) - 1, column))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(KEYS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        place = self.place(index)
        is_open = place is not None and self._presenter.closed(place) is None
        return usual | Qt.ItemFlag.ItemIsEditable if is_open else usual

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self.place(index)
        if place is None or role != Qt.ItemDataRole.EditRole:
            return False
        self._presenter.leave(place, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.EditRole:
            place = self.place(index)
            return self._presenter.text(place) if place else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._align(index)
        if role == DEPTH_ROLE:
            return self.lines[index.row()].depth if KEYS[index.column()] == "title" else 0
        if role == EVIDENCE_ROLE:
            return self._evidence_of(index)
        return self._look(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.FontRole and self._is_open(KEYS[section]):
            return theme.strong(QApplication.font())
        return _HEAD if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _align(self, index: Index) -> Qt.AlignmentFlag:
        """Stand numbers at the right and what is chosen, or said in words, in the middle."""
        place, sheet = self.place(index), self._presenter.sheet
        if place is None or sheet is None or place[1] == REASON:
            return _ALIGN[KEYS[index.column()]]
        words = is_chosen(sheet.rule_set.criterion(place[0])) or not self._presenter.text(place)[:1].isdigit()
        return _CENTER if words and self._presenter.text(place) else _RIGHT

    def _look(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index)
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(self.lines[index.row()], KEYS[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole:
            place = self.place(index)
            return theme.late() if place and self._presenter.is_held(place) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index)
        return self._spoken(index) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _ground(self, line: Line, key: str) -> Any:
        """Grey what is not typed in now: rows of sums, and the columns that are closed."""
        palette = QApplication.palette()
        if not line.is_answered or (key in COLUMNS and not self._is_open(key)):
            return palette.color(QPalette.ColorRole.AlternateBase)
        return None

    def _is_open(self, key: str) -> bool:
        return key in COLUMNS and COLUMN_OF[key] == self._presenter.open_column

    def _evidence_of(self, index: Index) -> int:
        return self._evidence.get(self.code(index), 0) if KEYS[index.column()] == "title" else 0

    def _evidence_words(self, index: Index) -> str:
        count = self._evidence_of(index)
        return evidence_texts.COUNT.format(count=count) if count else ""

    def _tip(self, index: Index) -> str:
        place = self.place(index)
        if place and place in self._presenter.findings:
            return finding_text(self._presenter.findings[place])
        return "\n".join(filter(None, (self._text(index), self._evidence_words(index))))

    def _text(self, index: Index) -> str:
        line, key = self.lines[index.row()], KEYS[index.column()]
        if key in ("code", "title", "most"):
            return str(getattr(line, key))
        if key in ANSWER_OF:
            return self._points(line, ANSWER_OF[key])
        if not line.is_answered:
            return ""
        shown = self._presenter.text((line.code, key))
        return shown or ("" if key == REASON else UNRECORDED)

    def _points(self, line: Line, answer: str) -> str:
        if not line.most:
            return ""
        if line.is_answered:
            return number_text(self._presenter.points((line.code, answer)))
        return number_text(self._presenter.sums(answer, line.criteria))

    def _font(self, index: Index) -> QFont | None:
        font = QApplication.font()
        place, line = self.place(index), self.lines[index.row()]
        if line.depth == 0 and not line.is_answered:
            return theme.strong(font)
        if place and self._presenter.is_held(place):
            font.setItalic(True)
            return font
        return None

    def _spoken(self, index: Index) -> str:
        line, place = self.lines[index.row()], self.place(index)
        words = ", ".join(filter(None, (self._text(index), self._evidence_words(index)))) or texts.EMPTY_CELL
        if place and place in self._presenter.findings:
            words = f"{words}. {finding_text(self._presenter.findings[place])}"
        column = HEADS[index.column()]
        if (answer := ANSWER_OF.get(KEYS[index.column()])) is not None:
            column = texts.POINTS_OF[COLUMN_OF[answer]]
        return texts.CELL.format(column=column, criterion=line.code or line.title, value=words)

    def _on_opened(self) -> None:
        self.beginResetModel()
        sheet = self._presenter.sheet
        self.lines = sheet_lines(sheet.rule_set) if sheet else ()
        self.endResetModel()

    def _on_changed(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(KEYS) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(KEYS) - 1)
