"""Forms read from their data, control totals, and the hash over what was reported."""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import db
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import parse_expression
from db.rules.periods import Span
from db.rules.returns.filled import FilledReturn, FilledSheet, ReturnHead, control_totals, figures_text
from db.rules.returns.forms import ColumnForm, Over, ReturnSet, RowsOf, SheetForm, parse_return_set, with_each

QUARTERLY = Path(db.__file__).parent / "catalogues" / "returns" / "quarterly.toml"
HEAD = ReturnHead("Tỉnh", "Huyện", "Hòa Lâm", "Sở", "TM.", "Chủ tịch", "Đạt", "Hường", sample=False)
COLUMNS = (
    ColumnForm("name", "Đơn vị", "unit_name", 24),
    ColumnForm("people", "Lượt người", "measure", 10, measure="outreach.people"),
    ColumnForm("share", "Tỷ lệ", "measure", 10, measure="training.share_trained"),
)
SHEET = FilledSheet(
    SheetForm("PCMD-02", "Tuyên truyền", "Lượt", RowsOf.UNITS, COLUMNS, "Tổng số"),
    (("Xã A", 86, Decimal("12.676")), ("Xã B", None, None)),
    ("Tổng số", 86, Decimal("12.676")),
)
FILLED = FilledReturn(
    ReturnSet("quarterly", "Bộ biểu", "Nguồn", "2020-01-01-1a2b3c4d", (SHEET.form,)),
    HEAD,
    "099",
    "Huyện Hòa Lâm",
    date(2025, 9, 14),
    "2025-Q3",
    Span(date(2025, 6, 15), date(2025, 9, 14), 2025),
    (SHEET,),
)


@pytest.fixture(scope="module")
def quarterly() -> ReturnSet:
    """The shipped quarterly set."""
    return parse_return_set("quarterly", "v1", tomllib.loads(QUARTERLY.read_text(encoding="utf-8")))


def with_row(*row: str | int | Decimal | date | None) -> FilledReturn:
    return replace(FILLED, sheets=(replace(SHEET, rows=(row,)),))


def test_the_quarterly_set_has_its_forms(quarterly: ReturnSet) -> None:
    assert [(sheet.code, sheet.rows) for sheet in quarterly.sheets] == [
        ("PCMD-01", RowsOf.TARGETS),
        ("PCMD-02", RowsOf.UNITS),
        ("PCMD-03", RowsOf.UNITS),
        ("PCMD-04", RowsOf.UNITS),
        ("PCMD-04B", RowsOf.UNITS),
        ("PCMD-05", RowsOf.UNITS),
        ("PCMD-06", RowsOf.UNITS),
        ("PCMD-07", RowsOf.COMMUNES),
    ]
    assert (quarterly.code, quarterly.version) == ("quarterly", "v1")
    assert "do chương trình soạn" in quarterly.citation


def test_every_measure_of_the_set_is_in_the_catalogue(quarterly: ReturnSet) -> None:
    entries = {
        "class": [("good", "Tốt"), ("fair", "Khá")],
        "handling_forms": [("fine", "Phạt tiền")],
        "establishment_kinds": [("hotel", "Khách sạn")],
    }
    sheets = with_each(quarterly, entries).sheets
    expressions = [column.measure for sheet in sheets for column in sheet.columns if column.measure]

    counted = [text for text in expressions if not text.startswith("figures.")]
    assert (len(expressions), len(counted)) == (74, 49)
    assert [parse_expression(text, MEASURES).expression for text in counted] == counted


def test_every_column_is_filled_and_named_once(quarterly: ReturnSet) -> None:
    for sheet in quarterly.sheets:
        keys = [column.key for column in sheet.columns]
        assert len(set(keys)) == len(keys)
        assert all(bool(column.measure) == (column.holds == "measure") for column in sheet.columns)
        assert all(column.head and column.width > 0 for column in sheet.columns)


def test_heads_of_a_group_stand_next_to_each_other(quarterly: ReturnSet) -> None:
    for sheet in quarterly.sheets:
        groups = [column.group for column in sheet.columns if column.group]
        starts = [group for place, group in enumerate(groups) if group != groups[place - 1] or place == 0]
        assert len(starts) == len(set(starts))


def test_the_targets_ask_period_year_and_the_year_before(quarterly: ReturnSet) -> None:
    columns = {column.key: column for column in quarterly.sheets[0].columns}

    assert columns["done"].over is Over.PERIOD
    assert columns["done_year"].over is Over.YEAR
    assert columns["share"].over is Over.YEAR
    assert columns["year_before"].over is Over.YEAR_BEFORE


@pytest.mark.parametrize("group", ["Kỳ báo cáo", "Từ đầu năm", "Cùng kỳ năm trước"])
def test_a_group_asks_over_the_days_that_its_head_says(quarterly: ReturnSet, group: str) -> None:
    over = {"Kỳ báo cáo": Over.PERIOD, "Từ đầu năm": Over.YEAR, "Cùng kỳ năm trước": Over.YEAR_BEFORE}[group]
    found = {column.over for sheet in quarterly.sheets for column in sheet.columns if column.group == group}
    assert found == {over}


def test_words_and_codes_are_text_and_numbers_are_not(quarterly: ReturnSet) -> None:
    text = {column.holds for sheet in quarterly.sheets for column in sheet.columns if column.is_text}
    assert text == {"unit_code", "unit_name", "target_text", "target_unit"}


def test_control_totals_are_the_measures_of_the_total_rows() -> None:
    assert control_totals((SHEET,)) == {"PCMD-02.people": 86, "PCMD-02.share": Decimal("12.676")}


def test_a_form_without_a_total_row_has_no_control_totals() -> None:
    assert control_totals((replace(SHEET, total=()),)) == {}


def test_the_figures_are_written_in_one_agreed_form() -> None:
    whole = json.loads(figures_text(FILLED))

    assert figures_text(FILLED).startswith(
        '{"period":"2025-Q3","set":"quarterly","sheets":{"PCMD-02":[["Xã A",86'
    )
    assert whole["sheets"]["PCMD-02"] == [["Xã A", 86, 12.676], ["Xã B", None, None], ["Tổng số", 86, 12.676]]
    assert (whole["unit"], whole["version"]) == ("099", "2020-01-01-1a2b3c4d")


SAME = [
    (("Xã A", 8, None), ("Xã A", Decimal("8.000"), None)),
    (("Xã A", Decimal("8.5"), None), ("Xã A", Decimal("8.50"), None)),
    (("", 8, None), (None, 8, None)),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=["whole", "trailing zero", "empty text"])
def test_what_a_cell_cannot_tell_apart_hashes_alike(
    one: tuple[str | int | Decimal | None, ...], other: tuple[str | int | Decimal | None, ...]
) -> None:
    assert with_row(*one).sha256 == with_row(*other).sha256


def test_a_figure_that_was_not_recorded_is_not_zero() -> None:
    assert with_row("Xã A", None, None).sha256 != with_row("Xã A", 0, None).sha256


CHANGES: list[tuple[str, Callable[[], FilledReturn], bool]] = [
    ("a figure", lambda: with_row("Xã A", 87, None), False),
    ("the unit", lambda: replace(FILLED, unit_code="098"), False),
    ("the period", lambda: replace(FILLED, period="2025-Q2"), False),
    ("the version", lambda: replace(FILLED, set=replace(FILLED.set, version="v2")), False),
    ("the revision", lambda: replace(FILLED, revision=2), True),
    ("the signatory", lambda: replace(FILLED, head=replace(HEAD, signatory_name="Hà")), True),
]


@pytest.mark.parametrize(("what", "change", "same"), CHANGES, ids=[what for what, _, _ in CHANGES])
def test_the_hash_covers_what_was_reported_and_nothing_else(
    what: str, change: Callable[[], FilledReturn], same: bool
) -> None:
    assert (change().sha256 == FILLED.sha256) is same


def test_the_check_code_is_the_start_of_the_hash() -> None:
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", FILLED.check_code)
    assert FILLED.check_code.replace("-", "").lower() == FILLED.sha256[:12]
