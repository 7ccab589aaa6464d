"""Totals of a sheet and the class they make."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from db.rules.scoring.answers import NOT_APPLICABLE, YES, parse_answer
from db.rules.scoring.points import number_of, points_of, rounded
from db.rules.scoring.rule_sets import Condition, ConditionKind, Criterion, RuleSet, ScoreClass


@dataclass(frozen=True)
class Given:
    """What one column of a sheet has for a criterion: the answer as it is kept and its points (none: not applying)."""

    answer: str
    points: Decimal | None = None


@dataclass(frozen=True)
class Sum:
    """Points added up, nothing where none was given yet, and the most that the criteria that apply can give."""

    points: Decimal | None
    most: Decimal


@dataclass(frozen=True)
class Result:
    """One column added up.

    `points` are those of the criteria that apply, scaled where the set says so, nothing while nothing was given. The
    class stands once everything was answered. `failing` names the failing conditions that hold.
    """

    points: Decimal | None
    class_code: str | None
    complete: bool = False
    groups: Mapping[str, Sum] = field(default_factory=dict)
    most: Decimal = Decimal(0)
    failing: tuple[str, ...] = ()


Column = Mapping[str, Given]


def result(rule_set: RuleSet, answers: Mapping[str, str]) -> Result:
    """Give points to the answers of a column, as they are kept, and add them up; blank ones were not given."""
    asked = ((criterion, answers.get(criterion.code, "")) for criterion in rule_set.asked)
    column = {
        criterion.code: Given(text, points_of(criterion, text, rule_set.decimals))
        for criterion, text in asked
        if text
    }
    return added_up(rule_set, column)


def added_up(rule_set: RuleSet, column: Column) -> Result:
    """Add up a column whose points are known, and find its class."""
    groups = {group.code: _sum(group.leaves, column) for group in rule_set.groups}
    total = total_of(rule_set, groups.values())
    complete = all(criterion.code in column for criterion in rule_set.asked)
    if total.points is None or not complete:
        return Result(total.points, None, complete, groups, total.most)
    judge = Judge(rule_set, column, total.points)
    return Result(total.points, judge.class_code(), complete, groups, total.most, judge.failing)


def total_of(rule_set: RuleSet, groups: Iterable[Sum]) -> Sum:
    """Add up the groups of a column; the points are scaled where the set says so, the most are those that apply."""
    sums = tuple(groups)
    given = [group.points for group in sums if group.points is not None]
    most = sum((group.most for group in sums), Decimal(0))
    if not given:
        return Sum(None, most)
    total = sum(given, Decimal(0))
    return Sum(_scaled(rule_set, total, most) if rule_set.scaled else total, most)


class Judge:
    """What a complete column fulfils: conditions, and what each class wants."""

    def __init__(self, rule_set: RuleSet, column: Column, points: Decimal) -> None:
        self._set, self._column, self._points = rule_set, column, points
        self._under_way: set[str] = set()
        self.holds: Callable[[str], bool | None] = cache(self._holds)

    @property
    def failing(self) -> tuple[str, ...]:
        """Return the failing conditions that hold, in the order of the set."""
        return tuple(item.condition for item in self._set.failing if self.holds(item.condition))

    def class_code(self) -> str | None:
        """Return the best class whose wants are met and that no failing condition stands against."""
        reached = next((at for at, item in enumerate(self._set.classes) if self.reaches(item)), None)
        if reached is None:
            return None
        worst = [self._set.rank(item.class_code) for item in self._set.failing if self.holds(item.condition)]
        return self._set.classes[min(max([reached, *worst]), len(self._set.classes) - 1)].code

    def reaches(self, wanted: ScoreClass) -> bool:
        """Return whether points, floors and conditions of a class are met; failing conditions are not looked at."""
        return (
            (wanted.least is None or self._points >= wanted.least)
            and all(self.has_floor(code, least) for code, least in wanted.floors.items())
            and all(self.holds(code) is not False for code in wanted.needs)
        )

    def has_floor(self, code: str, least: Decimal) -> bool:
        """Return whether a group has so many points; one of which nothing applies has."""
        number = self.points_of(code)
        return number is None or number >= least

    def points_of(self, code: str) -> Decimal | None:
        """Return the points of a group as floors look at them; nothing where nothing of it applies."""
        return self._points_of((code,), in_percent=False)

    def _holds(self, code: str) -> bool | None:
        """Return whether a condition holds; None where what it looks at does not apply: it neither helps nor harms.

        A condition that leads back to itself does not hold.
        """
        if code in self._under_way:
            return False
        self._under_way.add(code)
        try:
            condition = self._set.condition_by_code[code]
            return _LOOKS[condition.kind](self, condition)
        finally:
            self._under_way.discard(code)

    def _asked(self, condition: Condition) -> bool:
        return self._column[condition.code].answer == YES

    def _by_points(self, condition: Condition) -> bool | None:
        return _within(condition, self._points_of(condition.of, condition.in_percent))

    def _by_value(self, condition: Condition) -> bool | None:
        criterion = self._set.criterion(condition.of[0])
        answer = parse_answer(criterion.scale.kind, self._column[criterion.code].answer)
        return _within(condition, number_of(criterion.scale, answer) if answer.applies else None)

    def _some(self, condition: Condition) -> bool | None:
        held = [self.holds(code) for code in condition.of]
        known = [holds for holds in held if holds is not None]
        # Of what does not apply none can be asked: "all four" of three that apply are three.
        return sum(known) >= min(condition.count, len(known)) if known else None

    def _class(self, condition: Condition) -> bool:
        wanted = next(item for item in self._set.classes if item.code == condition.of[0])
        return self.reaches(wanted)

    def _points_of(self, of: tuple[str, ...], in_percent: bool) -> Decimal | None:
        """Return the points of what is named, of the most where that is asked; nothing where nothing of it applies."""
        leaves = self._set.leaves_under[of[0] if of else ""]
        found = _sum(leaves, self._column)
        if found.points is None or (in_percent and not found.most):
            return None
        if in_percent:
            return found.points * 100 / found.most
        if not of:
            return self._points
        return _scaled_to(self._set, found, leaves) if self._set.scaled else found.points


_LOOKS: Mapping[ConditionKind, Callable[[Judge, Condition], bool | None]] = {
    ConditionKind.ASKED: Judge._asked,
    ConditionKind.POINTS: Judge._by_points,
    ConditionKind.VALUE: Judge._by_value,
    ConditionKind.SOME: Judge._some,
    ConditionKind.CLASS: Judge._class,
}


def _within(condition: Condition, number: Decimal | None) -> bool | None:
    if number is None:
        return None
    return (condition.least is None or number >= condition.least) and (
        condition.most is None or number <= condition.most
    )


def _sum(leaves: Iterable[Criterion], column: Column) -> Sum:
    """Add up what was given for some criteria; what does not apply leaves the most."""
    points: Decimal | None = None
    most = Decimal(0)
    for leaf in leaves:
        given = column.get(leaf.code)
        if given is not None and given.points is not None:
            points = given.points if points is None else points + given.points
        if given is None or given.answer != NOT_APPLICABLE:
            most += leaf.most
    return Sum(points, most)


def _scaled(rule_set: RuleSet, total: Decimal, most: Decimal) -> Decimal:
    """Return the points that a total would be of the whole set, had the rest been scored alike."""
    if not most or most == rule_set.most:
        return total
    return rounded(total * rule_set.most / most, rule_set.decimals)


def _scaled_to(rule_set: RuleSet, found: Sum, leaves: Iterable[Criterion]) -> Decimal | None:
    whole = sum((leaf.most for leaf in leaves), Decimal(0))
    if found.points is None or not found.most or found.most == whole:
        return found.points
    return rounded(found.points * whole / found.most, rule_set.decimals)
