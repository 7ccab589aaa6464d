"""`pcmd measures … --borders DAY`: numbers in the borders of a day, their sources, and why some have none."""

import hashlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from db.rules.entries import Values
from db.services.entering import entries
from db.sessions import BOOK_NAME, Book
from tests.desktop.test_restated_progress import AFTER, BEFORE, recorded
from tests.helpers.books import DISTRICT
from tests.helpers.command_line import Ran, pcmd
from tests.helpers.dien_bien import country_lines, load

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


def test_progress_of_a_plan_can_be_asked_in_borders(changed_folder: Path) -> None:
    with Book(changed_folder) as book, book.writing(who="x") as session:
        plan: Values = {
            "subject": "KH",
            "first_year": 2024,
            "last_year": 2024,
            "state": "submitted",
            "number": 5,
        }
        goal: Values = {"text": "Người dự", "operator": "at_least", "value": Decimal(140)}
        plan_id = entries.add(session, "plans", plan)
        entries.add(session, "targets", {**goal, "measure": "outreach.people", "plan_id": plan_id})
    told = ("--data", changed_folder, "plans", "progress", "5", "--period", "2024")
    seen = pcmd(*told, "--borders", "2025-07-01").out.splitlines()
    assert "đã làm 150" in pcmd(*told).out
    assert seen[1] == "  Quy về địa giới ngày 01/07/2025."
    assert seen[2].endswith("không so sánh được (chưa xác định hết nguồn gốc: Xã Khe Sâu)")


@pytest.fixture
def merged_folder(dien_bien_folder: Path, shared: Path) -> Path:
    """The book of Xã Tuần Giáo, made of three communes that recorded 20, 30 and 50 people in 2025, and 130 in 2026."""
    with Book(dien_bien_folder) as book, book.writing(who="x") as session:
        load(session, country_lines(shared))
        recorded(session, (*BEFORE, *AFTER))
    return dien_bien_folder


# Of the new commune's own code: the period, the day, what stands behind its name, the sources.
OWN: tuple[tuple[str, str, int | None, list[int]], ...] = (
    ("2025-Q1", "2025-07-01", 100, [20, 50, 30]),
    ("2024", "2025-07-01", None, []),
    ("2026", "2025-07-01", 130, []),
    ("2025-Q1", "2025-06-30", 100, []),
    ("2026", "2025-06-30", 130, []),
)


@pytest.mark.parametrize(("period", "day", "total", "sources"), OWN)
def test_a_new_commune_answers_for_the_years_before_it_was(
    merged_folder: Path, period: str, day: str, total: int | None, sources: list[int]
) -> None:
    ran = pcmd(
        *("--data", merged_folder, "measures", "outreach.people", "--unit", "03253"),
        *("--period", period, "--borders", day, "--json"),
    )
    assert (ran.code, ran.values["total"]) == (0, total)
    if day == "2025-07-01":
        assert [source["value"] for source in ran.values["sources"]] == sources


def test_the_own_borders_of_a_commune_divide_nothing(merged_folder: Path) -> None:
    asking = ("--data", merged_folder, "measures", "outreach.people", "--unit", "03253", "--by", "unit")
    own = pcmd(*asking, "--period", "2025-Q1", "--borders", "2025-07-01").out
    assert "không chia được" not in own
    assert "03274 Xã Quài Nưa" in own
