"""Numbered text that was pasted becomes sections of a plan: a tree, broken lines joined, jumps in numbering told."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Block, Paragraph, Place, Table
from db.rules.plan_reading.cleaning import cleaned_line, is_rule
from db.rules.plan_reading.joining import whole_paragraphs
from db.rules.plan_reading.marks import Style
from db.rules.plan_reading.outlines import Node, outline, warnings
from db.rules.plan_reading.text_sources import source_of_text
from db.rules.section_order import PARAGRAPH, shape_of

_DEEPEST_HEADING, _DASH_LEVEL, _PLUS_LEVEL = 3, 4, 5
_CELL_GAP, _ROW_END = "; ", ";"
# Where the pasted text begins: what stands above it is not in it.
_OWN_LEVELS = {
    Style.NUMBER: 2,
    Style.DECIMAL: 3,
    Style.DEEP: 3,
    Style.LETTER: 3,
    Style.PAREN: 3,
}


@dataclass(frozen=True)
class PastedPart:
    """A section as it was recognised: its shape, its text without the label, the label as it was typed.

    `first` and `last` are the lines of the text, both counted, from 1; more than one were joined. `findings` are what
    to look at: a number that jumps, lines joined on a guess.
    """

    shape: str
    text: str
    label: str
    first: int
    last: int
    findings: tuple[Finding, ...] = ()

    @property
    def joined(self) -> bool:
        """Return whether several lines became this one."""
        return self.last > self.first


def read_outline(text: str) -> tuple[PastedPart, ...]:
    """Return the sections of a text in reading order; text without any number gives paragraphs, nothing gives none."""
    read = outline(whole_paragraphs(list(_paragraphs(source_of_text(text).blocks))))
    found: dict[int, list[Finding]] = {}
    for warning in warnings(read):
        found.setdefault(warning.line, []).append(warning.finding)
    nodes = [(node, 0) for node in read.opening]
    nodes += [pair for child in read.root.children for pair in _walk(child, 0)]
    nodes += [(node, 0) for node in read.closing]
    return tuple(_part(node, level, tuple(found.get(node.place.first, ()))) for node, level in nodes)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        for paragraph in _rows(block) if isinstance(block, Table) else (block,):
            bare = cleaned_line(paragraph)
            if bare.text and not is_rule(bare.text):
                yield bare


def _rows(table: Table) -> Iterator[Paragraph]:
    """Yield the rows of a table as paragraphs: the body of a plan has no tables."""
    for number, row in enumerate(table.rows):
        cells = (" ".join(cell.split()) for cell in row)
        line = table.line(number)
        # A row that ends as a list does is not taken for a broken line.
        yield Paragraph(_CELL_GAP.join(cell for cell in cells if cell) + _ROW_END, Place(line, line))


def _walk(node: Node, above: int) -> Iterator[tuple[Node, int]]:
    level = _level(node, above)
    yield node, level
    for child in node.children:
        yield from _walk(child, level or above)


def _level(node: Node, above: int) -> int:
    if node.is_text or node.style is Style.LEAD:
        return 0
    if node.style is Style.PLUS:
        return _PLUS_LEVEL
    if node.is_item:
        return _DASH_LEVEL
    return min(above + 1, _DEEPEST_HEADING) if above else _OWN_LEVELS.get(node.style, 1)


def _part(node: Node, level: int, findings: tuple[Finding, ...]) -> PastedPart:
    shape = shape_of(level) if level else PARAGRAPH
    return PastedPart(shape, node.title.strip(), node.label, node.place.first, node.place.last, findings)
