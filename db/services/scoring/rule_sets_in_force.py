"""A draft is put in force from a day, a set is taken out of force by its last day. Texts in force never change."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content as ContentRecord
from db.records import Draft, ScoreSheet
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.scoring.documents import Document, read_document
from db.rules.scoring.writing import document_text
from db.services import content
from db.services.entering import drafts
from db.services.scoring.rule_set_drafts import draft_record, written
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
    record = draft_record(session, draft_id)
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
    return noted is not None and json.loads(noted)["sha256"] == draft_record(session, draft_id).sha256


def put_in_force(session: Session, draft_id: int, *, on: date, confirmed: bool = False) -> PutInForce:
    """Put a draft in force from a day; the earlier set of its code ends the day before, sheets keep their sets.

    Raises Refused with every finding: an unsound set, one that was not tried and is not `confirmed`, another set of the
    same day, of which it would not be told which one a year is scored under. A later set of the code ends this one
    before it begins.
    """
    record = draft_record(session, draft_id)
    same = _of_code(session, record.code)
    document = _from_day(read_document(content.by_id(session, draft_id).body), on, same)
    findings = list(judged(session, document).errors)
    others = _of_other_codes(session, record.code)
    findings += _same_day(on, same, others)
    if not findings and not confirmed and not was_tried(session, draft_id):
        findings.append(Finding("rule_set_not_tried"))
    if findings:
        raise Refused(findings)
    ended = [item for item in same if item.valid_from < on <= (item.valid_to or date.max)]
    for item in ended:
        item.valid_to = on - timedelta(days=1)
    fresh = written(KIND, record.code, document, document_text(document))
    session.delete(record)
    session.add(fresh)
    session.flush()
    passed = (item.title for item in others if item.valid_from < on <= (item.valid_to or date.max))
    return PutInForce(fresh.id, tuple(item.title for item in ended), tuple(passed), _staying(session, fresh))


def take_out(session: Session, set_id: int, *, last: date) -> None:
    """Let a set in force end with a day, which is its last; sheets of years that end later must not stand on it.

    Raises Refused with every finding, also where a set of the same code follows before that day.
    """
    record = session.get(ContentRecord, set_id)
    if record is None or record.kind != KIND:
        raise Refused([Finding("rule_set_not_in_force", "", record.title if record else "")])
    findings = [*_day_findings(record, last), *_standing(session, record, last)]
    findings += _following(session, record, last)
    if findings:
        raise Refused(findings)
    record.valid_to = last
    session.flush()


def _of_code(session: Session, code: str) -> list[ContentRecord]:
    statement = select(ContentRecord).where(ContentRecord.kind == KIND, ContentRecord.code == code)
    return list(session.scalars(statement.order_by(ContentRecord.valid_from)))


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


def _from_day(document: Document, on: date, same: list[ContentRecord]) -> Document:
    later = [item.valid_from - timedelta(days=1) for item in same if item.valid_from > on]
    ends = [*([document.valid_to] if document.valid_to else []), *later]
    return replace(document, valid_from=on, valid_to=min(ends, default=None))


def _staying(session: Session, fresh: ContentRecord) -> int:
    """Count the sheets of years in which the set would be asked for that stand on others."""
    held = select(ScoreSheet.year).where(ScoreSheet.rule_set_id != fresh.id)
    ends = [date(year, 12, 31) for year in session.scalars(held)]
    return sum(fresh.valid_from <= end <= (fresh.valid_to or date.max) for end in ends)


def _day_findings(record: ContentRecord, last: date) -> list[Finding]:
    if last >= record.valid_from:
        return []
    facts = {"first": day_text(record.valid_from)}
    return [Finding("rule_set_last_before_first", "valid_to", day_text(last), facts)]


def _standing(session: Session, record: ContentRecord, last: date) -> list[Finding]:
    years = session.scalars(select(ScoreSheet.year).where(ScoreSheet.rule_set_id == record.id))
    later = sorted(year for year in years if date(year, 12, 31) > last)
    if not later:
        return []
    named = ", ".join(map(str, dict.fromkeys(later)))
    needed = day_text(date(later[-1], 12, 31))
    facts = {"count": str(len(later)), "years": named}
    return [Finding("rule_set_stands", "valid_to", needed, facts)]


def _following(session: Session, record: ContentRecord, last: date) -> list[Finding]:
    followers = [item for item in _of_code(session, record.code) if item.valid_from > record.valid_from]
    if not followers or last < followers[0].valid_from:
        return []
    facts = {"day": day_text(followers[0].valid_from)}
    return [Finding("rule_set_followed", "valid_to", day_text(last), facts)]
