"""Places in a rule set, as findings name them: `group.2.criterion.1.item.3.band.2`, numbers counted from 1."""

from collections.abc import Iterator

from db.rules.scoring.rule_sets import Criterion, RuleSet


def placed(rule_set: RuleSet) -> Iterator[tuple[str, Criterion]]:
    """Return every criterion and item with its place, in the order of the sheet, a parent before its items."""
    for at, group in enumerate(rule_set.groups, start=1):
        yield from _below(f"group.{at}.criterion", group.criteria)


def placed_leaves(rule_set: RuleSet) -> Iterator[tuple[str, Criterion]]:
    """Return what is scored with its place."""
    return ((place, item) for place, item in placed(rule_set) if not item.items)


def _below(stem: str, criteria: tuple[Criterion, ...]) -> Iterator[tuple[str, Criterion]]:
    for at, criterion in enumerate(criteria, start=1):
        place = f"{stem}.{at}"
        yield place, criterion
        yield from _below(f"{place}.item", criterion.items)
