"""`pcmd units change`: a merger, split, renaming, another kind or parent of units, on a day."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta

from db.rules.periods import Span
from db.rules.unit_changes import Begins, GoesOn, Source, UnitChange
from db.services import units
from db.services.borders import unit_changes
from db.services.borders.unit_changes import Preview
from db.sessions import Session
from desktop.cli import texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from ui.unit_changes.preview_words import preview_lines


def change(arguments: Namespace) -> Outcome:
    """Make a change, or with `--dry-run` only tell what it would touch."""
    act = _told if arguments.dry_run else _made
    wanted, found = act(arguments, date.today())
    done = texts.CHANGE_WOULD if arguments.dry_run else texts.CHANGE_DONE
    return Outcome(_values(wanted, found), [done, *preview_lines(wanted, found)])


def _told(arguments: Namespace, today: date) -> tuple[UnitChange, Preview]:
    with open_book(arguments) as book, book.reading() as session:
        wanted = _change(session, arguments)
        return wanted, unit_changes.checked(session, wanted, today=today)


def _made(arguments: Namespace, today: date) -> tuple[UnitChange, Preview]:
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        wanted = _change(session, arguments)
        return wanted, unit_changes.apply(session, wanted, today=today)


def _change(session: Session, arguments: Namespace) -> UnitChange:
    on = arguments.on
    # What begins that very day is named too: it is refused as such, not as unknown.
    around = Span(on - timedelta(days=1), on, on.year)
    whole = [units.find_during(session, code, around) for code in arguments.whole]
    part = [units.find_during(session, code, around) for code in arguments.part]
    parent = arguments.parent or next((unit.parent for unit in (*whole, *part)), None)
    parent_id = units.find(session, parent, on).id if parent else None
    into = [GoesOn(units.find(session, code, on).id) for code in arguments.into]
    begun = [Begins(code, name, parent_id) for code, name in arguments.new]
    sources = [*(Source(unit.id) for unit in whole), *(Source(unit.id, whole=False) for unit in part)]
    return UnitChange(on, tuple(sources), (*into, *begun))


def _values(wanted: UnitChange, found: Preview) -> dict[str, object]:
    outcome = found.outcome
    return {
        "on": wanted.on.isoformat(),
        "ended": [unit.code for unit in outcome.ended],
        "begun": [{"code": unit.code, "name": unit.name} for unit in outcome.begun],
        "rows": list(_rows(found)),
        "moving": dict(found.moving),
        "staying": dict(found.staying),
        "naming": dict(found.naming),
        "office": found.office or None,
    }


def _rows(found: Preview) -> Iterator[dict[str, object]]:
    for old, new, is_whole in found.pairs:
        yield {"old": old, "new": new, "extent": "whole" if is_whole else "part"}
