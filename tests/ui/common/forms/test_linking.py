"""The field that links a record with another: found by its words, shown by its name, followed when it changes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.services import figure_definitions
from db.services.entering import entries
from db.sessions import Session
from tests.helpers.keyboard import press, type_text
from tests.helpers.sample_records import added
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.workplace import Workplace
from ui.outreach.screen import SUBJECT, OutreachScreen
from ui.plans.subjects import TARGETS

Key = Qt.Key


@pytest.fixture
def task_id(workplace: Workplace) -> int:
    plan_id = added(workplace.book, "plans", number=5, symbol="KH-UBND")
    added(workplace.book, "tasks", plan_id=plan_id, content="In tờ rơi")
    return added(workplace.book, "tasks", plan_id=plan_id, content="Nói chuyện ở bản")


@pytest.fixture
def presenter(workplace: Workplace, task_id: int) -> RecordPresenter:
    record_id = added(workplace.book, "outreach", task_id=task_id)
    made = RecordPresenter(workplace, SUBJECT, parent=workplace)
    made.reload()
    made.open_row(record_id)
    return made


def _title(presenter: RecordPresenter) -> str:
    field = presenter.subject.kind.field("task_id")
    return presenter.options.title(field, presenter.entry.texts()["task_id"])


def test_a_task_is_found_by_its_words_and_kept(workplace: Workplace, task_id: int, qtbot: QtBot) -> None:
    record_id = added(workplace.book, "outreach")
    screen = OutreachScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    screen.begin()
    QApplication.processEvents()
    screen.presenter.open_row(record_id)
    screen.form.focus_field("task_id")
    editor = screen.form.rows["task_id"].editor
    assert isinstance(editor, ChoiceEditor)
    type_text(editor, "ban noi")
    press(editor, Key.Key_Return)
    QApplication.processEvents()
    assert editor.shown() == "05/KH-UBND: Nói chuyện ở bản"
    with workplace.book.reading() as session:
        assert entries.values_of(session, "outreach", record_id)["task_id"] == task_id


def test_words_that_mean_no_task_are_held_back_at_the_field(presenter: RecordPresenter) -> None:
    presenter.leave("task_id", "hội nghị")
    assert [(item.code, item.place) for item in presenter.entry.findings] == [("not_chosen", "task_id")]


def test_a_day_of_another_year_is_told_at_the_field(presenter: RecordPresenter) -> None:
    presenter.leave("held_on", "6/5/2024")
    assert [(item.code, item.place) for item in presenter.entry.findings] == [("task_other_year", "task_id")]
    assert presenter.entry.stored["held_on"] == date(2025, 5, 6)


def test_an_empty_field_lets_go(presenter: RecordPresenter, workplace: Workplace) -> None:
    presenter.leave("task_id", "")
    assert presenter.entry.stored["task_id"] is None
    workplace.undo()
    assert _title(presenter) == "05/KH-UBND: Nói chuyện ở bản"


def test_the_form_follows_when_the_task_is_reworded_or_removed(
    presenter: RecordPresenter, workplace: Workplace, task_id: int
) -> None:
    change = {"content": "Hội thi " * 60}
    workplace.write(lambda session: entries.change(session, "tasks", task_id, change), "tasks", task_id)
    assert _title(presenter).startswith("05/KH-UBND: Hội thi Hội thi")
    assert len(_title(presenter)) < 125
    workplace.write(lambda session: entries.remove(session, "tasks", task_id), "tasks", task_id)
    assert presenter.entry.texts()["task_id"] == ""


def test_a_draft_whose_task_is_gone_says_so(
    presenter: RecordPresenter, workplace: Workplace, task_id: int
) -> None:
    presenter.new_row()
    presenter.leave("task_id", str(task_id))
    workplace.write(lambda session: entries.remove(session, "tasks", task_id), "tasks", task_id)
    assert _title(presenter) == "(không còn trong sổ)"
    for key, text in (("held_on", "6/5"), ("form", "talk"), ("unit_id", _some_unit(workplace))):
        presenter.leave(key, text)
    assert [(item.code, item.place) for item in presenter.entry.findings] == [("link_gone", "task_id")]


def _some_unit(workplace: Workplace) -> str:
    return str(workplace.office.unit.id)


def test_what_the_office_counts_itself_can_be_chosen_at_once(workplace: Workplace) -> None:
    plan_id = added(workplace.book, "plans")
    presenter = RecordPresenter(workplace, TARGETS, {"plan_id": plan_id}, workplace)
    field = TARGETS.kind.field("measure")
    before = presenter.options.of(field)

    def add(session: Session) -> str:
        return figure_definitions.add(session, title="Số lượt tư vấn", unit="lượt", section="own")

    code = workplace.write(add, "figure_definitions")
    assert [item.code for item in presenter.options.of(field) if item not in before] == [f"figures.{code}"]
