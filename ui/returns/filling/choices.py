"""Which sets and units can be chosen on the screen of returns, and which are."""

from dataclasses import dataclass
from datetime import date

from db.rules.periods import Period
from db.rules.returns.forms import ReturnSet
from db.rules.text import sort_key
from db.services import offices
from db.services.returns import return_sets
from db.services.units import UnitInfo
from db.sessions import Session
from ui.common.finding_texts import finding_text
from ui.common.forms.choosing import Option, option
from ui.common.forms.options import unit_options
from ui.common.workplace import Workplace
from ui.returns.filling import texts

_SET = "returns/set"


@dataclass(frozen=True)
class Asked:
    """What is to be filled, and the borders in which earlier years are compared; what is reported has none."""

    set_code: str
    unit: UnitInfo
    period: Period
    borders: date | None = None


class ReturnChoices:
    """The sets that hold in the chosen period for the chosen unit, and the units of the office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.sets: tuple[Option, ...] = ()
        self.units: tuple[Option, ...] = ()
        self.set_code = workplace.preferences.text(_SET)
        self.unit_id: int | None = workplace.office.unit.id
        self._known: dict[int, UnitInfo] = {}
        self._held: tuple[ReturnSet, ...] = ()
        self._refused: tuple[str, ...] = ()

    def reload(self) -> None:
        """Read what can be chosen; what is chosen stays where it still can be."""
        self._held, listed = self._workplace.read(self._read)
        self._known = {unit.id: unit for unit in listed}
        self.units = unit_options(sorted(listed, key=lambda unit: (unit.level, sort_key(unit.name))))
        if self.unit_id not in self._known:
            self.unit_id = self._own_unit(listed)
        self.offer_sets()

    def takes_set(self, code: str) -> bool:
        """Choose a set and remember it; tell whether it is another."""
        if not code or code == self.set_code:
            return False
        self.set_code = code
        self._workplace.preferences.set_text(_SET, code)
        return True

    def takes_unit(self, code: str) -> bool:
        """Choose a unit by its number as digits; tell whether it is another. Anything else leaves the one there was."""
        if not code.isdecimal() or int(code) not in self._known or int(code) == self.unit_id:
            return False
        self.unit_id = int(code)
        self.offer_sets()
        return True

    def asked(self) -> Asked | None:
        """Return what is chosen; none where no set of forms holds or the unit is not known in the period."""
        unit = self._known.get(self.unit_id or 0)
        if unit is None or not self.set_code:
            return None
        return Asked(self.set_code, unit, self._workplace.period, self._workplace.borders)

    def why_not(self) -> tuple[str, ...]:
        """Return why nothing is filled."""
        if self.unit_id not in self._known:
            return (texts.NO_UNIT.format(name=self._workplace.office.unit.name),)
        if self.sets:
            return (texts.NOT_FILLED,)
        return self._refused or (texts.NO_SETS,)

    def offer_sets(self) -> None:
        """Offer the sets that know the level of the chosen unit on the day of the period; keep why others do not."""
        unit, span = self._known.get(self.unit_id or 0), self._workplace.span
        found = [(item, return_sets.level_finding(item, unit, span) if unit else None) for item in self._held]
        self.sets = tuple(option(item.code, item.title) for item, finding in found if finding is None)
        self._refused = tuple(finding_text(finding) for _, finding in found if finding)
        if self.set_code not in {item.code for item in self.sets}:
            self.set_code = self.sets[0].code if self.sets else ""

    def _own_unit(self, listed: tuple[UnitInfo, ...]) -> int | None:
        """Return the office's unit; in a time before it the first that it came from, none where there is none."""
        own = self._workplace.office.unit.id
        return own if own in self._known or not listed else listed[0].id

    def _read(self, session: Session) -> tuple[tuple[ReturnSet, ...], tuple[UnitInfo, ...]]:
        span = self._workplace.span
        return return_sets.sets(session, span.last), offices.units_kept(session, span)
