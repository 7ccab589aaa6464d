"""Agencies that lead or join tasks: names of their time, and what a list of them must hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.findings import Finding
from db.rules.formats import day_text, number_text
from db.rules.periods import Span
from db.rules.text import folded

LONGEST_NAME = 250


@dataclass(frozen=True)
class Agency:
    """An agency under one name, from the first to the last day of that name, both counted; empty: no such end.

    `code` is empty of one that is new in the list. An agency that was renamed stands there once for each of its names,
    under one code.
    """

    code: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_in(self, span: Span) -> bool:
        """Return whether the agency bore its name on some day of a span."""
        began = self.valid_from is None or self.valid_from <= span.last
        return began and (self.valid_to is None or self.valid_to >= span.first)


def check_agencies(agencies: Sequence[Agency]) -> tuple[Finding, ...]:
    """Judge a whole list: each has a name and ends after it began, none stands twice or has two names on one day.

    The place of a finding is the row, counted from 1, and the field: `3.name`.
    """
    findings = [finding for at, agency in enumerate(agencies, start=1) for finding in _judge(at, agency)]
    return (*findings, *_twice(agencies), *_two_names(agencies))


def out_of_time(agencies: Sequence[Agency], span: Span) -> frozenset[str]:
    """Return the names, folded, that agencies bore only before or only after a span of days."""
    there = {folded(agency.name) for agency in agencies if agency.holds_in(span)}
    return frozenset(folded(agency.name) for agency in agencies) - there


def _judge(at: int, agency: Agency) -> Iterator[Finding]:
    if not agency.name:
        yield Finding("required", f"{at}.name")
    if len(agency.name) > LONGEST_NAME:
        most = {"most": number_text(LONGEST_NAME)}
        yield Finding("too_long", f"{at}.name", agency.name[:40], most)
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        begins = {"begins": day_text(agency.valid_from)}
        yield Finding("ends_before_begins", f"{at}.valid_to", day_text(agency.valid_to), begins)


def _twice(agencies: Sequence[Agency]) -> Iterator[Finding]:
    before: dict[str, list[Agency]] = defaultdict(list)
    for at, agency in enumerate(agencies, start=1):
        same = before[folded(agency.name)]
        if agency.name and any(_meet(agency, other) for other in same):
            yield Finding("agency_twice", f"{at}.name", agency.name)
        same.append(agency)


def _two_names(agencies: Sequence[Agency]) -> Iterator[Finding]:
    before: dict[str, list[Agency]] = defaultdict(list)
    for at, agency in enumerate(agencies, start=1):
        same = [other for other in before[agency.code] if folded(other.name) != folded(agency.name)]
        other = next((other for other in same if _meet(agency, other)), None)
        if agency.code and other is not None:
            yield Finding("agency_two_names", f"{at}.valid_from", agency.name, {"other": other.name})
        before[agency.code].append(agency)


def _meet(one: Agency, other: Agency) -> bool:
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)
