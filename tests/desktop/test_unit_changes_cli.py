"""`pcmd units change`: what is told before, what is made, what is refused."""

from pathlib import Path

import pytest

from tests.helpers.command_line import Ran, pcmd


def change(folder: Path, *words: str, on: str = "2025-06-01") -> Ran:
    return pcmd("--data", folder, "units", "change", "--on", on, *words)


def test_a_dry_run_tells_and_writes_nothing(book_folder: Path) -> None:
    words = ("--from", "99102", "99103", "--new", "99120", "Xã Quế An")
    would = change(book_folder, *words, "--dry-run")
    assert would.out.splitlines() == [
        "Chưa ghi gì vào sổ. Thay đổi này sẽ:",
        "Hết hiệu lực, ngày cuối là 31/05/2025: Xã Quế Lâm (99102), Xã Đạt Thành (99103).",
        "Bắt đầu ngày 01/06/2025: Xã Quế An (99120).",
        "Thêm 2 dòng kế thừa, trong đó 0 dòng một phần.",
        "Không dòng nào có ngày từ 01/06/2025 phải chuyển.",
    ]
    done = change(book_folder, *words)
    assert done.out.splitlines() == ["Đã ghi thay đổi đơn vị:", *would.out.splitlines()[1:]]


MADE = [
    (("--from", "99102", "--into", "99103"), [("99102", "99103", "whole"), ("99103", "99103", "whole")]),
    (
        ("--from", "99102", "--new", "99121", "Xã A", "--new", "99122", "Xã B"),
        [("99102", "99121", "part"), ("99102", "99122", "part")],
    ),
    (("--part", "99102", "--new", "99121", "Xã A"), [("99102", "99121", "part"), ("99102", "99102", "part")]),
    (("--from", "99102", "--new", "99102", "Phường Quế Lâm"), [("99102", "99102", "whole")]),
    (
        ("--from", "99102", "--new", "99102", "Xã Quế Lâm", "--parent", "99"),
        [("99102", "99102", "whole")],
    ),
]


@pytest.mark.parametrize(("words", "rows"), MADE)
def test_every_kind_of_change_is_made(
    book_folder: Path, words: tuple[str, ...], rows: list[tuple[str, str, str]]
) -> None:
    ran = change(book_folder, *words, "--json")
    assert ran.code == 0
    assert [(row["old"], row["new"], row["extent"]) for row in ran.values["rows"]] == rows


def test_the_office_is_told_under_its_new_name(book_folder: Path) -> None:
    ran = change(book_folder, "--from", "991", "--new", "991", "Thị xã Hòa Lâm", "--json")
    assert (ran.values["office"], len(ran.values["ended"])) == ("Thị xã Hòa Lâm", 6)


REFUSED = [
    (("--from", "99102", "--new", "99103", "Xã A"), "results.1.code: Mã 99103 đang là mã của Xã Đạt Thành"),
    (("--from", "99102", "--new", "99102", "Xã Quế Lâm"), "results: Chưa có gì thay đổi ở Xã Quế Lâm"),
    (("--from", "99102"), "results: Cần nhập ô này"),
    (
        ("--from", "991", "--new", "992", "Huyện A", "--new", "993", "Huyện B"),
        "sources: Huyện Hòa Lâm còn 5 đơn vị trực thuộc",
    ),
]


@pytest.mark.parametrize(("words", "complaint"), REFUSED)
def test_what_cannot_be_is_refused(book_folder: Path, words: tuple[str, ...], complaint: str) -> None:
    for extra in ((), ("--dry-run",)):
        ran = change(book_folder, *words, *extra)
        assert (ran.code, ran.out, len(ran.complaints)) == (1, "", 1)
        assert ran.complaints[0].startswith(complaint)


def test_a_day_of_a_list_is_refused(book_folder: Path) -> None:
    ran = change(book_folder, "--from", "99102", "--into", "99103", on="2025-03-01")
    assert (ran.code, ran.complaints[0].startswith("on: Ngày 01/03/2025 không sau ngày")) == (1, True)


def test_a_unit_that_nobody_knows_is_told(book_folder: Path) -> None:
    ran = change(book_folder, "--from", "99999", "--into", "99103")
    assert (ran.code, ran.out) == (2, "")
    assert "Không có đơn vị “99999”" in ran.complaints[0]


AFTER_FIRST: list[tuple[str, tuple[str, ...], str, str]] = [
    (
        "an end before the beginning",
        ("--from", "99120", "--into", "99104"),
        "2025-06-01",
        "sources: Xã Quế An bắt đầu ngày 01/06/2025 nên không thể hết hiệu lực trước ngày 01/06/2025",
    ),
    (
        "a code of two units",
        ("--from", "99104", "--new", "99120", "Xã An Sơn"),
        "2025-05-01",
        "results.1.code: Mã 99120 đang là mã của Xã Quế An",
    ),
    (
        "a child that began later than its parent ends",
        ("--from", "991", "--new", "991", "Thị xã Hòa Lâm"),
        "2025-05-01",
        "sources: Xã Quế Lâm đã hết hiệu lực sau ngày 31/05/2025",
    ),
]


@pytest.mark.parametrize(
    ("words", "on", "complaint"), [case[1:] for case in AFTER_FIRST], ids=[case[0] for case in AFTER_FIRST]
)
def test_what_an_earlier_change_forbids_is_refused(
    book_folder: Path, words: tuple[str, ...], on: str, complaint: str
) -> None:
    assert change(book_folder, "--from", "99102", "99103", "--new", "99120", "Xã Quế An").code == 0
    ran = change(book_folder, *words, on=on)
    assert (ran.code, ran.out) == (1, "")
    assert ran.complaints[0].startswith(complaint)


def test_what_ended_is_not_known_any_more(book_folder: Path) -> None:
    assert change(book_folder, "--from", "99102", "--into", "99103").code == 0
    ran = change(book_folder, "--from", "99102", "--into", "99104", on="2025-07-01")
    assert (ran.code, ran.out) == (2, "")
