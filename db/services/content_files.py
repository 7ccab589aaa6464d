"""Content as files: one that is handed on, one that comes in as a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content as ContentRecord
from db.rules.content_heads import Headed
from db.rules.findings import Finding
from db.rules.sealed_toml import SealedToml, TomlFile, lined
from db.services.content_drafts import ContentDrafts

D = TypeVar("D", bound=Headed)


class Outcome(StrEnum):
    """What became of a file: a new draft, nothing as the book has it, a draft beside another text of its code."""

    NEW = "new"
    SAME = "same"
    OTHER_TEXT = "other_text"


@dataclass(frozen=True)
class TakenIn:
    """A file that came in: the set's number, code and title, what became of it, what wants a look."""

    id: int
    code: str
    title: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()


def exported(session: Session, set_id: int, files: SealedToml) -> tuple[str, str]:
    """Return the code of a set and its file's text; raises KeyError."""
    record = session.get(ContentRecord, set_id)
    if record is None:
        raise KeyError(set_id)
    return record.code, files.sealed(record.code, record.body)


def keep(
    session: Session, drafts: ContentDrafts[D], read: TomlFile, document: D, findings: Sequence[Finding]
) -> TakenIn:
    """Keep a set that came as a draft, told with its findings; one that the book has to the letter changes nothing."""
    held = _held(session, drafts.kind, drafts.draft_kind)
    same = next((item for item in held if item.body == read.text), None)
    if same is not None:
        return TakenIn(same.id, same.code, same.title, Outcome.SAME)
    number = drafts.add(session, read.code, document, read.text)
    code = session.get_one(ContentRecord, number).code
    others = any(item.code == read.code for item in held)
    outcome = Outcome.OTHER_TEXT if others else Outcome.NEW
    return TakenIn(number, code, document.title, outcome, tuple(lined(read, tuple(findings))))


def _held(session: Session, *kinds: str) -> list[ContentRecord]:
    statement = select(ContentRecord).where(ContentRecord.kind.in_(kinds)).order_by(ContentRecord.id)
    return list(session.scalars(statement))
