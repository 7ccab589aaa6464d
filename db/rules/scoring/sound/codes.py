"""Codes and titles: there, short enough, none twice; no set without groups, criteria and classes."""

from collections.abc import Iterable, Iterator

from db.rules.findings import Finding
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.sound.places import placed
from db.rules.text import cleaned

LONGEST_CODE, LONGEST_TITLE = 50, 1000
_Named = tuple[str, str, str]


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
        yield from _twice(those)
        for place, code, title in those:
            yield from text_findings(code, f"{place}.code", LONGEST_CODE)
            yield from text_findings(title, f"{place}.title", LONGEST_TITLE)


def text_findings(text: str, place: str, most: int) -> Iterator[Finding]:
    """Return what is wrong with a code or a title; a line of its own has no breaks."""
    if not text.strip():
        yield Finding("required", place)
    elif len(text) > most:
        yield Finding("too_long", place, text, {"most": str(most)})
    elif cleaned(text) != text:
        yield Finding("text_not_clean", place, cleaned(text))


def _empty(rule_set: RuleSet) -> Iterator[Finding]:
    if not rule_set.groups:
        yield Finding("no_groups", "group")
    for at, group in enumerate(rule_set.groups, start=1):
        if not group.criteria:
            yield Finding("no_criteria", f"group.{at}", group.code)
    if not rule_set.classes:
        yield Finding("no_classes", "class")


def _twice(named: Iterable[_Named]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for place, code, _ in named:
        if code in first and code.strip():
            yield Finding("code_twice", f"{place}.code", code, {"other": first[code]})
        first.setdefault(code, place)
