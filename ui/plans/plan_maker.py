"""What a new plan may be made from, and the making. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from db.rules.findings import Refused
from db.services import content
from db.services.entering.entries import Gone
from db.services.planning import plan_making, plans
from db.services.planning.plan_making import StaleText
from db.services.planning.plans import PlanInfo
from db.sessions import Session
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Workplace
from ui.plans import making_texts as texts
from ui.plans.texts import YEARS_BETWEEN


class Way(Enum):
    """From what a plan is made."""

    EMPTY = "nothing"
    SKELETON = "a skeleton"
    PLAN = "another plan"
    YEARS = "a plan of several years"


@dataclass(frozen=True)
class Wish:
    """What the officer asked for: `source` is a skeleton's code or a plan's number as digits."""

    way: Way
    source: str = ""
    year: int = 0
    subject: str = ""


class PlanMaker:
    """Reads the sources once and makes the plan as one step of undo."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._known = workplace.read(plans.every)
        self._skeletons = workplace.read(
            lambda session: content.holding(session, plan_making.SKELETON, workplace.today)
        )

    def sources(self, way: Way) -> tuple[Option, ...]:
        """Return what a plan may be made from that way, the likeliest first."""
        if way is Way.SKELETON:
            return tuple(option(item.code, item.title) for item in self._skeletons)
        wanted = {Way.PLAN: self._by_nearness(), Way.YEARS: self._of_years()}.get(way, ())
        return tuple(option(str(plan.id), _title(plan)) for plan in wanted)

    def usual_year(self) -> int:
        return self._workplace.year

    def usual_subject(self, way: Way, year: int) -> str:
        return texts.SUBJECT_OF_YEAR.format(year=year) if way in (Way.SKELETON, Way.YEARS) else ""

    def stale(self, wish: Wish) -> tuple[StaleText, ...]:
        """Return the stale years in the texts that would be copied."""
        if wish.way is not Way.PLAN:
            return ()
        return self._workplace.read(
            lambda session: plan_making.stale_texts(session, int(wish.source), first_year=wish.year)
        )

    def make(self, wish: Wish, accepted: Sequence[StaleText] = ()) -> int | None:
        """Make the plan and return its number; none where it was refused, which is told calmly."""
        try:
            made = self._workplace.write(lambda session: self._made(session, wish, accepted), "plans")
        except (Refused, Gone) as error:
            self._workplace.fail(error)
            return None
        self._workplace.say(texts.MADE.format(year=wish.year))
        return made

    def _made(self, session: Session, wish: Wish, accepted: Sequence[StaleText]) -> int:
        if wish.way is Way.PLAN:
            return plan_making.from_plan(session, int(wish.source), first_year=wish.year, accepted=accepted)
        today = self._workplace.today
        if wish.way is Way.YEARS:
            return plan_making.from_years(
                session, int(wish.source), subject=wish.subject, year=wish.year, on=today
            )
        return plan_making.from_skeleton(session, wish.source, subject=wish.subject, year=wish.year, on=today)

    def _by_nearness(self) -> list[PlanInfo]:
        """Put last year's plans first."""
        year = self._workplace.year
        return sorted(self._known, key=lambda plan: (abs(plan.first_year - (year - 1)), plan.id))

    def _of_years(self) -> list[PlanInfo]:
        year = self._workplace.year
        several = [plan for plan in self._known if plan.last_year > plan.first_year]
        return sorted(several, key=lambda plan: not plan.first_year <= year <= plan.last_year)


def _title(plan: PlanInfo) -> str:
    years = str(plan.first_year)
    if plan.last_year != plan.first_year:
        years = YEARS_BETWEEN.format(first=plan.first_year, last=plan.last_year)
    return texts.SOURCE_PLAN.format(years=years, subject=plan.subject)
