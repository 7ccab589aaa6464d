"""A tried sheet: points, class, and what every class still wants."""

import tomllib
from decimal import Decimal
from random import Random

import pytest

from db.rules.scoring.documents import read_document
from db.rules.scoring.results import result
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.trial import best_answer, tried
from db.services.content import SHIPPED
from tests.helpers.answers import answer_at_random


@pytest.fixture(scope="module")
def five() -> RuleSet:
    """The shipped set with conditions."""
    text = (SHIPPED / "rule_set_drafts" / "illustrative-five.toml").read_text("utf-8")
    return read_document(tomllib.loads(text)).rule_set


def best(rule_set: RuleSet) -> dict[str, str]:
    asked = {item.code: best_answer(item) for item in rule_set.asked}
    return {**asked, "L1": "no", "L2": "no"}


def test_the_best_answers_give_all_points(five: RuleSet) -> None:
    trial = tried(five, best(five))
    assert (trial.result.points, trial.result.class_code) == (Decimal(100), "excellent")
    assert all(wanted.is_met for wanted in trial.wants)


def test_what_a_class_wants_is_told(five: RuleSet) -> None:
    wants = {item.code: item for item in tried(five, {**best(five), "2": "0/10", "3": "9", "7": "1/2"}).wants}
    top = wants["excellent"]
    assert (top.least, top.floors, top.needs) == (Decimal(90), {"I": Decimal(24)}, ("D6",))
    assert (wants["good"].least, wants["good"].needs) == (Decimal(80), ())
    assert wants["fair"].is_met


def test_before_all_is_answered_nothing_is_said_of_classes(five: RuleSet) -> None:
    trial = tried(five, {"2": "1/2"})
    assert (trial.result.points, trial.wants) == (Decimal(5), ())
    assert len(trial.missing) == len(five.asked) - 1


@pytest.mark.parametrize("seed", range(20))
def test_the_first_class_that_wants_nothing_is_the_one_without_failing(five: RuleSet, seed: int) -> None:
    random = Random(seed)
    asked = {item.code: answer_at_random(item, random) for item in five.asked} | {"L1": "no", "L2": "no"}
    trial = tried(five, asked)
    met = next((item.code for item in trial.wants if item.is_met), None)
    assert met == result(five, asked).class_code == trial.result.class_code
