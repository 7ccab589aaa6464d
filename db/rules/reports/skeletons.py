"""The skeleton of a narrative report as data: its parts, and sentences with the measures that fill them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.rules.levels import LEVEL_CODES, KnownLevels, read_levels
from db.rules.periods import Period
from db.rules.reports.tags import Tag, all_measures
from db.rules.units import Level

_MONTH, _FREE, _YEAR = "month", "free", "year"
_KINDS = {"": _YEAR, "H1": "half", "H2": "half", "9M": "nine_months"}


class Holds(StrEnum):
    """What a part has besides its sentences: nothing, or the table of the year's targets."""

    TEXT = "text"
    TARGETS = "targets"


@dataclass(frozen=True)
class Sentence:
    """A sentence: what it begins with and its clauses, each with tags.

    A clause whose figure was not recorded is left out and named as such. `otherwise` stands where what the sentence
    says of the report (a plan) is not there. `kinds` are the kinds of period and `units` the levels that it is for;
    none is all.
    """

    key: str
    clauses: tuple[str, ...]
    opening: str = ""
    otherwise: str = ""
    kinds: tuple[str, ...] = ()
    units: tuple[Level, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part: level 1 or 2 with its heading, or 0 without one; `title` is what it is called on screen.

    `guide` tells the officer what is his to write.
    """

    key: str
    level: int
    heading: str
    title: str
    guide: str
    holds: Holds
    sentences: tuple[Sentence, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skeleton:
    """A report: head, words, parts. `periods` calls them by their names inside a sentence.

    `measures` are the tags that ask measures, each once.
    """

    code: str
    title: str
    citation: str
    version: str
    kind: str
    symbol: str
    subject: str
    recipients: tuple[str, ...]
    periods: Mapping[str, str]
    words: Mapping[str, str]
    target_heads: Mapping[str, str]
    parts: tuple[Part, ...]
    measures: tuple[Tag, ...]
    levels: tuple[KnownLevels, ...] = ()


def parse_skeleton(code: str, version: str, body: Mapping[str, Any]) -> Skeleton:
    """Read a skeleton from its TOML; raises KeyError for what is missing or unknown, ValueError for a wrong tag."""
    parts = tuple(_part(item) for item in body["part"])
    return Skeleton(
        *(code, body["title"], body["citation"], version),
        *(body["kind"], body["symbol"], body["subject"]),
        tuple(body.get("recipients", ())),
        *(body["periods"], body["words"], body["target_heads"]),
        parts,
        measures_of(parts),
        read_levels(body),
    )


def measures_of(parts: Sequence[Part]) -> tuple[Tag, ...]:
    """Return the tags of parts that ask measures, each once."""
    return all_measures(clause for part in parts for item in part.sentences for clause in item.clauses)


def kind_of(period: Period) -> str:
    """Return the kind of a period: year, half, nine_months, quarter, month, free."""
    if period.free is not None:
        return _FREE
    part = period.label.partition("-")[2]
    return _KINDS.get(part) or ("quarter" if part.startswith("Q") else _MONTH)


def period_words(skeleton: Skeleton, period: Period, written: Mapping[str, str]) -> str:
    """Call a period inside a sentence: `quý III năm 2025`; `written` has the first and the last day of free dates."""
    if period.free is not None:
        return skeleton.periods[_FREE].format(**written)
    year, _, part = period.label.partition("-")
    pattern = skeleton.periods[part or _YEAR] if not part.isdecimal() else skeleton.periods[_MONTH]
    return pattern.format(year=year, month=int(part) if part.isdecimal() else "")


def parts_of(skeleton: Skeleton, kind: str, level: int) -> tuple[Part, ...]:
    """Return the parts of a report of a kind of period for a unit of a level, with the sentences that are for it."""
    return tuple(
        Part(
            *(part.key, part.level, part.heading, part.title, part.guide, part.holds),
            tuple(item for item in part.sentences if _is_for(item, kind, level)),
            part.kinds,
        )
        for part in skeleton.parts
        if not part.kinds or kind in part.kinds
    )


def _is_for(sentence: Sentence, kind: str, level: int) -> bool:
    return (not sentence.kinds or kind in sentence.kinds) and (not sentence.units or level in sentence.units)


def _part(body: Mapping[str, Any]) -> Part:
    heading = body.get("heading", "")
    return Part(
        *(body["key"], body.get("level", 0), heading, body.get("title", heading), body.get("guide", "")),
        Holds(body.get("holds", Holds.TEXT)),
        tuple(_sentence(item) for item in body.get("sentence", ())),
        tuple(body.get("kinds", ())),
    )


def _sentence(body: Mapping[str, Any]) -> Sentence:
    return Sentence(
        body["key"],
        tuple(body["clauses"]),
        body.get("opening", ""),
        body.get("otherwise", ""),
        tuple(body.get("kinds", ())),
        tuple(LEVEL_CODES[code] for code in body.get("units", ())),
    )
