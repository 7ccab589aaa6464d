"""A filled return as one JSON document, from which it is printed again whatever became of its forms since."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any

from db.rules.formats import Value, plain_number
from db.rules.periods import Span
from db.rules.returns.arithmetic_rules import Agreement, ArithmeticRule
from db.rules.returns.filled import FilledReturn, FilledSheet, ReturnHead, control_totals
from db.rules.returns.forms import ColumnForm, Over, ReturnSet, RowsOf, SheetForm
from db.rules.returns.print_setup import print_body, read_print

_FORM = 1
_DAY = "day"


def frozen_text(filled: FilledReturn) -> str:
    """Write a return with its forms as JSON; what is said of earlier years is not part of it."""
    whole = {
        "form": _FORM,
        "set": {key: getattr(filled.set, key) for key in ("code", "title", "citation", "version")},
        "head": asdict(filled.head),
        "unit": {"code": filled.unit_code, "name": filled.unit_name, "on": filled.unit_valid_on.isoformat()},
        "period": filled.period,
        "days": [filled.span.first.isoformat(), filled.span.last.isoformat(), filled.span.year],
        "revision": filled.revision,
        "notes": list(filled.notes),
        "sheets": [_sheet_body(sheet) for sheet in filled.sheets],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def thawed(text: str) -> FilledReturn:
    """Read a return from its JSON; raises ValueError for what was not frozen by `frozen_text`."""
    try:
        return _filled(json.loads(text, parse_float=Decimal))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError("no frozen return") from error


def _filled(body: Mapping[str, Any]) -> FilledReturn:
    sheets = tuple(_sheet(item) for item in body["sheets"])
    first, last, year = body["days"]
    forms = tuple(sheet.form for sheet in sheets)
    return FilledReturn(
        set=ReturnSet(**body["set"], sheets=forms),
        head=ReturnHead(**body["head"]),
        unit_code=body["unit"]["code"],
        unit_name=body["unit"]["name"],
        unit_valid_on=date.fromisoformat(body["unit"]["on"]),
        period=body["period"],
        span=Span(date.fromisoformat(first), date.fromisoformat(last), year),
        sheets=sheets,
        revision=body["revision"],
        control_totals=control_totals(sheets),
        notes=tuple(body.get("notes", ())),
    )


def _sheet_body(sheet: FilledSheet) -> dict[str, Any]:
    form = sheet.form
    return {
        "code": form.code,
        "title": form.title,
        "measured_in": form.measured_in,
        "rows": form.rows,
        "total": form.total,
        "columns": [_told(column) for column in form.columns],
        "rules": [_told(rule) for rule in form.rules],
        "notes": list(sheet.notes),
        "print": print_body(form.print),
        "entries": form.entries,
        "values": [[_plain(value) for value in row] for row in (*sheet.rows, sheet.total)],
    }


def _told(thing: ColumnForm | ArithmeticRule) -> dict[str, Any]:
    """Return the fields of a column or a rule that say something: ten thousand columns are kept over the years."""
    values = {field.name: getattr(thing, field.name) for field in fields(thing)}
    return {key: value for key, value in values.items() if value not in ("", 0, False)}


def _sheet(body: Mapping[str, Any]) -> FilledSheet:
    columns = tuple(_column(item) for item in body["columns"])
    rules = tuple(_rule(item) for item in body["rules"])
    form = SheetForm(
        code=body["code"],
        title=body["title"],
        measured_in=body["measured_in"],
        rows=RowsOf(body["rows"]),
        columns=columns,
        total=body["total"],
        rules=rules,
        print=read_print(body),
        entries=body.get("entries", ""),
    )
    *rows, total = (tuple(_value(value) for value in row) for row in body["values"])
    return FilledSheet(form, tuple(rows), total, notes=tuple(body.get("notes", ())))


def _column(body: Mapping[str, Any]) -> ColumnForm:
    return ColumnForm(
        **{"head": "", **body, "width": float(body.get("width", 0)), "over": Over(body["over"])}
    )


def _rule(body: Mapping[str, Any]) -> ArithmeticRule:
    return ArithmeticRule(
        Agreement(body["kind"]), tuple(body.get("parts", ())), body.get("whole", ""), body.get("warns", False)
    )


def _plain(value: Value) -> Any:
    return {_DAY: value.isoformat()} if isinstance(value, date) else plain_number(value)


def _value(value: Any) -> Value:
    return date.fromisoformat(value[_DAY]) if isinstance(value, dict) else value
