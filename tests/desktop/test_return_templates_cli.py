"""`pcmd returns template`: a province's own workbook becomes a set, or every cell that is wrong is told."""

from pathlib import Path

from openpyxl import Workbook

from tests.helpers.command_line import pcmd
from tests.helpers.foreign_templates import MAIN, foreign_template


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
