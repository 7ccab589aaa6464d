"""Tags in the sentences of a report: `{period}`, `{outreach.people[audience=worker]}`, `{change(outreach.sessions)}`.

Between the braces stands a word about the report, or a measure as tags of workbooks write it: its name with filters,
and behind an `@` over which days it is asked (`{outreach.sessions@since_year_start}`); without one it is the period.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from db.rules.returns.forms import Over

# What a report says of itself.
ABOUT = ("period", "days", "agency", "unit", "plan", "source", "year", "receiver")
_TAG = re.compile(r"\{([^{}]+)\}")
_CHANGE = re.compile(r"change\((.*)\)")


@dataclass(frozen=True)
class Tag:
    """A tag that asks a measure by its name, over which days, and whether it tells the change to the year before."""

    name: str
    over: Over = Over.PERIOD
    change: bool = False

    @property
    def text(self) -> str:
        """Return what stands between the braces."""
        inside = self.name if self.over is Over.PERIOD else f"{self.name}@{self.over}"
        return f"change({inside})" if self.change else inside


def measures_in(text: str) -> tuple[Tag, ...]:
    """Return the tags of a text that ask measures, in order.

    Raises ValueError for days that are none, and for a change of the year before.
    """
    return tuple(_tag(inside) for inside in _TAG.findall(text) if inside not in ABOUT)


def words_in(text: str) -> tuple[str, ...]:
    """Return what a text says of the report itself, in order."""
    return tuple(inside for inside in _TAG.findall(text) if inside in ABOUT)


def replaced(text: str, about: Callable[[str], str], figure: Callable[[Tag], str]) -> str:
    """Return a text with every tag replaced; spaces that an empty answer leaves behind go too."""

    def said(match: re.Match[str]) -> str:
        return about(match[1]) if match[1] in ABOUT else figure(_tag(match[1]))

    return " ".join(_TAG.sub(said, text).split())


def all_measures(texts: Iterable[str]) -> tuple[Tag, ...]:
    """Return the tags of several texts that ask measures, each once."""
    return tuple(dict.fromkeys(tag for text in texts for tag in measures_in(text)))


def _tag(inside: str) -> Tag:
    change = _CHANGE.fullmatch(inside.strip())
    name, mark, days = (change[1] if change else inside).partition("@")
    over = Over(days.strip()) if mark else Over.PERIOD
    if change and over.is_earlier:
        raise ValueError(f"{inside}: {over} has no year before")
    return Tag(name.strip(), over, change is not None)
