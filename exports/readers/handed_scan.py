"""A handed book has two entries and nothing else: whatever brings another is none."""

from db.packages import Part
from db.rules.findings import Finding, Refused
from exports.readers.limits import Limits

HEAD, ROWS = "handed/head.json", "handed/rows.jsonl"
_LONGEST_HEAD = 64 * 2**10


class HandedScan:
    """Looks at the names of the entries and the length of the head; the rows are read line by line later."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def part(self, name: str) -> Part:
        """Return the check for an entry of this name."""
        if name not in (HEAD, ROWS):
            raise Refused([Finding("package_name", value=name)])
        return _Counted(_LONGEST_HEAD if name == HEAD else self.limits.unpacked_bytes)


class _Counted:
    def __init__(self, most: int) -> None:
        self._left = most

    def feed(self, chunk: bytes) -> None:
        """Count the next piece."""
        self._left -= len(chunk)
        if self._left < 0:
            raise Refused([Finding("handed_broken")])

    def close(self) -> None:
        """Nothing is told by the end alone."""
