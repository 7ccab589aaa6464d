"""The name of a return's file."""

from dataclasses import replace

import pytest

from db.rules.returns.filled import FilledReturn
from exports.returns.naming import return_file_name
from tests.exports.returns.filled import filled_return

FILLED = filled_return(units=1, targets=0)
FREE = replace(FILLED, period="2025-01-01..2025-05-31")
NAMES = [
    (FILLED, "099-huyen-hoa-lam_quarterly_2025-Q3_lan-01.xlsx"),
    (replace(FILLED, revision=12), "099-huyen-hoa-lam_quarterly_2025-Q3_lan-12.xlsx"),
    (FREE, "099-huyen-hoa-lam_quarterly_2025-01-01-2025-05-31_lan-01.xlsx"),
    (replace(FILLED, unit_name='Xã "Đắk\\Tờ": a/b?*'), "099-xa-dak-to-a-b_quarterly_2025-Q3_lan-01.xlsx"),
    (replace(FILLED, unit_name="…"), "099_quarterly_2025-Q3_lan-01.xlsx"),
]


@pytest.mark.parametrize(("filled", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_name_says_unit_set_period_and_revision(filled: FilledReturn, name: str) -> None:
    assert return_file_name(filled) == name


def test_names_sort_by_period_and_revision() -> None:
    quarters = [replace(FILLED, period=f"2025-Q{quarter}", revision=3) for quarter in (1, 2)]
    wanted = [return_file_name(item) for item in (*quarters, FILLED, replace(FILLED, revision=10))]

    assert sorted(set(wanted)) == wanted


def test_a_very_long_unit_name_is_cut() -> None:
    name = return_file_name(replace(FILLED, unit_name="Thị trấn " + "Đồi Thông " * 30))

    assert name == "099-thi-tran-doi-thong-doi-thong-doi-thong-d_quarterly_2025-Q3_lan-01.xlsx"
