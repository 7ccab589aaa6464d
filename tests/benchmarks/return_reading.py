"""Returned workbooks of the quarterly set read and checked, beside openpyxl loading them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.filled import FilledReturn, FilledSheet, control_totals
from db.rules.returns.forms import RowsOf
from db.services import units
from db.services.returns import filling
from db.services.returns.received import Outcome
from db.sessions import Book
from exports.returns.writing import write_files
from tests.benchmarks.child import marks_of
from tests.benchmarks.large_book import DISTRICT, LAST_YEAR
from tests.benchmarks.return_adding import add_up, received_office, whole_row
from tests.benchmarks.rows import Amount, Row
from tests.benchmarks.sampling import in_turns, timed
from ui.returns.received.batches import read_batch

_PERIOD = parse_period(f"{LAST_YEAR - 1}-Q3")
# So few are read for comparison: the memory is to be the same.
_FEW = 60
_REASON = (
    "The child process reads a file while nobody judges, and the program judges one while nobody reads: the two do "
    "not overlap yet."
)


def returned_workbooks(folder: Path, office: Path) -> tuple[Path, ...]:
    """Write the workbook of the quarterly set of every commune into a folder."""
    folder.mkdir()
    with Book(office, lock=False) as book, book.reading() as session:
        unit = units.find(session, DISTRICT, _PERIOD.span(DECREE_09).last)
        whole = filling.fill(session, set_code="quarterly", unit=unit, period=_PERIOD)
    return tuple(_written(whole, at, folder) for at in range(1, _row_count(whole)))


def reading_rows(office: Path, paths: Sequence[Path], rounds: int) -> Iterator[Row]:
    """Measure on the book in `office`, which receives the workbooks; they are added up in a copy that took them in."""
    received = received_office(office, paths, paths[0].parent.with_name("received"))
    with Book(office, lock=False) as book:
        contenders = {
            "own": timed(lambda: _read(book, paths)),
            "adding": timed(lambda: add_up(received)),
            "openpyxl": timed(lambda: [load_workbook(path) for path in paths]),
        }
        samples = in_turns(contenders, rounds, warm_up=0)
    work = f"reading and checking {len(paths)} returned workbooks of the quarterly set"
    pairs = samples.pairs("own", "openpyxl", "whole")
    yield Row(work, "openpyxl loading them", 0.2, pairs, reason=_REASON)
    yield whole_row(samples, len(paths))


def reading_amounts(office: Path, paths: Sequence[Path], rounds: int) -> Iterator[Amount]:
    """Measure the most memory that reading ever held, its child process included."""
    for count in sorted({min(_FEW, len(paths)), len(paths)}):
        samples = tuple(_memory(office, paths[0].parent, count) for _ in range(rounds))
        work = f"memory of reading and checking {count} returned workbooks"
        yield Amount(work, 300, samples, "MB")


def _memory(office: Path, folder: Path, count: int) -> float:
    arguments = (str(office), str(folder), str(count))
    return marks_of("tests.benchmarks.reading_memory", *arguments, screen={})["memory"]


def _read(book: Book, paths: Sequence[Path]) -> None:
    files = read_batch(book, paths, lambda *_: None)
    if not all(file.plan.outcome is Outcome.NEW and file.plan.verified for file in files):
        raise RuntimeError("a workbook was not taken")


def _row_count(whole: FilledReturn) -> int:
    return max(len(sheet.rows) for sheet in whole.sheets if sheet.form.rows is RowsOf.UNITS)


def _written(whole: FilledReturn, at: int, folder: Path) -> Path:
    """Write the return that a commune would send: its own row of every form, which is the total too."""
    row = next(sheet for sheet in whole.sheets if sheet.form.rows is RowsOf.UNITS).rows[at]
    sheets = tuple(_own_sheet(sheet, str(row[1])) for sheet in whole.sheets)
    own = replace(
        whole,
        unit_code=str(row[1]),
        unit_name=str(row[2]),
        sheets=sheets,
        control_totals=control_totals(sheets),
    )
    path = folder / f"{own.unit_code}.xlsx"
    write_files(own, path)
    return path


def _own_sheet(sheet: FilledSheet, code: str) -> FilledSheet:
    if sheet.form.rows is RowsOf.TARGETS:
        return FilledSheet(sheet.form, ())
    holds = [column.holds for column in sheet.form.columns]
    row = next(row for row in sheet.rows if row[holds.index("unit_code")] == code)
    words = {"unit_name": sheet.form.total, "unit_code": None, "row_number": None}
    total = tuple(words.get(held, value) for held, value in zip(holds, row, strict=True))
    own = (1, *row[1:]) if holds[0] == "row_number" else row
    return FilledSheet(sheet.form, (own,), total if sheet.form.total else ())
