"""Read a handed book that came from outside: through the gate, then its head, then line by line."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from db.rules.findings import Finding, Refused
from db.rules.handing.document import LONGEST_LINE, HandedBook, Tell, check_lines, read_book, read_head
from exports.readers.gate import HANDED_BOOKS, admit
from exports.readers.handed_scan import HEAD, ROWS
from exports.readers.limits import HANDED_LIMITS

# What the gate says of any package is said here in the words for a book: it can only be asked for again.
_BROKEN = frozenset({"file_broken", "file_encrypted", "package_dense", "package_entries", "package_name"})


def read_handed(path: Path, schema: str, tell: Tell | None = None) -> HandedBook:
    """Read a handed book, of a program of this schema or an older one; raises Refused, named after the file.

    The file itself is only read, never changed.
    """
    try:
        data = admit(path, HANDED_LIMITS, HANDED_BOOKS).data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sorted(archive.namelist()) != [HEAD, ROWS]:
                raise Refused([Finding("handed_broken")])
            head = read_head(archive.read(HEAD).decode(), schema)
            # A book that was changed on the way is refused before its rows take any memory.
            with archive.open(ROWS) as rows:
                check_lines(head, _lines(rows))
            with archive.open(ROWS) as rows:
                return read_book(head, _lines(rows), tell)
    except Refused as refused:
        raise Refused(map(_worded, refused.findings), path.name) from refused
    except UnicodeDecodeError as error:
        raise Refused([Finding("handed_broken")], path.name) from error


def _lines(rows: IO[bytes]) -> Iterator[str]:
    while line := rows.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE or not line.endswith(b"\n"):
            raise Refused([Finding("handed_broken")])
        yield line[:-1].decode()


def _worded(finding: Finding) -> Finding:
    return Finding("handed_broken") if finding.code in _BROKEN else finding
