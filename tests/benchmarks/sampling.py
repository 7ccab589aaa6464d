"""Samples taken in turns, so that whatever else the machine does meets all contenders alike."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

Marks = Mapping[str, float]
Contender = Callable[[], Marks]


@dataclass(frozen=True)
class Pairs:
    """The program's samples and those of its yardstick, taken in the same rounds; in milliseconds or MB."""

    own: Sequence[float]
    yardstick: Sequence[float]

    @property
    def ratio(self) -> float:
        """Return the ratio of the medians."""
        return median(self.own) / median(self.yardstick)

    @property
    def pairwise(self) -> tuple[float, float, float]:
        """Return the lower quartile, the median and the upper quartile of the ratios round by round."""
        ratios = [own / other for own, other in zip(self.own, self.yardstick, strict=True)]
        if len(ratios) < 2:
            return ratios[0], ratios[0], ratios[0]
        first, middle, last = quantiles(ratios, n=4, method="inclusive")
        return first, middle, last


class Samples:
    """What every contender took in every round, by contender and mark."""

    def __init__(self, taken: Mapping[str, Sequence[Marks]]) -> None:
        self._taken = taken

    def of(self, contender: str, mark: str) -> list[float]:
        """Return one mark of a contender, round by round."""
        return [marks[mark] for marks in self._taken[contender]]

    def pairs(self, own: str, yardstick: str, mark: str) -> Pairs:
        """Return a mark of two contenders side by side."""
        return Pairs(self.of(own, mark), self.of(yardstick, mark))


def in_turns(contenders: Mapping[str, Contender], rounds: int, *, warm_up: int = 1) -> Samples:
    """Let every contender run once a round, A B C A B C; the first rounds only warm up and do not count.

    A single round only tries whether all of it runs: nothing warms up for it.
    """
    warm_up = warm_up if rounds > 1 else 0
    taken: dict[str, list[Marks]] = {name: [] for name in contenders}
    for number in range(warm_up + rounds):
        for name, contender in contenders.items():
            marks = contender()
            if number >= warm_up:
                taken[name].append(marks)
    return Samples(taken)


def timed(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> Contender:
    """Return a contender that does the work in this process; its only mark is `whole`, in milliseconds.

    Long work that does all of its own is told by `process_time`, whatever else the machine does meanwhile.
    """

    def contend() -> Marks:
        # Nobody pays for what the one before left behind.
        gc.collect()
        started = clock()
        work()
        return {"whole": (clock() - started) * 1000}

    return contend
