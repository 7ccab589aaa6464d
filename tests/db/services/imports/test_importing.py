"""Lists of outreach activities from files: new, same, changed, refused; all or nothing."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.records import Change, OutreachActivity, Step
from db.rules.findings import Refused
from db.rules.imports.tables import LEFT_OUT
from db.services.entering import entries, history
from db.sessions import Book
from tests.helpers.books import OFFICER
from tests.helpers.record_lists import imported, list_file, planned, told

HEADS = ("Ngày", "Xã", "Hình thức", "Số buổi", "Số người", "Trong đó nữ", "Nội dung", "Ghi chú")
GOOD = ("14/9/2025", "Xã Quế Lâm", "Nói chuyện chuyên đề", 1, 86, 41, "Phòng, chống mại dâm", None)


def counted(book: Book) -> int:
    with book.reading() as session:
        return session.scalar(select(func.count()).select_from(OutreachActivity)) or 0


def test_the_same_file_again_changes_nothing(book: Book, tmp_path: Path) -> None:
    path = list_file(
        tmp_path / "a.xlsx", HEADS, [GOOD, ("15/9/2025", "99103", "talk", None, "1.234", None, None, None)]
    )
    first, again = imported(book, "outreach", path), imported(book, "outreach", path)
    assert (dict(first.counts), dict(again.counts)) == ({"new": 2}, {"same": 2})
    assert again.rows == ()
    assert counted(book) == 2


def test_a_changed_cell_changes_the_record_and_a_blank_one_takes_nothing_away(
    book: Book, tmp_path: Path
) -> None:
    imported(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, [GOOD]))
    row = (*GOOD[:4], 90, None, *GOOD[6:])
    plan = imported(book, "outreach", list_file(tmp_path / "b.xlsx", HEADS, [row]))
    assert [(item.place, item.value, item.facts["old"]) for item in plan.changes] == [
        ("Danh sách!E2", "90", "86")
    ]
    with book.reading() as session:
        held = session.scalars(select(OutreachActivity)).one()
    assert (held.people, held.female) == (90, 41)


def test_an_import_is_one_step_that_can_be_taken_back(book: Book, tmp_path: Path) -> None:
    rows = [(f"{day}/9/2025", *GOOD[1:]) for day in range(1, 21)]
    imported(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, rows))
    with book.reading() as session:
        step_id = session.scalars(select(Step.id).order_by(Step.id.desc())).first()
        logged = session.scalar(select(func.count()).where(Change.step_id == step_id))
    assert (counted(book), logged) == (20, 20)
    with book.writing(who=OFFICER) as session:
        history.revert(session, step_id or 0)
    assert counted(book) == 0


def test_what_is_imported_is_kept_as_if_it_had_been_typed(book: Book, tmp_path: Path) -> None:
    imported(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, [GOOD]))
    with book.writing(who=OFFICER) as session:
        held = session.scalars(select(OutreachActivity)).one()
        typed = entries.add(session, "outreach", entries.values_of(session, "outreach", held.id))
        other = session.get_one(OutreachActivity, typed)
        assert (other.search, other.created_by) == (held.search, held.created_by)
        session.rollback()


def test_nothing_is_stored_while_a_row_is_refused(book: Book, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [GOOD, ("31/2/2025", *GOOD[1:])])
    with pytest.raises(Refused) as caught:
        imported(book, "outreach", path)
    assert [(item.place, item.code) for item in caught.value.findings] == [("Danh sách!A3", "no_such_day")]
    assert caught.value.source == "a.xlsx"
    assert counted(book) == 0


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("A", "31/02/2025", "no_such_day"),
        ("A", "14/9", "day_without_year"),
        ("A", "hôm qua", "not_date"),
        ("A", None, "required"),
        ("A", "1/1/1900", "day_unlikely"),
        ("A", "14/9/2099", "day_unlikely"),
        ("B", "Xã Quế Lầm", "near_names"),
        ("B", "Que Lam", "near_names"),
        ("B", "12345", "not_in_list"),
        ("B", None, "required"),
        ("C", "Nói chuyện", "near_names"),
        ("C", "Múa lân sư rồng", "not_in_list"),
        ("D", "một", "not_count"),
        ("D", 1.5, "not_whole"),
        ("D", -1, "not_count"),
        ("F", 87, "part_over_whole"),
        ("G", "x" * 251, "too_long"),
        ("G", "Lò Thị Mai, Nguyễn Văn An", "personal_names_column"),
        ("H", "CCCD 011098001234", "personal_citizen_column"),
        ("H", "gọi 0912345678", "personal_phone_column"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    book: Book, tmp_path: Path, column: str, value: object, code: str
) -> None:
    row: list[object] = list(GOOD)
    row["ABCDEFGH".index(column)] = value
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, [row]))
    assert told(plan) == [(f"Danh sách!{column}2", code)]
    assert (plan.refused, plan.rows) == (1, ())


def test_a_unit_is_found_by_code_name_or_label(book: Book, tmp_path: Path) -> None:
    names = ("99102", "Xã Quế Lâm", "QUẾ LÂM", "xã  quế lâm", "Xã Quế Lâm – 99102")
    rows = [(f"{day}/9/2025", name, *GOOD[2:]) for day, name in enumerate(names, start=1)]
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, rows))
    assert (told(plan), len({row.values["unit_id"] for row in plan.rows})) == ([], 1)


def test_rows_that_are_one_activity_are_told(book: Book, tmp_path: Path) -> None:
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, [GOOD, GOOD]))
    assert told(plan) == [("Danh sách!A3", "row_twice")]
    assert plan.findings[0].facts["first"] == "Danh sách!A2"


def test_a_row_like_several_records_is_not_guessed(book: Book, tmp_path: Path) -> None:
    imported(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, [GOOD]))
    with book.writing(who=OFFICER) as session:
        held = session.scalars(select(OutreachActivity.id)).one()
        entries.add(session, "outreach", entries.values_of(session, "outreach", held))
    row = (*GOOD[:4], 99, *GOOD[5:])
    assert told(planned(book, "outreach", list_file(tmp_path / "b.xlsx", HEADS, [row]))) == [
        ("Danh sách!A2", "row_like_several")
    ]


def test_total_rows_and_rows_of_column_numbers_are_no_records(book: Book, tmp_path: Path) -> None:
    numbers = tuple(f"({number})" for number in range(1, 9))
    rows = [numbers, GOOD, ("Tổng cộng", None, None, 1, 86, 41, None, None)]
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, rows))
    assert (dict(plan.counts), plan.findings) == ({"new": 1}, ())
    assert [note.code for note in plan.table.notes] == ["total_row"]


def test_columns_may_stand_anywhere_under_other_names(book: Book, tmp_path: Path) -> None:
    heads = ("STT", "Địa bàn", "HÌNH THỨC TUYÊN TRUYỀN", "Ngày tổ chức", "Số lượt người", "Người ký")
    rows = [(1, "Quế Lâm", "Nói chuyện chuyên đề", "14/9/2025", "1,234", "A")]
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", heads, rows))
    assert (plan.rows[0].values["people"], told(plan)) == (1234, [])
    assert [(note.code, note.value) for note in plan.table.notes] == [("column_not_read", "Người ký")]


def test_a_file_that_is_wrong_throughout_is_not_read_to_its_end(book: Book, tmp_path: Path) -> None:
    rows = [("31/2/2025", f"Xã lạ {number}", "lạ") for number in range(3_000)]
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS[:3], rows))
    assert (len(plan.findings), plan.refused) == (2_002, 667)
    assert (plan.findings[0].code, plan.findings[0].value) == ("list_too_wrong", "2.333")


def test_sums_in_thousands_are_never_read_as_dong(book: Book, tmp_path: Path) -> None:
    rows = [("Ngày", "Xã", "Hình thức", "Kinh phí"), (*GOOD[:3], 500)]
    path = list_file(tmp_path / "a.xlsx", ("Biểu tổng hợp", None, "Đơn vị tính: nghìn đồng"), rows)
    plan = planned(book, "outreach", path)
    assert told(plan) == [("Danh sách!C1", "sums_in_thousands")]
    assert told(planned(book, "outreach", path, {"kinh phi": LEFT_OUT})) == []


def test_many_columns_that_are_not_read_are_told_in_one_line(book: Book, tmp_path: Path) -> None:
    heads = (*HEADS, *(f"Cột {number}" for number in range(300)), None, None)
    path = list_file(tmp_path / "a.xlsx", heads, [(*GOOD, *range(302))])
    notes = planned(book, "outreach", path).table.notes
    assert [(note.place, note.code, note.value) for note in notes] == [
        ("Danh sách!I1", "columns_not_read", "300"),
        ("Danh sách!KW1", "column_without_head", "KW"),
        ("Danh sách!KX1", "column_without_head", "KX"),
    ]


def test_a_file_that_repeats_one_row_is_not_told_of_each(book: Book, tmp_path: Path) -> None:
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, [GOOD] * 3_000))
    assert (len(plan.findings), plan.refused, plan.ready) == (2_002, 2_001, False)
    assert (plan.findings[0].place, plan.findings[0].value) == ("Danh sách!A2004", "998")


@pytest.mark.parametrize("formula", ["=1/0", "=D2+1"])
def test_findings_come_in_the_order_of_the_file(book: Book, tmp_path: Path, formula: str) -> None:
    rows = [("31/2/2025", *GOOD[1:]), (*GOOD[:3], formula, *GOOD[4:]), (*GOOD[:4], "nhiều", *GOOD[5:])]
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, rows))
    assert [place for place, _ in told(plan)] == ["Danh sách!A2", "Danh sách!D3", "Danh sách!E4"]


@pytest.mark.parametrize("formula", ["=1/0", "=D2+1"])
def test_a_formula_without_a_value_is_no_blank(book: Book, tmp_path: Path, formula: str) -> None:
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", HEADS, [(*GOOD[:3], formula, *GOOD[4:])]))
    assert told(plan) == [("Danh sách!D2", "cell_without_value")]
    assert not plan.ready
