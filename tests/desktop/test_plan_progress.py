"""`pcmd plans progress` on a book with a known year."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from db.sessions import Book
from tests.helpers.command_line import pcmd
from tests.helpers.sample_records import added


@pytest.fixture
def planned_folder(book_folder: Path) -> Path:
    """A plan with a measured target, one kept by hand and one that nothing was recorded for, closed again."""
    with Book(book_folder) as book:
        plan_id = added(book, "plans", number=5, symbol="KH-UBND")
        for target in (
            {"text": "Người", "value": Decimal(80), "measured_in": "lượt", "measure": "outreach.people"},
            {"text": "Đội", "operator": "done"},
            {"text": "Lớp", "operator": "at_most", "value": Decimal(3), "measure": "training.sessions"},
        ):
            added(book, "targets", plan_id=plan_id, **target)
        added(book, "outreach", held_on=date(2025, 5, 6), people=100)
    return book_folder


def test_progress_is_told_target_by_target(planned_folder: Path) -> None:
    ran = pcmd("--data", planned_folder, "plans", "progress", "5", "--period", "2025", "--json")
    heads = {key: ran.values[key] for key in ("plan", "period", "first", "last")}
    assert heads == {
        "plan": "05/KH-UBND",
        "period": "2025",
        "first": "2024-12-15",
        "last": "2025-12-14",
    }
    people = ran.values["targets"][0]
    assert people.pop("forecast") >= 100
    assert people == {
        "text": "Người",
        "kind": "count",
        "operator": "at_least",
        "planned": 80,
        "unit": "lượt",
        "value": 100,
        "share": 125,
        "state": "reached",
        "reason": None,
        "causes": [],
    }


def test_what_cannot_be_measured_says_why(planned_folder: Path) -> None:
    ran = pcmd("--data", planned_folder, "plans", "progress", "05/KH-UBND", "--period", "2025-Q3", "--json")
    told = [(target["state"], target["reason"]) for target in ran.values["targets"][1:]]
    assert told == [("unmeasured", "no_measure"), ("unmeasured", "nothing_recorded")]


def test_people_read_it_in_words(planned_folder: Path) -> None:
    ran = pcmd("--data", planned_folder, "plans", "progress", "5", "--period", "2025")
    assert ran.out.splitlines()[:3] == [
        "Kế hoạch 05/KH-UBND, từ 15/12/2024 đến 14/12/2025",
        "  Người: ≥ 80 lượt; đã làm 100; đã đạt",
        "  Đội: hoàn thành; đã làm –; theo dõi riêng",
    ]


def test_tasks_are_told_with_their_evidence(planned_folder: Path) -> None:
    with Book(planned_folder) as book:
        task = {"plan_id": 1, "content": "Nói\nchuyện", "starts_on": date(2025, 1, 15)}
        quarterly = added(book, "tasks", ends_on=date(2025, 6, 14), repeats="quarterly", **task)
        added(book, "tasks", plan_id=1, state="dropped")
        added(book, "outreach", held_on=date(2025, 5, 6), people=30, task_id=quarterly)
    told = ("--data", planned_folder, "plans", "progress", "5", "--period", "2025")
    first, second = pcmd(*told, "--json").values["tasks"]
    assert first == {
        "text": "Nói\nchuyện",
        "to": "2025-06-14",
        "due": "2025-03-14",
        "state": "late",
        "evidence": 1,
        "people": 30,
        "slots": [
            {"due": "2025-03-14", "evidence": 0, "missing": True},
            {"due": "2025-06-14", "evidence": 1, "missing": False},
        ],
    }
    assert (second["state"], second["due"], second["evidence"], second["people"]) == (
        "dropped",
        None,
        0,
        None,
    )
    assert pcmd(*told).out.splitlines()[-2:] == [
        "  Nhiệm vụ – Nói chuyện: hạn 14/03/2025; quá hạn; 1 hoạt động, thiếu bằng chứng 1 kỳ",
        "  Nhiệm vụ – Tuyên truyền lưu động: hạn –; không thực hiện; 0 hoạt động",
    ]


def test_a_plan_that_is_not_there_is_refused_with_near_ones(planned_folder: Path) -> None:
    ran = pcmd("--data", planned_folder, "plans", "progress", "7", "--period", "2025")
    assert ran.code == 2
    assert "05/KH-UBND" in " ".join(ran.complaints)
