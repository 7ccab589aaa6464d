"""Cells by hand flow into totals and ratios; what cannot follow is told."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from db.rules.formats import Value
from db.rules.returns.by_hand import CellPlace, HandCell, cell_text, cell_value
from db.rules.returns.check_findings import TOTAL_ROW
from db.rules.returns.filled import FilledSheet
from db.rules.returns.flowing import HandFilled, RatioParts, hand_findings, with_hand_cells
from db.rules.returns.forms import ColumnForm, Over, RowsOf, SheetForm

COLUMNS = (
    ColumnForm("code", "Mã", "unit_code", 10),
    ColumnForm("trained", "Được tập huấn", "measure", 10, measure="trained", kind="flow"),
    ColumnForm("in_post", "Hiện có", "measure", 10, measure="in_post", kind="stock"),
    ColumnForm("share", "Tỷ lệ", "measure", 10, measure="share", kind="ratio"),
    ColumnForm("people", "Người", "measure", 10, measure="people", kind="distinct"),
    ColumnForm("alone", "Tỷ lệ khác", "measure", 10, measure="alone", kind="ratio"),
    ColumnForm("cases", "Vụ", "by_hand", 10, kind="flow"),
    ColumnForm("note", "Ghi chú", "note", 10),
)
SHEET = FilledSheet(
    SheetForm("PCMD-03", "Biểu", "", RowsOf.UNITS, COLUMNS, "Tổng số"),
    (
        ("99101", 3, 6, Decimal(50), 3, Decimal(10), None, None),
        ("99102", None, 4, None, None, None, None, None),
    ),
    (None, 3, 10, Decimal(30), 3, Decimal(10), None, None),
)
PARTS = {"share": RatioParts("trained", "in_post", 100), "alone": RatioParts("trained", "elsewhere", 100)}


def filled(cells: Mapping[tuple[str, str], str], then: str = "3") -> HandFilled:
    given = {CellPlace("PCMD-03", row, key): HandCell(text, "Vì", then) for (row, key), text in cells.items()}
    return with_hand_cells((SHEET,), given, PARTS.get)


def cell(found: HandFilled, row: int, key: str) -> Value:
    keys = [column.key for column in COLUMNS]
    return (*found.sheets[0].rows, found.sheets[0].total)[row][keys.index(key)]


@pytest.mark.parametrize(
    ("by_hand", "row", "key", "value"),
    [
        ({("99101", "trained"): "4"}, 0, "trained", 4),
        ({("99101", "trained"): "4"}, 2, "trained", 4),
        ({("99101", "trained"): "4"}, 0, "share", Decimal("66.667")),
        ({("99101", "trained"): "4"}, 2, "share", Decimal(40)),
        ({("99101", "trained"): "0"}, 2, "trained", 0),
        ({("99101", "trained"): ""}, 2, "trained", None),
        ({("99101", "trained"): ""}, 0, "share", None),
        ({("99102", "trained"): "1"}, 2, "trained", 4),
        ({("99101", "in_post"): "0"}, 0, "share", None),
        ({("99101", "trained"): "4", ("99101", "share"): "70"}, 0, "share", 70),
        ({("99101", "trained"): "4", (TOTAL_ROW, "trained"): "9"}, 2, "trained", 9),
        ({("99101", "people"): "5"}, 2, "people", 3),
        ({("99101", "cases"): "5", ("99102", "cases"): "2"}, 2, "cases", 7),
        ({("99101", "note"): "Đã nộp"}, 0, "note", "Đã nộp"),
    ],
)
def test_a_cell_by_hand_flows_on(
    by_hand: Mapping[tuple[str, str], str], row: int, key: str, value: Value
) -> None:
    assert cell(filled(by_hand), row, key) == value


@pytest.mark.parametrize(
    ("kind", "text", "year", "left"),
    [
        ("flow", "5", 12, False),
        ("flow", "", 7, False),
        ("flow", "3", 10, False),
        ("distinct", "5", 10, True),
        ("stock", "5", 10, False),
    ],
)
def test_the_period_is_a_part_of_the_year(kind: str, text: str, year: int, left: bool) -> None:
    columns = (
        COLUMNS[0],
        *(
            ColumnForm(key, key, "measure", 10, measure="people", kind=kind, over=over)
            for key, over in (("people", Over.PERIOD), ("people_year", Over.YEAR))
        ),
    )
    sheet = FilledSheet(replace(SHEET.form, columns=columns), (("99101", 3, 10),), (None, 3, 10))
    cells = {CellPlace("PCMD-03", "99101", "people"): HandCell(text, "Vì", "3")}
    found = with_hand_cells((sheet,), cells, PARTS.get)
    assert found.sheets[0].rows[0][2] == year
    assert (CellPlace("PCMD-03", "99101", "people_year") in found.left) is left


def test_a_blank_is_not_zero_where_the_period_is_the_whole_year_so_far() -> None:
    columns = (
        COLUMNS[0],
        *(
            ColumnForm(key, key, "measure", 10, measure="people", kind="flow", over=over)
            for key, over in (("people", Over.PERIOD), ("people_year", Over.YEAR))
        ),
    )
    sheet = FilledSheet(
        replace(SHEET.form, columns=columns), (("99101", 3, 3), ("99102", 2, 2)), (None, 5, 5)
    )

    found = with_hand_cells(
        (sheet,), {CellPlace("PCMD-03", "99101", "people"): HandCell("", "Vì")}, PARTS.get
    )

    assert found.sheets[0].rows[0] == ("99101", None, None)
    assert found.sheets[0].total == (None, 2, 2)


def test_figures_above_a_list_of_communes_stay_in_its_total() -> None:
    above = FilledSheet(SHEET.form, SHEET.rows, (None, 8, 10, None, 3, None, None, None))
    cells = {CellPlace("PCMD-03", "99101", "trained"): HandCell("4", "Vì", "3")}
    assert with_hand_cells((above,), cells, PARTS.get).sheets[0].total[1] == 9


def test_marks_tell_what_the_measures_say() -> None:
    found = filled({("99101", "trained"): "4"})
    told = {(place.row, place.column): mark.computed for place, mark in found.marks.items()}
    assert told == {
        ("99101", "trained"): 3,
        ("99101", "share"): Decimal(50),
        (TOTAL_ROW, "trained"): 3,
        (TOTAL_ROW, "share"): Decimal(30),
    }


@pytest.mark.parametrize(
    ("by_hand", "then", "codes"),
    [
        ({("99101", "in_post"): "7"}, "6", []),
        (
            {("99101", "trained"): "4"},
            "3",
            [("not_recomputed", "99101", "alone"), ("not_recomputed", "", "alone")],
        ),
        ({("99101", "people"): "5"}, "3", [("not_recomputed", "", "people")]),
        ({("99101", "in_post"): "7"}, "5", [("computed_moved", "99101", "in_post")]),
        ({("99109", "in_post"): "7"}, "5", [("by_hand_lost", "99109", "in_post")]),
        ({("99101", "gone"): "7"}, "5", [("by_hand_lost", "99101", "gone")]),
    ],
)
def test_what_cannot_follow_is_told(
    by_hand: Mapping[tuple[str, str], str], then: str, codes: list[tuple[str, str, str]]
) -> None:
    found = hand_findings(filled(by_hand, then))
    assert [(item.code, item.row, item.column) for item in found] == codes


def test_nothing_by_hand_changes_nothing() -> None:
    assert filled({}).sheets == (SHEET,)


@pytest.mark.parametrize("value", [None, 0, 12, Decimal("8.5"), Decimal("0.125"), Decimal(1000)])
def test_a_figure_kept_as_text_comes_back(value: Value) -> None:
    assert cell_value(cell_text(value), COLUMNS[1]) == value
