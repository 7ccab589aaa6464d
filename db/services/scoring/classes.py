"""The classes that a year's sheets can have, whichever rule sets they were scored under."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ScoreSheet
from db.rules.findings import Refused, Unknown
from db.services.scoring import rule_sets


def of_year(session: Session, year: int) -> tuple[tuple[str, str], ...]:
    """Return code and title of the year's classes, best first; then those that only sheets under another set have.

    Empty where no rule set is in force and nothing was scored.
    """
    found: dict[str, str] = {}
    for number in _rule_sets(session, year):
        for item in rule_sets.by_id(session, number).classes:
            found.setdefault(item.code, item.title)
    return tuple(found.items())


def _rule_sets(session: Session, year: int) -> list[int]:
    """Return the number of the set in force first, then those of sheets, each once."""
    used = session.scalars(select(ScoreSheet.rule_set_id).where(ScoreSheet.year == year).distinct())
    try:
        in_force = [rule_sets.of_year(session, year).id]
    except (Unknown, Refused):
        in_force = []
    return list(dict.fromkeys([*in_force, *sorted(used)]))
