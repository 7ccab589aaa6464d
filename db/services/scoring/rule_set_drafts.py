"""Drafts of rule sets: begun, changed as a whole, removed. A set in force is never changed, only copied."""

import hashlib
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content as ContentRecord
from db.rules.content_heads import LONGEST_CODE, unkept_findings
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.scoring.documents import Document
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.writing import document_text
from db.services import content
from db.services.scoring.rule_set_lists import DRAFT_KIND, document_of
from db.services.scoring.rule_sets import KIND

_NEW_CODE = "bo-tieu-chi"
_TEXTS = ("code", "title", "citation", "valid_from", "valid_to", "body", "sha256")


def begin(session: Session, *, title: str, valid_from: date) -> int:
    """Begin an empty draft; its levels and due days are those of the newest set in force."""
    sets = content.of_kind(session, KIND)
    newest = max(sets, key=lambda item: item.valid_from, default=None)
    like = document_of(newest).rule_set if newest else RuleSet((), ())
    blank = RuleSet((), (), like.levels, scaled=True, decimals=like.decimals, due=like.due)
    return add(session, _NEW_CODE, Document(title, "", valid_from, blank))


def copy(session: Session, set_id: int, *, valid_from: date) -> int:
    """Begin a draft that says what a set says, under the same code: once in force it follows that set."""
    held = content.by_id(session, set_id)
    document = replace(document_of(held), valid_from=valid_from, valid_to=None)
    return add(session, held.code, document)


def change(session: Session, draft_id: int, document: Document, *, code: str | None = None) -> None:
    """Keep a draft's whole text in place of before; it may be unsound as yet.

    Raises Refused for a set in force, a head that a book cannot keep, another draft of the same code and day.
    """
    record = draft_record(session, draft_id)
    wanted = record.code if code is None else code
    findings = [*unkept_findings(document, wanted), *_same_findings(session, record.id, wanted, document)]
    if findings:
        raise Refused(findings)
    fresh = written(DRAFT_KIND, wanted, document, document_text(document))
    for key in _TEXTS:
        setattr(record, key, getattr(fresh, key))
    session.flush()


def remove(session: Session, draft_id: int) -> None:
    """Remove a draft; raises Refused for a set in force."""
    session.delete(draft_record(session, draft_id))
    session.flush()


def add(session: Session, code: str, document: Document, text: str | None = None) -> int:
    """Add a draft under a code, or under one made from it where a draft has that code and day; return its number.

    `text` is its TOML where it came as such: it is kept to the byte.
    """
    free = free_code(session, DRAFT_KIND, code, document.valid_from)
    record = written(DRAFT_KIND, free, document, document_text(document) if text is None else text)
    session.add(record)
    session.flush()
    return record.id


def free_code(session: Session, kind: str, code: str, day: date) -> str:
    """Return the code, with a number behind it where something of the kind has it from that day on."""
    held = select(ContentRecord.code).where(ContentRecord.kind == kind, ContentRecord.valid_from == day)
    taken, number, free = set(session.scalars(held)), 2, code
    while free in taken:
        free, number = f"{code[: LONGEST_CODE - 4]}-{number}", number + 1
    return free


def written(kind: str, code: str, document: Document, text: str) -> ContentRecord:
    """Return the row of a document and its text."""
    # A draft that ends before it begins is told to be unsound; the column could not hold its end.
    ends = document.valid_to is not None and document.valid_to >= document.valid_from
    return ContentRecord(
        kind=kind,
        code=code,
        title=document.title,
        citation=document.citation,
        valid_from=document.valid_from,
        valid_to=document.valid_to if ends else None,
        body=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def draft_record(session: Session, draft_id: int) -> ContentRecord:
    """Return the row of a draft; raises Refused for what is none."""
    record = session.get(ContentRecord, draft_id)
    if record is None:
        raise Refused([Finding("rule_set_gone")])
    if record.kind != DRAFT_KIND:
        raise Refused([Finding("rule_set_in_force", "", record.title)])
    return record


def _same_findings(session: Session, draft_id: int, code: str, document: Document) -> list[Finding]:
    same = select(ContentRecord.id).where(
        ContentRecord.kind == DRAFT_KIND,
        ContentRecord.code == code,
        ContentRecord.valid_from == document.valid_from,
        ContentRecord.id != draft_id,
    )
    if session.scalar(same) is None:
        return []
    day = day_text(document.valid_from)
    return [Finding("rule_set_draft_same", "valid_from", code, {"day": day})]
