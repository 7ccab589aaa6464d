"""Words that every return prints around its figures, and a period in words.

No regulation fixes these: head, column letters and signature block follow the custom of statistical forms.
National name and motto are fixed (Decree 30/2020/NĐ-CP, appendix I); they stand in `exports.documents.wording`.
"""

import re
from datetime import date

from db.rules.numbering import day_label, month_label
from db.rules.periods import Span
from db.rules.text import folded

FORM = "Biểu {code}"
REPORTING_UNIT = "Đơn vị báo cáo: {name} (mã {code})"
RECEIVING_UNIT = "Đơn vị nhận báo cáo: {name}"
MEASURED_IN = "Đơn vị tính: {text}"
NOTE = "Ghi chú: {text}"
PLACE_AND_DAY = "{place}, ngày … tháng … năm …"
PREPARER = "NGƯỜI LẬP BIỂU"
PREPARER_SIGNS = "(Ký, ghi rõ họ tên)"
SIGNATORY_SIGNS = "(Ký, đóng dấu, ghi rõ họ tên)"
CHECK_CODE = "Mã kiểm tra: {code}"
PAGE = "Trang &P/&N"
PAGE_OF = "Trang {page}/{count}"
REVISION = "Lần {number}"
SAMPLE_NOTICE = "SỐ LIỆU MẪU – KHÔNG DÙNG ĐỂ BÁO CÁO"

_PARTS = {
    "": "Năm {year}",
    "H1": "6 tháng đầu năm {year}",
    "9M": "9 tháng đầu năm {year}",
    "H2": "6 tháng cuối năm {year}",
    "Q1": "Quý I năm {year}",
    "Q2": "Quý II năm {year}",
    "Q3": "Quý III năm {year}",
    "Q4": "Quý IV năm {year}",
    **{f"{month:02d}": f"Tháng {month} năm {{year}}" for month in range(1, 13)},
}

_PART_OF = {folded(words): part for part, words in _PARTS.items()}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)


def period_name(label: str) -> str:
    """Write a period's label in words: `Quý III năm 2025`; nothing for free dates, which have no name."""
    year, _, part = label.partition("-")
    words = _PARTS.get(part, "") if year.isdecimal() else ""
    return words.format(year=year)


def period_label(text: str) -> str:
    """Return the label of a period that was written as `period_name` writes it, whatever the case; else nothing."""
    year = _YEAR.search(text)
    if year is None:
        return ""
    part = _PART_OF.get(folded(text.replace(year[0], "{year}")))
    return "" if part is None else f"{year[0]}-{part}" if part else year[0]


def period_line(label: str, span: Span) -> str:
    """Write a period with its first and last day: `Quý III năm 2025 (từ ngày 15/6/2025 đến ngày 14/9/2025)`."""
    name, days = period_name(label), f"từ ngày {_written(span.first)} đến ngày {_written(span.last)}"
    return f"{name} ({days})" if name else days.capitalize()


def period_short(label: str, span: Span) -> str:
    """Write a period as briefly as a footer needs it: its name, or `01/01/2025–31/5/2025`."""
    return period_name(label) or f"{_written(span.first)}–{_written(span.last)}"


def _written(day: date) -> str:
    return f"{day_label(day.day)}/{month_label(day.month)}/{day.year}"
