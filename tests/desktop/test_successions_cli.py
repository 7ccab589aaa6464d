"""`pcmd units successions`: a list of successions as an officer reads it."""

from pathlib import Path

import openpyxl
import pytest

from db.services import offices
from db.sessions import Book
from tests.helpers.bad_successions import BAD_LISTS, LOOP, BadList
from tests.helpers.command_line import Ran, pcmd
from tests.ui.units.unit_files import COMMUNES, DISTRICT, write_list

HEAD = "new_code,new_name,old_code,old_name,extent"
GOOD = "03253,Xã Tuần Giáo,03289,Xã Quài Cang,whole"


def read(folder: Path, *lines: str, on: str = "2025-07-01", as_json: bool = True) -> Ran:
    path = folder.parent / "list.csv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    words: list[str | Path] = [
        "--data",
        folder,
        "units",
        "successions",
        path,
        "--on",
        on,
        *(["--json"] if as_json else []),
    ]
    return pcmd(*words)


def test_the_real_list_is_read_and_told(dien_bien_folder: Path, shared: Path) -> None:
    path = shared / "data" / "unit-successions-2025-07-01.csv"
    ran = pcmd("--data", dien_bien_folder, "units", "successions", path, "--on", "01/07/2025", "--json")
    assert (ran.code, ran.values) == (
        0,
        {
            "rows": 10503,
            "stored": 129,
            "unsettled": 4,
            "left_out": 10374,
            "doubts": [],
            "office": "03253",
        },
    )


def test_people_read_it_in_words(dien_bien_folder: Path) -> None:
    ran = read(dien_bien_folder, "03253,Xã Tuần Giáo,03253,Thị trấn Tuần Giáo,whole", GOOD, as_json=False)
    assert ran.out.splitlines() == [
        "Đã đọc 2 dòng kế thừa của ngày 01/07/2025: 2 dòng mới, 0 đơn vị chưa xác định hết nguồn gốc, "
        "0 dòng bỏ qua vì nói về đơn vị không có trong sổ.",
        "Đơn vị sử dụng nay là Xã Tuần Giáo (03253). Hãy xem lại tên cơ quan in trên văn bản.",
    ]


@pytest.mark.parametrize("bad", BAD_LISTS, ids=[item.what for item in BAD_LISTS])
def test_a_bad_list_is_refused_line_by_line(dien_bien_folder: Path, tmp_path: Path, bad: BadList) -> None:
    if bad.before:
        assert read(dien_bien_folder, *bad.before).code == 0
    path, day = bad.write(tmp_path), "-".join(f"{int(part):02d}" for part in reversed(bad.day.split("/")))
    ran = pcmd("--data", dien_bien_folder, "units", "successions", path, "--on", day)
    assert (ran.code, ran.out, len(ran.complaints)) == (1, "", len(bad.named))
    for complaint, (place, words) in zip(ran.complaints, bad.named, strict=True):
        where = f"{path.name} {place}".strip()
        assert complaint.startswith(f"{where}: {words}")


def test_a_loop_is_refused_in_each_of_its_lines(book_folder: Path, tmp_path: Path) -> None:
    again = write_list(tmp_path / "july.csv", *DISTRICT, *COMMUNES, "99105,Xã Ăng Tở,Xã,3,991")
    assert pcmd("--data", book_folder, "units", "import", again, "--on", "2025-07-01").code == 0
    ran = read(book_folder, *LOOP)
    assert (ran.code, ran.out) == (1, "")
    assert [line[: line.index(" thành một vòng")] for line in ran.complaints] == [
        "list.csv dòng 2: Xã Quế Lâm và Xã Đạt Thành nhập toàn bộ vào nhau",
        "list.csv dòng 3: Xã Đạt Thành và Xã An Bình nhập toàn bộ vào nhau",
        "list.csv dòng 4: Xã An Bình và Xã Quế Lâm nhập toàn bộ vào nhau",
    ]


def test_a_day_of_another_list_is_refused_in_one_line(dien_bien_folder: Path) -> None:
    ran = read(dien_bien_folder, GOOD, on="2025-08-01")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert "01/03/2025, 01/07/2025" in ran.complaints[0]


def test_a_file_that_is_not_there_is_refused(dien_bien_folder: Path) -> None:
    ran = pcmd("--data", dien_bien_folder, "units", "successions", "no.csv", "--on", "2025-07-01")
    assert (ran.code, len(ran.complaints)) == (1, 1)


def test_an_office_below_a_renamed_province_goes_on(dien_bien_folder: Path, tmp_path: Path) -> None:
    first = read(dien_bien_folder, "03253,Xã Tuần Giáo,03253,Thị trấn Tuần Giáo,whole")
    path = tmp_path / "2026.csv"
    path.write_text(
        "code,name,kind,level,parent_code\n11,Thành phố Điện Biên,Thành phố,1,\n", encoding="utf-8"
    )
    ran = pcmd("--data", dien_bien_folder, "units", "import", path, "--on", "2026-04-30", "--json")
    shown = pcmd(
        "--data", dien_bien_folder, "measures", "units.communes", "--unit", "03253", "--period", "2026-12"
    )
    assert (first.code, ran.code, ran.values["added"], shown.code) == (0, 0, 46, 0)


@pytest.fixture
def two_levels(shared: Path, tmp_path: Path) -> tuple[str, Path]:
    """`--data FOLDER` of a commune that answers to its province, made from the list of two levels."""
    rows = (shared / "data" / "units-2025-07-01.csv").read_text(encoding="utf-8").splitlines()
    own = [row for row in rows if row.startswith(("code,", "11,")) or row.endswith(",11")]
    (tmp_path / "units.csv").write_text("\n".join(own), encoding="utf-8")
    data = ("--data", tmp_path / "so")
    words = ("office", "create", "--units", tmp_path / "units.csv", "--code", "03253", "--on", "2025-07-01")
    assert pcmd(*data, *words).code == 0
    return data


def test_an_office_of_a_commune_answers_to_its_province(two_levels: tuple[str, Path]) -> None:
    with Book(two_levels[1], lock=False) as book, book.reading() as session:
        office = offices.current(session)
    assert (office.unit.name, office.unit.parent) == ("Xã Tuần Giáo", "11")
    assert (office.names.parent_agency, office.names.receiving_unit) == (
        "Ủy ban nhân dân tỉnh Điện Biên",
        "Ủy ban nhân dân tỉnh Điện Biên",
    )


def test_it_measures_and_reports_without_a_district(two_levels: tuple[str, Path], tmp_path: Path) -> None:
    sets = pcmd(*two_levels, "returns", "sets", "--on", "2026-03-01", "--json").values
    assert [(item["set"], item["levels"], item["refused"]) for item in sets] == [
        ("quarterly", [1, 2, 3], None),
        ("quarterly_annexes", [1, 2, 3], None),
    ]
    measured = pcmd(*two_levels, "measures", "--unit", "03253", "--period", "2026", "--by", "unit", "--json")
    assert measured.code == 0
    words = ("--set", "quarterly", "--unit", "03253", "--period", "2026-Q1", tmp_path / "r.xlsx")
    assert pcmd(*two_levels, "returns", "export", *words).code == 0
    marks = openpyxl.load_workbook(tmp_path / "r.xlsx")["_pcmd"].iter_rows(values_only=True)
    known = {row[0]: row[1] for row in marks}
    assert (known["unit"], known["unit_valid_on"]) == ("03253", "2026-03-14")
    assert pcmd(*two_levels, "measures", "--unit", "099", "--period", "2026").code == 2


def test_measures_say_whose_they_are_where_a_code_went_on_to_another(settled: Book) -> None:
    settled.close()
    words = ("--data", settled.folder, "measures", "outreach.people", "--unit", "03253", "--period", "2025")
    new, old = pcmd(*words), pcmd(*words, "--on", "30/06/2025")
    assert new.out.startswith("Số liệu của Xã Tuần Giáo, có từ ngày 01/07/2025;")
    assert old.out.startswith("Số liệu của Thị trấn Tuần Giáo, có đến ngày 30/06/2025;")
    assert pcmd(*words[:-1], "2026").out.startswith("Số lượt người")
    assert pcmd(*words, "--on", "30/06/2025", "--json").values["unit_name"] == "Thị trấn Tuần Giáo"
