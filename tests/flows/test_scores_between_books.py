"""A commune's sheet goes from the district's book to the commune's and back, and the result after it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from db.migrations.store import create_store
from db.rules.scoring.chain import State, Step
from db.rules.scoring.marks import APPRAISED
from db.services import offices, units
from db.services.scoring import sheets
from db.services.scoring.sheets import Sheet
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import NOW, OFFICER, ON, unit_id, unit_lines
from tests.helpers.command_line import pcmd
from tests.helpers.score_books import CODE, cells, changed
from tests.helpers.scoring import best_marks, take

SUBMITTED, APPRAISED_ON = date(2025, 9, 10), date(2025, 9, 16)


@pytest.fixture
def district(book_folder: Path) -> Path:
    """The folder of the district's book, not open."""
    return book_folder


@pytest.fixture
def commune(tmp_path: Path) -> Path:
    """The folder of a commune's own book, not open."""
    folder = tmp_path / "xa"
    folder.mkdir()
    create_store(folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        units.load(session, unit_lines(), on=ON, file_name="units.csv")
        unit = units.find(session, CODE, ON)
        offices.create(session, unit=unit, names=offices.usual_names(session, unit, ON))
    return folder


def sheet(folder: Path) -> Sheet:
    with Book(folder, lock=False) as book, book.reading() as session:
        return sheets.sheet(session, unit_id=unit_id(session, CODE), year=2025)


def score(folder: Path, *, last: Step) -> None:
    """Fill a column in: the commune's own, or at the district the appraised one with a difference."""
    with Book(folder) as book, book.writing(who=OFFICER) as session:
        unit = unit_id(session, CODE)
        if last is Step.SUBMIT:
            marks = best_marks(session, unit, 2025, missing=2)
            sheets.give_marks(session, unit_id=unit, year=2025, marks=marks, today=SUBMITTED)
            take(session, unit, 2025, Step.SUBMIT, SUBMITTED)
            return
        held = sheets.sheet(session, unit_id=unit, year=2025).marks.values()
        same = {mark.criterion: replace(mark, appraised_answer=mark.self_answer) for mark in held}
        less = replace(same["2"], appraised_answer="4", reason="Thiếu biên bản")
        marks = [*(mark for code, mark in same.items() if code != "2"), less]
        sheets.give_marks(session, unit_id=unit, year=2025, marks=marks, today=APPRAISED_ON)
        take(session, unit, 2025, Step.APPRAISE, APPRAISED_ON)


def sent(folder: Path, target: Path, *more: str) -> Path:
    ran = pcmd("--data", folder, "scores", "export", "--year", "2025", "--unit", CODE, *more, target)
    assert ran.code == 0, ran.complaints
    return target


def received(folder: Path, path: Path, *more: str) -> None:
    ran = pcmd("--data", folder, "scores", "import", path, *more)
    assert ran.code == 0, ran.complaints


def test_a_sheet_goes_to_the_district_and_its_result_back(
    district: Path, commune: Path, tmp_path: Path
) -> None:
    score(commune, last=Step.SUBMIT)
    received(district, sent(commune, tmp_path / "phieu.xlsx"))
    there = sheet(district)
    assert (there.state, there.self_on) == (State.SUBMITTED, SUBMITTED)
    assert there.marks == sheet(commune).marks
    score(district, last=Step.APPRAISE)
    received(commune, sent(district, tmp_path / "ket-qua.xlsx", "--result"))
    here, there = sheet(commune), sheet(district)
    assert (here.state, here.appraised_on, here.marks) == (State.APPRAISED, APPRAISED_ON, there.marks)
    assert here.result(APPRAISED) == there.result(APPRAISED)
    assert here.mark("2").reason == "Thiếu biên bản"


def test_a_commune_without_the_program_fills_in_what_the_district_sent(
    district: Path, commune: Path, tmp_path: Path
) -> None:
    blank = sent(district, tmp_path / "phieu.xlsx")
    score(commune, last=Step.SUBMIT)
    answers = sent(commune, tmp_path / "mau.xlsx")
    received(district, typed_over(blank, answers))
    assert sheet(district).marks == sheet(commune).marks
    assert sheet(district).state is State.SUBMITTED


def test_a_result_reaches_a_commune_that_never_had_the_sheet(
    district: Path, commune: Path, tmp_path: Path
) -> None:
    score(district, last=Step.SUBMIT)
    score(district, last=Step.APPRAISE)
    result = sent(district, tmp_path / "ket-qua.xlsx", "--result")
    received(commune, result)
    assert [step.step for step in sheet(commune).steps] == [Step.SUBMIT, Step.APPRAISE]
    assert sheet(commune).marks == sheet(district).marks
    before = sheet(commune)
    received(commune, result)
    assert sheet(commune) == before


def test_a_second_result_replaces_the_first_only_where_somebody_says_so(
    district: Path, commune: Path, tmp_path: Path
) -> None:
    score(commune, last=Step.SUBMIT)
    received(district, sent(commune, tmp_path / "phieu.xlsx"))
    score(district, last=Step.APPRAISE)
    received(commune, sent(district, tmp_path / "lan-1.xlsx", "--result"))
    with Book(district) as book, book.writing(who=OFFICER) as session:
        unit = unit_id(session, CODE)
        take(session, unit, 2025, Step.REOPEN, APPRAISED_ON, reason="Xem lại")
        mark = replace(sheets.sheet(session, unit_id=unit, year=2025).mark("2"), appraised_answer="3")
        sheets.give_mark(session, unit_id=unit, year=2025, mark=mark, today=APPRAISED_ON)
        take(session, unit, 2025, Step.APPRAISE, APPRAISED_ON)
    second = sent(district, tmp_path / "lan-2.xlsx", "--result")
    ran = pcmd("--data", commune, "scores", "import", second)
    assert (ran.code, sheet(commune).mark("2").appraised_answer) == (1, "4")
    received(commune, second, "--replace")
    assert (sheet(commune).mark("2").appraised_answer, sheet(commune).state) == ("3", State.APPRAISED)


def typed_over(blank: Path, answers: Path) -> Path:
    """Type the answers of one workbook into another, cell for cell."""
    given = openpyxl.load_workbook(answers).worksheets[0]
    typed = {cell.coordinate: cell.value for row in given["E7:F24"] for cell in row if cell.value is not None}
    typed.pop("E24", None)
    return changed(blank, cells(**typed))
