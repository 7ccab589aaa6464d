"""Packages that were made to harm whoever unpacks them."""

import io
import stat
import struct
import zipfile
from collections.abc import Mapping

from tests.exports.readers.made_files import SHEET, changed, sheet_xml, workbook_bytes

_ZEROS = 80 * 2**20


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def flat_bomb() -> bytes:
    """A picture of nothing that unpacks to 80 MB."""
    return changed({"xl/media/image1.png": bytes(_ZEROS)})


def nested_bomb() -> bytes:
    """Packages in packages, the innermost a bomb."""
    inner = packed({"a": bytes(16 * 2**20)})
    for _ in range(4):
        inner = packed({f"{number}.zip": inner for number in range(8)})
    return changed({"xl/embeddings/a.zip": inner})


def overlapping_entries() -> bytes:
    """A directory whose 1,500 entries all stand for the same packed bytes."""
    kernel = packed({"xl/workbook.xml": b"<a/>" + bytes(400_000)})
    start = kernel.index(b"PK\x01\x02")
    entry, name = kernel[start : start + 46], b"xl/workbook.xml"
    names = [name, *(b"xl/media/%06d.x" % number for number in range(1_499))]
    entries = b"".join(
        entry[:28] + struct.pack("<HHH", len(name), 0, 0) + entry[34:] + name for name in names
    )
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(entries), start, 0)
    return kernel[:start] + entries + tail


def wrong_size(declared: int) -> bytes:
    """A sheet of 3 MB that says it has another size."""
    data = changed({SHEET: sheet_xml(" " * 3_000_000)})
    at = data.rindex(SHEET.encode()) - 46 + 24
    return data[:at] + struct.pack("<I", declared) + data[at + 4 :]


def zip64_lie() -> bytes:
    """Sizes that are said to stand in fields of 64 bits, and are beyond all measure there."""
    extra = struct.pack("<HHQQ", 1, 16, 2**62, 2**62)
    data = workbook_bytes()
    at = data.index(b"PK\x01\x02")
    head = bytearray(data[at : at + 46])
    head[20:28] = b"\xff" * 8
    name_length, old_extra = struct.unpack("<HH", head[28:32])
    head[30:32] = struct.pack("<H", len(extra))
    name = data[at + 46 : at + 46 + name_length]
    return data[:at] + bytes(head) + name + extra + data[at + 46 + name_length + old_extra :]


def encrypted_entries() -> bytes:
    """Every entry is marked as encrypted."""
    data = bytearray(workbook_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def link_entry() -> bytes:
    """An entry that is a symbolic link out of the folder."""
    buffer = io.BytesIO(workbook_bytes())
    entry = zipfile.ZipInfo("xl/media/image1.png")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(entry, "../../../outside")
    return buffer.getvalue()


def many_entries() -> bytes:
    """More entries than any honest workbook has."""
    return changed({f"xl/media/{number}.png": b"" for number in range(30_000)})


def truncated() -> bytes:
    """A workbook whose copying broke off."""
    return workbook_bytes()[:-400]


def spoilt_sum() -> bytes:
    """A workbook with one bit turned in a stored entry."""
    data = bytearray(
        packed({"xl/workbook.xml": b"<workbook>" + b"a" * 500 + b"</workbook>"}, zipfile.ZIP_STORED)
    )
    data[data.index(b"aaaa")] ^= 1
    return bytes(data)


def picture_and_package() -> bytes:
    """A picture with a workbook behind it: both at once."""
    return b"\x89PNG\r\n\x1a\n" + bytes(200) + workbook_bytes()


def pdf_and_package() -> bytes:
    """A PDF with a workbook behind it: both at once."""
    return b"%PDF-1.7\n%\xff\xff\n1 0 obj<<>>endobj\n" + workbook_bytes()
