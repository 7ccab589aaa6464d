"""Scoring by a rule set of criteria: points given, totals, and the class they make.

A rule set is data (`catalogues/rule_sets`). Here: marks by hand between 0 and a criterion's most, classes by threshold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.levels import KnownLevels, read_levels


@dataclass(frozen=True)
class Criterion:
    """One criterion of a group and the most points it can give."""

    code: str
    title: str
    most: Decimal


@dataclass(frozen=True)
class CriterionGroup:
    """A group of criteria (I, II …); its points are the sum of its criteria's, never a printed total."""

    code: str
    title: str
    criteria: tuple[Criterion, ...]

    @property
    def most(self) -> Decimal:
        """Return the most points of the group."""
        return sum((criterion.most for criterion in self.criteria), Decimal(0))


@dataclass(frozen=True)
class ScoreClass:
    """A class and the least points for it, themselves included."""

    code: str
    title: str
    least: Decimal


@dataclass(frozen=True)
class RuleSet:
    """Groups of criteria, classes from the highest threshold down, and which levels score, appraise, recognise."""

    groups: tuple[CriterionGroup, ...]
    classes: tuple[ScoreClass, ...]
    levels: tuple[KnownLevels, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Return all criteria in the order of the sheet."""
        return tuple(criterion for group in self.groups for criterion in group.criteria)

    def criterion(self, code: str) -> Criterion:
        """Return the criterion of that code; raises KeyError."""
        return {criterion.code: criterion for criterion in self.criteria}[code]

    def class_title(self, code: str | None) -> str:
        """Return the name of a class; none is an empty text."""
        return {item.code: item.title for item in self.classes}.get(code or "", "")


@dataclass(frozen=True)
class Mark:
    """Points given to one criterion, by the commune itself and by the appraisers; none was not given yet."""

    criterion: str
    self_points: Decimal | None = None
    appraised_points: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """The points given so far (none where no mark was given), and the class once every criterion has its mark."""

    points: Decimal | None
    class_code: str | None


def parse_rule_set(body: Mapping[str, Any]) -> RuleSet:
    """Read a rule set from its TOML."""
    groups = tuple(
        CriterionGroup(group["code"], group["title"], tuple(_criterion(item) for item in group["criterion"]))
        for group in body["group"]
    )
    classes = (ScoreClass(item["code"], item["title"], Decimal(str(item["least"]))) for item in body["class"])
    ordered = tuple(sorted(classes, key=lambda item: item.least, reverse=True))
    return RuleSet(groups, ordered, read_levels(body))


def result(rule_set: RuleSet, points: Mapping[str, Decimal | None]) -> Result:
    """Add up one column of marks by criterion and find its class."""
    given = [points.get(criterion.code) for criterion in rule_set.criteria]
    recorded = [value for value in given if value is not None]
    if not recorded:
        return Result(None, None)
    total = sum(recorded, Decimal(0))
    return Result(total, _class_code(rule_set, total) if len(recorded) == len(given) else None)


def check_mark(criterion: Criterion, mark: Mark) -> tuple[Finding, ...]:
    """Check that points lie between 0 and the criterion's most, 3 decimals, and that a difference has its reason."""
    return tuple(_findings(criterion, mark))


def _findings(criterion: Criterion, mark: Mark) -> Iterable[Finding]:
    for key, points in (("self_points", mark.self_points), ("appraised_points", mark.appraised_points)):
        if points is not None and not 0 <= points <= criterion.most:
            yield Finding("points_over_most", key, number_text(points), {"most": number_text(criterion.most)})
        if points is not None and points * 1000 % 1:
            yield Finding("too_precise", key, number_text(points))
    both = mark.self_points is not None and mark.appraised_points is not None
    if both and mark.self_points != mark.appraised_points and not mark.reason:
        yield Finding("reason_missing", "reason")


def _criterion(item: Mapping[str, Any]) -> Criterion:
    return Criterion(item["code"], item["title"], Decimal(str(item["most"])))


def _class_code(rule_set: RuleSet, total: Decimal) -> str | None:
    return next((item.code for item in rule_set.classes if total >= item.least), None)
