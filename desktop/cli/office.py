"""`pcmd office`: make the book of an office; the names that it prints."""

from argparse import Namespace
from dataclasses import asdict
from datetime import date

from db.new_book import NewOffice, make_book
from db.rules.formats import day_text
from db.services import office_names, offices
from db.services.offices import OfficeNames
from db.sessions import BOOK_NAME
from db.trouble import telling
from desktop.cli import handing_texts, texts
from desktop.cli.books import OFFICER, folder_of, officer_of, open_book
from desktop.cli.outcome import Outcome
from exports.readers.unit_lists import read_unit_list


def create(arguments: Namespace) -> Outcome:
    """Make an office for a district or a commune as of a day, with the usual names or those given."""
    lines = read_unit_list(arguments.units)
    folder = folder_of(arguments)
    office = NewOffice(lines, arguments.units.name, arguments.code, arguments.on, cut_off=arguments.cut_off)
    with telling(folder / BOOK_NAME):
        made = make_book(folder, office, who=OFFICER)
    _rename(arguments)
    values = {"folder": str(folder), "code": made.unit.code, "name": made.unit.name, "units": len(lines)}
    return Outcome(values, [texts.OFFICE_MADE.format(**values)])


def rename(arguments: Namespace) -> Outcome:
    """Let the office print other names from a day on; documents of the days before keep those they had."""
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        office_names.change_from(session, arguments.since, **_given(arguments))
    day = day_text(arguments.since)
    return Outcome({"from": arguments.since.isoformat()}, [handing_texts.NAMES_KEPT.format(day=day)])


def list_names(arguments: Namespace) -> Outcome:
    """List the names that the office prints now, and those before."""
    with open_book(arguments) as book, book.reading() as session:
        known: list[tuple[date | None, OfficeNames]] = [(None, offices.current(session).names)]
        known += [(item.until, item.names) for item in office_names.earlier(session)]
    values = [{"until": until.isoformat() if until else None, **asdict(names)} for until, names in known]
    return Outcome(values, [_names_line(until, names) for until, names in known])


def _names_line(until: date | None, names: OfficeNames) -> str:
    when = handing_texts.UNTIL.format(day=day_text(until)) if until else handing_texts.NOW
    words = handing_texts.NAMES_LINE
    return words.format(when=when, parent=names.parent_agency, agency=names.issuing_agency)


def _given(arguments: Namespace) -> dict[str, str]:
    return {key: getattr(arguments, key) for key in texts.OFFICE_NAMES if getattr(arguments, key) is not None}


def _rename(arguments: Namespace) -> None:
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        offices.rename(session, **_given(arguments))
