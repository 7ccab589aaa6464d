"""`pcmd data`: what the book is and holds."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from db.attachments.paths import files_below
from db.migrations.store import schema_of
from db.rules.attachments import FOLDER
from db.rules.formats import number_text
from db.rules.surroundings import Judgement
from db.services import offices
from db.services.measuring import counts
from db.sessions import BOOK_NAME
from db.surroundings import look
from desktop.cli import data_texts, texts
from desktop.cli.books import folder_of, open_book
from desktop.cli.outcome import Outcome
from ui.common.surroundings_words import line, sentence


def info(arguments: Namespace) -> Outcome:
    """Tell where the book is, whose it is, its schema, its records, the files beside it, and how the machine stands."""
    path = folder_of(arguments) / BOOK_NAME
    with open_book(arguments) as book, book.reading() as session:
        office = offices.current(session)
        held = counts.records(session)
        schema = schema_of(path, book.key)
    files = tuple(files_below(path.parent / FOLDER))
    size = sum(file.lstat().st_size for file in files)
    values: dict[str, Any] = {
        "file": str(path),
        "office": office.unit.code,
        "name": office.unit.name,
        "schema": schema,
    }
    lines = [f"  {texts.RECORD_COUNTS[key]:<26}{count:>9}" for key, count in held.items()]
    head = texts.INFO.format(name=office.unit.name, file=path, schema=schema)
    machine = look(path.parent, datetime.now())
    if files:
        words = data_texts.EVIDENCE_FOLDER
        lines.append(
            words.format(folder=path.parent / FOLDER, count=len(files), size=number_text(size // 2**20))
        )
    lines += [data_texts.MACHINE, *(f"  {line(judged)}" for judged in machine)]
    values |= {"records": held, "files": len(files), "file_bytes": size, "machine": _standings(machine)}
    return Outcome(values, [head, *lines])


def _standings(machine: Sequence[Judgement]) -> dict[str, dict[str, str]]:
    return {
        judged.matter.value: {"standing": judged.standing.value, "words": sentence(judged)}
        for judged in machine
    }
