"""Automatic numbering of a .docx: which headings Word can count itself, and the list that does it.

Word has no list of Vietnamese letters (its own go on `d, e, f`), so the labels of points stay plain text, and so does
every other label that Word's counting would not give: a number that jumps, an extra one. Both formats say the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from db.rules.numbering import DEEPEST_LEVEL, roman
from exports.documents.description import Heading
from exports.documents.word_styles import LIST, TITLES, first_line_element, font_element
from exports.documents.word_xml import element

_COUNTER = re.compile(r"%(\d)")


@dataclass(frozen=True)
class Form:
    """How a level is counted (`w:numFmt`) and written (`w:lvlText`, `%2` being the number of level 2)."""

    counted: str
    text: str

    def written(self, counts: list[int]) -> str:
        """Return the label Word shows where the running numbers of the levels are `counts`."""
        return _COUNTER.sub(lambda found: self._number(counts[int(found[1]) - 1]), self.text)

    def _number(self, number: int) -> str:
        return roman(number) if self.counted == "upperRoman" else str(number)


_UNCOUNTED = Form("none", "")


class WordList:
    """The one list of a document: the form of each level, and for each of its headings whether Word counts it."""

    def __init__(self, headings: Iterable[Heading]) -> None:
        self.forms: dict[int, Form] = {}
        self._counts = [0] * DEEPEST_LEVEL
        self.counted = tuple(self._counts_to(heading) for heading in headings)

    def elements(self) -> list[Element]:
        """Return what stands in the part of numbering."""
        levels = [self._level(level) for level in range(1, DEEPEST_LEVEL + 1)]
        kind = element("multiLevelType", val="multilevel")
        return [
            element("abstractNum", kind, *levels, abstractNumId=LIST),
            element("num", element("abstractNumId", val=LIST), numId=LIST),
        ]

    def _counts_to(self, heading: Heading) -> bool:
        level, label = heading.level, heading.label
        tried = [*self._counts[:level], *[0] * (DEEPEST_LEVEL - level)]
        tried[level - 1] += 1
        forms = [self.forms[level]] if level in self.forms else _forms(level)
        form = next((form for form in forms if form.written(tried) == label), None)
        if form is None:
            return False
        self.forms[level] = form
        self._counts = tried
        return True

    def _level(self, level: int) -> Element:
        form = self.forms.get(level, _UNCOUNTED)
        titled = level in self.forms and level <= len(TITLES)
        return element(
            "lvl",
            element("start", val=1),
            element("numFmt", val=form.counted),
            *([element("pStyle", val=TITLES[level - 1].key)] if titled else []),
            element("suff", val="space"),
            element("lvlText", val=form.text),
            element("lvlJc", val="left"),
            element("pPr", first_line_element()),
            element("rPr", font_element()),
            ilvl=level - 1,
        )


def _forms(level: int) -> list[Form]:
    own, dashes = f"%{level}.", [Form("bullet", "-"), Form("bullet", "+")]
    simple = [Form("upperRoman", own), Form("decimal", own), Form("decimal", f"Điều {own}")]
    return [*simple, Form("decimal", f"%{level - 1}.{own}"), *dashes] if level > 1 else [*simple, *dashes]
