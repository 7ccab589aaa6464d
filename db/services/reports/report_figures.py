"""The figures of a report: from the approved returns of its period where they have them, else from the measures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Return
from db.rules.findings import Unknown
from db.rules.formats import Number, Value
from db.rules.measures import MeasureRef
from db.rules.periods import CutOff, Period
from db.rules.reports.figures import Figure
from db.rules.reports.filled import ApprovedSource, TargetRow
from db.rules.reports.tags import Tag
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.forms import ColumnForm, Over, RowsOf, SheetForm
from db.rules.returns.frozen import thawed
from db.services.measuring import measures
from db.services.measuring.looking import Looking
from db.services.measuring.restating import Restated
from db.services.planning.target_sheets import TargetSheets
from db.services.returns.form_rows import Spans, spans_of
from db.services.units import UnitInfo

_PER_CENT = "%"
_OF_UNITS = (RowsOf.UNITS, RowsOf.COMMUNES)
# The stretch of the year before with which one of this year is compared.
_BEFORE = {Over.PERIOD: Over.YEAR_BEFORE, Over.YEAR: Over.SINCE_START_BEFORE}
_TARGET_COLUMNS = ("target_text", "target_unit", "planned", "done", "share_of_plan")
_TARGET_SHEET = SheetForm(
    *("", "", "", RowsOf.TARGETS),
    tuple(ColumnForm(holds, "", holds, 0, over=Over.YEAR) for holds in _TARGET_COLUMNS),
)

# By the stretch of days and the measure's expression.
Frozen = Mapping[tuple[Over, str], Number | None]


@dataclass(frozen=True)
class Approved:
    """The newest approved returns of a unit and a period: their figures of the whole unit, and its targets.

    `taken` names for each figure the return that it stands in. `targets` is none where no return has a form of targets.
    """

    figures: Frozen
    taken: Mapping[tuple[Over, str], ApprovedSource]
    targets: tuple[TargetRow, ...] | None
    targets_source: ApprovedSource | None


@dataclass(frozen=True)
class Asked:
    """What was asked for a report; `sources` are the approved returns that were used, in their order."""

    figures: Mapping[Tag, Figure]
    targets: tuple[TargetRow, ...]
    sources: tuple[ApprovedSource, ...]
    from_records: bool


def ask(session: Session, tags: Iterable[Tag], unit: UnitInfo, period: Period, cut_off: CutOff) -> Asked:
    """Answer the tags of a report and how far the year's targets are; raises Unknown for a measure that is none.

    The year before is looked at in the borders of the period's last day; what is not comparable then is not there.
    """
    asked = list(tags)
    refs = {tag: measures.refer(session, tag.name) for tag in asked}
    approved = approved_returns(session, unit.id, period)
    seen = _seen(session, unit, spans_of(period, cut_off), refs)
    figures = {tag: _figure(tag, refs[tag], approved, seen) for tag in asked}
    keys = [(tag.over, refs[tag].expression) for tag in asked]
    used = [approved.taken[key] for key in keys if key in approved.taken]
    targets = _targets(session, unit, period, cut_off, approved)
    if approved.targets_source and targets:
        used.append(approved.targets_source)
    from_records = any(key not in approved.taken for key in keys)
    return Asked(figures, targets, tuple(dict.fromkeys(used)), from_records)


def approved_returns(session: Session, unit_id: int, period: Period) -> Approved:
    """Return what the newest approved return of each set says of the whole unit; the first to say it is taken."""
    figures: dict[tuple[Over, str], Number | None] = {}
    taken: dict[tuple[Over, str], ApprovedSource] = {}
    targets, targets_source = None, None
    for filled in _newest(session, unit_id, period):
        source = ApprovedSource(filled.set.title, filled.revision, filled.check_code)
        for sheet in filled.sheets:
            for key, value in _totals(session, sheet).items():
                if key not in taken:
                    figures[key], taken[key] = value, source
            if targets is None and sheet.form.rows is RowsOf.TARGETS:
                targets, targets_source = _rows(sheet), source
    return Approved(figures, taken, targets, targets_source)


def _newest(session: Session, unit_id: int, period: Period) -> list[FilledReturn]:
    of_period = Return.unit_id == unit_id, Return.period == period.label
    statement = (
        select(Return.set_code, Return.frozen).where(*of_period).order_by(Return.set_code, Return.revision)
    )
    newest: dict[str, str] = {row.set_code: row.frozen for row in session.execute(statement)}
    # Those of earlier programs were not frozen whole.
    return [thawed(frozen) for frozen in newest.values() if frozen]


def _totals(session: Session, sheet: FilledSheet) -> Frozen:
    if sheet.form.rows not in _OF_UNITS or not sheet.total:
        return {}
    found: dict[tuple[Over, str], Number | None] = {}
    for column, value in zip(sheet.form.columns, sheet.total, strict=True):
        expression = _expression(session, column)
        if expression and not isinstance(value, str | date):
            found[column.over, expression] = value
    return found


def _expression(session: Session, column: ColumnForm) -> str:
    """Return the measure of a column in its agreed form; nothing of one that is none any more, or of a year back."""
    if not column.measure or column.back:
        return ""
    try:
        return measures.refer(session, column.measure).expression
    except Unknown:
        return ""


def _seen(
    session: Session, unit: UnitInfo, spans: Spans, refs: Mapping[Tag, MeasureRef]
) -> Mapping[Over, Restated]:
    """Ask the measures once for each stretch of days."""
    wanted: dict[Over, list[MeasureRef]] = defaultdict(list)
    for tag, ref in refs.items():
        for over in (tag.over, _BEFORE[tag.over]) if tag.change else (tag.over,):
            wanted[over].append(ref)
    reported = Looking(session, unit_id=unit.id, day=None)
    compared = Looking(session, unit_id=unit.id, day=spans[Over.PERIOD].last)
    return {
        over: (compared if over.is_earlier else reported).seen(of_over, spans[over])
        for over, of_over in wanted.items()
    }


def _figure(tag: Tag, ref: MeasureRef, approved: Approved, seen: Mapping[Over, Restated]) -> Figure:
    before = _number_over(_BEFORE[tag.over], ref, approved, seen) if tag.change else None
    value = _number_over(tag.over, ref, approved, seen)
    return Figure(ref.measure.title, value, before, ref.measure.unit == _PER_CENT)


def _number_over(
    over: Over, ref: MeasureRef, approved: Approved, seen: Mapping[Over, Restated]
) -> Number | None:
    """Return a number of an approved return; one of an earlier year only where borders did not move since."""
    key = (over, ref.expression)
    if key in approved.figures and not (over.is_earlier and seen[over].homes):
        return approved.figures[key]
    return seen[over].number(ref)


def _targets(
    session: Session, unit: UnitInfo, period: Period, cut_off: CutOff, approved: Approved
) -> tuple[TargetRow, ...]:
    if approved.targets is not None:
        return approved.targets
    return _rows(TargetSheets(session, unit.id, period, cut_off).sheet(_TARGET_SHEET))


def _rows(sheet: FilledSheet) -> tuple[TargetRow, ...]:
    places = [_place(sheet.form, holds) for holds in _TARGET_COLUMNS]
    cells = ([row[at] if at is not None else None for at in places] for row in sheet.rows)
    return tuple(
        TargetRow(str(text or ""), str(unit or ""), planned, _number(done), _number(share))
        for text, unit, planned, done, share in cells
    )


def _number(value: Value) -> Number | None:
    return value if isinstance(value, int | Decimal) else None


def _place(form: SheetForm, holds: str) -> int | None:
    """Return where a form has what is held since the start of the year; where it has none of the year, of any days."""
    found = [at for at, column in enumerate(form.columns) if column.holds == holds]
    of_year = [at for at in found if form.columns[at].over is Over.YEAR]
    return next(iter((*of_year, *found)), None)
