"""A long list shows its first rows before the rest of it is read and added up; what leaves the window is whole."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from db.rules.entries import Values
from db.services.entering import entries
from tests.helpers.books import grow, unit_id
from tests.helpers.made_once import made_once
from tests.helpers.sample_records import step
from ui.common.lists.list_papers import ListPapers
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.workplace import Workplace
from ui.outreach.screen import SUBJECT, OutreachScreen

COUNT = 2_100


def _add_activities(session: Session) -> None:
    commune, first = unit_id(session, "99104"), date(2025, 1, 1)
    rows: list[Values] = [
        {
            "unit_id": commune,
            "held_on": first + timedelta(days=number % 300),
            "form": "talk",
            "people": 2,
            "topic": "Phổ biến pháp luật" if number % 2 else "Phổ biến kỹ năng",
        }
        for number in range(COUNT)
    ]
    list(entries.add_many(session, "outreach", rows))


@pytest.fixture(scope="session")
def long_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        grow(template_folder, folder, lambda book: step(book, _add_activities))

    return made_once(tmp_path_factory, "long_lists", make)


@pytest.fixture
def book_template(long_template: Path) -> Path:
    return long_template


@pytest.fixture
def presenter(workplace: Workplace) -> RecordPresenter:
    made = RecordPresenter(workplace, SUBJECT, parent=workplace)
    made.reload()
    made.complete()
    return made


def test_a_filter_shows_the_first_rows_and_then_all(presenter: RecordPresenter, qtbot: QtBot) -> None:
    presenter.filter_text("pho")
    first, is_whole = presenter.shown.ids, presenter.shown.whole
    qtbot.waitUntil(lambda: presenter.shown.added_up)
    assert (is_whole, len(presenter.shown.ids)) == (False, COUNT)
    assert presenter.shown.ids[: len(first)] == first


def test_what_a_filter_leaves_is_added_up_whole(presenter: RecordPresenter, qtbot: QtBot) -> None:
    presenter.filter_text("phap luat")
    with qtbot.waitSignal(presenter.list_changed):
        pass
    qtbot.waitUntil(lambda: presenter.shown.added_up)
    assert presenter.shown.totals["people"] == COUNT


def test_few_rows_are_whole_at_once(presenter: RecordPresenter) -> None:
    presenter.filter_text("01/02/2025")
    assert (presenter.shown.whole, presenter.shown.added_up) == (True, True)


def test_a_list_is_printed_whole_however_soon(presenter: RecordPresenter, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    presenter.filter_text("phap luat")
    content = ListPapers(owner, presenter)._reader()()
    assert len(content.rows) == COUNT // 2
    assert COUNT in content.totals


def test_the_count_of_rows_waits_until_it_is_known(
    presenter: RecordPresenter, workplace: Workplace, qtbot: QtBot
) -> None:
    screen = OutreachScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    before = screen.list.filters.count.text()
    qtbot.waitUntil(lambda: screen.presenter.shown.added_up)
    assert (before, screen.list.filters.count.text()) == ("đang đếm…", "2.100 dòng")


def test_rows_that_follow_leave_every_row_in_its_place(
    presenter: RecordPresenter, workplace: Workplace, qtbot: QtBot
) -> None:
    screen = OutreachScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    with qtbot.assertNotEmitted(screen.list_model.modelReset):
        qtbot.waitUntil(lambda: screen.presenter.shown.added_up)
    assert screen.list_model.rowCount() == COUNT


def test_what_is_edited_far_down_stays_open_while_the_rest_is_read(
    presenter: RecordPresenter, qtbot: QtBot
) -> None:
    last = presenter.shown.ids[-1]
    presenter.open_row(last)
    presenter.filter_text("pho")
    qtbot.waitUntil(lambda: presenter.shown.added_up)
    assert presenter.entry.record_id == last
    assert last in presenter.shown.ids
