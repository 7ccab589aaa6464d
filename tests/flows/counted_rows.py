"""The rows of a book read without the product's code: which units are in scope, which days count, how counts add up."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

Row = sqlite3.Row
Counted = tuple[dict[int, Fraction], Fraction | None]

# First and last day of each period of a year Y; "<" is the year before.
DAYS = {
    "decree-09": {
        "Q1": "<12-15 03-14", "Q2": "03-15 06-14", "Q3": "06-15 09-14", "Q4": "09-15 12-14",
        "H1": "<12-15 06-14", "9M": "<12-15 09-14", "": "<12-15 12-14",
    },
    "calendar": {
        "Q1": "01-01 03-31", "Q2": "04-01 06-30", "Q3": "07-01 09-30", "Q4": "10-01 12-31",
        "H1": "01-01 06-30", "9M": "01-01 09-30", "": "01-01 12-31",
    },
}  # fmt: skip


class Rows:
    """The rows of a book as a unit, those below it, and the days of a period see them."""

    def __init__(self, file: Path, unit: int, rule: str, year: int, part: str) -> None:
        first, last = days_of(rule, year, part)
        self.first, self.last, self.year = first.isoformat(), last.isoformat(), year
        self.quarters = quarters_of(rule, year, self.first, self.last)
        connection = sqlite3.connect(file)
        connection.row_factory = sqlite3.Row
        names = (
            "unit",
            "outreach_activity",
            "training_session",
            "attendance",
            "official",
            "plan",
            "task",
            "score_sheet",
            "succession",
            "establishment",
            "commitment",
            "workforce",
            "inspection",
            "handling",
            "hotspot",
            "hotspot_event",
            "commune_model",
            "model_year",
            "figure",
        )
        self.rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        connection.close()
        self.units = {row["id"]: row for row in self.rows["unit"]}
        self.scope = {key for key in self.units if key == unit or self.lies_below(key, unit)}

        self.asked = unit

    def lies_below(self, key: int, unit: int) -> bool:
        row = self.units[key]
        while row["parent_id"] is not None and row["parent_id"] != unit and self.existed(row):
            row = self.units[row["parent_id"]]
        return row["parent_id"] == unit and self.existed(row) and self.existed(self.units[key])

    def existed(self, row: Row) -> bool:
        return (row["valid_from"] or "0") <= self.last and (row["valid_to"] or "9") >= self.first

    def home(self, key: int, first: str) -> int:
        """The unit itself, or where it had ended before a day, the one that the whole of it went over to.

        The unit that is asked about answers for itself, ended or not.
        """
        while key != self.asked and (self.units[key]["valid_to"] or "9") < first:
            heirs = [
                row for row in self.rows["succession"] if row["old_id"] == key and row["extent"] == "whole"
            ]
            if not heirs:
                return -1
            key = heirs[0]["new_id"]
        row = self.units[key]
        return key if (row["valid_from"] or "0") <= self.last or key == self.asked else -1

    def belonging(self, table: str, key: str) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in self.rows[table]:
            found.setdefault(row[key], []).append(row)
        return found

    def within(self, day: str | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def sums(self, pairs: list[tuple[int, Any]]) -> Counted:
        """Sums by unit and of all; what was not recorded does not count, and nothing recorded is nothing."""
        by_unit: dict[int, Fraction] = {}
        for unit, value in pairs:
            if unit in self.scope and value is not None:
                by_unit[unit] = by_unit.get(unit, Fraction(0)) + Fraction(value)
        return by_unit, sum(by_unit.values(), Fraction(0)) if by_unit else None

    def different(self, pairs: list[tuple[int, int]]) -> Counted:
        """How many different ones by unit and over all."""
        held = {(unit, one) for unit, one in pairs if unit in self.scope}
        by_unit = self.sums([(unit, 1) for unit, _ in held])[0]
        return by_unit, Fraction(len({one for _, one in held})) if held else None

    def exists_on_last(self, row: Row) -> bool:
        return bool((row["valid_from"] or "0") <= self.last <= (row["valid_to"] or "9"))


def fits(row: Row, filters: Mapping[str, str]) -> bool:
    return all(row[key] == value for key, value in filters.items())


def days_of(rule: str, year: int, part: str) -> tuple[date, date]:
    first, last = DAYS[rule][part].split()
    begins = year - 1 if first.startswith("<") else year
    return date.fromisoformat(f"{begins}-{first.lstrip('<')}"), date.fromisoformat(f"{year}-{last}")


def quarters_of(rule: str, year: int, first: str, last: str) -> list[tuple[str, str]]:
    every = [days_of(rule, year, part) for part in ("Q1", "Q2", "Q3", "Q4")]
    return [
        (begins.isoformat(), ends.isoformat()) for begins, ends in every if first <= ends.isoformat() <= last
    ]
