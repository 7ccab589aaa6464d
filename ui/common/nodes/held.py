"""What was typed into a draft and could not be kept: it waits at its field until it is mended. No widgets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from db.rules.findings import Finding
from ui.common.nodes.fields import Row
from ui.common.nodes.nodes import HEAD, Node, kind_of

_Names = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Held:
    """What was typed into a field: `rows` of a list, with what is `wrong` in its cells, else `text`."""

    finding: Finding
    text: str = ""
    rows: tuple[Row, ...] = ()
    wrong: Mapping[tuple[int, int], Finding] = field(default_factory=dict)


class HeldTexts:
    """What waits in one draft, by the place of its node and the field."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], Held] = {}
        self._names: _Names = {}

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with all of it, each at its field."""
        return tuple(
            replace(held.finding, place=_finding_place(place, key))
            for (place, key), held in self._held.items()
        )

    def at(self, place: str) -> dict[str, Held]:
        """Return what waits at a node, by field."""
        return {key: held for (where, key), held in self._held.items() if where == place}

    def put(self, place: str, key: str, held: Held | None) -> bool:
        """Hold what was typed, or nothing any more; return whether that is another thing than before."""
        before = self._held.pop((place, key), None)
        if held is not None:
            self._held[place, key] = held
        return before != held

    def follow(self, nodes: Iterable[Node]) -> None:
        """Go along with nodes that stand elsewhere now; what waited at one that is gone goes too."""
        names = {node.place: (node.code, node.title) for node in nodes}
        moved = {place: self._new_place(names, place) for place, _ in self._held}
        self._held = {(moved[place], key): held for (place, key), held in self._held.items() if moved[place]}
        self._names = names

    def _new_place(self, names: _Names, place: str) -> str:
        before, now = self._names.get(place, ("", "")), names.get(place, ("", ""))
        if place == HEAD or any(one and one == other for one, other in zip(before, now, strict=True)):
            return place
        alike = (at for at, name in names.items() if name == before and kind_of(at) == kind_of(place))
        return next(alike, "")


def _finding_place(place: str, key: str) -> str:
    return key if place == HEAD else f"{place}.{key.rpartition('.')[2]}"
