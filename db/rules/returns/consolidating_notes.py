"""What a consolidated return says below its tables: what is missing, where rows come from, why totals are blank."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from db.rules.returns import consolidating_texts as texts
from db.rules.returns.consolidated_totals import WhyBlank
from db.rules.returns.consolidating import Consolidation
from db.rules.returns.filled import FilledReturn
from db.rules.returns.forms import ColumnForm, RowsOf, SheetForm
from db.rules.returns.row_sources import RowOrigin, RowSource, UnitBelow
from db.rules.returns.rows_below import IDENTITY

# More names than these make a note that no page holds; the rows themselves are blank.
_MOST_NAMES = 40
_BLANKS = {WhyBlank.PARTS: texts.BLANK_PARTS, WhyBlank.REPEATED: texts.BLANK_REPEATED}


def with_notes(whole: Consolidation) -> FilledReturn:
    """Return the consolidated return with what is to be said on its sheets."""
    notes = tuple(_notes(whole))
    sheets = tuple(
        replace(sheet, notes=tuple(_sheet_notes(whole, sheet.form))) for sheet in whole.filled.sheets
    )
    return replace(whole.filled, notes=notes, sheets=sheets)


def _notes(whole: Consolidation) -> Iterator[str]:
    office, *below = whole.sources
    if whole.missing:
        yield texts.MISSING.format(count=len(whole.missing), names=_names(whole.missing))
    above: dict[str, list[UnitBelow]] = defaultdict(list)
    for item in below:
        if item.origin is RowOrigin.UPPER_RETURN and item.file:
            above[item.file.unit_name].append(item.unit)
    for upper, units in above.items():
        yield texts.FROM_ABOVE.format(upper=upper, names=_names(units))
    told = (
        (texts.FROM_RECORDS, [item.unit for item in below if item.origin is RowOrigin.RECORDS]),
        (texts.UNVERIFIED, list(_unverified(below))),
        (texts.ENDED, [item.unit for item in below if item.origin is RowOrigin.MISSING and item.unit.ended]),
    )
    for words, units in told:
        if units:
            yield words.format(office=office.unit.name, names=_names(units))


def _unverified(sources: Iterable[RowSource]) -> Iterator[UnitBelow]:
    for item in sources:
        if item.origin is RowOrigin.RETURN and item.file and not item.file.verified:
            yield item.unit


def _sheet_notes(whole: Consolidation, form: SheetForm) -> Iterator[str]:
    if not form.rows.are_units:
        yield from _of_the_whole(whole, form)
        return
    columns = {column.key: column for column in form.columns}
    for why, words in _BLANKS.items():
        blank = [item.column for item in whole.blanks if item.sheet == form.code and item.why is why]
        if blank:
            yield words.format(columns=_heads(columns, blank))
    yield from _lacking(whole, form, columns)


def _of_the_whole(whole: Consolidation, form: SheetForm) -> Iterator[str]:
    if form.rows is RowsOf.TARGETS:
        yield texts.TARGETS
    elif any(item.file for item in whole.sources):
        yield texts.OF_THE_WHOLE


def _lacking(whole: Consolidation, form: SheetForm, columns: Mapping[str, ColumnForm]) -> Iterator[str]:
    units = {item.unit.id: item.unit for item in whole.sources}
    told: dict[tuple[str, ...], list[UnitBelow]] = defaultdict(list)
    for unit_id, sheets in whole.lacking.items():
        if form.code in sheets:
            told[sheets[form.code]].append(units[unit_id])
    every = tuple(column.key for column in form.columns if column.holds not in IDENTITY)
    for keys, senders in told.items():
        words = texts.LACKING_SHEET if keys == every else texts.LACKING
        yield words.format(names=_names(senders), columns=_heads(columns, keys))


def _names(units: Sequence[UnitBelow]) -> str:
    names = ", ".join(unit.name for unit in units[:_MOST_NAMES])
    rest = len(units) - _MOST_NAMES
    return texts.MORE.format(names=names, rest=rest) if rest > 0 else names


def _heads(columns: Mapping[str, ColumnForm], keys: Iterable[str]) -> str:
    return ", ".join(
        (texts.GROUPED if columns[key].group else texts.COLUMN).format(
            head=columns[key].head, group=columns[key].group
        )
        for key in keys
    )
