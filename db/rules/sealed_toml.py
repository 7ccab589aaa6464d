"""Content as one file: a line that says what it is, its code, a SHA-256 over code and text, then the text itself."""

import hashlib
import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from db.rules.findings import Finding, Refused

# Far above the longest table that a province issued.
LARGEST_FILE = 1_000_000
_HEAD_LINES = 3
# The parser's time grows with the square of the parts of a key.
_PART_OF_KEY = re.compile(r"[^.\s]\.(?=[^.\s])|[^.\s][ \t]{1,9}\.")
_MOST_PARTS = 300
# Beyond this nobody reads on.
_MOST_FINDINGS = 200
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_CODE_LINE, _SEAL_LINE = "# mã: ", "# SHA-256: "
# The numbers of the lines, from 0, that open a table, by its name.
Heads = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class TomlFile:
    """Content as it came in a file: the code under which it was handed on (blank where unsealed), its text."""

    code: str
    text: str
    body: dict[str, Any]
    head_lines: int = 0

    def line_of(self, place: str) -> str:
        """Return the line on which the table of a finding's place begins, `dòng 12`; the place where none is."""
        line = _table_line(self._lines, self._heads, place)
        return place if line is None else _line(line + self.head_lines)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _heads(self) -> Heads:
        heads: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            if line.startswith("["):
                heads.setdefault(line.lstrip("[").partition("]")[0], []).append(number)
        return heads


@dataclass(frozen=True)
class SealedToml:
    """A kind of files: the line with which they begin, what is said of others, what has not the form of the kind."""

    first_line: str
    foreign: str
    form_findings: Callable[[Mapping[str, Any]], tuple[Finding, ...]]

    def sealed(self, code: str, text: str) -> str:
        """Return a text under its head."""
        return f"{self.first_line}\n{_CODE_LINE}{code}\n{_SEAL_LINE}{_seal(code, text)}\n{text}"

    def read(self, data: bytes, *, needs_seal: bool) -> TomlFile:
        """Take content from a file's bytes; one without a head is read where it `needs_seal` not.

        Raises Refused with findings that name the line: too large, no text, another file, cut off or changed on the
        way, not TOML, not of the form of its kind.
        """
        code, rest, lines = self._unsealed(_text(data), needs_seal=needs_seal)
        for number, line in enumerate(rest.split("\n"), start=1):
            if len(_PART_OF_KEY.findall(line)) > _MOST_PARTS:
                raise Refused([Finding("rule_file_not_toml", _line(number + lines))])
        try:
            body = tomllib.loads(rest)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            found = _AT_LINE.search(str(error))
            at = int(found[1]) if found else rest.count("\n") + 1
            raise Refused([Finding("rule_file_not_toml", _line(at + lines))]) from None
        read = TomlFile(code, rest, body, lines)
        findings = self.form_findings(body)
        if findings:
            raise Refused(lined(read, findings))
        return read

    def _unsealed(self, text: str, *, needs_seal: bool) -> tuple[str, str, int]:
        head = text.split("\n", _HEAD_LINES)
        if head[0] != self.first_line:
            if needs_seal:
                raise Refused([Finding(self.foreign, _line(1))])
            return "", text, 0
        is_whole = len(head) > _HEAD_LINES and head[1].startswith(_CODE_LINE)
        if not is_whole or not head[2].startswith(_SEAL_LINE):
            raise Refused([Finding("rule_file_cut_off", _line(min(len(head), _HEAD_LINES)))])
        code, seal, rest = head[1].removeprefix(_CODE_LINE), head[2].removeprefix(_SEAL_LINE), head[3]
        if seal != _seal(code, rest):
            raise Refused([Finding("rule_file_changed", _line(_HEAD_LINES), seal[:8])])
        return code, rest, _HEAD_LINES


def lined(read: TomlFile, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Return findings with their lines in the file in the place of their places in the set, the first ones."""
    for finding in findings[:_MOST_FINDINGS]:
        facts = {**finding.facts, "at": finding.place}
        yield Finding(finding.code, read.line_of(finding.place), finding.value, facts)


def _text(data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise Refused([Finding("file_too_big", "", str(len(data)), {"maximum": str(LARGEST_FILE // 10**6)})])
    if not data.strip():
        raise Refused([Finding("file_empty")])
    try:
        # A mail program may have changed the ends of lines; the text is the same.
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused([Finding("rule_file_not_utf8", _line(line))]) from None


def _seal(code: str, text: str) -> str:
    return hashlib.sha256(f"{code}\n{text}".encode()).hexdigest()


def _line(number: int) -> str:
    return f"dòng {number}"


def _table_line(lines: list[str], heads: Heads, place: str) -> int | None:
    """Return the line of a place: of its key, else of the innermost table that has a head of its own, from 1."""
    found: int | None = None
    start, name = 0, ""
    for part, count in _steps(place):
        name = f"{name}.{part}" if name else part
        line = _nth_head(heads.get(name, ()), count, start)
        if line is None:
            return _key_line(lines, part, count, start) or found
        found = start = line
    return found


def _steps(place: str) -> Iterator[tuple[str, int]]:
    """Part a place into its keys, each with its number, which is 1 where it has none."""
    parts = place.split(".")
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if not part.isdecimal():
            yield part, int(following) if following.isdecimal() else 1


def _nth_head(numbers: Sequence[int], count: int, start: int) -> int | None:
    at = bisect_left(numbers, start) + count - 1
    return numbers[at] + 1 if at < len(numbers) else None


def _key_line(lines: list[str], key: str, count: int, start: int) -> int | None:
    """Return the line of a key in what begins at a line; of a list of rows that of the row of this number."""
    for number in range(start, len(lines)):
        if lines[number].startswith(key) and re.match(rf"{re.escape(key)}\s*=", lines[number]):
            return number + 1 + (count if lines[number].endswith("[") else 0)
        if start and lines[number].startswith("[["):
            return None
    return None
