"""The communes' sheets of a year, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ScoreSheet
from db.rules.periods import Span
from db.rules.scoring.rule_sets import RuleSet
from db.rules.successions import Gap, GapKind
from db.rules.units import Level
from db.services import units
from db.services.measuring import looking, measures
from db.services.scoring import rule_sets
from db.services.units import UnitInfo

_APPRAISED = "scores.appraised_points"


@dataclass(frozen=True)
class BoardRow:
    """A commune's result of a year; empty until a mark is given."""

    unit: UnitInfo
    self_points: Decimal | None = None
    self_class: str = ""
    appraised_points: Decimal | None = None
    appraised_class: str = ""
    before: "Before | None" = None

    @property
    def difference(self) -> Decimal | None:
        """Return appraised minus self points; nothing until both are there."""
        if self.self_points is None or self.appraised_points is None:
            return None
        return self.appraised_points - self.self_points


@dataclass(frozen=True)
class Before:
    """What a commune was appraised at a year before; a `gap` tells why it is not comparable.

    `parts` names the communes of that year that lie in it, each with its points.
    """

    points: Decimal | None = None
    gap: Gap | None = None
    parts: tuple[tuple[str, Decimal], ...] = ()


def board(
    session: Session, *, unit_id: int, span: Span, before: Span | None = None, borders: date | None = None
) -> tuple[BoardRow, ...]:
    """Return every commune of which an office keeps records with its result of the span's year, by code.

    With the days of the year `before`, each with its points of that year too, as reported or in `borders` of a day:
    points do not add up, so that a commune that several became has none, and they are named.
    """
    communes = [unit for unit in units.kept_by(session, unit_id, span) if unit.level == Level.COMMUNE]
    sheets = {
        sheet.unit_id: sheet for sheet in _sheets_of(session, span.year, [unit.id for unit in communes])
    }
    used = {sheet.rule_set_id for sheet in sheets.values()}
    known = {number: rule_sets.by_id(session, number) for number in used}
    rows = [_board_row(unit, sheets.get(unit.id), known) for unit in communes]
    if before is None:
        return tuple(rows)
    earlier = _Earlier(session, unit_id, before, borders)
    return tuple(replace(row, before=earlier.of(row.unit)) for row in rows)


class _Earlier:
    """The points of a year before, of the communes of another."""

    def __init__(self, session: Session, unit_id: int, span: Span, borders: date | None) -> None:
        self._ref = measures.refer(session, _APPRAISED)
        self._seen = looking.seen(session, [self._ref], unit_id=unit_id, span=span, day=borders)
        self._sources = looking.sources(session, [self._ref], self._seen, span=span)[self._ref.expression]

    def of(self, unit: UnitInfo) -> Before:
        seen, gap = self._seen, self._seen.gap_of(self._ref.measure, unit.id)
        if seen.scope and unit.id not in seen.scope:
            gap = Gap(GapKind.ABSENT, (unit.name,))
        points = None if gap else seen.number(self._ref, unit.id)
        parts = [source for source in self._sources if source.home == unit.id]
        told = tuple((source.unit.name, Decimal(source.value)) for source in looking.named(parts))
        return Before(None if points is None else Decimal(points), gap, told)


def _sheets_of(session: Session, year: int, unit_ids: list[int]) -> list[ScoreSheet]:
    statement = select(ScoreSheet).where(ScoreSheet.year == year, ScoreSheet.unit_id.in_(unit_ids))
    return list(session.scalars(statement))


def _board_row(unit: UnitInfo, stored: ScoreSheet | None, known: Mapping[int, RuleSet]) -> BoardRow:
    if stored is None:
        return BoardRow(unit)
    rule_set = known[stored.rule_set_id]
    return BoardRow(
        unit,
        stored.self_points,
        rule_set.class_title(stored.self_class),
        stored.appraised_points,
        rule_set.class_title(stored.appraised_class),
    )
