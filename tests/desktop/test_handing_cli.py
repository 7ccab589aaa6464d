"""`pcmd office hand-on` and `take-in`, as they are typed."""

from pathlib import Path

import pytest
from sqlalchemy import select

from db.records import OutreachActivity
from db.services.entering import entries
from db.sessions import Book
from tests.helpers.books import OFFICER
from tests.helpers.command_line import pcmd
from tests.helpers.handed_books import TOWN, new_office
from tests.helpers.same_records import same_records

DECIDED = ("--decide", "99104=99106", "--decide", "99105:outreach=99103", "--decide", "99105=archive")


@pytest.fixture
def district(ended_folder: Path) -> Path:
    """The folder of a district's book that ended, not open."""
    return ended_folder


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The folder of the new commune's book, not open."""
    new_office(tmp_path / "town").close()
    return tmp_path / "town"


def test_the_whole_book_goes_from_one_folder_to_another(district: Path, town: Path, tmp_path: Path) -> None:
    written = pcmd("--data", district, "office", "hand-on", tmp_path / "out", "--json")
    (file,) = written.values["files"]
    assert (written.code, file["to"]) == (0, None)
    assert pcmd("--data", town, "office", "take-in", file["file"]).code == 0
    assert same_records(town) == same_records(district)


def test_taking_in_tells_of_files_that_do_not_come_along(district: Path, town: Path, tmp_path: Path) -> None:
    written = pcmd("--data", district, "office", "hand-on", tmp_path / "out", "--json")
    told = pcmd("--data", town, "office", "take-in", written.values["files"][0]["file"], "--dry-run")
    assert "chép thư mục minh-chung ở nơi bàn giao vào thư mục của sổ này" in told.out


def test_a_district_that_ended_hands_its_book_on_to_the_province(district: Path, tmp_path: Path) -> None:
    new_office(tmp_path / "province", "99").close()
    written = pcmd("--data", district, "office", "hand-on", tmp_path / "out", "--json")
    assert (
        pcmd("--data", tmp_path / "province", "office", "take-in", written.values["files"][0]["file"]).code
        == 0
    )
    assert same_records(tmp_path / "province") == same_records(district)
    asked = ("measures", "outreach.sessions", "--period", "2025-Q1", "--json")
    counted = [
        pcmd("--data", folder, *asked, "--unit", code).values["total"]
        for folder, code in ((district, "991"), (tmp_path / "province", "99"))
    ]
    assert counted[0] == counted[1] > 0


def test_what_nobody_decided_is_refused_and_nothing_written(district: Path, tmp_path: Path) -> None:
    ran = pcmd("--data", district, "office", "hand-on", tmp_path / "out", "--split")
    assert ran.code == 1
    assert [line.partition(":")[0] for line in ran.complaints] == ["99104", "99105"]
    assert "Xã Đạt Mới" in ran.complaints[0]
    assert not (tmp_path / "out").exists()


def test_a_book_is_split_into_one_file_a_commune_and_one_of_all(district: Path, tmp_path: Path) -> None:
    ran = pcmd(
        "--data", district, "office", "hand-on", tmp_path, "--split", "--own", TOWN, *DECIDED, "--json"
    )
    assert [file["to"] for file in ran.values["files"]] == ["99101", "99103", "99106", None]
    assert all(Path(file["file"]).exists() for file in ran.values["files"])
    assert set(ran.values["archive_only"]) >= {"figures", "score_sheets"}


def test_a_preview_writes_no_file(district: Path, tmp_path: Path) -> None:
    ran = pcmd("--data", district, "office", "hand-on", tmp_path / "out", "--split", "--dry-run", "--json")
    assert ran.code == 0
    assert {commune["code"] for commune in ran.values["communes"]} == {"99101", "99103"}
    assert len(ran.values["undecided"]) == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("decision", ["99104", "99104:cars=99106", "99104:figures="])
def test_a_decision_that_is_none_is_refused(district: Path, tmp_path: Path, decision: str) -> None:
    ran = pcmd("--data", district, "office", "hand-on", tmp_path, "--split", "--decide", decision)
    assert (ran.code, len(ran.complaints)) == (1, 1)


def test_three_books_are_taken_in_together_or_not_at_all(district: Path, town: Path, tmp_path: Path) -> None:
    pcmd("--data", district, "office", "hand-on", tmp_path, "--split", *DECIDED)
    files = sorted(tmp_path.glob("*.pcmd"))
    before = (town / "so-pcmd.db").read_bytes()
    (tmp_path / "broken.pcmd").write_bytes(files[0].read_bytes()[:-40])
    assert pcmd("--data", town, "office", "take-in", *files, tmp_path / "broken.pcmd").code == 1
    assert (town / "so-pcmd.db").read_bytes() == before
    assert pcmd("--data", town, "office", "take-in", *files).code == 0


def test_the_same_file_again_says_that_there_is_nothing_new(
    district: Path, town: Path, tmp_path: Path
) -> None:
    pcmd("--data", district, "office", "hand-on", tmp_path)
    (file,) = tmp_path.glob("*.pcmd")
    pcmd("--data", town, "office", "take-in", file)
    again = pcmd("--data", town, "office", "take-in", file)
    assert (again.code, "không có gì mới" in again.out) == (0, True)


def test_a_preview_of_a_book_changes_nothing(district: Path, town: Path, tmp_path: Path) -> None:
    pcmd("--data", district, "office", "hand-on", tmp_path)
    (file,) = tmp_path.glob("*.pcmd")
    before = same_records(town)
    ran = pcmd("--data", town, "office", "take-in", file, "--dry-run", "--json")
    assert ran.values["books"][0]["records"]["plans"]["new"] == 2
    assert same_records(town) == before


def test_names_are_changed_from_a_day_on(district: Path) -> None:
    renamed = ("office", "rename", "--from", "2025-03-01", "--issuing-agency", "Phòng Y tế")
    assert pcmd("--data", district, *renamed).code == 0
    listed = pcmd("--data", district, "office", "names", "--json").values
    assert [(item["until"], item["issuing_agency"]) for item in listed] == [
        (None, "Phòng Y tế"),
        ("2025-02-28", "Ủy ban nhân dân huyện Hòa Lâm"),
    ]
    assert pcmd("--data", district, *renamed).code == 1


def test_traces_of_people_are_told_before_the_book_is_handed_on(district: Path, tmp_path: Path) -> None:
    with Book(district) as book, book.writing(who=OFFICER) as session:
        first = session.scalars(select(OutreachActivity.id)).first()
        entries.change(session, "outreach", int(first or 0), {"note": "CCCD 011085001234"})
    ran = pcmd("--data", district, "office", "hand-on", tmp_path, "--json")
    assert (ran.code, len(ran.values["personal"])) == (0, 1)
    assert "011085001234" in ran.values["personal"][0]


def test_an_answer_is_given_by_the_key_of_its_question(district: Path, town: Path, tmp_path: Path) -> None:
    pcmd("--data", district, "office", "hand-on", tmp_path)
    (file,) = tmp_path.glob("*.pcmd")
    pcmd("--data", town, "office", "take-in", file)
    with Book(district) as book, book.writing(who=OFFICER) as session:
        entries.change(session, "officials", 1, {"post": "Trưởng ban"})
    pcmd("--data", district, "office", "hand-on", tmp_path)
    asked = pcmd("--data", town, "office", "take-in", file, "--dry-run", "--json").values["books"][0][
        "questions"
    ]
    assert [question["key"] for question in asked] == ["official:1"]
    pcmd("--data", town, "office", "take-in", file, "--accept", "official:1")
    with Book(town) as book, book.reading() as session:
        assert entries.values_of(session, "officials", 1)["post"] == "Trưởng ban"
