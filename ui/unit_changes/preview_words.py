"""What a change of units would touch, line by line; the command line tells it too. No Qt."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from db.rules.formats import day_text, number_text
from db.rules.unit_changes import KnownUnit, NewUnit, UnitChange
from db.services.borders.unit_changes import Preview
from ui.unit_changes import texts

_MOST_NAMED = 6


def preview_lines(change: UnitChange, preview: Preview) -> list[str]:
    """Say what ends, begins and goes along, what stays, and where the office goes on."""
    return list(_lines(change, preview))


def _lines(change: UnitChange, preview: Preview) -> Iterator[str]:
    on, last = day_text(change.on), day_text(change.on - timedelta(days=1))
    outcome = preview.outcome
    if outcome.ended:
        yield texts.ENDED.format(last=last, units=_named(outcome.ended))
    if outcome.begun:
        yield texts.BEGUN.format(on=on, units=_named(outcome.begun))
    parts = sum(not row.whole for row in outcome.rows)
    yield texts.ROWS.format(count=number_text(len(outcome.rows)), parts=number_text(parts))
    if preview.moving:
        yield texts.MOVING.format(on=on, records=counted(preview.moving))
    if preview.staying:
        yield texts.STAYING.format(on=on, records=counted(preview.staying))
    if not preview.moving and not preview.staying:
        yield texts.NO_RECORDS.format(on=on)
    if preview.naming:
        yield texts.NAMING.format(records=counted(preview.naming))
    if preview.office:
        yield texts.OFFICE.format(name=preview.office)


def _named(units: Iterable[KnownUnit | NewUnit]) -> str:
    names = [texts.UNIT.format(name=unit.name, code=unit.code) for unit in units]
    shown = ", ".join(names[:_MOST_NAMED])
    rest = len(names) - _MOST_NAMED
    return texts.AND_MORE.format(shown=shown, count=number_text(rest)) if rest > 0 else shown


def counted(records: Mapping[str, int]) -> str:
    """Say how many records of each kind."""
    return ", ".join(f"{number_text(count)} {texts.RECORDS[kind]}" for kind, count in records.items())
