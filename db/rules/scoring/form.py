"""The form of a rule set as TOML: which keys a table has, which it needs, of which type.

What it says is judged by `soundness`.
"""

from collections.abc import Collection, Mapping
from typing import Any

from db.rules.findings import Finding
from db.rules.levels import STEPS
from db.rules.scoring.rule_sets import AnswerKind, ConditionKind
from db.rules.toml_forms import TomlForm, one_of

_FORMS: Mapping[str, Mapping[str, str]] = {
    "set": {
        "title": "text!",
        "citation": "text!",
        "valid_from": "day!",
        "valid_to": "day",
        "total": "number",
        "scaled": "flag",
        "decimals": "whole",
        "due": "{*due}",
        "levels": "[levels]",
        "group": "[group]!",
        "condition": "[condition]",
        "failing": "[failing]",
        "class": "[class]!",
    },
    "due": {"month": "whole!", "day": "whole!", "years_later": "whole"},
    "levels": {"valid_from": "day", "valid_to": "day", "units": "levels!", "chain": "{*level}"},
    "group": {"code": "text!", "title": "text!", "criterion": "[criterion]!"},
    "criterion": {
        "code": "text!",
        "title": "text!",
        "most": "number",
        "guide": "text",
        "may_not_apply": "flag",
        "answer": "{answer}",
        "item": "[criterion]",
    },
    "answer": {
        "kind": "answer_kind",
        "counts": "flag",
        "measure": "text",
        "whole_measure": "text",
        **dict.fromkeys(("full", "each", "floor", "per", "yes", "no", "yes_from"), "number"),
        "option": "[option]",
        "band": "[band]",
    },
    "option": {"code": "text!", "title": "text!", "points": "number!"},
    "band": {"first": "number!", "last": "number", "below": "number", "points": "number!"},
    "condition": {
        "code": "text!",
        "title": "text!",
        "kind": "condition_kind!",
        "of": "names",
        "in_percent": "flag",
        "least": "number",
        "most": "number",
        "count": "whole",
        "measure": "text",
        "yes_from": "number",
    },
    "failing": {"condition": "text!", "class": "text!"},
    "class": {
        "code": "text!",
        "title": "text!",
        "least": "number",
        "needs": "texts",
        "floors": "{*number}",
    },
}


def form_findings(body: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what has not the form of a rule set, each with its place."""
    return _FORM.findings(body)


def _also_needed(form: str, table: Mapping[str, Any]) -> Collection[str]:
    return ("most",) if form == "criterion" and not table.get("item") else ()


_FORM = TomlForm(
    _FORMS,
    {"answer_kind": one_of(list(AnswerKind)), "condition_kind": one_of(list(ConditionKind))},
    {"level": STEPS},
    _also_needed,
)
