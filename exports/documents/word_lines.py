"""Centred lines of a .docx, as even as on the PDF, and the rules under them."""

from collections.abc import Iterable
from dataclasses import replace

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents import layout
from exports.documents.fonts import Face
from exports.documents.lettering import Pen
from exports.documents.word_styles import RULE, WordStyle
from exports.documents.word_xml import element, paragraph, run, twips

# A word at the edge stays on its line where Word's letters are a hair wider than those measured.
_SLACK = 1.5
_FACES = {
    (False, False): Face.REGULAR,
    (True, False): Face.BOLD,
    (False, True): Face.ITALIC,
    (True, True): Face.BOLD_ITALIC,
}


class Block:
    """Where centred texts stand: a page or a cell of a width in points; a text takes a share of it at most."""

    def __init__(self, pen: Pen, width: float) -> None:
        self._pen = pen
        self.width = width

    def titled(self, text: str, style: WordStyle, share: float = 1.0, rule: float = 0.0) -> list[Element]:
        """Return a centred text of even lines and, where `rule` is not 0, a line under it: its share of the text.

        Nothing breaks the lines but the indents, so that the text can still be edited.
        """
        lines = self._lines(text, style, self.width * share)
        widest = self._pen.widest(lines, _face(style), style.size)
        broken = len(lines) > 1
        drawn = [paragraph(style.key, run(text), properties=self._indents(widest + _SLACK if broken else 0))]
        return [*drawn, self._rule(widest * rule)] if rule else drawn

    def sized(self, text: str, style: WordStyle, sizes: Iterable[float]) -> Element:
        """Return a text in the first of the sizes in which it fits on one line, else in the last."""
        for size in sizes:
            if len(self._lines(text, replace(style, size=size), self.width)) == 1:
                break
        own = [] if size == style.size else [element(tag, val=round(size * 2)) for tag in ("sz", "szCs")]
        return paragraph(style.key, run(text, *own))

    def _lines(self, text: str, style: WordStyle, room: float) -> list[str]:
        face = _face(style)
        return self._pen.balanced(self._pen.text(text, face), face, style.size, room)

    def _indents(self, room: float) -> list[Element]:
        side = twips(max((self.width - room) / 2, 0)) if room else 0
        return [element("ind", left=side, right=side, firstLine=0)] if side else []

    def _rule(self, length: float) -> Element:
        line = element("top", val="single", sz=round(layout.RULE_THICKNESS * 8), space=0, color="000000")
        return paragraph(RULE.key, properties=[element("pBdr", line), *self._indents(length)])


def _face(style: WordStyle) -> Face:
    return _FACES[style.bold, style.italic]
