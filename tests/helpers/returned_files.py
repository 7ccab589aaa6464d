"""Workbooks that communes of the small district return, written to files."""

from dataclasses import replace
from pathlib import Path

from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.filled import FilledReturn, control_totals
from db.services import units
from db.services.returns import filling
from db.sessions import Book
from exports.returns.writing import write_files

PERIOD = "2025-Q3"


def returned(
    book: Book, code: str = "99102", period: str = PERIOD, set_code: str = "quarterly"
) -> FilledReturn:
    """The return of a commune; the district's own where the code is its."""
    wanted = parse_period(period)
    with book.reading() as session:
        unit = units.find_during(session, code, wanted.span(DECREE_09))
        return filling.fill(session, set_code=set_code, unit=unit, period=wanted)


def with_sessions(filled: FilledReturn, sessions: int = 5, revision: int = 1) -> FilledReturn:
    """The same return with so many sessions of outreach, in the row and in the total."""
    sheet = filled.sheets[1]
    keys = [column.key for column in sheet.form.columns]
    places = (keys.index("sessions"), keys.index("sessions_year"))

    def changed(row: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(sessions if at in places else value for at, value in enumerate(row))

    changed_sheet = replace(sheet, rows=tuple(map(changed, sheet.rows)), total=changed(sheet.total))
    sheets = (filled.sheets[0], changed_sheet, *filled.sheets[2:])
    return replace(filled, sheets=sheets, revision=revision, control_totals=control_totals(sheets))


def write(filled: FilledReturn, folder: Path, name: str = "") -> Path:
    """Write a return into a folder."""
    folder.mkdir(exist_ok=True)
    target = folder / (name or f"{filled.unit_code}-{filled.revision}.xlsx")
    write_files(filled, target)
    return target
