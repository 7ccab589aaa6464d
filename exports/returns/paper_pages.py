"""The pages of a return on paper, with the check code, the number of the page and the revision in the footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from db.rules.returns.filled import FilledReturn
from exports.documents import layout
from exports.documents.fonts import Face
from exports.documents.layout import Sheet
from exports.documents.lettering import Pen
from exports.returns import wording

Page = Sequence[Flowable]

_SIZE = 9.0


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


def write_pages(pages: Sequence[Page], sheet: Sheet, pen: Pen, footer: Footer, path: Path) -> None:
    """Draw pages, each of which has room for what stands on it; raises `GlyphMissing` before anything is drawn."""
    pen.refuse_missing()
    unit = layout.POINTS_PER_MM
    frame = Frame(
        sheet.left_mm * unit, sheet.bottom_mm * unit, sheet.text_width, sheet.text_height, 0, 0, 0, 0
    )
    drawn = _Drawn(sheet, pen, footer, len(pages))
    document = BaseDocTemplate(
        str(path),
        pagesize=sheet.size,
        pageTemplates=[PageTemplate("form", [frame], onPageEnd=drawn.draw)],
        title=footer.title,
        author=footer.author,
        lang="vi-VN",
        initialFontName=pen.font(Face.REGULAR),
        initialFontSize=_SIZE,
        # The same return is the same file.
        invariant=1,
    )
    document.build([flowable for page in pages for flowable in (*page, PageBreak())][:-1])


@dataclass(frozen=True)
class _Drawn:
    """The footer as it is drawn on each of so many pages."""

    sheet: Sheet
    pen: Pen
    footer: Footer
    count: int

    def draw(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        sheet, footer = self.sheet, self.footer
        left = sheet.left_mm * layout.POINTS_PER_MM
        right, base = left + sheet.text_width, sheet.bottom_mm * layout.POINTS_PER_MM / 2
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
