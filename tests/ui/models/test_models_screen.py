"""Commune models by year, and keeping all of last year on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.models.screen import ModelsScreen


@pytest.fixture
def numbers(workplace: Workplace) -> tuple[int, ...]:
    made = []
    for name, state in (("A", "new"), ("B", "kept"), ("C", "ended")):
        number = added(workplace.book, "models", name=name, started_year=None)
        added(workplace.book, "model_years", model_id=number, year=2024, state=state)
        made.append(number)
    return tuple(made)


@pytest.fixture
def screen(workplace: Workplace, numbers: tuple[int, ...], qtbot: QtBot) -> ModelsScreen:
    made = ModelsScreen(workplace)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.begin()
    return made


def _states(screen: ModelsScreen) -> list[object]:
    return [screen.list_model.value(row, "state") for row in range(screen.list_model.rowCount())]


def test_one_key_keeps_all_of_last_year_on_and_one_undo_takes_it_back(screen: ModelsScreen) -> None:
    screen.take_focus()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_F9)
    kept = _states(screen)
    screen.workplace.undo()
    assert (kept, _states(screen)) == (["Duy trì", "Duy trì", None], [None, None, None])


def test_keeping_on_twice_says_that_nothing_is_left(screen: ModelsScreen, workplace: Workplace) -> None:
    said: list[str] = []
    workplace.said.connect(said.append)
    screen.keep_all()
    screen.keep_all()
    assert "2 mô hình trong năm 2025" in said[-2]
    assert said[-1].startswith("Không có mô hình nào của năm 2024")


def test_the_key_names_the_chosen_year(screen: ModelsScreen, workplace: Workplace) -> None:
    workplace.choose_period(parse_period("2026-Q1"))
    assert screen.keep_button.text() == "Chuyển sang năm 2026: duy trì"


def test_the_list_shows_the_state_of_the_chosen_year(screen: ModelsScreen, workplace: Workplace) -> None:
    workplace.choose_period(parse_period("2024"))
    assert _states(screen) == ["Áp dụng mới", "Duy trì", "Kết thúc"]
    screen.presenter.filter_by("state", "kept")
    assert _states(screen) == ["Duy trì"]


def test_a_new_year_of_a_model_begins_with_the_chosen_one(screen: ModelsScreen) -> None:
    years = screen.parts[0].presenter
    screen.presenter.open_row(screen.presenter.shown.ids[0])
    years.new_row()
    assert years.entry.texts()["year"] == "2025"
    years.leave("state", "kept")
    assert _states(screen)[0] == "Duy trì"


def test_years_are_written_without_a_dot(screen: ModelsScreen) -> None:
    assert screen.list_model.value(0, "year") == "2024"
