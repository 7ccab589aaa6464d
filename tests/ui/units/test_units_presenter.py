"""The office's units as of the period's last day, and reading a new list."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.rules.findings import Refused
from db.rules.periods import parse_period
from tests.ui.units.unit_files import COMMUNES, DISTRICT, bad_list, good_list, write_list
from ui.common.finding_texts import finding_text
from ui.common.workplace import Workplace
from ui.units.presenter import UnitsPresenter

JULY = date(2025, 7, 1)


@pytest.fixture
def presenter(workplace: Workplace) -> UnitsPresenter:
    """The units of the small district at the end of 2025."""
    made = UnitsPresenter(workplace)
    made.reload()
    return made


def names(presenter: UnitsPresenter) -> list[str]:
    return [str(row.cells["name"]) for row in presenter.rows(presenter.shown)]


def test_the_own_unit_stands_first(presenter: UnitsPresenter) -> None:
    assert names(presenter)[:2] == ["Huyện Hòa Lâm", "Thị trấn Đồi Thông"]
    assert presenter.rows(presenter.shown)[1].cells["parent"] == "Huyện Hòa Lâm"


def test_names_sort_in_vietnamese_order(presenter: UnitsPresenter) -> None:
    presenter.sort_by("name", False)

    assert names(presenter)[:3] == ["Xã An Bình", "Xã Ăng Tở", "Xã Đạt Thành"]


@pytest.mark.parametrize("typed", ["dat thanh", "99103", "Đạt"])
def test_the_filter_finds_names_and_codes(presenter: UnitsPresenter, typed: str) -> None:
    presenter.filter_text(typed)

    assert names(presenter) == ["Xã Đạt Thành"]


def test_a_new_list_says_what_is_new_and_what_ended(
    presenter: UnitsPresenter, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(presenter.loaded) as told:
        presenter.load(good_list(tmp_path), JULY)

    assert told.args == ["Đã đọc 7 đơn vị của ngày 01/07/2025: 1 đơn vị mới, 1 đơn vị hết hiệu lực."]
    assert "Xã Mới" in names(presenter)
    assert "Xã Ăng Tở" not in names(presenter)


def test_the_list_is_as_of_the_periods_last_day(
    presenter: UnitsPresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(presenter.loaded):
        presenter.load(good_list(tmp_path), JULY)

    workplace.choose_period(parse_period("2025-Q2"))

    gone = next(row for row in presenter.rows(presenter.shown) if row.cells["name"] == "Xã Ăng Tở")
    assert gone.cells["valid_to"] == date(2025, 6, 30)


def test_a_refused_list_stores_nothing_and_names_its_lines(
    presenter: UnitsPresenter, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(presenter.refused) as told:
        presenter.load(bad_list(tmp_path), JULY)

    refused = told.args[0] if told.args else None
    assert isinstance(refused, Refused)
    assert [(item.code, item.place) for item in refused.findings] == [
        ("unit_code_length", "dòng 8"),
        ("unit_parent_unknown", "dòng 9"),
    ]
    assert len(names(presenter)) == 6


def test_a_commune_that_outlives_its_district_is_named_by_line(
    presenter: UnitsPresenter, qtbot: QtBot, tmp_path: Path
) -> None:
    neighbour = ("992,Huyện Hòa Sơn,Huyện,2,99", "99201,Xã Bên Kia,Xã,3,992")
    with qtbot.waitSignal(presenter.loaded):
        presenter.load(write_list(tmp_path / "a.csv", *DISTRICT, *COMMUNES, *neighbour), JULY)

    with qtbot.waitSignal(presenter.refused) as told:
        presenter.load(write_list(tmp_path / "b.csv", *DISTRICT, *COMMUNES, neighbour[1]), date(2025, 8, 1))

    found = told.args[0].findings if told.args else ()
    assert [(item.place, finding_text(item)) for item in found] == [
        (
            "dòng 8",
            "Danh sách không còn Huyện Hòa Sơn (992) nên Xã Bên Kia không thể còn thuộc đơn vị đó. "
            "Hãy thêm dòng của Huyện Hòa Sơn hoặc sửa mã cấp trên.",
        )
    ]


def test_a_stopped_reading_stores_nothing(
    presenter: UnitsPresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    # Stopped as soon as it begins: whichever report comes next ends the work, and nothing was committed.
    workplace.worker.started.connect(lambda job: job.cancel())

    presenter.load(good_list(tmp_path), JULY)
    workplace.worker.wait()
    qtbot.wait(10)
    presenter.reload()

    assert "Xã Mới" not in names(presenter)
