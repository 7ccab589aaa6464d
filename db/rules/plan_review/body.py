"""The sections of a read plan, and the tables of its annexes, as sections of a plan that is edited."""

from collections.abc import Iterator

from db.rules.entry_kinds import SECTIONS
from db.rules.plan_reading.blocks import Place
from db.rules.plan_reading.result import Item, ReadAnnex, ReadSection, ReadText
from db.rules.plan_review.items import Part, ReviewItem
from db.rules.section_order import PARAGRAPH, level_of, shape_of

# Deeper levels are items, which a plan prints with a dash or a plus.
_DEEPEST_HEADING = 3
_ITEM, _SUB_ITEM = shape_of(4), shape_of(5)
_DASHES, _PLUSES = "-–—−•*·●○▪", "+"
_LONGEST = SECTIONS.field("text").max_length
_BETWEEN = "; "


def opening_items(opening: tuple[ReadText, ...]) -> Iterator[ReviewItem]:
    """Yield what is said before the first heading: the sentence that issues the plan, and what stands around it."""
    for said in opening:
        yield from _pieces(*_marked(said.text), said)


def section_items(sections: tuple[ReadSection, ...]) -> Iterator[ReviewItem]:
    """Yield headings and paragraphs in reading order; a numbered sentence is a heading with its whole text."""
    for section in sections:
        texts = list(section.paragraphs)
        heading = section.title or (texts.pop(0) if section.label and texts else "")
        if heading:
            yield from _pieces(_shape(section.level), _headed(section, heading), section)
        for text in texts:
            yield from _pieces(*_marked(text), section)


def annex_items(annexes: tuple[ReadAnnex, ...]) -> Iterator[ReviewItem]:
    """Yield each annex as a heading with a line a row; not taken unless the officer wants it in the text."""
    for annex in annexes:
        yield _item(shape_of(1), annex.title, annex.place, Part.ANNEXES)
        rows = (*annex.rows, annex.total) if annex.total else annex.rows
        for row in rows:
            yield _item(PARAGRAPH, _row_text(annex.columns, row), annex.place, Part.ANNEXES)


def _row_text(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    named = zip(columns, row, strict=False)
    cells = (f"{column}: {cell}" if column else cell for column, cell in named if cell)
    return _BETWEEN.join(" ".join(cell.split()) for cell in cells)[:_LONGEST]


def _shape(level: int) -> str:
    return shape_of(level) if level <= _DEEPEST_HEADING else _ITEM


def _headed(section: ReadSection, text: str) -> str:
    # A depth that the printed schemes do not number keeps its own number in front.
    is_numbered = section.level <= _DEEPEST_HEADING or not section.label
    return text if is_numbered else f"{section.label} {text}"


def _marked(text: str) -> tuple[str, str]:
    mark = text[:1]
    if mark in _PLUSES:
        return _SUB_ITEM, text[1:].strip()
    return (_ITEM, text[1:].strip()) if mark in _DASHES else (PARAGRAPH, text)


def _pieces(shape: str, text: str, read: Item) -> Iterator[ReviewItem]:
    """Yield a text as one section, as several where it is longer than one may be."""
    for at, piece in enumerate(_fitting(text)):
        yield _item(PARAGRAPH if at else shape, piece, read.place, Part.SECTIONS, read.certain)


def _fitting(text: str) -> Iterator[str]:
    while len(text) > _LONGEST:
        space = text.rfind(" ", 0, _LONGEST)
        cut = space if space > 0 else _LONGEST
        yield text[:cut]
        text = text[cut:].strip()
    if text:
        yield text


def _item(shape: str, text: str, place: Place, part: Part, certain: bool = True) -> ReviewItem:
    raw = {"shape": shape, "text": text}
    accepted = part is Part.SECTIONS
    return ReviewItem(part, "sections", raw, place, accepted=accepted, certain=certain, level=level_of(shape))
