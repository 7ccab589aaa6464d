"""Rule sets for tests: a small sound one to be spoilt, any at random."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from db.rules.levels import STEPS, KnownLevels
from db.rules.scoring.documents import Document
from db.rules.scoring.rule_sets import (
    AnswerKind,
    Band,
    Condition,
    ConditionKind,
    Criterion,
    CriterionGroup,
    DueDay,
    Failing,
    Option,
    RuleSet,
    Scale,
    ScoreClass,
)
from db.rules.units import Level

DAY = date(2026, 1, 1)


def number(text: str) -> Decimal:
    """An exact number; a comma reads like a person's."""
    return Decimal(text)


def band(text: str, points: str) -> Band:
    """`0-20` with its end counted, `0..20` without it, `20-` open."""
    first, mark, end = text.partition("..") if ".." in text else text.partition("-")
    ends = {} if not end else {"below" if mark == ".." else "last": Decimal(end)}
    return Band(Decimal(first), Decimal(points), **ends)


def criterion(code: str = "1", most: str = "10", kind: str = "hand", **scale: Any) -> Criterion:
    """A criterion with a scale; `bands` as `(("0..50", "0"), …)`, numbers as texts."""
    read: dict[str, Any] = {key: Decimal(value) if key in _NUMBERS else value for key, value in scale.items()}
    if "bands" in read:
        read["bands"] = tuple(band(*row) for row in read["bands"])
    if "options" in read:
        read["options"] = tuple(Option(one, title, Decimal(points)) for one, title, points in read["options"])
    flags: dict[str, Any] = {key: read.pop(key) for key in ("may_not_apply", "items", "title") if key in read}
    made = Scale(AnswerKind(kind), **{"yes": Decimal(most), **read})
    return Criterion(code, flags.pop("title", f"Tiêu chí {code}"), Decimal(most), made, **flags)


def sound(*criteria: Criterion, **parts: Any) -> Document:
    """A sound document of these criteria in one group, with two classes, other parts as given."""
    head = {
        key: parts.pop(key)
        for key in ("title", "citation", "valid_from", "valid_to", "total")
        if key in parts
    }
    classes = (ScoreClass("good", "Tốt", Decimal(5)), ScoreClass("weak", "Yếu"))
    group = CriterionGroup("I", "Nhóm một", criteria or (criterion(),))
    rule_set = RuleSet(**{"groups": (group,), "classes": classes, "decimals": 2, **parts})
    return replace(Document("Bộ tiêu chí", "Văn bản", DAY, rule_set), **head)


_NUMBERS = ("full", "each", "floor", "per", "yes", "no", "yes_from")
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        "Tệ nạn “xã hội”",
        'quote " and \\ slash',
        "hai\ndòng\r\n",
        "\x7f\x00\t",
        "'''",
        '"""',
        "# không phải ghi chú",
        "=",
    ]
)
_NUMBER = st.decimals(min_value=-10_000, max_value=10_000, places=3).map(lambda value: value.normalize())
_MAYBE = st.none() | _NUMBER
_DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
_OPTIONS = st.lists(st.builds(Option, _WORDS, _WORDS, _NUMBER), max_size=3).map(tuple)
_BANDS = st.lists(st.builds(Band, _NUMBER, _NUMBER, _MAYBE, _MAYBE), max_size=3).map(tuple)
_SCALES = st.builds(
    Scale,
    kind=st.sampled_from(AnswerKind),
    options=_OPTIONS,
    bands=_BANDS,
    **dict.fromkeys(_NUMBERS, _NUMBER),
    measure=_WORDS,
    whole_measure=_WORDS,
    counts=st.booleans(),
)
_LEAVES = st.builds(
    Criterion, _WORDS, _WORDS, _NUMBER, _SCALES | st.just(Scale()), _WORDS, st.booleans(), st.just(())
)


def _with_items(items: list[Criterion], like: Criterion) -> Criterion:
    return replace(like, items=tuple(items), most=sum((item.most for item in items), Decimal(0)))


_CRITERIA = _LEAVES | st.builds(_with_items, st.lists(_LEAVES, min_size=1, max_size=2), _LEAVES)
_GROUPS = st.builds(CriterionGroup, _WORDS, _WORDS, st.lists(_CRITERIA, max_size=2).map(tuple))
_CONDITIONS = st.builds(
    Condition,
    code=_WORDS,
    title=_WORDS,
    kind=st.sampled_from(ConditionKind),
    of=st.lists(_WORDS, max_size=3).map(tuple),
    least=_MAYBE,
    most=_MAYBE,
    in_percent=st.booleans(),
    count=st.integers(-5, 50),
    measure=_WORDS,
    yes_from=_NUMBER,
)
_CHAINS = st.dictionaries(st.sampled_from(STEPS), st.sampled_from(Level)).map(
    lambda chain: tuple((step, chain[step]) for step in STEPS if step in chain)
)
_LEVELS = st.builds(
    KnownLevels,
    st.lists(st.sampled_from(Level), max_size=3).map(tuple),
    st.none() | _DAYS,
    st.none() | _DAYS,
    _CHAINS,
)
_CLASSES = st.builds(
    ScoreClass,
    _WORDS,
    _WORDS,
    _MAYBE,
    st.lists(_WORDS, max_size=2).map(tuple),
    st.dictionaries(_WORDS, _NUMBER, max_size=2),
)
_DUE = st.builds(DueDay, st.integers(-9, 99), st.integers(-9, 99), st.integers(-9, 99))
_RULE_SETS = st.builds(
    RuleSet,
    groups=st.lists(_GROUPS, max_size=3).map(tuple),
    classes=st.lists(_CLASSES, max_size=3).map(tuple),
    levels=st.lists(_LEVELS, max_size=2).map(tuple),
    conditions=st.lists(_CONDITIONS, max_size=3).map(tuple),
    failing=st.lists(st.builds(Failing, _WORDS, _WORDS), max_size=2).map(tuple),
    scaled=st.booleans(),
    decimals=st.integers(-1, 9),
    due=st.dictionaries(_WORDS, _DUE, max_size=3),
)
# Any document at all, sound or not.
documents = st.builds(Document, _WORDS, _WORDS, _DAYS, _RULE_SETS, st.none() | _DAYS, _MAYBE)
