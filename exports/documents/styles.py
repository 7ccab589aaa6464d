"""Paragraph styles of the parts of a document, from the measures in `layout`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Paragraph

from exports.documents import layout
from exports.documents.fonts import Face
from exports.documents.lettering import Pen


@dataclass(frozen=True)
class Lettering:
    """How lines outside the body are set: face, size and the distance from line to line in points."""

    face: Face
    size: float
    leading: float

    @classmethod
    def of(cls, face: Face, size: float) -> "Lettering":
        """Return lettering with single line spacing."""
        return cls(face, size, round(size * 1.2, 1))


class Styles:
    """Makes paragraphs of one document: texts go through its pen, styles are built once."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen

    @cached_property
    def body(self) -> ParagraphStyle:
        """Running text: justified, first line 1.27 cm in, 6 points between paragraphs."""
        return self._body_style(Face.REGULAR)

    @cached_property
    def body_title(self) -> ParagraphStyle:
        """A heading that has parts below it."""
        return self._body_style(Face.BOLD)

    @cached_property
    def ground(self) -> ParagraphStyle:
        """A ground (căn cứ)."""
        return self._body_style(Face.ITALIC)

    def running(self, text: str, face: Face = Face.REGULAR) -> Paragraph:
        """Return a paragraph of the body in the face given: regular, bold (a title) or italic (a ground)."""
        style = {Face.BOLD: self.body_title, Face.ITALIC: self.ground}.get(face, self.body)
        return Paragraph(escape(self.pen.text(text, face)), style)

    def blank(self, text: str) -> Paragraph:
        """Return a line with blanks to be filled in by hand: as running text, but its spaces are not stretched."""
        style = ParagraphStyle("blank", self.body, alignment=TA_LEFT)
        return Paragraph(escape(self.pen.text(text)), style)

    def centred(self, lines: Iterable[str], lettering: Lettering) -> Paragraph:
        """Return lines, already broken by the pen, centred one under the other."""
        return Paragraph("<br/>".join(map(escape, lines)), self._plain_style(lettering, TA_CENTER))

    def left(self, text: str, lettering: Lettering) -> Paragraph:
        """Return a text that begins at the left edge."""
        return Paragraph(escape(self.pen.text(text, lettering.face)), self._plain_style(lettering, TA_LEFT))

    def titled(self, text: str, lettering: Lettering, room: float, rule: float = 0.0) -> list[Flowable]:
        """Return a centred text of even lines and, where `rule` is not 0, a line under it: its share of the text."""
        lines = self.pen.balanced(self.pen.text(text, lettering.face), lettering.face, lettering.size, room)
        drawn: list[Flowable] = [self.centred(lines, lettering)]
        if rule:
            drawn.append(rule_line(self.pen.widest(lines, lettering.face, lettering.size) * rule))
        return drawn

    def _body_style(self, face: Face) -> ParagraphStyle:
        return ParagraphStyle(
            face.value,
            fontName=self.pen.font(face),
            fontSize=layout.BODY_SIZE,
            leading=layout.BODY_LEADING,
            alignment=TA_JUSTIFY,
            firstLineIndent=layout.FIRST_LINE_MM * layout.POINTS_PER_MM,
            spaceAfter=layout.PARAGRAPH_GAP,
            allowWidows=0,
            allowOrphans=0,
        )

    def _plain_style(self, lettering: Lettering, alignment: int) -> ParagraphStyle:
        return ParagraphStyle(
            "plain",
            fontName=self.pen.font(lettering.face),
            fontSize=lettering.size,
            leading=lettering.leading,
            alignment=alignment,
        )


def rule_line(width: float) -> Flowable:
    """Return a centred line of the width given, in points, a little under what stands above it."""
    return HRFlowable(
        width,
        layout.RULE_THICKNESS,
        lineCap="butt",
        color=black,
        spaceBefore=4,
        spaceAfter=0,
        hAlign="CENTER",
    )


def side_by_side(styles: Styles) -> list[tuple[object, ...]]:
    """Return the style of a table that only holds blocks beside each other: no lines, no padding, centred pieces."""
    whole = ((0, 0), (-1, -1))
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    # Cells without text of their own still name a font in the file: Helvetica, unless told otherwise.
    font = ("FONTNAME", *whole, styles.pen.font(Face.REGULAR))
    return [
        font,
        ("VALIGN", *whole, "TOP"),
        ("ALIGN", *whole, "CENTER"),
        *((side, *whole, 0) for side in sides),
    ]
