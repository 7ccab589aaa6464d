"""What stands between a sheet and the next better class, and which criteria would close it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial

from db.rules.scoring.results import Column, Judge, Result, added_up
from db.rules.scoring.rule_sets import ConditionKind, RuleSet, ScoreClass


@dataclass(frozen=True)
class Gain:
    """The points that a criterion could still give: its most without what it has."""

    criterion: str
    points: Decimal


@dataclass(frozen=True)
class ClassGap:
    """What a column misses for a class.

    `points` are those to the least of the class, `floors` those to the least of each group, only where some are
    missing. `conditions` are the codes of those that are not met, after one that asks for several of others those
    others that do not hold. `failing` are the conditions that hold and leave no class so good. `gains` stand from the
    largest down.

    `closing` are criteria that bring the points and floors when each gives its most: nothing is needed where it is
    empty, and where it is None all criteria together do not bring them. There is no shorter list: the largest gains
    of each group up to its floor are in it, then the largest of all the others up to the points, and any list as
    short that reaches the floors can be changed into this one, gain for gain, without a loss of points. Conditions
    are not looked at for it.
    """

    class_code: str
    points: Decimal = Decimal(0)
    floors: Mapping[str, Decimal] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    gains: tuple[Gain, ...] = ()
    closing: tuple[str, ...] | None = ()


def next_better(rule_set: RuleSet, class_code: str | None) -> ScoreClass | None:
    """Return the class that is one better, of no class the last of all; nothing above the best."""
    place = rule_set.rank(class_code)
    return rule_set.classes[place - 1] if place else None


def gap_to_next(rule_set: RuleSet, column: Column) -> ClassGap | None:
    """Return what a column misses for the next better class; nothing of one that is incomplete or has the best."""
    found = added_up(rule_set, column)
    wanted = next_better(rule_set, found.class_code)
    if not found.complete or found.points is None or wanted is None:
        return None
    return _Gap(rule_set, column, found, wanted).told()


class _Gap:
    def __init__(self, rule_set: RuleSet, column: Column, found: Result, wanted: ScoreClass) -> None:
        assert found.points is not None
        self._set, self._column, self._wanted, self._points = rule_set, column, wanted, found.points
        self._judge = Judge(rule_set, column, found.points)

    def told(self) -> ClassGap:
        gains = tuple(sorted(self._gains(), key=lambda gain: -gain.points))
        return ClassGap(
            self._wanted.code,
            max((self._wanted.least or Decimal(0)) - self._points, Decimal(0)),
            {
                code: short
                for code, least in self._wanted.floors.items()
                if (short := self._short(code, least))
            },
            tuple(dict.fromkeys(self._unmet(self._wanted.needs))),
            tuple(item for item in self._judge.failing if self._stands_against(item)),
            gains,
            self._closing(gains),
        )

    def _gains(self) -> Iterator[Gain]:
        for leaf in self._set.leaves:
            points = self._column[leaf.code].points
            if points is not None and points < leaf.most:
                yield Gain(leaf.code, leaf.most - points)

    def _short(self, code: str, least: Decimal) -> Decimal:
        number = self._judge.points_of(code)
        return Decimal(0) if number is None else max(least - number, Decimal(0))

    def _unmet(self, codes: Iterable[str]) -> Iterator[str]:
        for code in codes:
            if self._judge.holds(code) is False:
                condition = self._set.condition_by_code[code]
                yield code
                if condition.kind is ConditionKind.SOME:
                    yield from self._unmet(condition.of)

    def _stands_against(self, condition: str) -> bool:
        wanted = self._set.rank(self._wanted.code)
        left = (self._set.rank(item.class_code) for item in self._set.failing if item.condition == condition)
        return any(rank > wanted for rank in left)

    def _closing(self, gains: Sequence[Gain]) -> tuple[str, ...] | None:
        chosen: tuple[str, ...] = ()
        for code, least in self._wanted.floors.items():
            there = {leaf.code for leaf in self._set.leaves_under[code]}
            inside = [gain for gain in gains if gain.criterion in there]
            found = _fewest(chosen, inside, partial(self._has_floor, code, least))
            if found is None:
                return None
            chosen = found
        return _fewest(chosen, gains, self._has_points)

    def _has_floor(self, code: str, least: Decimal, full: tuple[str, ...]) -> bool:
        return Judge(self._set, self._with(full), self._points).has_floor(code, least)

    def _has_points(self, full: tuple[str, ...]) -> bool:
        points = added_up(self._set, self._with(full)).points
        return self._wanted.least is None or (points is not None and points >= self._wanted.least)

    def _with(self, full: tuple[str, ...]) -> Column:
        """Return the column as it were if some criteria gave their most."""
        most = {code: self._set.criterion(code).most for code in full}
        return {
            **self._column,
            **{code: replace(self._column[code], points=points) for code, points in most.items()},
        }


def _fewest(
    chosen: tuple[str, ...], gains: Iterable[Gain], enough: Callable[[tuple[str, ...]], bool]
) -> tuple[str, ...] | None:
    """Add the largest gains to what is chosen until it is enough; nothing where it never is."""
    if enough(chosen):
        return chosen
    for gain in gains:
        if gain.criterion not in chosen:
            chosen = (*chosen, gain.criterion)
            if enough(chosen):
                return chosen
    return None
