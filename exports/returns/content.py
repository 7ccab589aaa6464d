"""What a return's sheets say: plain words and rows, no file and no style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Literal

from db.rules.formats import Value, value_text
from db.rules.returns.filled import FilledReturn, FilledSheet, ReturnHead
from db.rules.returns.forms import ColumnForm, SheetForm
from db.rules.returns.received_mark import LAYOUT, SEAL, seal_of
from db.rules.successions import Gap
from exports.returns import wording

Tone = Literal["plain", "bold", "italic"]
Cell = str | int | Decimal | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class HeadCell:
    """A column head over the columns `first` to `last`, in the rows `top` to `bottom` (0 the groups, 1 the heads)."""

    text: str
    first: int
    last: int
    top: int
    bottom: int


@dataclass(frozen=True)
class Line:
    """One line of the signature block. The name stands below the room for the signature."""

    text: str
    tone: Tone
    name: bool = False


@dataclass(frozen=True)
class SheetContent:
    """All that one sheet says, in the order in which it is read; an empty text is not printed."""

    form: SheetForm
    parent_agency: str
    issuing_agency: str
    form_line: str
    reporting_line: str
    notice: str
    title: str
    period_line: str
    receiving_line: str
    measured_line: str
    heads: tuple[HeadCell, ...]
    numbers: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    note: str
    preparer: tuple[Line, ...]
    signatory: tuple[Line, ...]
    gaps: Mapping[tuple[int, int], Gap] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def sheet_content(filled: FilledReturn, sheet: FilledSheet) -> SheetContent:
    """Return what a sheet says."""
    head, form = filled.head, sheet.form
    return SheetContent(
        form=form,
        parent_agency=head.parent_agency.upper(),
        issuing_agency=head.issuing_agency.upper(),
        form_line=wording.FORM.format(code=form.code),
        reporting_line=wording.REPORTING_UNIT.format(name=filled.unit_name, code=filled.unit_code),
        notice=wording.SAMPLE_NOTICE if head.sample else "",
        title=form.title,
        period_line=wording.period_line(filled.period, filled.span),
        receiving_line=_with(wording.RECEIVING_UNIT, "name", head.receiving_unit),
        measured_line=_with(wording.MEASURED_IN, "text", form.measured_in),
        heads=tuple(head_cells(form.columns)),
        numbers=tuple(column_numbers(form.columns)),
        rows=tuple(_printed(row) for row in sheet.rows),
        total=_printed(sheet.total),
        note=_with(wording.NOTE, "text", filled.set.citation),
        preparer=preparer_lines(head),
        signatory=signatory_lines(head),
        gaps=sheet.gaps,
        notes=(*filled.notes, *sheet.notes),
    )


def head_cells(columns: tuple[ColumnForm, ...]) -> Iterator[HeadCell]:
    """Yield the heads: neighbours of the same group under one head, a column without a group over both rows."""
    for group, members in groupby(enumerate(columns), key=lambda placed: placed[1].group):
        placed = list(members)
        if group:
            yield HeadCell(group, placed[0][0], placed[-1][0], 0, 0)
        for place, column in placed:
            yield HeadCell(column.head, place, place, 1 if group else 0, 1)


def column_numbers(columns: tuple[ColumnForm, ...]) -> Iterator[str]:
    """Yield the row under the heads: words and codes have letters, figures have numbers, `(A) (B) (1) (2)`."""
    letters, figures = 0, 0
    for column in columns:
        if column.is_text or column.holds == "row_number":
            yield f"({chr(ord('A') + letters)})"
            letters += 1
        else:
            figures += 1
            yield f"({figures})"


def identity_rows(filled: FilledReturn) -> list[tuple[str, Cell]]:
    """Return what the hidden sheet says, key and value: by it a receiver knows the file and finds its figures."""
    known: list[tuple[str, Cell]] = [
        ("layout", LAYOUT),
        ("set", filled.set.code),
        ("version", filled.set.version),
        ("unit", filled.unit_code),
        ("unit_valid_on", filled.unit_valid_on.isoformat()),
        ("period", filled.period),
        ("first", filled.span.first.isoformat()),
        ("last", filled.span.last.isoformat()),
        ("revision", filled.revision),
        ("sha256", filled.sha256),
        ("check_code", filled.check_code),
    ]
    known.append((SEAL, seal_of(known)))
    rows = [(f"rows:{sheet.form.code}", len(sheet.rows)) for sheet in filled.sheets]
    totals = ((f"total:{key}", plain_cell(value)) for key, value in filled.control_totals.items())
    return [*known, *rows, *totals]


def _printed(row: tuple[Value, ...]) -> Row:
    return tuple(plain_cell(value) for value in row)


def plain_cell(value: Value) -> Cell:
    """Return what a cell holds of a value."""
    # Excel would show a day or a yes in its own way.
    shown = value_text(value) if isinstance(value, bool | date) else value
    # An empty text and no text are the same blank cell; 0 is none of them.
    return None if shown == "" else shown


def _with(words: str, key: str, text: str) -> str:
    return words.format(**{key: text}) if text else ""


def preparer_lines(head: ReturnHead) -> tuple[Line, ...]:
    """Return who prepared, to be signed at the left."""
    return (
        # The other side begins with place and day; the two titles stand on one line.
        Line("", "plain"),
        Line(wording.PREPARER, "bold"),
        Line(wording.PREPARER_SIGNS, "italic"),
        Line(head.preparer_name, "bold", name=True),
    )


def signatory_lines(head: ReturnHead) -> tuple[Line, ...]:
    """Return place, day and who signs, at the right."""
    above = f"{head.authority}\n{head.signatory_post}".upper().splitlines()
    return (
        Line(wording.PLACE_AND_DAY.format(place=head.place), "italic"),
        *(Line(text, "bold") for text in above if text),
        Line(wording.SIGNATORY_SIGNS, "italic"),
        Line(head.signatory_name, "bold", name=True),
    )
