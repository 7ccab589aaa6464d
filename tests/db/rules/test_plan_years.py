"""Days moved by whole years, and the years in a text that no longer fit."""

from datetime import date

import pytest

from db.rules.plan_years import Shift, shifted_day, stale_years, with_replaced

FROM_2025 = Shift(2025, 2025, 1)
FROM_2021_2025 = Shift(2021, 2025, 5)


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2025, 12, 15), 1, date(2026, 12, 15)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2025, 2, 28), 3, date(2028, 2, 28)),
        (date(2025, 3, 31), -1, date(2024, 3, 31)),
    ],
)
def test_a_day_moves_by_whole_years(day: date, years: int, expected: date) -> None:
    assert shifted_day(day, years) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phòng, chống mại dâm năm 2025", [("2025", "2026")]),
        ("tăng 5% so với năm 2024", [("2024", "2025")]),
        ("Báo cáo trước ngày 15/12/2025", [("15/12/2025", "15/12/2026")]),
        ("trước ngày 05/01/2026", [("05/01/2026", "05/01/2027")]),
        ("trước 29 tháng 2 năm 2024", [("29 tháng 2 năm 2024", "28 tháng 2 năm 2025")]),
        ("trước ngày 31/02/2025", [("31/02/2025", "31/02/2026")]),
        ("giai đoạn 2021-2025", [("2021-2025", "2026-2030")]),
        ("từ năm 2021 đến năm 2025", [("2021 đến năm 2025", "2026 đến năm 2030")]),
        ("giai đoạn 2021 - 2030", []),
        ("Pháp lệnh năm 2003", []),
        ("định hướng đến năm 2030", []),
        ("Căn cứ Nghị định số 09/2025/NĐ-CP ngày 12/01/2025 của Chính phủ", []),
        ("Căn cứ Kế hoạch số 12/KH-UBND ngày 5 tháng 1 năm 2025", []),
        ("Kế hoạch số 12/KH-UBND ngày 05/01/2025 về năm 2025", [("2025", "2026")]),
        ("số 12025 và 20250", []),
    ],
)
def test_stale_years_of_a_yearly_plan_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    found = stale_years(text, FROM_2025)
    assert [(item.found, item.proposed) for item in found] == expected
    assert [text[item.start : item.end] for item in found] == [item.found for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giai đoạn 2021–2025", "giai đoạn 2026–2030"),
        ("năm 2020, 2021 và 2026", "năm 2025, 2026 và 2031"),
        ("giai đoạn 2016-2020", "giai đoạn 2021-2025"),
    ],
)
def test_a_plan_of_several_years_moves_by_its_own_length(text: str, expected: str) -> None:
    assert with_replaced(text, stale_years(text, FROM_2021_2025)) == expected


def test_only_what_was_accepted_is_replaced() -> None:
    text = "Năm 2025 tăng so với năm 2024"
    first, _ = stale_years(text, FROM_2025)
    assert with_replaced(text, [first]) == "Năm 2026 tăng so với năm 2024"


def test_a_plan_of_the_same_year_has_nothing_stale() -> None:
    assert stale_years("năm 2025", Shift(2025, 2025, 0)) == ()
