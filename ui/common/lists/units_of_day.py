"""Where the units that records name lie in the chosen borders: for the column of units, its order and its filter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from db.rules.formats import Value
from db.rules.periods import Span
from db.rules.text import sort_key
from db.rules.units import bare_name
from db.services.listing import listings
from db.services.listing.listings import ListRow
from db.services.measuring import looking
from ui.common import borders_texts as texts
from ui.common.borders import WHY
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Workplace

_UNIT = "unit"
# A list that is not of a period holds what was recorded at any time.
_ANY_TIME = Span(date.min, date.max, date.max.year)


class UnitsOfDay:
    """Knows the homes of units in the chosen borders; nothing of it holds while numbers are as reported."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._held: dict[tuple[date, Span], looking.UnitHomes] = {}

    def forget(self) -> None:
        """Read anew what is asked next: the units of the book changed."""
        self._held.clear()

    def keys(self, span: Span | None) -> Mapping[int, str]:
        """Return for units that lie in another by what they are ordered: the name of that one."""
        seen = self._seen(span)
        if seen is None:
            return {}
        moved = {
            unit: home for unit, home in seen.homes.items() if home != unit and unit not in seen.undivided
        }
        return {unit: sort_key(bare_name(seen.names[home])) for unit, home in moved.items()}

    def within(self, home: int, span: Span | None) -> tuple[int, ...]:
        """Return the units that lie in one of the chosen borders."""
        seen = self._seen(span)
        return tuple(unit for unit, place in seen.homes.items() if place == home) if seen else ()

    def options(self, span: Span | None) -> tuple[Option, ...]:
        """Return the units of the chosen borders, and the scope's own for what they cannot share."""
        seen = self._seen(span)
        if seen is None:
            return ()
        own = self._workplace.office.unit.id
        listed = sorted(seen.scope - {own}, key=lambda unit: sort_key(bare_name(seen.names[unit])))
        found = [option(str(unit), seen.names[unit]) for unit in listed]
        is_left = own in seen.homes.values()
        left = [option(str(own), texts.UNDIVIDED.format(unit=seen.names[own]))] if is_left else []
        return (*found, *left)

    def placed(self, kind: str, rows: Sequence[ListRow], span: Span | None) -> Sequence[ListRow]:
        """Return rows with the unit of the chosen borders in their column of units, and the one they were kept for."""
        seen = self._seen(span)
        if seen is None or not rows:
            return rows
        ids = [row.id for row in rows]
        named = self._workplace.read(lambda session: listings.units_of(session, kind, ids))
        return [_placed(row, named[row.id], seen) for row in rows]

    def _seen(self, span: Span | None) -> "looking.UnitHomes | None":
        day, days, own = self._workplace.borders, span or _ANY_TIME, self._workplace.office.unit.id
        if day is None:
            return None
        if (day, days) not in self._held:
            self._held[day, days] = self._workplace.read(
                lambda session: looking.Looking(session, unit_id=own, day=day).homes(days)
            )
        return self._held[day, days]


def _placed(row: ListRow, number: int, seen: "looking.UnitHomes") -> ListRow:
    """Put the unit of the day into a row; what lies in none alone stays with the unit it was kept for."""
    if seen.homes.get(number) == number and number not in seen.undivided:
        return row
    return replace(row, cells={**row.cells, **_cells(row.cells[_UNIT], number, seen)})


def _cells(kept: Value, number: int, seen: "looking.UnitHomes") -> dict[str, Value]:
    home = seen.homes.get(number)
    if home is None or number in seen.undivided:
        return {_UNIT: f"{texts.DIFFERENT} {kept}", _UNIT + WHY: texts.UNPLACED}
    return {_UNIT: seen.names[home], _UNIT + WHY: texts.RECORDED_FOR.format(unit=kept)}
