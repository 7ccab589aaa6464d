"""Returns of a small set of forms, filled by hand: what the units below say, and what an office's records say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.formats import Value
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import parse_expression
from db.rules.periods import Span
from db.rules.returns.consolidating import OwnReturn
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.forms import ColumnForm, Over, ReturnSet, RowsOf, SheetForm
from db.rules.returns.row_sources import ReceivedReturn, SourceFile, UnitBelow
from tests.exports.returns.filled import HEAD

Cells = Mapping[str, Value]


def column(key: str, measure: str, over: Over = Over.PERIOD) -> ColumnForm:
    """A column of a measure, with its kind."""
    kind = parse_expression(measure, MEASURES).measure.kind
    return ColumnForm(key, key.title(), "measure", 10, measure=measure, over=over, kind=kind)


NUMBER = ColumnForm("number", "TT", "row_number", 5)
CODE, NAME = ColumnForm("code", "Mã", "unit_code", 10), ColumnForm("name", "Đơn vị", "unit_name", 24)
TEXT, DONE = ColumnForm("text", "Chỉ tiêu", "target_text", 30), ColumnForm("done", "Thực hiện", "done", 10)
UNITS_FORM = SheetForm(
    "U",
    "Theo đơn vị",
    "Lượt",
    RowsOf.UNITS,
    (
        NUMBER,
        CODE,
        NAME,
        column("people", "outreach.people"),
        column("open", "establishments.open"),
        column("committed", "establishments.committed"),
        column("share_committed", "establishments.share_committed"),
        column("inspected", "establishments.inspected"),
        column("share_trained", "training.share_trained"),
        column("communes", "outreach.communes"),
        column("people_year", "outreach.people", Over.YEAR),
        column("share_year", "establishments.share_committed", Over.YEAR),
        column("people_before", "outreach.people", Over.YEAR_BEFORE),
    ),
    "Tổng số",
)
COMMUNES_FORM = SheetForm(
    "C",
    "Theo xã",
    "Mô hình",
    RowsOf.COMMUNES,
    (NUMBER, CODE, NAME, column("new", "models.new"), column("points", "scores.self_points")),
    "Tổng số",
)
TARGETS_FORM = SheetForm("T", "Chỉ tiêu", "", RowsOf.TARGETS, (NUMBER, TEXT, DONE))
FORMS = (TARGETS_FORM, UNITS_FORM, COMMUNES_FORM)
SPAN = Span(date(2025, 6, 15), date(2025, 9, 14), 2025)

PROVINCE = UnitBelow(1, "99", "Tỉnh Đồng Lam", commune=False)
DISTRICT = UnitBelow(2, "991", "Huyện Hòa Lâm", commune=False)
NORTH = UnitBelow(3, "99101", "Xã Bắc Lâm", above=(2,))
SOUTH = UnitBelow(4, "99102", "Xã Nam Lâm", above=(2,))
ALL = (PROVINCE, DISTRICT, NORTH, SOUTH)


def own_return(
    units: Sequence[UnitBelow] = ALL,
    cells: Mapping[int, Cells] | None = None,
    form: SheetForm = UNITS_FORM,
) -> OwnReturn:
    """An office's own return: what its records say by the number of the unit; every total says 999."""
    records = tuple(_sheet(item, units, cells or {}) for item in (form, COMMUNES_FORM))
    communes = [unit for unit in units if unit.commune]
    shown = (records[0], _sheet(COMMUNES_FORM, communes, cells or {}))
    targets = FilledSheet(TARGETS_FORM, ((1, "Ít nhất 70 %", 5),))
    return OwnReturn(filled(units[0], (targets, *shown)), tuple(units), records)


def received(
    unit: UnitBelow,
    cells: Mapping[UnitBelow, Cells],
    *,
    number: int = 0,
    total: Cells | None = None,
    forms: Sequence[SheetForm] = FORMS,
    period: str = "2025-Q3",
    verified: bool = True,
) -> ReceivedReturn:
    """A file of a unit that says so of it and of the units below it; `total` is what its totals say."""
    file = SourceFile(
        number or unit.id,
        f"{unit.code}.xlsx",
        "f" * 64,
        unit.id,
        unit.name,
        period,
        1,
        verified,
        placed=verified,
    )
    listed = tuple(cells)
    by_id = {item.id: said for item, said in cells.items()}
    sheets = tuple(
        _sheet(form, [item for item in listed if form.rows is RowsOf.UNITS or item.commune], by_id, total)
        for form in forms
        if form.rows is not RowsOf.TARGETS
    )
    return ReceivedReturn(file, replace(filled(unit, sheets), period=period))


def filled(unit: UnitBelow, sheets: tuple[FilledSheet, ...]) -> FilledReturn:
    """A return of the third quarter."""
    form = ReturnSet("small", "Bộ nhỏ", "Nguồn", "v1", tuple(sheet.form for sheet in sheets))
    return FilledReturn(form, HEAD, unit.code, unit.name, SPAN.last, "2025-Q3", SPAN, sheets)


def cell(whole: FilledReturn, sheet: str, row: int | None, key: str) -> Value:
    """A cell by its form, its row from 0 (none is the total) and the key of its column."""
    found = next(item for item in whole.sheets if item.form.code == sheet)
    at = [item.key for item in found.form.columns].index(key)
    return (found.total if row is None else found.rows[row])[at]


def _sheet(
    form: SheetForm, units: Sequence[UnitBelow], cells: Mapping[int, Cells], total: Cells | None = None
) -> FilledSheet:
    rows = tuple(_row(form, at, unit, cells.get(unit.id, {})) for at, unit in enumerate(units, start=1))
    last = tuple("Tổng số" if item is NAME else _total(item, total) for item in form.columns)
    return FilledSheet(form, rows, last)


def _total(item: ColumnForm, total: Cells | None) -> Value:
    if not item.kind:
        return None
    return Decimal(999) if total is None else total.get(item.key)


def _row(form: SheetForm, number: int, unit: UnitBelow, cells: Cells) -> tuple[Value, ...]:
    known: Cells = {"number": number, "code": unit.code, "name": unit.name, **cells}
    return tuple(known.get(item.key) for item in form.columns)
