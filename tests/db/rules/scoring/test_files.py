"""A rule set in a file: it comes back to the byte, whatever was done to the file on the way is told with its line."""

import tomllib
from decimal import Decimal

import pytest
from hypothesis import given

from db.rules.findings import Refused
from db.rules.scoring.documents import Document, read_document
from db.rules.scoring.files import RULE_SET_FILES
from db.rules.scoring.form import form_findings
from db.rules.scoring.writing import document_text
from db.rules.sealed_toml import LARGEST_FILE
from tests.helpers.rule_sets import criterion, documents, sound

BANDS = (("0..5", "0"), ("5-", "10"))
TEXT = document_text(sound(criterion("1", "10", "bands", bands=BANDS), criterion("2", "7.5", "yes_no")))
FILE = RULE_SET_FILES.sealed("xa-2026", TEXT).encode()
HEAD = 3


def line_with(words: str, file: bytes = FILE) -> str:
    lines = file.decode().split("\n")
    return f"dòng {next(at for at, line in enumerate(lines, start=1) if words in line)}"


def refused(data: bytes, *, needs_seal: bool = True) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        RULE_SET_FILES.read(data, needs_seal=needs_seal)
    return [(finding.code, finding.place) for finding in caught.value.findings]


@given(documents)
def test_any_set_comes_back_to_the_byte(document: Document) -> None:
    text = document_text(document)
    read = RULE_SET_FILES.read(RULE_SET_FILES.sealed("mã", text).encode(), needs_seal=True)
    assert (read.code, read.text) == ("mã", text)
    assert read_document(read.body) == document


@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_a_mail_program_may_change_the_ends_of_lines(ends: bytes) -> None:
    assert RULE_SET_FILES.read(b"\xef\xbb\xbf" + FILE.replace(b"\n", ends), needs_seal=True).text == TEXT


CASES = {
    "empty": (b" \n", ("file_empty", "")),
    "too large": (b"x" * (LARGEST_FILE + 1), ("file_too_big", "")),
    "another file": (b"PK\x03\x04 archive", ("rule_file_foreign", "dòng 1")),
    "no seal": (TEXT.encode(), ("rule_file_foreign", "dòng 1")),
    "not UTF-8": (FILE.replace("Văn".encode(), b"V\xe3n"), ("rule_file_not_utf8", line_with("Văn"))),
    "a number changed": (FILE.replace(b"most = 10", b"most = 11"), ("rule_file_changed", "dòng 3")),
    "the code changed": (FILE.replace(b"xa-2026", b"xa-2027"), ("rule_file_changed", "dòng 3")),
    "cut in the head": (FILE[:60], ("rule_file_cut_off", "dòng 2")),
    "cut in the text": (FILE[:-20], ("rule_file_changed", "dòng 3")),
    "more behind": (FILE + b"# x\n", ("rule_file_changed", "dòng 3")),
}


@pytest.mark.parametrize("data, expected", CASES.values(), ids=CASES)
def test_what_was_done_to_a_file_is_told(data: bytes, expected: tuple[str, str]) -> None:
    assert refused(data) == [expected]


BODIES = {
    "not TOML": (TEXT + "most = = 3\n", "rule_file_not_toml", TEXT.count("\n") + 1),
    "cut off": (TEXT + 'x = "', "rule_file_not_toml", TEXT.count("\n") + 1),
    "nested without end": (TEXT + "x = " + "[" * 5000, "rule_file_not_toml", TEXT.count("\n") + 1),
    "not a number": (TEXT.replace("most = 7.5", 'most = "7,5"'), "rule_wrong_type", "most = "),
    "a number that is none": (TEXT.replace("most = 7.5", "most = nan"), "rule_wrong_type", "most = "),
    "no such key": (TEXT.replace("most = 7.5", "most = 7.5\npoints = 3"), "rule_key_unknown", "points = 3"),
    "no such answer": (TEXT.replace('"yes_no"', '"maybe"'), "rule_wrong_type", '"maybe"'),
    "a row of a band": (TEXT.replace("first = 5", 'first = "5"'), "rule_wrong_type", 'first = "5"'),
}


@pytest.mark.parametrize("text, code, line", BODIES.values(), ids=BODIES)
def test_what_is_wrong_in_a_text_is_told_with_its_line(text: str, code: str, line: int | str) -> None:
    found = refused(text.encode(), needs_seal=False)
    at = line if isinstance(line, int) else _last_line(text, line)
    assert found == [(code, f"dòng {at}")]
    assert refused(RULE_SET_FILES.sealed("x", text).encode()) == [(code, f"dòng {at + HEAD}")]


def _last_line(text: str, words: str) -> int:
    return max(at for at, line in enumerate(text.split("\n"), start=1) if words in line)


@pytest.mark.parametrize("key", ["title", "citation", "valid_from", "group", "class"])
def test_a_set_without_its_parts_is_told(key: str) -> None:
    body = {name: value for name, value in tomllib.loads(TEXT).items() if name != key}
    assert [(item.code, item.value) for item in form_findings(body)] == [("rule_key_missing", key)]


@pytest.mark.parametrize(
    "body",
    [{"group": "abc"}, {"group": [1]}, {"class": [[]]}, {"due": []}, {"levels": {}}, {"valid_from": "2026"}],
    ids=str,
)
def test_any_other_form_is_told_not_read(body: dict[str, object]) -> None:
    found = form_findings({**tomllib.loads(TEXT), **body})
    assert found
    assert {item.code for item in found} <= {"rule_wrong_type", "rule_key_missing"}


def test_items_of_items_have_an_end() -> None:
    deep = criterion("x")
    for code in "abcdef":
        deep = criterion(code, "10", items=(deep,))
    body = tomllib.loads(document_text(sound(deep)))
    assert [item.code for item in form_findings(body)] == ["rule_too_deep"]
    assert Decimal(10) == deep.most


def test_of_what_is_wrong_without_end_the_first_is_told_with_its_line() -> None:
    found = refused(b"[[group]]\nother = 1\n" * 4_000, needs_seal=False)
    assert ("rule_key_unknown", "dòng 4") in found
    assert len(found) == 200
