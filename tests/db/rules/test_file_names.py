"""Names of files from outside: what is left of one, and what may stand in a package."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.file_names import LONGEST, is_inner_path, plain_file_name

NAMES = [
    ("Kế hoạch 2025.docx", "Kế hoạch 2025.docx"),
    ("Ke\u0302\u0301 hoạch.docx", "Kế hoạch.docx"),
    ("../../etc/passwd", "etc passwd"),
    ("C:\\Windows\\a.xlsx", "C Windows a.xlsx"),
    ("sổ:ẩn.xlsx", "sổ ẩn.xlsx"),
    ("báo\ncáo\t1.pdf", "báo cáo 1.pdf"),
    ("a.pdf. . .", "a.pdf"),
    ("  .ẩn", "tep.ẩn"),
    ("báo cáo .pdf", "báo cáo.pdf"),
    ("con", "_con"),
    ("NUL.xlsx", "_NUL.xlsx"),
    ("com1.tar.gz", "_com1.tar.gz"),
    ("LPT³.txt", "_LPT³.txt"),
    ("console.txt", "console.txt"),
    ("bang\u202excod.exe", "bangxcod.exe"),
    ("a\u2066b\u200b.csv", "ab.csv"),
    ("\udce1bc.csv", "bc.csv"),
    ("..", "tep"),
    ("", "tep"),
    ('<>:"/\\|?*', "tep"),
    ("chữ " * 100 + ".xlsx", ("chữ " * 28 + "chữ.xlsx")),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_made_plain(text: str, name: str) -> None:
    assert plain_file_name(text) == name


@given(st.text(max_size=400))
def test_a_plain_name_is_one_name_everywhere_and_stays_as_it_is(text: str) -> None:
    name = plain_file_name(text)
    assert name not in ("", ".", "..") and not set(name) & set('<>:"/\\|?*\0\n')
    assert len(name) <= LONGEST and len(name.encode()) < 255 and name == name.strip(" ")
    assert plain_file_name(name) == name


INNER = [
    ("xl/worksheets/sheet1.xml", True),
    ("minh-chung/2025/03316/a.pdf", True),
    ("xl/", True),
    ("", False),
    ("/etc/passwd", False),
    ("\\\\server\\share\\a", False),
    ("C:/a", False),
    ("a/../../b", False),
    ("a\\..\\..\\b", False),
    ("..", False),
    ("a..b/c", True),
    ("xl/workbook.xml\0.png", False),
    ("a\u202eb", False),
]


@pytest.mark.parametrize(("name", "is_inner"), INNER)
def test_an_entry_of_a_package_stays_in_it(name: str, is_inner: bool) -> None:
    assert is_inner_path(name) is is_inner
