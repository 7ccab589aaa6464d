"""Returns filled by hand from the shipped forms: an invented district with as many communes as a test wants."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.filled import FilledReturn, FilledSheet, ReturnHead, control_totals
from db.rules.returns.forms import ColumnForm, ReturnSet, RowsOf, SheetForm, parse_return_set, with_each
from db.services.content import SHIPPED

HEAD = ReturnHead(
    parent_agency="Ủy ban nhân dân tỉnh Đồng Lam",
    issuing_agency="Ủy ban nhân dân huyện Hòa Lâm",
    place="Hòa Lâm",
    receiving_unit="Sở Lao động – Thương binh và Xã hội tỉnh Đồng Lam",
    authority="TM. Ủy ban nhân dân",
    signatory_post="Phó Chủ tịch",
    signatory_name="Lò Văn Đạt",
    preparer_name="Đặng Thị Hường",
    sample=False,
)
LONG_HEAD = replace(
    HEAD,
    parent_agency="Ủy ban nhân dân thành phố trực thuộc trung ương Bà Rịa – Vũng Tàu – Phan Rang – Tháp Chàm",
    issuing_agency="Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân "
    "bảo vệ an ninh Tổ quốc huyện Hòa Lâm",
    receiving_unit="Chi cục Phòng, chống tệ nạn xã hội thuộc Sở Lao động – Thương binh và Xã hội tỉnh Đồng Lam",
    signatory_post="KT. Chủ tịch\nPhó Chủ tịch phụ trách khối văn hóa – xã hội",
    sample=True,
)
PLAIN_TARGET = "Ít nhất 70% số xã duy trì một hình thức tuyên truyền"
TARGETS: tuple[tuple[str, str | None, Value, Value, Value], ...] = (
    (PLAIN_TARGET, "%", Decimal(70), Decimal("12.676"), Decimal("18.109")),
    ("Hỗ trợ việc làm cho người có nhu cầu", "người", "100–150 người", 0, None),
    ("=1+1", None, "không để xảy ra", None, None),
)


def return_set() -> ReturnSet:
    """The shipped quarterly set."""
    body = tomllib.loads((SHIPPED / "returns" / "quarterly.toml").read_text(encoding="utf-8"))
    entries = {
        "class": [("good", "Tốt"), ("fair", "Khá"), ("failed", "Chưa đạt")],
        "handling_forms": [("reminder", "Nhắc nhở"), ("fine", "Phạt tiền")],
        "establishment_kinds": [("hotel", "Khách sạn"), ("massage", "Xoa bóp, massage, tẩm quất")],
    }
    return with_each(parse_return_set("quarterly", "2020-01-01-1a2b3c4d", body), entries)


def filled_return(
    *, units: int = 3, targets: int = 3, factor: int = 1, head: ReturnHead = HEAD, period: str = "2025-Q3"
) -> FilledReturn:
    """A return of the quarter with that many units and targets; figures grow with `factor`."""
    form = return_set()
    sheets = tuple(
        _target_sheet(sheet, targets) if sheet.rows is RowsOf.TARGETS else _unit_sheet(sheet, units, factor)
        for sheet in form.sheets
    )
    span = parse_period(period).span(DECREE_09)
    return FilledReturn(
        form, head, "099", "Huyện Hòa Lâm", date(2025, 9, 14), period, span, sheets, 1, control_totals(sheets)
    )


def sheet_of(filled: FilledReturn, code: str) -> FilledSheet:
    """The sheet of a form."""
    return next(sheet for sheet in filled.sheets if sheet.form.code == code)


def _target_sheet(form: SheetForm, count: int) -> FilledSheet:
    rows = []
    for number in range(count):
        text, unit, planned, done, share = TARGETS[number % len(TARGETS)]
        rows.append((number + 1, text, unit, planned, done, done, share, None))
    return FilledSheet(form, tuple(rows))


def _unit_sheet(form: SheetForm, count: int, factor: int) -> FilledSheet:
    rows = tuple(
        tuple(_unit_value(column, place, number, factor) for place, column in enumerate(form.columns))
        for number in range(count)
    )
    total = tuple(_total_value(column, place, form, rows) for place, column in enumerate(form.columns))
    return FilledSheet(form, rows, total)


def _unit_value(column: ColumnForm, place: int, number: int, factor: int) -> Value:
    names = ("Huyện Hòa Lâm", "Thị trấn Đồi Thông", "Xã Quế Lâm")
    words: dict[str, Value] = {
        "row_number": number + 1,
        "unit_code": f"{3250 + number:05d}" if number else "099",
        "unit_name": names[number] if number < len(names) else f"Xã Đạt Thành {number}",
    }
    if column.holds in words:
        return words[column.holds]
    if column.measure in ("training.share_trained", "scores.self_points", "scores.appraised_points"):
        return (Decimal("12.676"), Decimal("8.50"), None, Decimal("100.000"))[number % 4]
    return (None, 0, factor * (place + number))[min(number, 2)]


def _total_value(
    column: ColumnForm, place: int, form: SheetForm, rows: tuple[tuple[Value, ...], ...]
) -> Value:
    if not column.measure:
        return form.total if column.holds == "unit_name" else None
    figures = [row[place] for row in rows]
    return sum(figure for figure in figures if isinstance(figure, int)) or Decimal("45.5")
