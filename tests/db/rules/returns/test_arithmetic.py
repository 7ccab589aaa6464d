"""What must agree in a return: a table of figures and what is found in each."""

from decimal import Decimal

import pytest

from db.rules.formats import Value
from db.rules.returns.arithmetic import arithmetic_findings
from db.rules.returns.arithmetic_rules import ArithmeticRule, read_rules
from db.rules.returns.check_findings import Severity, row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, RowsOf, SheetForm

KEYS = ("people", "female", "share", "kind_a", "kind_b")
KINDS = {"share": "ratio"}
RULES = (
    {"kind": "within", "whole": "people", "parts": ["female"]},
    {"kind": "equal", "whole": "people", "parts": ["kind_*"]},
    {"kind": "share", "parts": ["share"]},
    {"kind": "within", "whole": "people", "parts": ["kind_a"], "warns": True},
)


def sheet(
    *rows: tuple[Value, ...], code: str = "PCMD-02", rules: tuple[ArithmeticRule, ...] = ()
) -> FilledSheet:
    columns = (
        ColumnForm("code", "Mã", "unit_code", 10),
        *(ColumnForm(key, key, "measure", 10, measure="m", kind=KINDS.get(key, "flow")) for key in KEYS),
    )
    total: list[Value] = [None]
    for values in zip(*(row[1:] for row in rows), strict=True):
        numbers = [value for value in values if isinstance(value, int | Decimal)]
        total.append(sum(numbers) if numbers else None)
    return FilledSheet(
        SheetForm(code, "Biểu", "", RowsOf.UNITS, columns, "Tổng số", rules), rows, tuple(total)
    )


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ((10, 5, 100, 4, 6), []),
        ((10, None, None, None, None), []),
        ((None, 5, None, 4, 6), []),
        ((10, 11, None, None, None), [("part_over_whole", "female", "11", "10", Severity.ERROR)]),
        ((10, 5, None, 4, 5), [("parts_not_whole", "people", "10", "9", Severity.ERROR)]),
        ((10, 5, None, None, 9), [("parts_not_whole", "people", "10", "9", Severity.ERROR)]),
        (
            (10, 5, Decimal("100.5"), None, None),
            [("share_out_of_range", "share", "100,5", "100", Severity.ERROR)],
        ),
        ((10, -1, None, None, None), [("negative", "female", "-1", "0", Severity.ERROR)]),
        (
            (Decimal("1.227"), None, None, None, None),
            [("not_whole", "people", "1,227", "–", Severity.ERROR)],
        ),
        (
            (10, None, None, 12, -2),
            [
                ("negative", "kind_b", "-2", "0", Severity.ERROR),
                ("part_over_whole", "kind_a", "12", "10", Severity.WARNING),
            ],
        ),
    ],
)
def test_figures_that_do_not_agree_are_found(
    row: tuple[Value, ...], found: list[tuple[str, str, str, str, Severity]]
) -> None:
    told = arithmetic_findings([sheet(("03253", *row), rules=read_rules({"rule": RULES}))])
    of_row = [item for item in told if item.row == "03253"]
    assert [(item.code, item.column, item.value, item.expected, item.severity) for item in of_row] == found


def test_the_kinds_of_hanoi_do_not_add_up_to_their_total() -> None:
    # 2010: the kinds add up to 24,983 under a printed total of 24,974.
    told = list(
        arithmetic_findings(
            [sheet(("01", 24_974, None, None, 24_000, 983), rules=read_rules({"rule": RULES}))]
        )
    )
    assert {(item.value, item.expected) for item in told} == {("24.974", "24.983")}


def test_a_total_that_is_not_the_sum_of_its_rows_is_found() -> None:
    whole = sheet(("03253", 10, None, None, None, None), ("03256", 5, None, None, None, None))
    wrong = FilledSheet(whole.form, whole.rows, (None, 16, *whole.total[2:]))
    [told] = arithmetic_findings([wrong])
    assert (told.code, told.row, told.column, told.value, told.expected) == (
        "total_not_sum",
        "",
        "people",
        "16",
        "15",
    )


@pytest.mark.parametrize(("said", "code"), [(None, "total_blank"), (3, "total_of_blanks")])
def test_a_total_or_rows_left_blank_are_told_apart(said: int | None, code: str) -> None:
    at = 1 if said is None else 2
    whole = sheet(("03253", 10, None, None, None, None))
    cells = tuple(said if place == at else value for place, value in enumerate(whole.total))
    [told] = arithmetic_findings([FilledSheet(whole.form, whole.rows, cells)])
    assert told.code == code


def test_what_is_not_recorded_is_told_as_everywhere() -> None:
    whole = sheet(("03253", None, None, None, None, None))
    [told] = arithmetic_findings([FilledSheet(whole.form, whole.rows, (None, 16, *whole.total[2:]))])
    assert (told.value, told.expected) == ("16", "–")


def test_the_same_figure_in_two_forms_must_agree() -> None:
    rules = read_rules({"rule": [{"kind": "same", "whole": "people", "parts": ["PCMD-04B.female"]}]})
    one = sheet(("03253", 10, None, None, None, None), rules=rules)
    other = sheet(("03253", None, 9, None, None, None), code="PCMD-04B")
    told = [item for item in arithmetic_findings([one, other]) if item.row]
    assert [(item.code, item.sheet, item.column, item.value, item.expected) for item in told] == [
        ("forms_differ", "PCMD-04B", "female", "9", "10")
    ]


def test_two_times_of_one_code_are_told_apart() -> None:
    filled = sheet(("03166", 1, None, None, None, None), ("03166", 2, None, None, None, None))
    assert row_keys(filled) == ("03166", "03166#2")


def test_a_rule_of_no_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="sums"):
        read_rules({"rule": [{"kind": "sums", "parts": ["a"]}]})
