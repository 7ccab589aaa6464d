"""How a criterion gives points: every answer has its points, none is worth more than the most."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.scoring.answers import is_reserved
from db.rules.scoring.rule_sets import AnswerKind, Criterion, RuleSet, Scale
from db.rules.scoring.sound.bands import band_findings
from db.rules.scoring.sound.bounds import points_bounds
from db.rules.scoring.sound.numbers import points_findings
from db.rules.scoring.sound.places import placed
from db.rules.text import folded

_LONGEST_CODE = 50


def scale_findings(rule_set: RuleSet) -> Iterator[Finding]:
    """Return what is wrong with the points and scales of all criteria and items."""
    for place, criterion in placed(rule_set):
        if criterion.items:
            yield from _parent_findings(criterion, place)
            continue
        if criterion.most <= 0:
            yield Finding("most_not_positive", f"{place}.most", number_text(criterion.most))
        yield from points_findings(criterion.most, f"{place}.most", rule_set.decimals)
        yield from _SCALES[criterion.scale.kind](criterion, place, rule_set.decimals)


def _parent_findings(criterion: Criterion, place: str) -> Iterator[Finding]:
    if replace(criterion.scale, yes=Decimal(0)) != Scale():
        yield Finding("items_and_scale", f"{place}.kind")
    if criterion.may_not_apply:
        yield Finding("items_and_absence", f"{place}.may_not_apply")


def _hand(_criterion: Criterion, _place: str, _decimals: int) -> Iterator[Finding]:
    return iter(())


def _choice(criterion: Criterion, place: str, decimals: int) -> Iterator[Finding]:
    options = criterion.scale.options
    if not options:
        yield Finding("options_none", f"{place}.option")
        return
    for at, option in enumerate(options, start=1):
        here = f"{place}.option.{at}"
        earlier = options[: at - 1]
        yield from _words(option.code, option.title, here)
        if folded(option.code) in {folded(one.code) for one in earlier}:
            yield Finding("option_twice", f"{here}.code", option.code)
        if folded(option.title) in {folded(one.title) for one in earlier}:
            yield Finding("option_twice", f"{here}.title", option.title)
        if option.code.isdecimal() and int(option.code) != at and int(option.code) <= len(options):
            yield Finding("option_code_is_place", f"{here}.code", option.code, {"row": str(at)})
        yield from _worth(criterion, option.points, f"{here}.points", decimals)
    yield from _reaches_most(criterion, f"{place}.option")


def _words(code: str, title: str, here: str) -> Iterator[Finding]:
    for key, text in (("code", code), ("title", title)):
        if not text.strip():
            yield Finding("required", f"{here}.{key}")
        elif is_reserved(text):
            yield Finding("option_reserved", f"{here}.{key}", text)
    if len(code) > _LONGEST_CODE:
        yield Finding("too_long", f"{here}.code", code, {"most": str(_LONGEST_CODE)})


def _yes_no(criterion: Criterion, place: str, decimals: int) -> Iterator[Finding]:
    scale = criterion.scale
    yield from _worth(criterion, scale.yes, f"{place}.yes", decimals)
    yield from _worth(criterion, scale.no, f"{place}.no", decimals)
    if scale.yes == scale.no:
        yield Finding("yes_no_same", f"{place}.yes", number_text(scale.yes))
    yield from _reaches_most(criterion, f"{place}.yes")


def _share(criterion: Criterion, place: str, decimals: int) -> Iterator[Finding]:
    if criterion.scale.bands:
        yield from _bands(criterion, place, decimals)
    elif not 0 < criterion.scale.full <= 100:
        yield Finding("full_out_of_range", f"{place}.full", number_text(criterion.scale.full))


def _per_population(criterion: Criterion, place: str, decimals: int) -> Iterator[Finding]:
    if criterion.scale.per <= 0:
        yield Finding("per_not_positive", f"{place}.per", number_text(criterion.scale.per))
    yield from _bands(criterion, place, decimals)


def _bands(criterion: Criterion, place: str, decimals: int) -> Iterator[Finding]:
    bands = criterion.scale.bands
    if not bands:
        yield Finding("bands_none", f"{place}.band")
        return
    yield from band_findings(criterion, place)
    for at, band in enumerate(bands, start=1):
        yield from _worth(criterion, band.points, f"{place}.band.{at}.points", decimals)
    yield from _reaches_most(criterion, f"{place}.band")


def _deduction(criterion: Criterion, place: str, _decimals: int) -> Iterator[Finding]:
    scale = criterion.scale
    if scale.each <= 0:
        yield Finding("each_missing", f"{place}.each", number_text(scale.each))
    elif scale.each * 1000 % 1:
        yield Finding("too_precise", f"{place}.each", number_text(scale.each))
    if scale.floor >= criterion.most:
        facts = {"most": number_text(criterion.most)}
        yield Finding("floor_over_most", f"{place}.floor", number_text(scale.floor), facts)


def _worth(criterion: Criterion, points: Decimal, place: str, decimals: int) -> Iterator[Finding]:
    if not 0 <= points <= criterion.most:
        facts = {"most": number_text(criterion.most)}
        yield Finding("points_not_within", place, number_text(points), facts)
    yield from points_findings(points, place, decimals)


def _reaches_most(criterion: Criterion, place: str) -> Iterator[Finding]:
    most = points_bounds(criterion).most
    if most is not None and most < criterion.most:
        yield Finding("most_not_reached", place, number_text(most), {"most": number_text(criterion.most)})


_SCALES: Mapping[AnswerKind, Callable[[Criterion, str, int], Iterator[Finding]]] = {
    AnswerKind.HAND: _hand,
    AnswerKind.CHOICE: _choice,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.SHARE: _share,
    AnswerKind.PER_POPULATION: _per_population,
    AnswerKind.BANDS: _bands,
    AnswerKind.DEDUCTION: _deduction,
}
