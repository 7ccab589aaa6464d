"""The rows of a return that came in, against the units that a return of its sender lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.rules.formats import Value
from db.rules.returns.forms import RowsOf, SheetForm
from db.rules.returns.received_books import ReadRow
from db.rules.returns.received_findings import ReturnFinding, error, warning
from db.rules.returns.received_forms import PlacedForm
from db.rules.text import folded
from db.rules.units import name_key


@dataclass(frozen=True)
class ListedUnit:
    """A unit that has a row: the sender itself, or one below it."""

    code: str
    name: str
    is_commune: bool


@dataclass(frozen=True)
class _Unit:
    code: int | None
    name: int | None


def check_rows(
    placed: PlacedForm,
    values: Sequence[tuple[Value, ...]],
    listed: Sequence[ListedUnit],
    problems: list[ReturnFinding],
) -> tuple[tuple[Value, ...], ...]:
    """Match each row with its unit; what is unknown, doubled, named otherwise or missing joins the problems.

    Returns the rows with codes as they are written: one that lost its zeros has them again.
    """
    columns = _Unit(_place(placed.form, "unit_code"), _place(placed.form, "unit_name"))
    has_none = placed.is_template and not placed.rows
    if placed.form.is_of_plan or columns.code not in placed.columns or has_none:
        return tuple(values)
    free = [unit for unit in listed if unit.is_commune or placed.form.rows is RowsOf.UNITS]
    seen: set[str] = set()
    rows = []
    for row, said in zip(placed.rows, values, strict=True):
        unit = _taken(said, columns, free)
        if unit is None:
            problems.append(_stranger(placed, row, said, columns, seen))
        else:
            problems.extend(_differing(placed, row, said, columns, unit))
            seen.add(unit.code)
        rows.append(said if unit is None else _with_code(said, columns, unit))
    problems.extend(
        error("return_row_missing", placed.sheet.name, f"{unit.name} ({unit.code})") for unit in free
    )
    return tuple(rows)


def _place(form: SheetForm, holds: str) -> int | None:
    return next((place for place, column in enumerate(form.columns) if column.holds == holds), None)


def _said(values: tuple[Value, ...], place: int | None) -> str:
    value = None if place is None else values[place]
    return "" if value is None else str(value).strip()


def _taken(values: tuple[Value, ...], columns: _Unit, free: list[ListedUnit]) -> ListedUnit | None:
    """Take the unit of a row out of those that have none yet: by code, of several of one code by name."""
    code, name = _said(values, columns.code), _said(values, columns.name)
    same = [unit for unit in free if unit.code == code]
    if not same and code.isdecimal():
        same = [unit for unit in free if unit.code.lstrip("0") == code.lstrip("0")]
    if not same and not code:
        same = [unit for unit in free if name_key(unit.name) == name_key(name)]
    if not same:
        return None
    chosen = same[0]
    if len(same) > 1:
        chosen = next((unit for unit in same if name_key(unit.name) == name_key(name)), chosen)
    free.remove(chosen)
    return chosen


def _stranger(
    placed: PlacedForm, row: ReadRow, values: tuple[Value, ...], columns: _Unit, seen: set[str]
) -> ReturnFinding:
    code, name = _said(values, columns.code), _said(values, columns.name)
    rule = "return_row_twice" if code in seen else "return_row_unknown"
    at = columns.code if columns.code is not None else 0
    return error(rule, placed.place(row, at), code or name, name=name)


def _differing(
    placed: PlacedForm, row: ReadRow, values: tuple[Value, ...], columns: _Unit, unit: ListedUnit
) -> Iterator[ReturnFinding]:
    code, name = _said(values, columns.code), _said(values, columns.name)
    if columns.code is not None and code != unit.code:
        yield warning("return_code_zeros", placed.place(row, columns.code), code, unit.code)
    if columns.name is None or columns.name not in placed.columns or name == unit.name:
        return
    place = placed.place(row, columns.name)
    if folded(name) == folded(unit.name):
        yield warning("return_unit_named_alike", place, name, unit.name, code=unit.code)
    else:
        yield error("return_unit_renamed", place, name, unit.name, code=unit.code)


def _with_code(values: tuple[Value, ...], columns: _Unit, unit: ListedUnit) -> tuple[Value, ...]:
    if columns.code is None or values[columns.code] == unit.code:
        return values
    return (*values[: columns.code], unit.code, *values[columns.code + 1 :])
