"""Columns: keys and heads, what they hold, measures that there are, one for each, groups, widths."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from db.rules.content_heads import LONGEST_CODE, LONGEST_HEAD, text_findings
from db.rules.findings import Finding, Unknown
from db.rules.near_names import near_names
from db.rules.returns.forms import BY_HAND, YEAR, ColumnForm, RowsOf, SheetForm
from db.rules.returns.sound.known import KnownNames, unknown_finding
from db.rules.returns.sound.paper import size_text

_OF_UNITS = ("row_number", "unit_code", "unit_name", "measure", BY_HAND, "note")
# What the cells of a column may be, by what the rows are.
HOLDS_OF: Mapping[RowsOf, tuple[str, ...]] = {
    RowsOf.UNITS: _OF_UNITS,
    RowsOf.COMMUNES: _OF_UNITS,
    RowsOf.TARGETS: (
        "row_number",
        "target_text",
        "target_unit",
        "planned",
        "done",
        "share_of_plan",
        "note",
    ),
    RowsOf.TASKS: (
        "row_number",
        "task_content",
        "task_lead",
        "task_joining",
        "task_time",
        "task_product",
        "task_money",
        "task_money_source",
        "task_progress",
        "task_note",
    ),
}
MEASURED, TITLE, CODE = "measure", "{title}", "{code}"
# Excel takes no wider column.
_NARROWEST, _WIDEST = 2, 255
_PLAIN_KEY = re.compile("[a-z][a-z0-9_]*")


def column_findings(form: SheetForm, place: str, known: KnownNames) -> Iterator[Finding]:
    """Return what is wrong with the columns of a form."""
    if not form.columns:
        yield Finding("form_no_columns", place, form.code)
    yield from _keys(form, place, known)
    yield from _groups(form, place)
    for at, column in enumerate(form.columns, start=1):
        here = f"{place}.column.{at}"
        yield from text_findings(column.head, f"{here}.head", LONGEST_HEAD)
        if column.group:
            yield from text_findings(column.group, f"{here}.group", LONGEST_HEAD)
        if not _NARROWEST <= column.width <= _WIDEST:
            facts = {"least": str(_NARROWEST), "most": str(_WIDEST)}
            yield Finding("width_out_of_range", f"{here}.width", size_text(column.width), facts)
        yield from _holding(form, column, here)
        yield from _each(column, here, known)
        yield from _measured(column, here, known)


def _keys(form: SheetForm, place: str, known: KnownNames) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for at, column in enumerate(form.columns, start=1):
        here = f"{place}.column.{at}.key"
        yield from text_findings(column.key, here, LONGEST_CODE)
        if column.key.strip() and not _PLAIN_KEY.fullmatch(column.key):
            yield Finding("column_key_not_plain", here, column.key)
        for key in _keys_of(column, known):
            if key in first and key.strip():
                yield Finding("column_key_twice", here, key, {"other": first[key]})
                break
            first.setdefault(key, column.head)


def _keys_of(column: ColumnForm, known: KnownNames) -> Iterator[str]:
    """Return the keys that a column has, or those that will stand in its place."""
    codes = known.entries_of(column.each) if column.each else None
    yield from [column.key] if codes is None else (f"{column.key}_{code}" for code in codes)


def _groups(form: SheetForm, place: str) -> Iterator[Finding]:
    seen: set[str] = set()
    at = 0
    for group, members in groupby(form.columns, key=lambda column: column.group):
        if group and group in seen:
            yield Finding("group_split", f"{place}.column.{at + 1}.group", group)
        seen.add(group)
        at += len(list(members))


def _holding(form: SheetForm, column: ColumnForm, here: str) -> Iterator[Finding]:
    wanted = HOLDS_OF[form.rows]
    if column.holds not in wanted:
        yield Finding("holds_not_here", f"{here}.holds", column.holds, {"rows": form.rows.value})
    elif column.holds == MEASURED and not column.measure:
        yield Finding("measure_missing", f"{here}.measure", column.head)
    elif column.holds != MEASURED and column.measure:
        yield Finding("measure_not_asked", f"{here}.measure", column.measure)


def _each(column: ColumnForm, here: str, known: KnownNames) -> Iterator[Finding]:
    speaks = CODE in column.measure
    if not column.each:
        if speaks:
            yield Finding("code_without_each", f"{here}.measure", column.measure)
        if TITLE in column.head:
            yield Finding("title_without_each", f"{here}.head", column.head)
        return
    if known.entries_of(column.each) is None:
        near = near_names(column.each, [*known.entries, YEAR])
        yield unknown_finding("each_unknown", f"{here}.each", column.each, near)
    if TITLE not in column.head:
        yield Finding("each_without_title", f"{here}.head", column.head)
    if column.each == YEAR and speaks:
        yield Finding("code_without_each", f"{here}.measure", column.measure)
    elif column.each != YEAR and column.measure and not speaks:
        yield Finding("each_without_code", f"{here}.measure", column.measure)


def _measured(column: ColumnForm, here: str, known: KnownNames) -> Iterator[Finding]:
    codes = known.entries_of(column.each) if column.each else None
    name = column.measure.replace(CODE, codes[0]) if codes else column.measure
    if not name or column.holds != MEASURED or CODE in name:
        return
    try:
        known.refer(name)
    except Unknown as unknown:
        code = "filter_unknown" if unknown.what == "filter" else "column_measure_unknown"
        yield unknown_finding(code, f"{here}.measure", column.measure, unknown.near)
