"""What a rule set says: groups, criteria and items with their scales, conditions, classes, days on which steps are due.

A rule set is data with its validity and citation (`catalogues/rule_sets`); a sheet keeps the one it was scored under.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from db.rules.levels import KnownLevels


class AnswerKind(StrEnum):
    """How a criterion is answered and its points are found.

    HAND gives the points themselves. CHOICE and YES_NO choose. SHARE is a part of a whole in per cent, PER_POPULATION a
    number for so many inhabitants, BANDS a number: each by bands, a share also in proportion. DEDUCTION takes points
    away for each occurrence.
    """

    HAND = "hand"
    CHOICE = "choice"
    YES_NO = "yes_no"
    SHARE = "share"
    PER_POPULATION = "per_population"
    BANDS = "bands"
    DEDUCTION = "deduction"


@dataclass(frozen=True)
class Option:
    """One answer to choose from, and its points."""

    code: str
    title: str
    points: Decimal


@dataclass(frozen=True)
class Band:
    """Numbers from `first`, itself counted, to `last` (counted) or up to `below` (not counted), and their points.

    Without an end it goes on for ever.
    """

    first: Decimal
    points: Decimal
    last: Decimal | None = None
    below: Decimal | None = None

    def holds(self, number: Decimal) -> bool:
        """Return whether a number lies in the band."""
        return (
            number >= self.first
            and (self.last is None or number <= self.last)
            and (self.below is None or number < self.below)
        )


@dataclass(frozen=True)
class Scale:
    """How the answer to a criterion becomes points.

    `bands` serve SHARE (per cent), PER_POPULATION (for `per` inhabitants) and BANDS. A share without bands is worth its
    part of the most, all of it from `full` per cent on. A DEDUCTION takes `each` from the most, down to `floor`. `yes`
    and `no` are the points of YES_NO. `measure` proposes the answer (of a share with `whole_measure`, or both from a
    ratio); for YES_NO from `yes_from` on. `counts` says that only whole numbers are answers.
    """

    kind: AnswerKind = AnswerKind.HAND
    options: tuple[Option, ...] = ()
    bands: tuple[Band, ...] = ()
    full: Decimal = Decimal(100)
    each: Decimal = Decimal(0)
    floor: Decimal = Decimal(0)
    per: Decimal = Decimal(1000)
    yes: Decimal = Decimal(0)
    no: Decimal = Decimal(0)
    measure: str = ""
    whole_measure: str = ""
    yes_from: Decimal = Decimal(1)
    counts: bool = False


@dataclass(frozen=True)
class Criterion:
    """A criterion, or an item of one, and the most points it can give. One with items is worth what they are.

    `guide` tells how it is scored and what proves it. Where it `may_not_apply`, its points may leave the total.
    """

    code: str
    title: str
    most: Decimal
    scale: Scale = Scale()
    guide: str = ""
    may_not_apply: bool = False
    items: tuple["Criterion", ...] = ()

    @property
    def least(self) -> Decimal:
        """Return the fewest points it can give; below 0 only where points are taken away beyond the most."""
        return min(self.scale.floor, Decimal(0)) if self.scale.kind is AnswerKind.DEDUCTION else Decimal(0)

    @property
    def leaves(self) -> tuple["Criterion", ...]:
        """Return what is scored: the items, or the criterion itself where it has none."""
        return tuple(leaf for item in self.items for leaf in item.leaves) or (self,)


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

    @cached_property
    def leaves(self) -> tuple[Criterion, ...]:
        """Return what is scored in the group, in the order of the sheet."""
        return tuple(leaf for criterion in self.criteria for leaf in criterion.leaves)


class ConditionKind(StrEnum):
    """What a condition asks.

    ASKED is answered yes or no on the sheet. POINTS looks at the points of a group, a criterion or the total, VALUE at
    the number answered for a criterion (a share in per cent), SOME at other conditions, CLASS at whether what another
    class wants is met.
    """

    ASKED = "asked"
    POINTS = "points"
    VALUE = "value"
    SOME = "some"
    CLASS = "class"


@dataclass(frozen=True)
class Condition:
    """A condition of a class, or one that fails a sheet (điều kiện liệt).

    `of` names what it looks at (of POINTS, nothing is the total). `least` and `most` are both counted, in per cent
    of the most that applies where `in_percent`. SOME holds when at least `count` of the conditions do. ASKED is
    proposed by a `measure`: yes from `yes_from` on.
    """

    code: str
    title: str
    kind: ConditionKind
    of: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    in_percent: bool = False
    count: int = 1
    measure: str = ""
    yes_from: Decimal = Decimal(1)

    @cached_property
    def criterion(self) -> Criterion:
        """Return what is answered on the sheet for an asked condition; it has no points."""
        scale = Scale(AnswerKind.YES_NO, measure=self.measure, yes_from=self.yes_from)
        return Criterion(self.code, self.title, Decimal(0), scale)


@dataclass(frozen=True)
class Failing:
    """A condition that, where it holds, leaves a sheet no better class than this one."""

    condition: str
    class_code: str


@dataclass(frozen=True)
class ScoreClass:
    """A class: the least points for it (counted), the conditions it needs, all of them, the least points by group."""

    code: str
    title: str
    least: Decimal | None = None
    needs: tuple[str, ...] = ()
    floors: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class DueDay:
    """The last day (counted) of a step of the chain: a day of the scored year, or of one so many years later."""

    month: int
    day: int
    years_later: int = 0

    def in_year(self, year: int) -> date:
        """Return the day for the scored year; raises ValueError for 29/2 of a year without one: no sound set has it."""
        return date(year + self.years_later, self.month, self.day)


@dataclass(frozen=True)
class RuleSet:
    """A whole rule set. Classes stand from the best down; points are given with so many `decimals` (0 to 3).

    Where a criterion does not apply the total is scaled up to the whole, or, if not `scaled`, left without its points.
    """

    groups: tuple[CriterionGroup, ...]
    classes: tuple[ScoreClass, ...]
    levels: tuple[KnownLevels, ...] = ()
    conditions: tuple[Condition, ...] = ()
    failing: tuple[Failing, ...] = ()
    scaled: bool = False
    decimals: int = 3
    due: Mapping[str, DueDay] = field(default_factory=dict)

    @property
    def most(self) -> Decimal:
        """Return the most points of the set."""
        return sum((group.most for group in self.groups), Decimal(0))

    @cached_property
    def leaves(self) -> tuple[Criterion, ...]:
        """Return the criteria and items that give points, in the order of the sheet."""
        return tuple(leaf for group in self.groups for leaf in group.leaves)

    @cached_property
    def asked(self) -> tuple[Criterion, ...]:
        """Return all that is answered on a sheet: what gives points, then the asked conditions."""
        kinds = (ConditionKind.ASKED,)
        return (*self.leaves, *(item.criterion for item in self.conditions if item.kind in kinds))

    def criterion(self, code: str) -> Criterion:
        """Return what is answered under a code; raises KeyError."""
        return self._asked_by_code[code]

    def class_title(self, code: str | None) -> str:
        """Return the name of a class; none is an empty text."""
        return self._class_titles.get(code or "", "")

    def rank(self, code: str | None) -> int:
        """Return the place of a class from the best, which is 0; one after the last for none."""
        codes = [item.code for item in self.classes]
        return codes.index(code) if code in codes else len(codes)

    @cached_property
    def _asked_by_code(self) -> Mapping[str, Criterion]:
        return {criterion.code: criterion for criterion in self.asked}

    @cached_property
    def _class_titles(self) -> Mapping[str, str]:
        return {item.code: item.title for item in self.classes}

    @cached_property
    def leaves_under(self) -> Mapping[str, tuple[Criterion, ...]]:
        """Return what is scored under each group, criterion and item, by code; under the empty code all."""
        found: dict[str, tuple[Criterion, ...]] = {"": self.leaves}
        for group in self.groups:
            found[group.code] = group.leaves
            found.update((item.code, item.leaves) for item in _every(group.criteria))
        return found

    @cached_property
    def condition_by_code(self) -> Mapping[str, Condition]:
        """Return the conditions by code."""
        return {condition.code: condition for condition in self.conditions}


def _every(criteria: tuple[Criterion, ...]) -> Iterator[Criterion]:
    for criterion in criteria:
        yield criterion
        yield from _every(criterion.items)
