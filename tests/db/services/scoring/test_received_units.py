"""Whose sheet a file is where codes go from one place to another within the year."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.rules.findings import Refused
from db.services import units
from db.services.scoring import sending
from db.sessions import Book
from exports.scores.workbook import write_score_book
from tests.helpers.books import unit_id
from tests.helpers.changed_borders import EVE, JULY
from tests.helpers.score_books import SHEET, planned, told


def sent(book: Book, folder: Path, code: str, on: date, **head: Any) -> Path:
    """A file of the unit that had a code on a day, its head as another book would have written it."""
    with book.reading() as session:
        unit = units.find(session, code, on)
        made = sending.score_book(session, unit_id=unit.id, year=2025)
    write_score_book(replace(made, head=replace(made.head, **head)), folder / "p.xlsx")
    return folder / "p.xlsx"


def home(book: Book, path: Path) -> tuple[str, str]:
    """The name of the commune that a file is taken for, and the first finding."""
    plan = planned(book, path)
    return plan.sheet.unit.name if plan.sheet else "", plan.findings[0].code if plan.findings else ""


@pytest.mark.parametrize(("on", "name"), [(EVE, "Xã Đạt Thành"), (JULY, "Xã Đạt Tân")])
def test_a_code_of_two_times_goes_to_the_unit_of_its_own(
    changed_book: Book, tmp_path: Path, on: date, name: str
) -> None:
    assert home(changed_book, sent(changed_book, tmp_path, "99103", on)) == (name, "")


def test_a_book_that_knows_no_beginnings_is_told_by_the_name(changed_book: Book, tmp_path: Path) -> None:
    path = sent(changed_book, tmp_path, "99103", JULY, unit_from=None)
    assert home(changed_book, path) == ("Xã Đạt Tân", "")


def test_one_name_before_and_after_is_not_chosen_by_guess(changed_book: Book, tmp_path: Path) -> None:
    path = sent(changed_book, tmp_path, "99201", JULY, unit_from=None)
    assert home(changed_book, path) == ("", "score_unit_several")
    assert home(changed_book, sent(changed_book, tmp_path, "99201", JULY)) == ("Xã Núi Voi", "")


@pytest.mark.parametrize(
    ("unit", "head", "code"),
    [
        ("99103", {"unit_from": date(2020, 1, 1)}, "score_unit_of_other_time"),
        ("99103", {"unit_name": "Xã Mường Chà"}, "score_unit_of_other_time"),
        ("99103", {"year": 2024}, "score_unit_of_other_time"),
        ("99107", {"year": 2024}, "score_unit_not_in_year"),
        ("99103", {"unit_code": "00004"}, "score_unit_not_ours"),
    ],
)
def test_another_place_of_the_code_is_refused(
    changed_book: Book, tmp_path: Path, unit: str, head: dict[str, Any], code: str
) -> None:
    plan = planned(changed_book, sent(changed_book, tmp_path, unit, JULY, **head))
    assert told(plan) == [(code, f"{SHEET}!A1")]


def test_a_unit_that_is_no_commune_has_no_sheet(changed_book: Book) -> None:
    with changed_book.reading() as session, pytest.raises(Refused) as caught:
        sending.score_book(session, unit_id=unit_id(session), year=2025)
    assert [item.code for item in caught.value.findings] == ["score_not_commune"]
