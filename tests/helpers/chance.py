"""Chance that draws days thick around those on which periods close, counts and units; a seed draws the same ones."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from db.services import units
from db.sessions import Session
from tests.helpers.books import COMMUNES, DISTRICT

FIRST, DAYS = date(2023, 11, 20), 800


@dataclass(frozen=True)
class Chance:
    """Draws records; the same seed draws the same ones.

    They are the district's, else of the units that `there` has from a day on, the latest day first.
    """

    random: Random
    there: tuple[tuple[date, tuple[int, ...]], ...] = ()

    def day(self) -> date:
        """Half of all days are the last or the first of a month's data, under the decree or the calendar."""
        day = FIRST + timedelta(self.random.randrange(DAYS))
        if self.random.random() < 0.5:
            day = day.replace(day=self.random.choice([1, 14, 15, 28]))
        return day + timedelta(self.random.choice([0, 0, 1, 2, 3])) if day.day == 28 else day

    def count(self, most: int = 300) -> int | None:
        return self.random.choice([None, 0, self.random.randrange(most)])

    def pair(self) -> tuple[int | None, int | None]:
        whole = self.count()
        return whole, self.random.choice([None, self.random.randrange((whole or 0) + 1)])


def unit_on(session: Session, chance: Chance, day: date) -> int:
    """A unit that existed on a day."""
    if chance.there:
        return chance.random.choice(next(ids for first, ids in chance.there if first <= day))
    known = [unit.id for unit in units.known_on(session, day) if unit.code in (DISTRICT, *COMMUNES)]
    return chance.random.choice(known)
