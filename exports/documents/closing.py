"""The end of a document: recipients on the left, signature on the right, kept together with the last lines above."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer, Table

from exports.documents import layout
from exports.documents.description import Document, Signatory
from exports.documents.fonts import Face
from exports.documents.styles import Lettering, Styles, side_by_side
from exports.documents.wording import RECIPIENTS_HEAD

_RECIPIENTS_HEAD = Lettering.of(Face.BOLD_ITALIC, layout.RECIPIENTS_HEAD_SIZE)
_RECIPIENTS = Lettering.of(Face.REGULAR, layout.RECIPIENTS_SIZE)
_SIGNATURE = Lettering.of(Face.BOLD, layout.TITLE_SIZE)


def closing_table(document: Document, styles: Styles, width: float) -> Table:
    """Return recipients and signature side by side. Where the recipients fill more than a page the table breaks."""
    left, right = width * 0.45, width * 0.55
    cells = [[_recipients(document.recipients, styles), _signature(document.signatory, styles, right)]]
    style = [*side_by_side(styles), ("TOPPADDING", (0, 0), (-1, -1), 6)]
    return Table(cells, colWidths=[left, right], style=style, splitInRow=1)


def _recipients(recipients: Sequence[str], styles: Styles) -> list[Flowable]:
    lines = [styles.left(f"- {recipient}", _RECIPIENTS) for recipient in recipients]
    return [styles.left(RECIPIENTS_HEAD, _RECIPIENTS_HEAD), *lines]


def _signature(signatory: Signatory, styles: Styles, room: float) -> list[Flowable]:
    above = [text for text in (signatory.authority, signatory.post) if text]
    lines = [flowable for text in above for flowable in styles.titled(text, _SIGNATURE, room)]
    return [*lines, Spacer(0, layout.SIGNATURE_ROOM), *styles.titled(signatory.name, _SIGNATURE, room)]
