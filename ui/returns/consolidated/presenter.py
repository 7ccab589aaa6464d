"""The state of consolidating: the set, what was added up, where a figure comes from. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.rules.periods import Period
from db.services import offices
from db.services.returns import return_sets, sourced_filling, works
from db.services.units import UnitInfo
from db.sessions import Session
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Workplace
from ui.returns.consolidated import texts

if TYPE_CHECKING:
    from db.rules.returns.row_sources import CellSource
    from db.services.returns.consolidating import Consolidated

KIND = "returns"
_SET = "returns/set"
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """What is to be added up."""

    set_code: str
    unit: UnitInfo
    period: Period


@dataclass(frozen=True)
class _Options:
    sets: tuple[Option, ...]
    unit: UnitInfo | None
    has_below: bool


class ConsolidatedPresenter(QObject):
    """Adds up a set for the office's unit and the chosen period on the worker.

    `options_changed` with other sets, `working` when the work began, `found_changed` with another result, `outdated`
    when files, records or the period changed since.
    """

    options_changed = Signal()
    working = Signal()
    found_changed = Signal()
    outdated = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.sets: tuple[Option, ...] = ()
        self.set_code = workplace.preferences.text(_SET)
        self.unit: UnitInfo | None = None
        self.found: Consolidated | None = None
        self.in_use = False
        self.has_below = False
        self.stale, self.busy = True, False
        self._latest: Asked | None = None
        self._found_for: Asked | None = None
        workplace.changed.connect(self._on_outdated)
        workplace.period_changed.connect(self._on_outdated)

    def reload(self) -> None:
        """Read what can be chosen and add up anew."""
        options = self.workplace.read(self._read_options)
        self.sets, self.unit, self.has_below = options.sets, options.unit, options.has_below
        if self.set_code not in {item.code for item in self.sets}:
            self.set_code = self.sets[0].code if self.sets else ""
        self.options_changed.emit()
        self.consolidate()

    def choose_set(self, code: str) -> None:
        if code and code != self.set_code:
            self.set_code = code
            self.workplace.preferences.set_text(_SET, code)
            self.consolidate()

    def asked(self) -> Asked | None:
        """Return what is chosen; none where there is nothing to add up."""
        if self.unit is None or not self.set_code or not self.has_below:
            return None
        return Asked(self.set_code, self.unit, self.workplace.period)

    def consolidate(self) -> None:
        """Add up on the worker; a later wish makes an earlier one void."""
        asked = self._latest = self.asked()
        self.stale = False
        if asked is None:
            self._take(None, None, False)
            return
        if asked != self._found_for:
            self.found = None  # Figures of another period or set must not stand under the new name.
        self.busy = True
        self.working.emit()
        book = self.workplace.book

        def work(tell: Tell) -> "tuple[Consolidated, bool]":
            tell(texts.FILLING)
            with book.reading() as session:
                return _consolidate(session, asked, tell), _in_use(session, asked)

        job = self.workplace.worker.run(work, lambda done: self._take(asked, *done), self.workplace.fail)
        job.finished.connect(self._on_finished)

    def take_over(self) -> bool:
        """Let the office's return of the period take its figures from here; tell whether it now does."""
        asked = self.asked()
        if asked is None or self.found is None or self.busy:
            return False
        self._set_source(asked, sourced_filling.take_over, texts.TAKEN_OVER)
        return True

    def give_back(self) -> None:
        """Let the office's return of the period take its figures from the records again."""
        asked = self.asked()
        if asked is not None and self.in_use:
            self._set_source(asked, sourced_filling.give_back, texts.GIVEN_BACK)

    def sources_of(self, sheet: str, row: str, column: str) -> "tuple[CellSource, ...]":
        """Return what a cell was made of; nothing while there is no result."""
        return self.found.source_of(sheet, row, column) if self.found else ()

    def why_not(self) -> str:
        """Return why nothing is shown."""
        office = self.workplace.office.unit
        if self.unit is None:
            return texts.NO_UNIT.format(name=office.name)
        if not self.has_below:
            return texts.NOTHING_BELOW.format(name=self.unit.name)
        return texts.NOT_DONE if self.sets else texts.NO_SETS

    def _set_source(self, asked: Asked, change: Callable[..., None], words: str) -> None:
        self.workplace.write(
            lambda session: change(session, set_code=asked.set_code, unit=asked.unit, period=asked.period),
            KIND,
        )
        self.workplace.say(words)

    def _read_options(self, session: Session) -> _Options:
        span = self.workplace.span
        kept = offices.units_kept(session, span)
        own = self.workplace.office.unit.id
        unit = next((item for item in kept if item.id == own), kept[0] if kept else None)
        if unit is None:
            return _Options((), None, False)
        held = return_sets.sets(session, span.last)
        known = [item for item in held if return_sets.level_finding(item, unit, span) is None]
        return _Options(
            tuple(option(item.code, item.title) for item in known), unit, _has_below(session, unit, self)
        )

    def _take(self, asked: Asked | None, found: "Consolidated | None", in_use: bool) -> None:
        if asked == self._latest:
            self._found_for, self.found, self.in_use = asked, found, in_use
            self.found_changed.emit()

    def _on_finished(self) -> None:
        # A stopped job brings no result: what is shown then is what was there before.
        self.busy = False
        self.found_changed.emit()

    def _on_outdated(self, *_: object) -> None:
        self.stale = True
        self.outdated.emit()


def _has_below(session: Session, unit: UnitInfo, presenter: ConsolidatedPresenter) -> bool:
    from db.services import units

    workplace = presenter.workplace
    return len(units.below(session, unit.id, workplace.period.since_year_start(workplace.cut_off))) > 1


def _consolidate(session: Session, asked: Asked, tell: Tell) -> "Consolidated":
    from db.services.returns.consolidating import consolidate

    return consolidate(
        session,
        set_code=asked.set_code,
        unit=asked.unit,
        period=asked.period,
        tell=lambda done, count: tell(texts.READING.format(done=done, count=count)),
    )


def _in_use(session: Session, asked: Asked) -> bool:
    work = works.find(session, unit_id=asked.unit.id, set_code=asked.set_code, period=asked.period.label)
    return work is not None and work.source == works.RETURNS
