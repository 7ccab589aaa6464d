"""The list of successions: filters, words, files read and refused, rows said by hand."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.rules.findings import Refused
from db.services import units
from tests.helpers.bad_successions import BAD_LISTS, LOOP, BadList
from tests.helpers.dien_bien import EVE, JULY
from tests.helpers.sample_records import contents
from ui.common.finding_texts import finding_text
from ui.common.workplace import Workplace
from ui.successions.origins import Node
from ui.successions.presenter import SuccessionsPresenter


@pytest.fixture
def presenter(read_workplace: Workplace) -> SuccessionsPresenter:
    """The rows of the province."""
    made = SuccessionsPresenter(read_workplace)
    made.reload()
    return made


def cells(presenter: SuccessionsPresenter, key: str) -> list[str]:
    return [str(item.cells[key]) for item in presenter.rows(presenter.shown)]


def lines(nodes: tuple[Node, ...], depth: int = 0) -> list[str]:
    """A tree line by line, indented by its depth."""
    return [line for node in nodes for line in (f"{'  ' * depth}{node.words}", *lines(node.below, depth + 1))]


def open_row(presenter: SuccessionsPresenter, written: str) -> int:
    return next(item.id for item in presenter.rows(presenter.shown) if item.row.written == written)


def old_id(presenter: SuccessionsPresenter, code: str) -> int:
    return presenter.workplace.read(lambda session: units.find(session, code, EVE)).id


def test_open_rows_say_what_the_list_says(presenter: SuccessionsPresenter) -> None:
    presenter.filter_by("state", "open")
    assert cells(presenter, "old") == [
        "Danh sách ghi: Xã Sá Tổng",
        "Danh sách ghi: Xã Huổi Lếch",
        "Danh sách ghi: Xã Sín Chải",
        "Danh sách ghi: Xã Xá Nhè",
    ]
    assert set(cells(presenter, "extent")) == {"Chưa xác định"}


NARROWED = [
    ({"text": "quai"}, 5),
    ({"text": "03253"}, 3),
    ({"text": "tuan giao dien bien"}, 3),
    ({"state": "whole"}, 125),
    ({"state": "part"}, 0),
    ({"on": "2025-07-01"}, 129),
    ({"on": "2025-07-02"}, 0),
    ({"scope": "own"}, 3),
    ({"scope": "own", "state": "open"}, 0),
]


@pytest.mark.parametrize(("how", "count"), NARROWED)
def test_the_list_is_narrowed(presenter: SuccessionsPresenter, how: dict[str, str], count: int) -> None:
    for key, value in how.items():
        if key == "text":
            presenter.filter_text(value)
        else:
            presenter.filter_by(key, value)
    assert len(presenter.shown) == count


def test_names_sort_in_vietnamese_order(presenter: SuccessionsPresenter) -> None:
    presenter.filter_text("03253")
    presenter.sort_by("old", True)
    assert cells(presenter, "old") == ["Thị trấn Tuần Giáo", "Xã Quài Nưa", "Xã Quài Cang"]


def test_the_tree_leads_back_and_forth(presenter: SuccessionsPresenter) -> None:
    presenter.filter_text("quai cang")
    assert lines(presenter.tree(presenter.shown[0])) == [
        "Xã Tuần Giáo (03253) gồm:",
        "  Thị trấn Tuần Giáo (03253)",
        "  Xã Quài Nưa (03274)",
        "  Xã Quài Cang (03289)",
        "Xã Quài Cang (03289) thành:",
        "  Xã Tuần Giáo (03253)",
    ]


def test_the_tree_says_what_is_open(presenter: SuccessionsPresenter) -> None:
    tree = lines(presenter.tree(open_row(presenter, "Xã Xá Nhè")))
    assert tree[0] == "Xã Sáng Nhè (03244) gồm:"
    assert "  Chưa xác định: Xã Xá Nhè" in tree


def test_an_open_row_is_settled_and_taken_back(presenter: SuccessionsPresenter) -> None:
    row = presenter.row(open_row(presenter, "Xã Xá Nhè"))
    assert presenter.keep(row, row.id, old_id(presenter, "03244"), True) == ()
    presenter.filter_by("state", "open")
    assert len(presenter.shown) == 3
    presenter.workplace.undo()
    assert len(presenter.shown) == 4
    presenter.workplace.redo()
    assert len(presenter.shown) == 3


def test_who_shows_restated_numbers_hears_of_it(presenter: SuccessionsPresenter, qtbot: QtBot) -> None:
    row = presenter.row(open_row(presenter, "Xã Xá Nhè"))
    with qtbot.waitSignal(presenter.workplace.borders_changed):
        presenter.keep(row, row.id, old_id(presenter, "03244"), True)
    with qtbot.waitSignal(presenter.workplace.borders_changed):
        presenter.workplace.undo()


def test_what_is_settled_with_it_is_told(workplace: Workplace, qtbot: QtBot, tmp_path: Path) -> None:
    twins = ("03253,,03289,,unknown", "03283,,03289,,unknown")
    presenter, said = SuccessionsPresenter(workplace), list[str]()
    with qtbot.waitSignal(presenter.loaded):
        presenter.load(BadList("two open", twins, ()).write(tmp_path), JULY)
    workplace.said.connect(said.append)
    row = next(item.row for item in presenter.rows(presenter.shown) if item.row.id is not None)
    assert presenter.keep(row, row.id, old_id(presenter, "03289"), True) == ()
    assert said[-1] == (
        "Đã ghi: Xã Quài Cang vào Xã Tuần Giáo. Hoàn tác bằng Ctrl+Z. "
        "Cũng bỏ 1 dòng chưa xác định ghi cùng mã cũ đó ở đơn vị khác."
    )


def test_a_source_that_went_elsewhere_is_refused(presenter: SuccessionsPresenter) -> None:
    row, before = presenter.row(open_row(presenter, "Xã Xá Nhè")), contents(presenter.workplace.book)
    findings = presenter.keep(row, row.id, old_id(presenter, "03289"), True)
    assert [finding_text(item) for item in findings] == [
        "Sổ đã ghi Xã Quài Cang vào Xã Tuần Giáo ở ngày này, trái với dòng này."
    ]
    assert contents(presenter.workplace.book) == before


def test_rows_are_taken_out_and_back_in_one_step(presenter: SuccessionsPresenter) -> None:
    presenter.filter_text("03253")
    presenter.remove(presenter.shown)
    assert cells(presenter, "old") == ["Chưa có dòng nào"]
    presenter.workplace.undo()
    assert len(presenter.shown) == 3


def test_what_only_says_that_nothing_is_known_stays(presenter: SuccessionsPresenter) -> None:
    presenter.filter_text("03253")
    presenter.remove(presenter.shown)
    presenter.remove(presenter.shown)
    assert cells(presenter, "old") == ["Chưa có dòng nào"]


def test_a_list_is_read_and_taken_back_with_the_office(
    workplace: Workplace, qtbot: QtBot, shared: Path
) -> None:
    presenter = SuccessionsPresenter(workplace)
    presenter.reload()
    with qtbot.waitSignal(presenter.loaded, timeout=20_000) as told:
        presenter.load(shared / "data" / "unit-successions-2025-07-01.csv", JULY)
    assert told.args == [
        "Đã đọc 10.503 dòng của ngày 01/07/2025: 129 dòng mới, 4 đơn vị chưa xác định hết nguồn gốc. "
        "Bỏ qua 10.374 dòng nói về đơn vị không có trong sổ. "
        "Đơn vị sử dụng nay là Xã Tuần Giáo (03253); hãy xem lại tên cơ quan in trên văn bản."
    ]
    assert (len(presenter.shown), workplace.office.unit.name) == (129, "Xã Tuần Giáo")
    workplace.undo()
    assert (len(presenter.shown), workplace.office.unit.name) == (45, "Thị trấn Tuần Giáo")


def test_a_stopped_reading_stores_nothing(workplace: Workplace, qtbot: QtBot, shared: Path) -> None:
    presenter, before = SuccessionsPresenter(workplace), contents(workplace.book)
    workplace.worker.started.connect(lambda job: job.cancel())
    presenter.load(shared / "data" / "unit-successions-2025-07-01.csv", JULY)
    workplace.worker.wait()
    qtbot.wait(10)
    assert contents(workplace.book) == before


def test_a_loop_is_named_in_each_of_its_lines(
    small_workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    presenter, before = SuccessionsPresenter(small_workplace), contents(small_workplace.book)
    bad = BadList("a loop", LOOP, ())
    with qtbot.waitSignal(presenter.refused) as told:
        presenter.load(bad.write(tmp_path), JULY)
    found = [(item.place, item.code) for item in told.args[0].findings] if told.args else []
    assert found == [(f"dòng {line}", "succession_loop") for line in (2, 3, 4)]
    assert contents(small_workplace.book) == before


@pytest.mark.parametrize("bad", BAD_LISTS, ids=[item.what for item in BAD_LISTS])
def test_a_bad_list_is_named_by_line_and_nothing_is_stored(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path, bad: BadList
) -> None:
    presenter = SuccessionsPresenter(workplace)
    if bad.before:
        with qtbot.waitSignal(presenter.loaded):
            presenter.load(bad.write(tmp_path, before=True), JULY)
    before = contents(workplace.book)
    day, month, year = map(int, bad.day.split("/"))
    with qtbot.waitSignal(presenter.refused) as told:
        presenter.load(bad.write(tmp_path), date(year, month, day))
    refused = told.args[0] if told.args else None
    assert isinstance(refused, Refused)
    assert len(refused.findings) == len(bad.named)
    for finding, (place, words) in zip(refused.findings, bad.named, strict=True):
        assert finding.place == place
        assert finding_text(finding).startswith(words)
    assert contents(workplace.book) == before
