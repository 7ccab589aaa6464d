"""Codes and titles: there, short enough, none twice; no set without groups, criteria and classes."""

from collections.abc import Iterator

from db.rules.content_heads import LONGEST_CODE, LONGEST_TITLE, text_findings, twice_findings
from db.rules.findings import Finding
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.sound.places import placed


def code_findings(rule_set: RuleSet) -> Iterator[Finding]:
    """Return what is wrong with codes and titles. Answers and conditions name groups and criteria by one code each."""
    yield from _empty(rule_set)
    named = [
        *((f"group.{at}", item.code, item.title) for at, item in enumerate(rule_set.groups, start=1)),
        *((place, item.code, item.title) for place, item in placed(rule_set)),
        *((f"condition.{at}", item.code, item.title) for at, item in enumerate(rule_set.conditions, start=1)),
    ]
    classes = [(f"class.{at}", item.code, item.title) for at, item in enumerate(rule_set.classes, start=1)]
    for those in (named, classes):
        yield from twice_findings((f"{place}.code", code) for place, code, _ in those)
        for place, code, title in those:
            yield from text_findings(code, f"{place}.code", LONGEST_CODE)
            yield from text_findings(title, f"{place}.title", LONGEST_TITLE)


def _empty(rule_set: RuleSet) -> Iterator[Finding]:
    if not rule_set.groups:
        yield Finding("no_groups", "group")
    for at, group in enumerate(rule_set.groups, start=1):
        if not group.criteria:
            yield Finding("no_criteria", f"group.{at}", group.code)
    if not rule_set.classes:
        yield Finding("no_classes", "class")
