"""Where the forms of a set stand in a workbook that came in: sheets, columns by their heads, rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from db.rules.returns.forms import ColumnForm, ReturnSet, RowsOf, SheetForm
from db.rules.returns.received_books import ReadReturn, ReadRow, ReadSheet
from db.rules.returns.received_findings import ReturnFinding, error, warning
from db.rules.text import folded

Head = tuple[str, str]
_HEADS_WITHIN = 30
# Fewer heads than that are no table of this form.
_LEAST_SHARE = 0.5
_NUMBER = re.compile(r"\((?:[A-Z]|\d{1,3})\)")
_NOTE = folded("Ghi chú:")
_NOTHING = ReadRow(0, ())
# Which column of a total row bears its words, and which is blank where every other row says something.
_TOTAL_IN = {
    RowsOf.UNITS: ("unit_name", "unit_code"),
    RowsOf.COMMUNES: ("unit_name", "unit_code"),
    RowsOf.TASKS: ("task_content", "row_number"),
}


@dataclass(frozen=True)
class PlacedForm:
    """A form in its sheet: `columns` are those of its rows' values, from 0, by the place of each column in the form.

    `head` is the number of the row of heads, `total` the total row; none where it is not there. In a province's own
    workbook, which has no such heads, `shown` are the columns of the sheet, and `cells` where the total stands.
    """

    form: SheetForm
    sheet: ReadSheet
    head: int
    columns: Mapping[int, int]
    rows: tuple[ReadRow, ...]
    total: ReadRow | None
    shown: Mapping[int, int] | None = None
    cells: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def is_template(self) -> bool:
        """Tell whether it stands in a province's own workbook."""
        return self.shown is not None

    def cell(self, row: ReadRow, column: int) -> tuple[int, int] | None:
        """Return the cell of a column in a row, row from 1 and column from 0; none where it is not shown."""
        if self.shown is not None and row is self.total:
            return self.cells.get(column)
        at = (self.columns if self.shown is None else self.shown).get(column)
        return None if at is None else (row.number, at)

    def place(self, row: ReadRow, column: int) -> str:
        """Return the cell of a column of the form in a row as it is named; the sheet where it has no such column."""
        cell = self.cell(row, column)
        return self.sheet.name if cell is None else self.sheet.place(*cell)

    @property
    def lines(self) -> tuple[ReadRow, ...]:
        """Return the rows and the total row."""
        return (*self.rows, self.total) if self.total else self.rows


def sheets_of(form: ReturnSet, read: ReadReturn) -> dict[str, ReadSheet]:
    """Return which sheet has which form: by its name, else by the form it says it is, else by its heads."""
    found: dict[str, ReadSheet] = {}
    for sheet in form.sheets:
        named = (item for item in read.sheets if folded(item.name) == folded(sheet.code))
        saying = (item for item in read.sheets if item.form_code == sheet.code.upper())
        chosen = next(named, None) or next(saying, None)
        if chosen is not None:
            found[sheet.code] = chosen
    taken = {item.name for item in found.values()}
    free = [item for item in read.sheets if item.name not in taken]
    for sheet in form.sheets:
        if sheet.code not in found:
            best = max(free, key=lambda item: _head_row(sheet, item)[1], default=None)
            if best is not None and _head_row(sheet, best)[1] >= len(sheet.columns):
                found[sheet.code] = best
                free.remove(best)
    return found


def place_form(form: SheetForm, sheet: ReadSheet) -> tuple[PlacedForm | None, list[ReturnFinding]]:
    """Find a form's columns and rows in its sheet, with what is wrong with the heads; none where it has no table."""
    number, matched = _head_row(form, sheet)
    if matched < len(form.columns) * _LEAST_SHARE:
        return None, [error("return_no_heads", sheet.name, expected=form.title)]
    heads = dict(_heads(sheet, number))
    columns, findings = _columns(form, sheet, number, heads)
    rows, total = _body(form, sheet, number, columns)
    return PlacedForm(form, sheet, number, columns, rows, total), findings


def head_text(column: ColumnForm) -> str:
    """Return a column's head as it is told: the group before its own."""
    return f"{column.group} / {column.head}" if column.group else column.head


def _head_row(form: SheetForm, sheet: ReadSheet) -> tuple[int, int]:
    """Return the number of the row whose heads are most like those of a form, and how many of them it has."""
    wanted = _wanted(form.columns)
    best = (0, 0)
    for number in _candidates(sheet):
        found = [head for _, head in _heads(sheet, number)]
        lower = {head for _, head in found}
        matched = sum(head in found or (not head[0] and head[1] in lower) for head in wanted)
        # Of two rows with as many the lower: above it stand the groups.
        if matched and matched >= best[1]:
            best = (number, matched)
        if matched == len(wanted):
            break
    return best


def _candidates(sheet: ReadSheet) -> Iterator[int]:
    """Yield each row that holds something, and the one below it: heads over both rows leave that empty."""
    numbers = [row.number for row in sheet.rows if row.number <= _HEADS_WITHIN]
    yield from sorted({*numbers, *(number + 1 for number in numbers)})


@lru_cache(maxsize=512)
def _wanted(columns: tuple[ColumnForm, ...]) -> tuple[Head, ...]:
    return tuple((_head(column.group), _head(column.head)) for column in columns)


def _heads(sheet: ReadSheet, number: int) -> Iterator[tuple[int, Head]]:
    """Yield column and head of a row of heads: with the group above it, or over both rows without a group."""
    by_number = {row.number: row for row in sheet.rows if number - 1 <= row.number <= number}
    own, above = by_number.get(number, _NOTHING), by_number.get(number - 1, _NOTHING)
    group = ""
    for at in range(max(len(own.values), len(above.values))):
        upper, lower = above.text(at), own.text(at)
        group = upper or group
        if lower:
            yield at, (_head(group), _head(lower))
        elif upper:
            yield at, ("", _head(upper))


@lru_cache(maxsize=4_096)
def _head(text: str) -> str:
    return folded(text)


def _columns(
    form: SheetForm, sheet: ReadSheet, number: int, heads: Mapping[int, Head]
) -> tuple[dict[int, int], list[ReturnFinding]]:
    """Match a form's columns with those of the sheet; say which moved, which bear another name, which are missing."""
    free, found = dict(heads), dict[int, int]()
    wanted = _wanted(form.columns)
    shift = min(heads, default=0)
    for place, head in enumerate(wanted):
        same = [at for at, known in free.items() if known == head]
        if not same and not head[0]:
            # What stands above a head without a group is a line of the sheet's own.
            same = [at for at, known in free.items() if known[1] == head[1]]
        if same:
            found[place] = min(same, key=lambda at: abs(at - shift - place))
            del free[found[place]]
    findings = [*_absent(form, sheet, number, found, free, shift), *_moved(form, sheet, number, found)]
    return found, findings


def _absent(
    form: SheetForm,
    sheet: ReadSheet,
    number: int,
    found: Mapping[int, int],
    free: Mapping[int, Head],
    shift: int,
) -> Iterator[ReturnFinding]:
    strangers = dict(free)
    for place, column in enumerate(form.columns):
        if place in found:
            continue
        at = place + shift
        if at in strangers:
            del strangers[at]
            yield error(
                "return_column_renamed",
                sheet.place(number, at),
                _seen_head(sheet, number, at),
                head_text(column),
            )
        else:
            yield error("return_column_missing", sheet.place(number, at), expected=head_text(column))
    for at in strangers:
        yield warning("return_column_unknown", sheet.place(number, at), _seen_head(sheet, number, at))


def _moved(
    form: SheetForm, sheet: ReadSheet, number: int, found: Mapping[int, int]
) -> Iterator[ReturnFinding]:
    order = sorted(found, key=lambda place: found[place])
    for place, sorted_place in zip(sorted(found), order, strict=True):
        if place != sorted_place:
            column = form.columns[sorted_place]
            yield warning("return_column_moved", sheet.place(number, found[sorted_place]), head_text(column))
            return


def _seen_head(sheet: ReadSheet, number: int, at: int) -> str:
    rows = {row.number: row for row in sheet.rows}
    own, above = rows.get(number), rows.get(number - 1)
    return (own.text(at) if own else "") or (above.text(at) if above else "")


def _body(
    form: SheetForm, sheet: ReadSheet, number: int, columns: Mapping[int, int]
) -> tuple[tuple[ReadRow, ...], ReadRow | None]:
    """Return the rows below the heads and the total row; what stands below them is not of the table."""
    places = tuple(columns.values())
    rows: list[ReadRow] = []
    for row in sheet.rows:
        if row.number <= number or _is_numbering(row, places):
            continue
        if _ends(form, row, columns):
            break
        if _is_total(form, row, columns):
            return tuple(rows), row
        rows.append(row)
    return tuple(rows), None


def _is_numbering(row: ReadRow, places: Sequence[int]) -> bool:
    """Tell whether a row only numbers the columns, `(A) (B) (1)`, or has nothing in them."""
    values = [value for at in places if (value := row.value(at)) is not None]
    return all(isinstance(value, str) and _NUMBER.fullmatch(value.strip()) for value in values)


def _is_total(form: SheetForm, row: ReadRow, columns: Mapping[int, int]) -> bool:
    if form.rows not in _TOTAL_IN or (form.rows is RowsOf.TASKS and not form.total):
        return False
    named, blank = _TOTAL_IN[form.rows]
    held = {form.columns[place].holds: row.value(at) for place, at in columns.items()}
    name = held.get(named)
    is_named = _head(name) == _head(form.total) if isinstance(name, str) else not form.total
    return held.get(blank) is None and is_named


def _ends(form: SheetForm, row: ReadRow, columns: Mapping[int, int]) -> bool:
    """Tell whether a row is the note or the signatures below a table: words where its rows are numbered."""
    numbers = [at for place, at in columns.items() if form.columns[place].holds == "row_number"]
    first = next((value for value in row.values if value is not None), None)
    if isinstance(first, str) and _head(first).startswith(_NOTE):
        return True
    filled = sum(row.value(at) is not None for at in columns.values())
    words = (value for at in numbers if isinstance(value := row.value(at), str))
    return filled < 3 and any(not word.strip().rstrip(".").isdecimal() for word in words)
