"""What is done with the current cell of a form: by hand or taken back, its records, other days beside it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from db.rules.findings import Refused, Unknown
from db.rules.formats import Value
from db.rules.returns.arithmetic import number_of
from db.rules.returns.by_hand import CellPlace, cell_text
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, Severity, place_text, row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm
from db.services.returns import cell_sources
from db.services.returns.cell_sources import SideBySide
from db.services.searching import search
from db.services.searching.search import Found
from ui.measures.behind_dialog import BehindDialog
from ui.returns.filling import work_texts as texts
from ui.returns.filling.deeds import ReturnDeeds
from ui.returns.filling.forms import Forms
from ui.returns.filling.marks import value_words
from ui.returns.filling.override_dialog import AskedCell, OverrideDialog
from ui.returns.filling.presenter import FillingPresenter
from ui.returns.filling.texts import ADDED_UP

_FIGURES = ("done", "share_of_plan")


@dataclass(frozen=True)
class Here:
    """The current cell: its form, row and column by their keys, and what it shows."""

    sheet: FilledSheet
    row: str
    column: ColumnForm
    value: Value

    @property
    def place(self) -> CellPlace:
        """Return where it is."""
        return CellPlace(self.sheet.form.code, self.row, self.column.key)


class CellActs:
    """Acts on the current cell of the open form."""

    def __init__(self, owner: QWidget, presenter: FillingPresenter, deeds: ReturnDeeds, forms: Forms) -> None:
        self._owner, self._presenter, self._deeds, self._forms = owner, presenter, deeds, forms

    def here(self) -> Here | None:
        """Return the current cell; none where no form is shown."""
        filled, at = self._presenter.filled, self._forms.currentIndex()
        if filled is None or at < 0:
            return None
        index = self._forms.page(at).view.currentIndex()
        if not index.isValid():
            return None
        sheet = filled.sheets[at]
        keys, rows = (*row_keys(sheet), TOTAL_ROW), (*sheet.rows, sheet.total)
        values = rows[index.row()]
        return Here(sheet, keys[index.row()], sheet.form.columns[index.column()], values[index.column()])

    def override(self) -> None:
        """Ask what the cell is to say by hand."""
        here = self._open_cell()
        if here is None:
            return
        if not (here.column.is_figure or here.column.is_kept or here.column.holds in _FIGURES):
            self._say(texts.NOT_FOR_HAND)
            return
        answer = OverrideDialog.ask(self._asked(here), self._owner, self._presenter.aside())
        if answer is not None:
            value, reason = answer
            try:
                self._deeds.override(here.place, value, reason, cell_text(self._computed(here)))
            except Refused as refused:
                self._presenter.workplace.fail(refused)

    def take_back(self) -> None:
        """Let the cell say again what the records say."""
        here = self._open_cell()
        standing = self._presenter.standing
        if here is None or standing is None:
            return
        if standing.hand.work is None or here.place not in standing.hand.work.cells:
            self._say(texts.NOT_BY_HAND)
            return
        self._deeds.take_back(here.place)
        self._say(texts.TAKEN_BACK)

    def behind(self) -> Found | None:
        """Show the records behind the figure; return the one to be opened."""
        here, asked = self.here(), self._presenter.choices.asked()
        if here is None or asked is None:
            return None
        standing = self._presenter.standing
        if standing is not None and standing.hand.sources:
            self._say(ADDED_UP)
            return None
        if not here.column.measure:
            self._say(texts.NO_MEASURE)
            return None
        # Behind a cell by hand stand the records of what they say themselves.
        workplace, number = self._presenter.workplace, number_of(self._computed(here))
        if number is None:
            self._say(texts.NO_NUMBER)
            return None
        try:
            found = workplace.read(
                lambda session: cell_sources.behind(session, here.column, here.row, asked.unit, asked.period)
            )
        except Unknown:  # A unit of another time has no records over these days.
            self._say(texts.NO_ROWS)
            return None
        if not found.added:
            self._say(texts.NO_ROWS)
            return None
        return BehindDialog.ask(
            number,
            self._where(here),
            found,
            lambda kind, ids: workplace.read(lambda session: search.describe(session, kind, ids)),
            self._owner,
        )

    def sides(self) -> tuple[SideBySide | None, str]:
        """Return the measure of the current column over other days, and the current row."""
        here, asked = self.here(), self._presenter.choices.asked()
        if here is None or asked is None or not here.column.measure:
            return None, TOTAL_ROW
        found = self._presenter.workplace.read(
            lambda session: cell_sources.side_by_side(session, here.column, asked.unit, asked.period)
        )
        return found, here.row

    def _open_cell(self) -> Here | None:
        """Return the current cell where it can be changed."""
        if self._presenter.shows_frozen:
            self._say(texts.SHOW_NOW_FIRST)
            return None
        return self.here()

    def _asked(self, here: Here) -> AskedCell:
        standing = self._presenter.standing
        cell = standing.hand.work.cells.get(here.place) if standing and standing.hand.work else None
        shown = "" if here.value is None else value_words(here.value)
        return AskedCell(self._where(here), here.column, shown, value_words(self._computed(here)), cell)

    def _computed(self, here: Here) -> Value:
        """Return what the records say in the cell."""
        standing = self._presenter.standing
        mark = standing.hand.by_hand.marks.get(here.place) if standing else None
        return mark.computed if mark else here.value

    def _where(self, here: Here) -> str:
        place = CheckFinding(Severity.WARNING, "", here.sheet.form.code, here.row, here.column.key)
        return place_text(place, (here.sheet,))

    def _say(self, words: str) -> None:
        self._presenter.workplace.say(words)
