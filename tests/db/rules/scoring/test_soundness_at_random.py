"""Sets at random: what is told of bands is looked for in numbers, and no form of a set makes the check stumble."""

import copy
import tomllib
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.rules.measure_catalogue import MEASURES
from db.rules.scoring.documents import read_document
from db.rules.scoring.form import form_findings
from db.rules.scoring.points import points_of
from db.rules.scoring.rule_sets import AnswerKind, Band, Criterion, Scale
from db.rules.scoring.sound.bands import band_findings
from db.rules.scoring.sound.places import placed_leaves
from db.rules.scoring.soundness import judge
from db.rules.scoring.writing import document_text
from db.services.content import SHIPPED
from tests.helpers.answers import answer_at_random
from tests.helpers.rule_sets import documents

TEXT = (SHIPPED / "rule_set_drafts" / "illustrative-five.toml").read_text("utf-8")
HALVES = st.integers(0, 8).map(lambda half: Decimal(half) / 2)
BANDS = st.lists(
    st.builds(Band, HALVES, st.just(Decimal(1)), st.none() | HALVES, st.none() | HALVES),
    min_size=1,
    max_size=4,
)
# Quarters stand between all ends of bands; beyond the last nothing changes any more.
QUARTERS = [Decimal(quarter) / 4 for quarter in range(60)]
OVERLAPPING, MISSING = {"bands_overlap"}, {"bands_gap", "bands_not_from_zero", "bands_not_open"}


@given(BANDS, st.booleans())
@example([Band(Decimal(0), Decimal(1)), Band(Decimal("0.5"), Decimal(1), below=Decimal(1))], True)
def test_bands_are_right_where_every_number_lies_in_one(bands: list[Band], counts: bool) -> None:
    scale = Scale(AnswerKind.BANDS, bands=tuple(bands), counts=counts)
    told = {item.code for item in band_findings(Criterion("1", "x", Decimal(1), scale), "x")}
    numbers = [number for number in QUARTERS if not counts or number % 1 == 0]
    held = {sum(band.holds(number) for band in bands) for number in numbers}
    if told <= OVERLAPPING | MISSING:
        assert bool(told & OVERLAPPING) == any(count > 1 for count in held) or told & MISSING
        assert (not told) == (held == {1})


def mutated(value: Any, random: Random) -> Any:
    """The tables with one value, anywhere, made something else."""
    if isinstance(value, dict) and value and random.random() < 0.9:
        key = random.choice(list(value))
        return {**value, key: mutated(value[key], random)}
    if isinstance(value, list) and value and random.random() < 0.9:
        at = random.randrange(len(value))
        return [*value[:at], mutated(value[at], random), *value[at + 1 :]]
    return random.choice(
        ["", "x", "I", "D1", 0, -1, 10**9, 2.5, True, [], {}, date(2026, 2, 28), ["D1", "D1"], [{}], None]
    )


@pytest.mark.parametrize("seed", range(300))
def test_no_change_of_a_set_makes_the_check_stumble(seed: int) -> None:
    random = Random(seed)
    body = copy.deepcopy(tomllib.loads(TEXT))
    for _ in range(random.randrange(1, 6)):
        body = mutated(body, random)
        if not isinstance(body, dict):
            return
    if not form_findings(body):
        document = read_document(body)
        judge(document, MEASURES)
        assert read_document(tomllib.loads(document_text(document))) == document


@given(documents)
def test_any_document_is_judged(document: Any) -> None:
    judgement = judge(document, MEASURES)
    assert judgement.total == document.rule_set.most


@pytest.mark.parametrize("seed", range(60))
def test_no_answer_of_a_sound_criterion_is_worth_more_than_the_most(seed: int) -> None:
    random = Random(seed)
    body = tomllib.loads(TEXT)
    for group in body["group"]:
        for criterion in group["criterion"]:
            if "most" in criterion and random.random() < 0.5:
                criterion["most"] = random.choice([2.5, 5, 7.25, 12])
    document = read_document(body)
    wrong = [item.place for item in judge(document, MEASURES).errors]
    right = [
        leaf for place, leaf in placed_leaves(document.rule_set) if not any(f"{place}." in at for at in wrong)
    ]
    assert len(right) > 2
    for leaf in right:
        for _ in range(20):
            points = points_of(leaf, answer_at_random(leaf, random), document.rule_set.decimals)
            assert points is None or leaf.least <= points <= leaf.most
