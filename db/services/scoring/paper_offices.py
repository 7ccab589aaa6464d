"""Whose names stand on score sheets and minutes: a commune's own, those of who appraises it, each of a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.rules.periods import Span
from db.rules.scoring.papers import PaperNames
from db.services import office_names, offices, units
from db.services.offices import OfficeNames
from db.services.units import UnitInfo


@dataclass
class PaperOffices:
    """The names that are printed on sheets of communes; those of the communes of one district are worked out once."""

    session: Session

    def __post_init__(self) -> None:
        self.office = offices.current(self.session)
        self._parents: dict[tuple[str, date], str] = {}

    def of_commune(self, unit: UnitInfo, day: date | None, year: int) -> PaperNames:
        """Return what a commune prints: its own office's names where the book has them, else the usual ones."""
        if unit.id == self.office.unit.id:
            return printed(office_names.on_day(self.session, day))
        held = office_names.of_unit(self.session, day, unit.id)
        return printed(held or self._usual(unit, day or date(year, 12, 31)))

    def of_appraisers(self, unit: UnitInfo, day: date | None) -> PaperNames:
        """Return what this office prints; in a commune's own book those who appraise it are known by name alone."""
        own = office_names.on_day(self.session, day)
        if unit.id != self.office.unit.id:
            return printed(own)
        return PaperNames("", own.parent_agency or own.issuing_agency, own.place)

    def _usual(self, unit: UnitInfo, day: date) -> OfficeNames:
        within = max(min(day, unit.valid_to or day), unit.valid_from or day)
        return offices.names_for(unit.name, self._parent(unit.parent or "", within), unit.level)

    def _parent(self, code: str, day: date) -> str:
        """Return what the unit above was called on a day, or at last before it."""
        if (code, day) not in self._parents:
            ever = Span(date.min, day, day.year)
            self._parents[code, day] = units.find_during(self.session, code, ever).name
        return self._parents[code, day]


def printed(names: OfficeNames) -> PaperNames:
    """Return an office's names as papers of scoring take them."""
    return PaperNames(
        names.parent_agency,
        names.issuing_agency,
        names.place,
        names.symbol,
        names.authority,
        names.signatory_post,
        names.signatory_name,
        names.preparer_name,
        names.receiving_unit,
    )
