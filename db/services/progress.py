"""How far the office is: its targets since the start of the year, key numbers, communes that recorded nothing yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import Measure
from db.rules.periods import Period
from db.rules.returns import Over
from db.rules.target_days import target_days
from db.rules.target_progress import Progress, target_progress
from db.rules.targets import Goal
from db.rules.units import Level
from db.services import measures, offices, plans, units
from db.services.filling import Asked, spans_of
from db.services.plans import TargetInfo
from db.services.target_facts import TargetFacts

_SHOWN = (Over.PERIOD, Over.YEAR, Over.YEAR_BEFORE)
KEY_MEASURES = (
    "outreach.sessions",
    "outreach.people",
    "outreach.communes",
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
    """A measure in the period, since the start of the year, and in the same period a year before."""

    measure: Measure
    period: Number | None
    year: Number | None
    year_before: Number | None


@dataclass(frozen=True)
class Overview:
    """What the home page shows; `silent` are the communes without any outreach in the period."""

    targets: tuple[TargetProgress, ...]
    numbers: tuple[KeyNumber, ...]
    silent: tuple[str, ...]


def overview(session: Session, period: Period, today: date) -> Overview:
    """Return how far the office and all below it are by the end of the period."""
    office = offices.current(session)
    spans = spans_of(period, office.cut_off)
    targets = plans.targets_of_year(session, unit_id=office.unit.id, year=spans[Over.PERIOD].year)
    asked = {
        over: measures.ask(session, KEY_MEASURES, unit_id=office.unit.id, span=span)
        for over, span in spans.items()
        if over in _SHOWN
    }
    reached = asked[Over.PERIOD]["outreach.communes"].by_unit
    communes = [
        unit
        for unit in units.below(session, office.unit.id, spans[Over.PERIOD])
        if unit.level == Level.COMMUNE
    ]
    return Overview(
        of_targets(session, targets, period, today),
        tuple(_key_number(MEASURES[name], asked) for name in KEY_MEASURES),
        tuple(unit.name for unit in communes if unit.id not in reached),
    )


def of_plan(session: Session, plan_id: int, period: Period, today: date) -> tuple[TargetProgress, ...]:
    """Return how far each target of a plan is by the end of a period, in the plan's order; drafts too.

    A target of several years asks for what it plans for the period's year. A change compares with the year before,
    restated into the borders of the last day counted.
    """
    return of_targets(session, plans.targets_of_plan(session, plan_id), period, today)


def of_targets(
    session: Session, targets: Iterable[TargetInfo], period: Period, today: date
) -> tuple[TargetProgress, ...]:
    """Return how far targets are, each measure asked once for each stretch of days."""
    office = offices.current(session)
    year = period.span(office.cut_off).year
    asking = [(target, target_days(target.wanted, period, office.cut_off, today)) for target in targets]
    facts = TargetFacts(session, asking, unit_id=office.unit.id, cut_off=office.cut_off)
    found = []
    for target, days in asking:
        goal = target.wanted.planned(year)
        found.append(
            TargetProgress(target.id, target.text, goal, target_progress(goal, facts.of(target, days)))
        )
    return tuple(found)


def _key_number(measure: Measure, asked: Asked) -> KeyNumber:
    period, year, before = (
        asked[over][measure.name].total for over in (Over.PERIOD, Over.YEAR, Over.YEAR_BEFORE)
    )
    return KeyNumber(measure, period, year, before)
