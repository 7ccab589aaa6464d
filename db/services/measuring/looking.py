"""Look at measures as they were reported, or in the borders of a day of any time; name what stands behind each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from db.rules import successions
from db.rules.both_ways import borders_of_day
from db.rules.formats import Number
from db.rules.measures import MeasureRef
from db.rules.periods import Span
from db.rules.successions import Borders, Gap, Succession, UnitDays
from db.services import units
from db.services.measuring import measures, restating
from db.services.measuring.measures import Answer
from db.services.measuring.restating import Restated
from db.services.units import UnitInfo

_EVER = Span(date.min, date.max, date.max.year)


@dataclass(frozen=True)
class Source:
    """A unit that stands behind a restated number, the one that it counts for, and its own value."""

    unit: UnitInfo
    home: int
    value: Number


@dataclass(frozen=True)
class UnitHomes:
    """Where records belong in the borders of a day, by the unit that they name.

    `homes` names for each unit the one of the day that it lies in; the scope's own stands for the `undivided`, which
    lie in several or in none that is known. `gaps` are the units that do not have all of their own, `scope` the units
    of the day; all have `names`.
    """

    homes: Mapping[int, int]
    undivided: frozenset[int]
    gaps: Mapping[int, Gap]
    scope: frozenset[int]
    names: Mapping[int, str]


class Looking:
    """Looks at a unit and all below it, as reported or in the borders of a day.

    What the unit came from and what became of it is read once, however many spans of days are asked for.
    """

    def __init__(self, session: Session, *, unit_id: int, day: date | None) -> None:
        self._session, self._unit_id, self._day = session, unit_id, day

    def seen(self, refs: Iterable[MeasureRef], span: Span) -> Restated:
        """Answer measures over a span of days, both ends counted; keyed by expression.

        Where the unit did not exist on the day, the units in which it lay then stand for it, each with its own; the
        whole is that of the unit on the first or the last of its own days.
        """
        asked, day = tuple(refs), self._day
        if day is None:
            return self._reported(asked, span)
        own_day = restating.within_its_days(self._unit, day)
        return self._seen_on(asked, span, day) if own_day == day else self._seen_through(asked, span, own_day)

    def homes(self, span: Span) -> UnitHomes:
        """Return where every unit that a record may name lies in the borders of the day, which must be given.

        A unit of the span lies where its figures of the span belong, another one where all that it ever was does.
        """
        near, far = self._borders(span), self._borders(_EVER)
        lost = far.lost - near.homes.keys()
        homes = {**far.homes, **dict.fromkeys(lost, self._unit_id), **near.homes}
        undivided = near.undivided | lost | (far.undivided - near.homes.keys())
        names = {unit.id: unit.name for unit in self._lineage[0]}
        return UnitHomes(homes, undivided, near.gaps, near.scope, names)

    @cached_property
    def _unit(self) -> UnitInfo:
        return units.by_id(self._session, self._unit_id)

    @cached_property
    def _lineage(self) -> tuple[list[UnitDays], list[Succession]]:
        return restating.lineage(self._session, self._unit_id)

    def _reported(self, refs: Sequence[MeasureRef], span: Span) -> Restated:
        # What a district reported in the period in which it ended is not changed by its end.
        until = self._unit.valid_to
        return Restated(measures.answers(self._session, refs, unit_id=self._unit_id, span=span, until=until))

    def _seen_on(self, refs: Sequence[MeasureRef], span: Span, day: date) -> Restated:
        known, rows = self._lineage
        if not successions.has_moved(known, rows, self._unit_id, min(span.first, day), max(span.last, day)):
            return self._reported(refs, span)
        look = successions.borders if day >= span.last else borders_of_day
        return self._restated(refs, span, look(known, rows, unit_id=self._unit_id, span=span, day=day))

    def _seen_through(self, refs: Sequence[MeasureRef], span: Span, own_day: date) -> Restated:
        """Answer for a unit that did not exist on the day, but on another."""
        whole = self._seen_on(refs, span, own_day)
        parts = self._restated(refs, span, self._borders(span))
        together = {
            name: Answer(answer.by_unit, whole.answers[name].total) for name, answer in parts.answers.items()
        }
        return replace(parts, answers=together, gap=whole.gap)

    def _borders(self, span: Span) -> Borders:
        known, rows = self._lineage
        assert self._day is not None
        return borders_of_day(known, rows, unit_id=self._unit_id, span=span, day=self._day)

    def _restated(self, refs: Sequence[MeasureRef], span: Span, found: Borders) -> Restated:
        counted = measures.answers_in(self._session, refs, homes=found.homes, span=span)
        return restating.restated(found, counted)


def seen(
    session: Session, refs: Iterable[MeasureRef], *, unit_id: int, span: Span, day: date | None
) -> Restated:
    """Answer measures of one span of days, as `Looking` does."""
    return Looking(session, unit_id=unit_id, day=day).seen(refs, span)


def sources(
    session: Session, refs: Sequence[MeasureRef], found: Restated, *, span: Span
) -> Mapping[str, tuple[Source, ...]]:
    """Return the units behind restated measures that recorded something, each with its own value; keyed by expression.

    Of a flow or a stock they add up to it. A ratio and what counts without repetition are of each unit alone.
    """
    if not found.homes:
        return {ref.expression: () for ref in refs}
    alone = measures.answers_in(session, refs, homes={unit: unit for unit in found.homes}, span=span)
    known = units.by_ids(session, found.homes)
    return {name: _sources_of(answer, known, found.homes) for name, answer in alone.items()}


def named(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return the sources of one number that are worth a name; a unit that went on alone is not."""
    is_told = len(sources) > 1 or any(source.unit.id != source.home for source in sources)
    return tuple(sources) if is_told else ()


def _sources_of(alone: Answer, known: Sequence[UnitInfo], homes: Mapping[int, int]) -> tuple[Source, ...]:
    there = (unit for unit in known if unit.id in alone.by_unit)
    return tuple(Source(unit, homes[unit.id], alone.by_unit[unit.id]) for unit in there)
