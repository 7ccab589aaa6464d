"""The evidence of a task: listed under it, linked and let go by keyboard, opened, marked."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.records import Plan, Task
from db.rules.entries import Values
from db.services.entering import entries
from db.sessions import Book
from tests.helpers.books import grow
from tests.helpers.keyboard import press, type_text
from tests.helpers.made_once import made_once
from tests.helpers.modals import Modals
from tests.helpers.sample_records import added, issued
from ui.common import theme
from ui.common.workplace import Workplace
from ui.plans.link_dialog import LinkDialog
from ui.plans.lists import EVIDENCE_TONE
from ui.plans.tasks_panel import TasksPanel

Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The tab of tasks of an issued plan, and hands on the keyboard."""

    def __init__(self, panel: TasksPanel, task_ids: list[int]) -> None:
        self.panel, self.evidence, self.tasks = panel, panel.evidence, task_ids

    def choose(self, at: int) -> None:
        table = self.panel.list.table
        press(table, Key.Key_PageUp)
        for _ in range(at):
            press(table, Key.Key_Down)
        QApplication.processEvents()
        assert self.panel.presenter.entry.record_id == self.tasks[at]

    def shortcut(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.window().focusWidget() or self.panel, key, _CONTROL)
        QApplication.processEvents()

    def cells(self, column: str) -> list[object]:
        return [self.panel.list_model.value(row, column) for row in range(self.panel.list_model.rowCount())]

    def days(self) -> list[str]:
        model = self.evidence.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]


def issued_with_tasks(book: Book) -> None:
    """An issued plan with three tasks, two activities and a training."""
    plan_id = added(book, "plans")
    quarterly = {"starts_on": date(2025, 1, 15), "ends_on": date(2025, 12, 14), "repeats": "quarterly"}
    times: list[dict[str, object]] = [{"ends_on": date(2025, 9, 1)}, quarterly, {}]
    for time in times:
        added(book, "tasks", plan_id=plan_id, **time)
    issued(book, plan_id)
    for day in (date(2025, 2, 3), date(2025, 5, 6)):
        added(book, "outreach", held_on=day, people=20, sessions=1)
    added(book, "trainings", others_total=5)


@pytest.fixture(scope="session")
def issued_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        grow(template_folder, folder, issued_with_tasks)

    return made_once(tmp_path_factory, "plan_evidence", make)


@pytest.fixture
def book_template(issued_template: Path) -> Path:
    return issued_template


@pytest.fixture
def desk(workplace: Workplace, qtbot: QtBot) -> Desk:
    plan_id, tasks = workplace.read(
        lambda session: (session.scalars(select(Plan.id)).one(), list(session.scalars(select(Task.id))))
    )
    panel = TasksPanel(workplace)
    qtbot.addWidget(panel)
    panel.resize(1100, 600)
    panel.show()
    panel.activateWindow()
    panel.begin()
    panel.show_parent({"plan_id": plan_id})
    panel.take_focus()
    QApplication.processEvents()
    return Desk(panel, tasks)


def link(desk: Desk, dialogs: Modals, text: str = "") -> None:
    """Link all activities that hold a text, by keyboard."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        assert dialog.list.table.hasFocus()
        QTest.keyClick(dialog.list.table, Key.Key_F, _CONTROL)
        type_text(dialog.focusWidget() or dialog, text)
        QApplication.processEvents()
        dialog.list.table.selectAll()
        press(dialog.list.table, Key.Key_Return)

    dialogs.expect(LinkDialog, act)
    desk.shortcut(Key.Key_J)
    desk.panel.activateWindow()
    QApplication.processEvents()


def test_activities_are_chosen_from_those_of_the_year_and_listed(desk: Desk, dialogs: Modals) -> None:
    desk.choose(0)
    link(desk, dialogs)
    assert desk.days() == ["03/02/2025", "06/05/2025", "07/05/2025"]
    assert desk.evidence.title.text() == "Bằng chứng: 3 hoạt động, 45 lượt người"
    assert desk.cells("evidence") == ["3 hoạt động", "Thiếu 3 kỳ", "Chưa có"]
    desk.panel.workplace.undo()
    assert desk.days() == []


def test_the_filter_narrows_what_is_linked(desk: Desk, dialogs: Modals) -> None:
    desk.choose(0)
    link(desk, dialogs, "lop tap huan")
    assert desk.days() == ["07/05/2025"]


def test_inspections_and_models_are_linked_and_named_as_what_they_are(desk: Desk, dialogs: Modals) -> None:
    book = desk.panel.workplace.book
    added(book, "inspections", held_on=date(2025, 5, 6))
    added(book, "model_years", model_id=added(book, "models"))
    desk.choose(0)
    link(desk, dialogs, "quan gio")
    link(desk, dialogs, "vi ngay mai")
    fetched = desk.evidence.presenter.rows.fetch((1, 2))
    assert [(row.cells["kind"], row.cells["what"]) for row in fetched] == [
        ("Lượt kiểm tra", "Quán Gió"),
        ("Mô hình", "Nhóm Vì ngày mai"),
    ]


def test_what_is_linked_already_is_not_offered_again(desk: Desk, dialogs: Modals) -> None:
    desk.choose(0)
    link(desk, dialogs)
    assert desk.evidence.presenter.free() == ()


def test_a_task_whose_time_is_over_without_evidence_says_so_in_red(desk: Desk) -> None:
    desk.choose(0)
    assert desk.cells("evidence") == ["Thiếu", "Thiếu 3 kỳ", "Chưa có"]
    assert theme.late().name() in desk.evidence.times.text()
    desk.choose(2)
    assert (desk.evidence.times.isVisible(), desk.evidence.hint.text()) == (
        False,
        "Chưa có hoạt động nào được gắn với nhiệm vụ này.",
    )


def test_a_task_marked_done_without_evidence_is_told_more_mildly(desk: Desk, workplace: Workplace) -> None:
    done: Values = {"state": "done", "done_on": date(2025, 9, 1)}
    workplace.write(lambda session: entries.change(session, "tasks", desk.tasks[0], done), "tasks")
    assert (desk.cells("evidence")[0], desk.cells(EVIDENCE_TONE)[:2]) == ("Thiếu", ["soon", "late"])


def test_each_time_of_a_task_that_comes_again_is_told(desk: Desk, dialogs: Modals) -> None:
    desk.choose(1)
    link(desk, dialogs, "03/02/2025")
    said = desk.evidence.times.text()
    for words in ("đến 14/03: 1", "đến 14/06: thiếu", "đến 14/09: thiếu", "đến 14/12: chưa có"):
        assert words in said
    assert desk.evidence.done_button.text() == "Đánh dấu xong kỳ 14/03"


def test_delete_lets_go_of_the_activity_and_never_of_the_task(desk: Desk, dialogs: Modals) -> None:
    desk.choose(0)
    link(desk, dialogs)
    desk.shortcut(Key.Key_B)
    assert desk.evidence.table.hasFocus()
    for key in (Key.Key_Delete, Key.Key_F6):
        press(desk.evidence.table, key)
        QApplication.processEvents()
    assert desk.days() == ["07/05/2025"]
    assert len(desk.cells("evidence")) == 3
    press(desk.evidence.table, Key.Key_Escape)
    assert desk.panel.list.table.hasFocus()


def test_enter_asks_for_the_activity_in_its_own_screen(desk: Desk, dialogs: Modals, qtbot: QtBot) -> None:
    desk.choose(0)
    link(desk, dialogs, "lop tap huan")
    desk.shortcut(Key.Key_B)
    with qtbot.waitSignal(desk.panel.record_requested) as asked:
        press(desk.evidence.table, Key.Key_Return)
    assert asked.args == ["trainings", 1]


def test_evidence_offers_to_mark_the_task_and_marks_only_when_asked(desk: Desk, dialogs: Modals) -> None:
    desk.choose(0)
    assert not desk.evidence.done_button.isVisible()
    link(desk, dialogs)
    assert (desk.evidence.done_button.isVisible(), desk.cells("standing")[0]) == (True, "Quá hạn 19 ngày")
    desk.shortcut(Key.Key_D)
    assert (desk.evidence.done_button.isVisible(), desk.cells("standing")[0]) == (False, "Hoàn thành")
    assert desk.panel.form.rows["done_on"].text() == "07/05/2025"


def test_without_a_task_nothing_can_be_linked(desk: Desk) -> None:
    desk.panel.new_row()
    assert not desk.evidence.link_button.isEnabled()
    desk.shortcut(Key.Key_J)
    assert desk.evidence.hint.text().startswith("Chọn một nhiệm vụ")


def test_an_activity_that_went_meanwhile_is_told_calmly(desk: Desk, workplace: Workplace) -> None:
    desk.choose(0)
    free = desk.evidence.presenter.free()
    workplace.write(lambda session: entries.remove(session, "outreach", free[0].id), "outreach")
    told: list[Exception] = []
    workplace.failed.connect(told.append)
    desk.evidence.presenter.link(free)
    assert [type(error).__name__ for error in told] == ["Gone"]
    assert desk.days() == []


def test_a_task_that_went_meanwhile_leaves_the_panel_empty(desk: Desk, workplace: Workplace) -> None:
    desk.choose(0)
    presenter = desk.evidence.presenter
    plan_id = desk.panel.presenter.plan_id
    workplace.write(lambda session: entries.remove(session, "plans", plan_id), "plans", plan_id)
    assert (presenter.task_id, presenter.found) == (None, None)
    assert not desk.evidence.link_button.isEnabled()


def test_on_a_low_screen_list_and_evidence_take_turns(desk: Desk, dialogs: Modals) -> None:
    desk.choose(0)
    link(desk, dialogs)
    desk.panel.resize(620, 260)
    QApplication.processEvents()
    assert (desk.panel.list.table.isVisible(), desk.evidence.table.isVisible()) == (True, False)
    desk.shortcut(Key.Key_B)
    assert (desk.panel.list.table.isVisible(), desk.evidence.table.hasFocus()) == (False, True)
    desk.evidence.turn_button.click()
    assert (desk.panel.list.table.hasFocus(), desk.evidence.table.isVisible()) == (True, False)


def test_three_thousand_activities_are_filtered_at_once(workplace: Workplace, desk: Desk) -> None:
    free = desk.evidence.presenter.free() * 1000
    dialog = LinkDialog(workplace, "<b>Nhiệm vụ</b> " * 40, free, desk.panel)
    dialog.show()
    type_text(dialog.list.filters.line, "khong co")
    QApplication.processEvents()
    assert (dialog.model.rowCount(), dialog.link_button.isEnabled()) == (0, False)
    dialog.list.filters.clear()
    QApplication.processEvents()
    assert dialog.model.rowCount() == 3000
    dialog.list.table.selectAll()
    assert dialog.link_button.text() == "Gắn 3.000 hoạt động"
    dialog.reject()
    dialog.deleteLater()
