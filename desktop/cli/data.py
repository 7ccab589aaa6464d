"""`pcmd data`: what the book is and holds."""

from argparse import Namespace

from db.migrations.store import schema_of
from db.services import offices
from db.services.measuring import counts
from db.sessions import BOOK_NAME
from desktop.cli import texts
from desktop.cli.books import folder_of, open_book
from desktop.cli.outcome import Outcome


def info(arguments: Namespace) -> Outcome:
    """Tell where the book is, whose it is, its schema and how many records of each kind it holds."""
    path = folder_of(arguments) / BOOK_NAME
    with open_book(arguments) as book, book.reading() as session:
        office = offices.current(session)
        held = counts.records(session)
    schema = schema_of(path)
    values = {"file": str(path), "office": office.unit.code, "name": office.unit.name, "schema": schema}
    lines = [f"  {texts.RECORD_COUNTS[key]:<26}{count:>9}" for key, count in held.items()]
    head = texts.INFO.format(name=office.unit.name, file=path, schema=schema)
    return Outcome({**values, "records": held}, [head, *lines])
