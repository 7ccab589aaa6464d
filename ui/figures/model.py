"""The model of the grid: units down, definitions across."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from db.rules.formats import UNRECORDED, day_text, number_text
from db.rules.periods import parse_period
from db.services.figures import Place
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.period_texts import period_title
from ui.figures import texts
from ui.figures.presenter import FiguresPresenter

Index = QModelIndex | QPersistentModelIndex
HELD_ROLE = int(Qt.ItemDataRole.UserRole) + 1

# Plain numbers: a grid asks some thousand times while it opens, and looking up Qt's enums costs more than the answer.
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_ALIGN, _FONT = int(Qt.ItemDataRole.TextAlignmentRole), int(Qt.ItemDataRole.FontRole)
_COLOR, _TOOL_TIP = int(Qt.ItemDataRole.ForegroundRole), int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HEAD = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class FiguresModel(QAbstractTableModel):
    """Shows the presenter's grid; what is typed in a cell goes to the presenter."""

    def __init__(self, presenter: FiguresPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._rows: tuple[int, ...] = ()
        self.codes: tuple[str, ...] = ()
        self._italic = QFont()
        self._italic.setItalic(True)
        presenter.opened.connect(self._on_opened)
        presenter.changed.connect(self._on_changed)

    def place(self, row: int, column: int) -> Place:
        """Return which unit and definition a cell belongs to."""
        return self._rows[row], self.codes[column]

    def titles(self) -> list[str]:
        return [item.title for item in self.presenter.columns]

    def row_of(self, unit_id: int) -> int:
        """Return where a unit stands, -1 where it is not on show."""
        return self._rows.index(unit_id) if unit_id in self._rows else -1

    def column_of(self, code: str) -> int:
        """Return where a definition stands, -1 where it is not on show."""
        return self.codes.index(code) if code in self.codes else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.codes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        if role != _EDIT:
            return False
        self.presenter.leave(self.place(index.row(), index.column()), str(value))
        return True

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _ALIGN:
            return _RIGHT
        if not index.isValid():
            return None
        place = self._rows[index.row()], self.codes[index.column()]
        if role == _DISPLAY:
            return self._text(place)
        if role == _FONT:
            return (
                self._italic if place in self.presenter.held or self.presenter.is_elsewhere(place) else None
            )
        return self._detail(place, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section, role)
        if role == _DISPLAY:
            return self.presenter.columns[section].title
        if role == _TOOL_TIP:
            return self._column_tip(section)
        return _HEAD if role == _ALIGN else None

    def words(self, place: Place) -> str:
        """Return the line under the grid for a cell: what is wrong, which period speaks for it, what it counts."""
        presenter = self.presenter
        finding, elsewhere = presenter.findings.get(place), presenter.grid.elsewhere.get(place)
        unit, column = presenter.unit_name(place), presenter.definition(place)
        if finding is not None:
            return texts.CELL_WRONG.format(unit=unit, column=column.title, words=finding_text(finding))
        if elsewhere is None:
            return texts.CELL_LINE.format(unit=unit, column=column.title, measured_in=column.unit)
        line = texts.ELSEWHERE_LATEST if column.stock else texts.ELSEWHERE_WITHIN
        line = texts.ELSEWHERE_OUTSIDE if elsewhere.value is None else line
        labels = elsewhere.periods[-1:] if column.stock else elsewhere.periods
        periods = ", ".join(period_title(parse_period(label)) for label in labels)
        return line.format(unit=unit, column=column.title, periods=periods)

    def _detail(self, place: Place, role: int) -> Any:
        presenter = self.presenter
        if role == _EDIT:
            return presenter.typed(place)
        if role == HELD_ROLE:
            return place in presenter.held
        if role == _COLOR:
            return self._color(place)
        if role == _TOOL_TIP:
            marked = place in presenter.findings or place in presenter.grid.elsewhere
            return self.words(place) if marked else None
        return self._spoken(place) if role == _ACCESSIBLE else None

    def _text(self, place: Place) -> str:
        held = self.presenter.held.get(place)
        if held is not None:
            return held
        value = self.presenter.value(place)
        return UNRECORDED if value is None else number_text(value)

    def _color(self, place: Place) -> Any:
        if place in self.presenter.held:
            return theme.late()
        shaded = self.presenter.is_elsewhere(place) or self.presenter.value(place) is None
        palette = QGuiApplication.palette()
        return palette.color(QPalette.ColorRole.PlaceholderText) if shaded else None

    def _spoken(self, place: Place) -> str:
        presenter = self.presenter
        if place in presenter.findings:
            return f"{presenter.held[place]}. {self.words(place)}"
        value = presenter.value(place)
        said = texts.BLANK if value is None else number_text(value)
        return texts.CELL.format(
            unit=presenter.unit_name(place), column=presenter.definition(place).title, value=said
        )

    def _row_head(self, section: int, role: int) -> Any:
        if role in (_DISPLAY, _TOOL_TIP):
            return self.presenter.units[section].name
        return _LEFT if role == _ALIGN else None

    def _column_tip(self, section: int) -> str:
        item = self.presenter.columns[section]
        tip = texts.COLUMN_ENDED if item.ended_on else texts.COLUMN_TIP
        return tip.format(
            title=item.title, unit=item.unit, about=item.about, day=day_text(item.ended_on)
        ).strip()

    def _on_opened(self) -> None:
        rows = tuple(unit.id for unit in self.presenter.units)
        codes = tuple(item.code for item in self.presenter.columns)
        if (rows, codes) == (self._rows, self.codes):
            self._on_changed(())
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(codes) - 1, 0))
            return
        self.beginResetModel()
        self._rows, self.codes = rows, codes
        self.endResetModel()

    def _on_changed(self, places: tuple[Place, ...]) -> None:
        if not self._rows or not self.codes:
            return
        if len(places) == 1:
            index = self.index(self.row_of(places[0][0]), self.column_of(places[0][1]))
            self.dataChanged.emit(index, index)
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.codes) - 1))
