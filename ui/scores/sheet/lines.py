"""The rows of a sheet's grid: each group, its criteria, their items, and last the conditions that are asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.formats import number_text
from db.rules.scoring.rule_sets import Criterion, CriterionGroup, RuleSet
from ui.scores.sheet import texts


@dataclass(frozen=True)
class Line:
    """One row: what stands in the first columns, how far in; the criteria it adds up, or that it is answered."""

    code: str
    title: str
    most: str
    criteria: tuple[str, ...]
    depth: int = 0
    is_answered: bool = False


def sheet_lines(rules: RuleSet) -> tuple[Line, ...]:
    """Return the rows of a rule set."""
    lines = [line for group in rules.groups for line in _group_lines(group)]
    conditions = rules.asked[len(rules.leaves) :]
    if not conditions:
        return tuple(lines)
    asked = (Line(item.code, item.title, "", (item.code,), 1, is_answered=True) for item in conditions)
    return (*lines, Line("", texts.CONDITIONS, "", ()), *asked)


def _group_lines(group: CriterionGroup) -> Iterator[Line]:
    codes = tuple(item.code for item in group.leaves)
    yield Line(group.code, group.title, number_text(group.most), codes)
    for criterion in group.criteria:
        yield from _criterion_lines(criterion, 1)


def _criterion_lines(criterion: Criterion, depth: int) -> Iterator[Line]:
    codes = tuple(item.code for item in criterion.leaves)
    most = number_text(criterion.most)
    yield Line(criterion.code, criterion.title, most, codes, depth, is_answered=not criterion.items)
    for item in criterion.items:
        yield from _criterion_lines(item, depth + 1)
