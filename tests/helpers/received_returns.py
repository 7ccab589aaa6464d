"""Returns that came in, without their workbooks: files of units below made by freezing what was filled."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.services import units
from db.services.returns import filling, received_files
from db.services.returns.received_files import FileState, NewFile
from db.sessions import Session

# What a return says by form, code of the unit and column; nothing else in it is a figure.
Said = Mapping[tuple[str, str, str], Value]


def receive(
    session: Session,
    code: str,
    said: Said,
    *,
    period: str = "2025-Q3",
    set_code: str = "quarterly",
    revision: int = 1,
    verified: bool = True,
    state: FileState = FileState.RECEIVED,
) -> int:
    """Keep a file of a unit that says so."""
    span = parse_period(period).span(DECREE_09)
    unit = units.find_during(session, code, span)
    filled = filling.fill(session, set_code=set_code, unit=unit, period=parse_period(period))
    return keep(session, saying(filled, said), unit.id, revision=revision, verified=verified, state=state)


def keep(
    session: Session,
    filled: FilledReturn,
    unit_id: int,
    *,
    revision: int = 1,
    verified: bool = True,
    state: FileState = FileState.RECEIVED,
) -> int:
    """Keep a file that says what a return says."""
    body = f"{filled.unit_code} {filled.period} {filled.sha256} {revision}".encode()
    name = f"BC_{filled.unit_code}_{filled.period}_L{revision}.xlsx"
    new = NewFile(
        name,
        body,
        sha256(body).hexdigest(),
        unit_id,
        filled.set.code,
        filled.period,
        filled.span.last,
        revision,
        verified,
        filled,
    )
    return received_files.keep(session, new, state)


def saying(filled: FilledReturn, said: Said) -> FilledReturn:
    """A return with those figures and no others; its totals are blank."""
    return replace(filled, sheets=tuple(_saying(sheet, said) for sheet in filled.sheets))


def _saying(sheet: FilledSheet, said: Said) -> FilledSheet:
    held = {column.holds: at for at, column in enumerate(sheet.form.columns)}
    if "unit_code" not in held:
        return replace(sheet, rows=())
    rows = tuple(
        tuple(
            said.get((sheet.form.code, str(row[held["unit_code"]]), column.key)) if column.kind else value
            for column, value in zip(sheet.form.columns, row, strict=True)
        )
        for row in sheet.rows
    )
    total = tuple(
        None if column.kind else value for column, value in zip(sheet.form.columns, sheet.total, strict=False)
    )
    return replace(sheet, rows=rows, total=total)
