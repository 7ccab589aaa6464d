"""The model of a sheet's grid: groups with their sums, criteria, the whole, the class."""

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from db.rules.formats import UNRECORDED, number_text
from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.rule_sets import CriterionGroup, RuleSet
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.scores.sheet import texts
from ui.scores.sheet.marks import COLUMNS, REASON
from ui.scores.sheet.presenter import Place, SheetPresenter

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["group", "criterion", "whole"]

KEYS = ("code", "title", "most", *COLUMNS)
HEADS = (texts.NUMBER, texts.CRITERION, texts.MOST, texts.SELF, texts.APPRAISED, texts.REASON)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_HEAD = int(_CENTER) | int(Qt.TextFlag.TextWordWrap)
_ALIGN = dict(zip(KEYS, (_CENTER, _LEFT, _RIGHT, _RIGHT, _RIGHT, _LEFT), strict=True))


@dataclass(frozen=True)
class Line:
    """One row: its kind, what stands in the first two columns and the most points; the criteria it adds up."""

    kind: Kind
    code: str
    title: str
    most: str
    criteria: tuple[str, ...]


def sheet_lines(rules: RuleSet) -> tuple[Line, ...]:
    """Return the rows of a rule set: each group and its criteria, then the whole."""
    lines = [line for group in rules.groups for line in _group_lines(group)]
    most = sum(group.most for group in rules.groups)
    whole = tuple(criterion.code for criterion in rules.leaves)
    return (*lines, Line("whole", "", texts.WHOLE, number_text(most), whole))


def _group_lines(group: CriterionGroup) -> list[Line]:
    codes = tuple(item.code for item in group.leaves)
    head = Line("group", group.code, group.title, number_text(group.most), codes)
    return [
        head,
        *(
            Line("criterion", item.code, item.title, number_text(item.most), (item.code,))
            for item in group.leaves
        ),
    ]


class SheetModel(QAbstractTableModel):
    """Shows the presenter's sheet; what is typed in a cell goes to the presenter."""

    def __init__(self, presenter: SheetPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.lines: tuple[Line, ...] = ()
        presenter.opened.connect(self._on_opened)
        presenter.changed.connect(self._on_changed)

    def place(self, index: Index) -> Place | None:
        """Return the criterion and column of a cell that can be typed in, none for the others."""
        if (
            not index.isValid()
            or self.lines[index.row()].kind != "criterion"
            or KEYS[index.column()] not in COLUMNS
        ):
            return None
        return self.lines[index.row()].code, KEYS[index.column()]

    def index_of(self, place: Place) -> QModelIndex:
        """Return the cell of a criterion and column."""
        row = next(
            at for at, line in enumerate(self.lines) if line.kind == "criterion" and line.code == place[0]
        )
        return self.index(row, KEYS.index(place[1]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(KEYS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if self.place(index) else usual

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
            return _ALIGN[KEYS[index.column()]]
        return self._look(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return _HEAD if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _look(self, index: Index, role: int) -> Any:
        place = self.place(index)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index)
        if role == Qt.ItemDataRole.BackgroundRole and self.lines[index.row()].kind != "criterion":
            return QApplication.palette().color(QPalette.ColorRole.AlternateBase)
        if role == Qt.ItemDataRole.ForegroundRole and place and self._presenter.is_held(place):
            return theme.late()
        if role == Qt.ItemDataRole.ToolTipRole and place and place in self._presenter.findings:
            return finding_text(self._presenter.findings[place])
        return self._spoken(index) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _text(self, index: Index) -> str:
        line, key = self.lines[index.row()], KEYS[index.column()]
        if key in ("code", "title", "most"):
            return str(getattr(line, key))
        if line.kind == "criterion":
            shown = self._presenter.text((line.code, key))
            return shown or ("" if key == REASON else UNRECORDED)
        return "" if key == REASON else number_text(self._presenter.sums(key, line.criteria))

    def _font(self, index: Index) -> QFont | None:
        font = QApplication.font()
        place = self.place(index)
        if self.lines[index.row()].kind != "criterion":
            return theme.strong(font)
        if place and self._presenter.is_held(place):
            font.setItalic(True)
            return font
        return None

    def _spoken(self, index: Index) -> str:
        line, place = self.lines[index.row()], self.place(index)
        words = self._text(index) or texts.EMPTY_CELL
        if place and place in self._presenter.findings:
            words = f"{words}. {finding_text(self._presenter.findings[place])}"
        return texts.CELL.format(column=HEADS[index.column()], criterion=line.code or line.title, value=words)

    def _on_opened(self) -> None:
        self.beginResetModel()
        sheet = self._presenter.sheet
        self.lines = sheet_lines(sheet.rule_set) if sheet else ()
        self.endResetModel()

    def _on_changed(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(KEYS) - 1))


def class_titles(presenter: SheetPresenter) -> tuple[str, str]:
    """Return the names of the classes that the commune's own and the appraised points make, empty until complete."""
    sheet = presenter.sheet
    if sheet is None:
        return "", ""
    rules = sheet.rule_set
    own, appraised = sheet.result(SELF), sheet.result(APPRAISED)
    return rules.class_title(own.class_code), rules.class_title(appraised.class_code)
