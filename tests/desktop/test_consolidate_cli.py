"""`pcmd returns consolidate`, as a person runs it."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from db.records import Return
from db.services import units
from db.services.returns import works
from db.sessions import Book
from tests.helpers.books import COMMUNES, DISTRICT, NOW, OFFICER, ON
from tests.helpers.command_line import Ran, pcmd
from tests.helpers.received_returns import Said, receive

FIRST, SECOND = list(COMMUNES)[:2]
PEOPLE: Said = {("PCMD-02", FIRST, "people"): 10, ("PCMD-02", FIRST, "female"): 4}


def received(folder: Path, said: Said = PEOPLE) -> Path:
    """The book of the district, which has the return of one commune."""
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        receive(session, FIRST, said)
    return folder


def consolidate(folder: Path, out: Path, *more: str) -> Ran:
    wanted = ("--set", "quarterly", "--period", "2025-Q3", "--json", *more)
    return pcmd("--data", folder, "returns", "consolidate", *wanted, out)


def test_it_writes_the_offices_return_and_says_where_its_rows_come_from(
    book_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tong-hop.xlsx"
    ran = consolidate(received(book_folder), out, "--pdf", str(tmp_path / "tong-hop.pdf"))
    assert ran.code == 0
    assert (ran.values["file"], ran.values["unit"], ran.values["revision"]) == (str(out), DISTRICT, 1)
    assert [(row["unit"], row["source"]) for row in ran.values["rows"][:3]] == [
        (DISTRICT, "records"),
        (FIRST, "return"),
        (SECOND, "missing"),
    ]
    assert ran.values["rows"][1]["file"] == "BC_99101_2025-Q3_L1.xlsx"
    assert ran.values["missing"] == list(COMMUNES)[1:]
    assert ran.values["totals"]["PCMD-02.people"] == 10
    assert load_workbook(out)["PCMD-02"]["E13"].value == 10
    assert (tmp_path / "tong-hop.pdf").read_bytes().startswith(b"%PDF")


def test_what_was_written_is_approved_with_its_sources(book_folder: Path, tmp_path: Path) -> None:
    consolidate(received(book_folder), tmp_path / "a.xlsx")
    again = consolidate(book_folder, tmp_path / "b.xlsx")
    assert again.values["revision"] == 1
    with Book(book_folder, lock=False) as book, book.reading() as session:
        (row,) = session.scalars(select(Return))
        sources = json.loads(row.sources)
        unit = units.find(session, DISTRICT, ON).id
        work = works.find(session, unit_id=unit, set_code="quarterly", period="2025-Q3")
    assert sources["rows"][1]["cells"]["PCMD-02"] == {"row": 12}
    assert work is not None and work.source == works.RETURNS
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_errors_refuse_it_and_nothing_is_kept(book_folder: Path, tmp_path: Path) -> None:
    wrong: Said = {("PCMD-02", FIRST, "people"): 10, ("PCMD-02", FIRST, "female"): 11}
    ran = consolidate(received(book_folder, wrong), tmp_path / "a.xlsx")
    assert ran.code == 1
    assert any("PCMD-02" in line and "11" in line for line in ran.complaints)
    assert not (tmp_path / "a.xlsx").exists()
    with Book(book_folder, lock=False) as book, book.reading() as session:
        assert session.scalars(select(Return)).all() == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--set", "khong-co", "--period", "2025-Q3"), 2),
        (("--set", "quarterly", "--period", "2025-Q9"), 2),
        (("--set", "quarterly", "--period", "2025-Q3", "--unit", "00000"), 2),
        (("--set", "quarterly"), 2),
    ],
)
def test_wrong_words_are_told(book_folder: Path, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    ran = pcmd("--data", book_folder, "returns", "consolidate", *words, tmp_path / "a.xlsx")
    assert (ran.code, bool(ran.complaints)) == (code, True)
    assert not (tmp_path / "a.xlsx").exists()
