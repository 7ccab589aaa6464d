"""Drafts of sets of forms: begun, changed as a whole, removed. A set in force is never changed, only copied."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from db.rules.returns.form_documents import FormDocument
from db.rules.returns.form_writing import form_text
from db.services import content
from db.services.content_drafts import ContentDrafts
from db.services.returns.form_lists import DRAFT_KIND, KIND, document_of

DRAFTS = ContentDrafts[FormDocument](KIND, DRAFT_KIND, form_text)
_NEW_CODE = "bo-bieu"


def begin(session: Session, *, title: str, valid_from: date) -> int:
    """Begin an empty draft of a set that the office makes up itself."""
    return DRAFTS.add(session, _NEW_CODE, FormDocument(title, "", valid_from, ()))


def copy(session: Session, set_id: int, *, valid_from: date) -> int:
    """Begin a draft that says what a set says, under the same code: once in force it follows that set."""
    held = content.by_id(session, set_id)
    document = replace(document_of(held), valid_from=valid_from, valid_to=None)
    return DRAFTS.add(session, held.code, document)


def change(session: Session, draft_id: int, document: FormDocument, *, code: str | None = None) -> None:
    """Keep a draft's whole text in place of before; it may be unsound as yet.

    Raises Refused for a set in force, a head that a book cannot keep, another draft of the same code and day.
    """
    DRAFTS.change(session, draft_id, document, code=code)


def remove(session: Session, draft_id: int) -> None:
    """Remove a draft; raises Refused for a set in force."""
    DRAFTS.remove(session, draft_id)
