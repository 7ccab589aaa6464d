"""Where a finding of the check is mended: a field of the plan, a row of one of its parts, or the office's own names."""

from dataclasses import dataclass
from typing import Literal

from ui.plans import texts

Room = Literal["plan", "sections", "targets", "tasks", "office"]

# The field of the form that prints what the check names otherwise.
_FIELDS = {
    "subject": "subject",
    "number": "number",
    "symbol": "symbol",
    "issued_on": "issued_on",
    "grounds": "grounds",
    "recipients": "recipients",
    "signatory.authority": "authority",
    "signatory.post": "signatory_post",
    "signatory.name": "signatory_name",
}
_ROOMS: dict[str, Room] = {"targets": "targets", "tasks": "tasks", "annexes": "tasks"}
_OFFICE = ("place", "issuing_agency", "kind")


@dataclass(frozen=True)
class Spot:
    """A place to go to: the room, the field of the plan's form, the row of a list counted from 1 (0: none)."""

    room: Room
    field: str = ""
    row: int = 0


def spot_of(place: str) -> Spot:
    """Return where to go for a place that the check named; what is nothing else is the number of a section."""
    name, row = _parted(place)
    if name in _FIELDS:
        return Spot("plan", _FIELDS[name])
    if name in _ROOMS:
        return Spot(_ROOMS[name], row=row)
    return Spot("office" if name in _OFFICE else "sections")


def place_words(place: str) -> str:
    """Write a place for an officer: the field's name, `Căn cứ 2`, `Mục II.2.a`."""
    name, row = _parted(place)
    if name in texts.CHECK_PLACES:
        return f"{texts.CHECK_PLACES[name]} {row}" if row else texts.CHECK_PLACES[name]
    return texts.CHECK_SECTION.format(place=place)


def _parted(place: str) -> tuple[str, int]:
    name, _, last = place.rpartition(".")
    return (name, int(last)) if name in (*_FIELDS, *_ROOMS) and last.isdecimal() else (place, 0)
