"""Answers that are not what records propose want a word why."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.scoring.marks import Mark
from db.rules.scoring.rule_sets import Criterion, CriterionGroup, RuleSet
from db.rules.units import Level
from db.services.scoring.proposals import Proposal
from db.services.scoring.sheets import Sheet
from db.services.scoring.unexplained import acceptable, differs, unexplained
from db.services.units import UnitInfo

RULES = RuleSet((CriterionGroup("I", "", (Criterion("1", "", Decimal(8)),)),), ())
UNIT = UnitInfo(1, "99102", "Xã Quế Lâm", "Xã", Level.COMMUNE, None, date(2025, 1, 1), None)


def sheet(**mark: str) -> Sheet:
    return Sheet(UNIT, 2025, RULES, "", "", {"1": Mark("1", **mark)})


@pytest.mark.parametrize(
    ("given", "note", "proposed", "is_other", "asked", "offered"),
    [
        ("5", "", "5", False, (), {}),
        ("6", "", "5", True, ("1",), {}),
        ("6", "Theo sổ của xã", "5", True, (), {}),
        ("6", "", "", False, (), {}),
        ("", "", "5", False, (), {"1": "5"}),
        ("", "", "", False, (), {}),
    ],
)
def test_what_differs_is_asked_for_once(
    given: str, note: str, proposed: str, is_other: bool, asked: tuple[str, ...], offered: dict[str, str]
) -> None:
    now, found = sheet(self_answer=given, note=note), {"1": Proposal("1", proposed, None, None, None, ())}

    assert differs(now, found, "1") is is_other
    assert unexplained(now, found) == asked
    assert acceptable(now, found) == offered


def test_what_no_measure_is_tied_to_is_never_asked_for() -> None:
    assert not differs(sheet(self_answer="6"), {}, "1")
