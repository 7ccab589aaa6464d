"""The first line of a score sheet's workbook, by which officers know it: `Xã Quài Tở (mã 03253) · Năm 2025`."""

import re
from collections.abc import Iterator

from db.rules.findings import Finding
from db.rules.scoring.received_books import ReadBook
from db.rules.scoring.received_cells import text_of
from db.rules.text import folded

_LINE = "{unit_name} (mã {unit}) · Năm {year}"
_SAID = {"unit": re.compile(r"\bma\s*:?\s*(\d{5})\b"), "year": re.compile(r"\bnam\s*:?\s*(\d{4})\b")}


def said_in_head(read: ReadBook, key: str) -> str:
    """Return the code of the `unit`, or the `year`, that the first line names; blank where it names none."""
    match = _SAID[key].search(folded(text_of(read.title)))
    return match[1] if match else ""


def head_findings(read: ReadBook) -> Iterator[Finding]:
    """Tell of a first line made out to another commune or year than the hidden lines, which place the sheet."""
    mark = {key: read.mark.get(key, "") for key in ("unit_name", "unit", "year")}
    if any(said_in_head(read, key) not in ("", mark[key]) for key in _SAID):
        facts = {"expected": _LINE.format(**mark)}
        yield Finding("score_fixed_changed", read.title.place, text_of(read.title), facts)
