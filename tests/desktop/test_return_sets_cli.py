"""`pcmd returns sets` with one set: checked, written to a file and taken in."""

from pathlib import Path

import pytest

from db.rules.returns.form_files import RETURN_FORM_FILES
from tests.helpers.command_line import Ran, pcmd

SHEET = """
[[sheet]]
code = "B-01"
title = "Biểu"
measured_in = ""
rows = "units"

[[sheet.column]]
key = "code"
head = "Mã"
width = 10
holds = "unit_code"

[[sheet.column]]
key = "people"
head = "Lượt người"
width = 10
measure = "outreach.people"
"""
TEXT = f'title = "Bộ biểu tỉnh"\ncitation = "Công văn 12"\nvalid_from = 2026-01-01\n{SHEET}'
UNSOUND = TEXT.replace('"outreach.people"', '"outreach.peopel"')


@pytest.fixture
def data(book_folder: Path) -> tuple[str, Path]:
    """`--data FOLDER` of the small district."""
    return ("--data", book_folder)


def sets(data: tuple[str, Path], *words: str | Path) -> Ran:
    return pcmd(*data, "returns", "sets", *words)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_an_exported_set_is_the_same_when_it_comes_back(data: tuple[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "Bộ.toml"
    assert sets(data, "--export", "quarterly", out).code == 0
    again = sets(data, "--import", out, "--json")
    assert (again.code, again.values["outcome"]) == (0, "same")
    assert sets(data, "--check", out).out.endswith("Bộ biểu đúng, áp dụng được.\n")


def test_a_new_set_comes_as_a_draft_that_is_not_offered(data: tuple[str, Path], tmp_path: Path) -> None:
    file = written(tmp_path / "a.toml", RETURN_FORM_FILES.sealed("tinh", TEXT))
    ran = sets(data, "--import", file, "--json")
    assert (ran.values["outcome"], ran.values["code"]) == ("new", "tinh")
    assert [item["code"] for item in ran.values["findings"]] == ["no_name_column"]
    assert "tinh" not in {item["set"] for item in sets(data, "--json", "--on", "2026-02-01").values}


def test_an_unsound_file_is_refused_with_its_line(data: tuple[str, Path], tmp_path: Path) -> None:
    plain = written(tmp_path / "b.toml", UNSOUND)
    whole = written(tmp_path / "c.toml", RETURN_FORM_FILES.sealed("x", UNSOUND))
    line = next(at for at, text in enumerate(UNSOUND.split("\n"), start=1) if "peopel" in text)
    checked, taken = sets(data, "--check", plain, "--json"), sets(data, "--import", whole)
    assert (checked.code, taken.code) == (1, 1)
    told = next(item for item in checked.values["findings"] if item["weight"] == "error")
    assert (told["line"], told["where"]) == (f"dòng {line}", "Biểu B-01, cột Lượt người, đại lượng")
    assert f"c.toml dòng {line + 3}: Không có đại lượng “outreach.peopel”." in " ".join(taken.complaints)


BAD_FILES = {
    "a rule set": "# Sổ PCMD: bộ tiêu chí chấm điểm xã\n# mã: x\n",
    "no seal": TEXT,
    "changed on the way": RETURN_FORM_FILES.sealed("x", TEXT).replace("Lượt người", "Số người"),
    "cut off": "\n".join(RETURN_FORM_FILES.sealed("x", TEXT).split("\n")[:2]),
    "another form": RETURN_FORM_FILES.sealed("x", TEXT.replace('rows = "units"', 'rows = "people"')),
    "no set": RETURN_FORM_FILES.sealed("x", "sheet = 1"),
    "nothing": "",
}


@pytest.mark.parametrize("text", BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_none_is_refused_and_nothing_kept(
    data: tuple[str, Path], tmp_path: Path, text: str
) -> None:
    ran = sets(data, "--import", written(tmp_path / "d.toml", text))
    assert (ran.code, ran.out) == (1, "")
    assert "d.toml" in " ".join(ran.complaints)


def test_a_set_that_is_none_is_told_with_near_codes(data: tuple[str, Path], tmp_path: Path) -> None:
    ran = sets(data, "--export", "quartely", tmp_path / "e.toml")
    assert ran.code == 2
    assert "quarterly" in " ".join(ran.complaints)
