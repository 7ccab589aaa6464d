"""Figures beside those of the last period and of the same one a year before: repeated, jumping, rates that moved."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from db.rules.formats import Number, Value, number_text
from db.rules.measures import MeasureKind
from db.rules.returns.arithmetic import number_of
from db.rules.returns.arithmetic_rules import Agreement
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, Severity, row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import CheckLimits, ColumnForm, Over, SheetForm

_HAPPENS = (MeasureKind.FLOW, MeasureKind.DISTINCT)
_COUNTS = (*_HAPPENS, MeasureKind.STOCK)
_ONE_DECIMAL = Decimal("0.1")


class Against(StrEnum):
    """Beside what figures are put."""

    LAST_PERIOD = "last_period"
    LAST_YEAR = "last_year"


@dataclass(frozen=True)
class Earlier:
    """A return of an earlier period: `period` is its label, `rows` the keys of rows that are the same places now."""

    against: Against
    period: str
    sheets: Sequence[FilledSheet]
    rows: Collection[str]


@dataclass(frozen=True)
class _Row:
    """A row now and then, by the keys of columns."""

    sheet: str
    key: str
    now: Mapping[str, Number]
    then: Mapping[str, Number]


def comparison_findings(
    sheets: Sequence[FilledSheet], earlier: Earlier, limits: CheckLimits
) -> Iterator[CheckFinding]:
    """Yield what is no mistake for sure but wants a word beside an earlier return; a blank is compared with nothing."""
    before = {sheet.form.code: _lines(sheet) for sheet in earlier.sheets}
    for sheet in sheets:
        if sheet.form.is_of_plan or sheet.form.code not in before:
            continue
        columns = _compared(sheet.form, earlier.against)
        for key, now in _lines(sheet).items():
            if key in earlier.rows and key in before[sheet.form.code]:
                row = _Row(sheet.form.code, key, now, before[sheet.form.code][key])
                yield from _of_row(row, sheet.form, columns, earlier, limits)


def _of_row(
    row: _Row, form: SheetForm, columns: Sequence[ColumnForm], earlier: Earlier, limits: CheckLimits
) -> Iterator[CheckFinding]:
    repeated = _repeated(row, columns, earlier, limits)
    if repeated is not None:
        yield repeated
    for column in columns:
        jump = _jump(row, column.key, earlier, limits)
        if jump is not None:
            yield jump
    yield from _rates(row, form, columns, earlier, limits)


def _compared(form: SheetForm, against: Against) -> tuple[ColumnForm, ...]:
    """Return the columns whose days compare: sums since the start of a year only grow from period to period."""
    overs = (Over.PERIOD, Over.YEAR) if against is Against.LAST_YEAR else (Over.PERIOD,)
    return tuple(
        column
        for column in form.columns
        if column.is_figure and column.kind in _COUNTS and column.over in overs and not column.back
    )


def _repeated(
    row: _Row, columns: Sequence[ColumnForm], earlier: Earlier, limits: CheckLimits
) -> CheckFinding | None:
    """Return that a row says again what it said: several happenings, or all of it."""
    own = [column for column in columns if column.over is Over.PERIOD]
    same = [column for column in own if row.now.get(column.key) and _is_same(row, column)]
    happening = [column for column in same if column.kind in _HAPPENS]
    whole = all(_is_same(row, column) for column in own)
    # Places and models often stay for years: only where nothing moved in the whole scope is that remarkable.
    stands_still = whole and row.key == TOTAL_ROW and earlier.against is Against.LAST_YEAR
    found = same if stands_still else happening
    # One lone figure is the same again by chance, unless it is large.
    large = any(row.now[column.key] >= limits.least for column in found)
    least = 1 if whole and large else limits.repeated
    if len(found) < least:
        return None
    said = ", ".join(number_text(row.now[column.key]) for column in found)
    facts = {"period": earlier.period, "columns": ", ".join(column.key for column in found)}
    return CheckFinding(
        Severity.WARNING, f"repeated_{earlier.against}", row.sheet, row.key, "", said, said, facts
    )


def _is_same(row: _Row, column: ColumnForm) -> bool:
    return row.now.get(column.key) == row.then.get(column.key)


def _jump(row: _Row, key: str, earlier: Earlier, limits: CheckLimits) -> CheckFinding | None:
    now, then = row.now.get(key), row.then.get(key)
    if now is None or then is None or max(now, then) < limits.least:
        return None
    high, low = max(now, then), max(min(now, then), 1)
    if high <= low * limits.jump:
        return None
    code = f"jump_{'up' if now > then else 'down'}_{earlier.against}"
    said = (number_text(now), number_text(then))
    return CheckFinding(
        Severity.WARNING, code, row.sheet, row.key, key, *said, facts={"period": earlier.period}
    )


def _rates(
    row: _Row, form: SheetForm, columns: Sequence[ColumnForm], earlier: Earlier, limits: CheckLimits
) -> Iterator[CheckFinding]:
    keys = {column.key for column in columns}
    for rule in form.rules:
        if rule.kind is not Agreement.RATE or not {rule.whole, *rule.parts[:1]} <= keys:
            continue
        now, then = _rate(row.now, rule.whole, rule.parts[0]), _rate(row.then, rule.whole, rule.parts[0])
        if now is None or then is None or max(row.now[rule.whole], row.then[rule.whole]) < limits.least:
            continue
        high, low = max(now, then), min(now, then)
        if high > low * limits.rate:
            facts = {"period": earlier.period, "other": rule.parts[0], "times": _times(high, low)}
            code, said = f"rate_moved_{earlier.against}", (_told(now), _told(then))
            yield CheckFinding(Severity.WARNING, code, row.sheet, row.key, rule.whole, *said, facts)


def _rate(cells: Mapping[str, Number], whole: str, part: str) -> Decimal | None:
    over, under = cells.get(whole), cells.get(part)
    return Decimal(over) / Decimal(under) if over and under else None


def _times(high: Number, low: Number) -> str:
    return _told(Decimal(high) / Decimal(low))


def _told(value: Decimal) -> str:
    return number_text(value.quantize(_ONE_DECIMAL, ROUND_HALF_UP))


def _lines(sheet: FilledSheet) -> dict[str, dict[str, Number]]:
    keys = [column.key for column in sheet.form.columns]
    named = zip((*row_keys(sheet), TOTAL_ROW), (*sheet.rows, sheet.total), strict=True)
    return {row: _numbers(keys, values) for row, values in named if values}


def _numbers(keys: Sequence[str], values: Sequence[Value]) -> dict[str, Number]:
    found = ((key, number_of(value)) for key, value in zip(keys, values, strict=True))
    return {key: number for key, number in found if number is not None}
