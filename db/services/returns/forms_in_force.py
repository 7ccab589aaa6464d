"""Sets of forms are put in force from a day, ended by their last day, given up while no return stands on them.

Texts in force never change: returns say by which version they were made.
"""

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import Content as ContentRecord
from db.records import Return
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.returns.form_documents import FormDocument, read_form_document
from db.services import content
from db.services.content_drafts import from_day
from db.services.returns.form_editing import DRAFTS
from db.services.returns.form_lists import KIND, document_of, judged, standing


@dataclass(frozen=True)
class PutFormsInForce:
    """A set that was put in force, and the titles of those of its code that end before it.

    `staying` counts the returns of periods from that day on that were made by another version; they stay as they are.
    """

    id: int
    ended: tuple[str, ...]
    staying: int


def put_in_force(session: Session, draft_id: int, *, on: date) -> PutFormsInForce:
    """Put a draft in force for the periods that end on a day or later; the earlier set of its code ends the day before.

    Raises Refused with every finding: an unsound set, another set of its code from the same day. A later set of the
    code ends this one before it begins.
    """
    record = DRAFTS.record(session, draft_id)
    document = read_form_document(content.by_id(session, draft_id).body)
    session.delete(record)
    return _force(session, record.code, document, on)


def take_out(session: Session, set_id: int, *, last: date) -> None:
    """Let a set in force end with a day, which is its last; returns that were made by it stay as they are.

    Raises Refused with every finding, also where a set of the same code follows before that day.
    """
    record = DRAFTS.in_force(session, set_id)
    findings = DRAFTS.last_day_findings(session, record, last)
    if findings:
        raise Refused(findings)
    record.valid_to = last
    session.flush()


def give_up(session: Session, set_id: int) -> int:
    """Make a set a draft again, as though it had never been in force, and return its number.

    The set that ended the day before goes on. Raises Refused for one as it came with the program, and where a return
    stands on it.
    """
    record, held = DRAFTS.in_force(session, set_id), content.by_id(session, set_id)
    shipped, returns = content.shipped(KIND, held.code), standing(session, held)
    if shipped is not None and shipped[0] == held.sha256:
        raise Refused([Finding("forms_shipped", "", held.title)])
    if returns:
        raise Refused([Finding("forms_used", "", held.title, {"count": str(returns)})])
    document = document_of(held)
    _reopen(session, record)
    session.delete(record)
    session.flush()
    return DRAFTS.add(session, held.code, replace(document, valid_to=None))


def go_back(session: Session, code: str, *, on: date) -> PutFormsInForce:
    """Put the set as it comes with the program in force again from a day, under the same conditions as a draft.

    Raises Refused also where none comes with it, or what holds on the day says the same.
    """
    shipped = content.shipped(KIND, code)
    if shipped is None:
        raise Refused([Finding("forms_not_shipped", "", code)])
    document = read_form_document(tomllib.loads(shipped[1]))
    if _says_the_same(session, code, on, document):
        raise Refused([Finding("forms_as_shipped", "", document.title, {"day": day_text(on)})])
    return _force(session, code, document, on)


def _force(session: Session, code: str, document: FormDocument, on: date) -> PutFormsInForce:
    document = from_day(document, on, DRAFTS.of_code(session, code))
    findings = [*judged(session, document, on).errors, *_same_day(session, code, on)]
    if findings:
        raise Refused(findings)
    fresh, ended = DRAFTS.put_in_force(session, code, document)
    return PutFormsInForce(fresh.id, tuple(item.title for item in ended), _staying(session, fresh))


def _says_the_same(session: Session, code: str, on: date, document: FormDocument) -> bool:
    held = [document_of(item) for item in content.holding(session, KIND, on) if item.code == code]
    days = (document.valid_from, document.valid_to)
    return bool(held) and replace(held[-1], valid_from=days[0], valid_to=days[1]) == document


def _same_day(session: Session, code: str, on: date) -> list[Finding]:
    same = [item for item in DRAFTS.of_code(session, code) if item.valid_from == on]
    facts = {"day": day_text(on)}
    return [Finding("rule_set_same_day", "valid_from", item.code, facts) for item in same]


def _reopen(session: Session, record: ContentRecord) -> None:
    """Let the set before a set that is given up hold on to its end."""
    before = record.valid_from - timedelta(days=1)
    for item in DRAFTS.of_code(session, record.code):
        if item.valid_to == before:
            item.valid_to = record.valid_to


def _staying(session: Session, fresh: ContentRecord) -> int:
    made = select(func.count()).where(
        Return.set_code == fresh.code,
        Return.last >= fresh.valid_from,
        Return.last <= (fresh.valid_to or date.max),
    )
    return session.scalar(made) or 0
