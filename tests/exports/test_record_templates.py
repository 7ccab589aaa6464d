"""Templates of records: what they offer, and that what they hold comes back."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from db.rules.findings import Refused
from db.rules.imports.sheets import EXAMPLE_MARK
from db.rules.personal_data import is_free_text
from db.services import content
from db.services.imports import import_lists
from db.sessions import Book
from exports import marked_copies
from exports.marked_copies import LIST_SHEET, write_marked, write_marked_return
from exports.readers.record_lists import read_list_file
from exports.record_templates import write_template
from tests.helpers.record_lists import list_file, planned, sheet_of, told

KINDS = sorted(path.stem for path in (content.SHIPPED / "imports").glob("*.toml"))
DAY = date(2025, 9, 20)


def template(book: Book, kind: str, target: Path) -> Path:
    """Write the template of a kind."""
    sheet = sheet_of(book, kind)
    with book.reading() as session:
        lists = import_lists.template_lists(session, sheet, DAY)
    write_template(sheet, lists, "Huyện Hòa Lâm", target)
    return target


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_template_has_nothing_to_import_and_nothing_wrong(
    book: Book, tmp_path: Path, kind: str
) -> None:
    plan = planned(book, kind, template(book, kind, tmp_path / "t.xlsx"))
    assert (told(plan), dict(plan.counts)) == ([], {})
    assert [note.code for note in plan.table.notes] == ["example_row"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_template_is_a_good_row(book: Book, tmp_path: Path, kind: str) -> None:
    path = template(book, kind, tmp_path / "t.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["A5"] = 1
    workbook.save(path)
    plan = planned(book, kind, path)
    assert (told(plan), dict(plan.counts)) == ([], {"new": 1})


def test_an_example_that_was_changed_is_not_passed_over(book: Book, tmp_path: Path) -> None:
    path = template(book, "outreach", tmp_path / "t.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["H5"] = 87
    workbook.save(path)
    assert told(planned(book, "outreach", path)) == [("Tuyên truyền!A5", "example_row_changed")]


def test_a_template_offers_lists_and_hints(book: Book, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(template(book, "outreach", tmp_path / "t.xlsx"))
    sheet = workbook.worksheets[0]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert (rules["C5"].type, rules["B5"].type, rules["G5"].type) == ("list", "date", "whole")
    assert "Xã Quế Lâm – 99102" in [cell.value for cell in workbook["_danh_muc"]["A"]]
    assert rules["H5"].prompt == "Tổng số lượt người dự."
    assert (sheet["A5"].value, sheet["B5"].value) == (EXAMPLE_MARK, datetime(2025, 9, 14))


def test_a_template_of_another_kind_is_refused(book: Book, tmp_path: Path) -> None:
    path = template(book, "outreach", tmp_path / "t.xlsx")
    with pytest.raises(Refused) as caught:
        read_list_file(path, sheet_of(book, "officials"))
    assert [item.code for item in caught.value.findings] == ["template_of_other_kind"]


def test_a_marked_copy_keeps_the_file_and_shows_each_finding(book: Book, tmp_path: Path) -> None:
    path = template(book, "outreach", tmp_path / "t.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["B6"], workbook.worksheets[0]["C6"] = "31/2/2025", "=Quế"
    workbook.save(path)
    file = read_list_file(path, sheet_of(book, "outreach"))
    write_marked(file, [("Tuyên truyền!B6", "31/2/2025", "Không có ngày này.")], tmp_path / "m.xlsx")
    marked = openpyxl.load_workbook(tmp_path / "m.xlsx")
    comment = marked["Tuyên truyền"]["B6"].comment
    assert comment is not None
    assert comment.text == "Không có ngày này."
    assert [cell.value for cell in marked[LIST_SHEET][2]] == [
        "Tuyên truyền!B6",
        "31/2/2025",
        "Không có ngày này.",
    ]
    assert marked.sheetnames[:2] == ["Tuyên truyền", "Hướng dẫn"]


def test_a_text_is_marked_in_a_workbook_of_its_own(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Ngày,Xã,Hình thức\n31/2/2025,Quế Lâm,=1+1\n", encoding="utf-8")
    file = read_list_file(path, sheet_of(book, "outreach"))
    write_marked(file, [("dòng 2", "31/2/2025", "Không có ngày này.")], tmp_path / "m.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx").worksheets[0]
    assert (sheet["C2"].value, sheet["C2"].data_type, sheet["A2"].comment is not None) == ("=1+1", "s", True)


def test_a_marked_copy_can_be_mended_and_read_again(book: Book, tmp_path: Path) -> None:
    rows = [("31/2/2025", "Quế Lâm", "Nói chuyện chuyên đề")]
    path = list_file(tmp_path / "a.xlsx", ("Ngày", "Xã", "Hình thức"), rows)
    write_marked(
        read_list_file(path, sheet_of(book, "outreach")), [("Danh sách!A2", "", "Sai.")], tmp_path / "m.xlsx"
    )
    workbook = openpyxl.load_workbook(tmp_path / "m.xlsx")
    workbook["Danh sách"]["A2"] = "28/2/2025"
    workbook.save(tmp_path / "m.xlsx")
    assert told(planned(book, "outreach", tmp_path / "m.xlsx")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_of_free_text_says_that_no_person_is_named(book: Book, kind: str) -> None:
    columns = [column for column in sheet_of(book, kind).columns if is_free_text(column.field)]
    assert [column.title for column in columns if "ông ghi tên" not in column.hint] == []


def test_a_list_that_cannot_be_edited_is_marked_in_a_plain_workbook(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [("31/2/2025", "Quế Lâm", "Nói chuyện chuyên đề")]
    path = list_file(tmp_path / "a.xlsx", ("Ngày", "Xã", "Hình thức"), rows)
    file = read_list_file(path, sheet_of(book, "outreach"))
    monkeypatch.setattr(
        marked_copies, "_CHILD", replace(marked_copies._CHILD, module="exports.readers.no_such")
    )
    write_marked(file, [("Danh sách!A2", "", "Sai.")], tmp_path / "m.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx")["Danh sách"]
    assert (sheet["A2"].value, sheet["A2"].comment is not None) == ("31/2/2025", True)
    with pytest.raises(Refused) as caught:
        write_marked_return(path, [("Danh sách!A2", "", "Sai.")], tmp_path / "n.xlsx")
    assert [item.code for item in caught.value.findings] == ["marked_not_made"]
    assert not (tmp_path / "n.xlsx").exists()
