"""What is new in each version, read from the text of CHANGELOG.md; which of it somebody has not been told yet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.rules.text import cleaned, folded

# The form of Keep a Changelog, and what people make of it: no brackets, a `v`, a colon, another dash.
_RELEASE = re.compile(
    r"##(?!#)\s*\[?v?(?P<version>\d[\w.+-]*)\]?(?P<more>\s*(?:[-–—:(\[].*)?)", re.IGNORECASE
)
_OTHER_HEAD = re.compile(r"#{1,2}(?!#)")
_SECTION = re.compile(r"#{3,6}\s*(?P<title>.*?)\s*#*")
_ITEM = re.compile(r"\s*[-*+]\s+(?P<words>.*)")
_LINK = re.compile(r"\s*\[[^\]]+\]:\s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_VERSION = re.compile(r"v?(?P<numbers>\d{1,6}(?:\.\d{1,6}){0,5})(?!\d)(?P<more>.*)", re.IGNORECASE)
# What stands behind the numbers of a version that comes before the one without it.
_EARLIER = re.compile(r"[.\-_]?(a|b|c|rc|alpha|beta|dev|pre)", re.IGNORECASE)

Key = tuple[tuple[int, ...], bool]


@dataclass(frozen=True)
class Section:
    """A part of a release (`Kế hoạch`, `Đã sửa`), and a line for each thing that is new; the title may be missing."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Release:
    """A version, the day on which it came out where the text says it, and what is new in it."""

    version: str
    day: date | None
    sections: tuple[Section, ...] = ()


def read_releases(text: str) -> tuple[Release, ...]:
    """Return the releases of a text, in its order; what is not released yet and what stands outside is left out."""
    found: list[Release] = []
    is_inside = False
    for line in text.lstrip("\ufeff").splitlines():
        head = _RELEASE.fullmatch(line)
        if head is not None:
            found.append(Release(head["version"].rstrip(".+-"), _day_in(head["more"])))
            is_inside = True
        elif _OTHER_HEAD.match(line):
            is_inside = False
        elif is_inside:
            found[-1] = replace(found[-1], sections=_with_line(found[-1].sections, line))
    return tuple(found)


def version_key(version: str) -> Key | None:
    """Return what versions are compared by: 1.2 is 1.2.0 and comes after 1.2rc1; none for what is no version."""
    found = _VERSION.fullmatch(version.strip())
    if found is None:
        return None
    numbers = [int(number) for number in found["numbers"].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers), _EARLIER.match(found["more"]) is None


def untold(releases: Sequence[Release], told: str, running: str) -> tuple[Release, ...]:
    """Return the releases after the one that was told last, up to the running one, the newest first.

    Whoever was told none (or something unreadable) is told all of them.
    """
    upto = version_key(running)
    if upto is None:
        return ()
    after = version_key(told)
    keyed = [(key, release) for release in releases if (key := version_key(release.version)) is not None]
    wanted = [pair for pair in keyed if pair[0] <= upto and (after is None or pair[0] > after)]
    return tuple(release for _, release in sorted(wanted, key=lambda pair: pair[0], reverse=True))


def is_later(version: str, other: str) -> bool:
    """Tell whether a version comes after another one; everything comes after what is no version."""
    key, than = version_key(version), version_key(other)
    return key is not None and (than is None or key > than)


def narrowed(releases: Sequence[Release], words: str) -> tuple[Release, ...]:
    """Return only the lines that hold some words, typed with tone marks or without, under their heads.

    A part whose title holds the words is kept whole.
    """
    wanted = folded(words)
    found = (replace(release, sections=tuple(_narrowed(release.sections, wanted))) for release in releases)
    return tuple(release for release in found if release.sections)


def _narrowed(sections: Sequence[Section], wanted: str) -> Iterator[Section]:
    for section in sections:
        is_named = wanted in folded(section.title)
        lines = tuple(line for line in section.lines if is_named or wanted in folded(line))
        if lines:
            yield replace(section, lines=lines)


def _with_line(sections: Sequence[Section], line: str) -> tuple[Section, ...]:
    head = _SECTION.fullmatch(line)
    if head is not None:
        return (*sections, Section(cleaned(head["title"])))
    if not line.strip() or _LINK.match(line):
        return tuple(sections)
    *before, last = sections or (Section(""),)
    return (*before, replace(last, lines=_with_words(last.lines, line)))


def _with_words(lines: Sequence[str], line: str) -> tuple[str, ...]:
    item = _ITEM.fullmatch(line)
    if item is not None or not lines:
        return (*lines, cleaned(item["words"] if item is not None else line))
    # A line that begins no item goes on with the one before.
    return (*lines[:-1], f"{lines[-1]} {cleaned(line)}")


def _day_in(text: str) -> date | None:
    found = _DAY.search(text)
    try:
        return date.fromisoformat(found[0]) if found is not None else None
    except ValueError:
        return None
