"""The rows of a form whose rows are targets: each target over the days of each column, by the rules of progress."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from db.rules.formats import Value
from db.rules.periods import CutOff, Period
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, Over, SheetForm
from db.rules.target_days import TargetDays, period_days, target_days
from db.rules.target_progress import Progress, target_progress
from db.rules.targets import CHANGES, Goal, planned_text
from db.services.measuring import measures
from db.services.planning import plans
from db.services.planning.plans import TargetInfo
from db.services.planning.target_facts import TargetFacts

_MEASURED = ("done", "share_of_plan")
# A return speaks of its whole period, on whatever day it is filled.
_END = date.max


class TargetSheets:
    """Fills forms of targets for a unit's plans of a year; what was counted is asked once for each kind of column."""

    def __init__(
        self,
        session: Session,
        unit_id: int,
        period: Period,
        cut_off: CutOff,
        borders: date | None = None,
    ) -> None:
        self._session, self._unit_id, self._borders = session, unit_id, borders
        self._period, self._cut_off = period, cut_off
        self._year = period.span(cut_off).year

    def sheet(self, form: SheetForm) -> FilledSheet:
        """Return a form with its rows, one a target."""
        targets = plans.targets_of_year(self._session, unit_id=self._unit_id, year=self._year)
        overs = {column.over for column in form.columns if column.holds in _MEASURED}
        found = {over: self._progress(targets, over) for over in overs}
        rows = tuple(
            tuple(self._cell(column, number, target, found) for column in form.columns)
            for number, target in enumerate(targets, start=1)
        )
        gaps = {
            (row, at): found[column.over][target.id].causes[0]
            for row, target in enumerate(targets)
            for at, column in enumerate(form.columns)
            if self._is_restated(column) and found[column.over][target.id].causes
        }
        return FilledSheet(form, rows, gaps=gaps)

    def _is_restated(self, column: ColumnForm) -> bool:
        return self._borders is not None and column.holds in _MEASURED and column.over.is_earlier

    def _progress(self, targets: tuple[TargetInfo, ...], over: Over) -> dict[int, Progress]:
        asking = [(target, self._days(target, over)) for target in targets]
        facts = TargetFacts(
            self._session,
            asking,
            unit_id=self._unit_id,
            cut_off=self._cut_off,
            borders=self._borders if over.is_earlier else None,
        )
        return {
            target.id: target_progress(target.wanted.planned(self._year), facts.of(target, days))
            for target, days in asking
        }

    def _days(self, target: TargetInfo, over: Over) -> TargetDays:
        period = self._period.year_before() if over.is_earlier else self._period
        if over in (Over.YEAR, Over.SINCE_START_BEFORE):
            return target_days(target.wanted, period, self._cut_off, _END)
        return period_days(target.goal, period, self._cut_off, _END)

    def _cell(
        self,
        column: ColumnForm,
        number: int,
        target: TargetInfo,
        found: Mapping[Over, Mapping[int, Progress]],
    ) -> Value:
        if column.holds in _MEASURED:
            progress = found[column.over][target.id]
            return progress.done if column.holds == "done" else progress.share
        if column.is_kept:
            return None
        cells: Mapping[str, Value] = {
            "row_number": number,
            "target_text": target.text,
            "target_unit": _measured_in(self._session, target),
            "planned": _planned(target.wanted.planned(self._year)),
        }
        return cells[column.holds]


def _planned(goal: Goal) -> Value:
    if goal.operator == "at_least":
        return goal.value
    # The unit of measure has its own column, except that of a change.
    shown = goal if goal.operator in CHANGES else replace(goal, measured_in="")
    return planned_text(shown) or None


def _measured_in(session: Session, target: TargetInfo) -> str:
    if target.goal.operator in CHANGES and target.measure:
        # The change is planned in per cent, what was done is counted in the measure's own unit.
        return measures.refer(session, target.measure).measure.unit
    return target.goal.measured_in
