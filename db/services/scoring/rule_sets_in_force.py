"""A draft is put in force from a day, a set is taken out of force by its last day. Texts in force never change."""

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content as ContentRecord
from db.records import Draft, ScoreSheet
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.scoring.documents import read_document
from db.services import content
from db.services.content_drafts import from_day
from db.services.entering import drafts
from db.services.scoring.rule_set_drafts import DRAFTS
from db.services.scoring.rule_set_lists import judged
from db.services.scoring.rule_sets import KIND

_TRIAL = "rule_set_trial"


@dataclass(frozen=True)
class PutInForce:
    """A set that was put in force: the titles of those of its code that end before it and of others it passes over.

    `staying` counts the sheets that keep another set.
    """

    id: int
    ended: tuple[str, ...]
    passed_over: tuple[str, ...]
    staying: int


def note_trial(session: Session, draft_id: int) -> None:
    """Note that a draft was tried as it is now; what was filled in is not kept."""
    record = DRAFTS.record(session, draft_id)
    held = next((one for one in drafts.of_kind(session, _TRIAL) if one.record_id == draft_id), None)
    drafts.keep(
        session,
        _TRIAL,
        {"sha256": record.sha256},
        record_id=draft_id,
        draft_id=None if held is None else held.id,
    )


def was_tried(session: Session, draft_id: int) -> bool:
    """Return whether a draft was tried since it was last changed."""
    noted = session.scalars(
        select(Draft.raw).where(Draft.kind == _TRIAL, Draft.record_id == draft_id)
    ).first()
    return noted is not None and json.loads(noted)["sha256"] == DRAFTS.record(session, draft_id).sha256


def put_in_force(session: Session, draft_id: int, *, on: date, confirmed: bool = False) -> PutInForce:
    """Put a draft in force from a day; the earlier set of its code ends the day before, sheets keep their sets.

    Raises Refused with every finding: an unsound set, one that was not tried and is not `confirmed`, another set of the
    same day, of which it would not be told which one a year is scored under. A later set of the code ends this one
    before it begins.
    """
    record = DRAFTS.record(session, draft_id)
    same = DRAFTS.of_code(session, record.code)
    document = from_day(read_document(content.by_id(session, draft_id).body), on, same)
    findings = list(judged(session, document).errors)
    others = _of_other_codes(session, record.code)
    findings += _same_day(on, same, others)
    if not findings and not confirmed and not was_tried(session, draft_id):
        findings.append(Finding("rule_set_not_tried"))
    if findings:
        raise Refused(findings)
    session.delete(record)
    fresh, ended = DRAFTS.put_in_force(session, record.code, document)
    passed = (item.title for item in others if item.valid_from < on <= (item.valid_to or date.max))
    return PutInForce(fresh.id, tuple(item.title for item in ended), tuple(passed), _staying(session, fresh))


def take_out(session: Session, set_id: int, *, last: date) -> None:
    """Let a set in force end with a day, which is its last; sheets of years that end later must not stand on it.

    Raises Refused with every finding, also where a set of the same code follows before that day.
    """
    record = DRAFTS.in_force(session, set_id)
    findings = [*DRAFTS.last_day_findings(session, record, last), *_standing(session, record, last)]
    if findings:
        raise Refused(findings)
    record.valid_to = last
    session.flush()


def _of_other_codes(session: Session, code: str) -> list[ContentRecord]:
    statement = select(ContentRecord).where(ContentRecord.kind == KIND, ContentRecord.code != code)
    return list(session.scalars(statement.order_by(ContentRecord.valid_from)))


def _same_day(on: date, same: list[ContentRecord], others: list[ContentRecord]) -> list[Finding]:
    """Return what stands against a day from which another set of the code, or of the year's end, is in force."""
    asked = date(on.year, 12, 31)
    held = [*same, *(item for item in others if asked <= (item.valid_to or date.max))]
    facts = {"day": day_text(on)}
    found = [
        Finding("rule_set_same_day", "valid_from", item.code, facts) for item in held if item.valid_from == on
    ]
    return found[:1]


def _staying(session: Session, fresh: ContentRecord) -> int:
    """Count the sheets of years in which the set would be asked for that stand on others."""
    held = select(ScoreSheet.year).where(ScoreSheet.rule_set_id != fresh.id)
    ends = [date(year, 12, 31) for year in session.scalars(held)]
    return sum(fresh.valid_from <= end <= (fresh.valid_to or date.max) for end in ends)


def _standing(session: Session, record: ContentRecord, last: date) -> list[Finding]:
    years = session.scalars(select(ScoreSheet.year).where(ScoreSheet.rule_set_id == record.id))
    later = sorted(year for year in years if date(year, 12, 31) > last)
    if not later:
        return []
    named = ", ".join(map(str, dict.fromkeys(later)))
    needed = day_text(date(later[-1], 12, 31))
    facts = {"count": str(len(later)), "years": named}
    return [Finding("rule_set_stands", "valid_to", needed, facts)]
