"""`pcmd plans import`: a received plan becomes a draft that the other commands find."""

from pathlib import Path

import pytest

from tests.db.rules.plan_reading import made_plans
from tests.helpers.command_line import pcmd


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(made_plans.DISTRICT, encoding="utf-8")
    return path


def test_an_imported_plan_is_listed_and_printed(book_folder: Path, plan_file: Path, tmp_path: Path) -> None:
    values = pcmd("--data", book_folder, "plans", "import", plan_file, "--json").values
    assert (values["number"], values["symbol"], values["years"]) == ("38", "KH-UBND", [2024, 2024])
    assert values["targets"] == len(pcmd("plans", "read", plan_file, "--json").values["targets"])
    listed = pcmd("--data", book_folder, "plans", "list", "--json").values
    assert [(plan["id"], plan["state"]) for plan in listed] == [(values["id"], "draft")]
    assert pcmd("--data", book_folder, "plans", "print", "38", tmp_path / "out.pdf").code == 0


def test_a_plan_without_a_number_is_found_by_its_number_in_the_book(
    book_folder: Path, plan_file: Path, tmp_path: Path
) -> None:
    made = pcmd("--data", book_folder, "plans", "import", plan_file, "--own", "--json").values
    assert made["number"] is None
    called = f"#{made['id']}"
    assert pcmd("--data", book_folder, "plans", "print", called, tmp_path / "out.docx").code == 0
    (unknown,) = pcmd("--data", book_folder, "plans", "check", "99").complaints
    assert called in unknown


def test_the_same_plan_is_not_kept_twice(book_folder: Path, plan_file: Path) -> None:
    pcmd("--data", book_folder, "plans", "import", plan_file)
    again = pcmd("--data", book_folder, "plans", "import", plan_file)
    assert again.code == 1
    assert "Sổ đã có kế hoạch này" in again.complaints[0]
    assert len(pcmd("--data", book_folder, "plans", "list", "--json").values) == 1


def test_a_text_that_is_no_plan_is_refused(book_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(made_plans.ARTICLE, encoding="utf-8")
    ran = pcmd("--data", book_folder, "plans", "import", path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.complaints[0].startswith("article.txt: ")
    assert pcmd("--data", book_folder, "plans", "list", "--json").values == []
