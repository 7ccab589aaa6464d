"""The values of a handed row in the numbers and codes of the book that takes it in."""

import json
from collections.abc import Callable
from typing import Any

from db.records import Base, Figure, PlanAmendment, Target
from db.services.handing.checking import PAPERS, Typed, paper_rows
from db.services.handing.contents import ContentsToTake
from db.services.handing.tables import TABLES, carried, links

# By table: our number of each row there.
Numbers = dict[str, dict[int, int]]
# A number for a row that only an amended plan's text still holds.
Reserve = Callable[[str], int]


def in_our_numbers(
    mapped: type[Base], row: Typed, numbers: Numbers, contents: ContentsToTake
) -> Typed | None:
    """Return the values of a row as they would be here; nothing where what it belongs to is not here."""
    values = {key: row[key] for key in carried(mapped)}
    for key, other in links(mapped).items():
        if values[key] is not None:
            values[key] = numbers[other].get(values[key])
            if values[key] is None and not mapped.__table__.columns[key].nullable:
                return None
    if mapped is Figure:
        values["definition"] = contents.code_of(values["definition"])
    elif mapped is Target:
        values |= {key: contents.measure_of(values[key]) for key in ("measure", "denominator")}
    elif mapped is PlanAmendment:
        values |= {key: paper_in_our_numbers(values[key], numbers, contents) for key in PAPERS}
    return values


def paper_in_our_numbers(
    text: str | None, numbers: Numbers, contents: ContentsToTake, reserve: Reserve | None = None
) -> str | None:
    """Return an amended plan's text in our numbers; what is no more in the plan gets a number by `reserve`."""
    if text is None:
        return None
    said = paper_rows(text)
    known = {table: dict(numbers.get(table, {})) for table in said}
    for table, rows in said.items():
        for row in rows:
            if row["id"] not in known[table]:
                known[table][row["id"]] = reserve(table) if reserve else -row["id"]
    renumbered = {
        table: [_paper_row(TABLES[table], row, {**numbers, **known}, contents) for row in rows]
        for table, rows in said.items()
    }
    return json.dumps(renumbered, ensure_ascii=False)


def says_the_same(text: str | None, other: str | None) -> bool:
    """Tell whether two texts of an amended plan say the same, whatever the numbers of their rows."""
    return _without_numbers(text) == _without_numbers(other)


def _without_numbers(text: str | None) -> list[str]:
    said: dict[str, list[Typed]] = json.loads(text) if text else {}
    numbers = {"id", "search", *(key for table in said for key in links(TABLES[table]))}
    rows = [
        (table, {key: row[key] for key in row if key not in numbers}) for table in said for row in said[table]
    ]
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)


def _paper_row(mapped: type[Base], row: Typed, numbers: Numbers, contents: ContentsToTake) -> dict[str, Any]:
    values = {**row, "id": numbers[mapped.__tablename__][row["id"]]}
    for key, other in links(mapped).items():
        if values.get(key) is not None:
            values[key] = numbers[other].get(values[key], values[key])
    if mapped is Target:
        for key in ("measure", "denominator"):
            values[key] = contents.measure_of(values.get(key))
    return values
