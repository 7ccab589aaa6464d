"""What a check of a book looks at, and what it can find wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Subject(StrEnum):
    """What is looked at, in the order in which it is."""

    FILE = "file"
    LINKS = "links"
    SCHEMA = "schema"
    OFFICE = "office"
    NUMBERS = "numbers"
    SEALED = "sealed"
    SEARCH = "search"
    HISTORY = "history"
    EVIDENCE = "evidence"


class Kind(StrEnum):
    """What is wrong; `place` of its fault names a table, an index, a part of the schema or a file."""

    PAGES = "pages"
    CONSTRAINT = "constraint"
    INDEX = "index"
    LINK = "link"
    SCHEMA = "schema"
    NO_OFFICE = "no_office"
    NO_BOOK_KEY = "no_book_key"
    NUMBERS = "numbers"
    CHAIN = "chain"
    CHAIN_GAP = "chain_gap"
    CHAIN_STRAY = "chain_stray"
    CONTENT = "content"
    RETURN = "return"
    RECEIVED = "received"
    TEMPLATE = "template"
    SCORE_FILE = "score_file"
    SEARCH = "search"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_CHANGED = "evidence_changed"
    EVIDENCE_ASTRAY = "evidence_astray"


# What an officer mends here without losing anything: the index is made anew from the records.
MENDED_BY_INDEXING = frozenset({Kind.SEARCH})
# What lies beside the book: reading it into a new one would change nothing.
BESIDE_THE_BOOK = frozenset({Kind.EVIDENCE_MISSING, Kind.EVIDENCE_CHANGED, Kind.EVIDENCE_ASTRAY})


@dataclass(frozen=True)
class Fault:
    """One thing wrong: what, where, how many of it, and an example as the record is known to the officer."""

    kind: Kind
    place: str = ""
    count: int = 1
    example: str = ""


@dataclass(frozen=True)
class CheckReport:
    """What a full check found; `skipped` could not be looked at because of what was found before."""

    at: datetime
    faults: Sequence[Fault]
    skipped: Sequence[Subject] = ()

    @property
    def is_clean(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.faults and not self.skipped

    @property
    def wants_repair(self) -> bool:
        """Return whether something is wrong that reading the book into a new one could mend."""
        return any(fault.kind not in MENDED_BY_INDEXING | BESIDE_THE_BOOK for fault in self.faults)
