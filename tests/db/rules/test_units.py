"""Lists of units: what is cleaned, what is found."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.units import (
    Level,
    UnitLine,
    bare_name,
    check_units,
    clean_kind,
    clean_unit_name,
    kind_of_name,
    name_key,
)

PROVINCE = UnitLine("dòng 2", "11", "Tỉnh Điện Biên", "Tỉnh", Level.PROVINCE, None)
DISTRICT = UnitLine("dòng 3", "099", "Huyện Tuần Giáo", "Huyện", Level.DISTRICT, "11")
COMMUNE = UnitLine("dòng 4", "03253", "Xã Quài Tở", "Xã", Level.COMMUNE, "099")
GOOD = [PROVINCE, DISTRICT, COMMUNE]


def line(code: str, name: str, kind: str, level: int, parent: str | None, place: str = "dòng 9") -> UnitLine:
    return UnitLine(place, code, name, kind, level, parent)


def found(lines: list[UnitLine], known: frozenset[str] = frozenset()) -> list[tuple[str, str, str]]:
    return [(item.code, item.place, item.value) for item in check_units(lines, known)[1]]


BAD_LINES = [
    (line("3253", "Xã A", "Xã", 3, "099"), "unit_code_length", "3253"),
    (line("9", "Huyện A", "Huyện", 2, "11"), "unit_code_length", "9"),
    (line("253", "Xã A", "Xã", 3, "099"), "unit_code_length", "253"),
    (line("099", "Xã A", "Xã", 3, "099"), "unit_code_other_level", "099"),
    (line("03253", "Huyện A", "Huyện", 2, "11"), "unit_code_other_level", "03253"),
    (line("0325", "Xã A", "Xã", 3, "099"), "unit_code_form", "0325"),
    (line("03a53", "Xã A", "Xã", 3, "099"), "unit_code_form", "03a53"),
    (line("٠٣٢٥٣", "Xã A", "Xã", 3, "099"), "unit_code_form", "٠٣٢٥٣"),
    (line(" ", "Xã A", "Xã", 3, "099"), "unit_code_empty", ""),
    (line("03256", "", "Xã", 3, "099"), "unit_name_empty", ""),
    (line("03256", "Xã ", "Xã", 3, "099"), "unit_name_empty", "Xã"),
    (line("03256", "45.5", "Xã", 3, "099"), "unit_name_number", "45.5"),
    (line("03256", "Xã A", "3", 3, "099"), "unit_kind", "3"),
    (line("03256", "Huyện A", "Huyện", 3, "099"), "unit_kind", "Huyện"),
    (line("03256", "Xã A", "", 3, "099"), "unit_kind_empty", ""),
    (line("03256", "Xã A", "Xã", 4, "099"), "unit_level", "4"),
    (line("03253", "Xã A", "Xã", 3, "099"), "unit_code_twice", "03253"),
    (line("03256", "Xã A", "Xã", 3, None), "unit_parent_empty", ""),
    (line("03256", "Xã A", "Xã", 3, "098"), "unit_parent_unknown", "098"),
    (line("03256", "Xã A", "Xã", 3, "99"), "unit_parent_length", "99"),
    (line("03256", "Xã A", "Xã", 3, "03253"), "unit_parent_level", "03253"),
    (line("100", "Huyện A", "Huyện", 2, "099"), "unit_parent_level", "099"),
    (line("12", "Tỉnh A", "Tỉnh", 1, "11"), "unit_parent_of_province", "11"),
]


@pytest.mark.parametrize(("bad", "code", "value"), BAD_LINES)
def test_each_slip_is_found_at_its_line(bad: UnitLine, code: str, value: str) -> None:
    assert found([*GOOD, bad]) == [(code, "dòng 9", value)]


def test_a_good_list_has_no_findings() -> None:
    lines, findings = check_units(GOOD)
    assert (lines, findings) == (tuple(GOOD), ())


def test_an_empty_list_is_a_finding() -> None:
    assert found([]) == [("units_none", "", "")]


def test_a_commune_may_lie_under_a_province() -> None:
    assert found([PROVINCE, line("03253", "Xã Quài Tở", "Xã", 3, "11")]) == []


def test_a_parent_may_be_a_unit_known_already() -> None:
    assert found([COMMUNE], frozenset({"099"})) == []


def test_a_known_parent_of_the_wrong_level_is_found() -> None:
    assert found([COMMUNE], frozenset({"099", "03250"})) == []
    assert found([line("03253", "Xã A", "Xã", 3, "03250")], frozenset({"03250"}))[0][0] == "unit_parent_level"


def test_a_code_that_lost_its_zeros_carries_the_probable_code() -> None:
    short = check_units([*GOOD, line("3253", "Xã A", "Xã", 3, "099")])[1][0]
    assert short.facts == {"length": "5", "level": "3", "probable": "03253"}


def test_a_code_written_twice_names_both_lines() -> None:
    finding = check_units([*GOOD, line("03253", "Xã B", "Xã", 3, "099")])[1][0]
    assert (finding.place, finding.facts["first"]) == ("dòng 9", "dòng 4")


def test_a_list_that_lost_all_zeros_says_so_once_a_line() -> None:
    lines = [
        line("1", "Thành phố Hà Nội", "Thành phố", 1, None, "dòng 2"),
        line("4", "Phường Ba Đình", "Phường", 3, "1", "dòng 3"),
    ]
    assert found(lines) == [("unit_code_length", "dòng 2", "1"), ("unit_code_length", "dòng 3", "4")]


def test_a_finding_names_the_cell_where_there_is_one() -> None:
    unit = UnitLine("Sheet1!A9", "3253", "Xã A", "Xã", 3, "11", {"code": "Sheet1!F9"})
    assert found([PROVINCE, unit]) == [("unit_code_length", "Sheet1!F9", "3253")]


def test_every_finding_of_a_line_is_told() -> None:
    codes = [code for code, *_ in found([line("3253", "", "Bản", 3, "99")])]
    assert codes == ["unit_code_length", "unit_kind", "unit_name_empty", "unit_parent_unknown"]


def test_lines_come_back_clean() -> None:
    dirty = line(" 03172 ", "Thị Trấn  Mường Chà", "THỊ TRẤN", 3, " 099")
    clean = check_units([*GOOD, dirty])[0][-1]
    assert (clean.code, clean.name, clean.kind) == ("03172", "Thị trấn Mường Chà", "Thị trấn")
    assert clean.parent_code == "099"


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Thị Trấn  X", "Thị trấn X"),
        ("Xã  Tư", "Xã Tư"),
        ("xã Bắc Sơn", "Xã Bắc Sơn"),
        ("Thành\u00a0Phố Bắc Kạn", "Thành phố Bắc Kạn"),
        (unicodedata.normalize("NFD", "Xã Quài Tở"), "Xã Quài Tở"),
        ("Thị Trấn Phú Hoà", "Thị trấn Phú Hoà"),
        ("Xã Xã Lát", "Xã Xã Lát"),
        ("Xãng", "Xãng"),
        ("Quài Tở", "Quài Tở"),
    ],
)
def test_names_are_cleaned_but_keep_their_tone_marks(dirty: str, clean: str) -> None:
    assert clean_unit_name(dirty) == clean


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("THỊ  XÃ", "Thị xã"),
        ("đặc khu", "Đặc khu"),
        ("Thành phố Trung ương", "Thành phố"),
        ("Thành phố thuộc tỉnh", "Thành phố"),
        ("Bản", "Bản"),
    ],
)
def test_kinds_get_their_usual_case(dirty: str, clean: str) -> None:
    assert clean_kind(dirty) == clean


def test_a_name_parts_into_kind_and_bare_name() -> None:
    assert (kind_of_name("Thị Trấn Tuần Giáo"), bare_name("Thị Trấn Tuần Giáo")) == ("Thị trấn", "Tuần Giáo")
    assert (kind_of_name("Quài Tở"), bare_name("Quài Tở")) == ("", "Quài Tở")
    assert bare_name("Phường 1") == "1"


@pytest.mark.parametrize(
    ("one", "other"), [("Hoà", "Hòa"), ("tuý", "TÚY"), ("Xã  Thuỷ An", "xã Thủy An"), ("Khoẻ", "khỏe")]
)
def test_names_match_whatever_their_case_spaces_and_tone_places(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Pu Nhi", "Pú Nhi"), ("Hoa", "Hòa"), ("Ân", "An"), ("Đa", "Da")])
def test_names_with_other_tones_or_letters_do_not_match(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text())
def test_cleaning_a_name_twice_changes_nothing_more(name: str) -> None:
    once = clean_unit_name(name)
    assert clean_unit_name(once) == once
    assert name_key(once) == name_key(name)


@given(st.text(max_size=8), st.text(max_size=12), st.text(max_size=8), st.integers(0, 4), st.text(max_size=5))
def test_any_line_is_checked_without_an_error(
    code: str, name: str, kind: str, level: int, parent: str
) -> None:
    lines, findings = check_units([*GOOD, line(code, name, kind, level, parent)])
    assert len(lines) == 4
    assert all(item.place == "dòng 9" for item in findings)
