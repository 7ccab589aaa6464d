"""Drafts of rule sets: begun, changed as a whole, removed. A set in force is never changed, only copied."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from db.rules.scoring.documents import Document
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.writing import document_text
from db.services import content
from db.services.content_drafts import ContentDrafts
from db.services.scoring.rule_set_lists import DRAFT_KIND, document_of
from db.services.scoring.rule_sets import KIND

DRAFTS = ContentDrafts[Document](KIND, DRAFT_KIND, document_text)
_NEW_CODE = "bo-tieu-chi"


def begin(session: Session, *, title: str, valid_from: date) -> int:
    """Begin an empty draft; its levels and due days are those of the newest set in force."""
    sets = content.of_kind(session, KIND)
    newest = max(sets, key=lambda item: item.valid_from, default=None)
    like = document_of(newest).rule_set if newest else RuleSet((), ())
    blank = RuleSet((), (), like.levels, scaled=True, decimals=like.decimals, due=like.due)
    return DRAFTS.add(session, _NEW_CODE, Document(title, "", valid_from, blank))


def copy(session: Session, set_id: int, *, valid_from: date) -> int:
    """Begin a draft that says what a set says, under the same code: once in force it follows that set."""
    held = content.by_id(session, set_id)
    document = replace(document_of(held), valid_from=valid_from, valid_to=None)
    return DRAFTS.add(session, held.code, document)


def change(session: Session, draft_id: int, document: Document, *, code: str | None = None) -> None:
    """Keep a draft's whole text in place of before; it may be unsound as yet.

    Raises Refused for a set in force, a head that a book cannot keep, another draft of the same code and day.
    """
    DRAFTS.change(session, draft_id, document, code=code)


def remove(session: Session, draft_id: int) -> None:
    """Remove a draft; raises Refused for a set in force."""
    DRAFTS.remove(session, draft_id)
