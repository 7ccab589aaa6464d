"""A return in a province's own workbook is found where its hidden sheet says, and nowhere else."""

from dataclasses import replace
from decimal import Decimal

import pytest

from db.rules.returns.filled import FilledReturn, FilledSheet, control_totals
from db.rules.returns.forms import ColumnForm, RowsOf, SheetForm
from db.rules.returns.received_books import CellValue, ReadReturn, ReadRow, ReadSheet
from db.rules.returns.received_judging import ExpectedReturn, Judged, judge
from db.rules.returns.received_mark import known_mark
from db.rules.returns.received_rows import ListedUnit
from tests.db.rules.returns.test_forms import FILLED

COLUMNS = (
    ColumnForm("code", "Mã", "unit_code", 8),
    ColumnForm("name", "Đơn vị", "unit_name", 20),
    ColumnForm("sessions", "Số buổi", "measure", 8, measure="outreach.sessions"),
    ColumnForm("people", "Lượt người", "measure", 8, measure="outreach.people"),
)
FORM = SheetForm("M1", "Mẫu của tỉnh", "Buổi", RowsOf.UNITS, COLUMNS, "Cộng")
ROWS = (("099", "Huyện Hòa Lâm", None, None), ("03251", "Xã A", 3, Decimal("8.5")), ("03252", "Xã B", 0, 86))
LISTED = [ListedUnit(code, name, len(code) == 5) for code, name, *_ in ROWS]
SHEET = FilledSheet(FORM, ROWS, (None, "Cộng", 3, Decimal("94.5")))


@pytest.fixture
def filled() -> FilledReturn:
    """A return of two communes whose codes the workbook does not show."""
    made = replace(FILLED, set=replace(FILLED.set, sheets=(FORM,)), sheets=(SHEET,))
    return replace(made, control_totals=control_totals(made.sheets))


def came_back(filled: FilledReturn, **cells: CellValue) -> ReadReturn:
    """The workbook: names in D, figures in F and G from row 7, totals in F3 and H20."""
    values: dict[tuple[int, int], CellValue] = {}
    for number, row in enumerate(ROWS, start=7):
        values |= {(number, 3): row[1], (number, 5): row[2], (number, 6): row[3]}
    values |= {(3, 5): SHEET.total[2], (20, 7): SHEET.total[3]}
    for cell, value in cells.items():
        values[int(cell[1:]), ord(cell[0]) - ord("A")] = value
    rows = sorted({number for number, _ in values})
    sheet = ReadSheet(
        "Bảng 1",
        tuple(ReadRow(number, tuple(values.get((number, at)) for at in range(9))) for number in rows),
    )
    return ReadReturn("a.xlsx", "", (sheet,), tuple(lines(filled)))


def lines(filled: FilledReturn) -> list[tuple[str, CellValue]]:
    """The hidden sheet as it is written with a workbook of a province."""
    known: list[tuple[str, CellValue]] = [
        ("layout", 1), ("set", filled.set.code), ("version", filled.set.version),
        ("unit", filled.unit_code), ("unit_valid_on", filled.unit_valid_on.isoformat()),
        ("period", filled.period), ("first", filled.span.first.isoformat()),
        ("last", filled.span.last.isoformat()), ("revision", 1), ("sha256", filled.sha256),
        ("check_code", filled.check_code), ("rows:M1", 3), ("template", "0" * 64),
        ("sheet:M1", "Bảng 1"), ("first:M1", 7),
        ("value:M1.code", "099"), ("value:M1.code", "03251"), ("value:M1.code", "03252"),
        ("column:M1.name", "D"), ("column:M1.sessions", "F"), ("column:M1.people", "G"),
        ("cell:M1.sessions", "F3"), ("cell:M1.people", "H20"), ("whole:M1.name", "Cộng"),
    ]  # fmt: skip
    return [*known, *((f"total:{key}", value) for key, value in filled.control_totals.items())]


def judged(read: ReadReturn, filled: FilledReturn) -> Judged:
    names = (filled.unit_code, filled.unit_name, filled.unit_valid_on, filled.period, filled.span)
    return judge(read, known_mark(read.mark), ExpectedReturn(filled.set, *names, LISTED))


def test_every_figure_is_found_where_the_hidden_sheet_says(filled: FilledReturn) -> None:
    said = judged(came_back(filled), filled)
    assert said.filled is not None
    assert said.filled.sheets == filled.sheets
    assert (said.verified, said.findings) == (True, ())


@pytest.mark.parametrize(
    ("cells", "code", "place"),
    [
        ({"F8": 4}, "return_figures_changed", "_pcmd"),
        ({"H20": 95}, "return_total_changed", "Bảng 1!H20"),
        ({"F8": "ba"}, "return_not_number", "Bảng 1!F8"),
        ({"D9": "Xã Khác"}, "return_unit_renamed", "Bảng 1!D9"),
        ({"F8": -3}, "check_negative", "Bảng 1!F8"),
    ],
)
def test_what_was_changed_is_told_at_its_cell(
    filled: FilledReturn, cells: dict[str, CellValue], code: str, place: str
) -> None:
    found = judged(came_back(filled, **cells), filled).findings
    assert (code, place) in [(item.code, item.place) for item in found]


def test_a_sheet_that_is_gone_is_told(filled: FilledReturn) -> None:
    said = judged(replace(came_back(filled), sheets=()), filled)
    assert [(item.code, item.place) for item in said.findings] == [("return_sheet_missing", "Bảng 1")]
