"""The records that a number was counted from, with what each adds to it; one of them can be opened.

Of a restated number the units stand above them from which it came, each with its part.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QVBoxLayout, QWidget

from db.rules.formats import Number, Value, day_text, number_text
from db.rules.measures import total
from db.rules.periods import parse_period
from db.services.measuring.looking import Source
from db.services.measuring.measure_tables import Behind
from db.services.searching.search import Found
from ui.common import theme
from ui.common.borders import gap_text
from ui.common.borders_texts import NOT_COMPARABLE
from ui.common.lists.columns import Column, cell_text
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.period_texts import period_title
from ui.measures import texts

_SIZE, _FRAME = (820, 480), 4
COLUMNS = (
    Column(texts.WHAT, "what", 380, sortable=False),
    Column(texts.WHERE, "where", 170, sortable=False),
    Column(texts.DAY, "day", 130, sortable=False),
    Column(texts.ADDS, "adds", 90, "right", sortable=False),
)
SOURCE_COLUMNS = (
    Column(texts.SOURCE_UNIT, "unit", 380, sortable=False),
    Column(texts.SOURCE_CODE, "code", 90, sortable=False),
    Column(texts.SOURCE_DAYS, "days", 210, sortable=False),
    Column(texts.SOURCE_VALUE, "value", 90, "right", sortable=False),
)
_MOST_SOURCES = 6
Describe = Callable[[str, Sequence[int]], tuple[Found, ...]]


@dataclass(frozen=True)
class BehindRow:
    """A record as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class BehindDialog(QDialog):
    """Lists the records; a long list is described only where somebody looks."""

    def __init__(
        self,
        number: Number | None,
        title: str,
        behind: Behind,
        describe: Describe,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen: Found | None = None
        self._behind, self._describe = behind, describe
        words = texts.BEHIND.format(number=cell_text(number))
        self.setWindowTitle(NOT_COMPARABLE if number is None else words)
        theme.fit_screen(self, *_SIZE)
        model = ListModel(COLUMNS, self._rows, self)
        self.table = RecordTable(model)
        self.table.setAccessibleName(title)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.row_opened.connect(self._open)
        model.show_ids(tuple(behind.added), {})
        self.sources = RecordTable(ListModel(SOURCE_COLUMNS, self._source_rows, self))
        self.sources.setAccessibleName(texts.SOURCES)
        self.told = QLabel()
        self._show_sources(number)
        self._lay_out(title)
        self.table.selectRow(0)
        self.table.setFocus()

    @classmethod
    def ask(
        cls, number: Number | None, title: str, behind: Behind, describe: Describe, parent: QWidget
    ) -> Found | None:
        """Show the records; return the one to be opened."""
        dialog = cls(number, title, behind, describe, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _rows(self, ids: tuple[int, ...]) -> Sequence[BehindRow]:
        return [self._row(found) for found in self._describe(self._behind.kind, ids)]

    def _row(self, found: Found) -> BehindRow:
        cells: dict[str, Value] = {
            "what": found.title,
            "where": found.beside,
            "day": period_title(parse_period(found.period)) if found.period else found.day,
            "adds": self._behind.added[found.id],
        }
        return BehindRow(found.id, cells)

    def _show_sources(self, number: Number | None) -> None:
        """Name the units behind a restated number, and say how their values make it."""
        sources = self._behind.sources
        self.sources.list_model.show_ids(tuple(source.unit.id for source in sources), {})
        self.sources.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.sources.setFixedHeight((min(len(sources), _MOST_SOURCES) + 1) * theme.ROW_HEIGHT + _FRAME)
        self.told.setText(self._said(number))
        self.told.setWordWrap(True)
        for widget in (self.sources, self.told):
            widget.setHidden(not sources)

    def _said(self, number: Number | None) -> str:
        behind = self._behind
        if behind.gap is not None:
            return gap_text(behind.gap)
        added = total(source.value for source in behind.sources)
        words = texts.SOURCES_SUM if behind.adds_up and added == number else texts.SOURCES_ANEW
        return words.format(sum=number_text(added), number=cell_text(number))

    def _source_rows(self, ids: tuple[int, ...]) -> Sequence[BehindRow]:
        return [_source_row(source) for source in self._behind.sources if source.unit.id in ids]

    def _open(self) -> None:
        chosen = self.table.current_id()
        if chosen is not None:
            (self.chosen,) = self._describe(self._behind.kind, (chosen,))
            self.accept()

    def _lay_out(self, title: str) -> None:
        head = QLabel(title)
        head.setFont(theme.strong(self.font()))
        head.setWordWrap(True)
        buttons = QDialogButtonBox()
        opening = buttons.addButton(texts.OPEN_ROW, QDialogButtonBox.ButtonRole.ActionRole)
        opening.setAutoDefault(False)
        opening.clicked.connect(self._open)
        buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(self.sources)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(QLabel(texts.BEHIND_COUNT.format(count=number_text(len(self._behind.added)))))
        column.addWidget(buttons)


def _source_row(source: Source) -> BehindRow:
    unit = source.unit
    ends = (day_text(unit.valid_from), day_text(unit.valid_to))
    days = texts.SOURCE_FROM_TO.format(first=ends[0] or texts.OPEN_END, last=ends[1] or texts.OPEN_END)
    cells: dict[str, Value] = {"unit": unit.name, "code": unit.code, "days": days, "value": source.value}
    return BehindRow(unit.id, cells)
