"""The form of a return set as TOML: which keys a table has, which it needs, of which type.

What it says is judged by `form_soundness`.
"""

from collections.abc import Mapping
from typing import Any

from db.rules.findings import Finding
from db.rules.measures import MeasureKind
from db.rules.returns.arithmetic_rules import Agreement
from db.rules.returns.forms import Over, RowsOf
from db.rules.returns.print_setup import Orientation, Paper
from db.rules.toml_forms import TomlForm, one_of

_FORMS: Mapping[str, Mapping[str, str]] = {
    "set": {
        "title": "text!",
        "citation": "text!",
        "valid_from": "day!",
        "valid_to": "day",
        "levels": "[levels]",
        "checks": "{checks}",
        "sheet": "[sheet]!",
    },
    "levels": {"valid_from": "day", "valid_to": "day", "units": "levels!"},
    "checks": {"jump": "number", "rate": "number", "least": "whole", "repeated": "whole"},
    "sheet": {
        "code": "text!",
        "title": "text!",
        "measured_in": "text!",
        "rows": "rows!",
        "total": "text",
        "print": "{print}",
        "column": "[column]!",
        "rule": "[rule]",
    },
    "print": {
        "orientation": "orientation",
        "paper": "paper",
        **dict.fromkeys(("fit_width", "repeat_heads", "centred"), "flag"),
        "one_page_rows": "whole",
        **dict.fromkeys(("left", "right", "top", "bottom"), "number"),
    },
    "column": {
        "key": "text!",
        "head": "text!",
        "width": "number!",
        **dict.fromkeys(("holds", "group", "measure", "each"), "text"),
        "over": "over",
        "kind": "measure_kind",
    },
    "rule": {"kind": "agreement!", "whole": "text", "parts": "texts!", "warns": "flag"},
}
_FORM = TomlForm(
    _FORMS,
    {
        "rows": one_of(list(RowsOf)),
        "over": one_of(list(Over)),
        "measure_kind": one_of(["", *MeasureKind]),
        "agreement": one_of(list(Agreement)),
        "orientation": one_of(list(Orientation)),
        "paper": one_of(list(Paper)),
    },
)


def shape_findings(body: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what has not the form of a return set, each with its place."""
    return _FORM.findings(body)
