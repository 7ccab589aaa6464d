"""Forms as PDF: the head of Decree 30/2020/NĐ-CP, paragraphs and tables one after the other, signatures at the end."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer
from reportlab.platypus import Table as DrawnTable

from exports.documents import layout
from exports.documents.description import Table
from exports.documents.flowing_tables import flowing_table
from exports.documents.fonts import Face
from exports.documents.forms import Form, FormText, SignatureBlock
from exports.documents.head import two_columns
from exports.documents.layout import Sheet, annex_sheet
from exports.documents.lettering import Pen
from exports.documents.pages import About, OnPage, write_parts
from exports.documents.styles import Lettering, Styles, side_by_side
from exports.documents.typeface import typeface

_TITLE = Lettering.of(Face.BOLD, layout.TITLE_SIZE)
_LEGEND = Lettering.of(Face.ITALIC, layout.LEGEND_SIZE)
_NOTE = Lettering.of(Face.ITALIC, layout.NOTE_SIZE)
_SIGNER = Lettering.of(Face.BOLD, layout.LEGEND_SIZE)
_GAP, _ROOM_BELOW, _ROOM_UNDER_TABLE = 10.0, 14.0, 8.0
# A title stands over the first rows of its table, not alone at the foot of a page.
_ROOM_UNDER_TITLE = 110.0


def write_forms_pdf(
    forms: Sequence[Form],
    target: Path,
    folders: tuple[Path, ...] | None = None,
    on_page: OnPage = lambda _: None,
) -> None:
    """Write forms into one file, each from a new page with page numbers of its own; raises as `write_pdf` does.

    `on_page` is told the number of each page; what it raises ends the work, and nothing is written.
    """
    styles = Styles(Pen(typeface(folders)))
    parts = [(annex_sheet(form.landscape), list(_flowables(form, styles))) for form in forms]
    about = About(forms[0].title, forms[0].author, any(form.sample for form in forms))
    write_parts(parts, styles.pen, about, target, on_page)


def _flowables(form: Form, styles: Styles) -> Iterator[Flowable]:
    sheet = annex_sheet(form.landscape)
    yield from _above(form, styles, sheet.text_width)
    # A signature never stands alone on a page: the last paragraph goes with it.
    kept = form.parts[-1:] if form.signatures and isinstance(form.parts[-1], FormText) else ()
    for part in form.parts[: len(form.parts) - len(kept)]:
        yield from _part(part, styles, sheet)
    if form.signatures:
        last = [flowable for part in kept for flowable in _part(part, styles, sheet)]
        yield KeepTogether([*last, _signatures(form.signatures, styles, sheet.text_width)])


def _above(form: Form, styles: Styles, width: float) -> Iterator[Flowable]:
    if form.head is not None:
        yield two_columns(form.head, styles, width)
        yield Spacer(0, _ROOM_BELOW)
    yield from styles.titled(form.kind, _TITLE, width)
    if form.subject:
        yield from styles.titled(form.subject, _TITLE, width * 0.85)
    if form.attached:
        yield from styles.titled(form.attached, _LEGEND, width * 0.9)
    yield Spacer(0, _GAP)


def _part(part: FormText | Table, styles: Styles, sheet: Sheet) -> list[Flowable]:
    if isinstance(part, Table):
        return [flowing_table(part, styles.pen, sheet), Spacer(0, _ROOM_UNDER_TABLE)]
    if part.tone == "note":
        return [styles.left(part.text, _NOTE), Spacer(0, 3)]
    if part.tone == "centred":
        return [*styles.titled(part.text, _LEGEND, sheet.text_width * 0.9), Spacer(0, _ROOM_UNDER_TABLE)]
    if part.tone == "title":
        return [CondPageBreak(_ROOM_UNDER_TITLE), styles.running(part.text, Face.BOLD)]
    return [styles.blank(part.text) if part.tone == "blank" else styles.running(part.text)]


def _signatures(blocks: Sequence[SignatureBlock], styles: Styles, width: float) -> DrawnTable:
    room = width / len(blocks)
    above = [_lines(block, styles, room - _GAP) for block in blocks]
    names = [styles.titled(block.name, _SIGNER, room - _GAP) for block in blocks]
    # Rows, not cells: names stand on one line whatever stands above them.
    heights = [None, layout.SIGNATURE_ROOM, None]
    style = [*side_by_side(styles), ("TOPPADDING", (0, 0), (-1, 0), 8), ("NOSPLIT", (0, 0), (-1, -1))]
    return DrawnTable([above, [""] * len(blocks), names], [room] * len(blocks), heights, style=style)


def _lines(block: SignatureBlock, styles: Styles, room: float) -> list[Flowable]:
    lines = [flowable for text in block.lines for flowable in styles.titled(text, _SIGNER, room)]
    return [*lines, *(styles.titled(block.hint, _NOTE, room) if block.hint else [])]
