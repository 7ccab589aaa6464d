"""What is filled in for a criterion: a number, a part of a whole, a choice, yes or no, or that it does not apply.

An answer is kept as one short text (`18/142`, `7.5`, `b`, `yes`, `n/a`), whatever its kind, so that a sheet can be
compared and handed on letter by letter.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from db.rules.entries import Field, FieldKind, read_field
from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.scoring.rule_sets import AnswerKind, Criterion
from db.rules.text import cleaned, folded

NOT_APPLICABLE, YES, NO = "n/a", "yes", "no"
_TYPED_FLAGS = {"c": YES, "co": YES, "1": YES, "x": YES, "k": NO, "khong": NO, "0": NO}
_TYPED_NOT_APPLICABLE = frozenset({"kad", "khong ap dung", NOT_APPLICABLE})
# As numbers are kept: the longest that can be typed, none in another notation.
_KEPT_NUMBER = re.compile(r"-?\d{1,13}(\.\d{1,12})?", re.ASCII)
_WHOLES = frozenset({AnswerKind.SHARE, AnswerKind.PER_POPULATION})
# What reads a field asks for today's day; a number has none.
_NO_DAY = date.min
_WORDS: Mapping[str, str] = {YES: "Có", NO: "Không", NOT_APPLICABLE: "Không áp dụng"}


@dataclass(frozen=True)
class Answer:
    """An answer taken apart: `value` with its `whole` (the denominator) or alone, or the `code` of what was chosen."""

    value: Decimal | None = None
    whole: Decimal | None = None
    code: str = ""

    @property
    def applies(self) -> bool:
        """Return whether the criterion applies to the commune."""
        return self.code != NOT_APPLICABLE


@lru_cache(maxsize=4096)
def parse_answer(kind: AnswerKind, text: str) -> Answer:
    """Take a kept answer apart; raises decimal.InvalidOperation for what is none of its kind."""
    if text == NOT_APPLICABLE or kind in (AnswerKind.CHOICE, AnswerKind.YES_NO):
        return Answer(code=text)
    value, _, whole = text.partition("/")
    return Answer(Decimal(value), Decimal(whole) if whole else None)


def answer_of(value: Decimal, whole: Decimal | None = None) -> str:
    """Write a number, or a part of a whole, as it is kept."""
    return _plain(value) if whole is None else f"{_plain(value)}/{_plain(whole)}"


def answer_text(criterion: Criterion, text: str) -> str:
    """Write a kept answer for people, as it may be typed again: `18/142`, `7,5`, `Có`, the title of a choice."""
    if not text:
        return ""
    if text in _WORDS:
        return _WORDS[text]
    if criterion.scale.kind is AnswerKind.CHOICE:
        return {option.code: option.title for option in criterion.scale.options}.get(text, text)
    return "/".join(number_text(Decimal(part)) for part in text.split("/"))


def is_reserved(text: str) -> bool:
    """Return whether a text, typed for a criterion, says that it does not apply."""
    return folded(text) in _TYPED_NOT_APPLICABLE


def read_answer(criterion: Criterion, typed: str, place: str) -> tuple[str, Finding | None]:
    """Read what was typed for a criterion: the answer as it is kept (blank for none), or what is wrong at the place."""
    text = cleaned(typed)
    if not text:
        return "", None
    plain, kind = folded(text), criterion.scale.kind
    if plain in _TYPED_NOT_APPLICABLE:
        wrong = None if criterion.may_not_apply else Finding("must_apply", place, text)
        return ("", wrong) if wrong else (NOT_APPLICABLE, None)
    if kind is AnswerKind.CHOICE:
        return _read_choice(criterion, text, place)
    if kind is AnswerKind.YES_NO:
        flag = _TYPED_FLAGS.get(plain, "")
        return (flag, None) if flag else ("", Finding("not_yes_or_no", place, text))
    return _read_numbers(criterion, text, place)


def check_answer(criterion: Criterion, text: str, place: str) -> Finding | None:
    """Return what is wrong with an answer as it is kept, wherever it comes from; blank is right."""
    if not text:
        return None
    if text == NOT_APPLICABLE:
        return None if criterion.may_not_apply else Finding("must_apply", place, text)
    kind = criterion.scale.kind
    if kind is AnswerKind.CHOICE:
        known = {option.code for option in criterion.scale.options}
        return None if text in known else Finding("not_choice", place, text)
    if kind is AnswerKind.YES_NO:
        return None if text in (YES, NO) else Finding("not_yes_or_no", place, text)
    if not _is_kept_so(text):
        return Finding("not_decimal", place, text)
    return _numbers_finding(criterion, parse_answer(kind, text), answer_text(criterion, text), place)


def _is_kept_so(text: str) -> bool:
    """Return whether numbers are written as `answer_of` does, so that the same answer is the same text."""
    parts = text.split("/", 1)
    return all(_KEPT_NUMBER.fullmatch(part) and _plain(Decimal(part)) == part for part in parts)


def _read_choice(criterion: Criterion, text: str, place: str) -> tuple[str, Finding | None]:
    """Take the code, the place in the list (from 1) or the title of a choice."""
    for at, option in enumerate(criterion.scale.options, start=1):
        if folded(text) in (folded(option.code), folded(option.title), str(at)):
            return option.code, None
    return "", Finding("not_choice", place, text)


def _read_numbers(criterion: Criterion, text: str, place: str) -> tuple[str, Finding | None]:
    parts = [part.strip() for part in text.split("/", 1)]
    if criterion.scale.kind in _WHOLES and (len(parts) < 2 or not all(parts)):
        return "", Finding("whole_missing", place, text)
    kind = FieldKind.COUNT if criterion.scale.counts else FieldKind.DECIMAL
    numbers: list[Decimal] = []
    for part in parts:
        number, finding = read_field(Field(place, kind), part, today=_NO_DAY)
        if finding is not None:
            return "", finding
        numbers.append(Decimal(str(number)))
    value, whole = [*numbers, None][:2]
    assert value is not None
    finding = _numbers_finding(criterion, Answer(value, whole), text, place)
    return ("", finding) if finding else (answer_of(value, whole), None)


def _numbers_finding(criterion: Criterion, answer: Answer, shown: str, place: str) -> Finding | None:
    kind, value, whole = criterion.scale.kind, answer.value, answer.whole
    assert value is not None
    if (whole is None) == (kind in _WHOLES):
        return Finding("whole_missing" if whole is None else "not_decimal", place, shown)
    if kind is AnswerKind.HAND:
        return _points_finding(criterion, value, shown, place)
    if value < 0:
        return Finding("negative", place, shown)
    if whole is not None and whole <= 0:
        return Finding("whole_not_positive", place, shown)
    if kind is AnswerKind.SHARE and whole is not None and value > whole:
        return Finding("more_than_whole", place, shown)
    if criterion.scale.counts and (value % 1 or (whole or 0) % 1):
        return Finding("not_count", place, shown)
    return None


def _points_finding(criterion: Criterion, points: Decimal, shown: str, place: str) -> Finding | None:
    if not criterion.least <= points <= criterion.most:
        facts = {"most": number_text(criterion.most), "least": number_text(criterion.least)}
        return Finding("points_over_most", place, shown, facts)
    return Finding("too_precise", place, shown) if points * 1000 % 1 else None


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
