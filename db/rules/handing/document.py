"""A handed book as text: a head, and a line for each row; what is no such text is refused before it is anything.

The rows are plain values by table and column. Nothing in a document is ever run or looked up by a name that it brings.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, NoReturn

from db.rules.findings import Finding, Refused
from db.rules.formats import number_text

KIND = "pcmd-handed-book"
FORMAT = 1
MOST_ROWS = 400_000
# A rule set or an amended plan is the longest text that a row holds.
LONGEST_LINE = 4 * 2**20
# The widest table has some 40 columns; the keys of a row take far more memory than its text.
_MOST_COLUMNS = 100
# Values that come again and again (days, names of forms) are kept once.
_LONGEST_SHARED, _MOST_SHARED = 40, 20_000
_TOLD_EVERY = 5_000
Plain = str | int | bool | None
Row = Mapping[str, Plain]
Rows = Mapping[str, tuple[Row, ...]]
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class HandedHead:
    """What a handed book says of itself.

    `book_key`, `unit_code`, `unit_name` tell whose it is, `to_code` and `to_name` for which commune it was split off
    (empty: the whole book), `day` the day in whose borders it was split. `sha256` is of the head and all rows.
    """

    book_key: str
    unit_code: str
    unit_name: str
    office_name: str
    to_code: str
    to_name: str
    handed_on: date
    day: date
    schema: str
    sample: bool
    rows: int = 0
    sha256: str = ""

    @property
    def is_whole(self) -> bool:
        """Tell whether it is the whole book, not the part of one commune."""
        return not self.to_code


@dataclass(frozen=True)
class HandedBook:
    """A handed book: its head, and by table the rows that go with it, parents before their children."""

    head: HandedHead
    rows: Rows

    def of(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table, none where it brings no such."""
        return self.rows.get(table, ())


def sealed(head: HandedHead, rows: Mapping[str, Sequence[Row]]) -> HandedBook:
    """Return a book whose head tells how many rows there are and the check over all of it; raises Refused."""
    kept = {table: tuple(listed) for table, listed in rows.items() if listed}
    count = sum(map(len, kept.values()))
    if count > MOST_ROWS:
        facts = {"most": number_text(MOST_ROWS)}
        raise Refused([Finding("handed_too_many", "", number_text(count), facts)])
    counted = replace(head, rows=count, sha256="")
    return HandedBook(replace(counted, sha256=_sha256(counted, record_lines(kept))), kept)


def head_text(head: HandedHead) -> str:
    """Return the head as the document holds it."""
    said = {"kind": KIND, "format": FORMAT, **asdict(head)}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1, default=date.isoformat)


def record_lines(rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Return the lines of the records as the document holds them."""
    for table, listed in rows.items():
        for row in listed:
            yield json.dumps([table, row], ensure_ascii=False, sort_keys=True)


def read_head(text: str, schema: str) -> HandedHead:
    """Read a head; raises Refused where it is none, or of a newer program than the one of `schema`."""
    said = _loaded(text, "handed_not_book")
    if not isinstance(said, dict) or said.get("kind") != KIND:
        raise Refused([Finding("handed_not_book")])
    _refuse_newer(said, schema)
    try:
        return _head(said)
    except (KeyError, ValueError, TypeError) as error:
        raise Refused([Finding("handed_broken")]) from error


def read_book(head: HandedHead, lines: Iterable[str], tell: Tell | None = None) -> HandedBook:
    """Read the rows below a head; raises Refused where a line is no row, or where the check does not agree."""
    rows: dict[str, list[Row]] = {}
    shared: dict[str, str] = {}
    for number, line in enumerate(_checked(head, lines), start=1):
        table, row = _row(line, number)
        rows.setdefault(table, []).append(_shared(row, shared))
        if tell is not None and number % _TOLD_EVERY == 0:
            tell(number, head.rows)
    return HandedBook(head, {table: tuple(listed) for table, listed in rows.items()})


def check_lines(head: HandedHead, lines: Iterable[str]) -> None:
    """Raise Refused where the number of lines or the check over them does not agree with the head; keeps none."""
    for _ in _checked(head, lines):
        pass


def said_of(row: Row) -> str:
    """Return a short mark of what a row says, to tell whether a newer document says something else."""
    text = json.dumps(row, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _checked(head: HandedHead, lines: Iterable[str]) -> Iterator[str]:
    """Pass lines on; raises Refused at one too many, and at the end where the check does not agree."""
    check = hashlib.sha256(head_text(replace(head, sha256="")).encode())
    count = 0
    for count, line in enumerate(lines, start=1):
        if count > min(head.rows, MOST_ROWS):
            raise Refused([Finding("handed_broken")])
        _add(check, line)
        yield line
    if count != head.rows or check.hexdigest() != head.sha256:
        raise Refused([Finding("handed_broken")])


def _sha256(head: HandedHead, lines: Iterable[str]) -> str:
    check = hashlib.sha256(head_text(head).encode())
    for line in lines:
        _add(check, line)
    return check.hexdigest()


def _add(check: "hashlib._Hash", line: str) -> None:
    check.update(b"\n")
    check.update(line.encode())


def _shared(row: Row, shared: dict[str, str]) -> Row:
    """Return a row whose keys, and values that came before, are the same objects as those of other rows."""
    return {sys.intern(key): _once_kept(value, shared) for key, value in row.items()}


def _once_kept(value: Plain, shared: dict[str, str]) -> Plain:
    if not isinstance(value, str) or len(value) > _LONGEST_SHARED:
        return value
    return shared.setdefault(value, value) if len(shared) < _MOST_SHARED else shared.get(value, value)


def _refuse_newer(said: Mapping[str, Any], schema: str) -> None:
    version, written = said.get("format"), said.get("schema")
    if not isinstance(version, int) or not isinstance(written, str):
        raise Refused([Finding("handed_broken")])
    if version > FORMAT or written > schema:
        raise Refused([Finding("handed_newer", "", written, {"known": schema})])


def _head(said: Mapping[str, Any]) -> HandedHead:
    values: dict[str, Any] = {}
    for field in fields(HandedHead):
        value = said[field.name]
        values[field.name] = date.fromisoformat(value) if field.type is date else value
        if type(values[field.name]) is not field.type:
            raise TypeError(field.name)
    if any(isinstance(value, str) and len(value) > 250 for value in values.values()):
        raise ValueError
    return HandedHead(**values)


def _row(line: str, number: int) -> tuple[str, Row]:
    said = _loaded(line, "handed_line", str(number))
    match said:
        case [str(table), dict(row)] if len(row) <= _MOST_COLUMNS and all(map(_is_plain, row.values())):
            return table, row
    raise Refused([Finding("handed_line", "", str(number))])


def _is_plain(value: object) -> bool:
    return isinstance(value, Plain)


def _loaded(text: str, code: str, value: str = "") -> Any:
    try:
        if len(text) > LONGEST_LINE:
            raise ValueError
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Refused([Finding(code, "", value)]) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key comes twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
