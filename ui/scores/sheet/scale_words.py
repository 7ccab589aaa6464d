"""How a criterion is scored, in words written from its scale."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from db.rules.formats import number_text
from db.rules.scoring.answers import parse_answer
from db.rules.scoring.points import number_of
from db.rules.scoring.rule_sets import AnswerKind, Band, Criterion, RuleSet
from db.services.scoring.proposals import Proposal
from ui.scores.sheet import criterion_texts as texts


def scale_words(rule_set: RuleSet, criterion: Criterion) -> str:
    """Write how a criterion is scored and how its answer is typed, a line for each level."""
    if criterion.code in rule_set.condition_by_code:
        return _condition_words(rule_set, criterion)
    lines = _WORDS[criterion.scale.kind](criterion)
    return "\n".join((*lines, texts.MAY_NOT_APPLY)) if criterion.may_not_apply else "\n".join(lines)


def proposal_words(criterion: Criterion, proposal: Proposal) -> str:
    """Write what the records say and the points that it would give; why there is nothing to take where there is not."""
    value, whole = number_text(proposal.value), number_text(proposal.whole)
    kind = criterion.scale.kind
    if proposal.value is None:
        return texts.NOTHING_RECORDED
    if len(proposal.refs) < 2:
        shown = texts.VALUE.format(value=value, unit=proposal.refs[0].measure.unit)
    else:
        shown = texts.PART.format(value=value, whole=whole)
    if not proposal.answer:
        return texts.NO_ANSWER.format(shown=shown)
    if kind is AnswerKind.YES_NO:
        shown = texts.ANSWERED.format(shown=shown, answer=texts.FLAGS[proposal.answer])
    elif (number := number_of(criterion.scale, parse_answer(kind, proposal.answer))) is not None:
        rate = {AnswerKind.SHARE: texts.SHARE_IS, AnswerKind.PER_POPULATION: texts.RATE_IS}.get(kind)
        if rate:
            shown = rate.format(shown=shown, number=_short(number), per=number_text(criterion.scale.per))
    if proposal.points is None:
        return texts.SENTENCE.format(shown=shown)
    return texts.WORTH.format(shown=shown, points=number_text(proposal.points))


def _hand(criterion: Criterion) -> tuple[str, ...]:
    return (texts.HAND.format(most=number_text(criterion.most)),)


def _choice(criterion: Criterion) -> tuple[str, ...]:
    return tuple(
        texts.OPTION.format(at=at, title=option.title, points=number_text(option.points))
        for at, option in enumerate(criterion.scale.options, start=1)
    )


def _yes_no(criterion: Criterion) -> tuple[str, ...]:
    scale = criterion.scale
    return (texts.YES_NO.format(yes=number_text(scale.yes), no=number_text(scale.no)),)


def _share(criterion: Criterion) -> tuple[str, ...]:
    scale = criterion.scale
    if scale.bands:
        return (texts.SHARE_BANDS, *_bands(scale.bands, texts.PER_CENT))
    words = texts.SHARE_WHOLE if scale.full == 100 else texts.SHARE_FULL
    return (words.format(most=number_text(criterion.most), full=number_text(scale.full)),)


def _per_population(criterion: Criterion) -> tuple[str, ...]:
    per = number_text(criterion.scale.per)
    return (texts.PER_POPULATION.format(per=per), *_bands(criterion.scale.bands, ""))


def _by_bands(criterion: Criterion) -> tuple[str, ...]:
    return (texts.BANDS, *_bands(criterion.scale.bands, ""))


def _deduction(criterion: Criterion) -> tuple[str, ...]:
    scale = criterion.scale
    return (
        texts.DEDUCTION.format(
            most=number_text(criterion.most), each=number_text(scale.each), floor=number_text(scale.floor)
        ),
    )


def _bands(bands: tuple[Band, ...], unit: str) -> tuple[str, ...]:
    return tuple(
        texts.BAND.format(numbers=_band(band, unit), points=number_text(band.points)) for band in bands
    )


def _band(band: Band, unit: str) -> str:
    first = number_text(band.first)
    if band.last is not None:
        words = texts.BAND_ONE if band.last == band.first else texts.BAND_LAST
        return words.format(first=first, last=number_text(band.last), unit=unit)
    words = texts.BAND_OPEN if band.below is None else texts.BAND_BELOW
    return words.format(first=first, below=number_text(band.below), unit=unit)


def _condition_words(rule_set: RuleSet, criterion: Criterion) -> str:
    failing = next((item for item in rule_set.failing if item.condition == criterion.code), None)
    if failing is None:
        return texts.CONDITION
    return texts.FAILING.format(title=rule_set.class_title(failing.class_code))


def _short(number: Decimal) -> str:
    return number_text(number.quantize(Decimal("0.001")))


_WORDS: Mapping[AnswerKind, Callable[[Criterion], tuple[str, ...]]] = {
    AnswerKind.HAND: _hand,
    AnswerKind.CHOICE: _choice,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.SHARE: _share,
    AnswerKind.PER_POPULATION: _per_population,
    AnswerKind.BANDS: _by_bands,
    AnswerKind.DEDUCTION: _deduction,
}
