"""`pcmd units`: read a list of the units of a day, or of which unit came from which; list the units of a day."""

from argparse import Namespace
from datetime import date

from db.rules.backups import Why
from db.services import offices, units
from db.services.borders import successions
from desktop.cli import texts
from desktop.cli.books import keep_before_step, officer_of, open_book
from desktop.cli.outcome import Outcome
from exports.readers.succession_lists import read_succession_list
from exports.readers.unit_lists import read_unit_list
from ui.common.finding_texts import finding_line, finding_text


def load(arguments: Namespace) -> Outcome:
    """Read a list of units of a day into the book."""
    lines = read_unit_list(arguments.file)
    with open_book(arguments, lock=True) as book:
        keep_before_step(book, Why.SUCCESSION)
        with book.writing(who=officer_of(book)) as session:
            done = units.load(session, lines, on=arguments.on, file_name=arguments.file.name)
            offices.go_on(session)
    values = {"rows": done.rows, "added": done.added, "ended": done.ended}
    return Outcome(values, [texts.UNITS_READ.format(on=f"{arguments.on:%d/%m/%Y}", **values)])


def load_successions(arguments: Namespace) -> Outcome:
    """Read which unit took over which on a day; what is in doubt is told and kept as not settled."""
    lines = read_succession_list(arguments.file)
    with open_book(arguments, lock=True) as book:
        keep_before_step(book, Why.SUCCESSION)
        with book.writing(who=officer_of(book)) as session:
            done = successions.load(session, lines, on=arguments.on, file_name=arguments.file.name)
    values = {
        "rows": done.rows,
        "stored": done.stored,
        "unsettled": done.unsettled,
        "left_out": done.left_out,
        "doubts": [{"place": item.place, "message": finding_text(item)} for item in done.doubts],
        "office": done.office.code if done.office else None,
    }
    shown = [texts.SUCCESSIONS_READ.format(on=f"{arguments.on:%d/%m/%Y}", **values)]
    shown += [finding_line(item) for item in done.doubts]
    if done.office:
        shown.append(texts.OFFICE_MOVED.format(name=done.office.name, code=done.office.code))
    return Outcome(values, shown)


def list_units(arguments: Namespace) -> Outcome:
    """List every unit known on a day, not only the office's."""
    with open_book(arguments) as book, book.reading() as session:
        known = units.known_on(session, arguments.on)
    values = [
        {
            "code": unit.code,
            "name": unit.name,
            "kind": unit.kind,
            "level": unit.level,
            "parent": unit.parent,
            "valid_from": _plain(unit.valid_from),
            "valid_to": _plain(unit.valid_to),
        }
        for unit in known
    ]
    return Outcome(values, [f"{unit.code:<6}{unit.name}" for unit in known])


def _plain(day: date | None) -> str | None:
    return day.isoformat() if day else None
