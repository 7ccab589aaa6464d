"""The plan of thirty pages as PDF, beside reportlab drawing the same paragraphs."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from db.rules.plan_paper import PlanPaper
from exports.documents import layout
from exports.documents.description import BodyPart, Document, Heading
from exports.documents.fonts import Face
from exports.documents.lettering import Pen
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from exports.documents.styles import Styles
from exports.documents.typeface import typeface
from tests.benchmarks.rows import Row
from tests.benchmarks.sampling import in_turns, timed

Texts = tuple[tuple[str, ParagraphStyle], ...]


def plan_rows(folder: Path, plan: PlanPaper, rounds: int) -> Iterator[Row]:
    """Measure on a plan; the files go to `folder`."""
    own, yardstick = folder / "plan.pdf", folder / "paragraphs.pdf"
    texts = _texts(plan_document(plan))
    samples = in_turns(
        {
            "own": timed(lambda: write_pdf(plan_document(plan), own)),
            "reportlab": timed(lambda: _draw(texts, yardstick)),
        },
        rounds,
    )
    yield Row(
        f"{_pages(own)}-page plan as PDF",
        f"reportlab's SimpleDocTemplate drawing the same paragraphs ({_pages(yardstick)} pages)",
        1.3,
        samples.pairs("own", "reportlab", "whole"),
    )


def _texts(document: Document) -> Texts:
    styles = Styles(Pen(typeface()))
    grounds = [(ground, styles.ground) for ground in document.grounds]
    body = [(part.line, styles.body_title if _is_title(part) else styles.body) for part in document.body]
    return tuple((escape(text), style) for text, style in (*grounds, *body))


def _is_title(part: BodyPart) -> bool:
    return isinstance(part, Heading) and part.title


def _draw(texts: Texts, target: Path) -> None:
    sheet, unit = layout.DOCUMENT_SHEET, layout.POINTS_PER_MM
    file = SimpleDocTemplate(
        str(target),
        pagesize=A4,
        topMargin=sheet.top_mm * unit,
        bottomMargin=sheet.bottom_mm * unit,
        leftMargin=sheet.left_mm * unit,
        rightMargin=sheet.right_mm * unit,
        initialFontName=typeface().names[Face.REGULAR],
    )
    file.build([Paragraph(text, style) for text, style in texts])


def _pages(path: Path) -> int:
    document = PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()
