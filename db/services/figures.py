"""The grid of figures: a period's values of every unit and definition, read at once, written whole or not at all."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, String, and_, select, type_coerce
from sqlalchemy.orm import Session

from db.records import Figure, Unit
from db.rules.figure_definitions import Definition, Section
from db.rules.findings import Finding, Refused
from db.rules.periods import Period, Span, parse_period
from db.rules.text import folded
from db.services import figure_definitions, offices, units
from db.services.borders import stand_ins
from db.services.units import UnitInfo, valid_during

_LONGEST = timedelta(days=400)
# A cell: the unit's number and the definition's code.
Place = tuple[int, str]


@dataclass(frozen=True)
class Elsewhere:
    """What figures of other periods say of the same days: their labels, and the number of those wholly within."""

    periods: tuple[str, ...]
    value: int | None


@dataclass(frozen=True)
class FigureGrid:
    """The units and definitions of a period, the values entered for it, and cells that other periods speak for."""

    period: str
    units: tuple[UnitInfo, ...]
    sections: tuple[Section, ...]
    definitions: tuple[Definition, ...]
    values: Mapping[Place, int]
    elsewhere: Mapping[Place, Elsewhere]


def grid(session: Session, *, unit_id: int, period: Period) -> FigureGrid:
    """Read the figures of a unit and all below it; definitions that are no longer used only where they have values."""
    span = period.span(offices.current(session).cut_off)
    values, others = _read(session, unit_id, period.label, span)
    known = figure_definitions.definitions(session)
    filled = {code for _, code in (*values, *others)}
    stocks = {item.code for item in known if item.stock}
    return FigureGrid(
        period.label,
        units.below(session, unit_id, span),
        figure_definitions.sections(session),
        tuple(item for item in known if item.is_used(span.first) or item.code in filled),
        values,
        {place: _elsewhere(rows, place[1] in stocks) for place, rows in others.items()},
    )


def write(session: Session, *, period: str, values: Mapping[Place, int | None]) -> None:
    """Enter values of a period, or take them out where there is none; raises Refused, and nothing is kept.

    A finding's place is the cell's, as `cell_place` writes it.
    """
    span = parse_period(period).span(offices.current(session).cut_off)
    held = _held(session, period, values)
    fresh = {place: value for place, value in values.items() if value is not None and place not in held}
    findings = [*_wrong(session, span, fresh), *_overlaps(session, period, span, fresh)]
    if findings:
        raise Refused(findings)
    for place, figure in held.items():
        value = values[place]
        if value is None:
            session.delete(figure)
        elif figure.value != value:
            figure.value = value
    session.add_all(_new_figures(session, period, span, fresh))
    session.flush()


def cell_place(place: Place) -> str:
    """Return how a finding names a cell."""
    return f"{place[0]}/{place[1]}"


def place_of(written: str) -> Place:
    """Return the cell that a finding names."""
    unit_id, _, code = written.partition("/")
    return int(unit_id), code


def _read(
    session: Session, unit_id: int, period: str, span: Span
) -> tuple[dict[Place, int], dict[Place, list[tuple[Any, ...]]]]:
    within = and_(Figure.first_on >= span.first, Figure.last_on <= span.last)
    # As text the day needs no reading: it is there for the order alone.
    last_on = type_coerce(Figure.last_on, String)
    statement = select(Figure.unit_id, Figure.definition, Figure.period, Figure.value, within, last_on).where(
        Figure.unit_id.in_(units.scope(unit_id, span)),
        # Lets the index leave out earlier years; no labelled period is longer.
        Figure.first_on >= span.first - _LONGEST,
        _overlapping(span),
    )
    values: dict[Place, int] = {}
    others: dict[Place, list[tuple[Any, ...]]] = {}
    # Plain rows: a grid of 600 communes has some twenty thousand.
    for unit, code, label, value, inside, last in session.connection().execute(statement).all():
        if label == period:
            values[unit, code] = value
        else:
            others.setdefault((unit, code), []).append((last, label, value, inside))
    return values, others


def _overlapping(span: Span) -> Any:
    return and_(Figure.first_on <= span.last, Figure.last_on >= span.first)


def _elsewhere(rows: list[tuple[Any, ...]], stock: bool) -> Elsewhere:
    ordered = sorted(rows)
    inside = [value for _, _, value, within in ordered if within]
    counted = inside[-1:] if stock else inside
    return Elsewhere(tuple(label for _, label, _, _ in ordered), sum(counted) if counted else None)


def _of(places: Collection[Place]) -> Any:
    """Return the condition that narrows figures to the rows and columns of cells."""
    return and_(
        Figure.unit_id.in_({unit for unit, _ in places}), Figure.definition.in_({code for _, code in places})
    )


def _held(session: Session, period: str, places: Collection[Place]) -> dict[Place, Figure]:
    statement: Select[Figure] = select(Figure).where(Figure.period == period, _of(places))
    found = ((item.unit_id, item.definition, item) for item in session.scalars(statement))
    return {(unit, code): item for unit, code, item in found if (unit, code) in places}


def _wrong(session: Session, span: Span, places: Collection[Place]) -> Iterator[Finding]:
    wanted = Unit.id.in_({unit for unit, _ in places})
    there = set(session.scalars(select(Unit.id).where(wanted, valid_during(span.first, span.last))))
    known = {item.code for item in figure_definitions.definitions(session)} if places else ()
    for place in places:
        if place[0] not in there:
            yield stand_ins.not_there(session, cell_place(place), place[0], span.last)
        elif place[1] not in known:
            yield Finding("not_in_list", cell_place(place), place[1])


def _overlaps(session: Session, period: str, span: Span, places: Collection[Place]) -> Iterator[Finding]:
    statement = select(Figure.unit_id, Figure.definition, Figure.period).where(
        _overlapping(span), Figure.period != period, _of(places)
    )
    told: set[Place] = set()
    for unit, code, other in session.execute(statement.order_by(Figure.first_on)):
        if (unit, code) in places and (unit, code) not in told:
            told.add((unit, code))
            yield Finding("figure_overlaps", cell_place((unit, code)), period, {"other": other})


def _new_figures(session: Session, period: str, span: Span, values: Mapping[Place, int]) -> Iterator[Figure]:
    if not values:
        return
    rows = session.execute(select(Unit.id, Unit.name).where(Unit.id.in_({unit for unit, _ in values})))
    names = {row.id: folded(row.name) for row in rows}
    titles = {item.code: folded(item.title) for item in figure_definitions.definitions(session)}
    label = folded(period)
    for (unit, code), value in values.items():
        yield Figure(
            unit_id=unit,
            definition=code,
            period=period,
            first_on=span.first,
            last_on=span.last,
            value=value,
            search=f"{label} {names[unit]} {titles[code]}",
        )
