"""Forms of a set: codes that Excel takes as names of sheets, titles, what tells rows apart, their total."""

from collections.abc import Iterator

from db.rules.content_heads import LONGEST_HEAD, text_findings
from db.rules.findings import Finding
from db.rules.returns.forms import RowsOf, SheetForm

LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = frozenset(r"[]:*?/\ ".strip())
# Excel keeps the first for itself, workbooks of this program the other one.
_TAKEN = ("history", "_pcmd")
_LONGEST_TITLE = 1000


def sheets_findings(sheets: tuple[SheetForm, ...]) -> Iterator[Finding]:
    """Return what is wrong with the forms of a set together."""
    if not sheets:
        yield Finding("set_no_forms", "sheet")
    first: dict[str, str] = {}
    for at, form in enumerate(sheets, start=1):
        # Excel does not tell capital letters apart.
        code = form.code.casefold()
        if code.strip() and code in first:
            yield Finding("code_twice", f"sheet.{at}.code", form.code, {"other": first[code]})
        first.setdefault(code, f"sheet.{at}.code")


def sheet_findings(form: SheetForm, place: str) -> Iterator[Finding]:
    """Return what is wrong with a form beside its columns."""
    yield from text_findings(form.code, f"{place}.code", LONGEST_SHEET_NAME)
    yield from text_findings(form.title, f"{place}.title", _LONGEST_TITLE)
    if form.measured_in:
        yield from text_findings(form.measured_in, f"{place}.measured_in", LONGEST_HEAD)
    yield from _name(form.code, f"{place}.code")
    if form.columns:
        yield from _rows(form, place)


def _name(code: str, place: str) -> Iterator[Finding]:
    found = sorted(_NOT_IN_SHEET_NAMES & set(code))
    if found:
        yield Finding("sheet_name_letters", place, code, {"letters": " ".join(found)})
    elif code.strip("'") != code or code.casefold() in _TAKEN:
        yield Finding("sheet_name_taken", place, code)


def _rows(form: SheetForm, place: str) -> Iterator[Finding]:
    held = [column.holds for column in form.columns]
    if form.rows is RowsOf.TARGETS:
        if "target_text" not in held:
            yield Finding("no_target_column", place, form.code)
        if form.total:
            yield Finding("total_of_targets", f"{place}.total", form.total)
        return
    if form.rows is RowsOf.TASKS:
        if "task_content" not in held:
            yield Finding("no_task_column", place, form.code)
        return
    if "unit_code" not in held:
        yield Finding("no_unit_column", place, form.code)
    if "unit_name" not in held:
        yield Finding("no_name_column", place, form.code)
    if held.count("unit_code") > 1:
        yield Finding("unit_column_twice", place, form.code)
    if not any(column.is_figure for column in form.columns):
        yield Finding("no_figures", place, form.code)
