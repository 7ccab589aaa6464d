"""Answer measures: one SQL statement a source of facts, for all units of a scope at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Label,
    Row,
    Select,
    and_,
    case,
    column,
    func,
    literal,
    null,
    select,
    text,
    union_all,
)
from sqlalchemy.orm import Session

from db.rules.findings import Unknown
from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import Measure, MeasureKind, MeasureRef, parse_expression, ratio, total
from db.rules.near_names import near_names
from db.rules.periods import Span
from db.services import content, units
from db.services.measuring.fact_parts import COUNTED_UNIT, LASTING_UNIT, Facts
from db.services.measuring.facts import FACTS

_FILTER_CATALOGUES = {
    "form": "outreach_forms",
    "audience": "audiences",
    "programme": "programmes",
    "role": "official_roles",
    "team": "inspection_teams",
}
# What a filter means in one subject only.
_OWN_CATALOGUES = {
    ("inspections", "form"): "handling_forms",
    ("establishments", "kind"): "establishment_kinds",
    ("hotspots", "kind"): "hotspot_kinds",
    ("models", "kind"): "model_kinds",
}


@dataclass(frozen=True)
class Answer:
    """A measure's values by unit number, and for the whole scope; a unit without a value recorded nothing."""

    by_unit: Mapping[int, Number]
    total: Number | None


Answers = Mapping[str, Answer]
# For which unit a fact counts, whether it counts at all, and which unit is counted where units are.
_Counting = tuple[ColumnElement[int], ColumnElement[bool], ColumnElement[int]]
_CountingOf = Callable[[Facts], _Counting]


def filter_catalogue(measure: Measure, key: str) -> str:
    """Return the catalogue whose codes a filter of a measure takes; empty where a rule set says which there are."""
    subject = measure.name.partition(".")[0]
    return _OWN_CATALOGUES.get((subject, key)) or _FILTER_CATALOGUES.get(key, "")


def refer(session: Session, expression: str) -> MeasureRef:
    """Read the name of a measure and check the codes in its brackets; raises Unknown with near names."""
    ref = _parsed(session, expression)
    for key, value in ref.filters:
        catalogue = filter_catalogue(ref.measure, key)
        known = [choice.code for choice in content.choices(session, catalogue)] if catalogue else []
        if known and value not in known:
            raise Unknown("filter", f"{key}={value}", near_names(value, known) or tuple(known[:3]))
    return ref


def _parsed(session: Session, expression: str) -> MeasureRef:
    # Only the names of figures stand in the book.
    if expression.strip().partition("[")[0] in MEASURES:
        return parse_expression(expression, MEASURES)
    return parse_expression(expression, content.measure_catalogue(session))


def ask(session: Session, names: Iterable[str], *, unit_id: int, span: Span) -> Answers:
    """Answer measures by name, keyed by the names as written (`x[a = b]` is `x[a=b]`); raises Unknown."""
    refs = {name: refer(session, name) for name in names}
    found = answers(session, refs.values(), unit_id=unit_id, span=span)
    return {name: found[ref.expression] for name, ref in refs.items()}


def answers(
    session: Session, refs: Iterable[MeasureRef], *, unit_id: int, span: Span, until: date | None = None
) -> Answers:
    """Answer measures for a unit and all below it over a span of days, both ends counted; keyed by expression.

    `until` is the last day of the unit: where that lies in the span, those that were below it then are its units of the
    last day.
    """
    lived = _lived(span, until)
    return _answers(session, refs, span, lambda facts: _in_scope(facts, unit_id, span, lived), lived)


def answers_in(
    session: Session, refs: Iterable[MeasureRef], *, homes: Mapping[int, int], span: Span
) -> Answers:
    """Answer measures for the units that are named in `homes`, each for the unit that it names; keyed by expression."""
    return _answers(session, refs, span, _named(homes), span)


def _answers(
    session: Session,
    refs: Iterable[MeasureRef],
    span: Span,
    counting: _CountingOf,
    lived: Span,
) -> Answers:
    asked = list(refs)
    wanted = {ref.expression: ref for ref in asked}
    for ref in asked:
        wanted.update({part.expression: part for part in _parts(ref)})
    counted: dict[str, Answer] = {}
    for (source, distinct), group in _by_source(wanted.values()).items():
        facts = FACTS[source]
        days = lived if facts.of_units else span
        statement = (_distinct if distinct else _sums)(facts, group, days, counting(facts))
        counted.update(_counted(session.execute(statement).all(), group))
    return {ref.expression: _combined(ref, counted) for ref in asked}


def _lived(span: Span, until: date | None) -> Span:
    return replace(span, last=until) if until is not None and until in span else span


def counted(
    session: Session,
    ref: MeasureRef,
    key: Any,
    *,
    unit_id: int,
    span: Span,
    only: int | None = None,
    until: date | None = None,
) -> dict[int, Number | None]:
    """Return by the key of their records what the facts behind a number add to it, the last entered first.

    `only` leaves those that count for this one unit, `until` is the last day of the scope. Of a distinct each record
    adds 1, and nothing of its own where units are counted: several may stand behind one. A ratio has no facts.
    """
    facts, lived = FACTS[ref.measure.source], _lived(span, until)
    counting = _in_scope(facts, unit_id, span, lived)
    return _added(session, ref, key, lived if facts.of_units else span, counting, only)


def counted_in(
    session: Session, ref: MeasureRef, key: Any, *, homes: Mapping[int, int], span: Span
) -> dict[int, Number | None]:
    """Return as `counted` does what the facts of the units that are named in `homes` add."""
    return _added(session, ref, key, span, _named(homes)(FACTS[ref.measure.source]), None)


def _added(
    session: Session, ref: MeasureRef, key: Any, span: Span, counting: _Counting, only: int | None
) -> dict[int, Number | None]:
    facts, is_distinct = FACTS[ref.measure.source], ref.measure.kind is MeasureKind.DISTINCT
    value = _value(facts, ref.measure.value, span, counting)
    added: Any = func.sum(value, type_=value.type)
    if is_distinct:
        added = null() if ref.measure.of_communes else literal(1)
    statement = select(key, added).select_from(facts.rows).where(facts.during(span), counting[1])
    statement = statement.where(*_conditions(facts, ref), value != 0)
    if only is not None:
        statement = statement.where(counting[0] == only)
    return {row[0]: row[1] for row in session.execute(statement.group_by(key).order_by(key.desc()))}


def _named(homes: Mapping[int, int]) -> _CountingOf:
    # Plain numbers as text: a statement takes few values from outside, and is slow to make from many expressions.
    pairs = ", ".join(f"({unit:d}, {home:d})" for unit, home in homes.items()) or "(0, 0)"
    first, second = column("column1", Integer), column("column2", Integer)
    named = text(f"VALUES {pairs}").columns(first, second).cte("homes")
    return lambda facts: (named.c.column2, facts.unit_id == named.c.column1, facts.unit_id)


def _in_scope(facts: Facts, unit_id: int, span: Span, lived: Span) -> _Counting:
    if facts.home_days is None:
        return facts.unit_id, facts.unit_id.in_(units.scope(unit_id, span)), facts.unit_id
    homes = units.homes(unit_id, facts.home_days(lived))
    # Said twice, so that SQLite begins with the few units and not with all facts of the days.
    counts = and_(facts.unit_id == homes.c.unit, facts.unit_id.in_(select(homes.c.unit)))
    return homes.c.home, counts, homes.c.home


def _parts(ref: MeasureRef) -> list[MeasureRef]:
    return [ref.part(name, MEASURES) for name in ref.measure.parts or ()]


def _by_source(refs: Iterable[MeasureRef]) -> dict[tuple[str, bool], list[MeasureRef]]:
    """Group by what one statement answers: a source of facts, added up or counted without repetition."""
    groups: dict[tuple[str, bool], list[MeasureRef]] = defaultdict(list)
    for ref in refs:
        kind = ref.measure.kind
        if kind is not MeasureKind.RATIO:
            groups[ref.measure.source, kind is MeasureKind.DISTINCT].append(ref)
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


def _counted(rows: Sequence[Row[Any]], refs: Sequence[MeasureRef]) -> dict[str, Answer]:
    whole = [row for row in rows if row[0] is None]
    units_rows = [row for row in rows if row[0] is not None]
    found = {}
    for place, ref in enumerate(refs, start=1):
        by_unit = {row[0]: row[place] for row in units_rows if row[place] is not None}
        # What does not add up was counted over the whole scope by the same statement.
        found[ref.expression] = Answer(by_unit, whole[0][place] if whole else total(by_unit.values()))
    return found


def _sums(facts: Facts, refs: Sequence[MeasureRef], span: Span, counting: _Counting) -> Select[Any]:
    columns = [
        func.sum(value, type_=value.type).label(f"m{place}")
        for place, value in enumerate(_values(facts, refs, span, counting))
    ]
    statement = _within(facts, columns, span, counting).where(*_narrowing(facts, refs))
    return statement.group_by(counting[0])


def _distinct(
    facts: Facts, refs: Sequence[MeasureRef], span: Span, counting: _Counting
) -> CompoundSelect[Any]:
    columns = [value.label(f"m{place}") for place, value in enumerate(_values(facts, refs, span, counting))]
    # The facts are read once; the units and the whole scope are then counted from the few rows that differ.
    within = _within(facts, columns, span, counting).where(*_narrowing(facts, refs))
    rows = within.distinct().cte("facts")
    counts = [func.nullif(func.count(rows.c[column.name].distinct()), 0) for column in columns]
    by_unit = select(rows.c.unit_id, *counts).group_by(rows.c.unit_id)
    return union_all(by_unit, select(null(), *counts))


def _within(facts: Facts, columns: Sequence[Label[Any]], span: Span, counting: _Counting) -> Select[Any]:
    unit_id, counts, _ = counting
    statement = select(unit_id.label("unit_id"), *columns).select_from(facts.rows)
    return statement.where(facts.during(span), counts)


def _values(
    facts: Facts, refs: Sequence[MeasureRef], span: Span, counting: _Counting
) -> Iterator[ColumnElement[Any]]:
    for ref in refs:
        conditions = _conditions(facts, ref)
        value = _value(facts, ref.measure.value, span, counting)
        yield case((and_(*conditions), value)) if conditions else value


def _narrowing(facts: Facts, refs: Sequence[MeasureRef]) -> list[ColumnElement[bool]]:
    """Return what leaves only the facts of the one measure that is asked for; of several, none are left out."""
    return _conditions(facts, refs[0]) if len(refs) == 1 else []


def _conditions(facts: Facts, ref: MeasureRef) -> list[ColumnElement[bool]]:
    pairs = (*ref.measure.where.items(), *ref.filters)
    return [_holds(facts.filters[key], value) for key, value in pairs]


def _holds(column: ColumnElement[Any], value: str | tuple[str, ...]) -> ColumnElement[bool]:
    return column.in_(value) if isinstance(value, tuple) else column == value


def _value(facts: Facts, key: str, span: Span, counting: _Counting) -> ColumnElement[Any]:
    if key == COUNTED_UNIT:
        return counting[0]
    if key == LASTING_UNIT:
        return counting[2]
    return facts.value(key, span) if key else literal(1)
