"""The printed twin of a return: every form on its paper, with the check code of the workbook in the footer."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Table as DrawnTable

from db.rules.returns.filled import FilledReturn
from exports.documents import layout
from exports.documents.fonts import Face
from exports.documents.lettering import Pen
from exports.documents.styles import Lettering, Styles, side_by_side
from exports.documents.typeface import typeface
from exports.documents.wording import MOTTO, NATIONAL_NAME
from exports.returns.content import Line, SheetContent, sheet_content
from exports.returns.paper_pages import Footer, Leaf, Page, write_pages
from exports.returns.paper_table import page_tables

# A short form is one page in all, as in its workbook, however small within reason.
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_AGENCY, _AGENCY_BOLD = Lettering.of(Face.REGULAR, 12.0), Lettering.of(Face.BOLD, 12.0)
_TITLE, _LEGEND = Lettering.of(Face.BOLD, 14.0), Lettering.of(Face.ITALIC, 11.0)
_FORM, _PLAIN = Lettering.of(Face.BOLD, 11.0), Lettering.of(Face.REGULAR, 11.0)
_NOTE = Lettering.of(Face.ITALIC, 9.0)
_TONES = {"plain": Face.REGULAR, "bold": Face.BOLD, "italic": Face.ITALIC}
_GAP, _ROOM_FOR_SIGNATURE = 6.0, 48.0


def write_paper(filled: FilledReturn, path: Path, folders: tuple[Path, ...] | None = None) -> None:
    """Write all forms of a return as PDF where nothing is to be kept; raises `GlyphMissing` as `write_pdf` does."""
    styles = Styles(Pen(typeface(folders)))
    pages = [page for sheet in filled.sheets for page in _form(sheet_content(filled, sheet), styles)]
    write_pages(pages, styles.pen, Footer.of(filled, styles.pen), path)


def _form(content: SheetContent, styles: Styles) -> list[Page]:
    """Return the pages of a form; one that may be a page in all is set smaller where that makes it one.

    So is one whose head and heads leave too little of the first page for a row and who signs.
    """
    setup = content.form.print
    tried = (_pages(content, styles, Leaf(setup, scale)) for scale in _SCALES)
    fitting = (pages for pages in tried if _fits(pages))
    largest = next(fitting, None)
    if largest is None:
        return _pages(content, styles, Leaf(setup))
    if len(content.rows) > setup.one_page_rows:
        return largest
    return next((pages for pages in chain([largest], fitting) if len(pages) == 1), largest)


def _fits(pages: Sequence[Page]) -> bool:
    return all(_height(flowables, leaf) <= leaf.text_height for leaf, flowables in pages)


def _pages(content: SheetContent, styles: Styles, leaf: Leaf) -> list[Page]:
    """Return head, table and who signs; the table goes on over as many pages as it needs."""
    above, below = list(_above(content, styles, leaf)), list(_below(content, styles, leaf))
    first, closing = leaf.text_height - _height(above, leaf), _height(below, leaf)
    tables = list(page_tables(content, styles.pen, leaf, first, closing))
    last = len(tables) - 1
    return [
        (leaf, [*(() if at else above), table, *(below if at == last else ())])
        for at, table in enumerate(tables)
    ]


def _height(flowables: Sequence[Flowable], leaf: Leaf) -> float:
    return sum((float(item.wrap(leaf.text_width, leaf.text_height)[1]) for item in flowables), 0.0)


def _above(content: SheetContent, styles: Styles, leaf: Leaf) -> Iterator[Flowable]:
    width = leaf.text_width
    yield _halves(
        styles,
        width,
        [
            *(
                styles.titled(content.parent_agency, _AGENCY, width / 2 - _GAP)
                if content.parent_agency
                else []
            ),
            *styles.titled(content.issuing_agency, _AGENCY_BOLD, width / 2 - _GAP, rule=layout.RULE_SHARE),
        ],
        [
            *styles.titled(NATIONAL_NAME, _AGENCY_BOLD, width / 2),
            *styles.titled(MOTTO, _AGENCY_BOLD, width / 2, rule=1.0),
        ],
    )
    yield Spacer(0, _GAP)
    yield _line(styles, width, (content.form_line, _FORM), (content.reporting_line, _PLAIN))
    for text, lettering in ((content.notice, _FORM), (content.title, _TITLE), (content.period_line, _LEGEND)):
        yield from styles.titled(text, lettering, width) if text else ()
    yield _line(styles, width, (content.receiving_line, _PLAIN), (content.measured_line, _LEGEND))
    yield Spacer(0, _GAP / 2)


def _below(content: SheetContent, styles: Styles, leaf: Leaf) -> Iterator[Flowable]:
    for note in (content.note, *content.notes):
        if note:
            yield styles.left(note, _NOTE)
    yield Spacer(0, _GAP)
    half = leaf.text_width / 2 - _GAP
    blocks = (content.preparer, content.signatory)
    above = [
        [piece for line in block if not line.name for piece in _signed(line, styles, half)]
        for block in blocks
    ]
    names = [
        [piece for line in block if line.name for piece in _signed(line, styles, half)] for block in blocks
    ]
    # Rows, not cells: names stand on one line whatever stands above them.
    yield DrawnTable(
        [above, ["", ""], names],
        [leaf.text_width / 2] * 2,
        [None, _ROOM_FOR_SIGNATURE, None],
        style=[*side_by_side(styles), ("NOSPLIT", (0, 0), (-1, -1))],
    )


def _signed(line: Line, styles: Styles, room: float) -> list[Flowable]:
    # An empty line keeps its room: the two titles stand on one line.
    return styles.titled(line.text or " ", Lettering.of(_TONES[line.tone], 12.0), room)


def _halves(styles: Styles, width: float, left: list[Flowable], right: list[Flowable]) -> DrawnTable:
    return DrawnTable([[left, right]], [width / 2] * 2, style=side_by_side(styles))


def _line(
    styles: Styles, width: float, left: tuple[str, Lettering], right: tuple[str, Lettering]
) -> DrawnTable:
    """Return a text at the left edge and one at the right edge of one line."""
    cells = [styles.pen.text(text, lettering.face) for text, lettering in (left, right)]
    style = [
        *(
            (side, (0, 0), (-1, -1), 1)
            for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
        ),
        ("ALIGN", (1, 0), (1, 0), "RIGHT"),
        *(
            (
                "FONT",
                (place, 0),
                (place, 0),
                styles.pen.font(lettering.face),
                lettering.size,
                lettering.leading,
            )
            for place, (_, lettering) in enumerate((left, right))
        ),
    ]
    return DrawnTable([cells], [width / 2] * 2, style=style)
