"""The command line: what it prints, what it refuses, how it leaves."""

from datetime import date
from pathlib import Path

import pytest

from db.rules.entries import Values
from db.services import offices
from db.services.entering import entries
from db.services.planning import amendments
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import COMMUNES, OFFICER, unit_id
from tests.helpers.command_line import pcmd
from tests.helpers.sample_records import added, issued, step

HEAD = "code,name,kind,level,parent_code\n"
PROVINCE, DISTRICT = "11,Tỉnh Điện Biên,Tỉnh,1,\n", "099,Huyện Tuần Giáo,Huyện,2,11\n"
COMMUNE = "03253,Thị trấn Tuần Giáo,Thị trấn,3,099\n"
GOOD = HEAD + PROVINCE + DISTRICT + COMMUNE
BAD_LISTS = [
    ("wrong column", GOOD.replace("parent_code", "parent"), ["parent_code"]),
    ("code twice", GOOD + COMMUNE, ["dòng 5", "03253"]),
    ("no such parent", GOOD.replace(",099\n", ",098\n"), ["dòng 4", "098"]),
    ("number for a code", GOOD.replace("03253", "3253"), ["dòng 4", "3253", "03253"]),
    ("two slips", GOOD.replace("03253", "3253").replace("Huyện,2", "Huyện,5"), ["dòng 3", "dòng 4"]),
    ("empty", "", ["units.csv"]),
]


@pytest.fixture
def recorded_folder(book_folder: Path) -> Path:
    """The small district's book with two activities of one commune, closed again."""
    with Book(book_folder) as book, book.writing(who=OFFICER) as session:
        commune = unit_id(session, "99103")
        for day, people in ((date(2025, 7, 1), 40), (date(2025, 9, 14), 2)):
            values: Values = {"held_on": day, "unit_id": commune, "form": "talk", "people": people}
            entries.add(session, "outreach", values)
    return book_folder


def test_office_is_made_from_the_real_list_with_all_units(shared: Path, tmp_path: Path) -> None:
    units = shared / "data" / "units-2025-03-01.csv"

    ran = pcmd(
        "--data",
        tmp_path,
        "office",
        "create",
        "--units",
        units,
        "--code",
        "099",
        "--on",
        "2025-03-01",
        "--json",
    )

    assert (ran.code, ran.values["name"], ran.values["units"]) == (0, "Huyện Tuần Giáo", 10806)
    listed = pcmd("--data", tmp_path, "units", "list", "--on", "2025-03-01", "--json").values
    assert len(listed) == 10806
    assert listed[-1].keys() == {"code", "name", "kind", "level", "parent", "valid_from", "valid_to"}


def test_names_as_printed_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(GOOD, encoding="utf-8")
    make = ("office", "create", "--units", tmp_path / "units.csv", "--code", "03253", "--on", "01/03/2025")

    ran = pcmd("--data", tmp_path / "so", *make, "--signatory-name", "Lò Văn Mẫu", "--cut-off", "calendar")

    assert ran.code == 0
    with Book(tmp_path / "so", lock=False) as book, book.reading() as session:
        office = offices.current(session)
    assert (office.names.signatory_name, office.cut_off.name) == ("Lò Văn Mẫu", "calendar")


@pytest.mark.parametrize(
    ("text", "told"), [(text, told) for _, text, told in BAD_LISTS], ids=[case[0] for case in BAD_LISTS]
)
def test_bad_list_of_units_is_told_line_by_line_and_nothing_is_stored(
    text: str, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "units.csv").write_text(text, encoding="utf-8")

    ran = pcmd(
        "--data",
        tmp_path / "so",
        "office",
        "create",
        "--units",
        tmp_path / "units.csv",
        "--code",
        "099",
        "--on",
        "2025-03-01",
    )

    assert ran.code == 1
    assert all(any(word in line for line in ran.complaints) for word in told)
    assert all(line.startswith("units.csv") for line in ran.complaints)
    assert not (tmp_path / "so" / BOOK_NAME).exists()


def test_text_renamed_to_a_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "units.xlsx").write_text(GOOD, encoding="utf-8")

    ran = pcmd(
        "--data",
        tmp_path / "so",
        "office",
        "create",
        "--units",
        tmp_path / "units.xlsx",
        "--code",
        "099",
        "--on",
        "2025-03-01",
    )

    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert ".xlsx" in ran.complaints[0]


def test_refused_list_leaves_the_book_as_it_was(recorded_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(GOOD.replace("03253", "3253"), encoding="utf-8")
    before = pcmd("--data", recorded_folder, "units", "list", "--on", "2025-08-01", "--json").values

    ran = pcmd("--data", recorded_folder, "units", "import", tmp_path / "units.csv", "--on", "2025-07-01")

    assert ran.code == 1
    assert pcmd("--data", recorded_folder, "units", "list", "--on", "2025-08-01", "--json").values == before


def test_measure_by_unit_is_null_where_nothing_was_recorded(recorded_folder: Path) -> None:
    ran = pcmd(
        "--data",
        recorded_folder,
        "measures",
        "outreach.people",
        "--unit",
        "991",
        "--period",
        "2025-Q3",
        "--by",
        "unit",
        "--json",
    )

    values = ran.values
    assert {key: values[key] for key in ("measure", "kind", "unit", "period", "first", "last", "total")} == {
        "measure": "outreach.people",
        "kind": "flow",
        "unit": "991",
        "period": "2025-Q3",
        "first": "2025-06-15",
        "last": "2025-09-14",
        "total": 42,
    }
    assert [item["unit"] for item in values["values"]] == ["991", *COMMUNES]
    assert {item["unit"]: item["value"] for item in values["values"] if item["value"] is not None} == {
        "99103": 42
    }


def test_all_measures_are_shown_without_a_name(recorded_folder: Path) -> None:
    values = pcmd("--data", recorded_folder, "measures", "--unit", "991", "--period", "2025", "--json").values

    shown = {item["measure"]: item["total"] for item in values}
    assert (
        shown["outreach.activities"],
        shown["outreach.share_of_communes"],
        shown["training.sessions"],
    ) == (2, 20, None)


@pytest.mark.parametrize(
    ("name", "unit", "period", "near"),
    [
        ("outreach.peple", "991", "2025-Q3", "outreach.people"),
        ("outreach.people[audience=worke]", "991", "2025-Q3", "worker"),
        ("outreach.people", "9910", "2025-Q3", "99101 Thị trấn Đồi Thông"),
        ("outreach.people", "Hoa Lam", "2025-Q3", "991 Huyện Hòa Lâm"),
        ("outreach.people", "991", "2025-Q5", "2025-Q4"),
        ("outreach.people", "99", "2025-Q3", ""),
    ],
)
def test_unknown_name_leaves_with_2_and_near_names(
    name: str, unit: str, period: str, near: str, recorded_folder: Path
) -> None:
    ran = pcmd("--data", recorded_folder, "measures", name, "--unit", unit, "--period", period)

    assert (ran.code, ran.out, len(ran.complaints)) == (2, "", 1)
    assert near in ran.complaints[0]


@pytest.mark.parametrize(
    "words", [("nonsense",), ("units",), ("units", "import"), ("units", "list", "--on", "hôm qua")]
)
def test_wrong_usage_leaves_with_2_in_vietnamese(words: tuple[str, ...]) -> None:
    ran = pcmd(*words)

    assert ran.code == 2
    assert ran.complaints[0].startswith("Sai cách dùng:")
    assert ran.complaints[1].startswith("Cách dùng: pcmd")


def test_return_export_says_what_was_written(recorded_folder: Path, tmp_path: Path) -> None:
    export = ("returns", "export", "--set", "quarterly", "--unit", "991", "--period", "2025-Q3")

    values = pcmd("--data", recorded_folder, *export, tmp_path / "a.xlsx", "--json").values

    known = {"file", "paper", "set", "unit", "period", "revision", "control_totals", "check_code", "warnings"}
    assert values.keys() == known
    assert (values["revision"], values["control_totals"]["PCMD-02.people"]) == (1, 42)
    assert "check_nothing_recorded" in {item["code"] for item in values["warnings"]}
    paper = ("--pdf", tmp_path / "b.pdf", "--word", "Đã rà soát")
    again = pcmd("--data", recorded_folder, *export, tmp_path / "b.xlsx", *paper, "--json").values
    same = {"file": "", "paper": ""}
    assert again | same == values | same
    assert again["paper"] == str(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


def test_export_into_a_folder_that_is_none_keeps_nothing(recorded_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    export = ("returns", "export", "--set", "quarterly", "--unit", "991", "--period", "2025-Q3")

    ran = pcmd("--data", recorded_folder, *export, tmp_path / "plain" / "a.xlsx")

    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert pcmd("--data", recorded_folder, "data", "info", "--json").values["records"]["returns"] == 0


def test_the_book_is_told_with_the_machine_it_lies_on(recorded_folder: Path) -> None:
    told = pcmd("--data", recorded_folder, "data", "info", "--json").values["machine"]
    assert told["writing"] == {"standing": "good", "words": "Ghi thử được."}
    assert list(told) == ["place", "writing", "space", "clock"]
    assert "  Tốt – Ghi vào thư mục: Ghi thử được." in pcmd("--data", recorded_folder, "data", "info").out


def test_unknown_set_of_forms_leaves_with_2(recorded_folder: Path, tmp_path: Path) -> None:
    ran = pcmd(
        "--data",
        recorded_folder,
        "returns",
        "export",
        "--set",
        "quartely",
        "--unit",
        "991",
        "--period",
        "2025-Q3",
        tmp_path / "a.xlsx",
    )

    assert ran.code == 2
    assert "quarterly" in ran.complaints[0]


def test_open_book_is_not_written_by_a_second_process(recorded_folder: Path, tmp_path: Path) -> None:
    export = (
        "returns",
        "export",
        "--set",
        "quarterly",
        "--unit",
        "991",
        "--period",
        "2025-Q3",
        tmp_path / "a.xlsx",
    )

    with Book(recorded_folder):
        ran = pcmd("--data", recorded_folder, *export)

    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert not (tmp_path / "a.xlsx").exists()


@pytest.fixture
def amended_folder(book_folder: Path) -> Path:
    """The small district's book with plan 5 and an open amendment that changes its grounds, closed again."""
    with Book(book_folder) as book:
        plan_id = added(book, "plans")
        issued(book, plan_id)
        step(book, lambda session: amendments.begin(session, plan_id))
        step(book, lambda session: entries.change(session, "plans", plan_id, {"grounds": "Luật A"}))
    return book_folder


def test_amendments_of_a_plan_are_listed_with_what_they_change(amended_folder: Path) -> None:
    (told,) = pcmd("--data", amended_folder, "plans", "amendments", "5", "--json").values
    lines = pcmd("--data", amended_folder, "plans", "amendments", "5").out

    change = {"kind": "field", "act": "added", "place": "Căn cứ", "old": "", "new": "Luật A"}
    assert (told["ordinal"], told["number"], told["changes"]) == (1, None, [change])
    assert "Căn cứ: – → Luật A" in lines


def test_a_plan_without_amendments_says_so(amended_folder: Path) -> None:
    with Book(amended_folder) as book:
        added(book, "plans", number=6)

    assert pcmd("--data", amended_folder, "plans", "amendments", "6", "--json").values == []
    assert pcmd("--data", amended_folder, "plans", "amendments", "7").code == 2


def test_folder_without_a_book_is_told(tmp_path: Path) -> None:
    ran = pcmd("--data", tmp_path / "nothing", "plans", "list")

    assert (ran.code, len(ran.complaints)) == (1, 1)


def test_second_office_never_writes_over_a_book(recorded_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(GOOD, encoding="utf-8")
    before = (recorded_folder / BOOK_NAME).read_bytes()

    ran = pcmd(
        "--data",
        recorded_folder,
        "office",
        "create",
        "--units",
        tmp_path / "units.csv",
        "--code",
        "099",
        "--on",
        "2025-03-01",
    )

    assert ran.code == 1
    assert (recorded_folder / BOOK_NAME).read_bytes() == before
