"""Numbers of communes, years and periods typed under a target, by keyboard alone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.services.entering import entries
from tests.helpers.keyboard import press, type_text
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.plans.target_details import Part, TargetDetailsPresenter
from ui.plans.target_details_panel import TargetDetailsPanel
from ui.plans.targets_panel import TargetsPanel

Key = Qt.Key
D = Decimal


class Desk:
    """The details of a target, and hands on the keyboard."""

    def __init__(self, panel: TargetDetailsPanel) -> None:
        self.panel, self.grid = panel, panel.grid

    def press(self, key: Qt.Key) -> None:
        press(self.panel.window().focusWidget() or self.grid, key)

    def fill(self, *numbers: str) -> None:
        for number in numbers:
            type_text(self.panel.window().focusWidget() or self.grid, number)
            self.press(Key.Key_Return)
            QApplication.processEvents()

    def values(self) -> list[Decimal | None]:
        return [row.value for row in self.panel.presenter.details.rows]


@pytest.fixture
def plan_id(workplace: Workplace) -> int:
    return added(workplace.book, "plans", first_year=2024, last_year=2025)


@pytest.fixture
def target_id(workplace: Workplace, plan_id: int) -> int:
    return added(workplace.book, "targets", plan_id=plan_id, value=D(100), measured_in="người")


@pytest.fixture
def desk(workplace: Workplace, target_id: int, qtbot: QtBot) -> Desk:
    panel = TargetDetailsPanel(TargetDetailsPresenter(workplace, workplace))
    qtbot.addWidget(panel)
    panel.resize(700, 400)
    panel.show()
    panel.activateWindow()
    panel.presenter.show_target(target_id)
    panel.grid.setFocus()
    panel.grid.setCurrentIndex(panel.grid.model().index(0, 1))
    QApplication.processEvents()
    return Desk(panel)


def test_enter_goes_to_the_next_commune(desk: Desk) -> None:
    desk.press(Key.Key_Return)
    desk.fill("40", "35,5", "20")
    assert desk.values() == [D(40), D("35.5"), D(20), None, None]
    assert desk.grid.currentIndex().row() == 3


def test_typing_begins_at_once_even_on_the_name(desk: Desk) -> None:
    desk.grid.setCurrentIndex(desk.grid.model().index(1, 0))
    desk.fill("40")
    assert desk.values()[1] == D(40)


def test_a_sum_that_differs_is_told_with_both_numbers_and_kept(desk: Desk) -> None:
    desk.press(Key.Key_Return)
    desk.fill("40", "50")
    assert "90" in desk.panel.warning.text()
    assert "100" in desk.panel.warning.text()
    desk.fill("10")
    assert desk.panel.warning.text() == ""


def test_what_is_no_number_is_told_and_the_old_one_stays(desk: Desk) -> None:
    desk.press(Key.Key_Return)
    desk.fill("40")
    desk.grid.setCurrentIndex(desk.grid.model().index(0, 1))
    desk.panel.presenter.keep(desk.panel.presenter.details.rows[0], "4x")
    assert "4x" in desk.panel.complaint.text()
    assert desk.values()[0] == D(40)


def test_delete_takes_a_number_away_and_undo_brings_it_back(desk: Desk, workplace: Workplace) -> None:
    desk.press(Key.Key_Return)
    desk.fill("40")
    desk.press(Key.Key_Escape)
    desk.grid.setCurrentIndex(desk.grid.model().index(0, 1))
    desk.grid.setFocus()
    press(desk.grid, Key.Key_Delete)
    assert desk.values()[0] is None
    workplace.undo()
    assert desk.values()[0] == D(40)


def test_each_list_that_a_target_has_is_a_tab(desk: Desk) -> None:
    tabs = desk.panel.tabs
    assert [tabs.tabText(at) for at in range(tabs.count())] == ["Giao cho xã", "Từng năm", "Số tự ghi"]
    tabs.setCurrentIndex(1)
    desk.panel.grid.setCurrentIndex(desk.grid.model().index(0, 1))
    desk.press(Key.Key_Return)
    desk.fill("30", "70")
    assert desk.values() == [D(30), D(70)]


def test_a_measured_target_has_nothing_kept_by_hand(workplace: Workplace, qtbot: QtBot) -> None:
    presenter = TargetDetailsPresenter(workplace, workplace)
    presenter.show_target(added(workplace.book, "targets", measure="outreach.people"))
    assert presenter.details.parts == (Part.COMMUNES,)


def test_a_removed_target_leaves_nothing_behind(desk: Desk, workplace: Workplace, target_id: int) -> None:
    workplace.write(lambda session: entries.remove(session, "targets", target_id), "targets")
    assert desk.panel.presenter.target_id is None
    assert not desk.grid.isVisible()


def test_a_value_kept_by_hand_moves_the_bar_of_its_target(
    workplace: Workplace, plan_id: int, target_id: int, qtbot: QtBot
) -> None:
    panel = TargetsPanel(workplace)
    qtbot.addWidget(panel)
    panel.begin()
    panel.show_parent({"plan_id": plan_id})
    panel.list.table.choose(target_id)
    details = panel.details.presenter
    details.show_part(Part.PERIODS)
    details.keep(details.details.rows[5], "50")
    assert panel.list_model.value(0, "done") == D(50)
    assert panel.list_model.value(0, "standing") == "Chậm tiến độ"


@pytest.mark.parametrize("height", [260, 560])
def test_ctrl_b_goes_to_the_numbers_and_back_whatever_the_room(
    workplace: Workplace, plan_id: int, target_id: int, height: int, qtbot: QtBot
) -> None:
    panel = TargetsPanel(workplace)
    qtbot.addWidget(panel)
    panel.resize(900, height)
    panel.show_parent({"plan_id": plan_id})
    panel.show()
    panel.activateWindow()
    QApplication.processEvents()
    panel.list.table.choose(target_id)
    panel.take_focus()
    is_low = height < 300
    assert (panel.details.grid.isVisible(), panel.details.turn_button.isVisible()) == (not is_low, is_low)
    panel.turn_details()
    assert (panel.details.grid.hasFocus(), panel.list.isVisible()) == (True, not is_low)
    panel.turn_details()
    assert (panel.list.table.hasFocus(), panel.details.grid.isVisible()) == (True, not is_low)
