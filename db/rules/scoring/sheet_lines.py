"""The lines of a sheet as it is filled in outside the program: groups, criteria, items, asked conditions."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from db.rules.scoring.rule_sets import Criterion, RuleSet
from db.rules.scoring.scale_words import how_scored

# The last two rows of a sheet have no code.
TOTAL, CLASS = "Tổng cộng", "Xếp loại"


class LineKind(StrEnum):
    """What a line is: a group, a criterion that has items, what is scored, an asked condition."""

    GROUP = "group"
    PARENT = "parent"
    SCORED = "scored"
    ASKED = "asked"


@dataclass(frozen=True)
class SheetLine:
    """A line with its code, its title, how it is scored, and the most points it can give (none of a condition)."""

    kind: LineKind
    code: str
    title: str
    how: str = ""
    most: Decimal | None = None
    criterion: Criterion | None = None

    @property
    def fixed(self) -> tuple[str, str, str]:
        """Return the words that nobody fills in."""
        return self.code, self.title, self.how


def sheet_lines(rule_set: RuleSet) -> tuple[SheetLine, ...]:
    """Return the lines in the order of the sheet; asked conditions stand last."""
    return tuple(_lines(rule_set))


def _lines(rule_set: RuleSet) -> Iterator[SheetLine]:
    for group in rule_set.groups:
        yield SheetLine(LineKind.GROUP, group.code, group.title, most=group.most)
        for criterion in group.criteria:
            yield from _with_items(criterion)
    for asked in rule_set.asked[len(rule_set.leaves) :]:
        yield SheetLine(LineKind.ASKED, asked.code, asked.title, how_scored(asked), criterion=asked)


def _with_items(criterion: Criterion) -> Iterator[SheetLine]:
    if not criterion.items:
        how = how_scored(criterion)
        yield SheetLine(LineKind.SCORED, criterion.code, criterion.title, how, criterion.most, criterion)
        return
    yield SheetLine(LineKind.PARENT, criterion.code, criterion.title, criterion.guide, criterion.most)
    for item in criterion.items:
        yield from _with_items(item)
