"""`pcmd scores rules`: sets listed, checked, written to a file and taken in."""

from decimal import Decimal
from pathlib import Path

import pytest

from db.rules.scoring.files import RULE_SET_FILES
from db.rules.scoring.writing import document_text
from tests.helpers.command_line import Ran, pcmd
from tests.helpers.rule_sets import criterion, sound

BANDS = (("0..5", "0"), ("6-", "10"))
UNSOUND = document_text(sound(criterion("1", "10", "bands", bands=BANDS), total=Decimal(9)))


@pytest.fixture
def data(book_folder: Path) -> tuple[str, Path]:
    """`--data FOLDER` of the small district."""
    return ("--data", book_folder)


def rules(data: tuple[str, Path], *words: str | Path) -> Ran:
    return pcmd(*data, "scores", "rules", *words)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_sets_are_listed_with_state_validity_hash_and_total(data: tuple[str, Path]) -> None:
    ran = rules(data, "--json")
    assert [(item["code"], item["state"], item["total"], item["sound"]) for item in ran.values] == [
        ("illustrative-five", "draft", 100, True),
        ("illustrative-100", "in_force", 100, True),
    ]
    assert ran.values[1]["groups"] == {"I": 30, "II": 35, "III": 20, "IV": 15}
    assert "đang áp dụng, từ 01/07/2020; tổng 100 điểm; 0 phiếu" in rules(data).out


def test_an_exported_set_is_the_same_when_it_comes_back(data: tuple[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "Bộ.toml"
    assert rules(data, "--export", "illustrative-100", out).code == 0
    again = rules(data, "--import", out, "--json")
    assert (again.code, again.values["outcome"]) == (0, "same")
    assert rules(data, "--check", out).out.endswith("Bộ tiêu chí đúng, áp dụng được.\n")


def test_a_new_set_comes_as_a_draft(data: tuple[str, Path], tmp_path: Path) -> None:
    file = written(tmp_path / "a.toml", RULE_SET_FILES.sealed("tinh", document_text(sound())))
    assert rules(data, "--import", file).out == "Đã nhập “Bộ tiêu chí” thành bản nháp mang mã tinh.\n"
    assert [item["code"] for item in rules(data, "--json").values][:2] == ["illustrative-five", "tinh"]


def test_an_unsound_file_is_refused_with_its_lines(data: tuple[str, Path], tmp_path: Path) -> None:
    plain, whole = (
        written(tmp_path / "b.toml", UNSOUND),
        written(tmp_path / "c.toml", RULE_SET_FILES.sealed("x", UNSOUND)),
    )
    checked, taken = rules(data, "--check", plain, "--json"), rules(data, "--import", whole)
    line = next(at for at, text in enumerate(UNSOUND.split("\n"), start=1) if "first = 6" in text)
    assert (checked.code, taken.code) == (1, 1)
    assert [(item["code"], item["line"], item["where"]) for item in checked.values["findings"]] == [
        ("total_differs", "dòng 4", "Tổng điểm ghi"),
        ("bands_gap", f"dòng {line}", "Tiêu chí 1, khoảng dòng 2, từ"),
    ]
    assert [line.partition(":")[0] for line in checked.complaints] == ["b.toml dòng 4", f"b.toml dòng {line}"]
    assert [line.partition(":")[0] for line in taken.complaints] == [
        "c.toml dòng 7",
        f"c.toml dòng {line + 3}",
    ]


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "Tệp trống"),
        (b"x" * 1_000_001, "Tệp lớn hơn"),
        (b"%PDF-1.7", "không phải là bộ tiêu chí"),
        (UNSOUND.encode(), "không phải là bộ tiêu chí"),
        (RULE_SET_FILES.sealed("x", UNSOUND).encode()[:-9], "khác với lúc kết xuất"),
    ],
)
def test_other_files_are_refused(data: tuple[str, Path], tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(content)
    ran = rules(data, "--import", file)
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert words in ran.complaints[0]


def test_an_unknown_code_names_near_ones(data: tuple[str, Path], tmp_path: Path) -> None:
    ran = rules(data, "--export", "illustrative-10", tmp_path / "a.toml")
    assert ran.code == 2
    assert "illustrative-100" in ran.complaints[0]


def test_only_one_thing_is_done_at_a_time(data: tuple[str, Path], tmp_path: Path) -> None:
    assert rules(data, "--check", tmp_path / "a", "--import", tmp_path / "b").code == 2
