"""Which commune's book the records of a unit follow."""

from datetime import date

import pytest

from db.rules.handing.heirs import Follows, Heirs, heirs
from db.rules.successions import Succession, UnitDays

EVE, DAY, LATER = date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1)
BEFORE = date(2024, 1, 1)
DISTRICT, OLD, OTHER, NEW, NEXT, LAST = 1, 2, 3, 4, 5, 6
UNITS = (
    UnitDays(DISTRICT, "Huyện", 2, None, None, EVE),
    UnitDays(OLD, "Xã cũ", 3, DISTRICT, None, EVE),
    UnitDays(OTHER, "Xã khác", 3, DISTRICT, None, EVE),
    UnitDays(NEW, "Xã mới", 3, None, DAY, date(2025, 12, 31)),
    UnitDays(NEXT, "Xã bên", 3, None, DAY),
    UnitDays(LAST, "Phường", 3, None, LATER),
)


def row(old: int | None, new: int, whole: bool = True, on: date = DAY) -> Succession:
    return Succession(on, old, new, whole)


@pytest.mark.parametrize(
    ("rows", "day", "found"),
    [
        ([row(OLD, NEW)], DAY, Heirs(Follows.WHOLE, (NEW,))),
        ([row(OLD, NEW, False), row(OLD, NEXT, False)], DAY, Heirs(Follows.PARTS, (NEW, NEXT))),
        ([row(OLD, NEW, False)], DAY, Heirs(Follows.UNKNOWN, (NEW,))),
        ([], DAY, Heirs(Follows.UNKNOWN)),
        ([row(None, NEW)], DAY, Heirs(Follows.UNKNOWN)),
        ([row(OLD, NEW)], EVE, Heirs(Follows.WHOLE, (OLD,))),
        ([row(OLD, NEW), row(NEW, LAST, on=LATER)], LATER, Heirs(Follows.WHOLE, (LAST,))),
        ([row(OLD, NEW)], LATER, Heirs(Follows.UNKNOWN)),
        (
            [row(OLD, NEW, False), row(OLD, NEXT, False), row(NEW, NEXT, on=LATER)],
            LATER,
            Heirs(Follows.WHOLE, (NEXT,)),
        ),
        ([row(OLD, OTHER), row(OTHER, OLD)], DAY, Heirs(Follows.UNKNOWN)),
        ([row(OLD, OLD, on=BEFORE), row(OLD, NEW)], DAY, Heirs(Follows.WHOLE, (NEW,))),
        (
            [row(OLD, OLD, False, BEFORE), row(OLD, NEXT, False, BEFORE), row(OLD, NEW)],
            DAY,
            Heirs(Follows.PARTS, (NEW, NEXT)),
        ),
    ],
    ids=[
        "whole",
        "in parts",
        "a single part",
        "nothing known",
        "an unknown source",
        "not yet ended",
        "on and on",
        "lost on the way",
        "parts that came together",
        "a loop",
        "took more in before",
        "gave a part away before",
    ],
)
def test_a_commune_is_followed(rows: list[Succession], day: date, found: Heirs) -> None:
    assert heirs(UNITS, rows, day=day)[OLD] == found


def test_what_is_of_the_district_is_its_own() -> None:
    assert heirs(UNITS, [row(OLD, NEW)], day=DAY)[DISTRICT] == Heirs(Follows.OWN)
