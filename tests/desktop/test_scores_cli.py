"""`pcmd scores export` and `import`, as they are typed."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.records import ScoreSheet
from db.rules.scoring.chain import Step
from db.services.scoring import sheets
from db.sessions import Book
from tests.helpers.books import COMMUNES, OFFICER, unit_id
from tests.helpers.command_line import Ran, pcmd
from tests.helpers.sample_records import contents
from tests.helpers.score_books import SHEET, cells, changed
from tests.helpers.scoring import fill_in

YEAR = "2025"


@pytest.fixture
def folder(book_folder: Path) -> Path:
    """The folder of a district's book, not open."""
    return book_folder


def scores(folder: Path, *words: str | Path) -> Ran:
    return pcmd("--data", folder, "scores", *words)


def exported(folder: Path, out: Path, code: str = "99102") -> Path:
    ran = scores(folder, "export", "--year", YEAR, "--unit", code, out)
    assert ran.code == 0, ran.complaints
    return out


def submitted(folder: Path, code: str = "99102", last: Step = Step.SUBMIT) -> None:
    with Book(folder) as book, book.writing(who=OFFICER) as session:
        fill_in(session, unit_id(session, code), 2025, last=last)


def held(folder: Path) -> Any:
    with Book(folder, lock=False) as book:
        return contents(book)


def test_every_commune_gets_its_file_in_order_of_its_code(folder: Path, tmp_path: Path) -> None:
    ran = scores(folder, "export", "--year", YEAR, "--all", tmp_path / "out", "--json")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert (ran.code, [item["unit"] for item in ran.values["files"]]) == (0, sorted(COMMUNES))
    assert [name[:5] for name in names] == sorted(COMMUNES)


def test_one_or_all_has_to_be_said(folder: Path, tmp_path: Path) -> None:
    for words in ((), ("--unit", "99102"), ("--unit", "99102", "--all", tmp_path, tmp_path / "x.xlsx")):
        ran = scores(folder, "export", "--year", YEAR, *words)
        assert (ran.code, ran.complaints) == (
            1,
            ("--unit: Hãy ghi --unit MÃ và tệp đích .xlsx, hoặc --all THƯ_MỤC.",),
        )


def test_a_unit_or_a_result_that_is_not_there_is_refused(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    assert scores(folder, "export", "--year", YEAR, "--unit", "00001", target).code == 2
    ran = scores(folder, "export", "--year", YEAR, "--unit", "99102", "--result", target)
    assert ran.code == 1 and "chưa có kết quả thẩm định" in ran.complaints[0]
    assert not target.exists()


def test_a_sheet_comes_back_into_the_appraisal(folder: Path, tmp_path: Path) -> None:
    submitted(folder)
    path = exported(folder, tmp_path / "phieu.xlsx")
    with Book(folder) as book, book.writing(who=OFFICER) as session:
        session.delete(session.scalars(select(ScoreSheet)).one())
    ran = scores(folder, "import", path)
    assert (ran.code, ran.out.strip()) == (
        0,
        "phieu.xlsx: Xã Quế Lâm, năm 2025: đã nhận, đã nộp, chờ thẩm định.",
    )
    again = scores(folder, "import", path, "--json")
    assert (again.code, again.values["files"][0]["state"]) == (0, "same")


def test_a_dry_run_stores_nothing(folder: Path, tmp_path: Path) -> None:
    path = changed(exported(folder, tmp_path / "phieu.xlsx"), cells(E7="5"))
    before = held(folder)
    ran = scores(folder, "import", path, "--dry-run", "--json")
    assert (ran.code, ran.values["files"][0]["state"], held(folder)) == (0, "new", before)


def test_each_finding_is_a_line_with_file_sheet_and_cell_and_no_file_enters(
    folder: Path, tmp_path: Path
) -> None:
    wrong = changed(exported(folder, tmp_path / "sai.xlsx"), cells(E7="9", E15="18"))
    right = changed(exported(folder, tmp_path / "dung.xlsx", "99103"), cells(E7="5"))
    before = held(folder)
    ran = scores(folder, "import", right, wrong)
    assert ran.code == 1 and held(folder) == before
    assert [line.partition(":")[0] for line in ran.complaints] == [
        f"sai.xlsx {SHEET}!E7",
        f"sai.xlsx {SHEET}!F15",
    ]


def test_what_differs_is_taken_only_with_replace(folder: Path, tmp_path: Path) -> None:
    submitted(folder)
    path = changed(exported(folder, tmp_path / "phieu.xlsx"), cells(E7="5"))
    before, ran = held(folder), scores(folder, "import", path, "--json")
    (file,) = ran.values["files"]
    assert (ran.code, file["state"], file["differences"][0]["there"], held(folder)) == (
        1,
        "differs",
        "5",
        before,
    )
    assert scores(folder, "import", path, "--replace").code == 0
    with Book(folder, lock=False) as book, book.reading() as session:
        now = sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2025)
    assert (now.mark("1").self_answer, now.steps[-2].reason) == ("5", "Nhận phiếu khác từ tệp phieu.xlsx")


def test_of_two_files_of_one_commune_none_is_chosen_even_with_replace(folder: Path, tmp_path: Path) -> None:
    first = changed(exported(folder, tmp_path / "a.xlsx"), cells(E7="5"))
    second = changed(exported(folder, tmp_path / "b.xlsx"), cells(E7="6"))
    before, ran = held(folder), scores(folder, "import", first, second, "--replace")
    assert (ran.code, len(ran.complaints), held(folder)) == (1, 2, before)
    assert "hai phiếu khác nhau (b.xlsx)" in ran.complaints[0]


def test_a_file_that_cannot_be_read_is_told_beside_the_others(folder: Path, tmp_path: Path) -> None:
    right = exported(folder, tmp_path / "dung.xlsx")
    ran = scores(folder, "import", right, tmp_path / "khong-co.xlsx")
    assert ran.code == 1 and ran.complaints[0].startswith("khong-co.xlsx: ")
