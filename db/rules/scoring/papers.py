"""Score sheets as they go to paper: plain values, taken from records, drawn by `exports`."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from db.rules.measures import ratio
from db.rules.scoring.chain import PAST, State
from db.rules.scoring.marks import APPRAISED, SELF, Mark
from db.rules.scoring.results import Column, Given, Result, added_up
from db.rules.scoring.rule_sets import RuleSet

_PERCENT = 100


@dataclass(frozen=True)
class PaperNames:
    """What an office prints: agencies in ordinary case, place, symbol of its plans, who signs, prepares, receives."""

    parent_agency: str
    issuing_agency: str
    place: str
    symbol: str = ""
    authority: str = ""
    post: str = ""
    signatory: str = ""
    preparer: str = ""
    receiving_unit: str = ""


@dataclass(frozen=True)
class Proof:
    """A document that proves the answer to a criterion: number, day, what it is, the name of its file."""

    criterion: str
    number: str = ""
    on: date | None = None
    note: str = ""
    file_name: str = ""


@dataclass(frozen=True)
class SheetPaper:
    """All that is printed of a commune's sheet of a year.

    `names` are those of the commune, `appraisers` those of who appraises, each of the day of its column. Without a
    `state` nothing of the sheet was begun: it prints as a form to be filled in by hand.
    """

    unit_code: str
    unit_name: str
    year: int
    rule_set: RuleSet
    title: str
    citation: str
    version: str
    names: PaperNames
    appraisers: PaperNames
    state: State | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)
    columns: Mapping[str, Column] = field(default_factory=dict)
    self_on: date | None = None
    appraised_on: date | None = None
    registered_class: str = ""
    recognised_class: str = ""
    recognised_on: date | None = None
    decision_number: str = ""
    proofs: tuple[Proof, ...] = ()
    sample: bool = False

    def given(self, column: str, code: str) -> Given:
        """Return what a column has for a criterion; a blank answer where it has nothing."""
        return self.columns.get(column, {}).get(code, Given(""))

    def mark(self, code: str) -> Mark:
        """Return the answers to a criterion with reason and note."""
        return self.marks.get(code, Mark(code))

    @cached_property
    def results(self) -> Mapping[str, Result]:
        """Return both columns added up."""
        return {column: added_up(self.rule_set, self.columns.get(column, {})) for column in (SELF, APPRAISED)}

    def is_done(self, column: str) -> bool:
        """Tell whether a column counts: it was submitted, or the appraisal was closed."""
        return self.state in PAST[column]

    def counted(self, column: str) -> Decimal | None:
        """Return the points of a column that counts, as the measures have them."""
        return self.results[column].points if self.is_done(column) else None

    def counted_class(self, column: str) -> str:
        """Return the code of the class of a column that counts."""
        return (self.results[column].class_code or "") if self.is_done(column) else ""

    @property
    def difference(self) -> Decimal | None:
        """Return appraised minus self points of a sheet whose appraisal counts."""
        own, appraised = self.counted(SELF), self.counted(APPRAISED)
        return None if own is None or appraised is None else appraised - own


@dataclass(frozen=True)
class ClassShare:
    """How many of all communes are of a class, and their share in per cent: 3 decimals, half up."""

    code: str
    title: str
    count: int
    of: int

    @property
    def share(self) -> Decimal | None:
        """Return the share in per cent; nothing where there is no commune at all."""
        return ratio(self.count, self.of, _PERCENT)


@dataclass(frozen=True)
class YearPaper:
    """The sheets of a year that stand under one rule set, by code of the commune, and the office that prints them."""

    year: int
    unit_name: str
    names: PaperNames
    rule_set: RuleSet
    title: str
    citation: str
    version: str
    sheets: tuple[SheetPaper, ...]
    sample: bool = False
    last: date = date.max

    @property
    def too_late(self) -> tuple[SheetPaper, ...]:
        """Return the sheets appraised after the `last` day of the year as the office counts it: no return has them."""
        return tuple(
            sheet for sheet in self.appraised if sheet.appraised_on and sheet.appraised_on > self.last
        )

    @property
    def appraised(self) -> tuple[SheetPaper, ...]:
        """Return the sheets whose appraisal counts."""
        return tuple(sheet for sheet in self.sheets if sheet.is_done(APPRAISED))

    @property
    def missing(self) -> tuple[SheetPaper, ...]:
        """Return the sheets that the commune has not submitted."""
        return tuple(sheet for sheet in self.sheets if not sheet.is_done(SELF))

    def class_shares(self) -> tuple[ClassShare, ...]:
        """Return how many communes each class has after appraisal, the best class first, of all communes."""
        counts = Counter(sheet.counted_class(APPRAISED) for sheet in self.sheets)
        return tuple(
            ClassShare(item.code, item.title, counts[item.code], len(self.sheets))
            for item in self.rule_set.classes
        )

    def average(self, column: str) -> Decimal | None:
        """Return the average of the points that count: 3 decimals, half up."""
        points = [found for sheet in self.sheets if (found := sheet.counted(column)) is not None]
        return ratio(sum(points, Decimal(0)), len(points), 1) if points else None
