"""Files for the readers' tests: honest workbooks, and packages that no honest program writes."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

SHEET = "xl/worksheets/sheet1.xml"
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(path: Path, rows: Sequence[Sequence[object]], title: str = "Sheet1", above: int = 0) -> Path:
    """Write rows into a workbook's only sheet, `above` empty rows over them."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for _ in range(above):
        sheet.append([])
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def workbook_bytes() -> bytes:
    """Return an honest workbook with one filled cell."""
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    book.create_sheet("Danh sách", 0)["B3"] = "x"
    book.save(buffer)
    return buffer.getvalue()


def changed(parts: Mapping[str, bytes], data: bytes | None = None) -> bytes:
    """Return the honest workbook with parts put in the place of its own, or added."""
    source, buffer = zipfile.ZipFile(io.BytesIO(data or workbook_bytes())), io.BytesIO()
    with source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        kept = {name: source.read(name) for name in source.namelist()}
        for name, content in {**kept, **parts}.items():
            target.writestr(name, content)
    return buffer.getvalue()


def sheet_xml(cells: str, declaration: str = "") -> bytes:
    """Return the XML of a sheet with these rows."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>{declaration}<worksheet xmlns="{NAMESPACE}">'
    return f"{head}<sheetData>{cells}</sheetData></worksheet>".encode()


def far_cell(reference: str) -> bytes:
    """Return a workbook with two filled cells: A1 and the reference."""
    cells = "".join(f'<row><c r="{place}"><v>1</v></c></row>' for place in ("A1", reference))
    return changed({SHEET: sheet_xml(cells)})


def compound(*streams: str) -> bytes:
    """Return a compound file as Excel 97 and Excel's encryption write them: its header, one FAT, its directory."""
    end, fat = 0xFFFFFFFE, 0xFFFFFFFD
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", _COMPOUND, 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0
    )
    head = head.ljust(512, b"\xff")
    table = struct.pack("<II", fat, end).ljust(512, b"\xff")
    names = ("Root Entry", *streams)
    entries = [_entry(name, at, len(names)) for at, name in enumerate(names)]
    return head + table + b"".join(entries).ljust(512, b"\0")


def _entry(name: str, at: int, count: int) -> bytes:
    none = 0xFFFFFFFF
    is_root = at == 0
    following = at + 1 if 0 < at < count - 1 else none
    child = 1 if is_root and count > 1 else none
    text = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", text, len(text) + 2, 5 if is_root else 2, 1, none, following, child, 0xFFFFFFFE, 0
    )


def lying_about_size(name: str, content: bytes) -> bytes:
    """Return a workbook whose part unpacks to more than it declares, with a checksum that is right."""
    data = changed({name: content})
    return data.replace(struct.pack("<I", len(content)), struct.pack("<I", 10))
