"""Answers to the criteria of any rule set, for tests: the best one, one at random."""

from decimal import Decimal
from random import Random

from db.rules.scoring.answers import NO, NOT_APPLICABLE, YES, answer_of
from db.rules.scoring.points import points_of
from db.rules.scoring.rule_sets import AnswerKind, Criterion

_MANY = Decimal(1000)


def best_answer(criterion: Criterion) -> str:
    """The answer that is worth most."""
    return max(_likely(criterion), key=lambda text: points_of(criterion, text, 3) or Decimal(0))


def answer_at_random(criterion: Criterion, random: Random, *, may_not_apply: bool = True) -> str:
    """Any answer that the criterion takes."""
    if may_not_apply and criterion.may_not_apply and random.random() < 0.2:
        return NOT_APPLICABLE
    kind = criterion.scale.kind
    if kind is AnswerKind.HAND:
        return answer_of(Decimal(random.randrange(int(criterion.most * 1000) + 1)) / 1000)
    if kind is AnswerKind.CHOICE:
        return random.choice(criterion.scale.options).code
    if kind is AnswerKind.YES_NO:
        return random.choice((YES, NO))
    whole = random.randrange(1, 60)
    if kind in (AnswerKind.SHARE, AnswerKind.PER_POPULATION):
        return answer_of(Decimal(random.randrange(whole + 1)), Decimal(whole))
    return answer_of(Decimal(random.randrange(6)))


def _likely(criterion: Criterion) -> list[str]:
    kind = criterion.scale.kind
    if kind is AnswerKind.HAND:
        return [answer_of(criterion.most)]
    if kind is AnswerKind.CHOICE:
        return [option.code for option in criterion.scale.options]
    if kind is AnswerKind.YES_NO:
        return [YES, NO]
    if kind in (AnswerKind.SHARE, AnswerKind.PER_POPULATION):
        return [answer_of(part, _MANY) for part in (Decimal(0), _MANY)]
    return [answer_of(Decimal(number)) for number in range(12)]
