"""The sections of a plan as a tree: what lies below a heading, and what moving, indenting, adding does to the order.

A plan keeps its sections in reading order, each with a shape: a heading of a level from 1 to 5, a paragraph, or the
place of the targets. A heading holds all that follows it up to the next heading of its level or a higher one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.rules.numbering import DEEPEST_LEVEL

SHAPES = ("heading-1", "heading-2", "heading-3", "item-4", "item-5")
PARAGRAPH = "paragraph"
POSITION_STEP = 10


@dataclass(frozen=True)
class Part:
    """A section in its place: its number in the book, its shape."""

    id: int
    shape: str

    @property
    def level(self) -> int:
        """Return the level of a heading, 1 to 5; 0 for what is none."""
        return level_of(self.shape)


Parts = tuple[Part, ...]


def level_of(shape: str) -> int:
    """Return the level of a shape, 1 to 5; 0 for a paragraph and for the place of the targets."""
    return SHAPES.index(shape) + 1 if shape in SHAPES else 0


def shape_of(level: int) -> str:
    """Return the shape of a heading of a level from 1 to 5."""
    return SHAPES[level - 1]


def end_of(parts: Sequence[Part], at: int) -> int:
    """Return the place after the last part that lies below the one at `at`."""
    level = parts[at].level
    end = at + 1
    while level and end < len(parts) and (not parts[end].level or parts[end].level > level):
        end += 1
    return end


def after_new(parts: Sequence[Part], at: int, shape: str) -> int:
    """Return where a new part of a shape goes that comes after the one at `at`.

    A heading that could not lie below it comes after all that does.
    """
    level = level_of(shape)
    return end_of(parts, at) if 0 < level <= parts[at].level else at + 1


def stepped(parts: Parts, at: int, steps: int) -> Parts:
    """Move a part with what lies below it past the sibling above (-1) or below (1); at an end nothing changes.

    A paragraph goes past one part, so that it can come under another heading.
    """
    end = end_of(parts, at)
    if steps > 0:
        return _carried(parts, at, end, end_of(parts, end)) if _is_sibling(parts, at, end) else parts
    before = _sibling_before(parts, at)
    return parts if before is None else _carried(parts, at, end, before)


def shifted(parts: Parts, at: int, steps: int) -> Parts:
    """Put a heading with what lies below it one level up (-1) or under the sibling above it (1), where that can be."""
    level = parts[at].level
    wanted = _level_inside(parts, at) if steps > 0 else _level_outside(parts, at)
    return _with_level(parts, at, wanted) if level and wanted else parts


def put_before(parts: Parts, at: int, place: int) -> Parts:
    """Put a part with what lies below it before the one at `place` (the length: at the end).

    A heading keeps its level where it can: it is never deeper than below the part above it, and never takes what
    follows it under itself. Inside itself, or where it would be too deep, nothing changes.
    """
    if at <= place <= end_of(parts, at):
        return parts
    if not parts[at].level:
        return _carried(parts, at, at + 1, place)
    return _carried_to_level(parts, at, place, _level_between(parts, at, place))


def put_after(parts: Parts, at: int, other: int) -> Parts:
    """Put a part that has nothing below it after another, as `after_new` says; it keeps its level."""
    return _carried(parts, at, at + 1, after_new(parts, other, parts[at].shape))


def put_under(parts: Parts, at: int, heading: int) -> Parts:
    """Put a part with what lies below it under a heading: a heading as its last, a paragraph as its first."""
    if at <= heading < end_of(parts, at) or not parts[heading].level:
        return parts
    if not parts[at].level:
        return put_before(parts, at, heading + 1)
    end = end_of(parts, heading)
    level = _first_level(parts[heading + 1 : end]) or parts[heading].level + 1
    return _carried_to_level(parts, at, end, level)


def spread(positions: Sequence[int], start: int, stop: int) -> dict[int, int]:
    """Return new positions, by place, so that all rise, where only those from `start` to `stop` (not counted) are out.

    As few neighbours as possible change with them: every change is a line of the log.
    """
    low, high = start, stop
    while low > 0 and high < len(positions) and positions[high] - positions[low - 1] <= high - low:
        low, high = low - 1, high + 1
    count = high - low
    if low and high < len(positions):
        room = positions[high] - positions[low - 1]
        wanted = [positions[low - 1] + room * number // (count + 1) for number in range(1, count + 1)]
    elif high < len(positions):
        wanted = [positions[high] - POSITION_STEP * (count - number) for number in range(count)]
    else:
        last = positions[low - 1] if low else 0
        wanted = [last + POSITION_STEP * number for number in range(1, count + 1)]
    return dict(zip(range(low, high), wanted, strict=True))


def _carried(parts: Parts, at: int, end: int, place: int) -> Parts:
    """Put the parts from `at` to `end` (not counted) before the one at `place`, which lies outside them."""
    if place <= at:
        return (*parts[:place], *parts[at:end], *parts[place:at], *parts[end:])
    return (*parts[:at], *parts[end:place], *parts[at:end], *parts[place:])


def _carried_to_level(parts: Parts, at: int, place: int, level: int) -> Parts:
    levelled = _with_level(parts, at, level)
    fits = levelled[at].level == level
    return _carried(levelled, at, end_of(parts, at), place) if fits else parts


def _level_between(parts: Parts, at: int, place: int) -> int:
    outside = [*parts[:at], *parts[end_of(parts, at) : place]] if place > at else parts[:place]
    above = [part.level for part in outside if part.level]
    deepest = above[-1] + 1 if above else 1
    following = parts[place].level if place < len(parts) else 0
    return max(min(parts[at].level, deepest), following, 1)


def _first_level(parts: Parts) -> int:
    return next((part.level for part in parts if part.level), 0)


def _is_sibling(parts: Parts, at: int, other: int) -> bool:
    return other < len(parts) and (not parts[at].level or parts[other].level == parts[at].level)


def _sibling_before(parts: Parts, at: int) -> int | None:
    level = parts[at].level
    place = at - 1
    while level and place >= 0 and (not parts[place].level or parts[place].level > level):
        place -= 1
    return place if place >= 0 and _is_sibling(parts, at, place) else None


def _level_inside(parts: Parts, at: int) -> int:
    before = _sibling_before(parts, at)
    if before is None:
        return 0
    return _first_level(parts[before + 1 : at]) or parts[at].level + 1


def _level_outside(parts: Parts, at: int) -> int:
    above = [part.level for part in parts[:at] if 0 < part.level < parts[at].level]
    return above[-1] if above else parts[at].level - 1


def _with_level(parts: Parts, at: int, level: int) -> Parts:
    """Give a heading another level and what lies below it the same way down; where that is too deep, nothing."""
    end = end_of(parts, at)
    steps = level - parts[at].level
    levels = [part.level + steps for part in parts[at:end] if part.level]
    if not levels or max(levels) > DEEPEST_LEVEL:
        return parts
    moved = [
        replace(part, shape=shape_of(part.level + steps)) if part.level else part for part in parts[at:end]
    ]
    return (*parts[:at], *moved, *parts[end:])
