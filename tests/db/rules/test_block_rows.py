"""Rows of a block become records, or findings at their cells."""

from datetime import date

import pytest

from db.rules.block_rows import BlockRow, Named, Names, has_head, match_heads, read_block
from db.rules.entry_kinds import OFFICIALS, OUTREACH

TODAY = date(2025, 6, 30)
UNITS = Names(
    (
        Named("11", "Xã Quế Lâm", ("99102", "Quế Lâm"), last=date(2025, 6, 30)),
        Named("12", "Xã Đạt Thành", ("99103", "Đạt Thành")),
        Named("13", "Thị trấn Hòa An", ("99104", "Hòa An")),
        Named("14", "Xã Quế Lâm", ("99102", "Quế Lâm"), first=date(2025, 7, 1)),
        Named("15", "Xã Hoa An", ("99105", "Hoa An")),
    )
)
FORMS = Names((Named("talk", "Nói chuyện chuyên đề"), Named("news", "Tin, bài")))
LISTS = {"unit_id": UNITS, "form": FORMS}
COLUMNS = ("held_on", "unit_id", "form", "people", "female")
HEADS = {
    "held_on": ("Ngày",),
    "unit_id": ("Xã", "Đơn vị"),
    "form": ("Hình thức",),
    "people": ("Số người", "Người"),
    "cost": ("Kinh phí (đồng)",),
}


def read(*cells: str, columns: tuple[str, ...] = COLUMNS) -> BlockRow:
    (row,) = read_block(OUTREACH, [cells], columns, LISTS, today=TODAY, day="held_on")
    return row


def test_a_good_row_has_values_and_no_findings() -> None:
    row = read("14/05/25", "xã quế lâm", "noi chuyen chuyen de", "1.234", "-")
    assert row.findings == ()
    assert row.values["held_on"] == date(2025, 5, 14)
    assert [row.values[key] for key in ("unit_id", "form", "people", "female")] == [11, "talk", 1234, None]


WRONG = [
    (("31/02/2025", "Quế Lâm", "Tin, bài", "", ""), [("no_such_day", "held_on", "31/02/2025", "")]),
    (("14/5", "Que Lan", "Tin, bài"), [("near_names", "unit_id", "Que Lan", "Xã Quế Lâm")]),
    (("14/5", "Xã Quế Lầm", "Tin, bài"), [("near_names", "unit_id", "Xã Quế Lầm", "Xã Quế Lâm")]),
    (("14/5", "zzzz", "Tin, bài"), [("not_in_list", "unit_id", "zzzz", "")]),
    (("14/5", "Đạt Thành", "Tin bài bài"), [("near_names", "form", "Tin bài bài", "Tin, bài")]),
    (("14/5", "Đạt Thành", ""), [("required", "form", "", "")]),
    (("14/5", "99103", "Tin, bài", "5", "6"), [("part_over_whole", "female", "6", "")]),
    (("14/5", "99103", "Tin, bài", "nhiều", "6"), [("not_count", "people", "nhiều", "")]),
]


@pytest.mark.parametrize(("cells", "findings"), WRONG)
def test_each_finding_names_its_field_and_its_cell(
    cells: tuple[str, ...], findings: list[tuple[str, str, str, str]]
) -> None:
    found = [
        (item.code, item.place, item.value, item.facts.get("near", "")) for item in read(*cells).findings
    ]
    assert found == findings


NAMED = [
    ("Thị trấn Hoà An", "13"),
    ("hòa an", "13"),
    ("Hoa An", "15"),
    ("99103", "12"),
    ("  dat\u00a0thanh ", "12"),
]


@pytest.mark.parametrize(("text", "code"), NAMED)
def test_a_unit_is_found_by_name_or_code(text: str, code: str) -> None:
    assert read("14/5/2025", text, "Tin, bài").raw["unit_id"] == code


DATED = [("30/06/2025", "11", []), ("01/07/2025", "14", []), ("32/7", "", ["no_such_day"])]


@pytest.mark.parametrize(("day", "code", "findings"), DATED)
def test_of_two_units_of_one_name_the_day_tells_which(day: str, code: str, findings: list[str]) -> None:
    row = read(day, "Xã Quế Lâm", "Tin, bài")
    assert row.raw["unit_id"] == code
    assert [item.code for item in row.findings] == findings


def test_a_unit_that_was_not_there_on_the_day_is_told() -> None:
    ended = Names((Named("11", "Xã Quế Lâm", last=date(2025, 6, 30)),))
    lists = {**LISTS, "unit_id": ended}
    cells = ("14/9/2025", "Xã Quế Lâm", "Tin, bài")
    (row,) = read_block(OUTREACH, [cells], COLUMNS, lists, today=TODAY, day="held_on")
    assert [(item.code, item.facts) for item in row.findings] == [("unit_not_on_day", {"day": "14/09/2025"})]


def test_two_units_of_one_name_on_one_day_are_told_with_their_codes() -> None:
    twins = Names((Named("1", "Xã Tân An", ("00001",)), Named("2", "Xã Tân An", ("00002",))))
    (row,) = read_block(
        OUTREACH, [("14/5", "Xã Tân An", "x")], COLUMNS[:2], {"unit_id": twins}, today=TODAY, day="held_on"
    )
    assert row.findings[0].facts["near"] == "Xã Tân An (00001), Xã Tân An (00002)"


def test_a_record_without_a_day_belongs_to_the_unit_that_goes_on() -> None:
    rows = read_block(OFFICIALS, [("Lò Văn A", "Xã Quế Lâm")], ("name", "unit_id"), LISTS, today=TODAY)
    assert (rows[0].raw["unit_id"], rows[0].findings) == ("14", ())


def test_blank_rows_are_left_out_and_numbers_stay() -> None:
    rows = read_block(
        OUTREACH, [("", "-"), ("14/5", "x"), ("\u00a0", "")], ("held_on", "topic"), {}, today=TODAY
    )
    assert [(row.number, row.raw["topic"]) for row in rows] == [(2, "x")]


def test_a_block_of_english_numbers_is_read_as_a_whole() -> None:
    block = [("14/5", "Đạt Thành", "Tin, bài", "1,234", ""), ("15/5", "Đạt Thành", "Tin, bài", "86", "12")]
    rows = read_block(OUTREACH, block, COLUMNS, LISTS, today=TODAY, day="held_on")
    assert [row.values["people"] for row in rows] == [1234, 86]


HEADED = [
    (("Ngày", "Xã", "Số người *"), ("held_on", "unit_id", "people")),
    (("NGÀY:", "Đơn vị", "Ghi gì đó", "Kinh phí"), ("held_on", "unit_id", "", "cost")),
    (("ngay", "Ngày", "nguoi"), ("held_on", "", "people")),
    (("Người", "Số người"), ("people", "")),
    (("Kinh phí (nghìn đồng)", "Kinh phí (1.000đ)", "Kinh phí (VNĐ)"), ("", "", "cost")),
]


@pytest.mark.parametrize(("heads", "keys"), HEADED)
def test_columns_are_known_by_their_heads(heads: tuple[str, ...], keys: tuple[str, ...]) -> None:
    assert match_heads(heads, HEADS) == keys


IS_HEAD = [
    (("Ngày", "Xã", "Hình thức"), True),
    (("Ngày", "Xã", "a", "b"), True),
    (("Ngày", "a", "b"), False),
    (("14/5", "Xã Quế Lâm", "86"), False),
    (("Ngày",), True),
    (("", ""), False),
]


@pytest.mark.parametrize(("first", "expected"), IS_HEAD)
def test_a_head_is_known_by_most_of_its_cells(first: tuple[str, ...], expected: bool) -> None:
    assert has_head([first, ("1",)], HEADS) is expected


def test_nothing_has_no_head() -> None:
    assert not has_head([], HEADS)
