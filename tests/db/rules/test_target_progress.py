"""How far a target is, kind by kind, and why some cannot be told."""

from decimal import Decimal

import pytest

from db.rules.standing import Standing
from db.rules.successions import Gap, GapKind
from db.rules.target_progress import Facts, Progress, Reason, target_progress
from db.rules.targets import Goal

D = Decimal
HALF = D(50)
MONTHLY = Goal("at_least_every", D(2), every="month")

CASES: list[tuple[str, Goal, Facts, Progress]] = [
    (
        "a flow has a forecast",
        Goal("at_least", D(150)),
        Facts(60, gone=HALF, adds_up=True),
        Progress(D(150), 60, D(40), Standing.BEHIND, None, 120),
    ),
    (
        "a forecast is whole, half up",
        Goal("at_least", D(10)),
        Facts(5, gone=D(40), adds_up=True),
        Progress(D(10), 5, D(50), Standing.ON_TRACK, None, 13),
    ),
    (
        "a share has none",
        Goal("at_least", D(70), measured_in="%"),
        Facts(D("80.5"), gone=HALF),
        Progress(D(70), D("80.5"), D(115), Standing.REACHED),
    ),
    (
        "a range by its lower end",
        Goal("between", D(100), D(150)),
        Facts(99, gone=D(100), adds_up=True),
        Progress(D(100), 99, D(99), Standing.MISSED, None, 99),
    ),
    (
        "a limit of nothing",
        Goal("at_most", D(0)),
        Facts(0, gone=HALF),
        Progress(D(0), 0, None, Standing.WITHIN),
    ),
    ("none again", Goal("none", D(21)), Facts(1, gone=HALF), Progress(D(21), 1, None, Standing.EXCEEDED)),
    (
        "a change",
        Goal("increase", D(5)),
        Facts(110, 100, D(100)),
        Progress(D(5), 110, D(200), Standing.REACHED),
    ),
    ("done", Goal("done"), Facts(D(1), gone=HALF), Progress(None, D(1), None, Standing.REACHED)),
    (
        "a month was missed",
        MONTHLY,
        Facts(gone=HALF, slots=(2, None, 3, 1)),
        Progress(4, 2, D(50), Standing.BEHIND),
    ),
    ("every month", MONTHLY, Facts(gone=HALF, slots=(2, 3)), Progress(2, 2, D(100), Standing.ON_TRACK)),
    ("no month is over", MONTHLY, Facts(gone=D(1)), Progress(0, None, None, Standing.ON_TRACK)),
    ("a whole year", MONTHLY, Facts(gone=D(100), slots=(2,)), Progress(1, 1, D(100), Standing.REACHED)),
    (
        "kept by hand",
        MONTHLY,
        Facts(D(1), gone=D(100), slots=(None, None)),
        Progress(2, D(1), D(50), Standing.MISSED),
    ),
]

REASONS: list[tuple[Goal, Facts, Reason]] = [
    (Goal("at_least", D(5)), Facts(missing=Reason.NO_MEASURE), Reason.NO_MEASURE),
    (Goal("done"), Facts(missing=Reason.NO_MEASURE), Reason.NO_MEASURE),
    (Goal("at_least", D(5)), Facts(), Reason.NOTHING_RECORDED),
    (Goal("none"), Facts(), Reason.NOTHING_RECORDED),
    (MONTHLY, Facts(slots=(None, None)), Reason.NOTHING_RECORDED),
    (Goal("at_least", D(5)), Facts(missing=Reason.NO_DENOMINATOR), Reason.NO_DENOMINATOR),
    (Goal("at_least"), Facts(3), Reason.NO_PLANNED_VALUE),
    (Goal("at_least", D(0)), Facts(3), Reason.NO_PLANNED_VALUE),
    (Goal("at_most"), Facts(3), Reason.NO_PLANNED_VALUE),
    (Goal("at_least_every", every="month"), Facts(slots=(1,)), Reason.NO_PLANNED_VALUE),
    (Goal("at_least_every", D(1)), Facts(), Reason.NO_PLANNED_VALUE),
    (Goal("increase", D(5)), Facts(110), Reason.NO_YEAR_BEFORE),
    (Goal("decrease", D(5)), Facts(110, 0), Reason.NO_YEAR_BEFORE),
    (Goal("increase", D(5)), Facts(110, missing=Reason.NOT_COMPARABLE), Reason.NOT_COMPARABLE),
    (Goal("increase", D(5)), Facts(missing=Reason.NOT_COMPARABLE), Reason.NOT_COMPARABLE),
]


@pytest.mark.parametrize(("goal", "facts", "wanted"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_a_target_is_as_far_as_its_kind_says(goal: Goal, facts: Facts, wanted: Progress) -> None:
    assert target_progress(goal, facts) == wanted


@pytest.mark.parametrize(("goal", "facts", "reason"), REASONS)
def test_what_cannot_be_measured_says_why(goal: Goal, facts: Facts, reason: Reason) -> None:
    found = target_progress(goal, facts)
    assert (found.standing, found.reason, found.forecast) == (Standing.UNMEASURED, reason, None)


def test_units_that_stand_in_the_way_of_a_comparison_are_named() -> None:
    causes = (Gap(GapKind.PART, ("Xã A",)),)
    facts = Facts(110, missing=Reason.NOT_COMPARABLE, causes=causes)
    assert target_progress(Goal("increase", D(5)), facts).causes == causes
