"""Where two returns of one unit for one period differ, in words, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.formats import value_text
from db.rules.returns.check_findings import TOTAL_ROW, row_keys
from db.rules.returns.differences import differences
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.received_forms import head_text


@dataclass(frozen=True)
class ToldDifference:
    """A cell that two returns fill otherwise: form, row and column in words, what stands here and there."""

    sheet: str
    row: str
    column: str
    here: str
    there: str


def told_differences(here: FilledReturn, there: FilledReturn) -> Iterator[ToldDifference]:
    """Yield every cell that differs; a row or column that one of them lacks is blank."""
    every = (*here.sheets, *there.sheets)
    rows = {(sheet.form.code, key): name for sheet in every for key, name in _row_names(sheet).items()}
    heads = {
        (sheet.form.code, column.key): head_text(column) for sheet in every for column in sheet.form.columns
    }
    for item in differences(here.sheets, there.sheets):
        place = item.place
        row, head = rows[place.sheet, place.row], heads[place.sheet, place.column]
        yield ToldDifference(place.sheet, row, head, value_text(item.before), value_text(item.after))


def _row_names(sheet: FilledSheet) -> dict[str, str]:
    holds = [column.holds for column in sheet.form.columns]
    at = next(
        (holds.index(word) for word in ("unit_name", "target_text", "task_content") if word in holds), None
    )
    rows = {
        key: key if at is None else str(row[at] or key)
        for key, row in zip(row_keys(sheet), sheet.rows, strict=True)
    }
    return {**rows, TOTAL_ROW: sheet.form.total}
