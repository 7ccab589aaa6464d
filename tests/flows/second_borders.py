"""A second calculator in the borders of a later day: the rows of a file, each given to the unit that its own became.

Which unit became which is read from lists, code by code, and not from the book's successions.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.flows.second_calculator import Calculator

# Old code → new code, of whole communes.
Pairs = Mapping[str, str]
_UNITS_OF = (
    "outreach_activity",
    "training_session",
    "official",
    "plan",
    "score_sheet",
    "establishment",
    "inspection",
    "hotspot",
    "commune_model",
    "figure",
)


class RestatedCalculator(Calculator):
    """Counts by hand in the borders of a day, of which all units are in scope."""

    def __init__(self, file: Path, unit: int, days: tuple[str, int, str], pairs: Pairs, on: date) -> None:
        super().__init__(file, unit, *days)
        there = {row["code"]: row["id"] for row in self.units.values() if stands(row, on.isoformat())}
        homes = {key: _home(row, there, pairs, unit, on.isoformat()) for key, row in self.units.items()}
        for name in _UNITS_OF:
            self.rows[name] = [_moved(row, homes) for row in self.rows[name]]
        self.scope = {unit, *there.values()}

    def home(self, key: int, first: str) -> int:
        """A record stands already where its unit went."""
        return key


def stands(row: sqlite3.Row, day: str) -> bool:
    return bool((row["valid_from"] or "0") <= day <= (row["valid_to"] or "9"))


def _home(row: sqlite3.Row, there: Mapping[str, int], pairs: Pairs, whole: int, day: str) -> int:
    if stands(row, day):
        return int(row["id"])
    # What lay above the communes lies in no unit below the whole.
    return there[pairs[row["code"]]] if row["level"] == 3 else whole


def _moved(row: sqlite3.Row, homes: Mapping[int, int]) -> Any:
    return {**dict(row), "unit_id": homes[row["unit_id"]]}


class TogetherCalculator(Calculator):
    """Counts what several units had together, as if all of it had been recorded of one."""

    def __init__(self, file: Path, unit: int, days: tuple[str, int, str], together: set[int]) -> None:
        super().__init__(file, unit, *days)
        elsewhere = next(row["id"] for row in self.units.values() if row["level"] == 1)
        # What is kept of a unit that was not there yet counts nowhere, whoever reports.
        there = {key for key in together if self.existed(self.units[key])}
        homes = {key: unit if key in there else elsewhere for key in self.units}
        for name in _UNITS_OF:
            self.rows[name] = [_moved(row, homes) for row in self.rows[name]]
        self.scope = {unit}

    def home(self, key: int, first: str) -> int:
        """A record stands already where its unit went."""
        return key
