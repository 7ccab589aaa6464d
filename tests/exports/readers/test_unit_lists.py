"""Lists of units read from files: the real ones whole, the bad ones refused with every finding."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.findings import Refused
from db.rules.units import Level, UnitLine, check_units
from exports.readers.unit_lists import read_unit_list
from tests.exports.readers.made_files import workbook

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
HEAD = "code,name,kind,level,parent_code"
PROVINCE = "11,Tỉnh Điện Biên,Tỉnh,1,"
DISTRICT = "099,Huyện Tuần Giáo,Huyện,2,11"
COMMUNE = "03253,Xã Quài Tở,Xã,3,099"
STATISTICS_HEAD = [
    "Tỉnh Thành Phố",
    "Mã TP",
    "Quận Huyện",
    "Mã QH",
    "Phường Xã",
    "Mã PX",
    "Cấp",
    "Tên Tiếng Anh",
]
QUAI_TO = ["Tỉnh Điện Biên", "11", "Huyện Tuần Giáo", "099", "Xã Quài Tở", "03253", "Xã", None]
QUAI_CANG = ["Tỉnh Điện Biên", "11", "Huyện Tuần Giáo", "099", "Xã Quài Cang", "03256", "Xã", None]
REAL_LISTS = [("units-2025-03-01.csv", 10_806), ("units-2025-07-01.csv", 3_355)]

Fields = tuple[str, str, str, int, str | None]


def fields(units: tuple[UnitLine, ...]) -> set[Fields]:
    return {(unit.code, unit.name, unit.kind, unit.level, unit.parent_code) for unit in units}


def text_file(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "units.csv"
    path.write_text("\n".join(lines), encoding=encoding)
    return path


def refused(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(Refused) as caught:
        read_unit_list(path)
    assert caught.value.source == path.name
    return [(finding.code, finding.place, finding.value) for finding in caught.value.findings]


def as_statistics(rows: list[dict[str, str]]) -> list[list[str | None]]:
    by_code = {row["code"]: row for row in rows}
    parents = {row["parent_code"] for row in rows}
    written: list[list[str | None]] = []
    for row in rows:
        above = by_code.get(row["parent_code"])
        if row["level"] == "3" and above and above["level"] == "2":
            written.append(
                [*names(by_code[above["parent_code"]]), *names(above), *names(row), row["kind"], None]
            )
        elif row["level"] == "3" and above:
            written.append([*names(above), None, None, *names(row), row["kind"], None])
        elif row["level"] == "2" and above and row["code"] not in parents:
            written.append([*names(above), *names(row), None, None, None, None])
    return written


def names(row: dict[str, str]) -> list[str | None]:
    return [row["name"], row["code"]]


@pytest.mark.parametrize(("name", "count"), REAL_LISTS)
def test_a_real_list_is_read_and_accepted_whole(name: str, count: int) -> None:
    units, findings = check_units(read_unit_list(DATA / name))
    assert (len(units), findings) == (count, ())
    assert all(unit.name.startswith(f"{unit.kind} ") and "  " not in unit.name for unit in units)


@pytest.mark.parametrize(("name", "count"), REAL_LISTS)
def test_the_statistics_offices_workbook_gives_the_same_units(tmp_path: Path, name: str, count: int) -> None:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        rows = as_statistics(list(csv.DictReader(file)))
    path = workbook(tmp_path / "a.xlsx", [STATISTICS_HEAD, *rows])
    gathered, findings = check_units(read_unit_list(path))
    assert (len(gathered), findings) == (count, ())
    assert fields(gathered) == fields(check_units(read_unit_list(DATA / name))[0])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_text_is_read_with_each_separator_and_mark(tmp_path: Path, separator: str, encoding: str) -> None:
    lines = [line.replace(",", separator) for line in (HEAD, PROVINCE, COMMUNE)]
    units = read_unit_list(text_file(tmp_path, *lines, encoding=encoding))
    assert units[0] == UnitLine("dòng 2", "11", "Tỉnh Điện Biên", "Tỉnh", Level.PROVINCE, None)
    assert units[1] == UnitLine("dòng 3", "03253", "Xã Quài Tở", "Xã", Level.COMMUNE, "099")


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    units = read_unit_list(
        text_file(tmp_path, "LEVEL,note,name,Parent Code,kind,code", "1,x,Tỉnh A,,Tỉnh,11")
    )
    assert units == (UnitLine("dòng 2", "11", "Tỉnh A", "Tỉnh", Level.PROVINCE, None),)


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    path = text_file(tmp_path, "", HEAD, "", '11,"Tỉnh', 'Điện Biên",Tỉnh,1,', "", COMMUNE)
    assert [unit.place for unit in read_unit_list(path)] == ["dòng 4", "dòng 7"]


def test_a_workbook_may_have_the_columns_of_the_text(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*HEAD.split(",")],
        [*PROVINCE.split(",")],
        ["03253", "Xã Quài Tở", "Xã", 3, "11"],
    ]
    units = read_unit_list(workbook(tmp_path / "a.xlsx", rows, title="Danh mục", above=3))
    assert [unit.place for unit in units] == ["Danh mục!A5", "Danh mục!A6"]
    assert (units[1].level, units[1].place_of("name")) == (Level.COMMUNE, "Danh mục!B6")


def test_a_title_may_stand_above_the_head(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["DANH MỤC HÀNH CHÍNH"], [], STATISTICS_HEAD, QUAI_TO])
    assert [unit.code for unit in read_unit_list(path)] == ["11", "099", "03253"]


def test_provinces_and_districts_are_gathered_once(tmp_path: Path) -> None:
    units = read_unit_list(workbook(tmp_path / "a.xlsx", [STATISTICS_HEAD, QUAI_TO, QUAI_CANG]))
    assert [(unit.code, unit.level, unit.parent_code) for unit in units] == [
        ("11", 1, None),
        ("099", 2, "11"),
        ("03253", 3, "099"),
        ("03256", 3, "099"),
    ]
    assert [unit.place for unit in units] == ["Sheet1!B2", "Sheet1!D2", "Sheet1!F2", "Sheet1!F3"]


def test_a_district_without_communes_has_a_row_of_its_own(tmp_path: Path) -> None:
    island = ["Tỉnh Quảng Trị", "45", "Huyện Cồn Cỏ", "471", None, None, None, None]
    units = read_unit_list(workbook(tmp_path / "a.xlsx", [STATISTICS_HEAD, island]))
    assert [unit.code for unit in units] == ["45", "471"]


def test_a_list_without_district_columns_hangs_communes_under_provinces(tmp_path: Path) -> None:
    rows = [
        ["Mã PX", "phường / xã", "MÃ TP", "Tỉnh, thành phố"],
        ["03166", "Xã Mường Chà", "11", "Tỉnh Điện Biên"],
    ]
    commune = read_unit_list(workbook(tmp_path / "a.xlsx", rows))[1]
    assert (commune.parent_code, commune.kind, commune.place) == ("11", "Xã", "Sheet1!A2")


def test_another_name_for_the_same_code_is_found(tmp_path: Path) -> None:
    other = ["tỉnh  Điện Biên", "11", "Huyện Mường Ảng", "099", "Xã Quài Cang", "03256", "Xã", None]
    path = workbook(tmp_path / "a.xlsx", [STATISTICS_HEAD, QUAI_TO, other])
    assert refused(path) == [("unit_name_differs", "Sheet1!C3", "Huyện Mường Ảng")]


def test_a_district_in_two_provinces_is_found(tmp_path: Path) -> None:
    other = ["Tỉnh Lai Châu", "12", *QUAI_CANG[2:]]
    path = workbook(tmp_path / "a.xlsx", [STATISTICS_HEAD, QUAI_TO, other])
    assert refused(path) == [("unit_parent_differs", "Sheet1!B3", "12")]


def test_numbers_where_codes_were_are_found_at_their_cells(tmp_path: Path) -> None:
    row = ["Tỉnh Cao Bằng", 4, "Huyện Bảo Lâm", 42, "Thị trấn Pác Miầu", 1290, "Thị trấn", None]
    units = read_unit_list(workbook(tmp_path / "a.xlsx", [STATISTICS_HEAD, row]))
    findings = check_units(units)[1]
    assert [(item.place, item.value, item.facts["probable"]) for item in findings] == [
        ("Sheet1!B2", "4", "04"),
        ("Sheet1!D2", "42", "042"),
        ("Sheet1!F2", "1290", "01290"),
    ]


def test_a_district_without_its_code_is_found_in_each_row(tmp_path: Path) -> None:
    rows = [[*row[:3], None, *row[4:]] for row in (QUAI_TO, QUAI_CANG)]
    findings = check_units(read_unit_list(workbook(tmp_path / "a.xlsx", [STATISTICS_HEAD, *rows])))[1]
    assert [(item.code, item.place) for item in findings] == [
        ("unit_code_empty", "Sheet1!D2"),
        ("unit_parent_empty", "Sheet1!D2"),
        ("unit_code_empty", "Sheet1!D3"),
        ("unit_parent_empty", "Sheet1!D3"),
    ]


def test_findings_of_reading_and_of_checking_are_told_together(tmp_path: Path) -> None:
    path = text_file(tmp_path, HEAD, "11,Tỉnh A,Tỉnh,một,", "3253,Xã A,Xã,3,11", "00001,Xã A, B,Xã,3,11")
    assert refused(path) == [
        ("unit_level", "dòng 2", "một"),
        ("row_too_wide", "dòng 4", "6"),
        ("unit_code_length", "dòng 3", "3253"),
    ]


BAD_FILES: list[tuple[str, bytes, tuple[str, str, str]]] = [
    ("a.csv", b"", ("file_empty", "", "")),
    ("a.csv", b"\xef\xbb\xbf\n \n,,\n", ("file_empty", "", "")),
    ("a.xlsx", HEAD.encode(), ("file_text_named_workbook", "", ".xlsx")),
    ("a.csv", f"{HEAD}\n11,Tỉnh".encode("utf-16"), ("text_not_utf8", "dòng 1", "")),
    ("a.csv", f"{HEAD}\n11,T".encode() + b"\xec\xf5nh", ("text_not_utf8", "dòng 2", "")),
    ("a.csv", f'{HEAD}\n11,"Tỉnh'.encode(), ("text_quotes", "dòng 2", "")),
    ("a.csv", f"{HEAD},code\n{PROVINCE}".encode(), ("column_twice", "dòng 1", "code")),
    ("a.csv", b"code,name,kind,parent_code\n", ("columns_missing", "dòng 1", "")),
    ("a.csv", b"hello\n", ("columns_missing", "dòng 1", "")),
    ("a.csv", b"\x89PNG\0", ("file_other_kind", "", "binary")),
]


@pytest.mark.parametrize(("name", "content", "finding"), BAD_FILES)
def test_a_bad_file_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes, finding: tuple[str, str, str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == [finding]


def test_missing_columns_are_named_with_those_found(tmp_path: Path) -> None:
    rows = [["Tỉnh Thành Phố", "Mã TP", "Quận Huyện", "Xã", "Mã PX"]]
    with pytest.raises(Refused) as caught:
        read_unit_list(workbook(tmp_path / "a.xlsx", rows))
    facts = caught.value.findings[0].facts
    assert facts["missing"] == "Mã QH, Phường Xã"
    assert facts["found"] == "Tỉnh Thành Phố, Mã TP, Quận Huyện, Xã, Mã PX"


def test_a_head_alone_is_an_empty_list(tmp_path: Path) -> None:
    units = read_unit_list(text_file(tmp_path, HEAD))
    assert [finding.code for finding in check_units(units)[1]] == ["units_none"]


@pytest.fixture(scope="module")
def any_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    path = tmp_path_factory.mktemp("any") / "a.csv"

    def written(content: bytes) -> Path:
        path.write_bytes(content)
        return path

    return written


@given(content=st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_are_refused_or_read(any_file: Callable[[bytes], Path], content: bytes) -> None:
    path = any_file(f"{HEAD}\n{PROVINCE}\n".encode() + content)
    try:
        assert read_unit_list(path)[0].code == "11"
    except Refused as refusal:
        assert refusal.findings


@pytest.mark.parametrize("body", [b"1,2\n" * 400_000, b"," * 700_000, b"1\n" * 100_001])
def test_a_text_beyond_all_measure_is_refused_before_it_is_held(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(b"code,name,kind,level,parent_code\n" + body)
    with pytest.raises(Refused) as caught:
        read_unit_list(path)
    assert [finding.code for finding in caught.value.findings] == ["text_too_large"]
