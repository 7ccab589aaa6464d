"""Forms as .docx, from the description that the PDF is drawn from."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from db.whole_files import replacing
from exports.documents import layout, word_styles
from exports.documents.description import Table
from exports.documents.docx import content_of
from exports.documents.forms import Form, FormText, SignatureBlock
from exports.documents.layout import Sheet, annex_sheet
from exports.documents.lettering import Pen
from exports.documents.typeface import typeface
from exports.documents.word_boxes import side_by_side
from exports.documents.word_file import Told, new_file, save
from exports.documents.word_head import two_columns
from exports.documents.word_lines import Block
from exports.documents.word_numbering import WordList
from exports.documents.word_pages import margins_of
from exports.documents.word_styles import BODY, CENTRED, END, FORM_TITLE, HINT, KIND, NOTE, SIGNATURE, SUBJECT
from exports.documents.word_tables import table_element
from exports.documents.word_xml import element, paragraph, run, twips

_GAP = 10.0
_ROOM_OVER_SIGNATURE = 8.0


def write_forms_docx(forms: Sequence[Form], target: Path, folders: tuple[Path, ...] | None = None) -> None:
    """Write forms into one file, each from a new page with page numbers of its own; raises as `write_docx` does."""
    pen = Pen(typeface(folders))
    parts = [_part_of_file(form, pen) for form in forms]
    first = forms[0]
    told = Told(first.title, first.author, first.head.issued_on if first.head else None)
    file = new_file(told, WordList(()))
    margins = margins_of(file, any(form.sample for form in forms))
    file.element.body.extend(content_of(parts, margins))
    with replacing(target) as path:
        save(file, path)


def _part_of_file(form: Form, pen: Pen) -> tuple[Sheet, list[Element]]:
    sheet = annex_sheet(form.landscape)
    page = Block(pen, sheet.text_width)
    content = [*_above(form, pen, page), *_parts(form, pen, sheet, page)]
    return sheet, [*content, *(_signatures(form.signatures, pen, page) if form.signatures else [])]


def _above(form: Form, pen: Pen, page: Block) -> Iterator[Element]:
    if form.head is not None:
        yield two_columns(form.head, pen, page.width)
    yield from page.titled(form.kind, KIND)
    if form.subject:
        yield from page.titled(form.subject, SUBJECT, share=0.85)
    if form.attached:
        yield from page.titled(form.attached, CENTRED, share=0.9)
    # A table may not follow another one directly, and the title stands off what it heads.
    yield _gap(_GAP)


def _parts(form: Form, pen: Pen, sheet: Sheet, page: Block) -> Iterator[Element]:
    for place, part in enumerate(form.parts, start=1):
        last = place == len(form.parts) and bool(form.signatures)
        if isinstance(part, Table):
            yield table_element(part, pen, sheet, layout.FORM_SIZES)
            yield _gap(word_styles.BODY.after)
        elif part.tone == "centred":
            yield from page.titled(part.text, CENTRED, share=0.9)
        else:
            yield _paragraph(part, is_kept=last or part.tone == "title")


def _paragraph(part: FormText, *, is_kept: bool) -> Element:
    style = {"title": FORM_TITLE, "note": NOTE}.get(part.tone, BODY)
    kept = [element("keepNext")] if is_kept else []
    left = [element("jc", val="left")] if part.tone == "blank" else []
    return paragraph(style.key, run(part.text), properties=[*kept, *left])


def _signatures(blocks: Sequence[SignatureBlock], pen: Pen, page: Block) -> list[Element]:
    width = page.width / len(blocks)
    block = Block(pen, width)
    above = [_lines(item, block) for item in blocks]
    names = [block.titled(item.name, SIGNATURE) for item in blocks]
    return [side_by_side([above, names], [width] * len(blocks), _ROOM_OVER_SIGNATURE)]


def _lines(item: SignatureBlock, block: Block) -> list[Element]:
    lines = [line for text in item.lines for line in block.titled(text, word_styles.FORM_SIGNER)]
    drawn = [*lines, *(block.titled(item.hint, HINT) if item.hint else [])]
    # Where a row of signatures ends a page, room and names would be left behind.
    for line in drawn:
        line[0].insert(1, element("keepNext"))
    return drawn


def _gap(points: float) -> Element:
    return paragraph(END.key, properties=[element("spacing", before=0, after=twips(points))])
