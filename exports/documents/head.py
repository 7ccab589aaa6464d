"""The head of a document: agencies and national name side by side, number and place under them, kind and subject."""

from reportlab.platypus import Flowable, Spacer, Table

from exports.documents import layout
from exports.documents.description import Document, Head
from exports.documents.fonts import Face
from exports.documents.lettering import hard_spaced
from exports.documents.styles import Lettering, Styles, side_by_side
from exports.documents.wording import MOTTO, NATIONAL_NAME

_GAP = 9.0
_ROOM_BELOW = 14.0
_AGENCY_PLAIN = Lettering.of(Face.REGULAR, layout.AGENCY_SIZE)
_AGENCY_BOLD = Lettering.of(Face.BOLD, layout.AGENCY_SIZE)
_NATIONAL_NAME = Lettering.of(Face.BOLD, layout.NATIONAL_NAME_SIZE)
_MOTTO = Lettering.of(Face.BOLD, layout.MOTTO_SIZE)
_NUMBER = Lettering.of(Face.REGULAR, layout.NUMBER_SIZE)
_TITLE = Lettering.of(Face.BOLD, layout.TITLE_SIZE)


def head_flowables(document: Document, styles: Styles, width: float) -> list[Flowable]:
    """Return everything above the grounds: the head in two columns, the kind of document, its subject with a rule."""
    subject = styles.titled(document.subject, _TITLE, width * 0.85, rule=layout.RULE_SHARE)
    issuer = styles.titled(document.issuer, _TITLE, width) if document.issuer else []
    if issuer:
        issuer.append(Spacer(0, _ROOM_BELOW))
    return [
        two_columns(document.head, styles, width),
        Spacer(0, _ROOM_BELOW),
        *styles.titled(document.kind, _TITLE, width),
        *subject,
        Spacer(0, _ROOM_BELOW),
        *issuer,
    ]


def two_columns(head: Head, styles: Styles, width: float) -> Table:
    """Return agencies, number, national name, place and day; across the page each side has its half."""
    right = max(styles.pen.width(NATIONAL_NAME, Face.BOLD, layout.NATIONAL_NAME_SIZE) + 2, width / 2)
    left = width - right - _GAP
    place = _place_lettering(head, styles, right)
    cells = [
        [_agencies(head, styles, left), [], _nation(styles, right)],
        [
            styles.titled(hard_spaced(head.number_line), _NUMBER, left) if head.symbol else [],
            [],
            styles.titled(head.place_and_day, place, right),
        ],
    ]
    # The larger lettering sinks by the difference: both stand on one base line.
    sunk = [
        ("TOPPADDING", (column, 1), (column, 1), _GAP + place.size - size)
        for column, size in ((0, _NUMBER.size), (2, place.size))
    ]
    return Table(cells, colWidths=[left, _GAP, right], style=side_by_side(styles) + sunk)


def _agencies(head: Head, styles: Styles, room: float) -> list[Flowable]:
    parent = styles.titled(head.parent_agency, _AGENCY_PLAIN, room) if head.parent_agency else []
    return parent + styles.titled(head.issuing_agency, _AGENCY_BOLD, room, rule=layout.RULE_SHARE)


def _nation(styles: Styles, room: float) -> list[Flowable]:
    return styles.titled(NATIONAL_NAME, _NATIONAL_NAME, room) + styles.titled(MOTTO, _MOTTO, room, rule=1.0)


def _place_lettering(head: Head, styles: Styles, room: float) -> Lettering:
    widths = {
        size: styles.pen.width(head.place_and_day, Face.ITALIC, size) for size in layout.PLACE_AND_DAY_SIZES
    }
    size = next((size for size, width in widths.items() if width <= room), min(widths))
    return Lettering.of(Face.ITALIC, size)
