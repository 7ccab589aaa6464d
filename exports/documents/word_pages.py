"""Parts of a .docx: size and margins, page numbers of their own in the top margin, the notice on samples."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.parts.hdrftr import FooterPart, HeaderPart

from exports.documents.layout import POINTS_PER_MM, Sheet
from exports.documents.word_styles import FOOTER, HEADER
from exports.documents.word_xml import element, field, paragraph, run, twips
from exports.documents.wording import SAMPLE_NOTICE

# So that number and notice stand where the PDF has them: their upper and lower edges from those of the page.
_NUMBER_FROM_TOP = 22.4
_NOTICE_FROM_BOTTOM = 26.0


@dataclass(frozen=True)
class Margins:
    """The keys of what stands in the margins of every part: on its first page and on those after it."""

    first_header: str
    header: str
    footer: str


def margins_of(file: WordFile, sample: bool) -> Margins:
    """Put page number and notice into the file: no number on the first page of a part, the notice on all."""
    notice = [run(SAMPLE_NOTICE)] if sample else []
    return Margins(
        first_header=_header(file, paragraph(HEADER.key)),
        header=_header(file, paragraph(HEADER.key, *field("PAGE"))),
        footer=_footer(file, paragraph(FOOTER.key, *notice)),
    )


def part_element(sheet: Sheet, margins: Margins) -> Element:
    """Return the properties of a part that begins a page and counts its pages from 1."""
    width, height = sheet.size
    side = {"orient": "landscape"} if sheet.landscape else {}
    return element(
        "sectPr",
        *_references(margins),
        element("type", val="nextPage"),
        element("pgSz", w=twips(width), h=twips(height), **side),
        _distances(sheet),
        element("pgNumType", start=1),
        element("titlePg"),
    )


def _distances(sheet: Sheet) -> Element:
    sides = {"top": sheet.top_mm, "right": sheet.right_mm, "bottom": sheet.bottom_mm, "left": sheet.left_mm}
    places = {side: twips(distance * POINTS_PER_MM) for side, distance in sides.items()}
    return element(
        "pgMar", **places, header=twips(_NUMBER_FROM_TOP), footer=twips(_NOTICE_FROM_BOTTOM), gutter=0
    )


def _references(margins: Margins) -> Iterator[Element]:
    yield _reference("headerReference", "default", margins.header)
    yield _reference("headerReference", "first", margins.first_header)
    yield _reference("footerReference", "default", margins.footer)
    yield _reference("footerReference", "first", margins.footer)


def _reference(tag: str, kind: str, key: str) -> Element:
    made = element(tag, type=kind)
    made.set(qn("r:id"), key)
    return made


def _header(file: WordFile, content: Element) -> str:
    package = file.part.package
    name = package.next_partname("/word/header%d.xml")
    part = HeaderPart(name, CONTENT_TYPE.WML_HEADER, element("hdr", content), package)
    return file.part.relate_to(part, RELATION.HEADER)


def _footer(file: WordFile, content: Element) -> str:
    package = file.part.package
    name = package.next_partname("/word/footer%d.xml")
    part = FooterPart(name, CONTENT_TYPE.WML_FOOTER, element("ftr", content), package)
    return file.part.relate_to(part, RELATION.FOOTER)
