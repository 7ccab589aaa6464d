"""What a repair saved and what it could not: facts, the words are in `ui`."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of rows: brought back from the log, left out for broken letters or against a rule, or lost."""

    FROM_LOG = "from_log"
    BROKEN_TEXT = "broken_text"
    AGAINST_RULES = "against_rules"
    WITHOUT_PARENT = "without_parent"
    LOST = "lost"


@dataclass(frozen=True)
class Loss:
    """Rows of one table with one fate: how many, and what is known of them by name; `count` may be more."""

    table: str
    fate: Fate
    count: int
    names: Sequence[str] = ()


@dataclass(frozen=True)
class Repaired:
    """What a repair did: rows read as they were, what was not, and whether the chain of the log begins anew."""

    rows: int
    losses: Sequence[Loss]
    chained_anew: bool

    @property
    def lost(self) -> int:
        """Return how many rows are not in the new book."""
        return sum(loss.count for loss in self.losses if loss.fate is not Fate.FROM_LOG)
