"""`pcmd records`: templates and imports from the command line."""

from pathlib import Path

import pytest

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
