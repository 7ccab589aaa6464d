"""The page of the unit: all districts and communes of the list, narrowed by typing or by province and district."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from db.rules.formats import Value, number_text
from db.rules.units import Level, UnitLine
from ui.common import theme
from ui.common.forms.choosing import Option, option
from ui.common.lists.columns import Column
from ui.common.lists.filter_row import FilterRow
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.wizard import texts
from ui.wizard.page import Page
from ui.wizard.presenter import WizardPresenter

COLUMNS = (
    Column(texts.NAME, "name", 290, sortable=False),
    Column(texts.LEVEL, "level", 120, sortable=False),
    Column(texts.WITHIN, "within", 540, sortable=False),
    Column(texts.CODE, "code", 80, sortable=False),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class CandidateRow:
    """One unit as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class UnitPage(Page):
    """A list of candidates over which one types."""

    def __init__(self, presenter: WizardPresenter) -> None:
        super().__init__(presenter, texts.UNIT_WORDS)
        self.filters = FilterRow()
        self.filters.add_box("province", texts.PROVINCE)
        self.filters.add_box("district", texts.DISTRICT)
        self.model = ListModel(COLUMNS, self._rows, self)
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.UNIT)
        self.chosen = QLabel()
        self.chosen.setFont(theme.strong(self.font()))
        self._within = {"province": "", "district": ""}
        self._text = ""
        for widget in (self.filters, self.table, self.chosen, self.message):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.table, 1)
        self._connect()

    def enter(self) -> None:
        self.message.say("")
        self.filters.line.setFocus()

    def problem(self) -> str:
        return "" if self.presenter.unit else texts.UNIT_NEEDED

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the filter led to the list, where the choice is looked at before another Enter goes on.
        if event.key() in _ENTER and self.table.hasFocus():
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.presenter.units_read.connect(self._on_units_read)
        self.filters.text_changed.connect(self._on_text_changed)
        self.filters.option_chosen.connect(self._on_option_chosen)
        self.filters.list_requested.connect(self._take_list)
        self.table.rows_chosen.connect(self._on_rows_chosen)
        self.table.row_opened.connect(self.next_requested)

    def _on_units_read(self) -> None:
        self.filters.set_options("province", _options(self.presenter.index.within(Level.PROVINCE)))
        self.filters.show_box("district", shown=bool(self.presenter.index.count(Level.DISTRICT)))
        self.filters.clear()
        self._offer_districts()
        self._find()

    def _on_text_changed(self, text: str) -> None:
        self._text = text
        self._find()

    def _on_option_chosen(self, key: str, code: str) -> None:
        self._within[key] = code
        if key == "province":
            self._offer_districts()
        self._find()

    def _offer_districts(self) -> None:
        province = self._within["province"]
        districts = self.presenter.index.within(Level.DISTRICT, province) if province else ()
        self.filters.set_options("district", _options(districts))

    def _find(self) -> None:
        within = [code for code in self._within.values() if code]
        found = self.presenter.index.find(self._text, within)
        self.model.show_ids(tuple(item.id for item in found), {})
        self.filters.show_count(texts.COUNT.format(count=number_text(len(found))))
        self.message.say("" if found else texts.NO_UNIT)
        if len(found) == 1:
            self.table.choose(found[0].id)
        self._show_chosen()

    def _take_list(self) -> None:
        # Enter may come before the pause after the last letter is over.
        self._on_text_changed(self.filters.line.text())
        if not self.model.rowCount():
            return
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus()

    def _on_rows_chosen(self) -> None:
        chosen = self.table.chosen_ids()
        if len(chosen) == 1:
            self.presenter.choose_unit(chosen[0])
            self.message.say("")
        self._show_chosen()

    def _show_chosen(self) -> None:
        unit = self.presenter.unit
        self.chosen.setText(texts.CHOSEN.format(name=unit.name, within=unit.within) if unit else "")

    def _rows(self, ids: Iterable[int]) -> Sequence[CandidateRow]:
        found = [self.presenter.index.candidate(number) for number in ids]
        return [
            CandidateRow(
                item.id,
                {
                    "name": item.name,
                    "level": texts.LEVELS[item.level],
                    "within": item.within,
                    "code": item.code,
                },
            )
            for item in found
        ]


def _options(units: Sequence[UnitLine]) -> tuple[Option, ...]:
    return tuple(option(unit.code, unit.name) for unit in units)
