"""Heads, codes and times: each wrong case beside its right neighbour; shipped sets, sets at random."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from db.rules.levels import Chain, KnownLevels
from db.rules.measure_catalogue import MEASURES
from db.rules.scoring.documents import Document, read_document
from db.rules.scoring.results import result
from db.rules.scoring.rule_sets import (
    ConditionKind,
    CriterionGroup,
    DueDay,
    ScoreClass,
)
from db.rules.scoring.soundness import judge
from db.rules.units import Level
from db.services.content import SHIPPED
from tests.helpers.answers import answer_at_random
from tests.helpers.rule_sets import criterion, number, sound
from tests.helpers.unsound import Case, compare, condition, looked_at

SETS = sorted((SHIPPED / "rule_sets").glob("*.toml")) + sorted((SHIPPED / "rule_set_drafts").glob("*.toml"))
COMMUNE, DISTRICT, PROVINCE = Level.COMMUNE, Level.DISTRICT, Level.PROVINCE
CHAIN: Chain = (("self", COMMUNE), ("appraised", DISTRICT), ("recognised", PROVINCE))
TWO: Chain = (("self", COMMUNE), ("appraised", PROVINCE), ("recognised", PROVINCE))
THREE_LEVELS = (PROVINCE, DISTRICT, COMMUNE)
FIRST = "group.1.criterion.1"


def in_groups(*codes: str) -> Document:
    groups = [
        CriterionGroup(code, f"Nhóm {code}", (criterion(f"{at}"),)) for at, code in enumerate(codes, start=1)
    ]
    return sound(groups=tuple(groups))


def coded(code: str) -> Document:
    return sound(criterion("1"), criterion(code))


def known(
    levels: tuple[Level, ...], first: date | None, last: date | None, chain: Chain = TWO
) -> KnownLevels:
    return KnownLevels(levels, first, last, chain)


def due(**days: tuple[int, ...]) -> Document:
    return sound(due={step: DueDay(*day) for step, day in days.items()})


GOOD, WEAK = ScoreClass("good", "Tốt", number("5")), ScoreClass("weak", "Yếu")
JULY = date(2025, 7, 1)
EMPTY = [
    Case("no_groups", "group", sound(groups=()), sound()),
    Case("no_criteria", "group.1", sound(groups=(CriterionGroup("I", "Nhóm", ()),)), sound()),
    Case("no_classes", "class", sound(classes=()), sound()),
]
CODES = [
    Case("required", f"{FIRST}.code", sound(criterion(" ")), coded("2")),
    Case("required", f"{FIRST}.title", sound(criterion("1", title="")), coded("2")),
    Case("too_long", "group.1.criterion.2.code", coded("x" * 51), coded("x" * 50)),
    Case("text_not_clean", "group.1.criterion.2.code", coded("2\n"), coded("2")),
    Case("code_twice", "group.1.criterion.2.code", coded("1"), coded("2")),
    Case("code_twice", "group.2.code", in_groups("I", "I"), in_groups("I", "II")),
    Case("code_twice", f"{FIRST}.code", sound(criterion("I")), sound(criterion("i"))),
    Case(
        "code_twice",
        f"{FIRST}.item.1.code",
        sound(criterion("1", items=(criterion("1"),))),
        sound(criterion("1", items=(criterion("1.1"),))),
    ),
    Case(
        "code_twice",
        "condition.1.code",
        looked_at(condition("asked", code="1"), by="1"),
        looked_at(condition("asked", code="L1"), by="L1"),
    ),
    Case(
        "code_twice",
        "class.2.code",
        sound(classes=(GOOD, replace(WEAK, code="good"))),
        sound(classes=(GOOD, WEAK)),
    ),
]
TIMES = [
    Case("required", "title", sound(title=""), sound()),
    Case("required", "citation", sound(citation=" "), sound()),
    Case("too_long", "title", sound(title="x" * 251), sound(title="x" * 250)),
    Case(
        "ends_before_begins", "valid_to", sound(valid_to=date(2025, 12, 31)), sound(valid_to=date(2026, 1, 1))
    ),
    Case("decimals_out_of_range", "decimals", sound(decimals=4), sound(decimals=3)),
    Case("decimals_out_of_range", "decimals", sound(decimals=-1), sound(decimals=0)),
    Case("total_differs", "total", sound(total=number("100")), sound(total=number("10"))),
    Case("due_day_unknown", "due.self", due(self=(2, 29)), due(self=(2, 28))),
    Case("due_day_unknown", "due.self", due(self=(13, 1)), due(self=(12, 1))),
    Case(
        "due_out_of_order",
        "due.appraised",
        due(self=(12, 5), appraised=(12, 4)),
        due(self=(12, 5), appraised=(12, 5)),
    ),
    Case(
        "due_out_of_order",
        "due.recognised",
        due(self=(12, 5), recognised=(1, 31)),
        due(self=(12, 5), recognised=(1, 31, 1)),
    ),
    Case("due_step_unknown", "due.printed", due(printed=(1, 1)), due(registered=(1, 1))),
    Case(
        "levels_overlap",
        "levels.2",
        sound(levels=(known((PROVINCE, COMMUNE), None, JULY), known((PROVINCE, COMMUNE), JULY, None))),
        sound(
            levels=(
                known((PROVINCE, COMMUNE), None, date(2025, 6, 30)),
                known((PROVINCE, COMMUNE), JULY, None),
            )
        ),
    ),
    Case(
        "chain_level_unknown",
        "levels.1",
        sound(levels=(known((PROVINCE, COMMUNE), None, None, CHAIN),)),
        sound(levels=(known(THREE_LEVELS, None, None, CHAIN),)),
    ),
    Case(
        "ends_before_begins",
        "levels.1",
        sound(
            levels=(
                known((PROVINCE, COMMUNE), JULY, date(2025, 6, 30)),
                known((PROVINCE, COMMUNE), date(2025, 7, 2), None),
            )
        ),
        sound(levels=(known((PROVINCE, COMMUNE), JULY, None),)),
    ),
    Case(
        "chain_missing",
        "levels.1",
        sound(levels=(known((PROVINCE, COMMUNE), None, None, TWO[:2]),)),
        sound(levels=(known((PROVINCE, COMMUNE), None, None),)),
    ),
    Case(
        "communes_not_known",
        "levels",
        sound(levels=(known((PROVINCE, COMMUNE), None, date(2026, 6, 30)),)),
        sound(levels=(known((PROVINCE, COMMUNE), None, date(2026, 6, 30)),), valid_to=date(2026, 6, 30)),
    ),
]
CASES = [*EMPTY, *CODES, *TIMES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.place}")
def test_what_is_wrong_is_told_at_its_place_and_its_neighbour_is_right(case: Case) -> None:
    compare(case)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_shipped_sets_are_sound(path: Path) -> None:
    judgement = judge(read_document(tomllib.loads(path.read_text("utf-8"))), MEASURES)
    assert judgement.findings == ()
    assert judgement.total == sum(judgement.groups.values()) == 100


def test_the_small_set_of_these_tests_is_sound() -> None:
    judgement = judge(sound(), MEASURES)
    assert (judgement.findings, judgement.total, judgement.groups) == ((), Decimal(10), {"I": Decimal(10)})


@pytest.mark.parametrize("seed", range(40))
def test_no_sheet_is_of_a_class_that_is_told_never_to_be_found(seed: int) -> None:
    """The shipped set with conditions is spoilt at random; sheets at random know nothing of the check."""
    random = Random(seed)
    rule_set = spoilt(read_document(tomllib.loads(SETS[-1].read_text("utf-8"))), random).rule_set
    document = Document("Bộ", "Văn bản", date(2026, 1, 1), rule_set)
    findings = judge(document, MEASURES).findings
    never = {
        rule_set.classes[int(item.place.split(".")[1]) - 1].code
        for item in findings
        if item.code in ("class_never_found", "class_over_total", "class_needs_never", "floor_over_group")
    }
    failed_to = {item.class_code for item in rule_set.failing}
    for _ in range(60):
        answers = {leaf.code: answer_at_random(leaf, random) for leaf in rule_set.asked}
        assert result(rule_set, answers).class_code not in never - failed_to


def spoilt(document: Document, random: Random) -> Document:
    """Move the thresholds, floors and conditions about."""
    rule_set = document.rule_set
    conditions = tuple(
        replace(item, least=random.choice([item.least, Decimal(0), Decimal(120)]))
        if item.kind in (ConditionKind.POINTS, ConditionKind.VALUE)
        else item
        for item in rule_set.conditions
    )
    classes = tuple(
        replace(
            item,
            least=random.choice([item.least, None, Decimal(0), Decimal(50), Decimal(101)]),
            needs=random.choice([item.needs, (), ("D1",), ("D2", "D5")]),
            floors=random.choice([item.floors, {}, {"I": Decimal(31)}]),
        )
        for item in rule_set.classes
    )
    return replace(document, rule_set=replace(rule_set, conditions=conditions, classes=classes))
