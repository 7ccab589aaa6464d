"""Conditions: each looks at something that is there, can hold and can fail, and leads not back to itself."""

from collections.abc import Callable, Iterator, Mapping

from db.rules.findings import Finding
from db.rules.scoring.rule_sets import AnswerKind, Condition, ConditionKind, RuleSet
from db.rules.scoring.sound.outcomes import ANY, Possible

_CHOSEN = (AnswerKind.CHOICE, AnswerKind.YES_NO)


def condition_findings(rule_set: RuleSet, possible: Possible) -> Iterator[Finding]:
    """Return what is wrong with the conditions, and with those that fail a sheet."""
    circles = _in_circles(rule_set)
    for at, condition in enumerate(rule_set.conditions, start=1):
        place = f"condition.{at}"
        wrong = [*_OF[condition.kind](rule_set, condition, f"{place}.of"), *_range(condition, place)]
        yield from wrong
        if condition.code in circles:
            yield Finding("condition_circle", f"{place}.of", condition.code)
        elif not wrong:
            yield from _proved(condition, place, possible)
        if condition.code not in _used(rule_set):
            yield Finding("condition_unused", place, condition.code)
    yield from _failing(rule_set)


def _asked(_rule_set: RuleSet, condition: Condition, place: str) -> Iterator[Finding]:
    if condition.of:
        yield Finding("of_not_wanted", place, ", ".join(condition.of))


def _points(rule_set: RuleSet, condition: Condition, place: str) -> Iterator[Finding]:
    if len(condition.of) > 1:
        yield Finding("of_one", place, ", ".join(condition.of))
    for code in condition.of[:1]:
        if not code or code not in rule_set.leaves_under:
            yield Finding("of_unknown", place, code)


def _value(rule_set: RuleSet, condition: Condition, place: str) -> Iterator[Finding]:
    if len(condition.of) != 1:
        yield Finding("of_one", place, ", ".join(condition.of))
        return
    code = condition.of[0]
    found = next((leaf for leaf in rule_set.leaves if leaf.code == code), None)
    if found is None:
        # A group and a criterion with items have points, but no number of their own.
        known = code in rule_set.leaves_under and code
        yield Finding("of_has_no_number" if known else "of_unknown", place, code)
    elif found.scale.kind in _CHOSEN:
        yield Finding("of_has_no_number", place, code)


def _some(rule_set: RuleSet, condition: Condition, place: str) -> Iterator[Finding]:
    for code in condition.of:
        if code not in rule_set.condition_by_code:
            yield Finding("condition_unknown", place, code)
    if not condition.of:
        yield Finding("required", place)
    if len(set(condition.of)) < len(condition.of):
        yield Finding("of_twice", place, ", ".join(condition.of))
    if not 1 <= condition.count <= max(len(condition.of), 1):
        facts = {"most": str(len(condition.of))}
        yield Finding("count_out_of_range", place.removesuffix("of") + "count", str(condition.count), facts)


def _class(rule_set: RuleSet, condition: Condition, place: str) -> Iterator[Finding]:
    if len(condition.of) != 1:
        yield Finding("of_one", place, ", ".join(condition.of))
    for code in condition.of[:1]:
        if code not in {item.code for item in rule_set.classes}:
            yield Finding("class_unknown", place, code)


def _range(condition: Condition, place: str) -> Iterator[Finding]:
    if condition.kind not in (ConditionKind.POINTS, ConditionKind.VALUE):
        return
    if condition.least is None and condition.most is None:
        yield Finding("condition_without_numbers", f"{place}.least")


def _proved(condition: Condition, place: str, possible: Possible) -> Iterator[Finding]:
    outcomes = possible.outcomes(condition.code)
    if outcomes == ANY or len(outcomes - {None}) > 1:
        return
    if True not in outcomes:
        yield Finding("condition_never", place, condition.code)
    elif False not in outcomes:
        yield Finding("condition_always", place, condition.code)


def _failing(rule_set: RuleSet) -> Iterator[Finding]:
    named: set[str] = set()
    for at, item in enumerate(rule_set.failing, start=1):
        place = f"failing.{at}"
        if item.condition not in rule_set.condition_by_code:
            yield Finding("condition_unknown", f"{place}.condition", item.condition)
        elif item.condition in named:
            yield Finding("failing_twice", f"{place}.condition", item.condition)
        named.add(item.condition)
        rank = rule_set.rank(item.class_code)
        if rank == len(rule_set.classes):
            yield Finding("class_unknown", f"{place}.class", item.class_code)
        elif rank == 0:
            yield Finding("failing_to_best", f"{place}.class", item.class_code)


def _used(rule_set: RuleSet) -> set[str]:
    needed = {code for item in rule_set.classes for code in item.needs}
    looked_at = {code for item in rule_set.conditions if item.kind is ConditionKind.SOME for code in item.of}
    return needed | looked_at | {item.condition for item in rule_set.failing}


def _in_circles(rule_set: RuleSet) -> set[str]:
    """Return the conditions that lead back to themselves, also by way of what a class needs."""
    needs = {item.code: item.needs for item in rule_set.classes}
    leads: dict[str, set[str]] = {}
    for condition in rule_set.conditions:
        through = condition.kind is ConditionKind.CLASS
        steps = [code for of in condition.of for code in needs.get(of, ())] if through else condition.of
        leads[condition.code] = set(steps) if through or condition.kind is ConditionKind.SOME else set()
    return {code for code in leads if code in _reached(code, leads)}


def _reached(start: str, leads: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = set(leads[start])
    while waiting:
        code = waiting.pop()
        found.add(code)
        waiting |= leads.get(code, set()) - found
    return found


_OF: Mapping[ConditionKind, Callable[[RuleSet, Condition, str], Iterator[Finding]]] = {
    ConditionKind.ASKED: _asked,
    ConditionKind.POINTS: _points,
    ConditionKind.VALUE: _value,
    ConditionKind.SOME: _some,
    ConditionKind.CLASS: _class,
}
