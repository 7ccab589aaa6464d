"""Which answers of a commune are not what its records propose, without a word why."""

from collections.abc import Mapping

from db.services.scoring.proposals import Proposal
from db.services.scoring.sheets import Sheet


def differs(now: Sheet, found: Mapping[str, Proposal], code: str) -> bool:
    """Return whether the commune gave another answer than its records propose; where either is blank it did not."""
    proposed = found[code].answer if code in found else ""
    given = now.mark(code).self_answer
    return bool(given and proposed and given != proposed)


def unexplained(now: Sheet, found: Mapping[str, Proposal]) -> tuple[str, ...]:
    """Return the criteria that differ from what is proposed and have no note, in the order of the sheet."""
    return tuple(
        item.code
        for item in now.rule_set.asked
        if differs(now, found, item.code) and not now.mark(item.code).note
    )


def acceptable(now: Sheet, found: Mapping[str, Proposal]) -> Mapping[str, str]:
    """Return what is proposed for the criteria that the commune has not answered yet, by criterion."""
    return {
        item.code: found[item.code].answer
        for item in now.rule_set.asked
        if item.code in found and found[item.code].answer and not now.mark(item.code).self_answer
    }
