"""Lists of successions read from files: the real one whole, as text and as a workbook; the bad ones refused."""

from pathlib import Path

import pytest

from db.rules.findings import Refused
from db.rules.succession_lists import SuccessionLine
from exports.readers.succession_lists import read_succession_list
from tests.exports.readers.made_files import workbook

HEAD = ["new_code", "new_name", "old_code", "old_name", "extent"]
ROW = ["03253", "Xã Tuần Giáo", "03289", "Xã Quài Cang", "whole"]
READ = ("03253", "Xã Tuần Giáo", "03289", "Xã Quài Cang", "whole")


def text_file(folder: Path, *lines: str) -> Path:
    path = folder / "successions.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def fields(line: SuccessionLine) -> tuple[str, ...]:
    return (line.new_code, line.new_name, line.old_code, line.old_name, line.extent)


def refused(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        read_succession_list(path)
    assert caught.value.source == path.name
    return [(finding.code, finding.place) for finding in caught.value.findings]


def test_the_real_list_is_read_whole(shared: Path) -> None:
    lines = read_succession_list(shared / "data" / "unit-successions-2025-07-01.csv")
    assert len(lines) == 10503
    assert (lines[0].place, fields(lines[0])) == (
        "dòng 2",
        ("00004", "Phường Ba Đình", "00013", "Phường Quán Thánh", "whole"),
    )


def test_a_workbook_names_the_cell_of_each_field(tmp_path: Path) -> None:
    (line,) = read_succession_list(workbook(tmp_path / "list.xlsx", [HEAD, ROW]))
    assert fields(line) == READ
    assert [line.place_of(field) for field in ("new_code", "extent")] == ["Sheet1!A2", "Sheet1!E2"]


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = text_file(tmp_path, ";".join(reversed(HEAD)), ";".join(reversed(ROW)))
    assert fields(read_succession_list(path)[0]) == READ


@pytest.mark.parametrize("missing", HEAD)
def test_a_missing_column_is_named(tmp_path: Path, missing: str) -> None:
    path = text_file(tmp_path, ",".join(title for title in HEAD if title != missing))
    assert refused(path) == [("columns_missing", "dòng 1")]


def test_a_row_that_is_too_wide_is_found(tmp_path: Path) -> None:
    path = text_file(tmp_path, ",".join(HEAD), "03253,Xã Tuần Giáo,03289,Xã Quài, Cang,whole")
    assert refused(path) == [("row_too_wide", "dòng 2")]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert refused(text_file(tmp_path, "")) == [("file_empty", "")]
