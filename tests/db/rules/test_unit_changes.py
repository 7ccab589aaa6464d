"""Single changes of units: what ends, begins and succeeds; what cannot be."""

from datetime import date, timedelta

import pytest

from db.rules.findings import Finding
from db.rules.successions import Succession
from db.rules.unit_changes import Begins, GoesOn, KnownUnit, Outcome, Source, UnitChange, work_out

LIST, ON, TODAY = date(2025, 7, 1), date(2026, 3, 1), date(2026, 9, 20)
PROVINCE = KnownUnit(1, "11", "Tỉnh Điện Biên", "Tỉnh", 1, None)
DISTRICT = KnownUnit(2, "099", "Huyện Tuần Giáo", "Huyện", 2, 1)
OTHER = KnownUnit(3, "100", "Huyện Tủa Chùa", "Huyện", 2, 1)
A = KnownUnit(4, "03253", "Thị trấn Tuần Giáo", "Thị trấn", 3, 2)
B = KnownUnit(5, "03289", "Xã Quài Cang", "Xã", 3, 2)
C = KnownUnit(6, "03274", "Xã Quài Nưa", "Xã", 3, 2)
LATE = KnownUnit(7, "03300", "Xã Mới", "Xã", 3, 2, valid_from=ON)
ENDED = KnownUnit(8, "03301", "Xã Cũ", "Xã", 3, 2, None, date(2026, 5, 31))
ENDED_DISTRICT = KnownUnit(9, "101", "Huyện Cũ", "Huyện", 2, 1, None, date(2026, 5, 31))
UNITS = {unit.id: unit for unit in (PROVINCE, DISTRICT, OTHER, A, B, C)}


def change(
    sources: list[int | Source], results: list[GoesOn | Begins], on: date = ON
) -> tuple[Outcome, tuple[Finding, ...]]:
    chosen = tuple(item if isinstance(item, Source) else Source(item) for item in sources)
    known = {**UNITS, **{unit.id: unit for unit in (LATE, ENDED, ENDED_DISTRICT)}}
    wanted = {source.unit_id for source in chosen}
    wanted |= {result.unit_id if isinstance(result, GoesOn) else result.parent_id or 0 for result in results}
    units = {number: unit for number, unit in known.items() if number in UNITS or number in wanted}
    return work_out(UnitChange(on, chosen, tuple(results)), units, LIST, TODAY)


def told(outcome: Outcome) -> tuple[list[str], list[str], list[tuple[int | None, int, str]]]:
    """The codes that end, the codes and names that begin, old and new with the extent."""
    rows = [(row.old, row.new, "whole" if row.whole else "part") for row in outcome.rows]
    begun = [f"{unit.code} {unit.name} {unit.parent}" for unit in outcome.begun]
    return [unit.code for unit in outcome.ended], begun, rows


NEW = Begins("03253", "xã  Tuần Giáo", 1)
MADE: list[tuple[str, list[int | Source], list[GoesOn | Begins], object]] = [
    (
        "a merger into a new unit",
        [4, 5],
        [NEW],
        (["03253", "03289"], ["03253 Xã Tuần Giáo 1"], [(4, -1, "whole"), (5, -1, "whole")]),
    ),
    (
        "a merger into one that goes on",
        [5],
        [GoesOn(4)],
        (["03289"], [], [(5, 4, "whole"), (4, 4, "whole")]),
    ),
    (
        "the same, chosen among the sources too",
        [4, 5],
        [GoesOn(4)],
        (["03289"], [], [(4, 4, "whole"), (5, 4, "whole")]),
    ),
    (
        "a merger with a part of a third",
        [4, Source(5, whole=False)],
        [NEW],
        (["03253"], ["03253 Xã Tuần Giáo 1"], [(4, -1, "whole"), (5, -1, "part"), (5, 5, "part")]),
    ),
    (
        "a part that goes to another",
        [Source(5, whole=False)],
        [GoesOn(4)],
        ([], [], [(5, 4, "part"), (5, 5, "part"), (4, 4, "whole")]),
    ),
    (
        "a split in two",
        [5],
        [Begins("03289", "Xã Quài Cang Thượng", 2), Begins("03290", "Xã Quài Cang Hạ", 2)],
        (
            ["03289"],
            ["03289 Xã Quài Cang Thượng 2", "03290 Xã Quài Cang Hạ 2"],
            [(5, -1, "part"), (5, -2, "part")],
        ),
    ),
    (
        "a split off one that goes on",
        [5],
        [GoesOn(5), Begins("03290", "Xã Quài Hạ", 2)],
        ([], ["03290 Xã Quài Hạ 2"], [(5, 5, "part"), (5, -1, "part")]),
    ),
    (
        "a split among new and old",
        [5],
        [GoesOn(4), Begins("03290", "Xã Quài Hạ", 2)],
        (["03289"], ["03290 Xã Quài Hạ 2"], [(5, 4, "part"), (5, -1, "part"), (4, 4, "whole")]),
    ),
    (
        "a renaming",
        [5],
        [Begins("03289", "Xã Quài Sơn", 2)],
        (["03289"], ["03289 Xã Quài Sơn 2"], [(5, -1, "whole")]),
    ),
    (
        "another kind",
        [5],
        [Begins("03289", "Phường Quài Cang", 2)],
        (["03289"], ["03289 Phường Quài Cang 2"], [(5, -1, "whole")]),
    ),
    (
        "another parent",
        [5],
        [Begins("03289", "Xã Quài Cang", 3)],
        (["03289"], ["03289 Xã Quài Cang 3"], [(5, -1, "whole")]),
    ),
    (
        "a renamed district takes its communes along",
        [2],
        [Begins("099", "Thị xã Tuần Giáo", 1)],
        (
            ["099", "03253", "03289", "03274"],
            [
                "099 Thị xã Tuần Giáo 1",
                "03253 Thị trấn Tuần Giáo -1",
                "03289 Xã Quài Cang -1",
                "03274 Xã Quài Nưa -1",
            ],
            [(2, -1, "whole"), (4, -2, "whole"), (5, -3, "whole"), (6, -4, "whole")],
        ),
    ),
]


@pytest.mark.parametrize(
    ("sources", "results", "expected"), [case[1:] for case in MADE], ids=[case[0] for case in MADE]
)
def test_what_a_change_makes(
    sources: list[int | Source], results: list[GoesOn | Begins], expected: object
) -> None:
    outcome, findings = change(sources, results)
    assert (told(outcome), findings) == (expected, ())
    assert {row.on for row in outcome.rows} == {ON}


def test_communes_of_a_district_that_went_into_another_go_along() -> None:
    outcome, findings = change([2], [GoesOn(3)])
    assert findings == ()
    assert told(outcome)[1] == ["03253 Thị trấn Tuần Giáo 3", "03289 Xã Quài Cang 3", "03274 Xã Quài Nưa 3"]
    assert outcome.home_of(2) == 3
    assert outcome.home_of(4) == -1


def test_whatever_is_below_goes_along_however_deep() -> None:
    outcome, findings = change([1], [Begins("11", "Thành phố Điện Biên", None)])
    assert findings == ()
    assert [unit.parent for unit in outcome.begun] == [None, -1, -2, -2, -2, -1]


def test_what_went_in_parts_has_no_home() -> None:
    outcome, _ = change([5], [Begins("03290", "Xã A", 2), Begins("03291", "Xã B", 2)])
    assert outcome.home_of(5) is None


BAD: list[tuple[str, list[int | Source], list[GoesOn | Begins], date, list[tuple[str, str]]]] = [
    ("no source", [], [NEW], ON, [("sources", "required")]),
    ("no result", [4], [], ON, [("results", "required")]),
    (
        "a day that has not come",
        [4],
        [NEW],
        TODAY + timedelta(days=1),
        [("on", "change_in_future")],
    ),
    ("the day of a list", [4], [NEW], LIST, [("on", "change_before_list")]),
    ("a day before a list", [4], [NEW], date(2025, 4, 1), [("on", "change_before_list")]),
    (
        "several in several",
        [4, 5],
        [NEW, Begins("03290", "Xã A", 2)],
        ON,
        [("results", "change_many_to_many")],
    ),
    ("a source twice", [4, 4], [NEW], ON, [("sources", "change_unit_twice")]),
    ("a result twice", [4], [GoesOn(5), GoesOn(5)], ON, [("results", "change_unit_twice")]),
    ("another level", [4, 2], [NEW], ON, [("sources", "change_levels_differ")]),
    ("into another level", [4], [GoesOn(2)], ON, [("sources", "change_levels_differ")]),
    ("an end before its beginning", [7], [GoesOn(4)], ON, [("sources", "change_before_beginning")]),
    ("an end of what ended", [8], [GoesOn(4)], ON, [("sources", "change_of_ended")]),
    ("into what ended", [4], [GoesOn(8)], ON, [("results", "change_of_ended")]),
    (
        "into what is not there yet",
        [4],
        [GoesOn(7)],
        date(2026, 2, 1),
        [("results", "change_before_beginning")],
    ),
    ("a code of another", [4], [Begins("03274", "Xã A", 2)], ON, [("results.1.code", "change_code_taken")]),
    ("a short code", [4], [Begins("3253", "Xã A", 2)], ON, [("results.1.code", "unit_code_length")]),
    ("no code", [4], [Begins("", "Xã A", 2)], ON, [("results.1.code", "unit_code_empty")]),
    (
        "a code of a district",
        [4],
        [Begins("098", "Xã A", 2)],
        ON,
        [("results.1.code", "unit_code_other_level")],
    ),
    (
        "no name",
        [4],
        [Begins("03290", "", 2)],
        ON,
        [("results.1.name", "unit_kind_empty"), ("results.1.name", "unit_name_empty")],
    ),
    (
        "a name without its kind",
        [4],
        [Begins("03290", "Quài Tở", 2)],
        ON,
        [("results.1.name", "unit_kind_empty")],
    ),
    (
        "a kind of another level",
        [4],
        [Begins("03290", "Huyện Quài Tở", 2)],
        ON,
        [("results.1.name", "unit_kind")],
    ),
    ("no parent", [4], [Begins("03290", "Xã A", None)], ON, [("results.1.parent", "unit_parent_empty")]),
    (
        "a commune as parent",
        [4],
        [Begins("03290", "Xã A", 5)],
        ON,
        [("results.1.parent", "unit_parent_level")],
    ),
    (
        "a parent that ends",
        [4],
        [Begins("03290", "Xã A", 9)],
        ON,
        [("results.1.parent", "change_parent_ends")],
    ),
    (
        "a code twice",
        [5],
        [Begins("03290", "Xã A", 2), Begins("03290", "Xã B", 2)],
        ON,
        [("results.2.code", "unit_code_twice")],
    ),
    ("nothing", [5], [Begins("03289", "Xã  Quài Cang", 2)], ON, [("results", "change_of_nothing")]),
    ("itself in itself", [5], [GoesOn(5)], ON, [("results", "change_of_nothing")]),
    (
        "a split of what has communes",
        [2],
        [Begins("105", "Huyện A", 1), Begins("106", "Huyện B", 1)],
        ON,
        [("sources", "change_split_has_below")],
    ),
]


@pytest.mark.parametrize(
    ("sources", "results", "on", "expected"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_what_cannot_be_is_found(
    sources: list[int | Source],
    results: list[GoesOn | Begins],
    on: date,
    expected: list[tuple[str, str]],
) -> None:
    _, findings = change(sources, results, on)
    assert [(finding.place, finding.code) for finding in findings] == expected


def test_what_lies_below_may_not_have_begun_later() -> None:
    units = {**UNITS, LATE.id: LATE}
    _, findings = work_out(
        UnitChange(ON, (Source(2),), (Begins("099", "Thị xã Tuần Giáo", 1),)), units, LIST, TODAY
    )
    assert [(finding.code, finding.value) for finding in findings] == [("change_before_beginning", "Xã Mới")]


def test_a_unit_that_began_the_same_day_takes_more_in() -> None:
    outcome, findings = change([5], [GoesOn(7)])
    assert (findings, list(outcome.rows)) == ((), [Succession(ON, 5, 7)])
