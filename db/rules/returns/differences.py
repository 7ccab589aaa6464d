"""Which figures of two returns for the same unit and period differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.rules.formats import Value
from db.rules.returns.by_hand import CellPlace
from db.rules.returns.check_findings import TOTAL_ROW, row_keys
from db.rules.returns.filled import FilledSheet


@dataclass(frozen=True)
class Difference:
    """A cell that says something else."""

    place: CellPlace
    before: Value
    after: Value


def differences(before: Sequence[FilledSheet], after: Sequence[FilledSheet]) -> Iterator[Difference]:
    """Yield what differs, in the order of the newer forms, then what only the earlier ones have."""
    earlier, later = _cells(before), _cells(after)
    for place in (*later, *(place for place in earlier if place not in later)):
        was, now = earlier.get(place), later.get(place)
        if _said(was) != _said(now):
            yield Difference(place, was, now)


def _said(value: Value) -> Value:
    # An empty text is the same blank cell as none.
    return None if value == "" else value


def _cells(sheets: Sequence[FilledSheet]) -> dict[CellPlace, Value]:
    return {
        CellPlace(sheet.form.code, row, column.key): value
        for sheet in sheets
        for row, values in zip((*row_keys(sheet), TOTAL_ROW), (*sheet.rows, sheet.total), strict=True)
        for column, value in zip(sheet.form.columns, values, strict=False)
        if column.holds != "row_number"
    }
