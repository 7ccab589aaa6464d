"""Pages: size, margins, the number in the top margin (not on the first page of a part), the notice on samples."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from db.whole_files import replacing
from exports.documents import layout
from exports.documents.fonts import Face
from exports.documents.layout import Sheet
from exports.documents.lettering import Pen
from exports.documents.wording import SAMPLE_NOTICE

Part = tuple[Sheet, list[Flowable]]
Painter = Callable[[Canvas, BaseDocTemplate], None]
OnPage = Callable[[int], None]


@dataclass(frozen=True)
class About:
    """What the file says of itself, and whether its pages are marked as made of sample data."""

    title: str
    author: str = ""
    sample: bool = False


def write_parts(
    parts: Sequence[Part], pen: Pen, about: About, target: Path, on_page: OnPage = lambda _: None
) -> None:
    """Draw the parts, each from a new page with page numbers of its own, into a file that then replaces `target`.

    `on_page` is told the number of each page; what it raises ends the work, and nothing is written. Raises
    `GlyphMissing` before anything is drawn, and what `replacing` raises where the folder cannot be written.
    """
    notice = pen.text(SAMPLE_NOTICE, Face.BOLD) if about.sample else ""
    pen.refuse_missing()
    pages = [page for place, (sheet, _) in enumerate(parts) for page in _templates(place, sheet, pen, notice)]
    with replacing(target) as path:
        file = _file(path, about, pen, pages)
        file.setProgressCallBack(lambda what, number: on_page(number) if what == "PAGE" else None)
        file.build(_story(parts))


def _file(path: Path, about: About, pen: Pen, pages: list[PageTemplate]) -> BaseDocTemplate:
    return BaseDocTemplate(
        str(path),
        pagesize=pages[0].pagesize,
        pageTemplates=pages,
        title=about.title,
        author=about.author,
        lang="vi-VN",
        initialFontName=pen.font(Face.REGULAR),
        initialFontSize=layout.BODY_SIZE,
    )


def _story(parts: Sequence[Part]) -> list[Flowable]:
    story = list(parts[0][1])
    for place, (_, flowables) in enumerate(parts[1:], start=1):
        story += [NextPageTemplate(f"first {place}"), PageBreak(), *flowables]
    return story


def _templates(place: int, sheet: Sheet, pen: Pen, notice: str) -> list[PageTemplate]:
    margins = _Margins(sheet, pen, notice)
    later = f"later {place}"
    return [
        _template(f"first {place}", margins, margins.begin_part, later),
        _template(later, margins, margins.number_page, later),
    ]


def _template(name: str, margins: "_Margins", begin: Painter, following: str) -> PageTemplate:
    sheet, unit = margins.sheet, layout.POINTS_PER_MM
    frame = Frame(
        sheet.left_mm * unit, sheet.bottom_mm * unit, sheet.text_width, sheet.text_height, 0, 0, 0, 0
    )
    end = margins.draw_notice
    return PageTemplate(name, [frame], begin, end, pagesize=sheet.size, autoNextPageTemplate=following)


class _Margins:
    """What stands in the margins of one part's pages."""

    def __init__(self, sheet: Sheet, pen: Pen, notice: str) -> None:
        self.sheet = sheet
        self._pen = pen
        self._notice = notice
        self._number = 1

    def begin_part(self, _canvas: Canvas, _template: BaseDocTemplate) -> None:
        self._number = 1

    def number_page(self, canvas: Canvas, _template: BaseDocTemplate) -> None:
        self._number += 1
        canvas.setFont(self._pen.font(Face.REGULAR), layout.PAGE_NUMBER_SIZE)
        base = self.sheet.size[1] - self.sheet.top_mm * layout.POINTS_PER_MM * 0.6
        canvas.drawCentredString(self._middle, base, str(self._number))

    def draw_notice(self, canvas: Canvas, _template: BaseDocTemplate) -> None:
        if self._notice:
            canvas.setFont(self._pen.font(Face.BOLD), layout.NOTICE_SIZE)
            base = self.sheet.bottom_mm * layout.POINTS_PER_MM / 2
            canvas.drawCentredString(self._middle, base, self._notice)

    @property
    def _middle(self) -> float:
        return self.sheet.left_mm * layout.POINTS_PER_MM + self.sheet.text_width / 2
