"""Adding up the returns of the units below: one source a row, totals by kind, and every figure's source."""

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from db.rules.formats import Value
from db.rules.measure_catalogue import MEASURES
from db.rules.returns.arithmetic import arithmetic_findings
from db.rules.returns.consolidated_totals import WhyBlank
from db.rules.returns.consolidating import Consolidation, OwnReturn, consolidated
from db.rules.returns.consolidating_notes import with_notes
from db.rules.returns.figure_sources import figure_sources, sources_text
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import Over, RowsOf
from db.rules.returns.row_sources import ReceivedReturn, RowOrigin, UnitBelow
from tests.helpers.small_returns import (
    ALL,
    COMMUNES_FORM,
    DISTRICT,
    NORTH,
    PROVINCE,
    SOUTH,
    UNITS_FORM,
    cell,
    column,
    own_return,
    received,
)

RETURN, UPPER, RECORDS, MISSING = RowOrigin


def added(own: OwnReturn, *files: ReceivedReturn) -> Consolidation:
    return consolidated(own, files, MEASURES)


def origins(whole: Consolidation) -> list[RowOrigin]:
    return [source.origin for source in whole.sources]


def codes(whole: Consolidation) -> list[str]:
    return [finding.code for finding in whole.findings]


OWN_OF_NORTH = received(NORTH, {NORTH: {"people": 10}})
OF_DISTRICT = received(DISTRICT, {DISTRICT: {"people": 1}, NORTH: {"people": 20}, SOUTH: {"people": 5}})
SOURCES: list[
    tuple[str, Sequence[ReceivedReturn], dict[int, dict[str, Value]], list[RowOrigin], list[Value]]
] = [
    ("nobody", (), {}, [RECORDS, MISSING, MISSING, MISSING], [None, None, None, None]),
    ("own return", (OWN_OF_NORTH,), {}, [RECORDS, MISSING, RETURN, MISSING], [None, None, 10, None]),
    ("upper return", (OF_DISTRICT,), {}, [RECORDS, RETURN, UPPER, UPPER], [None, 1, 20, 5]),
    ("both", (OF_DISTRICT, OWN_OF_NORTH), {}, [RECORDS, RETURN, RETURN, UPPER], [None, 1, 10, 5]),
    ("either order", (OWN_OF_NORTH, OF_DISTRICT), {}, [RECORDS, RETURN, RETURN, UPPER], [None, 1, 10, 5]),
    ("records", (), {4: {"people": 7}}, [RECORDS, MISSING, MISSING, RECORDS], [None, None, None, 7]),
    (
        "never both",
        (OWN_OF_NORTH,),
        {3: {"people": 7}},
        [RECORDS, MISSING, RETURN, MISSING],
        [None, None, 10, None],
    ),
    ("a recorded 0", (), {4: {"people": 0}}, [RECORDS, MISSING, MISSING, RECORDS], [None, None, None, 0]),
    ("last year alone", (), {4: {"people_before": 7}}, [RECORDS, MISSING, MISSING, MISSING], [None] * 4),
    (
        "an upper return that says nothing of it",
        (received(DISTRICT, {DISTRICT: {"people": 1}, NORTH: {}, SOUTH: {"people_before": 3}}),),
        {4: {"people": 7}},
        [RECORDS, RETURN, MISSING, RECORDS],
        [None, 1, None, 7],
    ),
    (
        "an empty return",
        (received(NORTH, {NORTH: {}}),),
        {3: {"people": 7}},
        [RECORDS, MISSING, RETURN, MISSING],
        [None] * 4,
    ),
    (
        "the office's own",
        (received(PROVINCE, {NORTH: {"people": 3}}),),
        {},
        [RECORDS, MISSING, MISSING, MISSING],
        [None] * 4,
    ),
]


@pytest.mark.parametrize(
    ("name", "files", "records", "wanted", "people"), SOURCES, ids=[case[0] for case in SOURCES]
)
def test_each_row_comes_from_one_source(
    name: str,
    files: Sequence[ReceivedReturn],
    records: dict[int, dict[str, Value]],
    wanted: list[RowOrigin],
    people: list[Value],
) -> None:
    whole = added(own_return(cells=records), *files)
    assert origins(whole) == wanted
    assert [cell(whole.filled, "U", at, "people") for at in range(4)] == people


def both_communes(north: dict[str, Value], south: dict[str, Value]) -> Consolidation:
    return added(own_return(), received(NORTH, {NORTH: north}), received(SOUTH, {SOUTH: south}))


TOTALS: list[tuple[str, str, dict[str, Value], dict[str, Value], Value]] = [
    ("a flow", "people", {"people": 10}, {"people": 5}, 15),
    ("a flow of the year before", "people_before", {"people_before": 10}, {"people_before": 5}, 15),
    ("nothing is not 0", "people", {}, {}, None),
    ("a stock", "open", {"open": 4}, {"open": 3}, 7),
    (
        "a ratio from its parts",
        "share_committed",
        {"open": 4, "committed": 1, "share_committed": Decimal(25)},
        {"open": 5, "committed": 5, "share_committed": Decimal(100)},
        Decimal("66.667"),
    ),
    (
        "a ratio of stocks since the start of the year, by the same last day",
        "share_year",
        {"open": 4, "committed": 1, "share_year": Decimal(25)},
        {"open": 4, "committed": 3, "share_year": Decimal(75)},
        Decimal("50.000"),
    ),
    ("what belongs to one unit alone", "inspected", {"inspected": 2}, {"inspected": 3}, 5),
    ("what may be the same", "communes", {"communes": 1}, {"communes": 1}, None),
    ("a ratio without its parts", "share_trained", {"share_trained": Decimal(50)}, {}, None),
]


@pytest.mark.parametrize(
    ("name", "key", "north", "south", "wanted"), TOTALS, ids=[case[0] for case in TOTALS]
)
def test_a_total_is_made_by_its_kind(
    name: str, key: str, north: dict[str, Value], south: dict[str, Value], wanted: Value
) -> None:
    assert cell(both_communes(north, south).filled, "U", None, key) == wanted


def test_a_total_that_cannot_be_added_up_is_said_where_there_was_a_figure() -> None:
    whole = both_communes({"communes": 1, "share_trained": Decimal(50)}, {"communes": 1})
    assert {(item.column, item.why) for item in whole.blanks} == {
        ("communes", WhyBlank.REPEATED),
        ("share_trained", WhyBlank.PARTS),
    }
    assert not both_communes({"people": 1}, {}).blanks


def test_points_are_averaged_over_the_communes_that_have_some() -> None:
    files = [
        received(unit, {unit: {"points": points}}) for unit, points in ((NORTH, Decimal(80)), (SOUTH, 91))
    ]
    assert cell(added(own_return(), *files).filled, "C", None, "points") == Decimal("85.500")
    assert cell(added(own_return(), files[0]).filled, "C", None, "points") == Decimal("80.000")


def test_what_units_above_keep_themselves_is_in_the_total_of_a_list_of_communes() -> None:
    district = received(DISTRICT, {DISTRICT: {}, NORTH: {"new": 2}, SOUTH: {"new": 1}}, total={"new": 7})
    whole = added(own_return(cells={1: {"new": 10}, 2: {"new": 50}}), district)
    assert [cell(whole.filled, "C", at, "new") for at in (0, 1, None)] == [2, 1, 17]
    parts = figure_sources(whole, "C", "", "new")
    assert [(part.unit.code, part.value, part.cell) for part in parts] == [
        ("99", 10, ""),
        ("991", 4, "C!D14"),
        ("99101", 2, "C!D12"),
        ("99102", 1, "C!D13"),
    ]


def test_without_any_file_the_totals_are_those_of_the_measures() -> None:
    whole = added(own_return(ALL[:1], {1: {"people": 3}}))
    assert (cell(whole.filled, "U", None, "people"), whole.blanks) == (999, ())


def test_targets_of_the_plan_stay_the_offices_own() -> None:
    own = own_return()
    whole = with_notes(added(own, OF_DISTRICT))
    assert whole.sheets[0].rows == own.filled.sheets[0].rows
    assert "không cộng" in whole.sheets[0].notes[0]


def test_figures_of_the_whole_alone_are_left_blank_and_said() -> None:
    of_entries = replace(COMMUNES_FORM, code="E", rows=RowsOf.ENTRIES, columns=UNITS_FORM.columns[3:5])
    own = own_return(cells={1: {"people": 3}})
    sheet = FilledSheet(of_entries, ((1, 2), (3, 4)), (4, 6))
    own = replace(own, filled=replace(own.filled, sheets=(*own.filled.sheets, sheet)))
    whole = with_notes(added(own, OF_DISTRICT))
    assert whole.sheets[-1].rows == ((None, None), (None, None)) and whole.sheets[-1].total == (None, None)
    assert "không cộng được" in whole.sheets[-1].notes[0]
    assert with_notes(added(own)).sheets[-1] == sheet


def test_two_places_of_one_code_are_two_rows() -> None:
    old, new = replace(NORTH, name="Xã Chà Cang"), UnitBelow(9, "99101", "Xã Mường Chà", above=(2,))
    own = own_return((PROVINCE, DISTRICT, old, new))
    upper = received(DISTRICT, {new: {"people": 8}, old: {"people": 2}})
    whole = added(own, upper)
    assert [cell(whole.filled, "U", at, "people") for at in (2, 3)] == [2, 8]
    assert added(own, received(new, {new: {"people": 8}})).sources[2].origin is MISSING


STRANGE = [
    ("another place of the code", UnitBelow(9, "99101", "Xã Mường Chà"), "row_of_another_name", None),
    ("a slip of the name", UnitBelow(9, "99101", "Xã Bác Lâm"), "", 8),
    ("another case of the name", UnitBelow(9, "99101", "xã  bắc lâm"), "", 8),
    ("an unknown code", UnitBelow(9, "99188", "Xã Bắc Lâm"), "row_of_no_unit", None),
]


@pytest.mark.parametrize(("name", "listed", "code", "people"), STRANGE, ids=[case[0] for case in STRANGE])
def test_a_row_of_another_place_is_not_taken_for_the_one_of_its_code(
    name: str, listed: UnitBelow, code: str, people: Value
) -> None:
    whole = added(own_return(), received(DISTRICT, {DISTRICT: {"people": 1}, listed: {"people": 8}}))
    assert codes(whole) == ([code] if code else [])
    assert cell(whole.filled, "U", 2, "people") == people


def test_a_return_without_the_row_of_its_unit_is_told_and_a_row_that_stands_twice_counts_once() -> None:
    file = received(NORTH, {NORTH: {"people": 3}})
    units, communes = file.filled.sheets
    without, twice = (replace(units, rows=rows) for rows in ((), units.rows * 2))
    for sheet, code, people in ((without, "columns_lacking", None), (twice, "row_twice", 3)):
        whole = added(own_return(), replace(file, filled=replace(file.filled, sheets=(sheet, communes))))
        assert (codes(whole), cell(whole.filled, "U", None, "people")) == ([code], people)


def test_what_a_commune_and_its_district_say_otherwise_is_told() -> None:
    whole = added(own_return(), OF_DISTRICT, OWN_OF_NORTH)
    (finding,) = whole.findings
    assert (finding.code, finding.row, finding.column) == ("returns_differ", "99101", "people")
    assert (finding.value, finding.expected, finding.facts["unit"]) == ("10", "20", "Huyện Hòa Lâm")


def test_columns_of_another_version_are_matched_by_what_they_ask() -> None:
    moved = replace(UNITS_FORM, columns=(*UNITS_FORM.columns[:3], *reversed(UNITS_FORM.columns[3:])))
    asked_otherwise = replace(
        UNITS_FORM, columns=(*UNITS_FORM.columns[:4], column("open", "outreach.female"))
    )
    whole = added(
        own_return(),
        received(NORTH, {NORTH: {"people": 4, "open": 2}}, forms=(moved, COMMUNES_FORM)),
        received(SOUTH, {SOUTH: {"people": 3, "open": 9}}, forms=(asked_otherwise,)),
    )
    assert [cell(whole.filled, "U", at, "people") for at in (2, 3, None)] == [4, 3, 7]
    assert [cell(whole.filled, "U", at, "open") for at in (2, 3, None)] == [2, None, 2]
    assert figure_sources(whole, "U", "99101", "people")[0].cell == "U!M12"
    assert codes(whole) == ["columns_lacking", "columns_lacking", "columns_left_over"]
    assert "open" in whole.lacking[SOUTH.id]["U"]
    notes = [note for sheet in with_notes(whole).sheets for note in sheet.notes]
    assert any("Xã Nam Lâm" in note and "“Open”" in note for note in notes)


def test_a_ratio_is_not_made_of_parts_that_a_file_lacks() -> None:
    without = replace(UNITS_FORM, columns=tuple(item for item in UNITS_FORM.columns if item.key != "open"))
    says: dict[str, Value] = {"open": 4, "committed": 2, "share_committed": Decimal(50)}
    files = (received(NORTH, {NORTH: says}), received(SOUTH, {SOUTH: says}, forms=(without, COMMUNES_FORM)))
    whole = added(own_return(), *files)
    assert cell(whole.filled, "U", None, "share_committed") is None
    assert ("share_committed", WhyBlank.PARTS) in {(item.column, item.why) for item in whole.blanks}


def test_a_unit_that_ended_before_the_period_brings_what_it_reported_since_the_start_of_the_year() -> None:
    gone = replace(NORTH, ended=True)
    units = (PROVINCE, DISTRICT, gone, SOUTH)
    says: dict[str, Value] = {"people": 3, "people_year": 30, "open": 2, "people_before": 5}
    whole = added(own_return(units), received(gone, {gone: says}, period="2025-Q2"))
    assert [
        cell(whole.filled, "U", 2, key) for key in ("people", "people_year", "open", "people_before")
    ] == [
        None,
        30,
        None,
        None,
    ]
    assert gone not in added(own_return(units)).missing
    assert added(own_return(), received(NORTH, {NORTH: says}, period="2025-Q2")).sources[2].origin is MISSING


def test_columns_for_each_entry_are_matched_by_their_keys() -> None:
    kinds = tuple(column(f"kind_{code}", f"establishments.open[kind={code}]") for code in ("hotel", "bar"))
    ours = replace(UNITS_FORM, columns=(*UNITS_FORM.columns, *kinds))
    theirs = replace(UNITS_FORM, columns=(*UNITS_FORM.columns, *reversed(kinds)))
    file = received(NORTH, {NORTH: {"kind_hotel": 1, "kind_bar": 2}}, forms=(theirs, COMMUNES_FORM))
    whole = added(own_return(form=ours), file)
    assert [cell(whole.filled, "U", row, "kind_bar") for row in (2, None)] == [2, 2]
    assert figure_sources(whole, "U", "99101", "kind_bar")[0].cell == "U!N12"
    assert not whole.findings


def test_every_total_is_the_sum_of_its_sources() -> None:
    whole = added(own_return(cells={1: {"people": 100}}), OF_DISTRICT, OWN_OF_NORTH)
    parts = figure_sources(whole, "U", "", "people")
    assert [(part.unit.code, part.value, part.cell) for part in parts] == [
        ("99", 100, ""),
        ("991", 1, "U!D12"),
        ("99101", 10, "U!D12"),
        ("99102", 5, "U!D14"),
    ]
    assert cell(whole.filled, "U", None, "people") == 116
    assert not list(arithmetic_findings(whole.filled.sheets))


def test_a_recomputed_ratio_names_the_rows_of_both_parts() -> None:
    whole = both_communes({"open": 4, "committed": 1}, {"open": 5, "committed": 5})
    parts = figure_sources(whole, "U", "", "share_committed")
    assert [(part.column, part.value) for part in parts] == [
        ("committed", 1),
        ("committed", 5),
        ("open", 4),
        ("open", 5),
    ]


def test_cells_of_a_file_whose_places_are_not_known_are_not_named() -> None:
    whole = added(own_return(), received(NORTH, {NORTH: {"people": 3}}, verified=False))
    (part,) = figure_sources(whole, "U", "99101", "people")
    assert (part.value, part.cell, part.file and part.file.name) == (3, "", "99101.xlsx")
    assert any("Xã Bắc Lâm" in note and "xác minh" in note for note in with_notes(whole).notes)


@pytest.mark.parametrize(
    ("sheet", "row", "key"), [("X", "", "people"), ("U", "", "x"), ("U", "00000", "people")]
)
def test_a_cell_that_is_not_there_has_no_source(sheet: str, row: str, key: str) -> None:
    with pytest.raises(KeyError):
        figure_sources(added(own_return()), sheet, row, key)


def test_what_is_missing_and_what_records_say_is_noted() -> None:
    notes = with_notes(added(own_return(cells={4: {"people": 7}}), OWN_OF_NORTH)).notes
    assert notes == (
        "Chưa có báo cáo của 1 đơn vị: Huyện Hòa Lâm.",
        "Số liệu lấy từ sổ của Tỉnh Đồng Lam, chưa có báo cáo của chính đơn vị: Xã Nam Lâm.",
    )


def test_many_missing_units_are_counted_not_listed_without_end() -> None:
    many = tuple(UnitBelow(at, f"{at:05d}", f"Xã {at}") for at in range(10, 610))
    (note,) = with_notes(added(own_return((PROVINCE, *many)))).notes
    assert note.startswith("Chưa có báo cáo của 600 đơn vị: Xã 10, ") and note.endswith("và 560 đơn vị khác.")


def test_sources_are_written_with_file_and_cells() -> None:
    body = json.loads(sources_text(added(own_return(), OF_DISTRICT)))
    assert [row["source"] for row in body["rows"]] == ["records", "return", "upper_return", "upper_return"]
    assert body["rows"][3]["cells"] == {"U": {"row": 14}, "C": {"row": 13}}
    assert (body["rows"][3]["file"], body["rows"][3]["of"]) == ("991.xlsx", "Huyện Hòa Lâm")


def test_an_earlier_column_is_never_the_part_of_a_present_ratio() -> None:
    parts = ("open", "committed")
    columns = (
        replace(item, over=Over.YEAR_BEFORE) if item.key in parts else item for item in UNITS_FORM.columns
    )
    form = replace(UNITS_FORM, columns=tuple(columns))
    says: dict[str, Value] = {"open": 4, "committed": 1, "share_committed": Decimal(25)}
    whole = added(own_return(form=form), received(NORTH, {NORTH: says}, forms=(form, COMMUNES_FORM)))
    assert cell(whole.filled, "U", None, "share_committed") is None
