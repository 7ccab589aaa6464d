"""Answer measures: one SQL statement a source of facts, for all units of a scope at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, null, select, true, union_all
from sqlalchemy.orm import Session

from db.rules.findings import Unknown
from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import MeasureKind, MeasureRef, parse_expression, ratio, total
from db.rules.near_names import near_names
from db.rules.periods import Span
from db.services import content, units
from db.services.facts import FACTS, Facts

_FILTER_CATALOGUES = {
    "form": "outreach_forms",
    "audience": "audiences",
    "programme": "programmes",
    "role": "official_roles",
}


@dataclass(frozen=True)
class Answer:
    """A measure's values by unit number, and for the whole scope; a unit without a value recorded nothing."""

    by_unit: Mapping[int, Number]
    total: Number | None


Answers = Mapping[str, Answer]


def refer(session: Session, expression: str) -> MeasureRef:
    """Read the name of a measure and check the codes in its brackets; raises Unknown with near names."""
    ref = parse_expression(expression, MEASURES)
    for key, value in ref.filters:
        known = (
            [choice.code for choice in content.choices(session, _FILTER_CATALOGUES[key])]
            if key != "class"
            else []
        )
        if known and value not in known:
            raise Unknown("filter", f"{key}={value}", near_names(value, known) or tuple(known[:3]))
    return ref


def answers(session: Session, refs: Iterable[MeasureRef], *, unit_id: int, span: Span) -> Answers:
    """Answer measures for a unit and all below it over a span of days, both ends counted; keyed by expression."""
    asked = list(refs)
    wanted = {ref.expression: ref for ref in asked}
    for ref in asked:
        wanted.update({part.expression: part for part in _parts(ref)})
    counted: dict[str, Answer] = {}
    for source, group in _by_source(wanted.values()).items():
        counted.update(_counted(session, FACTS[source], group, unit_id, span))
    return {ref.expression: _combined(ref, counted) for ref in asked}


def _parts(ref: MeasureRef) -> list[MeasureRef]:
    return [ref.part(name, MEASURES) for name in ref.measure.parts or ()]


def _by_source(refs: Iterable[MeasureRef]) -> dict[str, list[MeasureRef]]:
    groups: dict[str, list[MeasureRef]] = defaultdict(list)
    for ref in refs:
        if ref.measure.kind is not MeasureKind.RATIO:
            groups[ref.measure.source].append(ref)
    return groups


def _combined(ref: MeasureRef, counted: Answers) -> Answer:
    if ref.measure.kind is not MeasureKind.RATIO:
        return counted[ref.expression]
    above, below = (counted[part.expression] for part in _parts(ref))
    scale = ref.measure.scale
    shares = {unit: ratio(above.by_unit.get(unit), whole, scale) for unit, whole in below.by_unit.items()}
    return Answer(
        {unit: share for unit, share in shares.items() if share is not None},
        ratio(above.total, below.total, scale),
    )


def _counted(
    session: Session, facts: Facts, refs: Sequence[MeasureRef], unit_id: int, span: Span
) -> dict[str, Answer]:
    rows = session.execute(_statement(facts, refs, unit_id, span)).all()
    whole = [row for row in rows if row[0] is None]
    found = {}
    for place, ref in enumerate(refs, start=1):
        by_unit = {row[0]: row[place] for row in rows if row[0] is not None and row[place] is not None}
        # What does not add up was counted over the whole scope by the same statement.
        over_all = (
            whole[0][place] if whole and ref.measure.kind is MeasureKind.DISTINCT else total(by_unit.values())
        )
        found[ref.expression] = Answer(by_unit, over_all)
    return found


def _statement(facts: Facts, refs: Sequence[MeasureRef], unit_id: int, span: Span) -> Select[Any] | Any:
    columns = [_column(facts, ref).label(f"m{place}") for place, ref in enumerate(refs)]
    within = and_(facts.during(span), facts.unit_id.in_(units.scope(unit_id, span)))
    by_unit = select(facts.unit_id.label("unit_id"), *columns).select_from(facts.rows).where(within)
    by_unit = by_unit.group_by(facts.unit_id)
    if all(ref.measure.kind is not MeasureKind.DISTINCT for ref in refs):
        return by_unit
    whole = select(null().label("unit_id"), *columns).select_from(facts.rows).where(within)
    return union_all(by_unit, whole)


def _column(facts: Facts, ref: MeasureRef) -> ColumnElement[Any]:
    conditions = [facts.filters[key] == value for key, value in (*ref.measure.where.items(), *ref.filters)]
    narrowed = and_(true(), *conditions)
    value = facts.values[ref.measure.value] if ref.measure.value else literal(1)
    counted = case((narrowed, value)) if conditions else value
    if ref.measure.kind is MeasureKind.DISTINCT:
        return func.nullif(func.count(counted.distinct()), 0)
    return func.sum(counted, type_=value.type)
