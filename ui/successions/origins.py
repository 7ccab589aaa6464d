"""What a unit was made of and what it became, as trees of words. No widgets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.rules.formats import day_text
from db.services.borders.succession_rows import Place, SuccessionRow
from ui.successions import texts


@dataclass(frozen=True)
class Node:
    """A line of the tree and what is below it."""

    words: str
    below: tuple["Node", ...] = ()


class Origins:
    """All rows, ready to be followed back and forth; a day leads only to earlier or only to later ones, so it ends."""

    def __init__(self, rows: Iterable[SuccessionRow]) -> None:
        self._into: dict[int, list[SuccessionRow]] = defaultdict(list)
        self._from: dict[int, list[SuccessionRow]] = defaultdict(list)
        for row in rows:
            self._into[row.new.id].append(row)
            if row.old is not None:
                self._from[row.old.id].append(row)

    def around(self, row: SuccessionRow) -> tuple[Node, ...]:
        """Return what the new unit of a row was made of, and what its old unit became."""
        came = texts.CAME.format(unit=_unit(row.new))
        made = Node(came, self._sources(row.new, date.max, row.on))
        if row.old is None or row.old.id == row.new.id:
            return (made,)
        became = texts.BECAME.format(unit=_unit(row.old))
        return (made, Node(became, self._results(row.old, date.min, row.on)))

    def _sources(self, unit: Place, before: date, told: date) -> tuple[Node, ...]:
        rows = [row for row in self._into.get(unit.id, ()) if row.on < before]
        return tuple(
            Node(_words(row, row.old, told), self._sources(row.old, row.on, told) if row.old else ())
            for row in rows
        )

    def _results(self, unit: Place, after: date, told: date) -> tuple[Node, ...]:
        rows = [row for row in self._from.get(unit.id, ()) if row.on > after]
        return tuple(Node(_words(row, row.new, told), self._results(row.new, row.on, told)) for row in rows)


def state_of(row: SuccessionRow) -> str:
    """Return how much a row tells, as a key of the texts."""
    if row.old is None:
        return "open"
    return "whole" if row.whole else "part"


def _words(row: SuccessionRow, unit: Place | None, told: date) -> str:
    """Name a unit with what is not plain: that it is open, a part, goes on, or of another day than the one told."""
    remarks = [] if unit is None or row.whole else [texts.PART.lower()]
    if row.old is not None and row.old.id == row.new.id:
        remarks.append(texts.GOES_ON)
    if row.on != told:
        remarks.append(day_text(row.on))
    name = _unit(unit) if unit else texts.NODE_OPEN.format(written=row.written or "–")
    return texts.NODE.format(unit=name, remarks=", ".join(remarks)) if remarks else name


def _unit(unit: Place) -> str:
    return texts.UNIT.format(name=unit.name, code=unit.code)
