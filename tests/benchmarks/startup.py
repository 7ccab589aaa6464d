"""The start of the window, beside an empty window: from before the process until rows are painted, and its memory."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.child import marks_of
from tests.benchmarks.offices import Offices
from tests.benchmarks.rows import Amount, Row, Share
from tests.benchmarks.sampling import Contender, Marks, Pairs, Samples, in_turns
from tests.benchmarks.start_steps import STEPS

_MARKS = {
    "painted": "process start to the painted window",
    "filled": "process start to the first list filled",
}
_LIMITS = {"painted": 1.5, "filled": 4.0}
_SAME_DISTRICT = 1.15
_ALL_SUBJECTS = (
    "Every subject that was opened stays made; the pages of returns, and the forms that they fill, came on top of what "
    "was just above the limit."
)
_LONGER_LIST = (
    "The first list has 30,000 rows of the year instead of 950: all are matched, put in order and added up."
)
_REASONS = {
    "painted": "Beside an empty window, the program's has a rail, a bar, icons and fonts to draw.",
    "filled": "After the window is painted, SQLAlchemy, the book's services and the lists are imported and the first "
    "records mapped, all Python on one core: the steps below. SQLAlchemy alone takes more than an empty window.",
}


def start_rows(offices: Offices, screen: Mapping[str, str], where: str, rounds: int) -> Iterator[Row]:
    """Start an empty window and both offices' windows in turns."""
    samples = in_turns(
        {
            "empty": lambda: marks_of("tests.benchmarks.empty_window", screen=screen),
            "district": _opening(offices.district, screen),
            "large": _opening(offices.large, screen),
        },
        rounds,
    )
    for mark in _MARKS:
        yield from _rows(samples, mark, where)


def start_shares(office: Path, screen: Mapping[str, str], rounds: int) -> Iterator[Share]:
    """Start an office's window and tell what each step takes of the way to its first list."""
    told = in_turns(
        {"own": lambda: marks_of("tests.benchmarks.start_steps", str(office), screen=screen)}, rounds
    )
    reached = [told.of("own", mark) for mark in STEPS]
    for step, (earlier, later) in zip(STEPS.values(), pairwise([[0.0] * rounds, *reached]), strict=True):
        taken = (end - begin for begin, end in zip(earlier, later, strict=True))
        yield Share(step, tuple(taken), tuple(reached[-1]))


def idle_amounts(office: Path, screen: Mapping[str, str], rounds: int) -> Iterator[Amount]:
    """Start an office's window and leave it alone; the most memory it held until nothing was left to do."""
    samples = in_turns({"own": _opening(office, screen, "idle")}, rounds, warm_up=0)
    yield Amount(
        "memory of the idle window, 19 communes, nothing opened but its first list",
        None,
        tuple(samples.of("own", "memory")),
        "MB",
    )


def memory_amounts(office: Path, screen: Mapping[str, str], rounds: int) -> Iterator[Amount]:
    """Open every subject of an office's window; the most memory it ever held."""
    samples = in_turns(
        {
            "empty": lambda: marks_of("tests.benchmarks.empty_window", screen=screen),
            "own": _opening(office, screen, "visit"),
        },
        rounds,
        warm_up=0,
    )
    yield Amount(
        "memory of the window, 600 communes, every subject opened",
        200,
        tuple(samples.of("own", "memory")),
        "MB",
        reason=_ALL_SUBJECTS,
    )
    yield Amount("memory of an empty PySide6 window", None, tuple(samples.of("empty", "memory")), "MB")


def _opening(office: Path, screen: Mapping[str, str], *errand: str) -> Contender:
    def contend() -> Marks:
        marks = marks_of("tests.benchmarks.opened_window", str(office), *errand, screen=screen)
        if not marks["rows"]:
            raise RuntimeError("the list was empty")
        return marks

    return contend


def _rows(samples: Samples, mark: str, where: str) -> Iterator[Row]:
    work, against = _MARKS[mark], f"an empty PySide6 window, {where}"
    yield Row(
        f"{work}, 19 communes",
        against,
        _LIMITS[mark],
        Pairs(samples.of("district", mark), samples.of("empty", "painted")),
        reason=_REASONS[mark],
    )
    yield Row(
        f"{work}, 600 communes",
        f"the same with 19 communes, {where}",
        _SAME_DISTRICT,
        samples.pairs("large", "district", mark),
        reason=_LONGER_LIST,
    )
