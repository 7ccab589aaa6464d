"""From an empty office to the quarter's return and the printed plan: the demo is right to the last figure."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.demo.sample import sample_texts
from tests.flows import hand_calculation as by_hand
from tests.flows.hand_calculation import QUARTER, SINCE_START, YEAR_BEFORE, Figures, RawRows
from tests.helpers.command_line import pcmd

PERIODS = {QUARTER: "2025-Q3", SINCE_START: "2025-9M", YEAR_BEFORE: "2024-Q3"}
SCREENS = {
    "first-start",
    "overview",
    "plans",
    "trainings",
    "outreach",
    "officials",
    "scores",
    "returns",
    "units",
}


def _outreach(key: str, days: tuple[str, str], audience: str | None = None) -> Any:
    return lambda rows: by_hand.outreach(rows, days, key, audience)


def _training(calculate: Callable[[RawRows, tuple[str, str]], Figures], days: tuple[str, str]) -> Any:
    return lambda rows: calculate(rows, days)


def _in_post(rows: RawRows) -> Figures:
    return by_hand.officials_in_post(rows, SINCE_START[1])


# Sheet, column as printed, measure, days, and how the figure is worked out by hand.
COLUMNS = [
    ("PCMD-02", "D", "outreach.sessions", QUARTER, _outreach("sessions", QUARTER)),
    ("PCMD-02", "E", "outreach.people", QUARTER, _outreach("people", QUARTER)),
    ("PCMD-02", "F", "outreach.female", QUARTER, _outreach("female", QUARTER)),
    ("PCMD-02", "G", "outreach.news_items", QUARTER, _outreach("news_items", QUARTER)),
    ("PCMD-02", "H", "outreach.broadcasts", QUARTER, _outreach("broadcasts", QUARTER)),
    ("PCMD-02", "I", "outreach.leaflets", QUARTER, _outreach("leaflets", QUARTER)),
    ("PCMD-02", "J", "outreach.panels", QUARTER, _outreach("panels", QUARTER)),
    ("PCMD-02", "K", "outreach.people[audience=worker]", QUARTER, _outreach("people", QUARTER, "worker")),
    ("PCMD-02", "L", "outreach.sessions", SINCE_START, _outreach("sessions", SINCE_START)),
    ("PCMD-02", "M", "outreach.people", SINCE_START, _outreach("people", SINCE_START)),
    ("PCMD-02", "N", "outreach.sessions", YEAR_BEFORE, _outreach("sessions", YEAR_BEFORE)),
    ("PCMD-02", "O", "outreach.people", YEAR_BEFORE, _outreach("people", YEAR_BEFORE)),
    ("PCMD-03", "D", "training.sessions", QUARTER, _training(by_hand.training_sessions, QUARTER)),
    ("PCMD-03", "E", "training.attendances", QUARTER, _training(by_hand.training_attendances, QUARTER)),
    ("PCMD-03", "F", "training.female", QUARTER, _training(by_hand.training_female, QUARTER)),
    ("PCMD-03", "G", "training.cost", QUARTER, _training(by_hand.training_cost, QUARTER)),
    ("PCMD-03", "H", "training.officials_trained", QUARTER, _training(by_hand.officials_trained, QUARTER)),
    ("PCMD-03", "I", "training.sessions", SINCE_START, _training(by_hand.training_sessions, SINCE_START)),
    (
        "PCMD-03",
        "J",
        "training.officials_trained",
        SINCE_START,
        _training(by_hand.officials_trained, SINCE_START),
    ),
    ("PCMD-03", "K", "training.officials_in_post", SINCE_START, _in_post),
    (
        "PCMD-03",
        "L",
        "training.trained_in_post",
        SINCE_START,
        _training(by_hand.trained_in_post, SINCE_START),
    ),
    ("PCMD-03", "M", "training.share_trained", SINCE_START, _training(by_hand.share_trained, SINCE_START)),
    ("PCMD-03", "N", "training.sessions", YEAR_BEFORE, _training(by_hand.training_sessions, YEAR_BEFORE)),
    ("PCMD-07", "D", "scores.self_points", QUARTER, lambda rows: by_hand.points(rows, "self_points")),
    (
        "PCMD-07",
        "E",
        "scores.appraised_points",
        QUARTER,
        lambda rows: by_hand.points(rows, "appraised_points"),
    ),
    ("PCMD-07", "F", "scores.communes[class=good]", QUARTER, lambda rows: by_hand.of_class(rows, "good")),
    ("PCMD-07", "G", "scores.communes[class=fair]", QUARTER, lambda rows: by_hand.of_class(rows, "fair")),
    ("PCMD-07", "H", "scores.communes[class=failed]", QUARTER, lambda rows: by_hand.of_class(rows, "failed")),
]


@pytest.fixture(scope="module")
def rows(demo_folder: Path) -> RawRows:
    return RawRows(demo_folder / "office" / "so-pcmd.db")


@pytest.fixture(scope="module")
def workbook(demo_folder: Path) -> openpyxl.Workbook:
    (file,) = (demo_folder / "returns").glob("*2025-Q3*.xlsx")
    return openpyxl.load_workbook(file)


def column_by_unit(sheet: Worksheet, letter: str) -> Figures:
    """Read a column by the unit codes in column B; the total row has none and is read as `total`."""
    cells: Figures = {}
    for row in range(1, sheet.max_row + 1):
        code, name = sheet[f"B{row}"].value, sheet[f"C{row}"].value
        if isinstance(code, str) and code.isdigit():
            cells[code] = sheet[f"{letter}{row}"].value
        elif cells and "total" not in cells and isinstance(name, str) and name:
            cells["total"] = sheet[f"{letter}{row}"].value
    return cells


@pytest.mark.parametrize(
    ("code", "letter", "measure", "days", "calculate"),
    COLUMNS,
    ids=[f"{case[0]}-{case[1]}" for case in COLUMNS],
)
def test_exported_column_equals_the_measure_and_the_hand_calculation(
    code: str,
    letter: str,
    measure: str,
    days: tuple[str, str],
    calculate: Any,
    workbook: Any,
    rows: RawRows,
    demo_folder: Path,
) -> None:
    exported = column_by_unit(workbook[code], letter)

    period = PERIODS[days]
    asked = pcmd(
        "--data",
        demo_folder / "office",
        "measures",
        measure,
        "--unit",
        "099",
        "--period",
        period,
        "--by",
        "unit",
        "--json",
    )
    assert exported.pop("total") == asked.values["total"]
    measured = {item["unit"]: item["value"] for item in asked.values["values"]}
    assert exported == {unit: measured[unit] for unit in exported}
    assert measured.keys() - exported.keys() == ({"099"} if code == "PCMD-07" else set())
    assert {unit: value for unit, value in exported.items() if value is not None} == calculate(rows)


def test_every_column_of_figures_was_worked_out_by_hand(workbook: Any) -> None:
    calculated = {(code, letter) for code, letter, *_ in COLUMNS}

    printed = {
        (code, cell.column_letter)
        for code in ("PCMD-02", "PCMD-03", "PCMD-07")
        for row in workbook[code].iter_rows()
        for cell in row
        if str(cell.value).strip("()").isdigit() and str(cell.value).startswith("(")
    }
    assert printed == calculated


def test_totals_of_flows_are_the_sums_of_their_columns(workbook: Any, rows: RawRows) -> None:
    for code, letter, _, _, calculate in COLUMNS:
        if code == "PCMD-02":
            assert column_by_unit(workbook[code], letter)["total"] == sum(calculate(rows).values())


def test_targets_stand_beside_what_was_done(workbook: Any, rows: RawRows) -> None:
    cells = {
        row[1].value: [cell.value for cell in row[3:8]]
        for row in workbook["PCMD-01"].iter_rows()
        if row[0].value
    }

    line = next(values for text, values in cells.items() if str(text).startswith("Tổ chức ít nhất 420 buổi"))
    sessions = [
        sum(by_hand.outreach(rows, days, "sessions").values()) for days in (QUARTER, SINCE_START, YEAR_BEFORE)
    ]
    assert line == [420, sessions[0], sessions[1], round(sessions[1] / 420 * 100, 3), sessions[2]]


def test_printed_plan_says_what_was_recorded(demo_folder: Path) -> None:
    with pypdfium2.PdfDocument(demo_folder / "documents" / "ke-hoach-2025-15.pdf") as document:
        text = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())

    for words in (
        "Số: 15/KH-UBND",
        "Tuần Giáo, ngày 20 tháng 01 năm 2025",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Phụ lục",
        "325.000.000 đồng",
    ):
        assert words in text
    assert "dữ liệu mẫu" in text.lower()


def test_every_screen_was_drawn_at_the_size_of_an_old_office_screen(demo_folder: Path, qapp: Any) -> None:
    from PySide6.QtGui import QImage

    drawn = {
        file.stem: QImage(str(file)).size().toTuple() for file in (demo_folder / "screens").glob("*.png")
    }

    assert drawn.keys() >= SCREENS
    assert set(drawn.values()) == {(1366, 768)}


def test_demo_tells_its_steps_and_files(demo_printed: Any, demo_folder: Path) -> None:
    assert len(demo_printed["steps"]) == 7
    assert all(Path(file).is_file() for file in demo_printed["files"])
    assert (demo_folder / "progress.txt").read_text(encoding="utf-8").count("giây") == 7


def test_demo_replaces_its_own_office_but_never_a_real_one(book_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    book_folder.rename(tmp_path / "demo" / "office")
    before = (tmp_path / "demo" / "office" / "so-pcmd.db").read_bytes()

    ran = pcmd("demo", tmp_path / "demo")

    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert (tmp_path / "demo" / "office" / "so-pcmd.db").read_bytes() == before


def test_every_target_line_equals_its_measure(workbook: Any, demo_folder: Path) -> None:
    plan = next(plan for plan in sample_texts()["plan"] if plan["year"] == 2025)
    measured = {row[0]: row[5] for row in plan["targets"] if row[5]}
    lines = {row[1].value: row for row in workbook["PCMD-01"].iter_rows() if row[1].value in measured}

    assert lines.keys() == measured.keys()
    for text, measure in measured.items():
        done = [lines[text][column].value for column in (4, 5, 7)]
        periods = (PERIODS[QUARTER], PERIODS[SINCE_START], PERIODS[YEAR_BEFORE])
        assert done == [_total(demo_folder, measure, period) for period in periods]


def _total(demo_folder: Path, measure: str, period: str) -> Any:
    asked = ("measures", measure, "--unit", "099", "--period", period, "--json")
    return pcmd("--data", demo_folder / "office", *asked).values["total"]
