"""How a criterion is scored, in words: `Từ 70 % đến dưới 90 %: 3 điểm`."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from db.rules.formats import number_text, percent_text
from db.rules.scoring.rule_sets import AnswerKind, Band, Criterion, Scale

_POINTS = "{points} điểm"
_HAND = "Cho từ {least} đến {most} điểm."
_YES_NO = "Có: {yes} điểm; không: {no} điểm."
_SHARE, _SHARE_FULL = "Điểm theo tỷ lệ.", "Điểm theo tỷ lệ, từ {full} được đủ điểm."
_DEDUCTION = "Mỗi lần trừ {each} điểm, thấp nhất {floor} điểm."
_PER = "Tính cho {per} dân. "
_ONE, _UNTIL, _BELOW, _FROM, _UNDER = (
    "bằng {first}",
    "từ {first} đến {last}",
    "từ {first} đến dưới {below}",
    "từ {first} trở lên",
    "dưới {below}",
)
# Their guide says in words what the scale says in numbers: one of them is enough.
_SAID_BY_GUIDE = (AnswerKind.HAND, AnswerKind.YES_NO, AnswerKind.DEDUCTION)


def how_scored(criterion: Criterion) -> str:
    """Tell how a criterion is scored: its guide, and the scale where the guide does not say it."""
    if not criterion.guide:
        return _scale_text(criterion)
    kind, banded = criterion.scale.kind, bool(criterion.scale.bands)
    if kind in _SAID_BY_GUIDE or (kind is AnswerKind.SHARE and not banded):
        return criterion.guide
    return f"{criterion.guide}\n{_scale_text(criterion)}"


def _scale_text(criterion: Criterion) -> str:
    return _SCALES[criterion.scale.kind](criterion)


def _hand(criterion: Criterion) -> str:
    return _HAND.format(least=number_text(criterion.least), most=number_text(criterion.most))


def _choice(criterion: Criterion) -> str:
    return _sentence(f"{option.title}: {_points(option.points)}" for option in criterion.scale.options)


def _yes_no(criterion: Criterion) -> str:
    scale = criterion.scale
    return _YES_NO.format(yes=number_text(scale.yes), no=number_text(scale.no))


def _share(criterion: Criterion) -> str:
    if criterion.scale.bands:
        return _bands(criterion)
    full = criterion.scale.full
    return _SHARE if full == 100 else _SHARE_FULL.format(full=percent_text(full))


def _deduction(criterion: Criterion) -> str:
    scale = criterion.scale
    return _DEDUCTION.format(each=number_text(scale.each), floor=number_text(scale.floor))


def _bands(criterion: Criterion) -> str:
    scale = criterion.scale
    above = _PER.format(per=number_text(scale.per)) if scale.kind is AnswerKind.PER_POPULATION else ""
    return above + _sentence(f"{_numbers(band, scale)}: {_points(band.points)}" for band in scale.bands)


def _numbers(band: Band, scale: Scale) -> str:
    write = percent_text if scale.kind is AnswerKind.SHARE else number_text
    ends = {key: write(getattr(band, key)) for key in ("first", "last", "below")}
    if band.last is not None:
        return (_ONE if band.last == band.first else _UNTIL).format(**ends)
    if band.below is not None:
        return (_BELOW if band.first else _UNDER).format(**ends)
    return _FROM.format(**ends)


def _points(points: Decimal) -> str:
    return _POINTS.format(points=number_text(points))


def _sentence(parts: Iterable[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


_SCALES: Mapping[AnswerKind, Callable[[Criterion], str]] = {
    AnswerKind.HAND: _hand,
    AnswerKind.CHOICE: _choice,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.SHARE: _share,
    AnswerKind.PER_POPULATION: _bands,
    AnswerKind.BANDS: _bands,
    AnswerKind.DEDUCTION: _deduction,
}
