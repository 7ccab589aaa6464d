"""What a workbook has that the library which fills it does not keep: the same workbook before and after, by sheets."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

# Parts of the package that belong to the whole workbook, by the beginning of their names.
_PARTS = {
    "xl/externalLinks/externalLink": "external_links",
    "xl/connections": "connections",
    "xl/queryTables/": "connections",
    "xl/model/": "connections",
    "xl/slicer": "slicers",
    "xl/timeline": "slicers",
    "xl/richData/": "cell_pictures",
    "xl/metadata": "dynamic_arrays",
    "xl/webextensions/": "add_ins",
    "xl/customXml": "add_ins",
    "xl/chartsheets/": "chart_sheets",
}
# What a sheet leads to, by the end of the kind of the link.
_LINKED = {
    "threadedComment": "threaded_comments",
    "ctrlProp": "form_controls",
    "control": "form_controls",
    "oleObject": "embedded_files",
    "package": "embedded_files",
    "pivotTable": "pivot_tables",
    "table": "tables",
    "comments": "comments",
    "hyperlink": "hyperlinks",
}
# What stands in a drawing.
_DRAWN = {
    "pic": "pictures",
    "sp": "shapes",
    "cxnSp": "shapes",
    "grpSp": "shapes",
    "graphicFrame": "charts",
    "contentPart": "shapes",
}
# What stands in a sheet itself.
_ELEMENTS = {
    "conditionalFormatting": "conditions",
    "dataValidation": "lists",
    "customSheetView": "views",
    "protectedRange": "protected_ranges",
    "ignoredErrors": "ignored_errors",
    "legacyDrawingHF": "header_pictures",
    "picture": "backgrounds",
    "scenarios": "scenarios",
    "sparklineGroup": "sparklines",
    "oddHeader": "headers",
    "oddFooter": "headers",
    "evenHeader": "headers",
    "evenFooter": "headers",
    "firstHeader": "headers",
    "firstFooter": "headers",
}
_TEXTS = ("headers",)
# Kept, but drawn or counted anew by the library.
_REMADE = ("charts", "pivot_tables", "chart_sheets")
_BLANK = re.compile(r"\s+")

Counted = Counter[tuple[str, str, str]]


def losses(before: bytes, after: bytes) -> tuple[tuple[str, str], ...]:
    """Return what is lost, or made anew, and on which sheet (none: of the whole workbook), each once."""
    had, kept = inventory(before), inventory(after)
    gone = had - kept
    found = {(kind, sheet) for kind, sheet, _ in gone}
    found |= {(kind, sheet) for kind, sheet, _ in had if kind in _REMADE}
    return tuple(sorted(found, key=lambda item: (item[1], item[0])))


def inventory(data: bytes) -> Counted:
    """Count what a workbook has beside its cells, by kind and sheet; headers and footers by their text as well."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Counter(_found(archive))


def _found(archive: zipfile.ZipFile) -> Iterator[tuple[str, str, str]]:
    names = set(archive.namelist())
    for name in sorted(names):
        yield from ((kind, "", "") for start, kind in _PARTS.items() if name.startswith(start))
    for sheet, part in sheet_parts(archive).items():
        if part in names:
            yield from _of_sheet(archive, sheet, part)


def _of_sheet(archive: zipfile.ZipFile, sheet: str, part: str) -> Iterator[tuple[str, str, str]]:
    for element in ElementTree.fromstring(archive.read(part)).iter():
        kind = _ELEMENTS.get(_local(element.tag))
        if kind:
            text = _BLANK.sub("", element.text or "") if kind in _TEXTS else ""
            if kind not in _TEXTS or text:
                yield kind, sheet, text
    for link, target in _links(archive, part):
        if link in _LINKED:
            yield _LINKED[link], sheet, ""
        elif link == "drawing" and target in archive.namelist():
            yield from _drawn(archive, sheet, target)


def _drawn(archive: zipfile.ZipFile, sheet: str, part: str) -> Iterator[tuple[str, str, str]]:
    for element in ElementTree.fromstring(archive.read(part)).iter():
        kind = _DRAWN.get(_local(element.tag))
        if kind:
            yield kind, sheet, ""


def sheet_parts(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """Return the part of each sheet by its name."""
    links = dict(_link_targets(archive, "xl/workbook.xml"))
    found = {}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if _local(element.tag) == "sheet":
            link = next((value for key, value in element.items() if _local(key) == "id"), "")
            found[element.get("name", "")] = links.get(link, "")
    return found


def _links(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    for link in _relations(archive, part):
        yield link.get("Type", "").rpartition("/")[2], _target(part, link.get("Target", ""))


def _link_targets(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    for link in _relations(archive, part):
        yield link.get("Id", ""), _target(part, link.get("Target", ""))


def _relations(archive: zipfile.ZipFile, part: str) -> Iterator[ElementTree.Element]:
    name = f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels"
    if name in archive.namelist():
        yield from ElementTree.fromstring(archive.read(name))


def _target(part: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
