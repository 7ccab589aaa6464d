"""Classes: each can be found on some sheet, a better one asks for more, the last one asks for nothing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.scoring.rule_sets import RuleSet, ScoreClass
from db.rules.scoring.sound.bounds import most_of
from db.rules.scoring.sound.outcomes import Possible

_ZERO = Decimal(0)


def class_findings(rule_set: RuleSet, possible: Possible) -> Iterator[Finding]:
    """Return what is wrong with the classes, which stand from the best down."""
    for at, item in enumerate(rule_set.classes, start=1):
        place = f"class.{at}"
        wrong = [*_wants(rule_set, item, place, possible)]
        yield from wrong
        if not wrong:
            yield from _found(rule_set, at - 1, place, possible)
    yield from _order(rule_set.classes)
    if rule_set.classes and possible.class_outcomes(rule_set.classes[-1]) != frozenset((True,)):
        yield Finding("last_class_wants", f"class.{len(rule_set.classes)}", rule_set.classes[-1].title)


def _wants(rule_set: RuleSet, item: ScoreClass, place: str, possible: Possible) -> Iterator[Finding]:
    for code in item.needs:
        if code not in rule_set.condition_by_code:
            yield Finding("condition_unknown", f"{place}.needs", code)
        elif possible.outcomes(code) == frozenset((False,)):
            yield Finding("class_needs_never", f"{place}.needs", code)
    if len(set(item.needs)) < len(item.needs):
        yield Finding("of_twice", f"{place}.needs", ", ".join(item.needs))
    yield from _threshold(item, place, possible)
    for code, least in item.floors.items():
        yield from _floor(rule_set, code, least, f"{place}.floors", possible)


def _threshold(item: ScoreClass, place: str, possible: Possible) -> Iterator[Finding]:
    most = possible.total.most
    if item.least is None:
        return
    if most is not None and item.least > most:
        facts = {"most": number_text(most)}
        yield Finding("class_over_total", f"{place}.least", number_text(item.least), facts)
    elif item.least * 1000 % 1:
        yield Finding("too_precise", f"{place}.least", number_text(item.least))


def _floor(rule_set: RuleSet, code: str, least: Decimal, place: str, possible: Possible) -> Iterator[Finding]:
    if code not in {group.code for group in rule_set.groups}:
        yield Finding("group_unknown", place, code)
        return
    most = possible.of_group(code).most
    if most is not None and least > most:
        facts = {"group": code, "most": number_text(most)}
        yield Finding("floor_over_group", place, number_text(least), facts)
    elif least * 1000 % 1:
        yield Finding("too_precise", place, number_text(least))


def _found(rule_set: RuleSet, at: int, place: str, possible: Possible) -> Iterator[Finding]:
    """Tell of a class that no sheet can be of: whoever meets its wants meets those of a better one."""
    item = rule_set.classes[at]
    failed_to = {failing.class_code for failing in rule_set.failing}
    better = next((one for one in rule_set.classes[:at] if _implied(one, item, possible)), None)
    if better is not None and item.code not in failed_to:
        yield Finding("class_never_found", place, item.title, {"better": better.title})
    elif _floors_decide(rule_set, item):
        facts = {"floors": number_text(sum(item.floors.values(), _ZERO))}
        yield Finding("floors_over_least", f"{place}.floors", number_text(item.least), facts)


def _implied(better: ScoreClass, worse: ScoreClass, possible: Possible) -> bool:
    """Return whether all that a better class wants is also wanted by a worse one, or always met."""
    if possible.class_outcomes(better) == frozenset((True,)):
        return True
    least = worse.least if worse.least is not None else possible.total.least
    return (
        (better.least is None or (least is not None and better.least <= least))
        and set(better.needs) <= set(worse.needs)
        and all(
            code in worse.floors and points <= worse.floors[code] for code, points in better.floors.items()
        )
    )


def _floors_decide(rule_set: RuleSet, item: ScoreClass) -> bool:
    """Return whether the floors alone make up the threshold, so that it decides nothing."""
    if item.least is None or not item.floors or any(leaf.may_not_apply for leaf in rule_set.leaves):
        return False
    if any(leaf.least < 0 for leaf in rule_set.leaves):
        return False
    return item.least <= sum(item.floors.values(), _ZERO) and most_of(rule_set.leaves) > 0


def _order(classes: Sequence[ScoreClass]) -> Iterator[Finding]:
    """Tell of a better class that asks for fewer points; conditions may make it right, so it is looked at."""
    for at, (better, worse) in enumerate(pairwise(classes), start=1):
        if better.least is not None and worse.least is not None and better.least <= worse.least:
            facts = {"better": number_text(better.least), "title": better.title}
            yield Finding("class_order", f"class.{at + 1}.least", number_text(worse.least), facts)
