"""How periods are called."""

from db.rules.formats import day_text
from db.rules.periods import Period

_PARTS = {
    "": "Cả năm",
    "H1": "6 tháng đầu năm",
    "9M": "9 tháng",
    "H2": "6 tháng cuối năm",
    "Q1": "Quý I",
    "Q2": "Quý II",
    "Q3": "Quý III",
    "Q4": "Quý IV",
    **{f"{month:02d}": f"Tháng {month}" for month in range(1, 13)},
}


def part_title(period: Period) -> str:
    """Return the name of a period within its year: `Quý III`."""
    if period.free is not None:
        return f"{day_text(period.free[0])} – {day_text(period.free[1])}"
    return _PARTS[period.label.partition("-")[2]]


def period_title(period: Period) -> str:
    """Return the whole name of a period: `Quý III năm 2025`."""
    if period.free is not None:
        return part_title(period)
    year, _, part = period.label.partition("-")
    # `6 tháng đầu năm` has the word already.
    return f"{_PARTS[part].removesuffix(' năm')} năm {year}" if part else f"Năm {year}"
