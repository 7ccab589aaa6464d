"""A document as .docx, from the description that the PDF is drawn from: real styles, numbering, parts and tables."""

from pathlib import Path

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from db.whole_files import replacing
from exports.documents.description import Document, Heading
from exports.documents.layout import DOCUMENT_SHEET, Sheet, annex_sheet
from exports.documents.lettering import Pen
from exports.documents.typeface import typeface
from exports.documents.word_annex import annex_elements
from exports.documents.word_body import body_elements, closing_element
from exports.documents.word_file import Told, new_file, save
from exports.documents.word_head import head_elements
from exports.documents.word_numbering import WordList
from exports.documents.word_pages import Margins, margins_of, part_element
from exports.documents.word_styles import END
from exports.documents.word_xml import paragraph

Part = tuple[Sheet, list[Element]]


def write_docx(document: Document, target: Path, folders: tuple[Path, ...] | None = None) -> None:
    """Write the document to `target`, replacing an earlier file only when the new one is whole.

    `folders` are where the fonts that texts are measured with are looked for (none: the system's). Raises `FontMissing`
    where there are none, and what `db.whole_files.replacing` raises where the file cannot be written.
    """
    pen = Pen(typeface(folders))
    counting = WordList(part for part in document.body if isinstance(part, Heading))
    parts = [(DOCUMENT_SHEET, _main_part(document, counting, pen))]
    for annex in document.annexes:
        sheet = annex_sheet(annex.landscape)
        parts.append((sheet, annex_elements(annex, pen, sheet)))
    head = document.head
    told = Told(f"{document.kind} {document.subject}", head.issuing_agency, head.issued_on)
    file = new_file(told, counting)
    file.element.body.extend(content_of(parts, margins_of(file, document.sample)))
    with replacing(target) as path:
        save(file, path)


def _main_part(document: Document, counting: WordList, pen: Pen) -> list[Element]:
    width = DOCUMENT_SHEET.text_width
    return [
        *head_elements(document, pen, width),
        *body_elements(document, counting, pen),
        closing_element(document, pen, width),
    ]


def content_of(parts: list[Part], margins: Margins) -> list[Element]:
    """Return the parts one after the other, each ended by its size, margins and page numbers."""
    content: list[Element] = []
    for sheet, elements in parts:
        content += [*elements, paragraph(END.key, properties=[part_element(sheet, margins)])]
    # The last part's properties stand at the end of the body itself, after the paragraph that ends its table.
    content.append(content[-1][0][-1])
    return content
