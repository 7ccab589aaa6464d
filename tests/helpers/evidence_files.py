"""Small real files of the kinds that are kept as evidence, and some that only say they are."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

JPG = bytes.fromhex("FFD8FFE000104A46494600010100000100010000FFD9")
OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def pdf(words: str = "12/QD-UBND") -> bytes:
    """A PDF with these words on its page."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.drawString(100, 700, words)
    canvas.save()
    return out.getvalue()


def word() -> bytes:
    """A .docx."""
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def workbook() -> bytes:
    """An .xlsx."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet()
    return out.getvalue()


def png() -> bytes:
    """A picture of one dot."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_part(package: bytes, name: str) -> bytes:
    """A package with one more part."""
    out = io.BytesIO(package)
    with zipfile.ZipFile(out, "a") as changed:
        changed.writestr(name, b"MZ")
    return out.getvalue()


def written(path: Path, data: bytes) -> Path:
    """A file with these bytes."""
    path.write_bytes(data)
    return path
