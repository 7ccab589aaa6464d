"""The rule sets of the book: which one a year is scored under, and each as it is read."""

from datetime import date

from sqlalchemy.orm import Session

from db.rules.findings import Refused, Unknown
from db.rules.levels import level_finding, read_levels
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.rule_sets import RuleSet
from db.rules.units import Level
from db.services import content

KIND = "rule_set"
_READ: dict[str, RuleSet] = {}


def of_year(session: Session, year: int) -> content.Content:
    """Return the rule set in force at the end of a year, the newest of several that know communes then.

    Raises Unknown where none is in force, Refused where all that are know none.
    """
    last = date(year, 12, 31)
    held = sorted(content.holding(session, KIND, last), key=lambda item: (item.valid_from, item.code))
    if not held:
        raise Unknown(KIND, str(year))
    found = [level_finding(read_levels(item.body), Level.COMMUNE, last, KIND, item.title) for item in held]
    known = [item for item, finding in zip(held, found, strict=True) if finding is None]
    if not known:
        raise Refused(filter(None, found))
    return known[-1]


def parsed(held: content.Content) -> RuleSet:
    """Read a rule set of the book; each text is read once."""
    if held.sha256 not in _READ:
        _READ[held.sha256] = parse_rule_set(held.body)
    return _READ[held.sha256]


def by_id(session: Session, content_id: int) -> RuleSet:
    """Return a rule set by its number, in force or not."""
    return parsed(content.by_id(session, content_id))
