"""Word documents and PDFs for the tests, written part by part as Word writes them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from reportlab.pdfgen.canvas import Canvas

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{more}</Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{more}</Relationships>'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """Return a run of text with its properties."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    )


def paragraph(text: str = "", properties: str = "", inside: str = "") -> str:
    """Return a paragraph of one run, or of ready XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside or run(text)}</w:p>"


def numbered(text: str, number: int, depth: int = 0) -> str:
    """Return a paragraph of an automatic list."""
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, place)


def cell(text: str, properties: str = "") -> str:
    """Return a cell, a paragraph for each line."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(line) for line in text.split(chr(10)))}</w:tc>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table; a cell that is ready XML is taken as it is."""
    made = ("".join(item if item.startswith("<w:tc") else cell(item) for item in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def level(depth: int, form: str, text: str) -> str:
    """Return one level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*lists: Sequence[tuple[str, str]]) -> str:
    """Return the part of the lists, numbered from 1: for each its levels of format and text."""
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">'
        + "".join(level(depth, *item) for depth, item in enumerate(levels))
        + "</w:abstractNum>"
        for at, levels in enumerate(lists, start=1)
    )
    numbers = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(lists) + 1)
    )
    return f"<w:numbering {_W}>{abstracts}{numbers}</w:numbering>"


def styles(inside: str) -> str:
    """Return the part of the styles."""
    return f"<w:styles {_W}>{inside}</w:styles>"


def docx(body: str, parts: Mapping[str, str] | None = None, declaration: str = "") -> bytes:
    """Return a document of ready body XML, with other parts of `word/` by name (numbering, styles)."""
    others = parts or {}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES.format(more="".join(map(_type, others))))
        main = f'<Relationship Id="rId1" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", _RELATIONS.format(more=main))
        package.writestr(
            "word/_rels/document.xml.rels", _RELATIONS.format(more="".join(map(_relation, others)))
        )
        package.writestr(
            "word/document.xml",
            f"<?xml version='1.0' encoding='UTF-8'?>{declaration}"
            f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>",
        )
        for name, content in others.items():
            package.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def document(lines: Sequence[str]) -> bytes:
    """Return a document of plain paragraphs."""
    return docx("".join(paragraph(line) for line in lines))


def scanned_pdf() -> bytes:
    """Return a PDF whose only page holds a picture of nothing and no text."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def encrypted_pdf() -> bytes:
    """Return a PDF that asks for a password."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt="open sesame")
    canvas.drawString(50, 700, "KE HOACH")
    canvas.save()
    return buffer.getvalue()


def _type(name: str) -> str:
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    return f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'


def _relation(name: str) -> str:
    return f'<Relationship Id="{name}" Type="{_KIND}/{name}" Target="{name}.xml"/>'
