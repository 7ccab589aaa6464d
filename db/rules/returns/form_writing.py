"""Write a set of forms as TOML, in the order of the shipped ones: head, levels, forms with columns and rules.

What a form leaves at its usual value is not written. `form_documents.read_form_document` gives the same document back.
"""

from dataclasses import MISSING, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

import tomli_w

from db.rules.levels import level_bodies
from db.rules.returns.arithmetic_rules import ArithmeticRule
from db.rules.returns.form_documents import FormDocument
from db.rules.returns.forms import BY_HAND, CheckLimits, ColumnForm, SheetForm
from db.rules.returns.print_setup import print_body

_MEASURED = "measure"
# Known once the set is whole, never said by a form.
_WORKED_OUT = ("back",)


def form_text(document: FormDocument) -> str:
    """Return a document as TOML."""
    written: dict[str, Any] = {
        "title": document.title,
        "citation": document.citation,
        "valid_from": document.valid_from,
    }
    if document.valid_to is not None:
        written["valid_to"] = document.valid_to
    if document.levels:
        written["levels"] = level_bodies(document.levels)
    if said := _limits(document.limits):
        written["checks"] = said
    return tomli_w.dumps(written | {"sheet": [_sheet(sheet) for sheet in document.sheets]})


def _limits(limits: CheckLimits) -> dict[str, Any]:
    values = {field.name: (getattr(limits, field.name), field.default) for field in fields(limits)}
    return {key: _plain(value) for key, (value, usual) in values.items() if value != usual}


def _sheet(form: SheetForm) -> dict[str, Any]:
    written: dict[str, Any] = {
        "code": form.code,
        "title": form.title,
        "measured_in": form.measured_in,
        "rows": form.rows.value,
    }
    if form.total:
        written["total"] = form.total
    if said := print_body(form.print):
        written["print"] = {key: _plain(value) for key, value in said.items()}
    written["column"] = [_column(column) for column in form.columns]
    if form.rules:
        written["rule"] = [_rule(rule) for rule in form.rules]
    return written


def _column(column: ColumnForm) -> dict[str, Any]:
    written: dict[str, Any] = {"key": column.key, "head": column.head, "width": _plain(column.width)}
    if column.holds != _MEASURED:
        written["holds"] = column.holds
    worked_out = (*_WORKED_OUT, *(("kind",) if column.holds != BY_HAND else ()))
    for field in fields(column):
        value = getattr(column, field.name)
        if field.default not in (MISSING, value) and field.name not in worked_out:
            written[field.name] = _plain(value)
    return written


def _rule(rule: ArithmeticRule) -> dict[str, Any]:
    written: dict[str, Any] = {"kind": rule.kind.value}
    if rule.whole:
        written["whole"] = rule.whole
    written["parts"] = list(rule.parts)
    return written | ({"warns": True} if rule.warns else {})


def _plain(value: Any) -> Any:
    """Return a value as a person writes it: 8 without a fraction."""
    if isinstance(value, StrEnum):
        return value.value
    is_whole = isinstance(value, float | Decimal) and value == int(value)
    return int(value) if is_whole else value
