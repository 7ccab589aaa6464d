"""Totals, groups, classes and failing conditions of any sheet, by two counts: the rules' and plain fractions'."""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.rules.scoring.answers import check_answer
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.results import result
from tests.flows.second_scoring import Scored, SheetScorer
from tests.helpers.random_rule_sets import Body, rule_sets, sheets

CATALOGUES = Path(__file__).parents[2] / "db" / "catalogues"
SHIPPED = sorted(CATALOGUES.glob("rule_set*/*.toml"))
# 300 sets with 7 sheets each make 2,100 cases; each set that is shipped has 50 more.
SETS, SHEETS, OF_SHIPPED = 300, 7, 50
WHOLE_RUN = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def by_the_rules(body: Body, answers: Mapping[str, str]) -> Scored:
    """Score a sheet as the program does, written as fractions."""
    rule_set = parse_rule_set(body)
    findings = [check_answer(item, answers.get(item.code, ""), item.code) for item in rule_set.asked]
    assert set(findings) == {None}
    found = result(rule_set, answers)
    groups = {code: (fraction(one.points), Fraction(one.most)) for code, one in found.groups.items()}
    return Scored(fraction(found.points), found.class_code, groups, found.failing)


def fraction(number: Any) -> Fraction | None:
    return None if number is None else Fraction(number)


@settings(WHOLE_RUN, max_examples=SETS)
@given(st.data())
def test_any_sheet_of_any_rule_set_is_scored_alike_by_two_counts(data: st.DataObject) -> None:
    body = data.draw(rule_sets())
    filled = sheets(body)
    for _ in range(SHEETS):
        answers = data.draw(filled)
        assert by_the_rules(body, answers) == SheetScorer(body, answers).score()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@settings(WHOLE_RUN, max_examples=OF_SHIPPED)
@given(data=st.data())
def test_any_sheet_of_the_shipped_rule_sets_is_scored_alike(path: Path, data: st.DataObject) -> None:
    body = {"condition": [], **tomllib.loads(path.read_text(encoding="utf-8"))}
    answers = data.draw(sheets(body))
    assert by_the_rules(body, answers) == SheetScorer(body, answers).score()
