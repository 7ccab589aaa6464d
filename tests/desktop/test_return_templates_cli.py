"""`pcmd returns template`: a province's own workbook becomes a set, or every cell that is wrong is told."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook

from db.sessions import Book
from tests.helpers.books import COMMUNES
from tests.helpers.command_line import pcmd
from tests.helpers.foreign_templates import MAIN, foreign_template
from tests.helpers.sample_records import added


def test_a_workbook_becomes_a_set(book_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").write_bytes(foreign_template())
    words = ("returns", "template", tmp_path / "mau.xlsx", "--set", "tinh", "--from", "2025-01-01")
    values = pcmd("--data", book_folder, *words, "--json").values
    assert (values["set"], values["title"], values["from"]) == ("tinh", "mau", "2025-01-01")
    assert values["sheets"][0]["tags"][0] == {"cell": "A1", "text": "{{office.parent}}"}
    assert values["findings"] == [] and {loss["kind"] for loss in values["losses"]} == {"formulas"}
    sets = pcmd("--data", book_folder, "returns", "sets", "--on", "2025-09-14", "--json").values
    assert next(form["code"] for item in sets if item["set"] == "tinh" for form in item["forms"]) == MAIN


def test_each_unknown_tag_is_named_by_its_cell(book_folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["C17"], sheet["D17"] = "{{unit.name}}", "{{outreach.sesions}}", "{{x}}"
    book.save(tmp_path / "mau.xlsx")
    words = ("returns", "template", tmp_path / "mau.xlsx", "--set", "tinh", "--json")
    ran = pcmd("--data", book_folder, *words)
    assert ran.code == 1
    assert [line.split(":")[0] for line in ran.complaints] == ["mau.xlsx Sheet!C17", "mau.xlsx Sheet!D17"]
    assert [item["place"] for item in ran.values["findings"]] == ["Sheet!C17", "Sheet!D17"]
    sets = pcmd("--data", book_folder, "returns", "sets", "--json").values
    assert "tinh" not in [item["set"] for item in sets]


def test_a_return_is_exported_into_the_workbook(book_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").write_bytes(foreign_template())
    words = ("returns", "template", tmp_path / "mau.xlsx", "--set", "quarterly", "--from", "2025-01-01")
    with Book(book_folder) as book_of_year:
        added(book_of_year, "outreach", held_on=date(2025, 7, 1), people=42, female=None)
    assert pcmd("--data", book_folder, *words).code == 0
    export = ("returns", "export", "--set", "quarterly", "--unit", "991", "--period", "2025-Q3", "--json")
    values = pcmd("--data", book_folder, *export, tmp_path / "a.xlsx").values
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book[MAIN]
    assert [sheet.cell(row, 3).value for row in range(9, 15)] == ["991", *COMMUNES]
    assert values["control_totals"][f"{MAIN}.outreach_people"] == sheet.cell(15, 5).value == 42
    assert sheet.oddFooter is not None and values["check_code"] in str(sheet.oddFooter.left.text)
    assert book["_pcmd"].sheet_state == "veryHidden"
