"""Points, choices, bands and measures of criteria: each wrong case beside its right neighbour."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from db.rules.scoring.documents import Document
from tests.helpers.rule_sets import criterion, sound
from tests.helpers.unsound import Case, compare, condition, looked_at, scored, told

FIRST = "group.1.criterion.1"
HALVES = (("0..50", "0"), ("50-100", "10"))
WHOLES = (("0-0", "0"), ("1-2", "5"), ("3-", "10"))
OPTIONS = (("a", "Tốt", "10"), ("b", "Kém", "0"))
SHARE = "establishments.share_committed"


def with_items(**own: Any) -> Document:
    items = (criterion("1.1", "4"), criterion("1.2", "6"))
    return sound(criterion("1", "10", items=items, **own))


POINTS = [
    Case(
        "most_not_positive",
        f"{FIRST}.most",
        sound(criterion("1", "0"), criterion("2")),
        sound(criterion("1", "5")),
    ),
    Case("most_not_positive", f"{FIRST}.most", sound(criterion("1", "-1"), criterion("2")), sound()),
    Case(
        "too_precise",
        f"{FIRST}.most",
        sound(criterion("1", "10.0001"), decimals=3),
        sound(criterion("1", "10.001"), decimals=3),
    ),
    Case(
        "finer_than_set",
        f"{FIRST}.most",
        sound(criterion("1", "7.25"), decimals=1),
        sound(criterion("1", "7.5"), decimals=1),
    ),
    Case("too_large", f"{FIRST}.most", sound(criterion("1", "100001")), sound(criterion("1", "100000"))),
    Case("items_and_scale", f"{FIRST}.kind", with_items(kind="yes_no"), with_items()),
    Case("items_and_absence", f"{FIRST}.may_not_apply", with_items(may_not_apply=True), with_items()),
]
CHOICES = [
    Case("options_none", f"{FIRST}.option", scored("choice"), scored("choice", options=OPTIONS)),
    Case(
        "option_twice",
        f"{FIRST}.option.3.code",
        scored("choice", options=(*OPTIONS, ("A", "Vừa", "5"))),
        scored("choice", options=(*OPTIONS, ("c", "Vừa", "5"))),
    ),
    Case(
        "option_twice",
        f"{FIRST}.option.3.title",
        scored("choice", options=(*OPTIONS, ("c", "tot", "5"))),
        scored("choice", options=(*OPTIONS, ("c", "Vừa", "5"))),
    ),
    Case(
        "required",
        f"{FIRST}.option.2.title",
        scored("choice", options=(OPTIONS[0], ("b", "", "0"))),
        scored("choice", options=OPTIONS),
    ),
    Case(
        "option_reserved",
        f"{FIRST}.option.2.code",
        scored("choice", options=(OPTIONS[0], ("n/a", "Kém", "0"))),
        scored("choice", options=OPTIONS),
    ),
    Case(
        "points_not_within",
        f"{FIRST}.option.1.points",
        scored("choice", options=(("a", "Tốt", "10.5"), OPTIONS[1])),
        scored("choice", options=OPTIONS),
    ),
    Case(
        "points_not_within",
        f"{FIRST}.option.2.points",
        scored("choice", options=(OPTIONS[0], ("b", "Kém", "-1"))),
        scored("choice", options=OPTIONS),
    ),
    Case(
        "most_not_reached",
        f"{FIRST}.option",
        scored("choice", options=(("a", "Tốt", "9"), OPTIONS[1])),
        scored("choice", options=OPTIONS),
    ),
    Case(
        "option_code_is_place",
        f"{FIRST}.option.1.code",
        scored("choice", options=(("2", "Tốt", "10"), ("1", "Kém", "0"))),
        scored("choice", options=(("1", "Tốt", "10"), ("2", "Kém", "0"))),
    ),
    Case("points_not_within", f"{FIRST}.yes", scored("yes_no", yes="11"), scored("yes_no")),
    Case("most_not_reached", f"{FIRST}.yes", scored("yes_no", yes="9"), scored("yes_no", yes="0", no="10")),
    Case("yes_no_same", f"{FIRST}.yes", scored("yes_no", no="10"), scored("yes_no", no="9.5")),
]
BANDS = [
    Case("bands_none", f"{FIRST}.band", scored("bands"), scored("bands", bands=(("0-", "10"),))),
    Case("bands_none", f"{FIRST}.band", scored("per_population"), scored("share")),
    Case(
        "bands_not_from_zero",
        f"{FIRST}.band.1.first",
        scored("bands", bands=(("1-", "10"),)),
        scored("bands", bands=(("0-", "10"),)),
    ),
    Case(
        "bands_overlap",
        f"{FIRST}.band.2.first",
        scored("bands", counts=True, bands=(("0-1", "0"), ("1-", "10"))),
        scored("bands", counts=True, bands=(("0-0", "0"), ("1-", "10"))),
    ),
    Case(
        "bands_gap",
        f"{FIRST}.band.2.first",
        scored("bands", counts=True, bands=(("0-0", "0"), ("2-", "10"))),
        scored("bands", counts=True, bands=WHOLES),
    ),
    # Between 0 and 1 there is something where it need not be a whole number.
    Case(
        "bands_gap",
        f"{FIRST}.band.2.first",
        scored("bands", bands=(("0-0", "0"), ("1-", "10"))),
        scored("bands", bands=(("0..1", "0"), ("1-", "10"))),
    ),
    Case(
        "bands_gap",
        f"{FIRST}.band.2.first",
        scored("share", counts=True, bands=(("0-49", "0"), ("50-100", "10"))),
        scored("share", counts=True, bands=HALVES),
    ),
    Case(
        "bands_overlap",
        f"{FIRST}.band.2.first",
        scored("share", bands=(("0-50", "0"), ("50-100", "10"))),
        scored("share", bands=HALVES),
    ),
    Case(
        "bands_overlap",
        f"{FIRST}.band.2.first",
        scored("bands", bands=(("0-", "0"), ("5-", "10"))),
        scored("bands", bands=(("0..5", "0"), ("5-", "10"))),
    ),
    # Rows may stand in any order: the place is the row as it stands.
    Case(
        "bands_gap",
        f"{FIRST}.band.1.first",
        scored("bands", bands=(("6-", "10"), ("0..5", "0"))),
        scored("bands", bands=(("5-", "10"), ("0..5", "0"))),
    ),
    Case(
        "bands_not_open",
        f"{FIRST}.band.2",
        scored("bands", bands=(("0..5", "0"), ("5-99", "10"))),
        scored("bands", bands=(("0..5", "0"), ("5-", "10"))),
    ),
    Case(
        "bands_not_to_hundred",
        f"{FIRST}.band.2",
        scored("share", bands=(("0..50", "0"), ("50..100", "10"))),
        scored("share", bands=HALVES),
    ),
    Case(
        "band_over_hundred",
        f"{FIRST}.band.3.first",
        scored("share", bands=(("0..50", "0"), ("50..101", "10"), ("101-", "9"))),
        scored("share", bands=HALVES),
    ),
    Case(
        "band_backwards",
        f"{FIRST}.band.1.below",
        scored("bands", bands=(("0..0", "0"), ("0-", "10"))),
        scored("bands", bands=(("0-", "10"),)),
    ),
    Case(
        "band_without_count",
        f"{FIRST}.band.1.first",
        scored("bands", bands=(("0.5..1", "9"), ("0-", "10")), counts=True),
        scored("bands", bands=(("0.5..2", "9"), ("0..1", "8"), ("2-", "10")), counts=True),
    ),
    Case(
        "points_not_within",
        f"{FIRST}.band.1.points",
        scored("bands", bands=(("0-", "11"),)),
        scored("bands", bands=(("0-", "10"),)),
    ),
    Case(
        "most_not_reached",
        f"{FIRST}.band",
        scored("bands", bands=(("0-", "9"),)),
        scored("bands", bands=(("0-", "10"),)),
    ),
    Case(
        "per_not_positive",
        f"{FIRST}.per",
        scored("per_population", per="0", bands=(("0-", "10"),)),
        scored("per_population", per="100", bands=(("0-", "10"),)),
    ),
]
SCALES = [
    Case("each_missing", f"{FIRST}.each", scored("deduction"), scored("deduction", each="0.5")),
    Case(
        "floor_over_most",
        f"{FIRST}.floor",
        scored("deduction", each="1", floor="10"),
        scored("deduction", each="1", floor="9"),
    ),
    Case("full_out_of_range", f"{FIRST}.full", scored("share", full="0"), scored("share", full="90")),
    Case("full_out_of_range", f"{FIRST}.full", scored("share", full="100.5"), scored("share", full="100")),
]
MEASURED = [
    Case(
        "measure_unknown",
        f"{FIRST}.measure",
        scored("bands", bands=WHOLES, counts=True, measure="models.totl"),
        scored("bands", bands=WHOLES, counts=True, measure="models.total"),
    ),
    Case(
        "measure_unknown",
        f"{FIRST}.measure",
        scored("yes_no", measure="outreach.sessions[colour=red]"),
        scored("yes_no", measure="outreach.sessions[audience=worker]"),
    ),
    Case(
        "measure_needs_whole",
        f"{FIRST}.whole_measure",
        scored("share", measure="tasks.done"),
        scored("share", measure="tasks.done", whole_measure="tasks.due"),
    ),
    Case(
        "measure_needs_whole",
        f"{FIRST}.whole_measure",
        scored("share", measure="tasks.done"),
        scored("share", measure=SHARE),
    ),
    Case(
        "whole_measure_is_share",
        f"{FIRST}.whole_measure",
        scored("share", measure="tasks.done", whole_measure=SHARE),
        scored("share", measure="tasks.done", whole_measure="tasks.due"),
    ),
    Case(
        "whole_measure_unused",
        f"{FIRST}.whole_measure",
        scored("share", measure=SHARE, whole_measure="tasks.due"),
        scored("share", measure=SHARE),
    ),
    Case(
        "measure_of_scores",
        f"{FIRST}.measure",
        scored("yes_no", measure="scores.registered"),
        scored("yes_no", measure="models.total"),
    ),
    Case("measure_not_proposed", f"{FIRST}.measure", scored("hand", measure="models.total"), scored("hand")),
    Case(
        "measure_not_proposed",
        f"{FIRST}.measure",
        scored("choice", options=OPTIONS, measure="models.total"),
        scored("choice", options=OPTIONS),
    ),
    Case(
        "measure_not_whole",
        f"{FIRST}.measure",
        scored("deduction", each="1", counts=True, measure=SHARE),
        scored("deduction", each="1", measure=SHARE),
    ),
    Case(
        "measure_unknown",
        "condition.1.measure",
        looked_at(condition("asked", measure="x")),
        looked_at(condition("asked", measure="hotspots.open")),
    ),
    Case(
        "measure_not_proposed",
        "condition.1.measure",
        looked_at(condition("points", least="5", measure="hotspots.open")),
        looked_at(condition("points", least="5")),
    ),
]
CASES = [*POINTS, *CHOICES, *BANDS, *SCALES, *MEASURED]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.place}")
def test_what_is_wrong_is_told_at_its_place_and_its_neighbour_is_right(case: Case) -> None:
    compare(case)


def test_a_band_below_nothing_is_told() -> None:
    below = criterion("1", "10", "bands", bands=(("0..5", "0"), ("5-", "10")))
    rows = (replace(below.scale.bands[0], first=Decimal(-1)), below.scale.bands[1])
    wrong = replace(below, scale=replace(below.scale, bands=rows))
    assert told(sound(wrong)) == {("band_below_zero", f"{FIRST}.band.1.first")}
