"""The items of a review: typed texts as in a form, where they stand in the source, whether they are taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from db.rules.entries import EntryKind, RawValues, read_entry
from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Place
from db.rules.plan_reading.result import ReadWarning

# A paragraph lies below every heading.
_BELOW_ALL = 99


class Part(StrEnum):
    """What an item belongs to, in the order in which a review shows it."""

    HEAD = "head"
    SECTIONS = "sections"
    TARGETS = "targets"
    TASKS = "tasks"
    DUTIES = "duties"
    REPORTS = "reports"
    ANNEXES = "annexes"


class Whose(StrEnum):
    """For which plan an item is meant: any, only the one that was received, only the office's own."""

    ANY = "any"
    ISSUER = "issuer"
    OWN = "own"


@dataclass(frozen=True)
class ReviewItem:
    """One thing that was read, as it would be typed in the form of its kind of record.

    An item of the head holds some fields of the plan, any other item a whole record. `level` is the depth of a
    heading, 0 of all else. `doubts` are what the reader was unsure of.
    """

    part: Part
    kind: str
    raw: RawValues
    place: Place | None = None
    accepted: bool = True
    certain: bool = True
    level: int = 0
    doubts: tuple[Finding, ...] = ()
    whose: Whose = Whose.ANY

    @property
    def doubtful(self) -> bool:
        """Return whether an officer should look at the item twice."""
        return not self.certain or bool(self.doubts)

    @property
    def entry(self) -> EntryKind:
        """Return what may be typed: the kind of record, of the head only the fields that the item holds."""
        kind = ENTRY_KINDS[self.kind]
        if self.part is not Part.HEAD:
            return kind
        held = tuple(field for field in kind.fields if field.key in self.raw)
        return EntryKind(kind.name, held, tuple(pair for pair in kind.ordered if set(pair) <= set(self.raw)))

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return what keeps the item from being stored."""
        return read_entry(self.entry, self.raw, today=today).findings

    def with_text(self, key: str, text: str) -> Self:
        """Return the item with another text in a field."""
        return replace(self, raw={**self.raw, key: text})


@dataclass(frozen=True)
class Review:
    """All items in the order of the parts, and the remarks that belong to no item."""

    items: tuple[ReviewItem, ...]
    remarks: tuple[ReadWarning, ...] = ()

    def of(self, part: Part) -> tuple[ReviewItem, ...]:
        """Return the items of a part."""
        return tuple(item for item in self.items if item.part is part)

    @property
    def taken(self) -> tuple[ReviewItem, ...]:
        """Return the items that were accepted."""
        return tuple(item for item in self.items if item.accepted)


def below(items: Sequence[ReviewItem], at: int) -> range:
    """Return the places of what lies below a heading: all that follows up to the next heading as high."""
    item = items[at]
    stop = at + 1
    while item.level and stop < len(items) and _lies_below(items[stop], item):
        stop += 1
    return range(at + 1, stop)


def above(items: Sequence[ReviewItem], at: int) -> tuple[int, ...]:
    """Return the places of the headings above an item, the nearest first."""
    part, level = items[at].part, items[at].level or _BELOW_ALL
    found = []
    for place in range(at - 1, -1, -1):
        item = items[place]
        if item.part is not part or level == 1:
            break
        if item.level and item.level < level:
            found.append(place)
            level = item.level
    return tuple(found)


def with_doubts(items: Iterable[ReviewItem], warnings: Sequence[ReadWarning]) -> Review:
    """Give each warning to the item whose source lines it names, the narrowest; the rest are remarks."""
    held = list(items)
    narrowest = _narrowest(held)
    remarks = []
    for warning in warnings:
        at = narrowest.get(warning.line)
        if at is None:
            remarks.append(warning)
        else:
            held[at] = replace(held[at], doubts=(*held[at].doubts, warning.finding))
    return Review(tuple(held), tuple(remarks))


def _lies_below(item: ReviewItem, heading: ReviewItem) -> bool:
    return item.part is heading.part and (item.level == 0 or item.level > heading.level)


def _narrowest(items: Sequence[ReviewItem]) -> dict[int, int]:
    """Return for each source line the place of the item that is the narrowest there; a section comes last."""
    held: dict[int, tuple[int, bool, int]] = {}
    for at, item in enumerate(items):
        if item.place is None:
            continue
        rank = (item.place.last - item.place.first, item.part is Part.SECTIONS, at)
        for line in range(item.place.first, item.place.last + 1):
            held[line] = min(held.get(line, rank), rank)
    return {line: at for line, (*_, at) in held.items()}
