"""What the communes of a board were appraised at a year before, as reported or in the borders of a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from db.rules.periods import Span
from db.rules.successions import Gap, GapKind
from db.services.measuring import looking, measures
from db.services.units import UnitInfo

_APPRAISED = "scores.appraised_points"


@dataclass(frozen=True)
class Before:
    """What a commune was appraised at a year before; a `gap` tells why it is not comparable.

    `parts` names the communes of that year that lie in it, each with its points. `unit_id` is the one commune of that
    year that it is compared with.
    """

    points: Decimal | None = None
    gap: Gap | None = None
    parts: tuple[tuple[str, Decimal], ...] = ()
    unit_id: int | None = None


class YearBefore:
    """The points of a year, looked at from the communes of another; they do not add up."""

    def __init__(self, session: Session, unit_id: int, span: Span, borders: date | None) -> None:
        self._ref = measures.refer(session, _APPRAISED)
        self._seen = looking.seen(session, [self._ref], unit_id=unit_id, span=span, day=borders)
        self._sources = looking.sources(session, [self._ref], self._seen, span=span)[self._ref.expression]

    def of(self, unit: UnitInfo) -> Before:
        """Return what a commune had, or why it cannot be told."""
        seen, gap = self._seen, self._seen.gap_of(self._ref.measure, unit.id)
        if seen.scope and unit.id not in seen.scope:
            gap = Gap(GapKind.ABSENT, (unit.name,))
        points = None if gap else seen.number(self._ref, unit.id)
        parts = [source for source in self._sources if source.home == unit.id]
        told = tuple((source.unit.name, Decimal(source.value)) for source in looking.named(parts))
        same = [source.unit.id for source in parts] if seen.homes else [unit.id]
        alone = same[0] if len(same) == 1 and gap is None else None
        return Before(None if points is None else Decimal(points), gap, told, alone)
