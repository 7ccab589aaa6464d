"""The pages of a return on paper, with the check code, the number of the page and the revision in the footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from db.rules.returns.filled import FilledReturn
from db.rules.returns.print_setup import PrintSetup
from exports.documents import layout
from exports.documents.fonts import Face
from exports.documents.lettering import Pen
from exports.returns import wording

Page = tuple["Leaf", Sequence[Flowable]]

_SIZE = 9.0
_UNIT = layout.POINTS_PER_MM


@dataclass(frozen=True)
class Footer:
    """What stands under every page: `left` the check code, `right` set, period and revision, `notice` on samples."""

    title: str
    author: str
    left: str
    right: str
    notice: str
    page: str

    @classmethod
    def of(cls, filled: FilledReturn, pen: Pen) -> "Footer":
        """Return the footer of a return, as its workbook has it."""
        period = wording.period_short(filled.period, filled.span)
        right = (filled.set.title, period, wording.REVISION.format(number=filled.revision))
        return cls(
            filled.set.title,
            filled.head.issuing_agency,
            pen.text(wording.CHECK_CODE.format(code=filled.check_code)),
            pen.text(" · ".join(right)),
            pen.text(wording.SAMPLE_NOTICE, Face.BOLD) if filled.head.sample else "",
            pen.text(wording.PAGE_OF),
        )


@dataclass(frozen=True)
class Leaf:
    """The paper of a form as it is set up, on which all may be drawn smaller: `scale` 0.8 gives a quarter more room."""

    setup: PrintSetup
    scale: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the page, in points."""
        width, height = self.setup.page_size
        return width * _UNIT, height * _UNIT

    @property
    def text_width(self) -> float:
        """Return the width between the margins in points of what is drawn."""
        return self.setup.printed_width * _UNIT / self.scale

    @property
    def text_height(self) -> float:
        """Return the height between the margins in points of what is drawn."""
        return self.setup.printed_height * _UNIT / self.scale


def write_pages(pages: Sequence[Page], pen: Pen, footer: Footer, path: Path) -> None:
    """Draw pages, each of which has room for what stands on it; raises `GlyphMissing` before anything is drawn."""
    pen.refuse_missing()
    names = {leaf: str(number) for number, (leaf, _) in enumerate(pages)}
    document = BaseDocTemplate(
        str(path),
        pagesize=pages[0][0].size,
        title=footer.title,
        author=footer.author,
        lang="vi-VN",
        initialFontName=pen.font(Face.REGULAR),
        initialFontSize=_SIZE,
        # The same return is the same file.
        invariant=1,
    )
    # The document begins with its first template: that of the first page.
    leaves = [pages[0][0], *(leaf for leaf in names if leaf != pages[0][0])]
    document.addPageTemplates(
        [_template(names[leaf], _Drawn(leaf, pen, footer, len(pages))) for leaf in leaves]
    )
    story: list[Flowable] = []
    for leaf, flowables in pages:
        story += [NextPageTemplate(names[leaf]), PageBreak(), *flowables]
    document.build(story[2:])


def _template(name: str, drawn: "_Drawn") -> PageTemplate:
    leaf = drawn.leaf
    left, bottom = (side * _UNIT / leaf.scale for side in (leaf.setup.left, leaf.setup.bottom))
    frame = Frame(left, bottom, leaf.text_width, leaf.text_height, 0, 0, 0, 0)
    return PageTemplate(name, [frame], drawn.begin, drawn.end, pagesize=leaf.size)


@dataclass(frozen=True)
class _Drawn:
    """What is drawn around a page: its scale, and the footer, which is never smaller."""

    leaf: Leaf
    pen: Pen
    footer: Footer
    count: int

    def begin(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.scale(self.leaf.scale, self.leaf.scale)

    def end(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.restoreState()
        setup, footer = self.leaf.setup, self.footer
        left, base = setup.left * _UNIT, setup.bottom * _UNIT / 2
        right = left + setup.printed_width * _UNIT
        middle = (left + right) / 2
        canvas.setFont(self.pen.font(Face.REGULAR), _SIZE)
        canvas.drawString(left, base, footer.left)
        canvas.drawRightString(right, base, footer.right)
        canvas.drawCentredString(
            middle, base, footer.page.format(page=canvas.getPageNumber(), count=self.count)
        )
        if footer.notice:
            canvas.setFont(self.pen.font(Face.BOLD), _SIZE)
            canvas.drawCentredString(middle, base + _SIZE * 1.3, footer.notice)
