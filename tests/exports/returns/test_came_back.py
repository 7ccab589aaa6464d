"""A return that came back is what was exported, or each cell that is not is named."""

from dataclasses import replace
from decimal import Decimal

import pytest

from db.rules.findings import Refused
from db.rules.returns.check_findings import Severity
from db.rules.returns.filled import FilledReturn
from db.rules.returns.received_books import ReadReturn, ReadSheet
from db.rules.returns.received_judging import judge
from db.rules.returns.received_mark import known_mark
from exports.returns.reading import ReturnReader
from exports.returns.writing import write_files
from tests.exports.returns.came_back import (
    Change,
    by_hand,
    columns_swapped,
    expected,
    judged,
    marked,
    on_sheet,
    put,
    row_again,
    sealed_anew,
    together,
    without_row,
    without_sheet,
)
from tests.exports.returns.filled import filled_return

FORM = "PCMD-02"


@pytest.fixture(scope="module")
def filled() -> FilledReturn:
    """A return of a district of two communes."""
    return filled_return()


@pytest.fixture(scope="module")
def read(filled: FilledReturn, tmp_path_factory: pytest.TempPathFactory) -> ReadReturn:
    """The same as it comes back in its workbook."""
    target = tmp_path_factory.mktemp("returns") / "báo cáo.xlsx"
    write_files(filled, target)
    with ReturnReader() as reader:
        return reader.read(target)


def found(changed: ReadReturn, plain: ReadReturn, filled: FilledReturn) -> set[tuple[str, str, str]]:
    """What is found in a changed return that is not found in it as it was exported."""
    before = set(map(_told, judged(plain, filled).findings))
    return {_told(item) for item in judged(changed, filled).findings} - before


def _told(item: object) -> tuple[str, str, str]:
    return str(getattr(item, "severity", "")), getattr(item, "code", ""), getattr(item, "place", "")


def _hidden(sheet: ReadSheet) -> ReadSheet:
    return replace(sheet, hidden_rows=frozenset({14}), hidden_columns=frozenset({5}))


def test_what_was_exported_comes_back_whole(read: ReadReturn, filled: FilledReturn) -> None:
    said = judged(read, filled)
    assert said.verified
    assert said.filled is not None
    assert said.filled.sheets == filled.sheets
    assert said.filled.sha256 == filled.sha256


ERRORS: tuple[tuple[str, Change, str, str], ...] = (
    ("a figure", put("PCMD-02!E14", 60), "return_figures_changed", "_pcmd"),
    ("a total", put("PCMD-02!E15", 60), "return_total_changed", "PCMD-02!E15"),
    ("a part above its whole", put("PCMD-02!F13", 9), "check_part_over_whole", "PCMD-02!F13"),
    ("a negative figure", put("PCMD-02!D14", -5), "check_negative", "PCMD-02!D14"),
    ("a unit's code in its line", put("PCMD-03!G4", "Đơn vị báo cáo: Huyện Hòa Lâm (mã 098)"), *(
        "return_unit_changed", "PCMD-03!G4")),
    ("a period's line", put("PCMD-03!A7", "Quý II năm 2025"), "return_period_changed", "PCMD-03!A7"),
    ("the days of a period", put("PCMD-03!A7", "Quý III năm 2025 (từ ngày 1/7/2025 đến ngày 30/9/2025)"), *(
        "return_period_changed", "PCMD-03!A7")),
    ("a head", put("PCMD-02!E10", "Lượt khách"), "return_column_renamed", "PCMD-02!E10"),
    ("a name of a unit", put("PCMD-02!C14", "Xã Khác"), "return_unit_renamed", "PCMD-02!C14"),
    ("a unit of another place", put("PCMD-02!B14", "00004"), "return_row_unknown", "PCMD-02!B14"),
    ("a row twice", row_again(FORM, 14), "return_row_twice", "PCMD-02!B15"),
    ("a row more", row_again(FORM, 14, B="77777", C="Xã Lạ"), "return_row_unknown", "PCMD-02!B15"),
    ("a row less", without_row(FORM, 14), "return_row_missing", FORM),
    ("no total", without_row(FORM, 15), "return_total_missing", FORM),
    ("no heads", together(without_row(FORM, 9), without_row(FORM, 10)), "return_no_heads", FORM),
    ("a sheet deleted", without_sheet(FORM), "return_sheet_missing", FORM),
    ("words for a number", put("PCMD-02!E14", "nhiều"), "return_not_number", "PCMD-02!E14"),
    ("a dash for nothing", put("PCMD-02!E14", "-"), "return_not_number", "PCMD-02!E14"),
    ("an American number", put("PCMD-02!E14", "1,234.5"), "return_not_number", "PCMD-02!E14"),
    ("a number beyond all counting", put("PCMD-02!E14", 10**300), "return_not_number", "PCMD-02!E14"),
    ("a yes for a number", put("PCMD-02!E14", True), "return_not_number", "PCMD-02!E14"),
    ("merged cells", on_sheet(FORM, lambda sheet: replace(sheet, merged=((13, 4, 14, 5),))), *(
        "cells_merged", "PCMD-02!D13")),
    ("an error", together(put("PCMD-02!E14", "#REF!"), on_sheet(
        FORM, lambda sheet: replace(sheet, errors=frozenset({"E14"})))), "return_cell_error", "PCMD-02!E14"),
    ("a formula without a value", together(put("PCMD-02!E14", None), on_sheet(
        FORM, lambda sheet: replace(sheet, valueless=frozenset({"E14"})))), *(
        "cell_without_value", "PCMD-02!E14")),
    ("another revision", marked(revision=7), "return_lines_changed", "_pcmd"),
    ("no seal", marked(seal=""), "return_lines_changed", "_pcmd"),
    ("another seal", marked(sha256="0" * 64), "return_mark_changed", "_pcmd"),
    ("another printed code", on_sheet(FORM, lambda sheet: replace(sheet, check_code="1A2B-3C4D-5E6F")), *(
        "return_footer_changed", FORM)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "place"), [case[1:] for case in ERRORS], ids=[c[0] for c in ERRORS]
)
def test_what_was_spoiled_is_refused_at_its_cell(
    read: ReadReturn, filled: FilledReturn, change: Change, code: str, place: str
) -> None:
    assert (Severity.ERROR, code, place) in found(change(read), read, filled)


WARNINGS: tuple[tuple[str, Change, str, str], ...] = (
    ("a column elsewhere", columns_swapped(FORM, 6, 7), "return_column_moved", "PCMD-02!G10"),
    ("hidden rows", on_sheet(FORM, _hidden), "return_row_hidden", "PCMD-02!A14"),
    ("hidden columns", on_sheet(FORM, _hidden), "return_column_hidden", "PCMD-02!E10"),
    ("a hidden sheet", on_sheet(FORM, lambda sheet: replace(sheet, is_hidden=True)), *(
        "return_sheet_hidden", FORM)),
    ("another title", put("PCMD-02!A6", "KẾT QUẢ KHÁC"), "return_title_changed", FORM),
    ("a code without zeros", put("PCMD-02!B14", 3252), "return_code_zeros", "PCMD-02!B14"),
    ("tones left out", put("PCMD-02!C14", "Xã Que Lâm"), "return_unit_named_alike", "PCMD-02!C14"),
    ("figures of other workbooks", lambda read: replace(read, is_foreign=True), "return_foreign_links", ""),
    ("a formula", on_sheet(FORM, lambda sheet: replace(sheet, formulas=frozenset({"E14"}))), *(
        "return_cell_formula", "PCMD-02!E14")),
    ("another version", together(marked(version="2019-01-01-00000000"), sealed_anew), "return_other_version", ""),
    ("no hidden sheet", by_hand, "return_unverified", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "place"), [case[1:] for case in WARNINGS], ids=[c[0] for c in WARNINGS]
)
def test_what_wants_a_look_is_told_at_its_cell(
    read: ReadReturn, filled: FilledReturn, change: Change, code: str, place: str
) -> None:
    assert (Severity.WARNING, code, place) in found(change(read), read, filled)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.234", 1234), ("8,5", Decimal("8.5")), ("12.5", Decimal("12.5")), (" 86 ", 86), ("1 234", 1234)],
)
def test_a_number_typed_as_text_is_read_as_in_viet_nam(
    read: ReadReturn, filled: FilledReturn, typed: str, value: int | Decimal
) -> None:
    changed = by_hand(put("PCMD-02!D14", typed)(read))
    said = judged(changed, filled).filled
    assert said is not None
    assert said.sheets[1].rows[2][3] == value
    assert (Severity.WARNING, "return_number_as_text", "PCMD-02!D14") in found(changed, read, filled)


def test_a_form_with_a_column_less_by_now_does_not_call_an_older_file_tampered(
    read: ReadReturn, filled: FilledReturn
) -> None:
    form = filled.set.sheets[1]
    fewer = replace(form, columns=form.columns[:-1])
    newer = replace(
        filled.set, version="2030-01-01-0", sheets=(filled.set.sheets[0], fewer, *filled.set.sheets[2:])
    )
    wanted = replace(expected(filled), form=newer)
    said = judge(read, known_mark(read.mark), wanted)
    assert not said.verified
    assert {item.code for item in said.findings}.isdisjoint(
        {"return_figures_changed", "return_total_changed"}
    )
    raised = judge(put("PCMD-02!E15", 60)(read), known_mark(read.mark), wanted)
    assert "return_total_changed" in {item.code for item in raised.findings}


def test_columns_elsewhere_give_the_same_figures(read: ReadReturn, filled: FilledReturn) -> None:
    said = judged(columns_swapped(FORM, 6, 7)(read), filled)
    assert said.verified


def test_a_file_without_its_hidden_sheet_is_read_but_not_verified(
    read: ReadReturn, filled: FilledReturn
) -> None:
    said = judged(by_hand(read), filled)
    assert not said.verified
    assert said.filled is not None
    assert said.filled.sheets == filled.sheets


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (marked(layout=3), "return_newer_layout"),
        (marked(revision="một"), "return_mark_broken"),
        (marked(last="hôm qua"), "return_mark_broken"),
        (marked(revision=10**12), "return_mark_broken"),
        (marked(**{"rows:PCMD-02": 10**12}), "return_mark_broken"),
    ],
)
def test_a_hidden_sheet_that_is_newer_or_spoiled_is_refused(
    read: ReadReturn, change: Change, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        known_mark(change(read).mark)
    assert [finding.code for finding in refused.value.findings] == [code]
