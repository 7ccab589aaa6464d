"""What a sheet holds for one criterion: the commune's answer, the appraisers', why they differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from db.rules.findings import Finding
from db.rules.scoring.answers import check_answer
from db.rules.scoring.points import points_of
from db.rules.scoring.rule_sets import Criterion, RuleSet

SELF, APPRAISED = "self", "appraised"
COLUMNS = (SELF, APPRAISED)


@dataclass(frozen=True)
class Mark:
    """Answers to one criterion as they are kept, blank where none was given yet.

    `reason` tells why the appraisers' points differ, `note` why the commune did not take what its records propose.
    """

    criterion: str
    self_answer: str = ""
    appraised_answer: str = ""
    reason: str = ""
    note: str = ""

    def answer(self, column: str) -> str:
        """Return the answer of a column, `self` or `appraised`."""
        return self.self_answer if column == SELF else self.appraised_answer


def points_in(rule_set: RuleSet, mark: Mark, column: str) -> Decimal | None:
    """Return the points of a column's answer; nothing where blank or not applying."""
    return points_of(rule_set.criterion(mark.criterion), mark.answer(column), rule_set.decimals)


def check_mark(rule_set: RuleSet, mark: Mark) -> tuple[Finding, ...]:
    """Check both answers, and that a difference between them has its reason."""
    return tuple(_findings(rule_set, rule_set.criterion(mark.criterion), mark))


def differs(rule_set: RuleSet, mark: Mark) -> bool:
    """Return whether the appraisers found otherwise: other points, or where there are none another answer."""
    if not mark.self_answer or not mark.appraised_answer:
        return False
    own, appraised = (points_in(rule_set, mark, column) for column in COLUMNS)
    if own is None and appraised is None:
        return mark.self_answer != mark.appraised_answer
    return own != appraised or _asks(rule_set.criterion(mark.criterion), mark)


def _asks(criterion: Criterion, mark: Mark) -> bool:
    """Return whether a condition, which has no points, was answered otherwise."""
    return not criterion.most and mark.self_answer != mark.appraised_answer


def _findings(rule_set: RuleSet, criterion: Criterion, mark: Mark) -> Iterable[Finding]:
    checked = [check_answer(criterion, mark.answer(column), f"{column}_answer") for column in COLUMNS]
    found = [finding for finding in checked if finding is not None]
    yield from found
    if not found and differs(rule_set, mark) and not mark.reason:
        yield Finding("reason_missing", "reason")
