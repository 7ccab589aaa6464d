"""What each condition can come to on any sheet: true, false, or nothing where what it looks at does not apply.

Never too few: what is left out cannot be. Conditions are taken as if each could be any of its own whatever the others
are, so that a set is never told to be wrong where it is right.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache

from db.rules.scoring.rule_sets import Condition, ConditionKind, RuleSet, ScoreClass
from db.rules.scoring.sound.bounds import Bounds, percent_bounds, total_bounds, value_bounds

Outcomes = frozenset[bool | None]
ANY: Outcomes = frozenset((True, False, None))
_BOTH: Outcomes = frozenset((True, False))


class Possible:
    """Tells of each condition what it can come to, and of each class whether its wants can be met."""

    def __init__(self, rule_set: RuleSet) -> None:
        self._set = rule_set
        self._under_way: set[str] = set()
        self._classes = {item.code: item for item in rule_set.classes}
        self.total = total_bounds(rule_set.leaves, scaled=rule_set.scaled)
        self.outcomes: Callable[[str], Outcomes] = cache(self._outcomes)

    def of_group(self, code: str) -> Bounds:
        """Return the bounds of the points of a group or criterion; of the empty code those of the total."""
        return total_bounds(self._set.leaves_under[code], scaled=self._set.scaled)

    def class_outcomes(self, wanted: ScoreClass) -> Outcomes:
        """Return whether what a class wants can be met, and whether it can be missed."""
        parts = [self._threshold(wanted), *(self._floor(code, wanted) for code in wanted.floors)]
        parts += [frozenset(held is not False for held in self.outcomes(code)) for code in wanted.needs]
        met = all(True in part for part in parts)
        missed = any(False in part for part in parts)
        return frozenset(value for value, can_be in ((True, met), (False, missed)) if can_be)

    def _threshold(self, wanted: ScoreClass) -> Outcomes:
        return (
            _BOTH if wanted.least is None and not self._set.leaves else _held(self.total, wanted.least, None)
        )

    def _floor(self, code: str, wanted: ScoreClass) -> Outcomes:
        if code not in self._set.leaves_under:
            return _BOTH
        return _held(self.of_group(code), wanted.floors[code], None)

    def _outcomes(self, code: str) -> Outcomes:
        condition = self._set.condition_by_code.get(code)
        if condition is None or code in self._under_way:
            return ANY
        self._under_way.add(code)
        try:
            return _LOOKS[condition.kind](self, condition)
        finally:
            self._under_way.discard(code)

    def _asked(self, _condition: Condition) -> Outcomes:
        return _BOTH

    def _by_points(self, condition: Condition) -> Outcomes:
        code = condition.of[0] if condition.of else ""
        if code not in self._set.leaves_under:
            return ANY
        leaves = self._set.leaves_under[code]
        found = percent_bounds(leaves) if condition.in_percent else self.of_group(code)
        can_be_absent = all(leaf.may_not_apply for leaf in leaves)
        return _held(found, condition.least, condition.most) | _absent(can_be_absent)

    def _by_value(self, condition: Condition) -> Outcomes:
        found = next((leaf for leaf in self._set.leaves if leaf.code in condition.of[:1]), None)
        if found is None:
            return ANY
        held = _held(value_bounds(found), condition.least, condition.most)
        return held | _absent(found.may_not_apply)

    def _some(self, condition: Condition) -> Outcomes:
        # How many of the conditions can hold, and how many apply, one condition after the other.
        counts = {(0, 0)}
        for code in condition.of:
            counts = {_counted(pair, held) for pair in counts for held in self.outcomes(code)}
        return frozenset(held >= min(condition.count, known) if known else None for held, known in counts)

    def _class(self, condition: Condition) -> Outcomes:
        wanted = self._classes.get(next(iter(condition.of), ""))
        return ANY if wanted is None else self.class_outcomes(wanted)


_LOOKS: Mapping[ConditionKind, Callable[[Possible, Condition], Outcomes]] = {
    ConditionKind.ASKED: Possible._asked,
    ConditionKind.POINTS: Possible._by_points,
    ConditionKind.VALUE: Possible._by_value,
    ConditionKind.SOME: Possible._some,
    ConditionKind.CLASS: Possible._class,
}


def _counted(pair: tuple[int, int], held: bool | None) -> tuple[int, int]:
    return pair if held is None else (pair[0] + held, pair[1] + 1)


def _held(found: Bounds, least: Decimal | None, most: Decimal | None) -> Outcomes:
    if found.never(least, most):
        return frozenset((False,))
    return frozenset((True,)) if found.always(least, most) else _BOTH


def _absent(can_be: bool) -> Outcomes:
    return frozenset((None,)) if can_be else frozenset()
