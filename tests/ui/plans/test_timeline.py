"""The timeline of tasks, money by source and the agencies that are offered."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.sample_records import added
from ui.common import theme
from ui.common.forms.suggestions import Suggestions
from ui.common.forms.text_editors import LineEditor
from ui.common.workplace import Workplace
from ui.plans.tasks_panel import TasksPanel

Key = Qt.Key


@pytest.fixture
def panel(workplace: Workplace, qtbot: QtBot) -> TasksPanel:
    plan_id = added(workplace.book, "plans")
    for content, ends_on in (
        ("Phát động", date(2025, 9, 8)),
        ("In tờ rơi", date(2025, 12, 1)),
        ("Khác", None),
    ):
        money = {"money_planned": 2_000, "money_source": "Huyện"} if ends_on else {}
        starts_on = date(2025, 3, 1) if ends_on else None
        added(
            workplace.book,
            "tasks",
            plan_id=plan_id,
            content=content,
            starts_on=starts_on,
            ends_on=ends_on,
            **money,
        )
    made = TasksPanel(workplace)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    made.activateWindow()
    made.begin()
    made.show_parent({"plan_id": plan_id})
    made.take_focus()
    QApplication.processEvents()
    return made


def test_ctrl_t_turns_the_list_into_a_timeline_and_back(panel: TasksPanel) -> None:
    panel.toggle_timeline()
    assert (panel.shows_timeline, panel.timeline.hasFocus()) == (True, True)
    assert panel.toggle.text().startswith("Danh sách")
    panel.toggle_timeline()
    assert (panel.shows_timeline, panel.list.table.hasFocus()) == (False, True)


def test_up_and_down_choose_a_task_in_list_and_form(panel: TasksPanel) -> None:
    panel.toggle_timeline()
    press(panel.timeline, Key.Key_Down)
    assert panel.form.rows["content"].text() == "In tờ rơi"
    press(panel.timeline, Key.Key_End)
    assert panel.list.table.current_id() == panel.timeline.chosen_id
    press(panel.timeline, Key.Key_Return)
    assert panel.form.focused_key() == "group"


def test_the_chosen_task_is_read_out_with_its_days_and_standing(panel: TasksPanel) -> None:
    panel.toggle_timeline()
    press(panel.timeline, Key.Key_Home)
    said = panel.timeline.accessibleDescription()
    assert said == "Phát động: từ 01/03/2025 đến 08/09/2025, Quá hạn 12 ngày; bằng chứng: thiếu"
    press(panel.timeline, Key.Key_End)
    assert panel.timeline.accessibleDescription() == "Khác: chưa ghi hạn, Chưa thực hiện; bằng chứng: chưa có"


def test_what_is_late_is_drawn_in_red(panel: TasksPanel) -> None:
    panel.toggle_timeline()
    QApplication.processEvents()
    image = panel.timeline.grab().toImage()
    rows = {
        at: {image.pixelColor(x, at).name() for x in range(image.width())}
        for at in range(30, 26 + 2 * theme.ROW_HEIGHT)
    }
    red = theme.late().name()
    assert any(red in colors for at, colors in rows.items() if at < 26 + theme.ROW_HEIGHT)
    assert not any(red in colors for at, colors in rows.items() if at > 28 + theme.ROW_HEIGHT)


def test_money_is_told_by_source(panel: TasksPanel) -> None:
    assert panel.money.text() == "Kinh phí (đồng) – Huyện: dự kiến 4.000, đã chi –"


@pytest.fixture
def line(qtbot: QtBot) -> LineEditor:
    made = LineEditor()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    return made


def found(typed: str) -> list[str]:
    return [name for name in ("Công an huyện", "Công đoàn") if typed.lower() in name.lower()]


def test_agencies_are_offered_and_the_line_stays_as_typed(line: LineEditor) -> None:
    offered = Suggestions(line, found)
    type_text(line, "công")
    assert (offered.names, line.text()) == (("Công an huyện", "Công đoàn"), "công")
    press(line, Key.Key_Backspace)
    assert line.text() == "côn"
    type_text(line, "x")
    assert offered.names == ()


def test_letters_that_are_composed_stay_the_input_method_s(line: LineEditor) -> None:
    Suggestions(line, found)
    compose_text(line, "Công đo")
    assert line.text() == "Công đo"


def test_enter_without_a_choice_keeps_what_was_typed(line: LineEditor) -> None:
    offered = Suggestions(line, found)
    type_text(line, "công")
    QTest.keyClick(offered.popup, Key.Key_Return)
    assert (line.text(), offered.names) == ("công", ())


def test_a_chosen_name_takes_the_place_of_the_last_one_only(line: LineEditor) -> None:
    offered = Suggestions(line, found, between=";")
    type_text(line, "Phòng Y tế; công")
    QTest.keyClick(offered.popup, Key.Key_Down)
    QTest.keyClick(offered.popup, Key.Key_Return)
    assert line.text() == "Phòng Y tế; Công an huyện"


def test_the_fields_of_agencies_offer_the_list_and_those_of_other_plans(panel: TasksPanel) -> None:
    assert panel.presenter.agencies("y te") == (
        "Phòng Y tế",
        "Sở Y tế",
        "Trạm Y tế xã",
        "Trung tâm Y tế huyện",
    )
    assert len(panel.suggestions) == 2
