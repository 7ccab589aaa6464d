"""Whether a return that came in says what was exported: hidden sheet, printed codes, figures, fixed words."""

from collections.abc import Iterator, Sequence

from db.rules.formats import UNRECORDED, Number, number_text
from db.rules.returns.arithmetic import number_of
from db.rules.returns.filled import FilledReturn
from db.rules.returns.received_books import ReadReturn, ReadRow, ReadSheet
from db.rules.returns.received_findings import ReturnFinding, error, warning
from db.rules.returns.received_forms import PlacedForm
from db.rules.returns.received_mark import MARK_SHEET, ReturnMark
from db.rules.text import folded


def tampering(
    mark: ReturnMark, filled: FilledReturn, placed: Sequence[PlacedForm], *, is_whole: bool = True
) -> Iterator[ReturnFinding]:
    """Yield where the figures are not those that the hidden sheet seals.

    `is_whole` tells whether the forms are those that were sealed; of others only totals and rows can be compared.
    """
    if not mark.is_sealed:
        yield error("return_lines_changed", MARK_SHEET)
    if not mark.sha256.upper().startswith(mark.check_code.replace("-", "")):
        yield error("return_mark_changed", MARK_SHEET, mark.check_code)
    for form in placed:
        printed = form.sheet.check_code
        if printed and printed != mark.check_code:
            yield error("return_footer_changed", form.sheet.name, printed, mark.check_code)
    if filled.sha256 == mark.sha256:
        return
    changed = list(_totals(mark, filled, placed))
    yield from changed
    yield from _rows(mark, placed)
    if is_whole and not changed:
        yield error("return_figures_changed", MARK_SHEET, filled.check_code, mark.check_code)


def lines_changed(
    read: ReadReturn, filled: FilledReturn, placed: Sequence[PlacedForm]
) -> Iterator[ReturnFinding]:
    """Yield where a sheet says another unit or period than the file is of, or other words than its form."""
    for form in placed:
        sheet = form.sheet
        yield from _unit_line(sheet, filled)
        yield from _period_line(sheet, filled)
        yield from () if form.is_template else _words(form)
        if sheet.is_hidden:
            yield warning("return_sheet_hidden", sheet.name)
    if read.is_foreign:
        yield warning("return_foreign_links")


def _totals(mark: ReturnMark, filled: FilledReturn, placed: Sequence[PlacedForm]) -> Iterator[ReturnFinding]:
    by_code = {sheet.form.code: sheet for sheet in filled.sheets}
    for form in placed:
        total = by_code[form.form.code].total
        for place, column in enumerate(form.form.columns):
            key = f"{form.form.code}.{column.key}"
            if key not in mark.totals or not total or form.total is None:
                continue
            said, sealed = number_of(total[place]), mark.totals[key]
            if said != sealed:
                yield error("return_total_changed", form.place(form.total, place), _text(said), _text(sealed))


def _rows(mark: ReturnMark, placed: Sequence[PlacedForm]) -> Iterator[ReturnFinding]:
    for form in placed:
        sealed = mark.rows.get(form.form.code)
        if sealed is not None and sealed != len(form.rows):
            yield error("return_row_count", form.sheet.name, str(len(form.rows)), str(sealed))


def _unit_line(sheet: ReadSheet, filled: FilledReturn) -> Iterator[ReturnFinding]:
    said = sheet.unit
    if said is None:
        return
    shown, expected = f"{said.name} ({said.code})", f"{filled.unit_name} ({filled.unit_code})"
    if said.code and said.code != filled.unit_code:
        yield error("return_unit_changed", said.place, shown, expected)
    elif folded(said.name) != folded(filled.unit_name):
        yield error("return_unit_renamed", said.place, said.name, filled.unit_name, code=filled.unit_code)


def _period_line(sheet: ReadSheet, filled: FilledReturn) -> Iterator[ReturnFinding]:
    said = sheet.period
    if said is None:
        return
    days = (said.first, said.last)
    if said.label != filled.period or (said.first and days != (filled.span.first, filled.span.last)):
        span = f"{filled.span.first:%d/%m/%Y}–{filled.span.last:%d/%m/%Y}"
        yield error("return_period_changed", said.place, said.text, f"{filled.period}: {span}")


def _words(form: PlacedForm) -> Iterator[ReturnFinding]:
    above = {folded(row.text(at)) for row in _above(form) for at in range(len(row.values))}
    wanted = folded(form.form.title)
    if wanted not in above:
        yield warning("return_title_changed", form.sheet.name, expected=form.form.title)


def _above(form: PlacedForm) -> Iterator[ReadRow]:
    return (row for row in form.sheet.rows if row.number < form.head)


def _text(value: Number | None) -> str:
    return UNRECORDED if value is None else number_text(value)
