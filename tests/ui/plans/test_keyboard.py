"""A plan made by keyboard alone: its parts, undo, and the document."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.sample_records import added
from ui.common import printing
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.check_dialog import CheckDialog
from ui.plans.new_plan_dialog import NewPlanDialog
from ui.plans.part_panel import PartPanel
from ui.plans.plan_maker import Way
from ui.plans.screen import PlansScreen

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


class Desk:
    """The screen of plans, and hands on the keyboard."""

    def __init__(self, screen: PlansScreen, dialogs: Modals) -> None:
        self.screen, self.dialogs = screen, dialogs

    @property
    def part(self) -> PartPanel:
        part = self.screen.tabs.currentWidget()
        assert isinstance(part, PartPanel)
        return part

    def focused(self) -> QWidget:
        return self.screen.focusWidget() or self.screen

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.focused(), key, modifiers)

    def turn(self, times: int = 1, key: Qt.Key = Key.Key_Tab) -> None:
        for _ in range(times):
            QTest.keyClick(self.focused(), key, _CONTROL)

    def fill(self, *words: str) -> None:
        for word in words:
            type_text(self.focused(), word)
            self.press(Key.Key_Return)

    def add_plan(self) -> None:
        self.new_plan()
        self.fill("Phòng, chống mại dâm năm 2025")

    def new_plan(self) -> None:
        """Ask for a plan and choose the empty one."""
        self.dialogs.expect(NewPlanDialog, lambda dialog: press(dialog.ways[Way.EMPTY], Key.Key_Return))
        self.press(Key.Key_F5)
        # The desktop gives the window its focus back when a dialog closes; here nobody does.
        self.screen.activateWindow()
        QApplication.processEvents()

    def part_texts(self, column: int = 0) -> list[str]:
        model = self.part.list_model
        return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def desk(workplace: Workplace, qtbot: QtBot, dialogs: Modals) -> Desk:
    screen = PlansScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1200, 650)
    screen.show()
    screen.activateWindow()
    screen.begin()
    screen.take_focus()
    QApplication.processEvents()
    return Desk(screen, dialogs)


def test_a_typed_subject_makes_a_plan_and_opens_its_parts(desk: Desk) -> None:
    assert not desk.screen.tabs.isTabEnabled(1)
    desk.add_plan()
    assert desk.screen.presenter.entry.record_id is not None
    assert [desk.screen.tabs.isTabEnabled(at) for at in range(4)] == [True] * 4


def test_f5_adds_a_target_where_the_focus_is(desk: Desk) -> None:
    desk.add_plan()
    desk.turn(2)
    desk.press(Key.Key_F5)
    desk.fill("Tổ chức ít nhất 420 buổi tuyên truyền")
    assert desk.part_texts() == ["Tổ chức ít nhất 420 buổi tuyên truyền"]
    assert len(desk.screen.presenter.shown.ids) == 1


def test_a_measure_is_found_by_any_part_of_its_name(desk: Desk) -> None:
    desk.add_plan()
    desk.turn(2)
    desk.press(Key.Key_F5)
    desk.fill("Tổ chức ít nhất 420 buổi")
    desk.part.form.focus_field("measure")
    desk.fill("so buoi tuyen truyen")
    assert desk.part_texts(6) == ["Số buổi tuyên truyền"]


def test_a_task_is_added_and_taken_back_and_done_again(desk: Desk, workplace: Workplace) -> None:
    desk.add_plan()
    desk.turn(3)
    desk.press(Key.Key_F5)
    desk.part.form.focus_field("content")
    desk.fill("Giao ban với các xã")
    assert desk.part_texts() == ["Giao ban với các xã"]
    workplace.undo()
    assert desk.part_texts() == []
    workplace.redo()
    assert desk.part_texts() == ["Giao ban với các xã"]


def test_alt_down_moves_a_section_and_numbers_it_anew(desk: Desk) -> None:
    desk.add_plan()
    desk.turn()
    for words in ("MỘT", "HAI"):
        desk.press(Key.Key_F5)
        desk.part.form.focus_field("text")
        desk.fill(words)
        desk.press(Key.Key_Escape)
    desk.part.list.table.selectRow(0)
    desk.press(Key.Key_Down, _ALT)
    assert desk.part_texts() == ["I. HAI", "II. MỘT"]


def test_ctrl_tab_goes_round_the_parts_and_page_keys_too(desk: Desk) -> None:
    desk.add_plan()
    seen = []
    for key in (Key.Key_Tab, Key.Key_PageDown, Key.Key_PageDown, Key.Key_Tab, Key.Key_PageUp):
        desk.turn(key=key)
        seen.append(desk.screen.tabs.currentIndex())
    assert seen == [1, 2, 3, 4, 3]


def test_escape_goes_from_field_to_list_to_plans(desk: Desk) -> None:
    desk.add_plan()
    desk.turn(3)
    desk.press(Key.Key_F5)
    desk.part.form.focus_field("content")
    desk.fill("Giao ban")
    desk.press(Key.Key_Escape)
    assert desk.part.list.table.hasFocus()
    desk.press(Key.Key_Escape)
    assert desk.screen.list.table.hasFocus()


def test_taking_back_a_new_plan_closes_its_parts(desk: Desk, workplace: Workplace) -> None:
    desk.add_plan()
    desk.turn(2)
    workplace.undo()
    assert desk.screen.presenter.shown.ids == ()
    assert [desk.screen.tabs.isTabEnabled(at) for at in range(4)] == [True, False, False, False]


def test_an_empty_plan_offers_the_usual_headings(desk: Desk) -> None:
    desk.add_plan()
    desk.turn()
    desk.part.list.empty.step_taken.emit()
    assert desk.part_texts()[0] == "I. MỤC ĐÍCH, YÊU CẦU"
    assert desk.part.list.table.hasFocus()


def test_a_plan_of_another_year_leaves_with_its_parts(desk: Desk, workplace: Workplace) -> None:
    desk.add_plan()
    workplace.choose_period(parse_period("2023"))
    assert not desk.screen.presenter.entry.open
    assert not desk.screen.tabs.isTabEnabled(1)


def test_ctrl_e_writes_the_targets_with_how_far_they_are(
    desk: Desk, workplace: Workplace, file_dialogs: FileDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.add_plan()
    plan_id = desk.screen.presenter.entry.record_id
    added(workplace.book, "targets", plan_id=plan_id, value=Decimal(80), measure="outreach.people")
    added(workplace.book, "outreach", people=40)
    workplace.refresh("targets")
    desk.turn(2)
    file_dialogs.expect(tmp_path / "chi-tieu.xlsx")
    with qtbot.waitSignal(workplace.said):
        desk.press(Key.Key_E, _CONTROL)
    cells = [row for row in load_workbook(tmp_path / "chi-tieu.xlsx").active.values if 40 in row]  # type: ignore[union-attr]
    assert cells[0][1:5] == ("≥ 80", 40, 50, "Chậm tiến độ")


class Previews:
    """Stands for the print preview: keeps what it was given."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.heads: list[bytes] = []

    def show(self, owner: QWidget, path: Path, title: str, others: object = ()) -> None:
        self.titles.append(title)
        self.heads.append(path.read_bytes()[:5])


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> Iterator[Previews]:
    made = Previews()
    monkeypatch.setattr(printing, "preview", made.show)
    yield made


def test_ctrl_p_shows_the_document_from_any_part(
    desk: Desk, previews: Previews, dialogs: Modals, qtbot: QtBot
) -> None:
    desk.add_plan()
    desk.turn(3)
    dialogs.expect(CheckDialog, lambda dialog: dialog.print_button.click())
    desk.press(Key.Key_P, _CONTROL)
    qtbot.waitUntil(lambda: bool(previews.titles))
    assert (previews.titles, previews.heads) == (["Kế hoạch chưa có số"], [b"%PDF-"])


def test_a_character_that_no_face_has_is_told_calmly(
    desk: Desk, workplace: Workplace, previews: Previews, qtbot: QtBot
) -> None:
    desk.new_plan()
    desk.fill("Kế hoạch 語")
    with qtbot.waitSignal(workplace.failed) as told:
        desk.screen.print_out()
    assert type(told.args[0]).__name__ == "GlyphMissing"
    assert previews.titles == []


def test_without_a_plan_printing_says_what_to_do(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workplace.said) as said:
        desk.press(Key.Key_P, _CONTROL)
    assert said.args == [texts.PRINT_NO_PLAN]


def test_every_field_and_part_has_a_name_for_a_screen_reader(desk: Desk) -> None:
    editors = [row.editor for part in (desk.screen, *desk.screen.parts) for row in part.form.rows.values()]
    assert [editor.objectName() for editor in editors if not editor.accessibleName()] == []
    assert desk.screen.tabs.accessibleName() == texts.TABS


def test_the_first_plan_of_the_year_is_open_at_once(workplace: Workplace, qtbot: QtBot) -> None:
    plan_id = added(workplace.book, "plans")
    screen = PlansScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    assert screen.presenter.entry.record_id == plan_id
