"""An annex: label, title in capitals, what it is attached to, and its table."""

from reportlab.platypus import Flowable, Spacer

from exports.documents import layout
from exports.documents.description import Annex
from exports.documents.fonts import Face
from exports.documents.layout import annex_sheet
from exports.documents.styles import Lettering, Styles
from exports.documents.tables import Room, table_flowables

_HEAD = Lettering.of(Face.BOLD, layout.TITLE_SIZE)
_ATTACHED = Lettering.of(Face.ITALIC, layout.TITLE_SIZE)


def annex_flowables(annex: Annex, styles: Styles) -> list[Flowable]:
    """Return head and table of an annex, without the page break before it."""
    sheet = annex_sheet(annex.landscape)
    width = sheet.text_width
    head = [
        *styles.titled(annex.label, _HEAD, width),
        *styles.titled(annex.title, _HEAD, width * 0.9),
        *styles.titled(annex.subtitle, _ATTACHED, width * 0.9),
        Spacer(0, 10),
    ]
    return [*head, *table_flowables(annex.table, styles.pen, Room.under(head, sheet))]
