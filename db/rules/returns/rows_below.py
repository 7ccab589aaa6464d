"""The rows of a received return, put to the units of the return that adds them up, and its columns to those of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.rules.formats import Value
from db.rules.measures import MeasureKind
from db.rules.near_names import near_names
from db.rules.returns.arithmetic import number_of
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, Over, RowsOf, SheetForm
from db.rules.returns.row_sources import ReceivedReturn, SheetRow, UnitBelow
from db.rules.units import bare_name, name_key

IDENTITY = ("row_number", "unit_code", "unit_name")
_ADDS_UP = (MeasureKind.FLOW, MeasureKind.STOCK)


@dataclass(frozen=True)
class StrangeRow:
    """A row of a received return, counted from 0, that belongs to no unit here; `same_code` has another name here."""

    sheet: str
    row: int
    code: str
    name: str
    same_code: str = ""


@dataclass(frozen=True)
class RowsTaken:
    """The rows of a received return by unit and form, and what of it found no place.

    `lacking` has by form the keys of the columns that the file has not, `left_over` the heads of those only it has.
    """

    rows: Mapping[int, Mapping[str, SheetRow]]
    strange: tuple[StrangeRow, ...] = ()
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_over: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Columns:
    """Where columns stand in a received form: the same key and the same question. What was found is kept."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, tuple[ColumnForm, ...]], tuple[int | None, ...]] = {}

    def of(self, form: SheetForm, theirs: tuple[ColumnForm, ...]) -> tuple[int | None, ...]:
        """Return for each column of a form its place in the columns of a received one, nothing for one it lacks."""
        key = (form.code, theirs)
        if key not in self._known:
            places = {_question(column): at for at, column in enumerate(theirs)}
            self._known[key] = tuple(places.get(_question(column)) for column in form.columns)
        return self._known[key]


def rows_taken(
    received: ReceivedReturn, forms: Sequence[SheetForm], units: Sequence[UnitBelow], columns: Columns
) -> RowsTaken:
    """Put what a return says to its unit, the first of `units`, and to those below it.

    `forms` are those of the return that adds up; a form that the received one has not leaves no row.
    """
    theirs = {sheet.form.code: sheet for sheet in received.filled.sheets}
    rows: dict[int, dict[str, SheetRow]] = defaultdict(dict)
    strange: list[StrangeRow] = []
    lacking, left_over = {}, {}
    for form in forms:
        sheet = theirs.get(form.code)
        places = columns.of(form, sheet.form.columns) if sheet else (None,) * len(form.columns)
        lacking[form.code] = tuple(_lacking(form, places))
        if sheet is None:
            continue
        left_over[form.code] = tuple(_left_over(sheet, places))
        listed = [unit for unit in units if form.rows is RowsOf.UNITS or unit.commune]
        found, unknown = _placed(sheet, listed)
        strange.extend(unknown)
        if units[0] in listed and units[0].id not in found:
            # The form of a unit without the unit's own row says nothing of it.
            lacking[form.code] = tuple(_lacking(form, (None,) * len(form.columns)))
        for unit_id, row in found.items():
            rows[unit_id][form.code] = _sheet_row(sheet.rows[row], row, places)
        if form.rows is RowsOf.COMMUNES and not units[0].commune:
            rows[units[0].id][form.code] = _rest(sheet, form, places)
    return RowsTaken(rows, tuple(strange), _said(lacking), _said(left_over))


def since_start_alone(rows: Mapping[str, SheetRow], forms: Iterable[SheetForm]) -> dict[str, SheetRow]:
    """Return the rows of a unit's last return before it ended: only what adds up since the start of the year stands."""
    by_code = {form.code: form for form in forms}
    return {
        code: replace(row, values=tuple(_since_start(by_code[code].columns, row.values)))
        for code, row in rows.items()
    }


def says_something(rows: Mapping[str, SheetRow], forms: Iterable[SheetForm]) -> bool:
    """Tell whether rows of a unit have a figure of this year; what counts units is known without any record."""
    return any(
        value is not None
        and column.kind
        and not column.is_earlier
        and not column.measure.startswith("units.")
        for form in forms
        if form.code in rows
        for column, value in zip(form.columns, rows[form.code].values, strict=True)
    )


def head_of(column: ColumnForm) -> str:
    """Return a column's head as it is told: the group before its own."""
    return f"{column.group}: {column.head}" if column.group else column.head


def _question(column: ColumnForm) -> tuple[object, ...]:
    return column.key, column.holds, column.measure, column.over, column.back


def _since_start(columns: Iterable[ColumnForm], values: Iterable[Value]) -> Iterator[Value]:
    for column, value in zip(columns, values, strict=True):
        stands = column.over is Over.YEAR and not column.back and column.kind != MeasureKind.STOCK
        yield value if stands and column.kind != MeasureKind.RATIO else None


def _lacking(form: SheetForm, places: Sequence[int | None]) -> Iterator[str]:
    for column, place in zip(form.columns, places, strict=True):
        if place is None and column.holds not in IDENTITY:
            yield column.key


def _left_over(sheet: FilledSheet, places: Sequence[int | None]) -> Iterator[str]:
    for at, column in enumerate(sheet.form.columns):
        if at not in places and column.kind and any(row[at] is not None for row in sheet.rows):
            yield head_of(column)


def _said(of_forms: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {code: keys for code, keys in of_forms.items() if keys}


def _sheet_row(values: Sequence[Value], row: int, places: tuple[int | None, ...]) -> SheetRow:
    return SheetRow(row, places, tuple(None if at is None else values[at] for at in places))


def _rest(sheet: FilledSheet, form: SheetForm, places: tuple[int | None, ...]) -> SheetRow:
    """Return what the total of a list of communes says beyond them: what is recorded at the unit itself."""
    values = [
        None if at is None or column.kind not in _ADDS_UP or not sheet.total else _beyond(sheet, at)
        for column, at in zip(form.columns, places, strict=True)
    ]
    return SheetRow(len(sheet.rows), places, tuple(values), rest=True)


def _beyond(sheet: FilledSheet, at: int) -> Value:
    whole = number_of(sheet.total[at])
    parts = sum(number_of(row[at]) or 0 for row in sheet.rows)
    return None if whole is None or whole == parts else whole - parts


def _placed(sheet: FilledSheet, units: Sequence[UnitBelow]) -> tuple[dict[int, int], tuple[StrangeRow, ...]]:
    """Return the row of each unit, and rows of none; a code had other bearers at other times: names have to agree."""
    ours: dict[str, list[UnitBelow]] = defaultdict(list)
    for unit in units:
        ours[unit.code].append(unit)
    found: dict[int, int] = {}
    strange: list[StrangeRow] = []
    for row, (code, name) in enumerate(_named_rows(sheet)):
        bearers = ours.get(code, []) if code else units
        free = [unit for unit in bearers if unit.id not in found]
        bearer = _bearer(name, free, alone=len(bearers) == 1, sent_by=units[0])
        if bearer is not None:
            found[bearer.id] = row
        elif any(value is not None for value in _figures(sheet, row)):
            same_code = bearers[0].name if code and bearers else ""
            strange.append(StrangeRow(sheet.form.code, row, code, name, same_code))
    return found, tuple(strange)


def _named_rows(sheet: FilledSheet) -> Iterator[tuple[str, str]]:
    held = {column.holds: at for at, column in enumerate(sheet.form.columns)}
    code, name = held.get("unit_code"), held.get("unit_name")
    for row in sheet.rows:
        yield (
            str(row[code] or "") if code is not None else "",
            str(row[name] or "") if name is not None else "",
        )


def _bearer(name: str, free: Sequence[UnitBelow], *, alone: bool, sent_by: UnitBelow) -> UnitBelow | None:
    """Return which of the units a row of that name is: the same name, or of the only one a name that is near.

    Whose return it is was judged when it came in.
    """
    same = next((unit for unit in free if name_key(unit.name) == name_key(name)), None)
    if same is not None or not alone or not free:
        return same
    near = free[0] == sent_by or not name or near_names(bare_name(name), [bare_name(free[0].name)])
    return free[0] if near else None


def _figures(sheet: FilledSheet, row: int) -> Iterator[Value]:
    for column, value in zip(sheet.form.columns, sheet.rows[row], strict=True):
        if column.kind:
            yield value
