"""Texts, content files and handed books that were made to harm a reader."""

import hashlib
import json
from collections.abc import Sequence

from db.rules.handing.document import head_text, read_head
from db.rules.returns.form_files import RETURN_FORM_FILES
from db.rules.scoring.files import RULE_SET_FILES
from exports.readers.handed_scan import HEAD, ROWS
from tests.torture.hostile_packages import packed

_LIST = b"code,name,kind,level,parent_code\n"
_SAID = {
    "kind": "pcmd-handed-book",
    "format": 1,
    "book_key": "a" * 32,
    "unit_code": "991",
    "unit_name": "../../../outside",
    "office_name": "'; DROP TABLE unit; --",
    "to_code": "",
    "to_name": "",
    "handed_on": "2025-08-04",
    "day": "2025-08-04",
    "schema": "0001",
    "sample": False,
    "rows": 400_000,
    "sha256": "0" * 64,
}
_ROW = json.dumps(["official", {"id": 1, "name": "Lò Thị " + "a" * 700}])


def zeros_in_text() -> bytes:
    """A list full of zero bytes."""
    return _LIST + b"99\0,T\0,\0\0\n" * 1_000


def one_line() -> bytes:
    """A line of 30 MB."""
    return _LIST + b"a" * (30 * 2**20)


def too_large_text() -> bytes:
    """A text of 100 MB in one line."""
    return b"a" * (100 * 2**20)


def open_quotes() -> bytes:
    """Quotes in quotes that never close."""
    return _LIST + b'"' * 1_000_001 + b'a,"b\n' * 100_000


def many_separators() -> bytes:
    """Sixteen million empty cells in one row."""
    return _LIST + b"," * (16 * 2**20) + b"1\n"


def many_lines() -> bytes:
    """Eight million short rows."""
    return _LIST + b"1,2\n" * (7 * 2**20)


def utf16_text() -> bytes:
    """A list in UTF-16 without end of its last letter."""
    return "code,name\n99,Tỉnh Đồng Lam\n".encode("utf-16") + b"\xd8"


def deep_content() -> bytes:
    """Arrays in arrays under a right seal."""
    return RULE_SET_FILES.sealed("a", "a = " + "[" * 90_000 + "]" * 90_000).encode()


def dotted_content() -> bytes:
    """A key of a hundred thousand parts under a right seal."""
    return RETURN_FORM_FILES.sealed("a", ".".join("a" for _ in range(100_000)) + " = 1").encode()


def strange_content() -> bytes:
    """Numbers beyond all measure and names that lead elsewhere, under a right seal."""
    lines = (
        'code = "../../../outside"',
        f"title = '{'Ữ' * 200_000}'",
        "valid_from = 9999-12-31",
        f"total = 1{'0' * 4_000}",
        "x = nan\n",
    )
    text = "\n".join(lines)
    return RULE_SET_FILES.sealed("../../../outside", text).encode()


def many_tables() -> bytes:
    """Tens of thousands of groups under a right seal."""
    return RULE_SET_FILES.sealed("a", 'title = "a"\n' + '[[group]]\ncode = "a"\n' * 45_000).encode()


def statements_in_book() -> bytes:
    """A handed book whose names and values are statements for a database, under a right check."""
    rows = [["unit; DROP TABLE unit", {"id": 1}], ["sqlite_master", {"sql": "DELETE FROM unit"}]]
    return _sealed([json.dumps(row) for row in rows])


def dense_book() -> bytes:
    """A handed book of 300 MB in rows of one kind."""
    return _book(_SAID, f"{_ROW}\n" * 395_000)


def changed_book() -> bytes:
    """A handed book as large as the gate lets through, with a wrong check."""
    return _book({**_SAID, "rows": 200_000}, f"{_ROW}\n" * 200_000)


def long_row() -> bytes:
    """A handed book with one row of 60 MB, under a right check."""
    return _sealed([f'["official", {{"name": "{"a" * (60 * 2**20)}"}}]'])


def wide_rows() -> bytes:
    """Rows of a hundred thousand columns each, under a right check."""
    columns = ", ".join(f'"{number}": 1' for number in range(100_000))
    return _sealed([f'["official", {{{columns}}}]'] * 40)


def deep_row() -> bytes:
    """A handed book whose row is nested without end, under a right check."""
    return _sealed(["[" * 1_000_000])


def extra_entry() -> bytes:
    """A handed book that brings a file along."""
    head = json.dumps(_SAID).encode()
    return packed({HEAD: head, ROWS: b"[]\n", "handed/../../outside.txt": b"outside"})


def _sealed(lines: Sequence[str]) -> bytes:
    said = {**_SAID, "rows": len(lines), "sha256": ""}
    check = hashlib.sha256(head_text(read_head(json.dumps(said), "0001")).encode())
    for line in lines:
        check.update(f"\n{line}".encode())
    return _book({**said, "sha256": check.hexdigest()}, "".join(f"{line}\n" for line in lines))


def _book(said: dict[str, object], rows: str) -> bytes:
    return packed({HEAD: json.dumps(said).encode(), ROWS: rows.encode()})
