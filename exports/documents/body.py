"""The body of a document: grounds in italics, numbered headings, paragraphs."""

from collections.abc import Sequence
from itertools import takewhile

from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer

from exports.documents import layout
from exports.documents.description import BodyPart, BodyTable, Heading
from exports.documents.flowing_tables import flowing_table
from exports.documents.fonts import Face
from exports.documents.styles import Lettering, Styles

_RULING = Lettering.of(Face.BOLD, layout.TITLE_SIZE)


def ground_flowables(grounds: Sequence[str], styles: Styles) -> list[Flowable]:
    """Return the grounds, one a line."""
    return [styles.running(ground, Face.ITALIC) for ground in grounds]


def ruling_flowables(ruling: str, styles: Styles, width: float) -> list[Flowable]:
    """Return what a decision says between its grounds and its articles, with two lines of what follows."""
    if not ruling:
        return []
    room = CondPageBreak(4 * layout.BODY_LEADING)
    return [room, *styles.titled(ruling, _RULING, width), Spacer(0, layout.PARAGRAPH_GAP)]


def body_flowables(body: Sequence[BodyPart], styles: Styles) -> list[Flowable]:
    """Return the parts in order; a title never stands at the foot of a page without two lines of what it heads."""
    drawn: list[Flowable] = []
    for position, part in enumerate(body):
        if _is_title(part):
            drawn.append(CondPageBreak(_room_needed(body[position:])))
        if isinstance(part, BodyTable):
            table = flowing_table(part.table, styles.pen, layout.DOCUMENT_SHEET)
            drawn += [Spacer(0, layout.PARAGRAPH_GAP), table, Spacer(0, 2 * layout.PARAGRAPH_GAP)]
            continue
        drawn.append(styles.running(part.line, Face.BOLD if _is_title(part) else Face.REGULAR))
    return drawn


def without_last_lines(paragraph: Paragraph, width: float, lines: int) -> tuple[list[Flowable], Paragraph]:
    """Split a paragraph before its last lines: what stays free to break, and what is kept with the signature."""
    height = paragraph.wrap(width, layout.LONG_SIDE_MM * layout.POINTS_PER_MM)[1]
    total = round(height / layout.BODY_LEADING)
    if total < lines + 2:
        return [], paragraph
    free, kept = paragraph.split(width, (total - lines) * layout.BODY_LEADING)
    return [free], kept


def titles_of_last(body: Sequence[BodyPart]) -> int:
    """Return how many titles stand right above the last part, one below the other."""
    return len(list(takewhile(_is_title, reversed(body[:-1]))))


def _is_title(part: BodyPart) -> bool:
    return isinstance(part, Heading) and part.title


def _room_needed(parts: Sequence[BodyPart]) -> float:
    titles = len(list(takewhile(_is_title, parts)))
    # A title may take two lines; two lines of the text below are to stand under the last of them.
    return (2 * titles + 2) * layout.BODY_LEADING
