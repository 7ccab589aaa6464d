"""Whom the words of a list name: units by code or by name as of the row's day, entries of catalogues, records by name.

The very name is wanted, but for case, spaces and the place of tone marks; a unit is never chosen by its bare letters.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.rules.block_rows import Named, Names, looked_up
from db.rules.entries import Field
from db.rules.findings import Finding
from db.rules.units import CODE_LENGTHS, bare_name, clean_unit_name, name_key

_DIGITS = re.compile(r"\d{1,4}", re.ASCII)
Found = str | Finding


@dataclass(frozen=True)
class Person:
    """A record that is found by its name, in its unit before elsewhere."""

    id: int
    name: str
    unit_id: int


def unit_label(code: str, name: str) -> str:
    """Return how a list of choices names a unit."""
    return f"{name} – {code}"


def named_unit(unit_id: int, code: str, name: str, first: date | None, last: date | None) -> Named:
    """Return what names a unit: its code, its name with and without its kind, the label of a list of choices."""
    return Named(str(unit_id), name, (code, bare_name(name), unit_label(code, name)), first, last)


class UnitNames:
    """Finds the units of the office's scope."""

    def __init__(self, units: Iterable[Named]) -> None:
        self._names = Names(units)
        self._codes = {item.also[0]: item for item in self._names.named}
        self._held: dict[tuple[str, date | None, date | None], Found] = {}
        self._named: dict[str, Found] = {}

    def find(self, field: Field, text: str, first: date | None, last: date | None, *, dated: bool) -> Found:
        """Return the number of the unit that a text names on a day (or, of a period, on its last day)."""
        key = (text, first, last)
        if key not in self._held:
            self._held[key] = self._find(field, text, first, last, dated)
        return self._held[key]

    def _find(self, field: Field, text: str, first: date | None, last: date | None, dated: bool) -> Found:
        # A name comes again on every day of the year; which unit bore it depends on the day.
        if text not in self._named:
            self._named[text] = self._name_of(field, text)
        name = self._named[text]
        if isinstance(name, Finding):
            return name
        code, findings = looked_up(field, name, self._names, last or first, dated)
        if not code and last is not None:
            code, findings = looked_up(field, name, self._names, first, dated)
        return replace(findings[0], value=text) if findings else code

    def _name_of(self, field: Field, text: str) -> Found:
        """Return the name that a text writes in full, whenever a unit bore it; else what is wrong."""
        lost = self._with_zeros(text)
        if lost is not None:
            return Finding("unit_code_length", field.key, text, {"probable": lost.told})
        name = clean_unit_name(text)
        wanted = name_key(name)
        if any(wanted in map(name_key, (item.title, *item.also)) for item in self._names.meant(name)):
            return name
        near = self._names.near(text)
        return Finding("near_names" if near else "not_in_list", field.key, text, {"near": near})

    def _with_zeros(self, text: str) -> Named | None:
        if not _DIGITS.fullmatch(text) or text in self._codes:
            return None
        padded = (text.zfill(length) for length in CODE_LENGTHS.values())
        return next((self._codes[code] for code in padded if code in self._codes), None)


class NamedRecords:
    """Finds records by name: in the row's unit, else the only one of that name anywhere."""

    def __init__(self, records: Iterable[Person]) -> None:
        self._names = Names(
            Named(str(record.id), record.name, place=str(record.unit_id)) for record in records
        )

    @property
    def names(self) -> frozenset[str]:
        """Return all names."""
        return frozenset(item.title for item in self._names.named)

    def find(self, field: Field, text: str, unit_id: int | None) -> Found:
        """Return the number of the record that a text names; else what is wrong."""
        code, findings = looked_up(field, text, self._names, None, False, str(unit_id or ""))
        return findings[0] if findings else code


class Choices:
    """Finds the code of a catalogue's entry by its title or its code; what was found once is kept."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._names = Names(Named(code, title, (code,)) for code, title in titles.items())
        self._held: dict[str, Found] = {}

    def find(self, field: Field, text: str) -> Found:
        """Return the code; else what is wrong."""
        if text not in self._held:
            code, findings = looked_up(field, text, self._names, None, False)
            self._held[text] = findings[0] if findings else code
        return self._held[text]
