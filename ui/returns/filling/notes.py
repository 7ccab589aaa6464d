"""What an officer should know before a return goes out: facts from the filled return, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.formats import day_text
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import MeasureKind
from db.rules.periods import Period
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.forms import ColumnForm, Over, RowsOf
from db.rules.units import CODE_LENGTHS, Level
from db.services.returns.frozen_returns import ExportedReturn
from ui.common.period_texts import period_title
from ui.returns.filling import texts

_MOST_NAMED = 6
_NOTHING_PLANNED = {RowsOf.TARGETS: texts.NO_TARGETS, RowsOf.TASKS: texts.NO_TASKS}
_HAPPENING = (MeasureKind.FLOW, MeasureKind.DISTINCT)


@dataclass(frozen=True)
class Note:
    """One sentence; a warning wants to be seen."""

    words: str
    warns: bool = False


def notes(
    filled: FilledReturn, period: Period, exports: Sequence[ExportedReturn], today: date
) -> tuple[Note, ...]:
    """Return the days, the revision that an export would get, and the warnings."""
    days = texts.PERIOD.format(
        period=period_title(period), first=day_text(filled.span.first), last=day_text(filled.span.last)
    )
    return (
        Note(f"{days} {_revision(filled, exports)}"),
        *(Note(words, True) for words in _warnings(filled, today)),
    )


def silent_communes(filled: FilledReturn) -> tuple[str, ...]:
    """Return the communes for which nothing at all was recorded as happening in the period."""
    names: dict[str, str] = {}
    heard: set[str] = set()
    for sheet in filled.sheets:
        if sheet.form.rows in (RowsOf.UNITS, RowsOf.COMMUNES):
            _listen(sheet, names, heard)
    return tuple(name for code, name in names.items() if code not in heard)


def _revision(filled: FilledReturn, exports: Sequence[ExportedReturn]) -> str:
    same = [item for item in exports if (item.set_code, item.period) == (filled.set.code, filled.period)]
    if not same:
        return texts.REVISION.format(number=filled.revision)
    # The newest stands first.
    latest = same[0]
    words = texts.UNCHANGED if latest.revision == filled.revision else texts.CHANGED
    return words.format(number=filled.revision, earlier=latest.revision, day=day_text(latest.at.date()))


def _warnings(filled: FilledReturn, today: date) -> Iterator[str]:
    if filled.head.sample:
        yield texts.SAMPLE
    if today <= filled.span.last:
        yield texts.NOT_OVER.format(last=day_text(filled.span.last))
    silent = silent_communes(filled)
    if silent:
        yield texts.NO_RECORDS.format(count=len(silent), names=_listed(silent))
    for sheet in filled.sheets:
        words = _NOTHING_PLANNED.get(sheet.form.rows)
        if words and not sheet.rows:
            yield words.format(code=sheet.form.code, year=filled.span.year)


def _listed(names: Sequence[str]) -> str:
    shown, rest = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    return texts.NO_RECORDS_MORE.format(names=shown, rest=rest) if rest > 0 else shown


def _listen(sheet: FilledSheet, names: dict[str, str], heard: set[str]) -> None:
    holds = [column.holds for column in sheet.form.columns]
    code_at, name_at = holds.index("unit_code"), holds.index("unit_name")
    asked = [at for at, column in enumerate(sheet.form.columns) if _happens(column)]
    if not asked:
        return
    for row in sheet.rows:
        code = str(row[code_at])
        if len(code) == CODE_LENGTHS[Level.COMMUNE]:
            names[code] = str(row[name_at])
            if any(row[at] is not None for at in asked):
                heard.add(code)


def _happens(column: ColumnForm) -> bool:
    if not column.measure or column.over is not Over.PERIOD:
        return False
    # Figures are entered by whoever keeps them, not by each commune.
    measure = MEASURES.get(column.measure.partition("[")[0])
    return measure is not None and measure.kind in _HAPPENING
