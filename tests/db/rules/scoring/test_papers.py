"""What papers of scoring count: shares of classes, averages, places, the list for recognition."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.rules.scoring.chain import State
from db.rules.scoring.recognition import recognition_list
from tests.helpers.score_papers import best, blank_paper, communes_of_142, sheet_paper, shipped, year_paper


def test_eighteen_of_142_are_printed_as_the_rule_says() -> None:
    shares = communes_of_142().class_shares()
    assert [(item.title, item.count, item.of) for item in shares] == [
        ("Tốt", 18, 142),
        ("Khá", 100, 142),
        ("Chưa đạt", 24, 142),
    ]
    assert [item.share for item in shares] == [Decimal("12.676"), Decimal("70.423"), Decimal("16.901")]


@pytest.mark.parametrize(
    ("state", "own", "appraised"),
    [
        (State.OPEN, None, None),
        (State.RETURNED, None, None),
        (State.SUBMITTED, 100, None),
        (State.APPRAISED, 100, 100),
        (State.RECOGNISED, 100, 100),
        (State.WITHDRAWN, 100, 100),
    ],
)
def test_columns_count_once_their_step_was_taken(
    state: State, own: int | None, appraised: int | None
) -> None:
    paper = sheet_paper(state=state)
    assert (paper.counted("self"), paper.counted("appraised")) == (own, appraised)
    assert paper.counted_class("appraised") == ("good" if appraised else "")


def test_average_leaves_out_what_does_not_count() -> None:
    rules = shipped()
    less = sheet_paper(rules, best(rules) | {"1": "4"})
    paper = year_paper((sheet_paper(rules), less, sheet_paper(rules, state=State.OPEN), blank_paper()))
    assert paper.average("appraised") == Decimal("98.000")
    assert [sheet.state for sheet in paper.missing] == [State.OPEN, None]


def test_list_stands_by_class_then_by_points() -> None:
    found = recognition_list(communes_of_142())
    assert [(item.share.title, len(item.sheets)) for item in found.classes] == [
        ("Tốt", 18),
        ("Khá", 100),
        ("Chưa đạt", 24),
    ]
    assert found.decision is None


def test_chosen_classes_alone_are_listed() -> None:
    found = recognition_list(communes_of_142(), ["fair"])
    assert [item.share.code for item in found.classes] == ["fair"]
    assert found.count == 100


def test_what_is_not_appraised_or_was_withdrawn_is_left_out() -> None:
    sheets = (sheet_paper(), sheet_paper(state=State.WITHDRAWN), sheet_paper(state=State.SUBMITTED))
    found = recognition_list(year_paper(sheets))
    assert found.count == 1
    assert [sheet.state for sheet in found.left_out] == [State.WITHDRAWN, State.SUBMITTED]


def test_one_decision_is_known_only_where_all_have_it() -> None:
    known = sheet_paper(
        state=State.RECOGNISED,
        recognised_class="good",
        recognised_on=date(2026, 1, 20),
        decision_number="7/QĐ-UBND",
    )
    other = replace(known, decision_number="8/QĐ-UBND")
    assert recognition_list(year_paper((known, known))).decision is known
    assert recognition_list(year_paper((known, other))).decision is None


def test_recognised_class_stands_before_the_appraised_one() -> None:
    known = sheet_paper(state=State.RECOGNISED, recognised_class="fair", recognised_on=date(2026, 1, 20))
    assert [item.share.code for item in recognition_list(year_paper((known,))).classes] == ["fair"]
