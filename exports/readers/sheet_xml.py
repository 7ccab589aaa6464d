"""A pass over the XML parts of a workbook that reads nothing: no DTD, no entity, no cell beyond the caps."""

import re
from xml.parsers import expat

from db.packages import Part
from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from exports.readers.addresses import column_letters, column_number
from exports.readers.limits import Limits

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
# Rows of cells that carry only a style: honest files have hundreds of thousands, and nothing in them is counted.
# The row after them says by its own number where it stands.
_BARE_CELL = rb'<c r="[A-Z]{1,3}[0-9]{1,7}"[^<>]*(?:/>|></c>)'
_BARE_ROW = rb'<row r="[0-9]{1,7}"[^<>]*>(?:%b)*+</row>' % _BARE_CELL
_BARE_ROWS = re.compile(rb'%b(?:%b)*(?=<row r="[0-9]{1,7}")' % (_BARE_ROW, _BARE_ROW))
_FILLING = frozenset({"v", "is", "f"})
_XML_SUFFIXES = (".xml", ".rels")
# Each open element costs the reader memory; drawings, the deepest honest parts, are some 30 deep.
_DEEPEST = 250
# A sheet under the name of a picture: the reader follows the workbook's links, not the suffix.
_SHEET_MARK = b"sheetData"


class WorkbookScan:
    """Counts what all parts of one workbook hold together."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.tags = 0

    def part(self, name: str) -> Part:
        """Return the check for an entry of this name."""
        return _XmlPart(self, name) if name.lower().endswith(_XML_SUFFIXES) else _OtherPart()

    def count_tags(self, chunk: bytes) -> None:
        """Count the tags that begin in a piece; raise `Refused` beyond the cap."""
        self.tags += chunk.count(b"<")
        if self.tags > self.limits.tags:
            raise Refused(
                [Finding("workbook_too_large", facts={"maximum": number_text(self.limits.rectangle)})]
            )


class _XmlPart:
    def __init__(self, scan: WorkbookScan, name: str) -> None:
        self._scan = scan
        self._name = name
        self._depth = self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._reference: str | None = None
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._on_doctype
        self._parser.StartElementHandler = self._on_element
        self._parser.EndElementHandler = self._on_end

    def feed(self, chunk: bytes) -> None:
        self._scan.count_tags(chunk)
        self._parse(_BARE_ROWS.sub(b"", chunk), False)

    def close(self) -> None:
        self._parse(b"", True)
        if self._last_row * self._last_column > self._scan.limits.rectangle:
            facts = {"maximum": number_text(self._scan.limits.rectangle)}
            raise Refused([Finding("workbook_too_large", facts=facts)])

    def _parse(self, chunk: bytes, final: bool) -> None:
        try:
            self._parser.Parse(chunk, final)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Refused([Finding("file_broken", value=self._name)]) from error

    def _on_doctype(self, *_declaration: object) -> None:
        raise Refused([Finding("workbook_dtd", value=self._name)])

    def _on_end(self, _name: str) -> None:
        self._depth -= 1

    def _on_element(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused([Finding("file_broken", value=self._name)])
        local = name.rpartition(":")[2] if ":" in name else name
        if local == "c":
            self._on_cell(attributes.get("r"))
        elif local in _FILLING:
            self._on_filled()
        elif local == "row":
            self._go_to_cell()
            self._row, self._column = self._number(attributes.get("r"), self._row + 1), 0

    def _on_cell(self, reference: str | None) -> None:
        if reference is None:
            self._go_to_cell()
            self._column += 1
        else:
            self._reference = reference

    def _go_to_cell(self) -> None:
        # Where a cell stands is worked out when it matters: most of a sheet may be cells that only carry a style.
        if self._reference is None:
            return
        match = _REFERENCE.fullmatch(self._reference)
        if match is None:
            raise Refused([Finding("file_broken", value=self._name)])
        self._column, self._row, self._reference = column_number(match[1]), int(match[2]), None

    def _on_filled(self) -> None:
        # Cells and rows that carry only a style often reach the sheet's end in honest files and cost nothing.
        self._go_to_cell()
        row, column, limits = self._row, self._column, self._scan.limits
        if row > limits.rows or column > limits.columns:
            facts = {"rows": number_text(limits.rows), "columns": number_text(limits.columns)}
            raise Refused([Finding("workbook_far_cell", f"{column_letters(column)}{row}", facts=facts)])
        if row > self._last_row:
            self._last_row = row
        if column > self._last_column:
            self._last_column = column

    def _number(self, text: str | None, default: int) -> int:
        if text is None:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 8):
            raise Refused([Finding("file_broken", value=self._name)])
        return int(text)


class _OtherPart:
    def __init__(self) -> None:
        self._tail = b""

    def feed(self, chunk: bytes) -> None:
        if _SHEET_MARK in self._tail + chunk:
            raise Refused([Finding("file_broken")])
        self._tail = chunk[-len(_SHEET_MARK) :]

    def close(self) -> None:
        self._tail = b""
