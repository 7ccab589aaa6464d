"""The body of a .docx: grounds, headings that Word counts where it can, paragraphs, the end with its signature."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents import layout, word_styles
from exports.documents.description import BodyTable, Document, Heading, Paragraph, Signatory
from exports.documents.lettering import Pen
from exports.documents.word_boxes import side_by_side
from exports.documents.word_lines import Block
from exports.documents.word_numbering import WordList
from exports.documents.word_styles import BODY, GROUND, NUMBERED, TITLES, first_line_element, list_properties
from exports.documents.word_tables import table_element
from exports.documents.word_xml import element, paragraph, run, twips
from exports.documents.wording import RECIPIENTS_HEAD

_ROOM_OVER_SIGNATURE = 6.0
# More recipients than this may not fit one page together: their row is allowed to break.
_MOST_RECIPIENTS_KEPT = 40


def body_elements(document: Document, counting: WordList, pen: Pen) -> Iterator[Element]:
    """Yield grounds and parts in order; the last one stays on the page of the signature."""
    yield from (paragraph(GROUND.key, run(_one_line(ground))) for ground in document.grounds)
    if document.ruling:
        yield paragraph(word_styles.RULING.key, run(document.ruling), properties=[element("keepNext")])
    counted = iter(counting.counted)
    for place, part in enumerate(document.body, start=1):
        if isinstance(part, BodyTable):
            yield table_element(part.table, pen, layout.DOCUMENT_SHEET, layout.FORM_SIZES)
            yield paragraph(word_styles.END.key, properties=[_room_below_table()])
            continue
        kept = [element("keepNext")] if place == len(document.body) else []
        yield _part(part, kept, isinstance(part, Heading) and next(counted))


def closing_element(document: Document, pen: Pen, width: float) -> Element:
    """Return recipients and signature side by side, kept together unless there are too many recipients."""
    left, right = width * 0.45, width * 0.55
    cells = [_recipients(document.recipients), _signature(document.signatory, Block(pen, right))]
    whole = len(document.recipients) <= _MOST_RECIPIENTS_KEPT
    return side_by_side([cells], (left, right), _ROOM_OVER_SIGNATURE, whole)


def _room_below_table() -> Element:
    return element("spacing", before=0, after=twips(BODY.after))


def _part(part: Heading | Paragraph, kept: list[Element], counted: bool) -> Element:
    if not isinstance(part, Heading):
        return paragraph(BODY.key, run(_one_line(part.line)), properties=kept)
    style = TITLES[part.level - 1] if part.title and part.level <= len(TITLES) else NUMBERED
    numbered = [list_properties(part.level, counted)]
    if not counted:
        numbered.append(first_line_element())
    return paragraph(
        style.key, run(_one_line(part.text if counted else part.line)), properties=[*kept, *numbered]
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _recipients(recipients: tuple[str, ...]) -> list[Element]:
    head = paragraph(word_styles.RECIPIENTS_HEAD.key, run(RECIPIENTS_HEAD))
    return [head, *(paragraph(word_styles.RECIPIENT.key, run(f"- {text}")) for text in recipients)]


def _signature(signatory: Signatory, block: Block) -> list[Element]:
    above = [text for text in (signatory.authority, signatory.post) if text]
    lines = [line for text in above for line in block.titled(text, word_styles.AUTHORITY)]
    return [*lines, *block.titled(signatory.name, word_styles.SIGNER)]
