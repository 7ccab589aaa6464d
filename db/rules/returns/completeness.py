"""What is missing in a return: communes of which nothing was recorded, plans without targets, a period not over."""

from collections.abc import Iterator, Sequence
from datetime import date

from db.rules.formats import day_text
from db.rules.measures import MeasureKind
from db.rules.periods import Span
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, Severity, row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, Over
from db.rules.units import CODE_LENGTHS, Level

_HAPPENS = (MeasureKind.FLOW, MeasureKind.DISTINCT)


def completeness_findings(sheets: Sequence[FilledSheet], span: Span, today: date) -> Iterator[CheckFinding]:
    """Yield what is not there yet, each to be explained."""
    if today <= span.last:
        yield CheckFinding(Severity.WARNING, "period_not_over", value=day_text(span.last))
    yield from silent_communes(sheets)
    for sheet in sheets:
        if sheet.form.is_of_plan and not sheet.rows:
            code = f"no_{sheet.form.rows}"
            yield CheckFinding(Severity.WARNING, code, sheet.form.code, value=str(span.year))


def silent_communes(sheets: Sequence[FilledSheet]) -> Iterator[CheckFinding]:
    """Yield each commune of which no form of the return says that anything happened in the period."""
    places: dict[str, CheckFinding] = {}
    heard: set[str] = set()
    for sheet in sheets:
        asked = [at for at, column in enumerate(sheet.form.columns) if _happens(column)]
        if sheet.form.is_of_plan or not asked:
            continue
        for code, name, row in _communes(sheet):
            silent = CheckFinding(Severity.WARNING, "nothing_recorded", sheet.form.code, code, value=name)
            places.setdefault(code, silent)
            if any(row[at] is not None for at in asked):
                heard.add(code)
    yield from (found for code, found in places.items() if code not in heard)


def _communes(sheet: FilledSheet) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    holds = [column.holds for column in sheet.form.columns]
    if "unit_code" not in holds or "unit_name" not in holds:
        return
    for key, row in zip(row_keys(sheet), sheet.rows, strict=True):
        if key != TOTAL_ROW and len(str(row[holds.index("unit_code")])) == CODE_LENGTHS[Level.COMMUNE]:
            yield key, str(row[holds.index("unit_name")]), row


def _happens(column: ColumnForm) -> bool:
    # Figures are entered by whoever keeps them, not by each commune.
    own = column.holds == "measure" and not column.measure.startswith("figures.")
    return own and column.over is Over.PERIOD and not column.back and column.kind in _HAPPENS
