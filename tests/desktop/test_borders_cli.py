"""`pcmd measures … --borders DAY`: numbers in the borders of a day, their sources, and why some have none."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from db.sessions import BOOK_NAME
from tests.helpers.books import DISTRICT
from tests.helpers.command_line import Ran, pcmd

PAST, NOW = ("2024", "2025-07-01"), ("2026", "2025-06-30")


def asked(folder: Path, look: tuple[str, str], *words: str, measure: str = "outreach.people") -> Ran:
    period, day = look
    ran = pcmd(
        "--data",
        folder,
        "measures",
        *([measure] if measure else []),
        "--unit",
        DISTRICT,
        "--period",
        period,
        "--borders",
        day,
        *words,
    )
    assert ran.code == 0, ran.complaints
    return ran


def row(folder: Path, look: tuple[str, str], name: str, **more: str) -> dict[str, Any]:
    values = asked(folder, look, "--by", "unit", "--json", **more).values["values"]
    (found,) = [value for value in values if value["name"] == name]
    return {key: found[key] for key in ("value", "not_comparable", "sources")}


# The district's own rule puts what happened in May into the same year everywhere.
CASES: dict[str, tuple[tuple[str, str], str, float | None, dict[str, Any] | None, list[float]]] = {
    "whole": (PAST, "Phường Đồi Thông", 70, None, [10, 60]),
    "part": (PAST, "Xã Đạt Tân", None, {"why": "part", "units": ["Xã Đạt Thành"]}, []),
    "unsettled": (PAST, "Xã Khe Sâu", None, {"why": "unsettled", "units": ["Xã Khe Sâu"]}, []),
    "renamed only": (PAST, "Xã Ăng Tố", 40, None, [40]),
    "parent changed only": (PAST, "Xã Núi Voi", 30, None, [30]),
    "back, merged": (NOW, "Xã Quế Lâm", None, {"why": "merged", "units": ["Phường Đồi Thông"]}, []),
    "back, renamed": (NOW, "Xã Ăng Tở", 33, None, [33]),
}


@pytest.mark.parametrize("case", CASES)
def test_each_number_is_the_one_computed_by_hand_or_says_why_not(changed_folder: Path, case: str) -> None:
    look, name, value, why, sources = CASES[case]
    found = row(changed_folder, look, name)
    assert (found["value"], found["not_comparable"]) == (value, why)
    assert [source["value"] for source in found["sources"]] == sources


@pytest.mark.parametrize(
    ("measure", "value"),
    [("outreach.people_per_session", 17.5), ("training.officials_trained", 3), ("outreach.communes", None)],
)
def test_what_does_not_add_up_is_counted_anew(
    changed_folder: Path, measure: str, value: float | None
) -> None:
    assert row(changed_folder, PAST, "Phường Đồi Thông", measure=measure)["value"] == value


def test_text_says_the_day_the_sources_and_the_reasons(changed_folder: Path) -> None:
    lines = asked(changed_folder, PAST, "--by", "unit").out.splitlines()
    assert lines[1] == "  Quy về địa giới ngày 01/07/2025."
    at = next(place for place, line in enumerate(lines) if "Phường Đồi Thông" in line)
    assert lines[at + 1] == "    từ 99101 Thị trấn Đồi Thông: 10"
    assert lines[at + 2] == "    từ 99102 Xã Quế Lâm: 60"
    assert "không so sánh được (chia về nhiều nơi: Xã Đạt Thành)" in "\n".join(lines)


def test_a_day_on_which_the_unit_did_not_exist_is_explained(changed_folder: Path) -> None:
    ran = pcmd(
        *("--data", changed_folder, "measures", "outreach.people", "--unit", "99101"),
        *("--period", "2026", "--borders", "30/06/2025", "--by", "unit"),
    )
    assert ran.code == 0
    assert "Phường Đồi Thông không có vào ngày 30/06/2025" in ran.out.splitlines()[2]
    assert ran.out.splitlines()[-1].split() == ["Tổng", "100"]


def test_all_measures_can_be_asked_in_borders(changed_folder: Path) -> None:
    found = asked(changed_folder, PAST, "--json", measure="").values
    assert len(found) > 50
    assert {value["borders"] for value in found} == {"2025-07-01"}


def test_a_word_that_is_no_day_is_wrong_usage(changed_folder: Path) -> None:
    ran = pcmd("--data", changed_folder, "measures", "--unit", "991", "--period", "2024", "--borders", "mai")
    assert (ran.code, len(ran.complaints) > 0) == (2, True)


def test_looking_leaves_the_file_as_it_was(changed_folder: Path) -> None:
    def content() -> str:
        return hashlib.sha256((changed_folder / BOOK_NAME).read_bytes()).hexdigest()

    before = content()
    for look in (PAST, NOW):
        asked(changed_folder, look, "--by", "unit", measure="")
    assert content() == before
