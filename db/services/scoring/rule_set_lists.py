"""All rule sets of the book: drafts, those in force, those that others replaced; what stands on each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import ScoreSheet
from db.rules.scoring.documents import Document, read_document
from db.rules.scoring.soundness import Judgement, judge
from db.services import content
from db.services.content import Content
from db.services.content_drafts import SetState
from db.services.scoring.rule_sets import KIND

DRAFT_KIND = "rule_set_draft"


@dataclass(frozen=True)
class SetInfo:
    """A rule set of the book; `sheets` counts the sheets that stand on it, by year."""

    id: int
    code: str
    title: str
    citation: str
    valid_from: date
    valid_to: date | None
    state: SetState
    sha256: str
    sheets: Mapping[int, int]

    @property
    def is_draft(self) -> bool:
        """Return whether it may still be changed."""
        return self.state is SetState.DRAFT


def listed(session: Session, *, on: date) -> tuple[SetInfo, ...]:
    """Return every set with its state on a day: drafts first, then the newest first."""
    drafts, sets = content.of_kind(session, DRAFT_KIND), content.of_kind(session, KIND)
    counted = _sheets(session)
    leading = _leading(sets, on)
    infos = [_info(item, SetState.DRAFT, counted) for item in drafts]
    ordered = sorted(sets, key=lambda item: (item.valid_from, item.code), reverse=True)
    return (*infos, *(_info(item, _state(item, on, leading), counted) for item in ordered))


def document_of(held: Content) -> Document:
    """Return a set with its head; once in force its last day is the book's: another one may have followed."""
    read = read_document(held.body)
    if held.kind == DRAFT_KIND:
        return read
    return Document(read.title, read.citation, held.valid_from, read.rule_set, held.valid_to, read.total)


def judged(session: Session, document: Document) -> Judgement:
    """Judge a set by the measures of the book."""
    return judge(document, content.measure_catalogue(session))


def _leading(sets: tuple[Content, ...], on: date) -> Content | None:
    held = [item for item in sets if item.valid_from <= on <= (item.valid_to or date.max)]
    # As `rule_sets.of_year` chooses.
    return max(held, key=lambda item: (item.valid_from, item.code), default=None)


def _state(item: Content, on: date, leading: Content | None) -> SetState:
    if item.valid_from > on:
        return SetState.AHEAD
    return SetState.IN_FORCE if leading is not None and item.id == leading.id else SetState.REPLACED


def _sheets(session: Session) -> Mapping[int, Mapping[int, int]]:
    statement = select(ScoreSheet.rule_set_id, ScoreSheet.year, func.count()).group_by(
        ScoreSheet.rule_set_id, ScoreSheet.year
    )
    counted: dict[int, dict[int, int]] = {}
    for number, year, count in session.execute(statement):
        counted.setdefault(number, {})[year] = count
    return counted


def _info(item: Content, state: SetState, counted: Mapping[int, Mapping[int, int]]) -> SetInfo:
    return SetInfo(
        item.id,
        item.code,
        item.title,
        item.citation,
        item.valid_from,
        item.valid_to,
        state,
        item.sha256,
        counted.get(item.id, {}),
    )
