"""`pcmd office`: make the book of an office."""

from argparse import Namespace

from db.new_book import NewOffice, make_book
from db.services import offices
from db.sessions import BOOK_NAME
from db.trouble import telling
from desktop.cli import texts
from desktop.cli.books import OFFICER, folder_of, open_book
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


def _rename(arguments: Namespace) -> None:
    given = {
        key: getattr(arguments, key) for key in texts.OFFICE_NAMES if getattr(arguments, key) is not None
    }
    with open_book(arguments, lock=True) as book, book.writing(who=OFFICER) as session:
        offices.rename(session, **given)
