"""What the reader of values does not tell of a sheet: hidden rows and columns, formulas, errors, the footer.

The workbook has passed the gate: its XML is well formed, has no DTD and is no larger than the limits.
"""

import io
import re
import zipfile
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from posixpath import join, normpath
from xml.etree import ElementTree

_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^<>]*)>")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""(?:^|\s)r\s*=\s*["'](\d+)["']""")
_FIRST = re.compile(rb"""\bmin\s*=\s*["'](\d+)["']""")
_LAST = re.compile(rb"""\bmax\s*=\s*["'](\d+)["']""")
_MOST_COLUMNS = 1_000
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^<>]*\bt\s*=\s*["']e["'])[^<>]*?\br\s*=\s*["']([A-Z]{1,3}\d{1,7})["']"""
)
_FORMULA = re.compile(
    # An empty text (`t="str"`) is a value.
    rb"""<(?:\w+:)?c\b(?![^<>]*\bt\s*=\s*["']str["'])[^<>]*?\br\s*=\s*["']([A-Z]{1,3}\d{1,7})["'][^<>]*>"""
    rb"""<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"""
)


_ANY_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\b[^<>]*?\br\s*=\s*["']([A-Z]{1,3}\d{1,7})["'][^<>]*>\s*<(?:\w+:)?f\b"""
)
_FOOTER = re.compile(rb"<(?:\w+:)?oddFooter\b[^<>]*>([^<]*)<")
_MOST_FORMULAS = 1_000


@dataclass(frozen=True)
class SheetMarks:
    """The numbers of hidden rows and columns, from 1, and the cells whose formula has no value or an error.

    `errors` are those with an error, with a formula or without, `formulas` the first cells that have a formula at all.
    """

    rows: list[int]
    columns: list[int]
    valueless: list[str]
    errors: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    footer: str = ""


def sheet_marks(data: bytes, sheet: str) -> SheetMarks:
    """Return what the XML of a sheet tells beside its values; nothing where its part is not found."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _parts(archive).get(sheet)
        return _marks(archive.read(part) if part else b"")


def all_sheet_marks(data: bytes) -> dict[str, SheetMarks]:
    """Return what the XML of every sheet tells, by the sheet's name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {sheet: _marks(archive.read(part)) for sheet, part in _parts(archive).items()}


def has_foreign_links(data: bytes) -> bool:
    """Tell whether a workbook has figures of other workbooks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.startswith("xl/externalLinks/") for name in archive.namelist())


def _marks(xml: bytes) -> SheetMarks:
    valueless, errors = _valueless(xml), []
    if b'"e"' in xml or b"'e'" in xml:
        errors = [match[1].decode() for match in _ERROR.finditer(xml)]
    return SheetMarks(
        _hidden_rows(xml), _hidden_columns(xml), valueless, errors, _formulas(xml), _footer(xml)
    )


def _formulas(xml: bytes) -> list[str]:
    if b"<f" not in xml and b":f" not in xml:
        return []
    found = islice(_ANY_FORMULA.finditer(xml), _MOST_FORMULAS)
    return [match[1].decode() for match in found]


def _footer(xml: bytes) -> str:
    found = _FOOTER.search(xml)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""


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


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return where in the package each sheet lies."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    links = {
        link.get("Id"): link.get("Target", "")
        for link in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    found = {}
    for entry in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if entry.tag.endswith("}sheet"):
            target = next((links.get(value, "") for key, value in entry.items() if key.endswith("}id")), "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            if path in names:
                found[entry.get("name", "")] = path
    return found
