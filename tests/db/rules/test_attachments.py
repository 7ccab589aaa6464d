"""Names and kinds of files that are kept: plain letters, no way out of the folder, nothing that runs."""

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.attachments import (
    home_name,
    is_stored_name,
    kind_marked,
    kind_named,
    kind_of_parts,
    shown_name,
    stored_name,
)

HASH = "0123456789abcdef" * 4
NAMES = [
    ("Quyết định số 12.pdf", "quyet-dinh-so-12"),
    ("../../../etc/passwd.pdf", "etc-passwd"),
    ("C:\\Windows\\win.ini.pdf", "c-windows-win-ini"),
    ("bao cao.pdf:an.exe.pdf", "bao-cao-pdf-an-exe"),
    ("CON.pdf", "con"),
    ("....pdf", "tep"),
    ("?!.pdf", "tep"),
    ("đ" * 300 + ".pdf", "d" * 60),
    ("本文.pdf", "tep"),
    ("  ảnh   chụp . .pdf", "anh-chup"),
]
ASTRAY = [
    "",
    "/2025/99102/0123456789abcdef-a.pdf",
    "../2025/99102/0123456789abcdef-a.pdf",
    "2025/../0123456789abcdef-a.pdf",
    "2025/99102/../0123456789abcdef-a.pdf",
    "2025/99102/0123456789abcdef-a.pdf:an.exe",
    "2025/99102/0123456789abcdef-a.exe",
    "2025/99102/0123456789abcdef-a.pdf\n",
    "2025/99102/0123456789abcdef-a.pdf ",
    "2025\\99102\\0123456789abcdef-a.pdf",
    "2025/99102/CON",
    "C:/2025/99102/0123456789abcdef-a.pdf",
]


@pytest.mark.parametrize(("file_name", "stem"), NAMES, ids=lambda text: text[:20])
def test_a_file_is_kept_under_plain_letters(file_name: str, stem: str) -> None:
    assert stored_name(file_name, "pdf", HASH) == f"0123456789abcdef-{stem}.pdf"


@given(st.text(max_size=400), st.text(max_size=30), st.sampled_from(["pdf", "docx", "png"]))
def test_whatever_a_file_is_called_its_place_is_safe_everywhere(name: str, code: str, kind: str) -> None:
    place = f"{home_name(2025, code)}/{stored_name(name, kind, HASH)}"
    parts = PureWindowsPath(place).parts
    assert is_stored_name(place)
    assert len(parts) == 3
    assert all(part == part.rstrip(". ") and part.isascii() and ":" not in part for part in parts)
    assert len(place) <= 120


@pytest.mark.parametrize("text", ASTRAY)
def test_a_name_that_leads_elsewhere_names_no_place(text: str) -> None:
    assert not is_stored_name(text)


SHOWN = [
    ("Quyết định.pdf", "Quyết định.pdf"),
    ("Quye\u0302\u0301t.pdf", "Quyết.pdf"),
    ("bao\u202efdp.exe", "baofdp.exe"),
    ("a\nb\t.pdf", "a b.pdf"),
    ("a/b\\c:d.pdf", "a b c d.pdf"),
    ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
]


@pytest.mark.parametrize(("file_name", "shown"), SHOWN, ids=range(len(SHOWN)))
def test_people_see_the_name_the_file_came_under(file_name: str, shown: str) -> None:
    assert shown_name(file_name) == shown


PROMISED = [
    ("a.PDF", "pdf"),
    ("a.jpeg", "jpg"),
    ("a.b.docx", "docx"),
    ("a.pdf.exe", ""),
    ("a", ""),
    (".pdf", ""),
    ("a.docm", ""),
]


@pytest.mark.parametrize(("file_name", "kind"), PROMISED)
def test_the_last_ending_of_a_name_promises_a_kind(file_name: str, kind: str) -> None:
    assert kind_named(file_name) == kind


MARKS = [
    (b"%PDF-1.7", "pdf"),
    (b"MZ %PDF-1.7", ""),
    (b"\xff\xd8\xff\xe0", "jpg"),
    (b"PK\x03\x04", "zip"),
    (b"", ""),
    (b"GIF89a", ""),
]


@pytest.mark.parametrize(("first_bytes", "kind"), MARKS)
def test_the_first_bytes_tell_the_kind(first_bytes: bytes, kind: str) -> None:
    assert kind_marked(first_bytes) == kind


PARTS = [
    (("[Content_Types].xml", "word/document.xml"), "docx"),
    (("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
    (("word/document.xml",), ""),
    (("[Content_Types].xml", "ppt/presentation.xml"), ""),
    (("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "runs"),
    (("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "runs"),
    (("[Content_Types].xml", "word/document.xml", "word/embeddings/setup.EXE"), "runs"),
]


@pytest.mark.parametrize(("names", "kind"), PARTS, ids=range(len(PARTS)))
def test_the_parts_of_a_document_tell_its_kind(names: tuple[str, ...], kind: str) -> None:
    assert kind_of_parts(names) == kind
