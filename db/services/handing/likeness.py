"""Officials and establishments of a handed book that are likely to be in this one already: offered, never merged."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Establishment, Official, Succession, Unit
from db.rules.formats import value_text
from db.rules.text import folded
from db.services.handing.checking import Checked, Typed
from db.services.handing.taking_units import UnitsToTake

_COMPARED: Mapping[str, tuple[type[Official | Establishment], tuple[str, ...]]] = {
    Official.__tablename__: (Official, ("name", "post", "role", "from_on", "to_on")),
    Establishment.__tablename__: (
        Establishment,
        ("name", "kind", "address", "licence", "opened_on", "closed_on"),
    ),
}
# Of a hundred: what is less like is another name.
_LEAST_LIKENESS = 88


@dataclass(frozen=True)
class Twin:
    """A record of ours that is likely to be the same: how it is called, and by column where the two differ."""

    record_id: int
    words: str
    changes: tuple[tuple[str, str, str], ...]


class Likeness:
    """Compares names within units that are one, or came from one another."""

    def __init__(self, session: Session, brought: Checked, units: UnitsToTake) -> None:
        self._session = session
        self._after = _after(session, brought, units)
        self._names = dict(session.execute(select(Unit.id, Unit.name)).all())
        self._left_out: dict[str, Container[int]] = {}
        self._ours: dict[str, dict[int, list[Any]]] = {}

    def leave_out(self, table: str, numbers: Container[int]) -> None:
        """Ask nothing about these of ours: they are known to be other rows of the handed book."""
        self._left_out[table] = numbers

    def twins(self, table: str, values: Typed) -> Iterator[Twin]:
        """Return those of ours that are likely to be the record with these values, the likeliest first, at most one."""
        if table not in _COMPARED:
            return
        found = [
            (_likeness(values["name"], row.name), row)
            for place in self._places(values["unit_id"])
            for row in self._at(table, place)
        ]
        likely = [(score, -row.id, row) for score, row in found if score >= _LEAST_LIKENESS]
        for _, _, row in sorted(likely, key=lambda item: item[:2], reverse=True)[:1]:
            yield self._twin(table, row, values)

    def _twin(self, table: str, row: Any, values: Typed) -> Twin:
        keys = _COMPARED[table][1]
        changes = tuple(
            (key, value_text(getattr(row, key)), value_text(values[key]))
            for key in keys
            if getattr(row, key) != values[key]
        )
        return Twin(row.id, f"{row.name} ({self._names.get(row.unit_id, '')})", changes)

    def _at(self, table: str, place: int) -> list[Any]:
        if table not in self._ours:
            by_place: dict[int, list[Any]] = defaultdict(list)
            rows: Any = self._session.scalars(select(_COMPARED[table][0]))
            for row in rows:
                if row.id not in self._left_out.get(table, ()):
                    for end in self._places(row.unit_id):
                        by_place[end].append(row)
            self._ours[table] = by_place
        return self._ours[table].get(place, [])

    def _places(self, unit: int) -> set[int]:
        """Return the units that a unit became, itself where it became none."""
        ends, waiting, passed = set(), [unit], set()
        while waiting:
            number = waiting.pop()
            if number not in passed:
                passed.add(number)
                after = self._after.get(number, ())
                waiting += after
                ends |= set() if after else {number}
        return ends or {unit}


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # Only wanted where books meet.

    return fuzz.ratio(folded(one), folded(other))


def _after(session: Session, brought: Checked, units: UnitsToTake) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for old, new in session.execute(select(Succession.old_id, Succession.new_id)):
        found[old or 0].append(new)
    numbers = units.numbers
    for row in brought.of(Succession.__tablename__).values():
        if row["old_id"] is not None:
            found[numbers[row["old_id"]]].append(numbers[row["new_id"]])
    return found
