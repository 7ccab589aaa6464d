"""The head of a .docx: agencies and national name side by side, number and place under them, kind and subject."""

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents import layout, word_styles
from exports.documents.description import Document, Head
from exports.documents.fonts import Face
from exports.documents.lettering import Pen, hard_spaced
from exports.documents.word_boxes import side_by_side
from exports.documents.word_lines import Block
from exports.documents.word_styles import RULE
from exports.documents.word_xml import element, paragraph, twips
from exports.documents.wording import MOTTO, NATIONAL_NAME

_GAP = 9.0
# Letters of another version of the face may be a little wider; the national name is never to break.
_SLACK = 5.0
_ROOM_UNDER_HEAD = 8.0


def head_elements(document: Document, pen: Pen, width: float) -> list[Element]:
    """Return everything above the grounds: the head in two columns, the kind of document, its subject with a rule."""
    page = Block(pen, width)
    issuer = page.titled(document.issuer, word_styles.ISSUER) if document.issuer else []
    return [
        two_columns(document.head, pen, width),
        *page.titled(document.kind, word_styles.KIND),
        *page.titled(document.subject, word_styles.SUBJECT, share=0.85, rule=layout.RULE_SHARE),
        paragraph(RULE.key, properties=[element("spacing", before=0, after=twips(_ROOM_UNDER_HEAD))]),
        *issuer,
    ]


def two_columns(head: Head, pen: Pen, width: float) -> Element:
    """Return agencies, number, national name, place and day; across the page each side has its half."""
    natural = pen.width(NATIONAL_NAME, Face.BOLD, layout.NATIONAL_NAME_SIZE) + _SLACK
    right = Block(pen, max(natural, width / 2))
    left = Block(pen, width - right.width - _GAP)
    number = left.titled(hard_spaced(head.number_line) if head.symbol else "", word_styles.NUMBER)
    place = right.sized(head.place_and_day, word_styles.PLACE_AND_DAY, layout.PLACE_AND_DAY_SIZES)
    empty = paragraph(word_styles.NUMBER.key)
    rows = [[_agencies(head, left), [paragraph(RULE.key)], _nation(right)], [number, [empty], [place]]]
    return side_by_side(rows, (left.width, _GAP, right.width))


def _agencies(head: Head, block: Block) -> list[Element]:
    parent = block.titled(head.parent_agency, word_styles.PARENT_AGENCY) if head.parent_agency else []
    return parent + block.titled(head.issuing_agency, word_styles.ISSUING_AGENCY, rule=layout.RULE_SHARE)


def _nation(block: Block) -> list[Element]:
    name = block.titled(NATIONAL_NAME, word_styles.NATIONAL_NAME)
    return name + block.titled(MOTTO, word_styles.MOTTO, rule=1.0)
