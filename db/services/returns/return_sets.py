"""The sets of forms that hold on a day, and which units they are for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from db.rules import levels
from db.rules.findings import Finding
from db.rules.periods import Span
from db.rules.returns.forms import YEAR, ColumnForm, ReturnSet, parse_return_set, with_each
from db.services import content
from db.services.measuring import measures
from db.services.returns import template_sets
from db.services.scoring import classes
from db.services.units import UnitInfo

_CLASS = "class"
# As many years as the annexes of provinces' plans look back on.
_YEARS = 5


def sets(session: Session, on: date) -> tuple[ReturnSet, ...]:
    """Return the sets of forms that hold on a day, by code."""
    held = {item.code for item in content.holding(session, "return_set", on)}
    held |= set(template_sets.codes(session, on))
    return tuple(return_set(session, code, on) for code in sorted(held))


def level_finding(form: ReturnSet, unit: UnitInfo, span: Span) -> Finding | None:
    """Return why a set is not for a unit in a span of days: it was not there, or the set does not know its level."""
    day = valid_on(unit, span)
    if day < span.first:
        return levels.ended_finding("unit", unit.name, day)
    return levels.level_finding(form.levels, unit.level, day, "set", form.title)


def valid_on(unit: UnitInfo, span: Span) -> date:
    """Return the day on which the code of a unit stands in a return: the last of the span, or its own last one."""
    return min(unit.valid_to or span.last, span.last)


def return_set(session: Session, code: str, on: date) -> ReturnSet:
    """Return the set of forms of that code as it holds on a day, before `fill`; raises Unknown with near codes.

    A province's own workbook goes before the set that it stands for.
    """
    own = template_sets.in_force(session, code, on)
    if own is not None:
        return own
    held = content.in_force(session, "return_set", code, on)
    return parse_return_set(held.code, held.version, held.body)


def whole(session: Session, form: ReturnSet, span: Span) -> ReturnSet:
    """Return a set with a column for each class, entry of a catalogue and year of which it speaks.

    Each column of a measure knows how its figures come together.
    """
    years = [(str(back), str(span.year - back)) for back in reversed(range(_YEARS))]
    entries = {each: years if each == YEAR else _entries(session, each, span.year) for each in form.each}
    return _with_kinds(session, with_each(form, entries))


def _entries(session: Session, each: str, year: int) -> Sequence[tuple[str, str]]:
    if each == _CLASS:
        return classes.of_year(session, year)
    return [(choice.code, choice.title) for choice in content.choices(session, each)]


def _with_kinds(session: Session, form: ReturnSet) -> ReturnSet:
    return replace(
        form,
        sheets=tuple(
            replace(sheet, columns=tuple(_with_kind(session, column) for column in sheet.columns))
            for sheet in form.sheets
        ),
    )


def _with_kind(session: Session, column: ColumnForm) -> ColumnForm:
    if not column.measure:
        return column
    name = column.measure.partition("[")[0]
    return replace(column, kind=measures.refer(session, name).measure.kind)
