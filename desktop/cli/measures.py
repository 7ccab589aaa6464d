"""`pcmd measures`: the value of a measure, or of all, for a unit and a period, in the borders of a day where asked."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.rules.formats import Number, day_text, number_text, plain_number
from db.rules.measures import MeasureRef
from db.rules.periods import Period, Span, parse_period
from db.rules.successions import Gap
from db.services import content, offices, units
from db.services.measuring import looking, measures
from db.services.measuring.looking import Source
from db.services.measuring.restating import Restated
from db.services.units import UnitInfo
from db.sessions import Session
from desktop.cli import texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome


@dataclass(frozen=True)
class _Asked:
    """What is asked of every measure."""

    unit: UnitInfo
    period: Period
    span: Span
    borders: date | None
    listed: tuple[UnitInfo, ...]


@dataclass(frozen=True)
class _Found:
    """One measure with its numbers and what stands behind the restated ones."""

    ref: MeasureRef
    seen: Restated
    sources: tuple[Source, ...]

    def value(self, unit_id: int | None = None) -> Number | None:
        return self.seen.number(self.ref, unit_id)

    def gap(self, unit_id: int | None = None) -> Gap | None:
        return self.seen.gap_of(self.ref.measure, unit_id)

    def behind(self, unit_id: int | None = None) -> tuple[Source, ...]:
        return looking.named([source for source in self.sources if unit_id in (None, source.home)])


def show(arguments: Namespace) -> Outcome:
    """Show one measure, or every measure of the catalogue, over the office's own cut-off."""
    period = parse_period(arguments.period)
    with open_book(arguments) as book, book.reading() as session:
        span = period.span(offices.current(session).cut_off)
        unit = _unit(session, arguments.unit, span, arguments.borders, arguments.on)
        names = [arguments.name] if arguments.name else content.measure_catalogue(session)
        refs = [measures.refer(session, name) for name in names]
        seen = looking.seen(session, refs, unit_id=unit.id, span=span, day=arguments.borders)
        listed = _listed(session, unit, span, seen) if arguments.by else ()
        sources = looking.sources(session, refs, seen, span=span)
    found = [_Found(ref, seen, sources[ref.expression]) for ref in refs]
    asked = _Asked(unit, period, span, arguments.borders, listed)
    shown = [_values(each, asked) for each in found]
    lines = [*_whose(asked), *(line for each in found for line in _lines(each, asked))]
    return Outcome(shown[0] if arguments.name else shown, lines)


def _unit(session: Session, code: str, span: Span, borders: date | None, on: date | None) -> UnitInfo:
    """Find the unit that is asked for; in borders of a day it need not have existed in the period."""
    own = offices.current(session).unit
    if borders is not None and on is None and code.strip() == own.code:
        return own
    days = [span.first, span.last, *([borders] if borders else [])]
    return offices.unit_in_scope(session, code, Span(min(days), max(days), span.year), on)


def _listed(session: Session, unit: UnitInfo, span: Span, seen: Restated) -> tuple[UnitInfo, ...]:
    if not seen.scope:
        return units.below(session, unit.id, span)
    return (unit, *units.by_ids(session, seen.scope - {unit.id}))


def _values(found: _Found, asked: _Asked) -> dict[str, Any]:
    measure = found.ref.measure
    values = {
        "measure": found.ref.expression,
        "title": measure.title,
        "measured_in": measure.unit,
        "about": measure.about,
        "kind": measure.kind.value,
        "unit": asked.unit.code,
        "unit_name": asked.unit.name,
        "period": asked.period.label,
        "first": asked.span.first.isoformat(),
        "last": asked.span.last.isoformat(),
        "values": [
            {"unit": item.code, "name": item.name, **_number(found, asked, "value", item.id)}
            for item in asked.listed
        ],
        **_number(found, asked, "total"),
    }
    return values | ({"borders": asked.borders.isoformat()} if asked.borders else {})


def _number(found: _Found, asked: _Asked, key: str, unit_id: int | None = None) -> dict[str, Any]:
    """Return a number under its key, in the borders of a day with why there is none and where it comes from."""
    value = {key: plain_number(found.value(unit_id))}
    if asked.borders is None:
        return value
    gap = found.gap(unit_id)
    why = {"why": gap.kind.value, "units": list(gap.names)} if gap else None
    behind = [
        {"unit": source.unit.code, "name": source.unit.name, "value": plain_number(source.value)}
        for source in found.behind(unit_id)
    ]
    return {**value, "not_comparable": why, "sources": behind}


def _whose(asked: _Asked) -> Iterator[str]:
    """Say whose numbers they are where a code may have been another unit's in a part of the period."""
    unit, span = asked.unit, asked.span
    if asked.borders is None and (unit.valid_from or span.first) > span.first:
        yield texts.MEASURE_SINCE.format(unit=unit.name, day=day_text(unit.valid_from))
    if asked.borders is None and (unit.valid_to or span.last) < span.last:
        yield texts.MEASURE_UNTIL.format(unit=unit.name, day=day_text(unit.valid_to))


def _lines(found: _Found, asked: _Asked) -> Iterator[str]:
    measure = found.ref.measure
    first, last = day_text(asked.span.first), day_text(asked.span.last)
    yield texts.MEASURE_HEAD.format(title=measure.title, unit=measure.unit, first=first, last=last)
    yield from _borders_lines(asked)
    for item in asked.listed:
        is_left = item.id == asked.unit.id and found.seen.shares_out(asked.unit)
        name = texts.UNDIVIDED.format(unit=item.name) if is_left else item.name
        yield f"  {item.code:<6}{name:<28}{_shown(found, item.id):>15}"
        yield from _source_lines(found.behind(item.id))
    yield f"  {texts.TOTAL:<34}{_shown(found):>15}"
    if not asked.listed:
        yield from _source_lines(found.behind())


def _borders_lines(asked: _Asked) -> Iterator[str]:
    if asked.borders is not None:
        day = day_text(asked.borders)
        yield texts.MEASURE_BORDERS.format(day=day)
        if not units.lived_on(asked.unit, asked.borders):
            yield texts.MEASURE_UNBORN.format(unit=asked.unit.name, day=day)


def _source_lines(sources: Sequence[Source]) -> list[str]:
    return [
        texts.MEASURE_SOURCE.format(
            code=source.unit.code, name=source.unit.name, value=number_text(source.value)
        )
        for source in sources
    ]


def _shown(found: _Found, unit_id: int | None = None) -> str:
    gap = found.gap(unit_id)
    if gap is None:
        return number_text(found.value(unit_id))
    cause = texts.CAUSE[gap.kind].format(units=", ".join(gap.names))
    return texts.NOT_COMPARABLE.format(cause=cause)
