"""`pcmd records`: templates and imports from the command line."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from db.rules.imports.codes import CodeDay
from db.services.imports import import_mappings
from db.sessions import Book
from tests.helpers.command_line import pcmd
from tests.helpers.record_lists import list_file

HEADS = ("Ngày", "Xã", "Hình thức", "Số buổi", "Ghi chú")
GOOD = ("14/9/2025", "Xã Quế Lâm", "Nói chuyện chuyên đề", 1, None)


@pytest.fixture
def data(book_folder: Path) -> tuple[str, Path]:
    """`--data FOLDER` of the small district."""
    return ("--data", book_folder)


def test_an_import_tells_its_counts_and_stores_all(data: tuple[str, Path], tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [GOOD])
    dry = pcmd(*data, "records", "import", "outreach", path, "--dry-run", "--json")
    done = pcmd(*data, "records", "import", "outreach", path, "--json")
    again = pcmd(*data, "records", "import", "outreach", path, "--json")
    assert [(ran.code, ran.values["new"], ran.values["same"]) for ran in (dry, done, again)] == [
        (0, 1, 0),
        (0, 1, 0),
        (0, 0, 1),
    ]


def test_a_refused_list_names_file_sheet_and_cell(data: tuple[str, Path], tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [("31/2/2025", *GOOD[1:])])
    ran = pcmd(*data, "records", "import", "outreach", path, "--json", "--marked", tmp_path / "m.xlsx")
    assert (ran.code, ran.values["refused"], ran.values["marked_copy"]) == (1, 1, str(tmp_path / "m.xlsx"))
    assert ran.values["findings"][0]["place"] == "Danh sách!A2"
    assert ran.complaints == ("a.xlsx Danh sách!A2: Không có ngày 31/2/2025. Hãy xem lại ngày và tháng.",)
    assert (tmp_path / "m.xlsx").is_file()


def test_a_column_with_traces_of_people_is_refused_until_it_is_left_out(
    data: tuple[str, Path], tmp_path: Path
) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [(*GOOD[:4], "Lò Thị Mai, SĐT 0912345678")])
    refused = pcmd(*data, "records", "import", "outreach", path)
    left_out = pcmd(*data, "records", "import", "outreach", path, "--leave-out", "Ghi chú")
    assert (refused.code, left_out.code) == (1, 0)
    assert "bỏ cột “Ghi chú”" in refused.complaints[0]


def test_a_mapping_is_remembered_by_its_name(data: tuple[str, Path], tmp_path: Path) -> None:
    first = list_file(tmp_path / "a.xlsx", ("Hôm", "Xã", "Kiểu"), [GOOD[:3]])
    other = list_file(tmp_path / "b.xlsx", ("Hôm", "Xã", "Kiểu"), [("15/9/2025", *GOOD[1:3])])
    pairs = ("--map", "Hôm=Ngày", "--map", "Kiểu=form", "--mapping", "Sổ phòng")
    assert pcmd(*data, "records", "import", "outreach", first).code == 1
    assert pcmd(*data, "records", "import", "outreach", first, *pairs).code == 0
    assert pcmd(*data, "records", "import", "outreach", other, "--mapping", "Sổ phòng").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--mapping", "Sổ lạ"),
        ("--leave-out", "Cột lạ"),
        ("--map", "Hôm=Cột lạ"),
    ],
)
def test_an_unknown_name_is_wrong_usage(
    data: tuple[str, Path], tmp_path: Path, words: tuple[str, str]
) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [GOOD])
    assert pcmd(*data, "records", "import", "outreach", path, *words).code == 2


@pytest.fixture
def merged_data(settled: Book) -> tuple[str, Path]:
    """`--data FOLDER` of Xã Tuần Giáo, made of three communes on 1 July 2025."""
    settled.close()
    return ("--data", settled.folder)


def test_a_unit_of_another_day_is_taken_when_that_is_said(
    merged_data: tuple[str, Path], tmp_path: Path
) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [("4/8/2025", "03289", *GOOD[2:])])
    words = (*merged_data, "records", "import", "outreach", path)
    refused = pcmd(*words)
    assert refused.code == 1
    assert "03289 không có vào ngày 04/08/2025; khi đó là Xã Tuần Giáo (03253)" in refused.complaints[0]
    taken = pcmd(*words, "--take-units", "--json")
    assert (taken.code, taken.values["new"]) == (0, 1)
    assert [item["place"] for item in taken.values["taken"]] == ["Danh sách!B2"]


def test_the_codes_of_a_file_stand_on_the_list_that_is_named(
    merged_data: tuple[str, Path], tmp_path: Path
) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [("6/5/2024", "03253", *GOOD[2:])])
    words = (*merged_data, "records", "import", "outreach", path, "--dry-run")
    assert [pcmd(*words, "--codes-on", day).code for day in ("rows", "1/3/2025", "2025-07-01")] == [0, 0, 1]
    assert pcmd(*words, "--codes-on", "hôm qua").code == 2


def test_how_codes_stand_is_remembered_with_the_mapping(
    merged_data: tuple[str, Path], tmp_path: Path
) -> None:
    path = list_file(tmp_path / "a.xlsx", ("Hôm", *HEADS[1:]), [("6/5/2024", "03253", *GOOD[2:])])
    words = (*merged_data, "records", "import", "outreach", path, "--mapping", "Sổ phòng")
    assert pcmd(*words, "--map", "Hôm=Ngày", "--codes-on", "1/3/2025").code == 0
    with Book(merged_data[1], lock=False) as book, book.reading() as session:
        kept = import_mappings.named(session, "outreach", "Sổ phòng")
    assert kept.codes == CodeDay(date(2025, 3, 1), is_decided=True)


@pytest.mark.parametrize(
    ("on", "day", "unit"),
    [("1/3/2025", "2025-03-01", None), ("5/8/2025", "2025-07-01", "Xã Tuần Giáo – 03253")],
)
def test_a_template_says_on_which_list_its_codes_stand(
    merged_data: tuple[str, Path], tmp_path: Path, on: str, day: str, unit: str | None
) -> None:
    target = tmp_path / "t.xlsx"
    assert pcmd(*merged_data, "records", "template", "outreach", target, "--on", on).code == 0
    workbook = openpyxl.load_workbook(target)
    assert {row[0]: row[1] for row in workbook["_pcmd"].iter_rows(values_only=True)}["codes_on"] == day
    assert (
        f"mã đơn vị theo danh mục ngày {day[8:]}/{day[5:7]}/{day[:4]}" in workbook.worksheets[0]["A2"].value
    )
    assert workbook.worksheets[0]["C5"].value == unit or unit is None


def test_old_text_is_converted_after_a_yes(data: tuple[str, Path], tmp_path: Path) -> None:
    rows = [("14/9/2025", "Quế Lâm", "talk", 1, "Tuyªn truyÒn phßng, chèng m¹i d©m t¹i x· QuÕ L©m")]
    path = list_file(tmp_path / "a.xlsx", HEADS, rows)
    refused = pcmd(*data, "records", "import", "outreach", path)
    assert (refused.code, "TCVN3" in refused.complaints[0]) == (1, True)
    assert pcmd(*data, "records", "import", "outreach", path, "--convert").code == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.xls", "không phải"), ("none.xlsx", "Không tìm thấy"), ("a.csv", "trống")],
)
def test_what_is_no_list_is_told_in_words(
    data: tuple[str, Path], tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "a.xls").write_bytes(b"\x00\x01")
    (tmp_path / "a.csv").write_bytes(b"")
    ran = pcmd(*data, "records", "import", "outreach", tmp_path / name)
    assert ran.code == 1
    assert words in ran.complaints[0]
