"""The gate: what is not plainly a sound workbook or a text is refused before any reader opens it."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.findings import Refused
from exports.readers.gate import Admitted, FileKind, admit
from exports.readers.limits import Limits
from tests.exports.readers.made_files import (
    SHEET,
    changed,
    far_cell,
    lying_about_size,
    sheet_xml,
    workbook_bytes,
)

# Made once: a workbook carries the moment at which it was made.
SOUND = workbook_bytes()
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
DTD = "<!DOCTYPE worksheet [" + "".join(f'<!ENTITY e{n} "{n * n}">' for n in range(190_000)) + "]>"


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def encrypted_flag(data: bytes) -> bytes:
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def refused(path: Path, data: bytes, limits: Limits | None = None) -> tuple[str, str]:
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        admit(path, limits or Limits())
    assert caught.value.source == path.name
    finding = caught.value.findings[0]
    return finding.code, finding.place or finding.value


NO_WORKBOOK = [
    ("a.xlsx", b"", ("file_empty", "")),
    ("a.xlsx", b"code,name\n", ("file_text_named_workbook", ".xlsx")),
    ("a.xls", b"<html><table>", ("file_text_named_workbook", ".xls")),
    ("a.xlsx", OLE + "Workbook".encode("utf-16-le"), ("file_is_xls", "xls")),
    ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), ("file_encrypted", "encrypted")),
    ("a.csv", OLE + "WordDocument".encode("utf-16-le"), ("file_other_kind", "doc")),
    ("a.csv", OLE, ("file_other_kind", "ole")),
    ("a.csv", b"%PDF-1.7", ("file_other_kind", "pdf")),
    ("a.csv", b"\x89PNG\0\0", ("file_other_kind", "binary")),
    ("a.xlsx", zipped({"mimetype": b"", "content.xml": b"<a/>"}), ("file_is_ods", "ods")),
    ("a.xlsx", zipped({"word/document.xml": b"<a/>"}), ("file_other_kind", "docx")),
    ("a.xlsx", zipped({"xl/workbook.bin": b""}), ("file_other_kind", "xlsb")),
    ("a.xlsx", zipped({"notes.txt": b""}), ("file_other_kind", "zip")),
    ("a.xlsx", b"PK\x03\x04 and no more", ("file_broken", "")),
    ("a.xlsx", workbook_bytes()[:-200], ("file_broken", "")),
]


@pytest.mark.parametrize(("name", "data", "finding"), NO_WORKBOOK)
def test_what_is_no_workbook_is_told_apart(
    tmp_path: Path, name: str, data: bytes, finding: tuple[str, str]
) -> None:
    assert refused(tmp_path / name, data) == finding


HOSTILE = [
    (far_cell("XFD1048576"), ("workbook_far_cell", "XFD1048576")),
    (far_cell("A100001"), ("workbook_far_cell", "A100001")),
    (far_cell("ALM1"), ("workbook_far_cell", "ALM1")),
    (far_cell("ALL100000"), ("workbook_too_large", "")),
    (far_cell("$A$1"), ("file_broken", SHEET)),
    (changed({SHEET: sheet_xml('<row r="999999"><c><v>1</v></c></row>')}), ("workbook_far_cell", "A999999")),
    (changed({SHEET: sheet_xml('<row><c r="ALL1"/><c><v>1</v></c></row>')}), ("workbook_far_cell", "ALM1")),
    (
        changed({SHEET: sheet_xml('<row><c r="A999999"/></row><row><c><v>1</v></c></row>')}),
        ("workbook_far_cell", "A1000000"),
    ),
    (changed({SHEET: sheet_xml('<row r="1"><c r=""><v>1</v></c></row>')}), ("file_broken", SHEET)),
    (changed({SHEET: sheet_xml('<row r="x"/>')}), ("file_broken", SHEET)),
    (changed({SHEET: sheet_xml("", DTD)}), ("workbook_dtd", SHEET)),
    (changed({SHEET: sheet_xml("<a>" * 250 + "</a>" * 250)}), ("file_broken", SHEET)),
    (changed({"xl/styles.xml": b"<a><b></a>"}), ("file_broken", "xl/styles.xml")),
    (changed({"xl/media/image1.png": sheet_xml("")}), ("file_broken", "")),
    (changed({"../evil.xml": b"<a/>"}), ("package_name", "../evil.xml")),
    (changed({"xl\\..\\..\\evil.xml": b"<a/>"}), ("package_name", "xl\\..\\..\\evil.xml")),
    (changed({"/etc/evil.xml": b"<a/>"}), ("package_name", "/etc/evil.xml")),
    (changed({"C:/evil.xml": b"<a/>"}), ("package_name", "C:/evil.xml")),
    (changed({SHEET.upper(): b"<a/>"}), ("file_broken", "")),
    (changed({"xl/media/bomb.png": bytes(70 * 2**20)}), ("package_unpacked", "70")),
    (changed({"xl/media/dense.png": bytes(30 * 2**20)}), ("package_dense", "")),
    (lying_about_size(SHEET, sheet_xml(" " * 3_000_000)), ("file_broken", "")),
    (encrypted_flag(workbook_bytes()), ("file_encrypted", "encrypted")),
]


@pytest.mark.parametrize(("data", "finding"), HOSTILE)
def test_a_hostile_workbook_is_refused(tmp_path: Path, data: bytes, finding: tuple[str, str]) -> None:
    assert refused(tmp_path / "a.xlsx", data) == finding


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(file_bytes=1_000), "file_too_big"),
        (Limits(entries=3), "package_entries"),
        (Limits(unpacked_bytes=1_000), "package_unpacked"),
        (Limits(tags=5), "workbook_too_large"),
    ],
)
def test_each_cap_refuses(tmp_path: Path, limits: Limits, code: str) -> None:
    assert refused(tmp_path / "a.xlsx", workbook_bytes(), limits)[0] == code


def test_a_workbook_passes_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    data = workbook_bytes()
    path.write_bytes(data)
    assert admit(path) == Admitted("a.csv", FileKind.WORKBOOK, data)


def test_styled_rows_down_to_the_end_of_the_sheet_are_harmless(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    styled = '<row r="1"><c r="XFD1" s="1"/></row><row r="1048576" ht="12.8"/>'
    path.write_bytes(changed({SHEET: sheet_xml(styled)}))
    assert admit(path).kind is FileKind.WORKBOOK


@pytest.mark.parametrize(
    "after",
    ['<row r="100001"><c r="A100001"><v>1</v></c></row>', "<row><c><v>1</v></c></row>"],
    ids=["numbered", "counted"],
)
def test_a_far_cell_after_rows_of_styled_cells_is_refused(tmp_path: Path, after: str) -> None:
    styled = "".join(f'<row r="{at}"><c r="A{at}" s="1"/></row>' for at in range(99_990, 100_001))
    data = changed({SHEET: sheet_xml(styled + after)})
    assert refused(tmp_path / "a.xlsx", data)[0] == "workbook_far_cell"


def test_a_text_that_begins_like_a_package_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"PK,name\n")
    assert admit(path).kind is FileKind.TEXT


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.csv", "file_missing"), (tmp_path, "file_not_a_file")):
        with pytest.raises(Refused) as caught:
            admit(path)
        assert [finding.code for finding in caught.value.findings] == [code]


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_arguments: object) -> None:
        raise PermissionError

    (tmp_path / "a.csv").write_text("code")
    monkeypatch.setattr("pathlib.Path.open", denied)
    with pytest.raises(Refused) as caught:
        admit(tmp_path / "a.csv")
    assert caught.value.findings[0].code == "file_not_readable"


@given(st.data())
def test_a_damaged_workbook_is_admitted_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    path.write_bytes(content)
    try:
        assert admit(path).data == content
    except Refused as refusal:
        assert refusal.findings
