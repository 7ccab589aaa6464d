"""The order of communes by their points, and for how many years in a row one held its class."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from db.rules.successions import Succession

K = TypeVar("K", bound=Hashable)


class Held(NamedTuple):
    """The class of a year, and all classes of its rule set from the best down."""

    class_code: str
    order: tuple[str, ...]


def ranks(points: Mapping[K, Decimal | None]) -> dict[K, int]:
    """Return the rank of each that has points, the most first: 1, 2, 2, 4 where two have as many."""
    known = {key: number for key, number in points.items() if number is not None}
    first: dict[Decimal, int] = {}
    for place, number in enumerate(sorted(known.values(), reverse=True), start=1):
        first.setdefault(number, place)
    return {key: first[number] for key, number in known.items()}


def years_in_a_row(held: Mapping[int, Held], year: int) -> int:
    """Return for how many years in a row, up to and with a year, its class or a better one was held; 0 without one.

    A year whose rule set has no class of that code is not comparable: the row ends there.
    """
    if year not in held:
        return 0
    code, count = held[year].class_code, 0
    while (before := held.get(year - count)) is not None and _is_as_good(before, code):
        count += 1
    return count


def forebears(began: Mapping[int, date | None], successions: Iterable[Succession]) -> dict[int, int]:
    """Return for each unit the one that alone and whole became it on the day it began.

    What came from several, from a part, or from what is not known has none; nor has what a unit took in later.
    """
    rows: dict[int, list[Succession]] = {}
    for row in successions:
        if row.on == began.get(row.new):
            rows.setdefault(row.new, []).append(row)
    return {
        unit: row.old
        for unit, (row, *others) in rows.items()
        if not others and row.whole and row.old is not None and row.old != unit
    }


def _is_as_good(held: Held, code: str) -> bool:
    order = held.order
    if code not in order or held.class_code not in order:
        return False
    return order.index(held.class_code) <= order.index(code)
