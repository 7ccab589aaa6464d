"""Files that are no score sheet, or no honest one, are refused before anything of them is read."""

from pathlib import Path
from typing import Any

import pytest

from db.rules.findings import Refused
from db.services.imports import import_lists
from db.sessions import Book
from exports.record_templates import write_template
from exports.scores.reading import read_score_book
from tests.exports.readers.made_files import SHEET as PART
from tests.exports.readers.made_files import changed as repacked
from tests.exports.readers.made_files import compound, far_cell, workbook
from tests.helpers.record_lists import sheet_of
from tests.helpers.score_books import SHEET, TODAY, changed, sent_file


def refused(path: Path) -> list[str]:
    with pytest.raises(Refused) as caught:
        read_score_book(path)
    assert caught.value.source == path.name
    return [item.code for item in caught.value.findings]


DANGEROUS = {
    "an old workbook": (compound("Workbook"), "file_is_xls"),
    "an encrypted one": (compound("EncryptedPackage"), "file_encrypted"),
    "a bomb": (repacked({"xl/media/bomb.png": bytes(70 * 2**20)}), "package_unpacked"),
    "a far cell": (far_cell("XFD1048576"), "workbook_far_cell"),
    "a text": ("TT;Tiêu chí;Câu trả lời".encode(), "score_other_kind"),
    "nothing": (b"", "file_empty"),
    "no sheet to be parsed": (repacked({PART: b"<worksheet><sheetData><row>"}), "file_broken"),
}


@pytest.mark.parametrize("what", DANGEROUS)
def test_what_is_not_safe_is_refused_at_the_gate(tmp_path: Path, what: str) -> None:
    data, code = DANGEROUS[what]
    path = tmp_path / "phieu.xlsx"
    path.write_bytes(data)
    assert refused(path) == [code]


def test_a_sheet_that_was_cut_off_is_broken(book: Book, tmp_path: Path) -> None:
    path = sent_file(book, tmp_path / "out")
    path.write_bytes(path.read_bytes()[:-200])
    assert refused(path) == ["file_broken"]


def test_a_workbook_without_the_heads_is_no_score_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", [["TT", "Tiêu chí"], ["1", "Một"]])
    assert refused(path) == ["score_no_heads"]


def test_a_score_sheet_whose_table_was_deleted_has_no_heads(book: Book, tmp_path: Path) -> None:
    def delete(given: Any) -> None:
        given.create_sheet("Khác")
        del given[SHEET]

    assert refused(changed(sent_file(book, tmp_path / "out"), delete)) == ["score_no_heads"]


def test_another_workbook_of_this_program_is_named(book: Book, tmp_path: Path) -> None:
    sheet = sheet_of(book, "outreach")
    with book.reading() as session:
        lists = import_lists.template_lists(session, sheet, TODAY)
    write_template(sheet, lists, "Huyện Hòa Lâm", tmp_path / "t.xlsx")
    with pytest.raises(Refused) as caught:
        read_score_book(tmp_path / "t.xlsx")
    (finding,) = caught.value.findings
    assert (finding.code, finding.value) == ("score_other_book", sheet.title)


def test_a_newer_layout_is_refused_with_a_word(book: Book, tmp_path: Path) -> None:
    def raise_layout(given: Any) -> None:
        given["_pcmd"]["B2"] = "2"

    assert refused(changed(sent_file(book, tmp_path / "out"), raise_layout)) == ["score_newer_layout"]


def test_a_head_that_comes_twice_is_refused(book: Book, tmp_path: Path) -> None:
    def repeat(given: Any) -> None:
        given[SHEET]["J5"] = "Mẫu số"

    assert refused(changed(sent_file(book, tmp_path / "out"), repeat)) == ["column_twice"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx") == ["file_missing"]
