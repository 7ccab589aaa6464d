"""What is not wrong with a record but wants a look: a text that tells of a person, a year far off, an entry made twice.

These are told, never refused: the officer knows better.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from db.rules.entries import Values
from db.rules.findings import Finding
from db.rules.likely_years import unlikely_times
from db.rules.personal_data import personal_finding, personal_findings
from db.services import trainings
from db.services.entering import twins
from db.services.entering.kinds import STORED
from db.services.entering.lists_once import once


def of_record(
    session: Session, kind: str, texts: Mapping[str, str], values: Values, record_id: int | None, today: date
) -> tuple[Finding, ...]:
    """Return what to look at in a record, each at its field; what is about the whole record is at none.

    `record_id` is its own number, none of one that is not stored yet. `texts` is what was typed,
    `values` what is stored of it.
    """
    found = (*unlikely(kind, values, today), *personal(session, kind, texts))
    if record_id is None or twins.twin(session, kind, values, record_id) is None:
        return found
    return (Finding("likely_twice"), *found)


def unlikely(kind: str, values: Values, today: date) -> tuple[Finding, ...]:
    """Return which days and years of a record are likely to be slips."""
    stored = STORED[kind]
    return tuple(unlikely_times(stored.entry, stored.day, values, today))


def personal(session: Session, kind: str, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return which free texts look like a trace of a person who is no official of the register."""
    entry = STORED[kind].entry
    found = personal_findings(entry, texts)
    if not any(finding.code == "personal_names" for finding in found):
        return found
    return personal_findings(
        entry, texts, once(session, "officials", lambda: trainings.official_names(session))
    )


def personal_in(session: Session, text: str) -> Finding | None:
    """Return what in one free text looks like a trace of a person who is no official of the register."""
    found = personal_finding(text)
    if found is None or found.code != "personal_names":
        return found
    return personal_finding(text, once(session, "officials", lambda: trainings.official_names(session)))
