"""Tags in the sentences of a report: `{period}`, `{outreach.people[audience=worker]}`, `{change(outreach.sessions)}`.

Between the braces stands a word about the report, or the name of a measure as returns write it. A word before it says
over which days it is asked; alone it is the period.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

# What a report says of itself.
ABOUT = ("period", "days", "agency", "unit", "plan", "source", "year", "receiver")
_TAG = re.compile(r"\{(?:(?P<how>[a-z_]+)\()?(?P<name>[^{}()]+?)\)?\}")


class How(StrEnum):
    """Over which days a measure is asked, or that it is compared with the same period of the year before."""

    PERIOD = ""
    YEAR = "since_year_start"
    CHANGE = "change"


@dataclass(frozen=True)
class Tag:
    """A tag that asks a measure: how, and the measure's name with its filters as it is written."""

    how: How
    name: str


def measures_in(text: str) -> tuple[Tag, ...]:
    """Return the tags of a text that ask measures, in order; raises ValueError for an unknown word before a name."""
    return tuple(_tag(match) for match in _TAG.finditer(text) if match["name"] not in ABOUT)


def words_in(text: str) -> tuple[str, ...]:
    """Return what a text says of the report itself, in order."""
    return tuple(match["name"] for match in _TAG.finditer(text) if match["name"] in ABOUT)


def replaced(text: str, about: Callable[[str], str], figure: Callable[[Tag], str]) -> str:
    """Return a text with every tag replaced; spaces that an empty answer leaves behind go too."""

    def said(match: re.Match[str]) -> str:
        return about(match["name"]) if match["name"] in ABOUT else figure(_tag(match))

    return " ".join(_TAG.sub(said, text).split())


def all_measures(texts: Iterable[str]) -> tuple[Tag, ...]:
    """Return the tags of several texts that ask measures, each once."""
    return tuple(dict.fromkeys(tag for text in texts for tag in measures_in(text)))


def _tag(match: re.Match[str]) -> Tag:
    return Tag(How(match["how"] or ""), match["name"].strip())
