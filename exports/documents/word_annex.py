"""An annex of a .docx: label, title in capitals, what it is attached to, and its table."""

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents import word_styles
from exports.documents.description import Annex
from exports.documents.layout import Sheet
from exports.documents.lettering import Pen
from exports.documents.word_lines import Block
from exports.documents.word_tables import table_element


def annex_elements(annex: Annex, pen: Pen, sheet: Sheet) -> list[Element]:
    """Return head and table of an annex, without the end of the part before it."""
    page = Block(pen, sheet.text_width)
    return [
        *page.titled(annex.label, word_styles.ANNEX_LABEL),
        *page.titled(annex.title, word_styles.ANNEX_TITLE, share=0.9),
        *page.titled(annex.subtitle, word_styles.ANNEX_ATTACHED, share=0.9),
        table_element(annex.table, pen, sheet),
    ]
