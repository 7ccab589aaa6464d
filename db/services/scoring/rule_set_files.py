"""Rule sets as files: one that is handed on, one that comes in as a draft."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content as ContentRecord
from db.rules.content_heads import unkept_findings
from db.rules.findings import Finding, Refused
from db.rules.scoring.documents import read_document
from db.rules.scoring.files import RuleSetFile, lined, sealed
from db.rules.scoring.soundness import Judgement
from db.services.scoring.rule_set_drafts import DRAFTS
from db.services.scoring.rule_set_lists import DRAFT_KIND, judged
from db.services.scoring.rule_sets import KIND


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


def exported(session: Session, set_id: int) -> tuple[str, str]:
    """Return the code of a set and its file's text; raises KeyError."""
    record = session.get(ContentRecord, set_id)
    if record is None:
        raise KeyError(set_id)
    return record.code, sealed(record.code, record.body)


def take_in(session: Session, read: RuleSetFile, *, unsound: bool = False) -> TakenIn:
    """Take a set in as a draft; one that the book has to the letter changes nothing.

    Raises Refused with every error and its line for a set that is not sound, unless `unsound` ones are wanted.
    """
    judgement = look_at(session, read)
    if judgement.errors and not unsound:
        raise Refused(lined(read, judgement.errors))
    held = _held(session)
    same = next((item for item in held if item.body == read.text), None)
    if same is not None:
        return TakenIn(same.id, same.code, same.title, Outcome.SAME)
    document = read_document(read.body)
    number = DRAFTS.add(session, read.code, document, read.text)
    code = session.get_one(ContentRecord, number).code
    others = any(item.code == read.code for item in held)
    outcome = Outcome.OTHER_TEXT if others else Outcome.NEW
    return TakenIn(number, code, document.title, outcome, tuple(lined(read, judgement.findings)))


def look_at(session: Session, read: RuleSetFile) -> Judgement:
    """Judge the set of a file; raises Refused where its head is more than a book can keep."""
    document = read_document(read.body)
    findings = unkept_findings(document, read.code)
    if findings:
        raise Refused(lined(read, tuple(findings)))
    return judged(session, document)


def _held(session: Session) -> list[ContentRecord]:
    kinds = ContentRecord.kind.in_((KIND, DRAFT_KIND))
    return list(session.scalars(select(ContentRecord).where(kinds).order_by(ContentRecord.id)))
