"""A sheet that is tried and not kept: its result, and why it is of its class and of no better one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from db.rules.scoring.answers import NO, YES, answer_of
from db.rules.scoring.points import points_of
from db.rules.scoring.results import Given, Judge, Result, added_up
from db.rules.scoring.rule_sets import AnswerKind, Criterion, RuleSet


@dataclass(frozen=True)
class ClassWants:
    """What a class still wants of a sheet: points, points of groups, conditions; nothing where all of it is met."""

    code: str
    least: Decimal | None = None
    floors: Mapping[str, Decimal] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Return whether nothing is wanted."""
        return self.least is None and not self.floors and not self.needs


@dataclass(frozen=True)
class Trial:
    """A tried sheet: points by criterion, the result, what every class wants (none before all was answered)."""

    points: Mapping[str, Decimal | None]
    result: Result
    wants: tuple[ClassWants, ...] = ()
    missing: tuple[str, ...] = ()


def tried(rule_set: RuleSet, answers: Mapping[str, str]) -> Trial:
    """Add up answers as they are kept, blank ones left out."""
    asked = {item.code: (item, answers.get(item.code, "")) for item in rule_set.asked}
    column = {
        code: Given(text, points_of(item, text, rule_set.decimals))
        for code, (item, text) in asked.items()
        if text
    }
    found = added_up(rule_set, column)
    points = {code: given.points for code, given in column.items()}
    missing = tuple(code for code in asked if code not in column)
    if not found.complete or found.points is None:
        return Trial(points, found, missing=missing)
    judge = Judge(rule_set, column, found.points)
    return Trial(points, found, tuple(_wants(rule_set, judge, found.points)))


def best_answer(criterion: Criterion) -> str:
    """Return the answer that is worth most, as it is kept."""
    return max(_likely(criterion), key=lambda text: points_of(criterion, text, 3) or Decimal(0), default="")


def _wants(rule_set: RuleSet, judge: Judge, points: Decimal) -> Iterator[ClassWants]:
    for item in rule_set.classes:
        floors = {code: least for code, least in item.floors.items() if not judge.has_floor(code, least)}
        needs = tuple(code for code in item.needs if judge.holds(code) is False)
        least = item.least if item.least is not None and points < item.least else None
        yield ClassWants(item.code, least, floors, needs)


def _likely(criterion: Criterion) -> list[str]:
    scale, kind = criterion.scale, criterion.scale.kind
    if kind is AnswerKind.HAND:
        return [answer_of(criterion.most)]
    if kind is AnswerKind.CHOICE:
        return [option.code for option in scale.options]
    if kind is AnswerKind.YES_NO:
        return [YES, NO]
    if kind is AnswerKind.DEDUCTION:
        return [answer_of(Decimal(0))]
    if kind is AnswerKind.BANDS:
        return [answer_of(band.first) for band in scale.bands]
    if kind is AnswerKind.PER_POPULATION:
        return [answer_of(band.first, scale.per) for band in scale.bands]
    bands = [answer_of(band.first, Decimal(100)) for band in scale.bands]
    return bands or [answer_of(Decimal(100), Decimal(100))]
