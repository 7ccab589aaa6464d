"""What is said of every piece of content: title, citation, validity, the levels of government that it knows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.levels import KnownLevels
from db.rules.text import cleaned

LONGEST_CODE, LONGEST_TITLE, LONGEST_HEAD = 50, 1000, 250


class Headed(Protocol):
    """A document with its head. It holds from `valid_from` to `valid_to`, both counted; no end is open."""

    @property
    def title(self) -> str: ...

    @property
    def citation(self) -> str: ...

    @property
    def valid_from(self) -> date: ...

    @property
    def valid_to(self) -> date | None: ...


def head_findings(document: Headed) -> Iterator[Finding]:
    """Return what is wrong with the head of a document."""
    yield from text_findings(document.title, "title", LONGEST_HEAD)
    yield from text_findings(document.citation, "citation", LONGEST_HEAD)
    if document.valid_to is not None and document.valid_to < document.valid_from:
        facts = {"begins": day_text(document.valid_from)}
        yield Finding("ends_before_begins", "valid_to", day_text(document.valid_to), facts)


def unkept_findings(document: Headed, code: str) -> list[Finding]:
    """Return what a book cannot keep of a head and a code."""
    found = [] if code.strip() else [Finding("required", "code")]
    for place, text, most in (
        ("code", code, LONGEST_CODE),
        ("title", document.title, LONGEST_HEAD),
        ("citation", document.citation, LONGEST_HEAD),
    ):
        if len(text) > most:
            found.append(Finding("too_long", place, text, {"most": str(most)}))
    return found


def text_findings(text: str, place: str, most: int) -> Iterator[Finding]:
    """Return what is wrong with a code or a title; a line of its own has no breaks."""
    if not text.strip():
        yield Finding("required", place)
    elif len(text) > most:
        yield Finding("too_long", place, text, {"most": str(most)})
    elif cleaned(text) != text:
        yield Finding("text_not_clean", place, cleaned(text))


def twice_findings(named: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Return the codes that stand in two places, told by place and code."""
    first: dict[str, str] = {}
    for place, code in named:
        if code in first and code.strip():
            yield Finding("code_twice", place, code, {"other": first[code]})
        first.setdefault(code, place)


def known_levels_findings(levels: Sequence[KnownLevels]) -> Iterator[Finding]:
    """Return what is wrong with the times from when to when levels are known."""
    for at, known in enumerate(levels, start=1):
        place = f"levels.{at}"
        if known.first and known.last and known.last < known.first:
            begins = {"begins": day_text(known.first)}
            yield Finding("ends_before_begins", place, day_text(known.last), begins)
        if any(_overlap(known, other) for other in levels[: at - 1]):
            yield Finding("levels_overlap", place, _times(known))


def _overlap(one: KnownLevels, other: KnownLevels) -> bool:
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
        one.last or date.max
    )


def _times(known: KnownLevels) -> str:
    first, last = (day_text(day) if day else "…" for day in (known.first, known.last))
    return f"{first} – {last}"
