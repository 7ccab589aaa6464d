"""One line of docs/speed.md: what was measured, beside what, and whether the limit is met."""

from dataclasses import dataclass
from statistics import median

from tests.benchmarks.sampling import Pairs

NO_LIMIT = "(none)"


@dataclass(frozen=True)
class Row:
    """A ratio, at most `limit` (none: told for comparison only); `reason` is told where it is missed."""

    work: str
    against: str
    limit: float | None
    pairs: Pairs
    unit: str = "ms"
    reason: str = ""

    @property
    def met(self) -> bool | None:
        """Tell whether the ratio of the medians is within the limit; nothing where there is no limit."""
        return None if self.limit is None else self.pairs.ratio <= self.limit

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line."""
        first, middle, last = self.pairs.pairwise
        return (
            self.work,
            self.against,
            NO_LIMIT if self.limit is None else f"{self.limit:g} ×",
            f"{self.pairs.ratio:.2f} ×",
            _word(self.met),
            _amount(median(self.pairs.own), self.unit),
            _amount(median(self.pairs.yardstick), self.unit),
            f"{middle:.2f} × ({first:.2f}–{last:.2f})",
            str(len(self.pairs.own)),
        )


@dataclass(frozen=True)
class Share:
    """What one step takes of a whole, both in milliseconds, round by round."""

    step: str
    samples: tuple[float, ...]
    whole: tuple[float, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line."""
        taken = median(self.samples)
        return self.step, _amount(taken, "ms"), f"{taken / median(self.whole):.0%}", str(len(self.samples))


@dataclass(frozen=True)
class Amount:
    """A figure without a yardstick, in milliseconds or MB: the median of the samples is held against `limit`."""

    work: str
    limit: float | None
    samples: tuple[float, ...]
    unit: str = "ms"
    reason: str = ""

    @property
    def met(self) -> bool | None:
        """Tell whether the median is within the limit; nothing where there is no limit."""
        return None if self.limit is None else median(self.samples) <= self.limit

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line."""
        return (
            self.work,
            NO_LIMIT if self.limit is None else _amount(self.limit, self.unit),
            _amount(median(self.samples), self.unit),
            _word(self.met),
            f"{_amount(min(self.samples), self.unit)} to {_amount(max(self.samples), self.unit)}",
            str(len(self.samples)),
        )


def _word(met: bool | None) -> str:
    return {True: "yes", False: "**no**", None: ""}[met]


def _amount(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"
