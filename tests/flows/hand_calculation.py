"""The quarter's figures worked out by hand from the raw rows of the sample: no code of the product is used.

Days are written out as Decree 09/2019/NĐ-CP, article 12, has them for the third quarter of 2025.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

QUARTER = ("2025-06-15", "2025-09-14")
SINCE_START = ("2024-12-15", "2025-09-14")
YEAR_BEFORE = ("2024-06-15", "2024-09-14")

Figures = dict[str, Any]


class RawRows:
    """The rows of the sample's database file, as plain dictionaries."""

    def __init__(self, file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            connection.row_factory = sqlite3.Row
            tables = (
                "unit",
                "outreach_activity",
                "training_session",
                "attendance",
                "official",
                "score_sheet",
            )
            self._tables = {
                name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for name in tables
            }
        self.codes = {row["id"]: row["code"] for row in self._tables["unit"] if row["level"] > 1}

    def of(self, table: str) -> list[dict[str, Any]]:
        """Return all rows of a table."""
        return self._tables[table]

    def between(self, table: str, day: str, days: tuple[str, str]) -> Iterator[dict[str, Any]]:
        """Return the rows whose day lies in a span, both ends counted."""
        return (row for row in self.of(table) if days[0] <= row[day] <= days[1])


def outreach(rows: RawRows, days: tuple[str, str], key: str, audience: str | None = None) -> Figures:
    """Add up one count of the outreach activities by unit."""
    sums: Figures = {}
    for row in rows.between("outreach_activity", "held_on", days):
        if row[key] is not None and audience in (None, row["audience"]):
            code = rows.codes[row["unit_id"]]
            sums[code] = sums.get(code, 0) + row[key]
    return sums


def training_sessions(rows: RawRows, days: tuple[str, str]) -> Figures:
    """Count the training sessions that ended in a span by unit."""
    sums: Figures = {}
    for row in rows.between("training_session", "ends_on", days):
        code = rows.codes[row["unit_id"]]
        sums[code] = sums.get(code, 0) + 1
    return sums


def training_attendances(rows: RawRows, days: tuple[str, str]) -> Figures:
    """Count who attended, on the register or not, by the unit that held the session."""
    sums: Figures = {}
    for row in rows.between("training_session", "ends_on", days):
        roster = sum(item["session_id"] == row["id"] for item in rows.of("attendance"))
        code = rows.codes[row["unit_id"]]
        sums[code] = sums.get(code, 0) + roster + (row["others_total"] or 0)
    return sums


def training_female(rows: RawRows, days: tuple[str, str]) -> Figures:
    """Count the women who attended, on the register or not, by the unit that held the session."""
    women = {row["id"] for row in rows.of("official") if row["female"]}
    sums: Figures = {}
    for row in rows.between("training_session", "ends_on", days):
        roster = [item for item in rows.of("attendance") if item["session_id"] == row["id"]]
        code = rows.codes[row["unit_id"]]
        listed = sum(item["official_id"] in women for item in roster)
        sums[code] = sums.get(code, 0) + listed + (row["others_female"] or 0)
    return sums


def training_cost(rows: RawRows, days: tuple[str, str]) -> Figures:
    """Add up the cost of the training sessions by unit, in đồng."""
    sums: Figures = {}
    for row in rows.between("training_session", "ends_on", days):
        if row["cost"] is not None:
            code = rows.codes[row["unit_id"]]
            sums[code] = sums.get(code, 0) + row["cost"]
    return sums


def officials_in_post(rows: RawRows, day: str) -> Figures:
    """Count the officials of each unit who are in post on a day; no day is an open end."""
    return _counted(rows, _in_post(rows, day))


def _in_post(rows: RawRows, day: str) -> set[int]:
    found = rows.of("official")
    return {row["id"] for row in found if (row["from_on"] or day) <= day <= (row["to_on"] or day)}


def share_trained(rows: RawRows, days: tuple[str, str]) -> Figures:
    """Work out how many of each unit's officials were trained, in per cent with three decimals."""
    trained, in_post = trained_in_post(rows, days), officials_in_post(rows, days[1])
    return {code: round(count / in_post[code] * 100, 3) for code, count in trained.items()}


def officials_trained(rows: RawRows, days: tuple[str, str]) -> Figures:
    """Count the officials of each unit who attended at least once; each counts once."""
    return _counted(rows, _trained(rows, days))


def trained_in_post(rows: RawRows, days: tuple[str, str]) -> Figures:
    """Count those of them who are still in post on the last day."""
    return _counted(rows, _trained(rows, days) & _in_post(rows, days[1]))


def _trained(rows: RawRows, days: tuple[str, str]) -> set[int]:
    held = {row["id"] for row in rows.between("training_session", "ends_on", days)}
    return {row["official_id"] for row in rows.of("attendance") if row["session_id"] in held}


def _counted(rows: RawRows, officials: set[int]) -> Figures:
    sums: Figures = {}
    for row in rows.of("official"):
        if row["id"] in officials:
            code = rows.codes[row["unit_id"]]
            sums[code] = sums.get(code, 0) + 1
    return sums


def points(rows: RawRows, key: str) -> Figures:
    """Return one column of points of each commune's sheet of 2025 that was handed in; the file keeps thousandths."""
    done = (
        ("appraised", "recognised")
        if key.startswith("appraised")
        else ("submitted", "appraised", "recognised")
    )
    sheets = [row for row in rows.of("score_sheet") if row["year"] == 2025 and row["state"] in done]
    return {rows.codes[row["unit_id"]]: row[key] / 1000 for row in sheets}


def of_class(rows: RawRows, code: str) -> Figures:
    """Mark each commune whose appraised sheet of 2025 makes the class with 1."""
    sheets = [row for row in rows.of("score_sheet") if row["year"] == 2025 and row["state"] != "submitted"]
    return {rows.codes[row["unit_id"]]: 1 for row in sheets if row["appraised_class"] == code}
