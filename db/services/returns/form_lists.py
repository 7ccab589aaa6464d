"""All sets of forms of the book: drafts, those in force, those that others replaced; which returns stand on each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import Return, ReturnFile
from db.rules.measure_catalogue import MEASURES
from db.rules.returns.form_documents import FormDocument, read_form_document
from db.rules.returns.form_soundness import FormJudgement, judge_forms
from db.rules.returns.sound.known import KnownNames
from db.services import content
from db.services.content import Content
from db.services.content_drafts import SetState
from db.services.measuring import measures
from db.services.scoring import classes

KIND, DRAFT_KIND = "return_set", "return_set_draft"
CLASS = "class"
FIGURES = "figure_definitions"


@dataclass(frozen=True)
class FormSetInfo:
    """A set of forms of the book; `returns` counts the returns that were made by it or came for its days.

    `is_shipped` is one as it came with the program; `has_shipped` where one of its code does.
    """

    id: int
    code: str
    title: str
    citation: str
    valid_from: date
    valid_to: date | None
    state: SetState
    sha256: str
    returns: int
    is_shipped: bool
    has_shipped: bool

    @property
    def is_draft(self) -> bool:
        """Return whether it may still be changed."""
        return self.state is SetState.DRAFT


def listed(session: Session, *, on: date) -> tuple[FormSetInfo, ...]:
    """Return every set with its state on a day: drafts first, then by code, the newest first."""
    drafts, sets = content.of_kind(session, DRAFT_KIND), content.of_kind(session, KIND)
    leading = {item.code: item.id for item in content.holding(session, KIND, on)}
    made = _made(session)
    infos = [_info(item, SetState.DRAFT, 0) for item in drafts]
    ordered = sorted(sets, key=lambda item: (item.code, -item.valid_from.toordinal()))
    infos += [_info(item, _state(item, on, leading), standing(session, item, made)) for item in ordered]
    return tuple(infos)


def document_of(held: Content) -> FormDocument:
    """Return a set with its head; once in force its last day is the book's: another one may have followed."""
    read = read_form_document(held.body)
    if held.kind == DRAFT_KIND:
        return read
    return replace(read, valid_from=held.valid_from, valid_to=held.valid_to)


def judged(session: Session, document: FormDocument, on: date) -> FormJudgement:
    """Judge a set by the measures, catalogues and classes of the book in the year of a day."""
    return judge_forms(document, known_names(session, on))


def known_names(session: Session, on: date) -> KnownNames:
    """Return what forms may name in the year of a day."""
    entries = {code: [item.code for item in content.choices(session, code)] for code in catalogues()}
    entries[CLASS] = [code for code, _ in classes.of_year(session, on.year)]
    return KnownNames(
        content.measure_catalogue(session), entries, lambda expression: measures.refer(session, expression)
    )


def catalogues() -> tuple[str, ...]:
    """Return the catalogues for each entry of which there may be a column: those that narrow a measure, and figures."""
    narrowing = {
        measures.filter_catalogue(measure, key) for measure in MEASURES.values() for key in measure.filters
    }
    return (*sorted(narrowing - {""}), FIGURES)


def standing(session: Session, held: Content, made: Mapping[tuple[str, str], int] | None = None) -> int:
    """Count the returns that were made by a set, and those that came for periods of its days."""
    counted = _made(session) if made is None else made
    files = select(func.count()).where(
        ReturnFile.set_code == held.code,
        ReturnFile.last >= held.valid_from,
        ReturnFile.last <= (held.valid_to or date.max),
    )
    return counted.get((held.code, held.version), 0) + (session.scalar(files) or 0)


def _made(session: Session) -> Mapping[tuple[str, str], int]:
    statement = select(Return.set_code, Return.set_version, func.count()).group_by(
        Return.set_code, Return.set_version
    )
    return {(code, version): count for code, version, count in session.execute(statement)}


def _state(item: Content, on: date, leading: Mapping[str, int]) -> SetState:
    if item.valid_from > on:
        return SetState.AHEAD
    return SetState.IN_FORCE if leading.get(item.code) == item.id else SetState.REPLACED


def _info(item: Content, state: SetState, returns: int) -> FormSetInfo:
    shipped = content.shipped(KIND, item.code)
    return FormSetInfo(
        item.id,
        item.code,
        item.title,
        item.citation,
        item.valid_from,
        item.valid_to,
        state,
        item.sha256,
        returns,
        is_shipped=item.kind == KIND and shipped is not None and shipped[0] == item.sha256,
        has_shipped=shipped is not None,
    )
