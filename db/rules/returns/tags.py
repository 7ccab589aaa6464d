"""Tags in the cells of a province's own workbook: `{{outreach.sessions@year_before}}` and what it asks for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from db.rules.findings import Unknown
from db.rules.near_names import near_names
from db.rules.returns.forms import Over
from db.rules.text import cleaned

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_HALF = re.compile(r"\{\{|\}\}")
_TOTAL = re.compile(r"total\((.*)\)")
_ENTRY = re.compile(r"each\.([a-z0-9_]+)")
# A figure that no measure knows: an officer types it while the return is filled, under whatever name.
_HAND = re.compile(r"hand\.[a-z0-9_]+")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
# A column's key is a code of the book.
_LONGEST_KEY = 50
_SHORT = {
    Over.PERIOD: "",
    Over.YEAR: "year",
    Over.YEAR_BEFORE: "before",
    Over.SINCE_START_BEFORE: "year_before",
}

# What stands once in a workbook: the period, the office, the return itself.
WORDS = (
    "period.label",
    "period.year",
    "period.first",
    "period.last",
    "office.name",
    "office.parent",
    "office.place",
    "office.receiver",
    "office.authority",
    "office.post",
    "office.signatory",
    "office.preparer",
    "report.unit",
    "report.code",
    "report.revision",
)
# What makes a row repeat, and what a column of it holds.
ROW_NUMBER = "row"
HOLDS = {
    ROW_NUMBER: "row_number",
    "unit.code": "unit_code",
    "unit.name": "unit_name",
    "commune.code": "unit_code",
    "commune.name": "unit_name",
    "target.text": "target_text",
    "target.unit": "target_unit",
    "target.planned": "planned",
    "target.done": "done",
    "target.share": "share_of_plan",
    "note": "note",
}
_OVER_DAYS = ("target.done", "target.share")

Refer = Callable[[str], str]


class TagKind(StrEnum):
    """What a tag stands for: words of the whole, something of a row, a row's figure, or a figure of all rows."""

    WORD = "word"
    ROW = "row"
    ENTRY = "entry"
    FIGURE = "figure"
    TOTAL = "total"


@dataclass(frozen=True)
class Tag:
    """One tag: its name (a word's, a measure's with its filters, a catalogue's), and the days that it asks over."""

    kind: TagKind
    name: str
    over: Over = Over.PERIOD

    @property
    def is_by_hand(self) -> bool:
        """Tell whether it is a figure that an officer types."""
        return self.kind in (TagKind.FIGURE, TagKind.TOTAL) and _HAND.fullmatch(self.name) is not None

    @property
    def text(self) -> str:
        """Return the tag as it is written in a cell, braces included."""
        name = f"each.{self.name}" if self.kind is TagKind.ENTRY else self.name
        inside = name if self.over is Over.PERIOD else f"{name}@{self.over}"
        return f"{{{{total({inside})}}}}" if self.kind is TagKind.TOTAL else f"{{{{{inside}}}}}"

    @property
    def key(self) -> str:
        """Return the key of the column that it fills: the same for a figure and its total."""
        held = HOLDS.get(self.name) if self.kind is TagKind.ROW and self.name not in _OVER_DAYS else None
        name = held or ("entry_title" if self.kind is TagKind.ENTRY else self.name)
        plain = _NOT_PLAIN.sub("_", f"{name} {_SHORT[self.over]}").strip("_")
        if len(plain) <= _LONGEST_KEY:
            return plain
        mark = sha256(plain.encode()).hexdigest()[:8]
        return f"{plain[: _LONGEST_KEY - len(mark) - 1]}_{mark}"


@dataclass(frozen=True)
class Untold:
    """A tag as it was written that means nothing, and names near to it; `what` is unknown: tag, filter or over."""

    text: str
    what: str
    name: str
    near: tuple[str, ...] = ()


Piece = str | Tag | Untold


def has_tag(text: str) -> bool:
    """Tell whether a text holds a tag or a part of one."""
    return _HALF.search(text) is not None


def tags_in(text: str) -> list[str]:
    """Return the tags of a text as they are written."""
    return [match[0] for match in _TAG.finditer(text)]


def without_tags(text: str) -> str:
    """Return the words of a text between and beside its tags."""
    return " ".join(_TAG.sub(" ", text).split())


def pieces(text: str, refer: Refer) -> tuple[Piece, ...]:
    """Take a cell's text apart into words and tags.

    `refer` returns the name of a measure, or of `each.` catalogue, as it is known, or raises `Unknown`.
    """
    return tuple(_pieces(text, refer))


def _pieces(text: str, refer: Refer) -> Iterator[Piece]:
    last = 0
    for match in _TAG.finditer(text):
        yield from _words(text[last : match.start()])
        yield _tag(match[0], match[1], refer)
        last = match.end()
    yield from _words(text[last:])


def _words(text: str) -> Iterator[Piece]:
    if has_tag(text):
        yield Untold(text, "half", text.strip())
    elif text:
        yield text


def _tag(written: str, inside: str, refer: Refer) -> Tag | Untold:
    try:
        return read_tag(inside, refer)
    except Unknown as unknown:
        return Untold(written, unknown.what, unknown.name, unknown.near)


def read_tag(inside: str, refer: Refer) -> Tag:
    """Read what stands between the braces; raises `Unknown` with near names."""
    text = cleaned(inside).lower()
    total = _TOTAL.fullmatch(text)
    name, over = _parted(total[1] if total else text)
    is_figure = total or not (name in WORDS or name in HOLDS or _ENTRY.fullmatch(name))
    if over is not Over.PERIOD and (_HAND.fullmatch(name) or not (is_figure or name in _OVER_DAYS)):
        raise Unknown("over", over, (name,))
    if is_figure:
        known = name if _HAND.fullmatch(name) else refer(name)
        return Tag(TagKind.TOTAL if total else TagKind.FIGURE, known, over)
    if _ENTRY.fullmatch(name):
        return Tag(TagKind.ENTRY, refer(name).partition(".")[2])
    return Tag(TagKind.WORD if name in WORDS else TagKind.ROW, name, over)


def _parted(text: str) -> tuple[str, Over]:
    name, mark, over = text.partition("@")
    known = {item.value: item for item in Over}
    if mark and over.strip() not in known:
        raise Unknown("over", over.strip(), near_names(over.strip(), known) or tuple(known))
    return name.strip(), known[over.strip()] if mark else Over.PERIOD
