"""Plain text becomes a source: lines, and the tables that survived in them as tabs or as Markdown pipes."""

import re
from collections.abc import Callable, Iterator, Sequence

from db.rules.plan_reading.blocks import Block, Paragraph, Place, Source, Table
from db.rules.plan_reading.flat_tables import flat_table
from db.rules.text import nfc

_TAB_WIDTH = 8
_PIPE_RULE = re.compile(r"[|:\-\s]+")


def source_of_text(text: str, name: str = "", encoding: str = "unicode") -> Source:
    """Return the source of a plain or pasted text, in NFC, its lines numbered from 1."""
    lines = tuple(nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n"))
    return Source(lines, tuple(_blocks(lines)), name, encoding)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    start = plain_until = 0
    while start < len(lines):
        table, after = _table_at(lines, start) if start >= plain_until else (None, plain_until)
        if table is not None:
            yield table
            start = after
            continue
        # What was tried once and is no table is not tried again from each of its lines.
        plain_until = max(plain_until, after)
        if lines[start].strip():
            yield _paragraph(lines[start], start + 1)
        start += 1


def _table_at(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    line = lines[start]
    readers: tuple[tuple[bool, Callable[[Sequence[str], int], tuple[Table | None, int]]], ...] = (
        (line.startswith("\t"), flat_table),
        (line.strip().startswith("|") and line.count("|") > 2, _piped_table),
        (line.count("\t") > 1 and bool(line.split("\t", 1)[0].strip()), _tabbed_table),
    )
    for fits, reader in readers:
        if fits:
            table, after = reader(lines, start)
            return table, after
    return None, start + 1


def _piped_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    after = start
    while after < len(lines) and lines[after].strip().startswith("|"):
        after += 1
    numbers = [number for number in range(start, after) if not _PIPE_RULE.fullmatch(lines[number])]
    rows = [_cells(_unpiped(lines[number].strip()).split("|")) for number in numbers]
    # A rule below the first row says that two columns are a table too.
    ruled = len(numbers) < after - start
    return _whole_table(rows, numbers, start, after, least=2 if ruled else 3)


def _tabbed_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    after = start
    while after < len(lines) and lines[after].count("\t") > 1:
        after += 1
    numbers = list(range(start, after))
    return _whole_table([_cells(lines[number].split("\t")) for number in numbers], numbers, start, after)


def _whole_table(
    rows: Sequence[tuple[str, ...]], numbers: Sequence[int], start: int, after: int, least: int = 3
) -> tuple[Table | None, int]:
    if len(rows) < 2 or min(map(len, rows)) < least:
        return None, after
    width = max(map(len, rows))
    even = tuple(row + ("",) * (width - len(row)) for row in rows)
    return Table(even, Place(start + 1, after), tuple(number + 1 for number in numbers)), after


def _unpiped(line: str) -> str:
    return line.removeprefix("|").removesuffix("|")


def _cells(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.replace("<br>", "\n").strip() for part in parts)


def _paragraph(line: str, number: int) -> Paragraph:
    bare = line.lstrip(" \t\u00a0")
    indent = sum(_TAB_WIDTH if sign == "\t" else 1 for sign in line[: len(line) - len(bare)])
    return Paragraph(line, Place(number, number), indent=indent)
