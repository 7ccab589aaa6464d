"""What changed between two texts of a plan: part by part, each with the place by which an amendment calls it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from db.rules.numbering import DEEPEST_LEVEL, Scheme, labels
from db.rules.plan_paper import Change, Section

PartKind = Literal["field", "section", "target", "task"]
Act = Literal["added", "removed", "changed", "moved"]

# How a heading of each level is called in a document that changes it.
_LEVEL_WORDS = ("mục", "khoản", "điểm", "gạch đầu dòng thứ", "dấu cộng thứ")
_LABELLED = 3
_PARAGRAPH, _TARGETS_PLACE, _ANNEX_PLACE = "đoạn thứ {count}", "phần in chỉ tiêu", "phụ lục"
_LISTED: Mapping[PartKind, str] = {"target": "Chỉ tiêu {at}", "task": "Nhiệm vụ {at}"}
_MOVED_TO = "Chuyển đến vị trí: {place}"


@dataclass(frozen=True)
class PlanPart:
    """A section, target or task: its record's number, its text in one or several lines, the place where it stands.

    `rank` is a section's shape; a heading that becomes one of another level has moved.
    """

    key: int
    text: str
    place: str
    rank: str = ""


@dataclass(frozen=True)
class PlanText:
    """All that is said in a plan. `fields` are the lines of each of its own fields, by the field's printed name."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[PlanPart, ...] = ()
    targets: tuple[PlanPart, ...] = ()
    tasks: tuple[PlanPart, ...] = ()


@dataclass(frozen=True)
class PlanChange:
    """One change: of what kind of part, what happened to it, where it stood (an added part: stands), old and new."""

    kind: PartKind
    act: Act
    place: str
    old: str = ""
    new: str = ""


def changes_between(before: PlanText, after: PlanText) -> tuple[PlanChange, ...]:
    """Return every change from one text of a plan to the next: fields, sections, targets, tasks, each in its order.

    A part that only stands at another number because others came or went has not moved.
    """
    return (
        *_fields(before.fields, after.fields),
        *_parts("section", before.sections, after.sections),
        *_parts("target", before.targets, after.targets),
        *_parts("task", before.tasks, after.tasks),
    )


def paper_changes(changes: Iterable[PlanChange]) -> tuple[Change, ...]:
    """Return the changes as an amendment prints them; a part that moved names its new place."""
    return tuple(Change(change.place, change.old, change.new) for change in changes)


def section_places(sections: Iterable[Section], scheme: Scheme) -> tuple[str, ...]:
    """Return how each section is called in another document: `Điểm a khoản 2 mục III`, `Đoạn thứ 1 khoản 2 mục III`."""
    listed = tuple(sections)
    numbers = iter(labels((section.level for section in listed if section.kind == "heading"), scheme))
    path: list[str] = [""] * DEEPEST_LEVEL
    counts = [0] * (DEEPEST_LEVEL + 1)
    return tuple(_capital(" ".join(_steps(section, numbers, path, counts))) for section in listed)


def listed_place(kind: PartKind, at: int) -> str:
    """Return how the target or task at a place of its list (from 1) is called."""
    return _LISTED[kind].format(at=at)


def _steps(section: Section, numbers: Iterator[str], path: list[str], counts: list[int]) -> Iterator[str]:
    if section.kind == "heading":
        _enter(section.level, next(numbers), path, counts)
    elif section.kind == "targets":
        yield _TARGETS_PLACE
    elif section.kind == "annex":
        yield _ANNEX_PLACE
        return
    else:
        counts[-1] += 1
        yield _PARAGRAPH.format(count=counts[-1])
    yield from (step for step in reversed(path) if step)


def _enter(level: int, label: str, path: list[str], counts: list[int]) -> None:
    counts[level - 1] += 1
    counts[level:] = [0] * (len(counts) - level)
    number = label.rstrip(".)") if level <= _LABELLED else str(counts[level - 1])
    path[level - 1] = f"{_LEVEL_WORDS[level - 1]} {number}"
    path[level:] = [""] * (DEEPEST_LEVEL - level)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _fields(
    before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]
) -> Iterator[PlanChange]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, ()), after.get(name, ())
        gone = "\n".join(line for line in old if line not in new)
        come = "\n".join(line for line in new if line not in old)
        if gone or come:
            yield PlanChange("field", _act(gone, come), name, gone, come)
        elif old != new:
            yield PlanChange("field", "moved", name, "\n".join(old), "\n".join(new))


def _act(old: str, new: str) -> Act:
    if not old:
        return "added"
    return "changed" if new else "removed"


def _parts(kind: PartKind, before: tuple[PlanPart, ...], after: tuple[PlanPart, ...]) -> Iterator[PlanChange]:
    then = {part.key: part for part in before}
    now = {part.key: part for part in after}
    stayed = _unmoved([part.key for part in before if part.key in now], [part.key for part in after])
    for part in before:
        if part.key not in now:
            yield PlanChange(kind, "removed", part.place, part.text)
    for part in after:
        old = then.get(part.key)
        if old is None:
            yield PlanChange(kind, "added", part.place, "", part.text)
        else:
            yield from _kept_part(kind, old, part, is_moved=part.key not in stayed)


def _kept_part(kind: PartKind, old: PlanPart, new: PlanPart, *, is_moved: bool) -> Iterator[PlanChange]:
    if old.text != new.text:
        yield PlanChange(kind, "changed", old.place, old.text, new.text)
    if (is_moved or old.rank != new.rank) and old.place != new.place:
        yield PlanChange(kind, "moved", old.place, new.text, _MOVED_TO.format(place=new.place))


def _unmoved(before: list[int], after: list[int]) -> frozenset[int]:
    """Return the most parts that still follow one another as before: the longest rising run of old places."""
    rank = {key: place for place, key in enumerate(before)}
    tops: list[int] = []
    chains: list[tuple[int, ...]] = []
    for key in (key for key in after if key in rank):
        at = bisect_left(tops, rank[key])
        chain = (*(chains[at - 1] if at else ()), key)
        tops[at:], chains[at:] = [rank[key], *tops[at + 1 :]], [chain, *chains[at + 1 :]]
    return frozenset(chains[-1] if chains else ())
