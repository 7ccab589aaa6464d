"""`pcmd data`: what the book is and holds."""

from argparse import Namespace

from db.attachments.paths import files_below
from db.migrations.store import schema_of
from db.rules.attachments import FOLDER
from db.rules.formats import number_text
from db.services import offices
from db.services.measuring import counts
from db.sessions import BOOK_NAME
from desktop.cli import data_texts, texts
from desktop.cli.books import folder_of, open_book
from desktop.cli.outcome import Outcome


def info(arguments: Namespace) -> Outcome:
    """Tell where the book is, whose it is, its schema, how many records it holds and files lie beside it."""
    path = folder_of(arguments) / BOOK_NAME
    with open_book(arguments) as book, book.reading() as session:
        office = offices.current(session)
        held = counts.records(session)
        schema = schema_of(path, book.key)
    files = tuple(files_below(path.parent / FOLDER))
    size = sum(file.lstat().st_size for file in files)
    values = {"file": str(path), "office": office.unit.code, "name": office.unit.name, "schema": schema}
    lines = [f"  {texts.RECORD_COUNTS[key]:<26}{count:>9}" for key, count in held.items()]
    head = texts.INFO.format(name=office.unit.name, file=path, schema=schema)
    if files:
        words = data_texts.EVIDENCE_FOLDER
        lines.append(
            words.format(folder=path.parent / FOLDER, count=len(files), size=number_text(size // 2**20))
        )
    return Outcome({**values, "records": held, "files": len(files), "file_bytes": size}, [head, *lines])
