"""A document as PDF, drawn as Decree 30/2020/NĐ-CP, appendix I, wants it."""

from pathlib import Path

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from exports.documents.annex import annex_flowables
from exports.documents.body import (
    body_flowables,
    ground_flowables,
    ruling_flowables,
    titles_of_last,
    without_last_lines,
)
from exports.documents.closing import closing_table
from exports.documents.description import Document
from exports.documents.head import head_flowables
from exports.documents.layout import DOCUMENT_SHEET, annex_sheet
from exports.documents.lettering import Pen
from exports.documents.pages import About, write_parts
from exports.documents.styles import Styles
from exports.documents.typeface import typeface

_LINES_KEPT_WITH_SIGNATURE = 3


def write_pdf(document: Document, target: Path, folders: tuple[Path, ...] | None = None) -> None:
    """Write the document to `target`, replacing an earlier file only when the new one is whole.

    `folders` are where fonts are looked for (none: the system's). Raises `FontMissing` or `GlyphMissing` before
    anything is drawn, and what `db.whole_files.replacing` raises where the file cannot be written.
    """
    styles = Styles(Pen(typeface(folders)))
    main = (DOCUMENT_SHEET, _main_part(document, styles))
    annexes = [(annex_sheet(annex.landscape), annex_flowables(annex, styles)) for annex in document.annexes]
    title = f"{document.kind} {document.subject}".replace("\n", " ")
    author = document.head.issuing_agency.replace("\n", " ")
    write_parts([main, *annexes], styles.pen, About(title, author, document.sample), target)


def _main_part(document: Document, styles: Styles) -> list[Flowable]:
    width = DOCUMENT_SHEET.text_width
    story = head_flowables(document, styles, width)
    story += ground_flowables(document.grounds, styles) + ruling_flowables(document.ruling, styles, width)
    story += body_flowables(document.body, styles)
    last = story.pop()
    # Where the body ends with a title, its own break goes too: the end is kept whole anyway.
    if isinstance(story[-1], CondPageBreak):
        story.pop()
    free, kept = without_last_lines(last, width, _LINES_KEPT_WITH_SIGNATURE)
    # What is kept whole with the signature takes its titles along: each is a break that may come, and its text.
    taken = 0 if free else 2 * titles_of_last(document.body)
    titles = story[len(story) - taken :][1::2]
    return [
        *story[: len(story) - taken],
        *free,
        KeepTogether([*titles, kept, closing_table(document, styles, width)]),
    ]
