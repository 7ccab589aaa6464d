"""Tables of annexes, of models and hotspots: title, columns, rows, total, and whether they add up."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Block, Paragraph, Table
from db.rules.plan_reading.cleaning import cleaned_line, is_upper
from db.rules.plan_reading.line_kinds import is_annex_head
from db.rules.plan_reading.outlines import Outline
from db.rules.plan_reading.result import ReadAnnex, ReadWarning
from db.rules.plan_reading.tables import head_count, is_total, titles
from db.rules.plan_reading.targets import is_target_table
from db.rules.plan_reading.task_tables import is_task_table

_MOST_TITLES = 9
_LONGEST_TITLE = 200


def annexes_of(blocks: Sequence[Block], read: Outline) -> tuple[ReadAnnex, ...]:
    """Return the tables of a plan that hold neither tasks nor targets, titled by the heading or the lines above."""
    below = [
        _annex(table, _title([node.title]))
        for node in read.root.walk()
        for table in node.tables
        if is_list(table)
    ]
    return (*below, *_behind(blocks))


def is_list(table: Table) -> bool:
    """Return whether a table is kept as a table: it is neither one of tasks nor one of targets."""
    return not is_task_table(table) and not is_target_table(table)


def _behind(blocks: Sequence[Block]) -> Iterator[ReadAnnex]:
    """Tables titled by the lines above; lines that are no title, and lines without a table, are kept as they stand."""
    title = ""
    above: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            texts = above[: _titles_from(above)]
            yield from _lines(texts, title)
            title = _title(_words(above[len(texts) :])) or _title(_words(_heading(texts))) or title
            above = []
            if is_list(block):
                yield _annex(block, title)
            continue
        line = cleaned_line(block)
        if is_annex_head(line.text):
            yield from _lines(above, title)
            title, above = "", []
        above.append(line)
    yield from _lines(above, title)


def _titles_from(lines: Sequence[Paragraph]) -> int:
    """Return where the lines begin that title the table below them."""
    at = len(lines)
    while at and len(lines) - at < _MOST_TITLES and _may_title(lines[at - 1].text):
        at -= 1
    return at


def _may_title(text: str) -> bool:
    return len(text) < _LONGEST_TITLE and not (text.endswith((".", ";")) and not text.startswith("("))


def _lines(lines: Sequence[Paragraph], title: str) -> Iterator[ReadAnnex]:
    """Yield the lines of an annex without a table, a row each."""
    heading = _heading(lines)
    rows = tuple((line.text,) for line in lines[len(heading) :])
    named = _title(_words(heading)) or title
    if rows or any(not is_annex_head(line.text) for line in heading):
        place = lines[0].place.through(lines[-1].place)
        yield ReadAnnex(place, named or rows[0][0][:_LONGEST_TITLE], ("",), rows, certain=False)


def _heading(lines: Sequence[Paragraph]) -> list[Paragraph]:
    return list(takewhile(lambda line: _heads(line.text), lines[:_MOST_TITLES]))


def _heads(text: str) -> bool:
    return len(text) < _LONGEST_TITLE and (text.startswith("(") or is_annex_head(text) or is_upper(text))


def _words(lines: Iterable[Paragraph]) -> list[str]:
    return [line.text for line in lines]


def _title(above: Sequence[str]) -> str:
    title = " ".join(line for line in above if not is_annex_head(line) and not line.startswith("("))
    return title or next((line for line in above if is_annex_head(line)), "")


def tables_of(blocks: Iterable[Block]) -> tuple[Table, ...]:
    """Return the tables among blocks."""
    return tuple(block for block in blocks if isinstance(block, Table))


def lines_of(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Return the cleaned lines among blocks."""
    return tuple(cleaned_line(block) for block in blocks if isinstance(block, Paragraph))


def warnings_of(annexes: Iterable[ReadAnnex]) -> tuple[ReadWarning, ...]:
    """Return where running numbers jump or a printed total is not the sum of its column."""
    return tuple(ReadWarning(annex.place.first, finding) for annex in annexes for finding in _findings(annex))


def _annex(table: Table, title: str) -> ReadAnnex:
    count = head_count(table)
    rows = [row for row in table.rows[count:] if any(row)]
    total = next((row for row in reversed(rows) if is_total(row)), ())
    kept = tuple(row for row in rows if not is_total(row))
    return ReadAnnex(table.place, title, titles(table, count), kept, tuple(total))


def _findings(annex: ReadAnnex) -> Iterator[Finding]:
    if not annex.certain:
        yield Finding("plan_annex_text", value=annex.title[:80], facts={"count": str(len(annex.rows))})
        return
    numbers = [
        int(row[0].strip(" .")) for row in annex.rows if row[0].strip(" .").isdecimal() and len(row[0]) < 6
    ]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers)) if len(numbers) < 5000 else []
    if missing and max(numbers) < 10_000:
        facts = {"missing": ", ".join(map(str, missing[:20]))}
        yield Finding("plan_annex_number_missing", value=annex.title[:80], facts=facts)
    for column, printed in enumerate(annex.total):
        cells = [row[column] for row in annex.rows if column < len(row)]
        summed = sum(int(cell) for cell in cells if cell.isdecimal() and len(cell) < 12)
        counted = all(not cell or cell.isdecimal() for cell in cells) and any(cells)
        if column and counted and printed.isdecimal() and summed != int(printed):
            facts = {"printed": printed, "summed": str(summed), "column": annex.columns[column]}
            yield Finding("plan_annex_total", value=annex.title[:80], facts=facts)
