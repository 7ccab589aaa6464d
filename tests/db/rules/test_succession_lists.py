"""Lines of a list of successions: the units they name, what is in doubt, what contradicts another line or the days."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.findings import Finding
from db.rules.succession_lists import NamedUnit, SuccessionLine, check_successions, settle
from db.rules.successions import Succession

EVE, JULY = date(2025, 6, 30), date(2025, 7, 1)
BEFORE = (
    NamedUnit(1, "11", "Tỉnh Điện Biên", "11"),
    NamedUnit(2, "03253", "Thị trấn Tuần Giáo", "11", None, EVE),
    NamedUnit(3, "03289", "Xã Quài Cang", "11", None, EVE),
    NamedUnit(4, "03370", "Xã Pú Nhi", "11", None, EVE),
    NamedUnit(5, "03400", "Xã Vĩnh Kim", "11", None, EVE),
    NamedUnit(6, "03401", "Xã Vinh Kim", "11", None, EVE),
    NamedUnit(7, "03500", "Xã Ở Lại", "11"),
    NamedUnit(8, "12", "Tỉnh Lai Châu", "12"),
)
AFTER = (
    BEFORE[0],
    BEFORE[7],
    NamedUnit(10, "03253", "Xã Tuần Giáo", "11", JULY),
    NamedUnit(11, "03370", "Xã Văn Lăng", "11", JULY),
    NamedUnit(12, "03371", "Xã Văn Lang", "11", JULY),
    BEFORE[6],
)
UNITS = {unit.id: unit for unit in (*BEFORE, *AFTER)}
GOOD = SuccessionLine("dòng 2", "03253", "Xã Tuần Giáo", "03289", "Xã Quài Cang", "whole")
TAKEN = Succession(JULY, 3, 10)


def settled(**changes: str) -> tuple[list[Succession], list[str], list[str], int]:
    """What a good line says with these changes: rows, findings, doubts, lines left out."""
    line = SuccessionLine(**{**vars(GOOD), **changes})
    found = settle([line], JULY, BEFORE, AFTER)
    return (
        [row for _, row in found.rows],
        [finding.code for finding in found.findings],
        [finding.code for finding in found.doubts],
        found.left_out,
    )


TAKEN_CHANGES: list[dict[str, str]] = [
    {},
    {"old_name": "XÃ  QUÀI CANG"},
    {"old_name": "Quài Cang"},
    {"old_name": ""},
    {"old_name": "Xã Quai - Cang"},
    {"new_name": "Xã Tuần Giaó"},
    {"extent": " Whole "},
    {"old_code": " 03289 "},
]


@pytest.mark.parametrize("changes", TAKEN_CHANGES)
def test_a_line_is_understood_however_it_is_spelled(changes: dict[str, str]) -> None:
    assert settled(**changes) == ([TAKEN], [], [], 0)


def test_a_part_is_no_whole() -> None:
    assert settled(extent="part")[0] == [Succession(JULY, 3, 10, whole=False)]


OPEN: list[tuple[dict[str, str], str]] = [
    ({"old_code": "", "extent": "unknown"}, "Xã Quài Cang"),
    ({"old_code": "", "old_name": "Xã  Nơi Khác"}, "Xã Nơi Khác"),
    ({"old_code": "", "old_name": ""}, ""),
    ({"extent": "unknown"}, "03289 Xã Quài Cang"),
]


def open_row(new: int, written: str) -> Succession:
    return Succession(JULY, None, new, whole=False, written=written)


@pytest.mark.parametrize(("changes", "written"), OPEN)
def test_what_no_source_settles_is_kept_as_open_in_its_words(changes: dict[str, str], written: str) -> None:
    assert settled(**changes) == ([open_row(10, written)], [], [], 0)


# The units of one district alone, and those of the whole country after it.
DISTRICT = (BEFORE[0], NamedUnit(9, "099", "Huyện Tuần Giáo", "11", None, EVE), *BEFORE[1:4])


def in_district(*lines: SuccessionLine) -> tuple[list[Succession], list[str], list[str], int]:
    found = settle(lines, JULY, DISTRICT, AFTER)
    rows, findings, doubts = found.rows, found.findings, found.doubts
    codes = [[item.code for item in items] for items in (findings, doubts)]
    return [row for _, row in rows], codes[0], codes[1], found.left_out


def test_a_district_leaves_out_what_was_made_of_units_it_does_not_know() -> None:
    other = SuccessionLine("dòng 3", "03371", "Xã Văn Lang", "03111", "Xã Nơi Khác", "whole")
    nameless = replace(other, old_code="", extent="unknown")
    assert in_district(GOOD, other, nameless) == ([TAKEN], [], [], 2)


def test_a_source_beside_a_district_is_not_settled() -> None:
    beside = replace(GOOD, place="dòng 3", old_code="03111", old_name="Xã Nơi Khác")
    rows, findings, doubts, left_out = in_district(GOOD, beside)
    assert rows == [TAKEN, open_row(10, "03111 Xã Nơi Khác")]
    assert (findings, doubts, left_out) == ([], ["succession_old_elsewhere"], 0)


def test_a_province_knows_what_its_own_communes_were_made_of() -> None:
    districts = (*DISTRICT, NamedUnit(19, "100", "Huyện Mường Ảng", "11", None, EVE))
    wrong = replace(GOOD, place="dòng 3", old_code="03111", old_name="Xã Nơi Khác")
    found = settle([GOOD, wrong], JULY, districts, AFTER)
    assert [finding.place for finding in found.findings] == ["dòng 3"]


REFUSED: list[tuple[dict[str, str], str]] = [
    ({"extent": "half"}, "succession_extent"),
    ({"extent": ""}, "succession_extent"),
    ({"new_code": ""}, "unit_code_empty"),
    ({"new_code": "3253"}, "unit_code_length"),
    ({"old_code": "3289"}, "unit_code_length"),
    ({"old_code": "0328x"}, "unit_code_form"),
    ({"old_code": "03999"}, "succession_old_unknown_near"),
    ({"old_code": "03999", "old_name": "Xã Bbbbbbb"}, "succession_old_unknown"),
    ({"new_code": "03999"}, "succession_new_unknown_near"),
    ({"new_code": "03999", "new_name": "Phường Zz"}, "succession_new_unknown"),
    ({"old_name": "Xã Quài Nưa"}, "succession_name_differs_near"),
    ({"old_name": "Thị trấn Quài Cang"}, "succession_name_differs_near"),
    ({"new_name": "Phường Zz"}, "succession_name_differs"),
]


@pytest.mark.parametrize(("changes", "code"), REFUSED)
def test_a_line_that_names_no_unit_is_found(changes: dict[str, str], code: str) -> None:
    assert settled(**changes) == ([], [code], [], 0)


def test_a_finding_names_line_and_near_names() -> None:
    found = settle([replace(GOOD, old_name="Xã Quài Càng Mới")], JULY, BEFORE, AFTER)
    facts = {"code": "03289", "name": "Xã Quài Cang", "near": "03289 Xã Quài Cang"}
    assert found.findings == (Finding("succession_name_differs_near", "dòng 2", "Xã Quài Càng Mới", facts),)


def test_a_line_of_two_unknown_codes_is_left_out() -> None:
    assert settled(old_code="00004", new_code="00013") == ([], [], [], 1)
    assert settled(old_code="", new_code="00013", extent="unknown") == ([], [], [], 1)


def test_a_name_that_another_unit_bears_as_written_leaves_both_open() -> None:
    rows, findings, doubts, _ = settled(new_code="03370", new_name="Xã Văn Lang")
    assert rows == [open_row(unit_id, "03289 Xã Quài Cang") for unit_id in (11, 12)]
    assert (findings, doubts) == ([], ["succession_namesake"])


def test_an_old_name_that_another_unit_bears_leaves_the_new_one_open() -> None:
    rows, _, doubts, _ = settled(old_code="03400", old_name="Xã Vinh Kim")
    assert (rows, doubts) == ([open_row(10, "03400 Xã Vinh Kim")], ["succession_namesake"])


@pytest.mark.parametrize("extents", [("whole", "whole"), ("whole", "unknown"), ("unknown", "part")])
def test_a_pair_written_twice_is_found(extents: tuple[str, str]) -> None:
    lines = [replace(GOOD, place=f"dòng {at}", extent=extent) for at, extent in enumerate(extents, start=2)]
    found = settle(lines, JULY, BEFORE, AFTER)
    assert found.findings == (Finding("succession_twice", "dòng 3", "03289", {"first": "dòng 2"}),)


def test_each_name_that_is_left_open_is_a_row_of_its_own() -> None:
    names = ("Xã Nơi Này", "Xã Nơi Khác", "Xã Nơi Này")
    lines = [replace(GOOD, place=name, old_code="", old_name=name, extent="unknown") for name in names]
    found = settle(lines, JULY, BEFORE, AFTER)
    assert [row.written for _, row in found.rows] == ["Xã Nơi Này", "Xã Nơi Khác"]


def whole(old: int, new: int) -> Succession:
    return Succession(JULY, old, new)


def part(old: int, new: int) -> Succession:
    return Succession(JULY, old, new, whole=False)


CONTRADICTIONS: list[tuple[list[Succession], list[tuple[str, str]]]] = [
    ([whole(2, 10), whole(3, 10)], []),
    ([part(3, 10), part(3, 11)], []),
    ([whole(3, 10), whole(3, 11)], [("dòng 2", "succession_whole_again")]),
    ([whole(3, 10), part(3, 11)], [("dòng 2", "succession_whole_again")]),
    ([part(3, 11), whole(3, 10)], [("dòng 2", "succession_whole_again")]),
    ([whole(3, 10), part(3, 10)], [("dòng 2", "succession_whole_again")]),
    ([whole(7, 10)], [("dòng 1", "succession_old_goes_on")]),
    ([part(7, 10), part(7, 7)], []),
    ([whole(7, 7)], []),
    ([whole(7, 7), whole(3, 7)], []),
    ([whole(3, 7)], [("dòng 1", "succession_new_goes_on")]),
    ([whole(7, 1), whole(1, 7)], [("dòng 1", "succession_loop"), ("dòng 2", "succession_loop")]),
]


@pytest.mark.parametrize(("rows", "expected"), CONTRADICTIONS)
def test_what_contradicts_is_found(rows: list[Succession], expected: list[tuple[str, str]]) -> None:
    placed = [(f"dòng {number}", row) for number, row in enumerate(rows, start=1)]
    found = check_successions(placed, [], UNITS)
    assert [(finding.place, finding.code) for finding in found] == expected


def test_what_is_kept_already_contradicts_too() -> None:
    assert check_successions([("dòng 1", TAKEN)], [TAKEN], UNITS) == ()
    (finding,) = check_successions([("dòng 1", whole(3, 11))], [TAKEN], UNITS)
    assert (finding.code, finding.facts["new"]) == ("succession_whole_held", "Xã Tuần Giáo")
