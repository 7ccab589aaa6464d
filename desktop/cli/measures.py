"""`pcmd measures`: the value of a measure, or of all, for a unit and a period."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from db.rules.formats import day_text, number_text, plain_number
from db.rules.measures import MeasureRef
from db.rules.periods import Period, Span, parse_period
from db.services import content, measures, offices, units
from db.services.measures import Answer
from db.services.units import UnitInfo
from desktop.cli import texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome


def show(arguments: Namespace) -> Outcome:
    """Show one measure, or every measure of the catalogue, over the office's own cut-off."""
    period = parse_period(arguments.period)
    with open_book(arguments) as book, book.reading() as session:
        span = period.span(offices.current(session).cut_off)
        unit = offices.unit_in_scope(session, arguments.unit, span, arguments.on)
        names = [arguments.name] if arguments.name else content.measure_catalogue(session)
        refs = [measures.refer(session, name) for name in names]
        answers = measures.answers(session, refs, unit_id=unit.id, span=span)
        listed = units.below(session, unit.id, span) if arguments.by else ()
    shown = [_values(ref, unit, period, span, listed, answers[ref.expression]) for ref in refs]
    lines = [line for ref in refs for line in _lines(ref, span, listed, answers[ref.expression])]
    return Outcome(shown[0] if arguments.name else shown, lines)


def _values(
    ref: MeasureRef, unit: UnitInfo, period: Period, span: Span, listed: Sequence[UnitInfo], answer: Answer
) -> dict[str, Any]:
    return {
        "measure": ref.expression,
        "title": ref.measure.title,
        "measured_in": ref.measure.unit,
        "about": ref.measure.about,
        "kind": ref.measure.kind.value,
        "unit": unit.code,
        "period": period.label,
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "values": [
            {"unit": item.code, "name": item.name, "value": plain_number(answer.by_unit.get(item.id))}
            for item in listed
        ],
        "total": plain_number(answer.total),
    }


def _lines(ref: MeasureRef, span: Span, listed: Sequence[UnitInfo], answer: Answer) -> list[str]:
    head = texts.MEASURE_HEAD.format(
        title=ref.measure.title, unit=ref.measure.unit, first=day_text(span.first), last=day_text(span.last)
    )
    rows = [
        f"  {item.code:<6}{item.name:<28}{number_text(answer.by_unit.get(item.id)):>15}" for item in listed
    ]
    return [head, *rows, f"  {texts.TOTAL:<34}{number_text(answer.total):>15}"]
