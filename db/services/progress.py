"""How far the office is: its targets since the start of the year, key numbers, communes that recorded nothing yet."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import Measure
from db.rules.periods import Period
from db.rules.returns import Over
from db.rules.targets import Goal, share_of_plan
from db.rules.units import Level
from db.services import measures, offices, plans, units
from db.services.filling import Asked, spans_of

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
    """A target and what was done since the start of the year; `share` is in per cent of the plan."""

    text: str
    goal: Goal
    done: Number | None
    share: Decimal | None
    measured: bool


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


def overview(session: Session, period: Period) -> Overview:
    """Return how far the office and all below it are by the end of the period."""
    office = offices.current(session)
    spans = spans_of(period, office.cut_off)
    targets = plans.targets_of_year(session, unit_id=office.unit.id, year=spans[Over.PERIOD].year)
    names = (*KEY_MEASURES, *(target.measure for target in targets if target.measure))
    asked = {
        over: measures.ask(session, names, unit_id=office.unit.id, span=span) for over, span in spans.items()
    }
    reached = asked[Over.PERIOD]["outreach.communes"].by_unit
    communes = [
        unit
        for unit in units.below(session, office.unit.id, spans[Over.PERIOD])
        if unit.level == Level.COMMUNE
    ]
    return Overview(
        tuple(_target_progress(target, asked) for target in targets),
        tuple(_key_number(MEASURES[name], asked) for name in KEY_MEASURES),
        tuple(unit.name for unit in communes if unit.id not in reached),
    )


def _target_progress(target: plans.TargetInfo, asked: Asked) -> TargetProgress:
    if not target.measure:
        return TargetProgress(target.text, target.goal, None, None, measured=False)
    done = asked[Over.YEAR][target.measure].total
    share = share_of_plan(target.goal, done, asked[Over.SINCE_START_BEFORE][target.measure].total)
    return TargetProgress(target.text, target.goal, done, share, measured=True)


def _key_number(measure: Measure, asked: Asked) -> KeyNumber:
    period, year, before = (
        asked[over][measure.name].total for over in (Over.PERIOD, Over.YEAR, Over.YEAR_BEFORE)
    )
    return KeyNumber(measure, period, year, before)
