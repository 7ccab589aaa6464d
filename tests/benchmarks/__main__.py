"""Measure everything and write docs/speed.md; `--only start` measures the start, tells it and writes nothing."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from tests.benchmarks.backing_up import backup_amounts
from tests.benchmarks.filtering import filter_amounts
from tests.benchmarks.importing import import_amounts
from tests.benchmarks.large_book import (
    DISTRICT_OF_19,
    LARGE,
    PROJECT,
    row_counts,
)
from tests.benchmarks.measures_of_year import measure_rows
from tests.benchmarks.offices import Offices, office
from tests.benchmarks.opening import opening_amounts
from tests.benchmarks.plan_paper import plan_rows
from tests.benchmarks.restating_years import restating_rows
from tests.benchmarks.return_adding import adding_amounts
from tests.benchmarks.return_export import return_rows
from tests.benchmarks.return_reading import reading_amounts, reading_rows, returned_workbooks
from tests.benchmarks.rows import Amount, Row, Share
from tests.benchmarks.scoring import board_amounts, computed
from tests.benchmarks.screens import OFFSCREEN, virtual_screen
from tests.benchmarks.searching import search_amounts
from tests.benchmarks.speed_page import speed_page
from tests.benchmarks.startup import idle_amounts, memory_amounts, start_rows, start_shares
from tests.benchmarks.succession_list import succession_amounts
from tests.helpers.long_plan import long_plan

Line = TypeVar("Line", Row, Amount, Share)
_OFFICES = {"district": DISTRICT_OF_19, "large": LARGE}
_STARTS, _MEASURES, _RESTATED, _FILES, _TYPING, _OPENING, _MEMORY = 15, 25, 7, 7, 3, 5, 3
_ONLY_START = ("--only", "start")
_IMPORTED, _READ, _COMPUTED, _RETURNED, _BACKED_UP = 50_000, 3, 15, 2, 5


def main(*arguments: str) -> int:
    """Measure, tell each figure as it comes, write the page; 2 where the arguments are none of ours."""
    if arguments not in ((), _ONLY_START):
        print("usage: python -m tests.benchmarks [--only start]", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        offices = Offices(*(office(folder / name, size) for name, size in _OFFICES.items()))
        if arguments == _ONLY_START:
            _tell_start(offices)
        else:
            _write_page(folder, offices)
    return 0


def _tell_start(offices: Offices) -> None:
    list(_told(_start_rows(offices)))
    list(_told(_start_shares(offices)))
    list(_told(_start_amounts(offices)))


def _write_page(folder: Path, offices: Offices) -> None:
    facts = row_counts(offices.large)
    beside, alone = computed(offices.large, _COMPUTED)
    rows = list(_told(chain(_rows(folder, offices), [beside])))
    amounts = list(_told(chain(_amounts(folder, offices), [alone])))
    shares = list(_told(_start_shares(offices)))
    page = speed_page(rows, amounts, facts, date.today(), shares)
    (PROJECT / "docs" / "speed.md").write_text(page, encoding="utf-8")


def _start_rows(offices: Offices) -> Iterator[Row]:
    yield from start_rows(offices, OFFSCREEN, "without a screen", _STARTS)
    with virtual_screen() as screen:
        if screen is not None:
            yield from start_rows(offices, screen, "on a virtual screen", _STARTS)


def _start_shares(offices: Offices) -> Iterator[Share]:
    yield from start_shares(offices.district, OFFSCREEN, _STARTS)


def _start_amounts(offices: Offices) -> Iterator[Amount]:
    yield from idle_amounts(offices.district, OFFSCREEN, _MEMORY)


def _rows(folder: Path, offices: Offices) -> Iterator[Row]:
    yield from _start_rows(offices)
    yield from measure_rows(offices.large, _MEASURES)
    yield from restating_rows(folder, offices.large, _RESTATED)
    yield from return_rows(folder, offices.large, _FILES)
    returned = returned_workbooks(folder / "returned", offices.large)
    yield from reading_rows(offices.large, returned, _RETURNED)
    yield from plan_rows(folder, long_plan(13), _FILES)


def _amounts(folder: Path, offices: Offices) -> Iterator[Amount]:
    yield from opening_amounts(offices.large, OFFSCREEN, _OPENING)
    yield from board_amounts(offices.large, OFFSCREEN, _OPENING)
    yield from filter_amounts(offices.large, OFFSCREEN, _TYPING)
    yield from search_amounts(offices.large, OFFSCREEN, _TYPING)
    yield from _start_amounts(offices)
    yield from memory_amounts(offices.large, OFFSCREEN, _MEMORY)
    yield from reading_amounts(offices.large, sorted((folder / "returned").iterdir()), _MEMORY)
    yield from adding_amounts(
        offices.large, sorted((folder / "returned").iterdir()), folder / "added", _MEMORY
    )
    yield from backup_amounts(offices.large, _BACKED_UP)
    yield from import_amounts(folder, offices.large, _IMPORTED)
    yield from succession_amounts(folder, _READ)


def _told(measured: Iterator[Line]) -> Iterator[Line]:
    for item in measured:
        print(" · ".join(cell for cell in item.cells if cell), flush=True)
        yield item


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
