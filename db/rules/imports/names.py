"""Whom the words of a list name: units by code or by name as of the row's day, entries of catalogues, records by name.

The very name is wanted, but for case, spaces and the place of tone marks; a unit is never chosen by its bare letters.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.rules.block_rows import Named, Names, looked_up
from db.rules.entries import Field
from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.imports.codes import UNDECIDED, CodeDay, bearers_told, is_code
from db.rules.stand_ins import StandIns, coded_name
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
    also = (code, bare_name(name), unit_label(code, name), coded_name(code, name))
    return Named(str(unit_id), name, also, first, last)


class UnitNames:
    """Finds the units of the office's scope; `stood` tells which stood there on a day on which one did not.

    `codes` says on which day's list the codes stand.
    """

    def __init__(
        self, units: Iterable[Named], stood: Callable[[str, date], StandIns], codes: CodeDay = UNDECIDED
    ) -> None:
        self._names, self._code_day = Names(units, stood), codes
        self._codes: dict[str, list[Named]] = defaultdict(list)
        for item in self._names.named:
            self._codes[item.also[0]].append(item)
        self._held: dict[tuple[str, date | None, date | None], Found] = {}
        self._named: dict[str, Found] = {}

    def find(self, field: Field, text: str, first: date | None, last: date | None, *, dated: bool) -> Found:
        """Return the number of the unit that a text names on a day (or, of a period, on its last day)."""
        key = (text, first, last)
        if key not in self._held:
            self._held[key] = self._find(field, text, first, last, dated)
        return self._held[key]

    def doubted(self, text: str, first: date, last: date) -> str:
        """Tell who bore a code in the days of a file, where they were different and nobody said which day counts."""
        if self._code_day.is_decided or not is_code(text):
            return ""
        return bearers_told(self._codes.get(text, ()), first, last)

    def _find(self, field: Field, text: str, first: date | None, last: date | None, dated: bool) -> Found:
        if self._code_day.day is not None and is_code(text) and text in self._codes:
            return self._of_list(field, text, self._code_day.day, first, last, dated)
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

    def _of_list(
        self, field: Field, text: str, listed: date, first: date | None, last: date | None, dated: bool
    ) -> Found:
        """Find the unit that had a code on the day of a list; on the row's own day it has to be there as well."""
        bearer = next((item for item in self._codes[text] if item.was_there(listed)), None)
        if bearer is None:
            return Finding("unit_code_not_listed", field.key, text, {"day": day_text(listed)})
        if not dated:
            return bearer.code
        days = [day for day in (last, first) if day is not None]
        if not days or any(map(bearer.was_there, days)):
            return bearer.code if days else ""
        return self._names.not_there(field.key, bearer.title, [bearer], days[0])

    def _with_zeros(self, text: str) -> Named | None:
        if not _DIGITS.fullmatch(text) or text in self._codes:
            return None
        padded = (text.zfill(length) for length in CODE_LENGTHS.values())
        return next((self._codes[code][-1] for code in padded if code in self._codes), None)


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
