"""What an answer is worth under the scale of its criterion."""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from db.rules.scoring.answers import YES, Answer, parse_answer
from db.rules.scoring.rule_sets import AnswerKind, Band, Criterion, Scale

_HUNDRED = Decimal(100)


def points_of(criterion: Criterion, text: str, decimals: int) -> Decimal | None:
    """Return the points of a kept answer, rounded half up to so many decimals; nothing where blank or not applying.

    Raises KeyError for a choice that is none.
    """
    if not text:
        return None
    answer = parse_answer(criterion.scale.kind, text)
    if not answer.applies:
        return None
    return rounded(_POINTS[criterion.scale.kind](criterion, answer), decimals)


def number_of(scale: Scale, answer: Answer) -> Decimal | None:
    """Return the number that bands and conditions look at: a share in per cent, else the value; none of a choice."""
    if answer.value is None or answer.whole is None:
        return answer.value
    scaled = _HUNDRED if scale.kind is AnswerKind.SHARE else scale.per
    return answer.value * scaled / answer.whole


def rounded(points: Decimal, decimals: int) -> Decimal:
    """Round half up, away from 0, to so many decimals."""
    return points.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def band_points(bands: tuple[Band, ...], number: Decimal) -> Decimal:
    """Return the points of the first band that holds a number, 0 where none does."""
    return next((band.points for band in bands if band.holds(number)), Decimal(0))


def _hand(_criterion: Criterion, answer: Answer) -> Decimal:
    assert answer.value is not None
    return answer.value


def _choice(criterion: Criterion, answer: Answer) -> Decimal:
    return {option.code: option.points for option in criterion.scale.options}[answer.code]


def _yes_no(criterion: Criterion, answer: Answer) -> Decimal:
    return criterion.scale.yes if answer.code == YES else criterion.scale.no


def _by_bands(criterion: Criterion, answer: Answer) -> Decimal:
    number = number_of(criterion.scale, answer)
    assert number is not None
    return band_points(criterion.scale.bands, number)


def _share(criterion: Criterion, answer: Answer) -> Decimal:
    if criterion.scale.bands:
        return _by_bands(criterion, answer)
    assert answer.value is not None
    assert answer.whole is not None
    # One division at the end: a third of a third times nine is one.
    return min(
        criterion.most, criterion.most * answer.value * _HUNDRED / (answer.whole * criterion.scale.full)
    )


def _deduction(criterion: Criterion, answer: Answer) -> Decimal:
    assert answer.value is not None
    return max(criterion.scale.floor, criterion.most - answer.value * criterion.scale.each)


_POINTS: Mapping[AnswerKind, Callable[[Criterion, Answer], Decimal]] = {
    AnswerKind.HAND: _hand,
    AnswerKind.CHOICE: _choice,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.SHARE: _share,
    AnswerKind.PER_POPULATION: _by_bands,
    AnswerKind.BANDS: _by_bands,
    AnswerKind.DEDUCTION: _deduction,
}
