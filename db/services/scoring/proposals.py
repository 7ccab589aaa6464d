"""What the office's records propose for the criteria of a sheet that are tied to measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from db.rules.findings import Unknown
from db.rules.formats import Number
from db.rules.measures import MeasureRef
from db.rules.periods import Span
from db.rules.scoring.answers import NO, YES, answer_of, check_answer
from db.rules.scoring.points import points_of
from db.rules.scoring.rule_sets import AnswerKind, Criterion, RuleSet
from db.services import content
from db.services.measuring import measures
from db.services.measuring.measures import Answer


@dataclass(frozen=True)
class Proposal:
    """What records say of a criterion: the answer they propose with its points, from these measures.

    The answer is blank where nothing was recorded, or where what was recorded is no answer (a part above its whole).
    """

    criterion: str
    answer: str
    points: Decimal | None
    value: Number | None
    whole: Number | None
    refs: tuple[MeasureRef, ...]


def proposals(session: Session, rule_set: RuleSet, *, unit_id: int, span: Span) -> Mapping[str, Proposal]:
    """Return what records of a span of days, both ends counted, propose for a commune, by criterion.

    A measure that the book does not know (an office's own figure that it gave up) proposes nothing.
    """
    tied = {
        criterion.code: refs
        for criterion in rule_set.asked
        if criterion.scale.measure and (refs := _refs(session, criterion))
    }
    wanted = {ref.expression: ref for refs in tied.values() for ref in refs}
    answers = measures.answers(session, wanted.values(), unit_id=unit_id, span=span)
    return {
        code: _proposal(rule_set.criterion(code), refs, rule_set.decimals, answers)
        for code, refs in tied.items()
    }


def _refs(session: Session, criterion: Criterion) -> tuple[MeasureRef, ...]:
    """Return the measure of a criterion, and that of its whole; a ratio is taken apart into both."""
    scale = criterion.scale
    try:
        first = measures.refer(session, scale.measure)
        if scale.kind not in (AnswerKind.SHARE, AnswerKind.PER_POPULATION):
            return (first,)
        if first.measure.parts:
            catalogue = content.measure_catalogue(session)
            return tuple(first.part(name, catalogue) for name in first.measure.parts)
        return (first, measures.refer(session, scale.whole_measure)) if scale.whole_measure else ()
    except Unknown:
        return ()


def _proposal(
    criterion: Criterion, refs: tuple[MeasureRef, ...], decimals: int, answers: Mapping[str, Answer]
) -> Proposal:
    value, whole = [*(answers[ref.expression].total for ref in refs), None][:2]
    text = _answer_text(criterion, value, whole if len(refs) > 1 else None)
    if check_answer(criterion, text, criterion.code) is not None:
        text = ""
    points = points_of(criterion, text, decimals)
    return Proposal(criterion.code, text, points, value, whole, refs)


def _answer_text(criterion: Criterion, value: Number | None, whole: Number | None) -> str:
    kind = criterion.scale.kind
    if value is None or (whole is None and kind in (AnswerKind.SHARE, AnswerKind.PER_POPULATION)):
        return ""
    if kind is AnswerKind.YES_NO:
        return YES if value >= criterion.scale.yes_from else NO
    return answer_of(Decimal(value), None if whole is None else Decimal(whole))
