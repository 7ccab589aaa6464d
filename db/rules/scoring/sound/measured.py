"""Measures that propose answers: known to the book, of a kind that can be answered with, none of scores themselves."""

from collections.abc import Iterator, Mapping

from db.rules.findings import Finding, Unknown
from db.rules.measures import Measure, parse_expression
from db.rules.scoring.rule_sets import AnswerKind, ConditionKind, RuleSet, Scale
from db.rules.scoring.sound.places import placed_leaves

Catalogue = Mapping[str, Measure]
_WHOLES = (AnswerKind.SHARE, AnswerKind.PER_POPULATION)
_PROPOSED = (*_WHOLES, AnswerKind.YES_NO, AnswerKind.BANDS, AnswerKind.DEDUCTION)


def measure_findings(rule_set: RuleSet, catalogue: Catalogue) -> Iterator[Finding]:
    """Return what is wrong with the measures of criteria and conditions."""
    for place, criterion in placed_leaves(rule_set):
        yield from _scale_findings(criterion.scale, place, catalogue)
    for at, condition in enumerate(rule_set.conditions, start=1):
        here = f"condition.{at}.measure"
        if condition.measure and condition.kind is not ConditionKind.ASKED:
            yield Finding("measure_not_proposed", here, condition.measure)
        elif condition.measure:
            yield from _known(condition.measure, here, catalogue)


def _scale_findings(scale: Scale, place: str, catalogue: Catalogue) -> Iterator[Finding]:
    here, whole = f"{place}.measure", f"{place}.whole_measure"
    if scale.whole_measure and (scale.kind not in _WHOLES or not scale.measure):
        yield Finding("whole_measure_unused", whole, scale.whole_measure)
    if not scale.measure:
        return
    if scale.kind not in _PROPOSED:
        yield Finding("measure_not_proposed", here, scale.measure)
        return
    wrong = [*_known(scale.measure, here, catalogue)]
    if scale.whole_measure and scale.kind in _WHOLES:
        wrong += _known(scale.whole_measure, whole, catalogue)
    yield from wrong or _kind(scale, place, catalogue)


def _known(expression: str, place: str, catalogue: Catalogue) -> Iterator[Finding]:
    try:
        ref = parse_expression(expression, catalogue)
    except Unknown as unknown:
        yield Finding("measure_unknown", place, expression, {"near": ", ".join(unknown.near)})
        return
    # What is counted from sheets would be counted from itself.
    if ref.measure.of_scores:
        yield Finding("measure_of_scores", place, ref.measure.title)


def _kind(scale: Scale, place: str, catalogue: Catalogue) -> Iterator[Finding]:
    measure = parse_expression(scale.measure, catalogue).measure
    if scale.kind not in _WHOLES:
        if measure.parts and scale.counts:
            yield Finding("measure_not_whole", f"{place}.measure", measure.title)
    elif measure.parts and scale.whole_measure:
        yield Finding("whole_measure_unused", f"{place}.whole_measure", scale.whole_measure)
    elif not measure.parts and not scale.whole_measure:
        yield Finding("measure_needs_whole", f"{place}.whole_measure", measure.title)
    elif scale.whole_measure:
        whole = parse_expression(scale.whole_measure, catalogue).measure
        if whole.parts:
            yield Finding("whole_measure_is_share", f"{place}.whole_measure", whole.title)
