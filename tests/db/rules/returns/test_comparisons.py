"""The slips that a return shows only beside an earlier one."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from db.rules.formats import Value
from db.rules.returns.arithmetic import arithmetic_findings
from db.rules.returns.arithmetic_rules import ArithmeticRule, read_rules
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding
from db.rules.returns.comparisons import Against, Earlier, comparison_findings
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import CheckLimits, ColumnForm, Over, RowsOf, SheetForm

FLOWS, STOCKS = ("sessions", "people", "cost"), ("kept", "new")
RATE = read_rules({"rule": [{"kind": "rate", "whole": "people", "parts": ["sessions"]}]})


def sheet(
    *rows: tuple[Value, ...],
    kind: str = "flow",
    keys: Sequence[str] = FLOWS,
    over: Over = Over.PERIOD,
    rules: tuple[ArithmeticRule, ...] = RATE,
) -> FilledSheet:
    columns = (
        ColumnForm("code", "Mã", "unit_code", 10),
        *(ColumnForm(key, key, "measure", 10, measure="m", kind=kind, over=over) for key in keys),
    )
    sums: list[Value] = []
    for values in zip(*(row[1:] for row in rows), strict=True):
        numbers = [value for value in values if isinstance(value, int | Decimal)]
        sums.append(sum(numbers) if numbers else None)
    form = SheetForm("PCMD-02", "Biểu", "", RowsOf.UNITS, columns, "Tổng số", rules)
    return FilledSheet(form, rows, (None, *sums))


def compared(
    now: FilledSheet, then: FilledSheet, against: Against = Against.LAST_PERIOD, rows: str = "99101,99102,"
) -> list[CheckFinding]:
    earlier = Earlier(against, "2025-Q2", (then,), rows.split(","))
    return list(comparison_findings((now,), earlier, CheckLimits()))


def codes(found: list[CheckFinding], row: str = "99101") -> list[tuple[str, str]]:
    return [(item.code.removesuffix("_last_period"), item.column) for item in found if item.row == row]


def told(now: tuple[Value, ...], then: tuple[Value, ...]) -> list[tuple[str, str]]:
    return codes(compared(sheet(("99101", *now)), sheet(("99101", *then))))


@pytest.mark.parametrize(
    ("now", "then", "found"),
    [
        ((10, 200, 500), (9, 170, 450), []),
        ((10, 200, 500), (10, 200, 450), [("repeated", "")]),
        ((10, 200, 500), (10, 200, 500), [("repeated", "")]),
        ((10, 200, 500), (10, 170, 450), []),
        ((None, 86, None), (None, 86, None), [("repeated", "")]),
        ((1, None, None), (1, None, None), []),
        ((0, 0, None), (0, 0, None), []),
        ((9, 601, None), (8, 200, None), [("jump_up", "people"), ("rate_moved", "people")]),
        ((9, 600, None), (8, 300, None), []),
        ((9, 60, None), (8, 200, None), [("jump_down", "people"), ("rate_moved", "people")]),
        ((9, 0, None), (8, 200, None), [("jump_down", "people")]),
        ((9, None, None), (8, 200, None), []),
        ((9, 18, None), (8, 2, None), []),
        ((5, 86, None), (0, 0, None), [("jump_up", "people")]),
    ],
)
def test_a_row_is_put_beside_what_it_was(
    now: tuple[Value, ...], then: tuple[Value, ...], found: list[tuple[str, str]]
) -> None:
    assert told(now, then) == found


def test_sessions_that_grow_fivefold_while_people_stay_are_asked_about() -> None:
    found = compared(sheet(("99101", 50, 250, None)), sheet(("99101", 10, 200, None)))
    assert codes(found) == [("jump_up", "sessions"), ("rate_moved", "people")]
    (moved,) = (item for item in found if item.row == "99101" and item.column == "people")
    assert (moved.value, moved.expected, moved.facts["times"]) == ("5", "20", "4")


def test_two_figures_sent_again_for_another_year_are_asked_about() -> None:
    models = sheet(("99101", 53, 2), kind="stock", keys=STOCKS, rules=())
    found = compared(models, models, Against.LAST_YEAR)
    assert [(item.code, item.row, item.value) for item in found] == [
        ("repeated_last_year", TOTAL_ROW, "53, 2")
    ]
    assert compared(models, models, Against.LAST_PERIOD) == []


def test_kinds_that_miss_their_printed_total_are_an_error() -> None:
    kinds = sheet(("99101", 12_000, 2), ("99102", 12_979, 2), keys=STOCKS, rules=())
    printed = FilledSheet(kinds.form, kinds.rows, (None, 24_974, 4))
    ((code, said, added),) = [
        (item.code, item.value, item.expected) for item in arithmetic_findings((printed,))
    ]
    assert (code, said, added) == ("total_not_sum", "24.974", "24.979")


def test_another_place_under_the_same_code_is_not_compared() -> None:
    then = sheet(("99101", 10, 200, None), ("99102", 1, 20, None))
    now = sheet(("99101", 10, 200, None), ("99102", 1, 20, None))
    assert {item.row for item in compared(now, then, rows="99102")} == {"99102"}


def test_sums_since_the_start_of_the_year_are_put_beside_the_last_year_alone() -> None:
    now, then = (sheet(("99101", 1, people, None), over=Over.YEAR) for people in (900, 100))
    assert compared(now, then, Against.LAST_PERIOD) == []
    assert [item.code for item in compared(now, then, Against.LAST_YEAR, "99101")] == [
        "jump_up_last_year",
        "rate_moved_last_year",
    ]
