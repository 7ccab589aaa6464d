"""How far the office is: its targets since the start of the year, key numbers, communes that recorded nothing yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import Measure, MeasureRef
from db.rules.periods import Period, Span
from db.rules.returns.forms import Over
from db.rules.successions import Gap
from db.rules.target_days import target_days
from db.rules.target_progress import Progress, target_progress
from db.rules.targets import Goal
from db.rules.units import Level
from db.services import offices, units
from db.services.measuring import measures
from db.services.measuring.looking import Looking
from db.services.measuring.restating import Restated
from db.services.planning import plans
from db.services.planning.plans import TargetInfo
from db.services.planning.target_facts import TargetFacts
from db.services.returns.form_rows import spans_of

_SHOWN = (Over.PERIOD, Over.YEAR, Over.YEAR_BEFORE)
_REACHED = "outreach.communes"
KEY_MEASURES = (
    "outreach.sessions",
    "outreach.people",
    _REACHED,
    "training.sessions",
    "training.officials_trained",
    "scores.appraised_sheets",
)


@dataclass(frozen=True)
class TargetProgress:
    """A target with what it asks for by the end of the period's year, and how far it is."""

    id: int
    text: str
    goal: Goal
    progress: Progress


@dataclass(frozen=True)
class KeyNumber:
    """A measure in the period, since the start of the year, and in the same period a year before.

    `gaps` tells of each of them in this order why it is not comparable.
    """

    measure: Measure
    period: Number | None
    year: Number | None
    year_before: Number | None
    gaps: tuple[Gap | None, Gap | None, Gap | None] = (None, None, None)


@dataclass(frozen=True)
class Overview:
    """What the home page shows; `silent` are the communes without any outreach in the period."""

    targets: tuple[TargetProgress, ...]
    numbers: tuple[KeyNumber, ...]
    silent: tuple[str, ...]


def overview(session: Session, period: Period, today: date, borders: date | None = None) -> Overview:
    """Return how far the office and all below it are by the end of the period, as reported or in borders of a day."""
    office = offices.current(session)
    spans = spans_of(period, office.cut_off)
    targets = plans.targets_of_year(session, unit_id=office.unit.id, year=spans[Over.PERIOD].year)
    refs = [measures.refer(session, name) for name in KEY_MEASURES]
    look = Looking(session, unit_id=office.unit.id, day=borders)
    seen = {over: look.seen(refs, spans[over]) for over in _SHOWN}
    return Overview(
        of_targets(session, targets, period, today, borders),
        tuple(_key_number(MEASURES[name], seen) for name in KEY_MEASURES),
        _silent(session, seen[Over.PERIOD], office.unit.id, spans[Over.PERIOD]),
    )


def _silent(session: Session, seen: Restated, unit_id: int, span: Span) -> tuple[str, ...]:
    """Name the communes that have nothing; those of the day of the borders, where it is known what they have."""
    there = units.by_ids(session, seen.scope) if seen.scope else units.below(session, unit_id, span)
    told = {*seen.answers[_REACHED].by_unit, *seen.gaps}
    return tuple(unit.name for unit in there if unit.level == Level.COMMUNE and unit.id not in told)


def of_plan(
    session: Session, plan_id: int, period: Period, today: date, borders: date | None = None
) -> tuple[TargetProgress, ...]:
    """Return how far each target of a plan is by the end of a period, in the plan's order; drafts too.

    A target of several years asks for what it plans for the period's year. A change compares with the year before,
    restated into the borders of the last day counted; where `borders` names a day, all is restated into those.
    """
    return of_targets(session, plans.targets_of_plan(session, plan_id), period, today, borders)


def of_targets(
    session: Session,
    targets: Iterable[TargetInfo],
    period: Period,
    today: date,
    borders: date | None = None,
) -> tuple[TargetProgress, ...]:
    """Return how far targets are, each measure asked once for each stretch of days."""
    office = offices.current(session)
    year = period.span(office.cut_off).year
    asking = [(target, target_days(target.wanted, period, office.cut_off, today)) for target in targets]
    facts = TargetFacts(session, asking, unit_id=office.unit.id, cut_off=office.cut_off, borders=borders)
    found = []
    for target, days in asking:
        goal = target.wanted.planned(year)
        found.append(
            TargetProgress(target.id, target.text, goal, target_progress(goal, facts.of(target, days)))
        )
    return tuple(found)


def _key_number(measure: Measure, seen: Mapping[Over, Restated]) -> KeyNumber:
    period, year, before = (seen[over].number(MeasureRef(measure)) for over in _SHOWN)
    gaps = tuple(seen[over].gap_of(measure) for over in _SHOWN)
    return KeyNumber(measure, period, year, before, (gaps[0], gaps[1], gaps[2]))
