"""A return filled with figures: what a workbook says, before any file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from db.rules.formats import Number, Value, plain_number
from db.rules.periods import Span
from db.rules.returns.forms import ReturnSet, SheetForm
from db.rules.successions import Gap


@dataclass(frozen=True)
class FilledSheet:
    """A form with its figures: a value for each column in each row; `total` is empty where the form has none.

    `gaps` tell by row and column why a figure of an earlier time is not comparable; the total comes after the last row.
    `notes` are said of this form alone, below its table.
    """

    form: SheetForm
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()
    gaps: Mapping[tuple[int, int], Gap] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReturnHead:
    """The words above and below the figures: agencies, place, who receives, who signs, who prepared."""

    parent_agency: str
    issuing_agency: str
    place: str
    receiving_unit: str
    authority: str
    signatory_post: str
    signatory_name: str
    preparer_name: str
    sample: bool


@dataclass(frozen=True)
class FilledReturn:
    """One set, one unit, one period: what the workbook says. `unit_valid_on` is the day on which the code stands.

    `notes` are printed below the table of each form; they are no figures.
    """

    set: ReturnSet
    head: ReturnHead
    unit_code: str
    unit_name: str
    unit_valid_on: date
    period: str
    span: Span
    sheets: tuple[FilledSheet, ...]
    revision: int = 1
    control_totals: Mapping[str, Number | None] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Return the SHA-256 over everything that was reported; the revision and the words around do not count."""
        return hashlib.sha256(figures_text(self).encode()).hexdigest()

    @property
    def check_code(self) -> str:
        """Return the short code that is printed, `1A2B-3C4D-5E6F`: the start of the SHA-256."""
        start = self.sha256[:12].upper()
        return "-".join(start[place : place + 4] for place in (0, 4, 8))


def control_totals(sheets: tuple[FilledSheet, ...]) -> dict[str, Number | None]:
    """Return the figures of the total rows, by form and column: `PCMD-02.people`."""
    return {
        f"{sheet.form.code}.{column.key}": value
        for sheet in sheets
        for column, value in zip(sheet.form.columns, sheet.total, strict=False)
        if column.adds_up and not isinstance(value, str | date)
    }


def figures_text(filled: FilledReturn) -> str:
    """Write the figures as JSON in one agreed form, so that two programs hash the same text."""
    sheets = {
        sheet.form.code: [[_plain(value) for value in row] for row in (*sheet.rows, sheet.total)]
        for sheet in filled.sheets
    }
    identity = {"set": filled.set.code, "version": filled.set.version, "unit": filled.unit_code}
    whole = {**identity, "period": filled.period, "sheets": sheets}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Value) -> str | int | float | None:
    # A cell of a workbook cannot tell an empty text from none: both hash alike.
    return value.isoformat() if isinstance(value, date) else plain_number(value) if value != "" else None
