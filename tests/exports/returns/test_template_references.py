"""Formulas, names and ranges after the row 7 of the sheet "Biểu 1" became nineteen."""

import pytest

from exports.returns.template_references import Growth, moved_formula, moved_range, moved_ranges

GROWTH = Growth("Biểu 1", 7, 18)


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("=SUM(D7:D7)", "=SUM(D7:D25)"),
        ("=SUM(D7)", "=SUM(D7:D25)"),
        ("=SUM($D$7:$D$9)", "=SUM($D$7:$D$27)"),
        ("=COUNTIF(D7,1)+D7", "=COUNTIF(D7:D25,1)+D7"),
        ("=D8/D$9", "=D26/D$27"),
        ("=SUM(D3:D6)", "=SUM(D3:D6)"),
        ("=SUM(D:D)+SUM(7:7)", "=SUM(D:D)+SUM(7:25)"),
        ("='Biểu 1'!D8", "='Biểu 1'!D26"),
        ("=SUM('biểu 1'!D7)", "=SUM('biểu 1'!D7:D25)"),
        ("=Khác!D8", "=Khác!D8"),
        ('=IF(A9>0,"D8 và D7",ten_vung)', '=IF(A27>0,"D8 và D7",ten_vung)'),
    ],
)
def test_a_formula_follows_what_it_speaks_of(formula: str, moved: str) -> None:
    assert moved_formula(formula, "Biểu 1", GROWTH) == moved


@pytest.mark.parametrize(
    ("formula", "moved"),
    [("=SUM(D7:F7)", "=SUM(D7:F7)"), ("=D7/D8", "=D7/D26"), ("=SUM(D7)", "=SUM(D7)")],
)
def test_a_formula_of_the_row_speaks_of_its_own_row(formula: str, moved: str) -> None:
    assert moved_formula(formula, "Biểu 1", GROWTH, in_row=True) == moved


@pytest.mark.parametrize(
    ("formula", "moved"), [("=D8", "=D8"), ("='Biểu 1'!D8", "='Biểu 1'!D26"), ("=#REF!+1", "=#REF!+1")]
)
def test_another_sheet_speaks_of_this_one_by_its_name(formula: str, moved: str) -> None:
    assert moved_formula(formula, "Khác", GROWTH) == moved


def test_names_have_no_equals_sign() -> None:
    assert moved_formula("'Biểu 1'!$A$1:$H$20", "", GROWTH) == "'Biểu 1'!$A$1:$H$38"


def test_ranges_grow_with_the_row_and_move_below_it() -> None:
    assert moved_ranges("D7 D8:E9 A1:B6 A1:B7", GROWTH) == "D7:D25 D26:E27 A1:B6 A1:B25"
    assert moved_range("D7:E7", GROWTH, grows=False) == "D7:E7"
