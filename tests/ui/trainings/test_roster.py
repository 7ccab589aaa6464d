"""The roster of a training session."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.services import trainings
from db.services.entering import entries
from db.sessions import Session
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from ui.common.workplace import Workplace
from ui.trainings.screen import TrainingsScreen


def _prepare(session: Session) -> int:
    unit = unit_id(session, "99104")
    for name in ("Lò Văn An", "Lò Thị Ánh", "Quàng Văn Bó"):
        entries.add(session, "officials", {"name": name, "unit_id": unit})
    days = {"starts_on": date(2025, 9, 14), "ends_on": date(2025, 9, 15)}
    return entries.add(session, "trainings", {**days, "unit_id": unit, "title": "Lớp nghiệp vụ"})


@pytest.fixture
def training_id(workplace: Workplace) -> int:
    return workplace.write(_prepare, "trainings")


@pytest.fixture
def screen(workplace: Workplace, training_id: int, qtbot: QtBot) -> TrainingsScreen:
    made = TrainingsScreen(workplace)
    qtbot.addWidget(made)
    made.begin()
    made.show()
    made.presenter.open_row(training_id)
    return made


def _names(screen: TrainingsScreen, training_id: int) -> list[str]:
    held = screen.workplace.read(lambda session: trainings.roster(session, training_id))
    return [official.name for official in held]


def test_part_of_a_name_and_enter_put_an_official_on_the_roster(
    screen: TrainingsScreen, training_id: int
) -> None:
    finder = screen.roster_panel.finder
    finder.setFocus()
    type_text(finder, "bo")
    press(finder, Qt.Key.Key_Return)
    assert _names(screen, training_id) == ["Quàng Văn Bó"]
    assert screen.roster_panel.names.count() == 1
    assert finder.shown() == ""


def test_a_name_is_offered_once(screen: TrainingsScreen) -> None:
    found = screen.roster.found("lo")
    screen.roster.add(int(found[0].code))
    assert [item.code for item in screen.roster.found("lo")] == [found[1].code]


def test_taking_a_name_out_is_one_step_of_undo(screen: TrainingsScreen, training_id: int) -> None:
    screen.roster.add(int(screen.roster.found("bo")[0].code))
    screen.roster.remove(0)
    gone = _names(screen, training_id)
    screen.workplace.undo()
    assert (gone, _names(screen, training_id)) == ([], ["Quàng Văn Bó"])


def test_a_new_session_has_no_roster_yet(screen: TrainingsScreen) -> None:
    screen.new_row()
    assert screen.roster.training_id is None
    assert not screen.roster_panel.finder.isEnabled()


def test_tab_goes_from_the_last_field_to_the_roster(screen: TrainingsScreen) -> None:
    screen.form.focus_field("note")
    press(screen.form.rows["note"].editor, Qt.Key.Key_Tab)
    assert screen.focusWidget() is screen.roster_panel.finder


def test_a_key_goes_to_the_roster_and_back(screen: TrainingsScreen) -> None:
    screen.activateWindow()
    screen.take_focus()
    visited = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        control = (
            Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_Tab else Qt.KeyboardModifier.NoModifier
        )
        QTest.keyClick(screen.focusWidget(), key, control)
        visited.append(screen.focusWidget())
    form = screen.form.rows["starts_on"].editor
    assert visited == [screen.roster_panel.finder, form, screen.roster_panel.finder, screen.list.table]


def test_the_key_that_removes_takes_the_name_not_the_session(
    screen: TrainingsScreen, training_id: int
) -> None:
    screen.roster.add(int(screen.roster.found("lo")[0].code))
    screen.roster_panel.names.setCurrentRow(0)
    press(screen.roster_panel.names, Qt.Key.Key_F6)
    assert _names(screen, training_id) == []
    assert screen.presenter.entry.record_id == training_id


def test_on_a_low_screen_the_form_has_the_room_until_the_roster_is_wanted(screen: TrainingsScreen) -> None:
    screen.resize(900, 400)
    screen.form.focus_field()
    folded = (screen.roster_panel.finder.isVisible(), screen.roster_panel.title.text())
    screen.turn()
    assert folded == (False, "Cán bộ dự lớp (0) – bấm hoặc Ctrl+Tab để mở")
    assert screen.roster_panel.finder.hasFocus()
    screen.turn()
    assert not screen.roster_panel.finder.isVisible()
    screen.resize(900, 700)
    assert screen.roster_panel.finder.isVisible()
