"""How few and how many points can be reached: of one criterion, of several together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from db.rules.scoring.rule_sets import AnswerKind, Criterion

_ZERO = Decimal(0)
_BANDED = (AnswerKind.SHARE, AnswerKind.PER_POPULATION, AnswerKind.BANDS)


@dataclass(frozen=True)
class Bounds:
    """The fewest and the most that can be, both counted; none is without an end."""

    least: Decimal | None
    most: Decimal | None

    def never(self, least: Decimal | None, most: Decimal | None) -> bool:
        """Return whether nothing in the bounds lies between two numbers, both counted."""
        over = least is not None and self.most is not None and least > self.most
        under = most is not None and self.least is not None and most < self.least
        return over or under or (least is not None and most is not None and least > most)

    def always(self, least: Decimal | None, most: Decimal | None) -> bool:
        """Return whether all in the bounds lies between two numbers, both counted."""
        from_least = least is None or (self.least is not None and least <= self.least)
        to_most = most is None or (self.most is not None and most >= self.most)
        return from_least and to_most


def points_bounds(criterion: Criterion) -> Bounds:
    """Return the bounds of the points of what is scored, where it applies."""
    scale = criterion.scale
    if scale.kind is AnswerKind.CHOICE and scale.options:
        return _of([option.points for option in scale.options])
    if scale.kind is AnswerKind.YES_NO:
        return _of([scale.yes, scale.no])
    if scale.kind in _BANDED and scale.bands:
        return _of([band.points for band in scale.bands])
    return Bounds(min(criterion.least, criterion.most), criterion.most)


def total_bounds(leaves: Sequence[Criterion], *, scaled: bool) -> Bounds:
    """Return the bounds of points added up; `scaled` says that what does not apply scales the rest up."""
    if scaled and any(leaf.may_not_apply for leaf in leaves):
        # Any part of the whole may stand for all of it: only what holds for each part is sure.
        below = any((points_bounds(leaf).least or _ZERO) < 0 for leaf in leaves)
        return Bounds(None if below else _ZERO, most_of(leaves))
    each = [_with_absence(leaf) for leaf in leaves]
    return Bounds(
        sum((item.least or _ZERO for item in each), _ZERO), sum((item.most or _ZERO for item in each), _ZERO)
    )


def percent_bounds(leaves: Sequence[Criterion]) -> Bounds:
    """Return the bounds of points in per cent of the most that applies."""
    whole, found = most_of(leaves), total_bounds(leaves, scaled=True)
    if not whole:
        return Bounds(None, None)
    least, most = (None if end is None else end * 100 / whole for end in (found.least, found.most))
    return Bounds(least, most)


def most_of(leaves: Iterable[Criterion]) -> Decimal:
    """Return the most points of some criteria, added up."""
    return sum((leaf.most for leaf in leaves), _ZERO)


def value_bounds(criterion: Criterion) -> Bounds:
    """Return the bounds of the number that is answered for a criterion, a share in per cent."""
    if criterion.scale.kind is AnswerKind.SHARE:
        return Bounds(_ZERO, Decimal(100))
    if criterion.scale.kind is AnswerKind.HAND:
        return Bounds(_ZERO, criterion.most)
    return Bounds(_ZERO, None)


def _with_absence(leaf: Criterion) -> Bounds:
    found = points_bounds(leaf)
    return _of([found.least or _ZERO, found.most or _ZERO, _ZERO]) if leaf.may_not_apply else found


def _of(points: Sequence[Decimal]) -> Bounds:
    return Bounds(min(points), max(points))
