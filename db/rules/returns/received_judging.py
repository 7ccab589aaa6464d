"""What a workbook that came in says as a return of a unit, and everything that is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from db.rules.formats import Value
from db.rules.periods import Span
from db.rules.returns.arithmetic import arithmetic_findings
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, finding_of, row_keys
from db.rules.returns.filled import FilledReturn, FilledSheet, ReturnHead, control_totals
from db.rules.returns.forms import ReturnSet
from db.rules.returns.received_books import ReadReturn, ReadRow
from db.rules.returns.received_findings import ReturnFinding, error, warning
from db.rules.returns.received_forms import PlacedForm, place_form, sheets_of
from db.rules.returns.received_mark import ReturnMark
from db.rules.returns.received_rows import ListedUnit, check_rows
from db.rules.returns.received_tampering import lines_changed, tampering
from db.rules.returns.received_template import place_in_template
from db.rules.returns.received_values import marks_of, read_line

# Beyond this nobody reads on: the file as a whole is another than was meant.
_MOST_FINDINGS = 1_000
_NO_HEAD = ReturnHead("", "", "", "", "", "", "", "", sample=False)
_OTHER_COLUMNS = ("return_column_missing", "return_column_renamed")
_OTHER_ORDER = ("return_column_moved", "return_column_unknown")


@dataclass(frozen=True)
class ExpectedReturn:
    """Whose return it is, of what period, and the forms and units that it has to have."""

    form: ReturnSet
    unit_code: str
    unit_name: str
    unit_valid_on: date
    period: str
    span: Span
    listed: Sequence[ListedUnit]


@dataclass(frozen=True)
class Judged:
    """What a file says and what is wrong; `verified` tells whether its figures are those that were exported.

    `forms` are where its figures stand.
    """

    filled: FilledReturn | None
    verified: bool
    findings: tuple[ReturnFinding, ...]
    forms: tuple[PlacedForm, ...] = ()


def judge(read: ReadReturn, mark: ReturnMark | None, expected: ExpectedReturn) -> Judged:
    """Read every form of a set in a workbook and judge it."""
    problems: list[ReturnFinding] = []
    placed = list(_placed(read, mark, expected, problems))
    if len(placed) < len(expected.form.sheets):
        return Judged(None, False, tuple(problems[:_MOST_FINDINGS]))
    sheets = tuple(_filled_sheet(form, expected, problems) for form in placed)
    filled = _filled(expected, mark, sheets)
    verified = mark is not None and filled.sha256 == mark.sha256
    problems.extend(lines_changed(read, filled, placed))
    problems.extend(_sealed(mark, filled, placed, expected, problems))
    problems.extend(cell_findings(arithmetic_findings(sheets), filled, placed))
    return Judged(filled, verified, tuple(problems[:_MOST_FINDINGS]), tuple(placed))


def cell_findings(
    found: Iterator[CheckFinding] | Sequence[CheckFinding],
    filled: FilledReturn,
    placed: Sequence[PlacedForm],
) -> Iterator[ReturnFinding]:
    """Yield what checks of figures found, each at the cell that it is about."""
    forms = {form.form.code: form for form in placed}
    for check in found:
        told = finding_of(check, filled.sheets)
        form = forms.get(check.sheet)
        place = _cell_of(check, filled, form) if form else ""
        facts = {key: text for key, text in told.facts.items() if key != "expected"}
        facts["where"] = told.place
        yield ReturnFinding(check.severity, told.code, place, check.value, check.expected, facts)


def _placed(
    read: ReadReturn, mark: ReturnMark | None, expected: ExpectedReturn, problems: list[ReturnFinding]
) -> Iterator[PlacedForm]:
    sheets = sheets_of(expected.form, read)
    for form in expected.form.sheets:
        if mark is not None and mark.is_template:
            placed, findings = place_in_template(form, read, mark)
            problems.extend(findings)
            if placed is not None:
                yield placed
            continue
        sheet = sheets.get(form.code)
        if sheet is None:
            problems.append(error("return_sheet_missing", form.code, expected=form.title))
            continue
        placed, findings = place_form(form, sheet)
        problems.extend(findings)
        if placed is not None:
            yield placed


def _filled_sheet(placed: PlacedForm, expected: ExpectedReturn, problems: list[ReturnFinding]) -> FilledSheet:
    problems.extend(islice(marks_of(placed), _MOST_FINDINGS))
    values = [read_line(placed, row, problems) for row in placed.rows]
    rows = check_rows(placed, values, expected.listed, problems)
    return FilledSheet(placed.form, rows, _total(placed, problems))


def _total(placed: PlacedForm, problems: list[ReturnFinding]) -> tuple[Value, ...]:
    if placed.total is None and not placed.form.total:
        return ()
    if placed.total is None:
        problems.append(error("return_total_missing", placed.sheet.name, expected=placed.form.total))
        return tuple(None for _ in placed.form.columns)
    return read_line(placed, placed.total, problems, total=True)


def _filled(
    expected: ExpectedReturn, mark: ReturnMark | None, sheets: tuple[FilledSheet, ...]
) -> FilledReturn:
    form = replace(expected.form, version=mark.version) if mark else expected.form
    return FilledReturn(
        set=form,
        head=_NO_HEAD,
        unit_code=expected.unit_code,
        unit_name=expected.unit_name,
        unit_valid_on=expected.unit_valid_on,
        period=expected.period,
        span=expected.span,
        sheets=sheets,
        revision=mark.revision if mark else 1,
        control_totals=control_totals(sheets),
    )


def _sealed(
    mark: ReturnMark | None,
    filled: FilledReturn,
    placed: Sequence[PlacedForm],
    expected: ExpectedReturn,
    problems: Sequence[ReturnFinding],
) -> Iterator[ReturnFinding]:
    """Compare with what the hidden sheet seals; where a column is not there, or is another, it cannot tell."""
    if mark is None:
        yield warning("return_unverified")
        return
    codes = {problem.code for problem in problems}
    is_other = mark.version != expected.form.version
    if is_other:
        yield warning("return_other_version", value=mark.version, expected=expected.form.version)
    if codes.isdisjoint(_OTHER_COLUMNS):
        # What seals all figures seals the forms of its version: other forms say nothing of the figures.
        other_forms = not codes.isdisjoint(_OTHER_ORDER) or mark.rows.keys() != {
            sheet.code for sheet in expected.form.sheets
        }
        yield from tampering(mark, filled, placed, is_whole=not (is_other and other_forms))


def _cell_of(check: CheckFinding, filled: FilledReturn, placed: PlacedForm) -> str:
    rows = _rows_by_key(filled, placed)
    row = rows.get(check.row)
    keys = [column.key for column in placed.form.columns]
    if row is None:
        return placed.sheet.name
    return placed.place(row, keys.index(check.column) if check.column in keys else 0)


def _rows_by_key(filled: FilledReturn, placed: PlacedForm) -> Mapping[str, ReadRow | None]:
    sheet = next(item for item in filled.sheets if item.form.code == placed.form.code)
    rows = dict(zip(row_keys(sheet), placed.rows, strict=True))
    return {**rows, TOTAL_ROW: placed.total}
