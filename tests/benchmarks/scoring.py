"""Commune scoring in the large office: the board opened, all totals and classes of a year computed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from db.records import ScoreMark, ScoreSheet
from db.rules.scoring.results import Column, Given, added_up
from db.rules.scoring.rule_sets import RuleSet
from db.services.scoring import rule_sets
from db.sessions import Book
from tests.benchmarks.child import marks_of
from tests.benchmarks.large_book import LAST_YEAR
from tests.benchmarks.rows import Amount, Row
from tests.benchmarks.sampling import Samples, in_turns, timed

_OPENED, _SCROLLED, _COMPUTED = 300.0, 50.0, 500.0
_OPENING_REASON = (
    "The screen is made, the year is read with ranks, years in a row and what is due, and the groups of the first rows "
    "are added up before they are painted."
)
_COMPUTING_REASON = "Groups, what does not apply, floors and conditions are looked at for every sheet."


def board_amounts(office: Path, screen: Mapping[str, str], rounds: int) -> Iterator[Amount]:
    """Open the board and scroll it, in a new process each round."""
    runs = [
        marks_of("tests.benchmarks.opened_window", str(office), "board", screen=screen) for _ in range(rounds)
    ]
    what = f"board of {int(runs[0]['rows:scores'])} communes × 60 criteria"
    opened = tuple(run["open:scores"] for run in runs)
    yield Amount(
        f"{what}: opened for the first time, to the first rows painted",
        _OPENED,
        opened,
        reason=_OPENING_REASON,
    )
    pages = tuple(value for run in runs for mark, value in run.items() if mark.startswith("scroll:scores:"))
    yield Amount(f"{what}: the next page while scrolling", _SCROLLED, pages)


def computed(folder: Path, rounds: int) -> tuple[Row, Amount]:
    """Add up every sheet of the last year and find its class, beside plain Python adding the same points."""
    rule_set, columns = _columns(folder)
    samples: Samples = in_turns(
        {
            "own": timed(lambda: [added_up(rule_set, column) for column in columns]),
            "plain": timed(lambda: [_plain_sum(column) for column in columns]),
        },
        rounds,
    )
    work = f"all totals and classes of {len(columns)} sheets × {len(rule_set.leaves)} criteria"
    beside = "plain Python adding the same points, and nothing else"
    pairs = samples.pairs("own", "plain", "whole")
    amount = Amount(work, _COMPUTED, tuple(samples.of("own", "whole")), reason=_COMPUTING_REASON)
    return Row(work, beside, None, pairs), amount


def _columns(folder: Path) -> tuple[RuleSet, Sequence[Column]]:
    """Read the appraised answers of the last year with their points, sheet by sheet."""
    marks = select(
        ScoreMark.sheet_id, ScoreMark.criterion, ScoreMark.appraised_answer, ScoreMark.appraised_points
    ).join(ScoreSheet, ScoreMark.sheet_id == ScoreSheet.id)
    found: defaultdict[int, dict[str, Given]] = defaultdict(dict)
    with Book(folder, lock=False) as book, book.reading() as session:
        rule_set = rule_sets.parsed(rule_sets.of_year(session, LAST_YEAR))
        for sheet, criterion, answer, points in session.execute(marks.where(ScoreSheet.year == LAST_YEAR)):
            found[sheet][criterion] = Given(answer, points)
    return rule_set, tuple(found.values())


def _plain_sum(column: Column) -> Decimal:
    total = Decimal(0)
    for given in column.values():
        if given.points is not None:
            total += given.points
    return total
