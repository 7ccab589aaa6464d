"""Write a handed book: one file with a head and a line for each row, read back before it takes its place."""

import zipfile
from pathlib import Path

from db.rules.file_names import plain_file_name
from db.rules.handing.document import HandedBook, Tell, head_text, record_lines
from db.whole_files import replacing
from exports.readers.handed_books import read_handed
from exports.readers.handed_scan import HEAD, ROWS

SUFFIX = ".pcmd"
_TOLD_EVERY = 5_000


def write_handed(book: HandedBook, target: Path, tell: Tell | None = None) -> None:
    """Write a book to a file, whole or not at all; raises TargetNotWritable, or Refused where it would not be read."""
    with replacing(target) as temporary:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(HEAD, head_text(book.head))
            _write_rows(archive, book, tell)
        read_handed(temporary, book.head.schema)


def handed_name(book: HandedBook) -> str:
    """Return the usual name of a book's file: whose it is, for whom, of which day."""
    head = book.head
    parts = (head.unit_name, head.to_name, f"{head.handed_on:%Y-%m-%d}")
    name = " - ".join(part for part in parts if part)
    return plain_file_name(name) + SUFFIX


def _write_rows(archive: zipfile.ZipFile, book: HandedBook, tell: Tell | None) -> None:
    with archive.open(ROWS, "w", force_zip64=True) as rows:
        for number, line in enumerate(record_lines(book.rows), start=1):
            rows.write(line.encode() + b"\n")
            if tell is not None and number % _TOLD_EVERY == 0:
                tell(number, book.head.rows)
