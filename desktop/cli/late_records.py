"""`pcmd units late`: records of days on which their unit had ended, and their move to the unit that took it over."""

from argparse import Namespace

from db.services.borders import late_records
from db.services.borders.late_records import LateGroup, LateRecords
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from ui.successions.late_words import lines, moved, told


def late(arguments: Namespace) -> Outcome:
    """Tell of them, or with `--move` let those of which it is sure stand at the unit of their day."""
    found = _moved(arguments) if arguments.move else _told(arguments)
    head = moved(found) if arguments.move else told(found)
    values = {
        "moved": arguments.move,
        "moving": found.moving,
        "staying": found.staying,
        "groups": [_values(group) for group in found.groups],
    }
    return Outcome(values, [head, *lines(found)])


def _told(arguments: Namespace) -> LateRecords:
    with open_book(arguments) as book, book.reading() as session:
        return late_records.listed(session)


def _moved(arguments: Namespace) -> LateRecords:
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        return late_records.move(session)


def _values(group: LateGroup) -> dict[str, object]:
    return {
        "old": group.old.code,
        "units": [unit.code for unit in group.units],
        "stays": group.stays,
        "counts": dict(group.counts),
    }
