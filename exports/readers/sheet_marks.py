"""Which rows and columns of a sheet are hidden, which formulas have no value: the reader of values does not tell.

The workbook has passed the gate: its XML is well formed, has no DTD and is no larger than the limits.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from posixpath import join, normpath
from xml.etree import ElementTree

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""(?:^|\s)r\s*=\s*["'](\d+)["']""")
_FIRST = re.compile(rb"""\bmin\s*=\s*["'](\d+)["']""")
_LAST = re.compile(rb"""\bmax\s*=\s*["'](\d+)["']""")
_MOST_COLUMNS = 1_000
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\bt\s*=\s*["']e["'])[^>]*?\br\s*=\s*["']([A-Z]{1,3}\d{1,7})["']"""
)
_FORMULA = re.compile(
    # An empty text (`t="str"`) is a value.
    rb"""<(?:\w+:)?c\b(?![^>]*\bt\s*=\s*["']str["'])[^>]*?\br\s*=\s*["']([A-Z]{1,3}\d{1,7})["'][^>]*>"""
    rb"""<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"""
)


@dataclass(frozen=True)
class SheetMarks:
    """The numbers of hidden rows and columns, from 1, and the cells whose formula has no value or an error."""

    rows: list[int]
    columns: list[int]
    valueless: list[str]


def sheet_marks(data: bytes, sheet: str) -> SheetMarks:
    """Return what the XML of a sheet tells beside its values; nothing where its part is not found."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet)
        xml = archive.read(part) if part else b""
    return SheetMarks(_hidden_rows(xml), _hidden_columns(xml), _valueless(xml))


def _valueless(xml: bytes) -> list[str]:
    # The patterns walk along every cell: a sheet of 200,000 formatted rows has a million and a half of them.
    patterns = []
    if b'"e"' in xml or b"'e'" in xml:
        patterns.append(_ERROR)
    if b"<f" in xml or b":f" in xml:
        patterns.append(_FORMULA)
    return [match[1].decode() for pattern in patterns for match in pattern.finditer(xml)]


def _hidden_rows(xml: bytes) -> list[int]:
    found: list[int] = []
    number = 0
    if b"hidden" not in xml:
        return found
    for match in _ROW.finditer(xml):
        given = _NUMBER.search(match[1])
        number = int(given[1]) if given else number + 1
        if _HIDDEN.search(match[1]):
            found.append(number)
    return found


def _hidden_columns(xml: bytes) -> list[int]:
    found: list[int] = []
    if b"hidden" not in xml:
        return found
    for match in _COLUMNS.finditer(xml):
        first, last = _FIRST.search(match[1]), _LAST.search(match[1])
        if first and last and _HIDDEN.search(match[1]):
            found += range(int(first[1]), min(int(last[1]), _MOST_COLUMNS) + 1)
    return found


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    names = archive.namelist()
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return ""
    links = {
        link.get("Id"): link.get("Target", "")
        for link in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    for entry in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if entry.tag.endswith("}sheet") and entry.get("name") == sheet:
            target = next((links.get(value, "") for key, value in entry.items() if key.endswith("}id")), "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            return path if path in names else ""
    return ""
