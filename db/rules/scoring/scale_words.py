"""How a criterion is scored, in words for a sheet that is filled in outside the program."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from db.rules.formats import number_text
from db.rules.scoring.rule_sets import AnswerKind, Band, Criterion

_POINTS = "{points} điểm"
_HAND = "Chấm từ 0 đến {most} điểm."
_CHOICE = "Chọn một mức: {options}."
_YES_NO = "Có: {yes} điểm; Không: {no} điểm."
_ASKED = "Trả lời Có hoặc Không."
_IN_PROPORTION = "Điểm theo tỷ lệ tử số trên mẫu số; từ {full} % được đủ điểm."
_SHARE = "Tử số trên mẫu số, tính bằng %: {bands}."
_PER_POPULATION = "Tử số trên {per} của mẫu số: {bands}."
_BANDS = "Theo số: {bands}."
_DEDUCTION = "Mỗi lần trừ {each} điểm, không dưới {floor} điểm."
_NOT_APPLICABLE = "Có thể ghi Không áp dụng."
_FROM, _FROM_TO, _FROM_BELOW = "từ {first}", "từ {first} đến {end}", "từ {first} đến dưới {end}"


def how_scored(criterion: Criterion) -> str:
    """Return the guide of a criterion and its scale in words."""
    words = [criterion.guide, _WORDS[criterion.scale.kind](criterion)]
    return " ".join(filter(None, [*words, _NOT_APPLICABLE if criterion.may_not_apply else ""]))


def band_words(band: Band) -> str:
    """Write the numbers of a band: `5`, `từ 70 đến dưới 90`, `từ 2`."""
    first = number_text(band.first)
    if band.last is not None:
        words = _FROM_TO.format(first=first, end=number_text(band.last))
        return first if band.last == band.first else words
    return _FROM.format(first=first) if band.below is None else _below(first, band.below)


def _below(first: str, below: Decimal) -> str:
    return _FROM_BELOW.format(first=first, end=number_text(below))


def _points(points: Decimal) -> str:
    return _POINTS.format(points=number_text(points))


def _bands(criterion: Criterion) -> str:
    return "; ".join(f"{band_words(band)}: {_points(band.points)}" for band in criterion.scale.bands)


def _hand(criterion: Criterion) -> str:
    return _HAND.format(most=number_text(criterion.most))


def _choice(criterion: Criterion) -> str:
    options = (f"{option.title} ({_points(option.points)})" for option in criterion.scale.options)
    return _CHOICE.format(options="; ".join(options))


def _yes_no(criterion: Criterion) -> str:
    if not criterion.most:
        return _ASKED
    return _YES_NO.format(yes=number_text(criterion.scale.yes), no=number_text(criterion.scale.no))


def _share(criterion: Criterion) -> str:
    if criterion.scale.bands:
        return _SHARE.format(bands=_bands(criterion))
    return _IN_PROPORTION.format(full=number_text(criterion.scale.full))


def _per_population(criterion: Criterion) -> str:
    return _PER_POPULATION.format(per=number_text(criterion.scale.per), bands=_bands(criterion))


def _deduction(criterion: Criterion) -> str:
    scale = criterion.scale
    return _DEDUCTION.format(each=number_text(scale.each), floor=number_text(scale.floor))


_WORDS: Mapping[AnswerKind, Callable[[Criterion], str]] = {
    AnswerKind.HAND: _hand,
    AnswerKind.CHOICE: _choice,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.SHARE: _share,
    AnswerKind.PER_POPULATION: _per_population,
    AnswerKind.BANDS: lambda criterion: _BANDS.format(bands=_bands(criterion)),
    AnswerKind.DEDUCTION: _deduction,
}
