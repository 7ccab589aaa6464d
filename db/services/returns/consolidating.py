"""Consolidate the returns of the units below into the office's own, each figure with its sources."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ReturnFile, ReturnTemplate, Unit
from db.rules.periods import Period, Span
from db.rules.returns.check_findings import CheckFinding
from db.rules.returns.consolidating import Consolidation, OwnReturn, consolidated
from db.rules.returns.consolidating_notes import with_notes
from db.rules.returns.figure_sources import figure_sources, sources_text
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.forms import RowsOf
from db.rules.returns.row_sources import CellSource, ReceivedReturn, RowSource, SourceFile, UnitBelow
from db.rules.units import Level
from db.services import content, offices, units
from db.services.returns import filling, frozen_returns, received_files
from db.services.returns.form_rows import fill_sheets
from db.services.returns.received_files import FileState, ReceivedFile
from db.services.units import UnitInfo

# Told after each file: how many were looked at, of how many.
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Consolidated:
    """A consolidated return with its notes, the source of each unit's rows, who is missing, what was found."""

    filled: FilledReturn
    sources: tuple[RowSource, ...]
    missing: tuple[UnitBelow, ...]
    findings: tuple[CheckFinding, ...]
    whole: Consolidation

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what is said below every table."""
        return self.filled.notes

    @property
    def sources_text(self) -> str:
        """Return where each row came from, as an approved return keeps it."""
        return sources_text(self.whole)

    def source_of(self, sheet: str, row: str, column: str) -> tuple[CellSource, ...]:
        """Return what a cell was made of; form, row (`row_keys`) and column by their keys. Raises KeyError."""
        return figure_sources(self.whole, sheet, row, column)


def consolidate(
    session: Session, *, set_code: str, unit: UnitInfo, period: Period, tell: Tell | None = None
) -> Consolidated:
    """Make a unit's return from those that came from the units below, where there is none from this office's records.

    Nothing is stored. Raises Refused as `filling.fill` does; what `tell` raises stops the work.
    """
    filled = filling.fill(session, set_code=set_code, unit=unit, period=period)
    cut_off = offices.cut_off(session)
    listed = _units_below(session, unit, period.since_year_start(cut_off), filled.span.first)
    own = OwnReturn(filled, listed, _records(session, filled, unit, period))
    files = _files(session, filled, own.units, period.since_year_start(cut_off))
    whole = consolidated(own, _read(session, files, own.units, tell), content.measure_catalogue(session))
    noted = with_notes(whole)
    noted = replace(noted, revision=frozen_returns.next_revision(session, unit, noted))
    return Consolidated(noted, whole.sources, whole.missing, whole.findings, replace(whole, filled=noted))


def _units_below(session: Session, unit: UnitInfo, year: Span, first: date) -> tuple[UnitBelow, ...]:
    listed = units.below(session, unit.id, year)
    wanted = select(Unit.id, Unit.parent_id).where(Unit.id.in_([item.id for item in listed]))
    parents = {row.id: row.parent_id for row in session.execute(wanted)}
    return tuple(
        UnitBelow(
            item.id,
            item.code,
            item.name,
            tuple(_above(item.id, unit.id, parents)),
            commune=item.level == Level.COMMUNE,
            ended=item.valid_to is not None and item.valid_to < first,
        )
        for item in listed
    )


def _above(unit_id: int, top: int, parents: Mapping[int, int | None]) -> Iterator[int]:
    above = parents.get(unit_id) if unit_id != top else None
    while above is not None and above != top:
        yield above
        above = parents.get(above)


def _records(
    session: Session, filled: FilledReturn, unit: UnitInfo, period: Period
) -> tuple[FilledSheet, ...]:
    """Return the forms whose rows are units with a row for each: what a unit above communes keeps counts as well."""
    communes = [sheet.form for sheet in filled.sheets if sheet.form.rows is RowsOf.COMMUNES]
    wide = [replace(form, rows=RowsOf.UNITS) for form in communes]
    of_all = fill_sheets(session, wide, unit, period, offices.cut_off(session)) if wide else ()
    widened = {form.code: replace(sheet, form=form) for form, sheet in zip(communes, of_all, strict=True)}
    return tuple(widened.get(sheet.form.code, sheet) for sheet in filled.sheets if sheet.form.rows.are_units)


def _files(
    session: Session, filled: FilledReturn, listed: Sequence[UnitBelow], year: Span
) -> list[ReceivedFile]:
    """Return the files that count, and of each unit that ended earlier in the year its last one."""
    files = received_files.of_period(session, filled.set.code, filled.period)
    counting = [file for file in files if file.state is FileState.RECEIVED]
    for unit in listed:
        if unit.ended:
            counting.extend(_last_before(session, unit.id, filled, year))
    return counting


def _last_before(session: Session, unit_id: int, filled: FilledReturn, year: Span) -> Iterator[ReceivedFile]:
    newest = (
        select(ReturnFile.period)
        .where(ReturnFile.unit_id == unit_id, ReturnFile.set_code == filled.set.code)
        .where(ReturnFile.state == FileState.RECEIVED.value)
        .where(ReturnFile.last.between(year.first, filled.span.first))
        .order_by(ReturnFile.last.desc())
    )
    period = session.scalar(newest.limit(1))
    if period is not None:
        of_unit = received_files.of_unit(session, unit_id, filled.set.code, period)
        yield from (file for file in of_unit if file.state is FileState.RECEIVED)


def _read(
    session: Session, files: Sequence[ReceivedFile], listed: Sequence[UnitBelow], tell: Tell | None
) -> Iterator[ReceivedReturn]:
    """Yield what each file says, one at a time: hundreds are never held at once."""
    names = {unit.id: unit.name for unit in listed}
    templates = set(session.scalars(select(ReturnTemplate.set_code).distinct()))
    for number, file in enumerate(files, start=1):
        if tell is not None:
            tell(number, len(files))
        if file.unit_id in names:
            placed = file.verified and file.set_code not in templates
            source = _source_file(file, file.unit_id, names[file.unit_id], placed)
            yield ReceivedReturn(source, received_files.said(session, file.id))


def _source_file(file: ReceivedFile, unit_id: int, unit_name: str, placed: bool) -> SourceFile:
    return SourceFile(
        file.id,
        file.file_name,
        file.sha256,
        unit_id,
        unit_name,
        file.period,
        file.revision,
        file.verified,
        placed,
    )
