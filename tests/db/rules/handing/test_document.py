"""A handed book as text: what went in comes out, what is no such text is refused."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.findings import Refused
from db.rules.handing import document
from db.rules.handing.document import (
    HandedHead,
    Row,
    check_lines,
    head_text,
    read_book,
    read_head,
    record_lines,
    sealed,
)

HEAD = HandedHead(
    "key", "099", "Huyện A", "UBND huyện A", "", "", date(2025, 8, 4), date(2025, 7, 1), "0006", False
)
ROWS: dict[str, tuple[Row, ...]] = {
    "official": ({"id": 1, "name": "Lò Văn Ơn", "female": None, "role": True},)
}
VALUES = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=8)


def lines_of(rows: Any = ROWS) -> list[str]:
    return list(record_lines(rows))


def code_of(head: HandedHead, lines: list[str]) -> str:
    """The code with which a document is refused."""
    with pytest.raises(Refused) as refused:
        read_book(head, lines)
    return refused.value.findings[0].code


@given(st.dictionaries(st.text(max_size=6), VALUES, min_size=1))
def test_what_went_in_comes_out(row: dict[str, Any]) -> None:
    if any(_is_half(text) for text in (*row, *row.values())):
        return  # No file holds half a character.
    book = sealed(HEAD, {"official": [row]})
    head = read_head(head_text(book.head), "0006")
    assert read_book(head, record_lines(book.rows)) == book


def _is_half(value: object) -> bool:
    return isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value)


def test_a_head_says_how_many_rows_there_are() -> None:
    assert (sealed(HEAD, ROWS).head.rows, HEAD.is_whole, replace(HEAD, to_code="1").is_whole) == (
        1,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "handed_not_book"),
        ("[]", "handed_not_book"),
        ('{"kind": "other"}', "handed_not_book"),
        ('{"kind": "pcmd-handed-book"}', "handed_broken"),
        ('{"kind": "pcmd-handed-book", "kind": "pcmd-handed-book"}', "handed_not_book"),
        ("[" * 100_000, "handed_not_book"),
        (head_text(replace(HEAD, schema="9999")), "handed_newer"),
        (head_text(HEAD).replace('"format": 1', '"format": 2'), "handed_newer"),
        (head_text(HEAD).replace('"sample": false', '"sample": 0'), "handed_broken"),
        (head_text(HEAD).replace("2025-08-04", "2025-13-04"), "handed_broken"),
        (head_text(replace(HEAD, office_name="a" * 251)), "handed_broken"),
    ],
)
def test_a_head_that_is_none_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_head(text, "0006")
    assert [finding.code for finding in refused.value.findings] == [code]


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "{}",
        '["official"]',
        '["official", [1]]',
        '[1, {"id": 1}]',
        '["official", {"id": 1.5}]',
        '["official", {"id": NaN}]',
        '["official", {"id": [1]}]',
        '["official", {"id": 1, "id": 2}]',
        '["official", {"id": ' + "9" * 5000 + "}]",
        json.dumps(["official", {f"column {number}": 1 for number in range(101)}]),
        "[" * 50_000,
    ],
)
def test_a_line_that_is_no_row_is_refused(line: str) -> None:
    assert code_of(replace(HEAD, rows=1), [line]) == "handed_line"


@pytest.mark.parametrize("change", ["a row less", "a row more", "another value", "another head"])
def test_a_document_that_was_changed_is_refused(change: str) -> None:
    book = sealed(HEAD, ROWS)
    head, lines = book.head, lines_of(book.rows)
    if change == "a row less":
        lines = []
    elif change == "a row more":
        lines = lines * 2
    elif change == "another value":
        lines = [lines[0].replace("Ơn", "Ân")]
    else:
        head = replace(head, unit_name="Huyện B")
    assert code_of(head, lines) == "handed_broken"
    with pytest.raises(Refused):
        check_lines(head, lines)


def test_what_comes_again_is_kept_once() -> None:
    rows: dict[str, list[Row]] = {"official": [{"id": number, "name": "Lò Văn Ơn"} for number in range(2)]}
    book = sealed(HEAD, rows)
    first, second = read_book(book.head, lines_of(book.rows)).of("official")
    assert first["name"] is second["name"]


def test_too_many_rows_are_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_ROWS", 0)
    with pytest.raises(Refused) as refused:
        sealed(HEAD, ROWS)
    assert refused.value.findings[0].code == "handed_too_many"


def test_a_line_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LONGEST_LINE", 10)
    assert code_of(replace(HEAD, rows=1), [json.dumps(["official", {"id": 1}])]) == "handed_line"
