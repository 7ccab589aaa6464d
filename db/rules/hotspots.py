"""The history of a hotspot: removed and re-opened take turns, beginning with a removal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.rules.findings import Finding
from db.rules.formats import day_text

REMOVED, REOPENED = "removed", "reopened"


@dataclass(frozen=True)
class Event:
    """What happened to a hotspot on a day; of two on one day that with the smaller `number` came first."""

    happened_on: date
    number: int
    what: str


def history_findings(found_on: date, events: Iterable[Event]) -> tuple[Finding, ...]:
    """Return what is wrong with a hotspot's history: the first event before it was found or out of turn."""
    expected = REMOVED
    for event in sorted(events, key=lambda event: (event.happened_on, event.number)):
        day = day_text(event.happened_on)
        if event.happened_on < found_on:
            return (Finding("event_before_found", "happened_on", day, {"found": day_text(found_on)}),)
        if event.what != expected:
            code = "not_removed_before" if event.what == REOPENED else "removed_already"
            return (Finding(code, "what", day),)
        expected = REOPENED if expected == REMOVED else REMOVED
    return ()
