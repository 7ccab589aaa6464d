"""A target that compares with the year before, for an office whose commune was merged on 1 July 2025."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from db.rules.entries import Values
from db.services import units
from db.services.entering import entries
from db.sessions import Book, Session
from tests.helpers.command_line import pcmd
from tests.helpers.dien_bien import EVE, JULY, OFFICE, country_lines, load, settled_lines

# People reached by day and the commune's code on that day; 100 in the first quarter of 2025, 130 a year later.
BEFORE = (("2025-02-03", "03253", 20), ("2025-02-04", "03289", 30), ("2025-03-01", "03274", 50))
AFTER = (("2026-02-03", "03253", 130),)
ELSEWHERE = (("2025-02-03", "03178", 900), ("2026-02-03", "03151", 7))


def recorded(session: Session, records: Sequence[tuple[str, str, int]]) -> None:
    for day, code, people in records:
        held_on = date.fromisoformat(day)
        unit_id = units.find(session, code, held_on).id
        values: Values = {"held_on": held_on, "form": "talk", "unit_id": unit_id, "people": people}
        entries.add(session, "outreach", values)


def planned(session: Session, **target: Any) -> None:
    plan_id = entries.add(
        session,
        "plans",
        {"subject": "Kế hoạch", "first_year": 2026, "last_year": 2026, "state": "submitted", "number": 5},
    )
    good: dict[str, Any] = {"text": "Tăng", "operator": "increase", "value": Decimal(5), "measured_in": "%"}
    entries.add(session, "targets", {**good, "plan_id": plan_id, "measure": "outreach.people", **target})


def progress(folder: Path, period: str = "2026-Q1") -> dict[str, Any]:
    ran = pcmd("--data", folder, "plans", "progress", "5", "--period", period, "--json")
    assert ran.code == 0, ran.complaints
    (target,) = ran.values["targets"]
    return {key: target[key] for key in ("value", "share", "state", "reason", "causes")}


@pytest.fixture
def merged_folder(dien_bien_folder: Path, shared: Path) -> Path:
    with Book(dien_bien_folder) as book, book.writing(who="x") as session:
        load(session, country_lines(shared))
        recorded(session, (*BEFORE, *AFTER, *ELSEWHERE))
        planned(session)
    return dien_bien_folder


def test_a_change_compares_with_the_three_communes_it_was_made_of(merged_folder: Path) -> None:
    # 30 % more than 20 + 30 + 50, six times the 5 % that were planned.
    assert progress(merged_folder) == {
        "value": 130,
        "share": 600,
        "state": "on_track",
        "reason": None,
        "causes": [],
    }


def test_a_ratio_is_recomputed_from_its_parts(dien_bien_folder: Path, shared: Path) -> None:
    with Book(dien_bien_folder) as book, book.writing(who="x") as session:
        load(session, country_lines(shared))
        recorded(session, (*BEFORE, *AFTER))
        planned(session, measure="outreach.people", denominator="outreach.activities", operator="decrease")
    # 100 people in 3 activities, then 130 in one: not less by 5 % but more by 290 %.
    assert progress(dien_bien_folder)["share"] == pytest.approx(-5800, abs=1)


@pytest.mark.parametrize("measure", ["outreach.communes", "units.communes"])
def test_how_many_communes_there_were_is_not_compared(
    dien_bien_folder: Path, shared: Path, measure: str
) -> None:
    with Book(dien_bien_folder) as book, book.writing(who="x") as session:
        load(session, country_lines(shared))
        recorded(session, (*BEFORE, *AFTER))
        planned(session, measure=measure)
    found = progress(dien_bien_folder)
    assert (found["value"], found["reason"]) == (1, "not_comparable")
    assert found["causes"] == [{"why": "joined", "units": ["Xã Tuần Giáo"]}]


def test_the_year_of_the_merger_is_counted_in_the_new_borders(merged_folder: Path) -> None:
    with Book(merged_folder) as book, book.writing(who="x") as session:
        recorded(session, (("2024-05-06", "03289", 80), ("2025-08-05", OFFICE, 4)))
    assert progress(merged_folder, "2025")["value"] == 104
    assert progress(merged_folder, "2025-Q1")["value"] == 100


def test_without_successions_it_says_so_and_names_the_unit(dien_bien_folder: Path) -> None:
    with Book(dien_bien_folder) as book, book.writing(who="x") as session:
        session.connection().exec_driver_sql(
            "UPDATE office SET unit_id = ?", (units.find(session, OFFICE, JULY).id,)
        )
        recorded(session, (*BEFORE, *AFTER))
        planned(session)
    assert progress(dien_bien_folder) == {
        "value": 130,
        "share": None,
        "state": "unmeasured",
        "reason": "not_comparable",
        "causes": [{"why": "unsettled", "units": ["Xã Tuần Giáo"]}],
    }


def test_people_read_why_it_cannot_be_compared(dien_bien_folder: Path, shared: Path) -> None:
    with Book(dien_bien_folder) as book, book.writing(who="x") as session:
        parts = [
            line if line.old_code != "03289" else type(line)(**{**vars(line), "extent": "part"})
            for line in country_lines(shared)
        ]
        load(session, parts)
        recorded(session, (*BEFORE, *AFTER))
        planned(session)
    ran = pcmd("--data", dien_bien_folder, "plans", "progress", "5", "--period", "2026-Q1")
    assert ran.out.splitlines()[1] == (
        "  Tăng: tăng 5 %; đã làm 130; không so sánh được với năm trước (chia về nhiều nơi: Xã Quài Cang)"
    )


def test_a_target_with_a_base_needs_no_year_before(dien_bien_folder: Path) -> None:
    with Book(dien_bien_folder) as book, book.writing(who="x") as session:
        session.connection().exec_driver_sql(
            "UPDATE office SET unit_id = ?", (units.find(session, OFFICE, JULY).id,)
        )
        recorded(session, AFTER)
        planned(session, base=Decimal(100))
    assert progress(dien_bien_folder, "2026")["share"] == 600


def test_what_was_open_elsewhere_and_is_settled_changes_nothing_here(
    merged_folder: Path, shared: Path
) -> None:
    before = progress(merged_folder)
    with Book(merged_folder) as book, book.writing(who="x") as session:
        load(session, settled_lines(shared))
    assert progress(merged_folder) == before
    with Book(merged_folder) as book, book.reading() as session:
        assert units.find(session, "03178", EVE).valid_to == EVE
