"""For how many years in a row communes held their class."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import ScoreSheet, Succession, Unit
from db.rules import successions
from db.rules.scoring.chain import State
from db.rules.scoring.ranking import Held, forebears, years_in_a_row
from db.rules.scoring.rule_sets import RuleSet
from db.services.scoring import rule_sets
from db.services.units import UnitInfo

# A recognition that was withdrawn holds no class, nor does an appraisal that is under way.
_HOLDING = (State.APPRAISED, State.RECOGNISED)


def streaks(session: Session, communes: Iterable[UnitInfo], year: int) -> Mapping[int, int]:
    """Return for each commune how many years in a row, up to a year, it was recognised in its class or a better one.

    Where it was not recognised yet, what it was appraised at counts. The years of a commune that alone and whole became
    it come before its own; what came together from several begins anew.
    """
    held = _held(session, year)
    unit_ids = [unit.id for unit in communes]
    before = _forebears(session, unit_ids)
    return {unit_id: years_in_a_row(_line(unit_id, before, held), year) for unit_id in unit_ids}


def _line(unit_id: int, before: Mapping[int, int], held: Mapping[int, Mapping[int, Held]]) -> dict[int, Held]:
    """Return the years of a unit, and of what came before it where it has none of its own."""
    years: dict[int, Held] = {}
    place: int | None = unit_id
    seen: set[int] = set()
    while place is not None and place not in seen:
        seen.add(place)
        years = {**held.get(place, {}), **years}
        place = before.get(place)
    return years


def _held(session: Session, year: int) -> Mapping[int, Mapping[int, Held]]:
    reached = func.coalesce(ScoreSheet.recognised_class, ScoreSheet.appraised_class)
    columns = (ScoreSheet.unit_id, ScoreSheet.year, ScoreSheet.rule_set_id, reached)
    statement = select(*columns).where(ScoreSheet.year <= year, ScoreSheet.state.in_(_HOLDING))
    orders: dict[int, tuple[str, ...]] = {}
    held: defaultdict[int, dict[int, Held]] = defaultdict(dict)
    for unit_id, of_year, rule_set_id, code in session.execute(statement.where(reached.is_not(None))):
        if rule_set_id not in orders:
            orders[rule_set_id] = _order(rule_sets.by_id(session, rule_set_id))
        held[unit_id][of_year] = Held(code, orders[rule_set_id])
    return held


def _order(rule_set: RuleSet) -> tuple[str, ...]:
    return tuple(item.code for item in rule_set.classes)


def _forebears(session: Session, unit_ids: list[int]) -> Mapping[int, int]:
    """Read what units came from, and those from, and find for each what alone became it."""
    origins = select(Unit.id).where(Unit.id.in_(unit_ids)).cte("origins", recursive=True)
    before = select(Succession.old_id).join(origins, Succession.new_id == origins.c.id)
    every = origins.union(before.where(Succession.old_id.is_not(None)))
    columns = (Succession.on, Succession.old_id, Succession.new_id, Succession.extent == successions.WHOLE)
    statement = select(*columns, Unit.valid_from).join(Unit, Unit.id == Succession.new_id)
    found = session.execute(statement.where(Succession.new_id.in_(select(every.c.id)))).all()
    rows = [successions.Succession(on, old, new, whole) for on, old, new, whole, _ in found]
    return forebears({new: began for _, _, new, _, began in found}, rows)
