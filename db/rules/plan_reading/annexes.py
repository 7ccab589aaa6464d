"""Tables of annexes, of models and hotspots: title, columns, rows, total, and whether they add up."""

from collections.abc import Iterable, Iterator, Sequence

from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Block, Paragraph, Table
from db.rules.plan_reading.cleaning import cleaned_line
from db.rules.plan_reading.line_kinds import is_annex_head
from db.rules.plan_reading.outlines import Outline
from db.rules.plan_reading.result import ReadAnnex, ReadWarning
from db.rules.plan_reading.tables import head_count, is_total, titles
from db.rules.plan_reading.targets import is_target_table
from db.rules.plan_reading.task_tables import is_task_table


def annexes_of(blocks: Sequence[Block], read: Outline) -> tuple[ReadAnnex, ...]:
    """Return the tables of a plan that hold neither tasks nor targets, titled by the heading or the lines above."""
    below = [
        _annex(table, [node.title]) for node in read.root.walk() for table in node.tables if is_list(table)
    ]
    return (*below, *_behind(blocks))


def is_list(table: Table) -> bool:
    """Return whether a table is kept as a table: it is neither one of tasks nor one of targets."""
    return not is_task_table(table) and not is_target_table(table)


def _behind(blocks: Sequence[Block]) -> Iterator[ReadAnnex]:
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            if is_list(block):
                yield _annex(block, above)
            above = []
        else:
            line = cleaned_line(block)
            above = [line.text] if is_annex_head(line.text) else [*above[-8:], line.text]


def tables_of(blocks: Iterable[Block]) -> tuple[Table, ...]:
    """Return the tables among blocks."""
    return tuple(block for block in blocks if isinstance(block, Table))


def lines_of(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Return the cleaned lines among blocks."""
    return tuple(cleaned_line(block) for block in blocks if isinstance(block, Paragraph))


def warnings_of(annexes: Iterable[ReadAnnex]) -> tuple[ReadWarning, ...]:
    """Return where running numbers jump or a printed total is not the sum of its column."""
    return tuple(ReadWarning(annex.place.first, finding) for annex in annexes for finding in _findings(annex))


def _annex(table: Table, above: Sequence[str]) -> ReadAnnex:
    count = head_count(table)
    rows = [row for row in table.rows[count:] if any(row)]
    total = next((row for row in reversed(rows) if is_total(row)), ())
    kept = tuple(row for row in rows if not is_total(row))
    title = " ".join(line for line in above if not is_annex_head(line) and not line.startswith("("))
    named = title or next((line for line in above if is_annex_head(line)), "")
    return ReadAnnex(table.place, named, titles(table, count), kept, tuple(total))


def _findings(annex: ReadAnnex) -> Iterator[Finding]:
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
