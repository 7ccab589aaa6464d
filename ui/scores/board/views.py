"""What the cells of the groups show: points or differences, and how warm they are. No Qt."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from db.rules.formats import Value, number_text, percent_text
from db.rules.scoring.points import rounded
from db.rules.scoring.results import Sum
from db.rules.scoring.rule_sets import CriterionGroup
from ui.common.borders import WHY
from ui.scores.board import texts

GROUP, HEAT = "group:", "/heat"
_HUNDRED = Decimal(100)
# Shares of the most, in per cent, from which a cell is warmer.
_STEPS = (Decimal(50), Decimal(70), Decimal(85), Decimal(95))
_FAR = Decimal(20)


class View(StrEnum):
    """Which numbers stand under the groups."""

    APPRAISED = "appraised"
    SELF = "self"
    DIFFERENCE = "difference"
    BEFORE = "before"

    @property
    def is_difference(self) -> bool:
        return self in (View.DIFFERENCE, View.BEFORE)


class Heat(StrEnum):
    """How much of the most was given, from the least up; of differences the outer ones are far and the inner near."""

    LOWEST = "lowest"
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"
    HIGHEST = "highest"


def heat_of_share(percent: Decimal) -> Heat:
    return tuple(Heat)[sum(percent >= step for step in _STEPS)]


def heat_of_difference(points: Decimal, most: Decimal) -> Heat | None:
    """Return nothing for no difference."""
    if not points or not most:
        return None
    is_far = abs(points) * _HUNDRED / most >= _FAR
    if points < 0:
        return Heat.LOWEST if is_far else Heat.LOW
    return Heat.HIGHEST if is_far else Heat.HIGH


def group_cells(
    view: View,
    groups: Sequence[CriterionGroup],
    sums: Mapping[str, Mapping[str, Sum]],
    before: Mapping[str, Decimal],
) -> dict[str, Value]:
    """Return the cells of one commune: each with its number, its heat and what it is told with."""
    cells: dict[str, Value] = {}
    for group in groups:
        own, appraised = (sums.get(column, {}).get(group.code) for column in (View.SELF, View.APPRAISED))
        cells |= _cell(view, f"{GROUP}{group.code}", own, appraised, before.get(group.code))
    return cells


def _cell(
    view: View, key: str, own: Sum | None, appraised: Sum | None, before: Decimal | None
) -> dict[str, Value]:
    if view is View.APPRAISED:
        return _points(key, appraised)
    if view is View.SELF:
        return _points(key, own)
    if view is View.BEFORE:
        return _difference(key, before, appraised, texts.THAN_BEFORE)
    return _difference(key, own.points if own else None, appraised, texts.THAN_SELF)


def _points(key: str, found: Sum | None) -> dict[str, Value]:
    if found is None or found.points is None or not found.most:
        return {key: None}
    share = found.points * _HUNDRED / found.most
    words = texts.OF_MOST.format(share=percent_text(rounded(share, 1)), most=number_text(found.most))
    return {key: found.points, key + HEAT: heat_of_share(share), key + WHY: words}


def _difference(key: str, first: Decimal | None, second: Sum | None, told: str) -> dict[str, Value]:
    if first is None or second is None or second.points is None:
        return {key: None}
    points = second.points - first
    words = told.format(first=number_text(first), second=number_text(second.points))
    return {key: points, key + HEAT: heat_of_difference(points, second.most), key + WHY: words}
