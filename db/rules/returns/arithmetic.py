"""Figures that must agree within one return: parts and wholes, shares, the same figure in two forms, totals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from db.rules.formats import UNRECORDED, Number, Value, number_text
from db.rules.measures import MeasureKind, total
from db.rules.returns.arithmetic_rules import Agreement, ArithmeticRule
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, Severity, row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import RowsOf

_ADDS_UP = (MeasureKind.FLOW, MeasureKind.STOCK)
_COUNTED = (MeasureKind.FLOW, MeasureKind.STOCK, MeasureKind.DISTINCT)
# Points have decimals, whatever is done with them.
_POINTS = "scores."
_WHOLE_SHARE = 100


def arithmetic_findings(sheets: Sequence[FilledSheet]) -> Iterator[CheckFinding]:
    """Yield what does not agree in the forms of one return, in their order; a blank cell agrees with everything."""
    by_code = {sheet.form.code: sheet for sheet in sheets}
    for sheet in sheets:
        lines = _lines(sheet)
        yield from _negative(sheet, lines)
        yield from _fractions(sheet, lines)
        for rule in sheet.form.rules:
            yield from _broken(rule, sheet, lines, by_code)
        yield from _totals(sheet)


def _lines(sheet: FilledSheet) -> list[tuple[str, dict[str, Value]]]:
    keys = [column.key for column in sheet.form.columns]
    named = zip((*row_keys(sheet), TOTAL_ROW), (*sheet.rows, sheet.total), strict=True)
    return [(row, dict(zip(keys, values, strict=False))) for row, values in named]


def _negative(sheet: FilledSheet, lines: list[tuple[str, dict[str, Value]]]) -> Iterator[CheckFinding]:
    measured = [column.key for column in sheet.form.columns if column.is_figure]
    for row, cells in lines:
        for key in measured:
            value = number_of(cells.get(key))
            if value is not None and value < 0:
                yield _finding(Severity.ERROR, "negative", sheet, row, key, value, 0)


def _fractions(sheet: FilledSheet, lines: list[tuple[str, dict[str, Value]]]) -> Iterator[CheckFinding]:
    counted = [
        column.key
        for column in sheet.form.columns
        if column.holds == "measure" and column.kind in _COUNTED and not column.measure.startswith(_POINTS)
    ]
    for row, cells in lines:
        for key in counted:
            value = number_of(cells.get(key))
            if value is not None and value != int(value):
                yield _finding(Severity.ERROR, "not_whole", sheet, row, key, value, None)


def _broken(
    rule: ArithmeticRule,
    sheet: FilledSheet,
    lines: list[tuple[str, dict[str, Value]]],
    by_code: dict[str, FilledSheet],
) -> Iterator[CheckFinding]:
    severity = Severity.WARNING if rule.warns else Severity.ERROR
    parts = rule.part_keys(tuple(column.key for column in sheet.form.columns))
    for row, cells in lines:
        found = {key: number for key in parts if (number := number_of(cells.get(key))) is not None}
        whole = number_of(cells.get(rule.whole))
        if rule.kind is Agreement.SHARE:
            yield from _out_of_range(severity, sheet, row, found)
        elif rule.kind is Agreement.SAME and whole is not None:
            yield from _differing(rule, severity, (sheet, row, whole), by_code)
        elif rule.kind is Agreement.WITHIN and whole is not None:
            over = {key: part for key, part in found.items() if part > whole}
            for key, part in over.items():
                yield _finding(severity, "part_over_whole", sheet, row, key, part, whole, rule.whole)
        elif rule.kind is Agreement.EQUAL and whole is not None and found and sum(found.values()) != whole:
            yield _finding(severity, "parts_not_whole", sheet, row, rule.whole, whole, sum(found.values()))


def _out_of_range(
    severity: Severity, sheet: FilledSheet, row: str, shares: dict[str, Number]
) -> Iterator[CheckFinding]:
    for key, share in shares.items():
        if not 0 <= share <= _WHOLE_SHARE:
            yield _finding(severity, "share_out_of_range", sheet, row, key, share, _WHOLE_SHARE)


def _differing(
    rule: ArithmeticRule,
    severity: Severity,
    said: tuple[FilledSheet, str, Number],
    by_code: dict[str, FilledSheet],
) -> Iterator[CheckFinding]:
    sheet, row, whole = said
    for part in rule.parts:
        code, _, key = part.rpartition(".")
        other = by_code.get(code)
        there = dict(_lines(other)).get(row) if other else None
        value = number_of(there.get(key)) if there else None
        if other and value is not None and value != whole:
            yield _finding(
                severity, "forms_differ", other, row, key, value, whole, f"{sheet.form.code}.{rule.whole}"
            )


def _totals(sheet: FilledSheet) -> Iterator[CheckFinding]:
    # A list of communes leaves out what the units above them keep themselves.
    if not sheet.total or sheet.form.rows is not RowsOf.UNITS:
        return
    for at, column in enumerate(sheet.form.columns):
        if column.kind in _ADDS_UP:
            said = number_of(sheet.total[at])
            added = total(number_of(row[at]) for row in sheet.rows)
            if said != added and (said is not None or added is not None):
                yield _finding(
                    Severity.ERROR, _total_code(said, added), sheet, TOTAL_ROW, column.key, said, added
                )


def _total_code(said: Number | None, added: Number | None) -> str:
    if said is None:
        return "total_blank"
    return "total_of_blanks" if added is None else "total_not_sum"


def number_of(value: Value) -> Number | None:
    """Return a cell's value where it is a number."""
    return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _finding(
    severity: Severity,
    code: str,
    sheet: FilledSheet,
    row: str,
    column: str,
    value: Number | None,
    expected: Number | None,
    other: str = "",
) -> CheckFinding:
    facts = {"other": other} if other else {}
    return CheckFinding(severity, code, sheet.form.code, row, column, _text(value), _text(expected), facts)


def _text(value: Number | None) -> str:
    return UNRECORDED if value is None else number_text(value)
