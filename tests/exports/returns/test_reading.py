"""Workbooks that come in: each bad one is refused for itself, the next one is read; one child for all of them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from db.rules.findings import Refused
from db.rules.returns.received_books import ReadReturn
from exports.readers import books
from exports.returns.reading import ReturnReader
from exports.returns.writing import write_files
from tests.exports.readers.made_files import SHEET, changed, compound, far_cell, sheet_xml, workbook_bytes
from tests.exports.returns.filled import filled_return

_DTD = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_LONG = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>'
_FORMULAS = (
    '<row r="1"><c r="A1"><f>B1</f></c><c r="B1" t="e"><f>#REF!</f><v>#REF!</v></c><c r="C1"><f>[1]a!A1</f><v>7</v></c>'
    "</row>"
)
_LINK = {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}


@pytest.fixture(scope="module")
def reader() -> Iterator[ReturnReader]:
    """One reader, and so one child, for every file."""
    with ReturnReader() as opened:
        yield opened


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound return."""
    target = tmp_path_factory.mktemp("returns") / "báo cáo.xlsx"
    write_files(filled_return(units=1), target)
    return target


def refusal(reader: ReturnReader, path: Path) -> str:
    with pytest.raises(Refused) as refused:
        reader.read(path)
    assert refused.value.source == path.name
    return refused.value.findings[0].code


def named_outside(data: bytes) -> bytes:
    return changed({"../../outside.xml": b"<a/>"}, data)


BAD = {
    "empty": (b"", "file_empty"),
    "words": (b"no workbook", "file_not_workbook"),
    "a picture": (b"\x89PNG\r\n\0\0\0", "file_not_workbook"),
    "old Excel": (compound("Workbook"), "file_is_xls"),
    "encrypted": (compound("EncryptedPackage"), "file_encrypted"),
    "truncated": (workbook_bytes()[:-300], "file_broken"),
    "far cell": (far_cell("XFD1048576"), "workbook_far_cell"),
    "too large": (far_cell("ALL20000"), "workbook_too_large"),
    "entities": (changed({SHEET: sheet_xml("", _DTD)}), "workbook_dtd"),
    "zip bomb": (changed({"xl/media/bomb.bin": bytes(47 * 2**20)}), "package_dense"),
    "unpacked": (changed({"xl/media/bomb.bin": bytes(49 * 2**20)}), "package_unpacked"),
    "outside": (named_outside(workbook_bytes()), "package_name"),
    "long text": (changed({SHEET: sheet_xml(_LONG)}), "cell_too_long"),
    "not XML": (changed({SHEET: b"<worksheet><sheetData>"}), "file_broken"),
}


@pytest.mark.parametrize(("data", "code"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_and_the_next_one_read(
    reader: ReturnReader, written: Path, tmp_path: Path, data: bytes, code: str
) -> None:
    bad = tmp_path / "xấu.xlsx"
    bad.write_bytes(data)
    started = monotonic()
    assert refusal(reader, bad) == code
    assert len(reader.read(written).sheets) == 8
    assert monotonic() - started < 10


def test_a_file_that_is_gone_is_refused(reader: ReturnReader, tmp_path: Path) -> None:
    assert refusal(reader, tmp_path / "mất.xlsx") == "file_missing"


@pytest.mark.parametrize(
    ("command", "code"),
    [("import os; os.abort()", "workbook_not_readable"), ("input()", "workbook_not_readable")],
)
def test_a_child_that_dies_takes_only_its_own_file(
    written: Path, monkeypatch: pytest.MonkeyPatch, command: str, code: str
) -> None:
    with ReturnReader() as reader, monkeypatch.context() as patch:
        patch.setattr(books, "child_command", lambda *_: [sys.executable, "-c", command])
        assert refusal(reader, written) == code
        patch.undo()
        assert reader.read(written).name == written.name


def test_a_child_that_hangs_is_ended(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ReturnReader(seconds=0.3) as reader:
        monkeypatch.setattr(
            books, "child_command", lambda *_: [sys.executable, "-c", "import time; time.sleep(60)"]
        )
        assert refusal(reader, written) == "workbook_too_slow"


def test_formulas_errors_and_links_are_told(reader: ReturnReader, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed({SHEET: sheet_xml(_FORMULAS), **_LINK}))
    read = reader.read(path)
    sheet = read.sheets[0]
    assert read.is_foreign
    assert sheet.errors == {"B1"}
    assert sheet.valueless == {"A1", "B1"}
    assert sheet.formulas == {"A1", "B1", "C1"}
    assert sheet.rows[0].value(2) == 7


def test_a_written_return_says_what_it_is(reader: ReturnReader, written: Path) -> None:
    read: ReadReturn = reader.read(written)
    sheet = read.sheets[1]
    assert (sheet.form_code, sheet.check_code) == ("PCMD-02", filled_return(units=1).check_code)
    assert sheet.unit is not None and (sheet.unit.name, sheet.unit.code) == ("Huyện Hòa Lâm", "099")
    assert sheet.period is not None and sheet.period.label == "2025-Q3"
    assert dict(read.mark)["unit"] == "099"
