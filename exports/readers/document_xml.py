"""A pass over the XML parts of a Word document that reads nothing: no DTD, no wide table, no deep nesting."""

from db.packages import Part
from db.rules.findings import Finding, Refused
from exports.readers.limits import Limits
from exports.readers.xml_pass import XmlPass

_XML_SUFFIXES = (".xml", ".rels")
# Word itself stops at 63 columns; no honest document nests as deep as this.
_COLUMNS = 200
_DEEPEST = 250


class DocumentScan:
    """Counts what all parts of one document hold together."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.tags = 0

    def part(self, name: str) -> Part:
        """Return the check for an entry of this name."""
        return _XmlPart(self, name) if name.lower().endswith(_XML_SUFFIXES) else _OtherPart()

    def count_tags(self, chunk: bytes) -> None:
        """Count the tags that begin in a piece; raise `Refused` beyond the cap."""
        self.tags += chunk.count(b"<")
        if self.tags > self.limits.document_tags:
            raise Refused([Finding("document_too_large")])


class _XmlPart:
    def __init__(self, scan: DocumentScan, name: str) -> None:
        self._scan = scan
        self._depth = self._columns = 0
        self._pass = XmlPass(name, self._on_element, self._on_end)

    def feed(self, chunk: bytes) -> None:
        self._scan.count_tags(chunk)
        self._pass.feed(chunk)

    def close(self) -> None:
        self._pass.close()

    def _on_element(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused([Finding("document_too_large")])
        local = name.rpartition(":")[2]
        if local == "tr":
            self._columns = 0
        elif local in ("tc", "gridSpan", "gridBefore", "gridAfter"):
            self._widen(local, attributes)

    def _widen(self, local: str, attributes: dict[str, str]) -> None:
        span = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "val"), "1")
        is_number = span.isascii() and span.isdigit() and len(span) < 9
        self._columns += 1 if local == "tc" or not is_number else int(span) - 1
        if self._columns > _COLUMNS or not is_number:
            raise Refused([Finding("document_far_table", facts={"maximum": str(_COLUMNS)})])

    def _on_end(self, _name: str) -> None:
        self._depth -= 1


class _OtherPart:
    """Pictures and fonts are never opened."""

    def feed(self, chunk: bytes) -> None:
        """Take anything."""

    def close(self) -> None:
        """Take anything."""
