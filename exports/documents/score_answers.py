"""Answers as they are printed: `18/142 = 12,676 %`."""

from decimal import Decimal

from db.rules.formats import number_text, percent_text
from db.rules.scoring.answers import NOT_APPLICABLE, answer_text, parse_answer
from db.rules.scoring.points import number_of, rounded
from db.rules.scoring.rule_sets import AnswerKind, Criterion
from exports.documents import score_wording

_DECIMALS = 3
_TIMES = "{count} lần"


def printed_answer(criterion: Criterion, text: str) -> str:
    """Write an answer beside its points: a share with 3 decimals, half up; nothing for points given by hand."""
    if not text:
        return ""
    if text == NOT_APPLICABLE:
        return score_wording.NOT_APPLICABLE
    kind, written = criterion.scale.kind, answer_text(criterion, text)
    if kind is AnswerKind.HAND:
        return ""
    if kind is AnswerKind.SHARE:
        return f"{written}\n= {percent_text(_number(criterion, text))}"
    if kind is AnswerKind.PER_POPULATION:
        per = number_text(criterion.scale.per)
        return f"{written} × {per}\n= {number_text(_number(criterion, text))}"
    return _TIMES.format(count=written) if kind is AnswerKind.DEDUCTION else written


def _number(criterion: Criterion, text: str) -> Decimal | None:
    found = number_of(criterion.scale, parse_answer(criterion.scale.kind, text))
    return None if found is None else rounded(found, _DECIMALS)
