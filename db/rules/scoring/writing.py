"""Write a rule set as TOML, in the order of the shipped ones: head, days, levels, groups, conditions, classes.

What a set leaves at its usual value is not written. `documents.read_document` gives the same document back.
"""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

import tomli_w

from db.rules.levels import level_bodies
from db.rules.scoring.documents import Document
from db.rules.scoring.rule_sets import (
    AnswerKind,
    Band,
    Condition,
    Criterion,
    CriterionGroup,
    DueDay,
    Option,
    RuleSet,
    Scale,
    ScoreClass,
)

_USUAL_SCALE = {item.name: item.default for item in fields(Scale)}
_SCALE_PLAIN = ("counts", "measure", "whole_measure")
_SCALE_NUMBERS = ("full", "each", "floor", "per", "no", "yes_from")


def document_text(document: Document) -> str:
    """Return a document as TOML."""
    return tomli_w.dumps(_head(document) | _body(document.rule_set))


def _head(document: Document) -> dict[str, Any]:
    rule_set = document.rule_set
    return {
        "title": document.title,
        "citation": document.citation,
        "valid_from": document.valid_from,
        **_given(valid_to=document.valid_to, total=document.total),
        "scaled": rule_set.scaled,
        "decimals": rule_set.decimals,
    }


def _body(rule_set: RuleSet) -> dict[str, Any]:
    optional = {
        "due": {step: _due(day) for step, day in rule_set.due.items()},
        "levels": level_bodies(rule_set.levels),
        "group": [_group(item) for item in rule_set.groups],
        "condition": [_condition(item) for item in rule_set.conditions],
        "failing": [{"condition": item.condition, "class": item.class_code} for item in rule_set.failing],
        "class": [_class(item) for item in rule_set.classes],
    }
    needed = ("group", "class")
    return {key: value for key, value in optional.items() if value or key in needed}


def _due(due: DueDay) -> dict[str, Any]:
    later = {"years_later": due.years_later} if due.years_later else {}
    return {"month": due.month, "day": due.day, **later}


def _group(group: CriterionGroup) -> dict[str, Any]:
    return {
        "code": group.code,
        "title": group.title,
        "criterion": [_criterion(item) for item in group.criteria],
    }


def _criterion(criterion: Criterion) -> dict[str, Any]:
    written: dict[str, Any] = {"code": criterion.code, "title": criterion.title}
    if not criterion.items:
        written["most"] = _plain(criterion.most)
    if criterion.guide:
        written["guide"] = criterion.guide
    if criterion.may_not_apply:
        written["may_not_apply"] = True
    if answer := _scale(criterion):
        written["answer"] = answer
    if criterion.items:
        written["item"] = [_criterion(item) for item in criterion.items]
    return written


def _scale(criterion: Criterion) -> dict[str, Any]:
    scale = criterion.scale
    written: dict[str, Any] = {} if scale.kind is AnswerKind.HAND else {"kind": scale.kind.value}
    for key in (*_SCALE_PLAIN, *_SCALE_NUMBERS):
        value = getattr(scale, key)
        if value != _USUAL_SCALE[key]:
            written[key] = _plain(value)
    # Unless a set says otherwise, yes is worth the most.
    if scale.yes != criterion.most:
        written["yes"] = _plain(scale.yes)
    if scale.options:
        written["option"] = [_option(item) for item in scale.options]
    if scale.bands:
        written["band"] = [_band(item) for item in scale.bands]
    return written


def _option(option: Option) -> dict[str, Any]:
    return {"code": option.code, "title": option.title, "points": _plain(option.points)}


def _band(band: Band) -> dict[str, Any]:
    ends = _given(last=band.last, below=band.below)
    return {"first": _plain(band.first), **ends, "points": _plain(band.points)}


def _condition(condition: Condition) -> dict[str, Any]:
    written: dict[str, Any] = {
        "code": condition.code,
        "title": condition.title,
        "kind": condition.kind.value,
    }
    if condition.of:
        written["of"] = condition.of[0] if len(condition.of) == 1 else list(condition.of)
    if condition.in_percent:
        written["in_percent"] = True
    written |= _given(least=condition.least, most=condition.most)
    if condition.count != 1:
        written["count"] = condition.count
    if condition.measure:
        written["measure"] = condition.measure
    if condition.yes_from != 1:
        written["yes_from"] = _plain(condition.yes_from)
    return written


def _class(item: ScoreClass) -> dict[str, Any]:
    written: dict[str, Any] = {"code": item.code, "title": item.title, **_given(least=item.least)}
    if item.needs:
        written["needs"] = list(item.needs)
    if item.floors:
        written["floors"] = _given(**item.floors)
    return written


def _given(**values: Any) -> Mapping[str, Any]:
    return {key: _plain(value) for key, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    """Return a number as a person writes it: 8 without a fraction, 2.5 without a power of ten."""
    if not isinstance(value, Decimal):
        return value
    if value == value.to_integral_value():
        return int(value)
    return Decimal(f"{value.normalize():f}")
