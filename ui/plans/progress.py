"""How far each target of one plan is, drafts too; the home page asks only for the plans in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.rules.formats import Number
from db.rules.periods import Period
from db.rules.returns import Over
from db.rules.standing import Standing, target_standing, year_gone
from db.rules.targets import Goal, share_of_plan
from db.services import entries, measures, offices
from db.services.filling import Asked, spans_of
from db.sessions import Session


@dataclass(frozen=True)
class Progress:
    """A target's goal, what was done since the start of the year, its share of the plan in per cent, its standing."""

    goal: Goal
    done: Number | None
    share: Decimal | None
    standing: Standing


@dataclass(frozen=True)
class _Asking:
    goal: Goal
    expression: str


def progress_of(
    session: Session, target_ids: Sequence[int], *, period: Period, today: date
) -> Mapping[int, Progress]:
    """Return the progress of targets by the end of a period, by their numbers."""
    office = offices.current(session)
    spans = spans_of(period, office.cut_off)
    asking = {number: _asking(session, number) for number in target_ids}
    refs = [measures.refer(session, item.expression) for item in asking.values() if item.expression]
    asked = {
        over: measures.answers(session, refs, unit_id=office.unit.id, span=spans[over])
        for over in (Over.YEAR, Over.SINCE_START_BEFORE)
    }
    year = Period(str(spans[Over.YEAR].year), spans[Over.YEAR].year, (1, 12)).span(office.cut_off)
    gone = year_gone(year, spans[Over.YEAR].last, today)
    return {number: _progress(item, asked, gone) for number, item in asking.items()}


def _asking(session: Session, target_id: int) -> _Asking:
    values = entries.values_of(session, "targets", target_id)
    goal = Goal(values["operator"], values["value"], values["value_to"], values["measured_in"] or "")
    measure = values["measure"]
    return _Asking(goal, measures.refer(session, measure).expression if measure else "")


def _progress(item: _Asking, asked: Asked, gone: Decimal) -> Progress:
    if not item.expression:
        return Progress(item.goal, None, None, Standing.UNMEASURED)
    done = asked[Over.YEAR][item.expression].total
    share = share_of_plan(item.goal, done, asked[Over.SINCE_START_BEFORE][item.expression].total)
    return Progress(item.goal, done, share, target_standing(item.goal, done, share, gone))
