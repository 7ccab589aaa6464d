"""A pass over one XML part that keeps nothing of it: well formed, without a DTD, no tag or comment without end."""

from collections.abc import Callable
from xml.parsers import expat

from db.rules.findings import Finding, Refused

# What has no end yet is held whole, several times over: the longest honest tag has some hundred bytes.
_MOST_HELD = 4 * 2**20
_AT_ONCE = 2**18


class XmlPass:
    """Tells of the elements of a part that is fed in pieces; raises `Refused`, naming the part."""

    def __init__(
        self, name: str, on_start: Callable[[str, dict[str, str]], None], on_end: Callable[[str], None]
    ) -> None:
        self._name = name
        self._fed = 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._on_doctype
        self._parser.StartElementHandler = on_start
        self._parser.EndElementHandler = on_end

    def feed(self, chunk: bytes) -> None:
        """Read the next piece."""
        for start in range(0, len(chunk), _AT_ONCE):
            piece = chunk[start : start + _AT_ONCE]
            self._parse(piece, False)
            self._fed += len(piece)
            if self._fed - self._parser.CurrentByteIndex > _MOST_HELD:
                raise self._broken()

    def close(self) -> None:
        """Read the end."""
        self._parse(b"", True)

    def _parse(self, chunk: bytes, final: bool) -> None:
        try:
            self._parser.Parse(chunk, final)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise self._broken() from error

    def _on_doctype(self, *_declaration: object) -> None:
        raise Refused([Finding("workbook_dtd", value=self._name)])

    def _broken(self) -> Refused:
        return Refused([Finding("file_broken", value=self._name)])
