"""What a .docx really holds, read back by python-docx: its text, with the numbering counted as Word counts it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


class Counter:
    """Counts the lists of a file: each level on its own, deeper ones anew under a shallower one."""

    def __init__(self, file: WordFile) -> None:
        numbering = file.part.numbering_part.element
        self._levels = {int(value(level, "w:ilvl")): level for level in numbering.iter(qn("w:lvl"))}
        self._counts = [0] * 9

    def label(self, paragraph: Any) -> str:
        """Return what Word writes before a paragraph."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is None or value(own.find(qn("w:numId"))) == "0":
            return ""
        place = int(value(own.find(qn("w:ilvl"))))
        self._counts[place] += 1
        self._counts[place + 1 :] = [0] * (8 - place)
        written = value(self._levels[place].find(qn("w:lvlText")))
        return re.sub(r"%(\d)", lambda found: self._number(int(found[1]) - 1, place), written) + " "

    def _number(self, level: int, place: int) -> str:
        kind = value(self._levels[level].find(qn("w:numFmt")))
        number = self._counts[level]
        # A level above is written as it is counted itself, unless it is written in figures throughout.
        return ROMAN[number] if kind == "upperRoman" and level == place else str(number)


def value(element: Any, name: str = "w:val") -> str:
    """Return an attribute of an element."""
    return str(element.get(qn(name)))


def read_docx(path: Path) -> WordFile:
    """Open a file."""
    return docx.Document(str(path))


def docx_text(path: Path) -> str:
    """Return all text in reading order with single spaces, labels included, without headers and footers."""
    file = read_docx(path)
    counter = Counter(file)
    return " ".join(" ".join(_texts(file, counter)).split())


def _texts(file: WordFile, counter: Counter) -> Iterator[str]:
    for block in file.iter_inner_content():
        paragraphs = [block] if isinstance(block, Paragraph) else _cells(block)
        yield from (counter.label(paragraph._p) + paragraph.text for paragraph in paragraphs)


def _cells(table: Table) -> Iterator[Paragraph]:
    for element in table._tbl.iter(qn("w:p")):
        yield Paragraph(element, table)
