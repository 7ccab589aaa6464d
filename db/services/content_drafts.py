"""Drafts of content that is never changed once it is in force: kept as a whole, removed, put in force from a day."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content as ContentRecord
from db.rules.content_heads import LONGEST_CODE, Headed, unkept_findings
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text

_TEXTS = ("code", "title", "citation", "valid_from", "valid_to", "body", "sha256")

D = TypeVar("D", bound=Headed)


class SetState(StrEnum):
    """Where a set stands on a day. AHEAD is put in force from a later day, REPLACED gave way or was ended."""

    DRAFT = "draft"
    AHEAD = "ahead"
    IN_FORCE = "in_force"
    REPLACED = "replaced"


@dataclass(frozen=True)
class ContentDrafts(Generic[D]):
    """Content of a `kind` whose drafts are of the kind `draft_kind`; `text` writes a document as TOML."""

    kind: str
    draft_kind: str
    text: Callable[[D], str]

    def add(self, session: Session, code: str, document: D, text: str | None = None) -> int:
        """Add a draft under a code, or under one made from it where a draft has that code and day; return its number.

        `text` is its TOML where it came as such: it is kept to the byte.
        """
        free = free_code(session, self.draft_kind, code, document.valid_from)
        record = self.written(self.draft_kind, free, document, text)
        session.add(record)
        session.flush()
        return record.id

    def change(self, session: Session, draft_id: int, document: D, *, code: str | None = None) -> None:
        """Keep a draft's whole text in place of before; it may be unsound as yet.

        Raises Refused for content in force, a head that a book cannot keep, another draft of the same code and day.
        """
        record = self.record(session, draft_id)
        wanted = record.code if code is None else code
        findings = [*unkept_findings(document, wanted), *self._same(session, record.id, wanted, document)]
        if findings:
            raise Refused(findings)
        fresh = self.written(self.draft_kind, wanted, document)
        for key in _TEXTS:
            setattr(record, key, getattr(fresh, key))
        session.flush()

    def remove(self, session: Session, draft_id: int) -> None:
        """Remove a draft; raises Refused for content in force."""
        session.delete(self.record(session, draft_id))
        session.flush()

    def record(self, session: Session, draft_id: int) -> ContentRecord:
        """Return the row of a draft; raises Refused for what is none."""
        record = session.get(ContentRecord, draft_id)
        if record is None:
            raise Refused([Finding("rule_set_gone")])
        if record.kind != self.draft_kind:
            raise Refused([Finding("rule_set_in_force", "", record.title)])
        return record

    def in_force(self, session: Session, set_id: int) -> ContentRecord:
        """Return the row of content in force; raises Refused for what is none."""
        record = session.get(ContentRecord, set_id)
        if record is None or record.kind != self.kind:
            raise Refused([Finding("rule_set_not_in_force", "", record.title if record else "")])
        return record

    def put_in_force(
        self, session: Session, code: str, document: D
    ) -> tuple[ContentRecord, Sequence[ContentRecord]]:
        """Put a document in force under a code: the earlier content of its code ends the day before.

        Returns the new row and those that ended.
        """
        on = document.valid_from
        ended = [item for item in self.of_code(session, code) if _held_before(item, on)]
        for item in ended:
            item.valid_to = on - timedelta(days=1)
        fresh = self.written(self.kind, code, document)
        session.add(fresh)
        session.flush()
        return fresh, ended

    def of_code(self, session: Session, code: str) -> list[ContentRecord]:
        """Return what is or was in force of a code, by its day."""
        statement = select(ContentRecord).where(ContentRecord.kind == self.kind, ContentRecord.code == code)
        return list(session.scalars(statement.order_by(ContentRecord.valid_from)))

    def written(self, kind: str, code: str, document: D, text: str | None = None) -> ContentRecord:
        """Return the row of a document and its text."""
        body = self.text(document) if text is None else text
        # A draft that ends before it begins is told to be unsound; the column could not hold its end.
        ends = document.valid_to is not None and document.valid_to >= document.valid_from
        return ContentRecord(
            kind=kind,
            code=code,
            title=document.title,
            citation=document.citation,
            valid_from=document.valid_from,
            valid_to=document.valid_to if ends else None,
            body=body,
            sha256=hashlib.sha256(body.encode()).hexdigest(),
        )

    def last_day_findings(self, session: Session, record: ContentRecord, last: date) -> list[Finding]:
        """Return what stands against a last day: it is before the first, or content of the code follows before it."""
        if last < record.valid_from:
            facts = {"first": day_text(record.valid_from)}
            return [Finding("rule_set_last_before_first", "valid_to", day_text(last), facts)]
        later = (item for item in self.of_code(session, record.code) if item.valid_from > record.valid_from)
        follower = next(later, None)
        if follower is None or last < follower.valid_from:
            return []
        facts = {"day": day_text(follower.valid_from)}
        return [Finding("rule_set_followed", "valid_to", day_text(last), facts)]

    def _same(self, session: Session, draft_id: int, code: str, document: D) -> list[Finding]:
        same = select(ContentRecord.id).where(
            ContentRecord.kind == self.draft_kind,
            ContentRecord.code == code,
            ContentRecord.valid_from == document.valid_from,
            ContentRecord.id != draft_id,
        )
        if session.scalar(same) is None:
            return []
        day = day_text(document.valid_from)
        return [Finding("rule_set_draft_same", "valid_from", code, {"day": day})]


def free_code(session: Session, kind: str, code: str, day: date) -> str:
    """Return the code, with a number behind it where something of the kind has it from that day on."""
    held = select(ContentRecord.code).where(ContentRecord.kind == kind, ContentRecord.valid_from == day)
    taken, number, free = set(session.scalars(held)), 2, code
    while free in taken:
        free, number = f"{code[: LONGEST_CODE - 4]}-{number}", number + 1
    return free


def from_day(document: Any, on: date, same: Iterable[ContentRecord]) -> Any:
    """Return a document that holds from a day until later content of its code begins, or until its own last day."""
    later = [item.valid_from - timedelta(days=1) for item in same if item.valid_from > on]
    ends = [*([document.valid_to] if document.valid_to else []), *later]
    return replace(document, valid_from=on, valid_to=min(ends, default=None))


def _held_before(item: ContentRecord, on: date) -> bool:
    return item.valid_from < on <= (item.valid_to or date.max)
