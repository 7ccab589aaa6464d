"""Automatic numbering of Word documents: which label stands before a paragraph though nobody typed it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from db.rules.numbering import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COUNTED = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_MOST = 100_000
_DEEPEST = 8


@dataclass(frozen=True)
class Level:
    """One level of a list: its format, the text of its label (`%1.%2.`) and its first number."""

    form: str
    text: str
    start: int = 1
    legal: bool = False


@dataclass
class WordList:
    """A list: its levels and how far each has counted. Lists made of one definition count on together."""

    levels: Mapping[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next_label(self, depth: int) -> str:
        """Count one further at a depth (from 0) and return the label as Word shows it; deeper levels begin anew."""
        level = self.levels.get(depth)
        if level is None:
            return ""
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in self.counts if other > depth]:
            del self.counts[deeper]
        return _bullet(level, depth) if level.form == "bullet" else self._written(depth, level)

    def _written(self, depth: int, level: Level) -> str:
        label = level.text
        for other in range(depth + 1):
            sign = f"%{other + 1}"
            if sign in label:
                above = self.levels.get(other, Level("decimal", ""))
                count = self.counts.get(other, above.start)
                label = label.replace(sign, formatted(count, "decimal" if level.legal else above.form))
        return label.strip()


class Numbering:
    """The lists of a document by the numbers that its paragraphs name."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, WordList] = {}
        if root is not None:
            abstracts = {item.get(f"{W}abstractNumId", ""): item for item in root.iter(f"{W}abstractNum")}
            links = {_value(item.find(f"{W}styleLink")): item for item in abstracts.values()}
            shared: dict[str, WordList] = {}
            for number in root.iter(f"{W}num"):
                self._add(number, abstracts, links, shared)

    def label(self, number: str, depth: int) -> str:
        """Count one further in a list and return the label; empty where there is no such list."""
        known = self._lists.get(number)
        return known.next_label(min(depth, _DEEPEST)) if known else ""

    def _add(
        self,
        number: Element,
        abstracts: Mapping[str, Element],
        links: Mapping[str, Element],
        shared: dict[str, WordList],
    ) -> None:
        name = _value(number.find(f"{W}abstractNumId"))
        abstract = abstracts.get(name)
        if abstract is None:
            return
        abstract = links.get(_value(abstract.find(f"{W}numStyleLink")) or "-", abstract)
        levels = dict(_levels(abstract))
        overrides = dict(_overrides(number, levels))
        if overrides:
            self._lists[number.get(f"{W}numId", "")] = WordList({**levels, **overrides})
        else:
            self._lists[number.get(f"{W}numId", "")] = shared.setdefault(name, WordList(levels))


def formatted(count: int, form: str) -> str:
    """Return a number in one of Word's formats; unknown formats are decimal."""
    if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count < _MOST:
        # Word doubles a letter after z: aa, bb.
        letter = chr(ord("a") + (count - 1) % 26) * min(10, (count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "vietnameseCounting" and count < len(_COUNTED):
        return _COUNTED[count]
    return "" if form == "none" else str(count)


def _levels(abstract: Element) -> Iterator[tuple[int, Level]]:
    for item in abstract.findall(f"{W}lvl"):
        yield _whole(item.get(f"{W}ilvl")), _level(item)


def _overrides(number: Element, levels: Mapping[int, Level]) -> Iterator[tuple[int, Level]]:
    for item in number.findall(f"{W}lvlOverride"):
        depth = _whole(item.get(f"{W}ilvl"))
        own, start = item.find(f"{W}lvl"), item.find(f"{W}startOverride")
        level = _level(own) if own is not None else levels.get(depth)
        if level is not None:
            first = _whole(_value(start)) if start is not None else level.start
            yield depth, Level(level.form, level.text, first, level.legal)


def _level(item: Element) -> Level:
    start = item.find(f"{W}start")
    form = _value(item.find(f"{W}numFmt")) or "decimal"
    return Level(
        form,
        _value(item.find(f"{W}lvlText")),
        _whole(_value(start)) if start is not None else 1,
        item.find(f"{W}isLgl") is not None,
    )


def _bullet(level: Level, depth: int) -> str:
    if level.text.strip() in ("-", "–", "+", "*"):
        return level.text.strip()
    return "+" if depth else "-"


def _value(item: Element | None) -> str:
    return item.get(f"{W}val", "") if item is not None else ""


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 0
