"""The power goes while a dialog is open: what was typed in it stands there again, said to be of then."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from db.rules.figure_definitions import Definition
from db.rules.returns.due import DueState
from db.rules.scoring.chain import Step
from db.services import figure_definitions
from tests.helpers.books import unit_id
from tests.helpers.cut_offs import Start, kept_drafts
from tests.helpers.keyboard import compose_text, type_text
from tests.helpers.typing_pauses import pause_typing
from ui.common.forms.text_editors import LineEditor
from ui.common.found_again import FoundAgain
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.figures.definition_dialog import DefinitionDialog
from ui.office.earlier_names_dialog import EarlierNamesDialog
from ui.plans.new_plan_dialog import NewPlanDialog
from ui.plans.paste_dialog import PasteDialog
from ui.plans.plan_maker import PlanMaker, Way
from ui.received.review_dialog import ReviewDialog
from ui.returns.due.mark_dialog import MarkDialog
from ui.returns.due.once_dialog import OnceDialog
from ui.returns.due.presenter import DuePresenter
from ui.returns.due.schedule_dialog import ScheduleDialog
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.step_dialog import StepDialog
from ui.unit_changes.dialog import UnitChangeDialog


@dataclass(frozen=True)
class Case:
    """A dialog as it is opened, what is typed in it, and under what that lies aside."""

    kind: str
    make: Callable[[Workplace, QtBot], QDialog]
    write: Callable[[Any], None]


def standing(dialog: QDialog) -> list[str]:
    """What stands in the fields, in the order they were made."""
    lines = [line.text() for line in dialog.findChildren(QLineEdit) if line.isVisible()]
    areas = [area.toPlainText() for area in dialog.findChildren(QPlainTextEdit)]
    boxes = [box.currentText() for box in dialog.findChildren(QComboBox) if box.isVisible()]
    kinds = (*dialog.findChildren(QCheckBox), *dialog.findChildren(QRadioButton))
    buttons = [str(button.isChecked()) for button in kinds]
    return [*sorted(lines), *areas, *sorted(boxes), *sorted(buttons)]


def opened(case: Case, workplace: Workplace, qtbot: QtBot) -> QDialog:
    dialog = case.make(workplace, qtbot)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def unit_change(workplace: Workplace, _: QtBot) -> UnitChangeDialog:
    chosen = workplace.read(lambda session: unit_id(session, "99102"))
    return UnitChangeDialog(workplace, chosen)


def split(dialog: UnitChangeDialog) -> None:
    form = dialog.form
    form.kind.setCurrentIndex(form.kind.findData("split"))
    type_text(form.day, "1/6/2025")
    form.results.add()
    for line, (code, name) in zip(
        form.results.all, (("99121", "Xã Quế Thượng"), ("99122", "Xã Quế Hạ")), strict=False
    ):
        type_text(line.code, code)
        type_text(line.name, name)


def change_kind(dialog: UnitChangeDialog) -> None:
    dialog.form.kind.setCurrentIndex(dialog.form.kind.findData("kind"))
    dialog.form.new_kind.setCurrentText("Phường")


def schedule(workplace: Workplace, _: QtBot) -> ScheduleDialog:
    return ScheduleDialog(workplace)


def write_schedule(dialog: ScheduleDialog) -> None:
    dialog.name.selectAll()
    compose_text(dialog.name, "Lịch của huyện")
    dialog.lines.rows[0].number.setValue(9)
    dialog.lines.add()


def definition(workplace: Workplace, _: QtBot) -> DefinitionDialog:
    sections = workplace.read(figure_definitions.sections)
    return DefinitionDialog(workplace, sections, lambda words: ())


def write_definition(dialog: DefinitionDialog) -> None:
    compose_text(dialog.rows["title"].editor, "Số lượt tư vấn")
    dialog.section.setCurrentIndex(0)
    dialog.stock.setChecked(True)


def new_plan(workplace: Workplace, _: QtBot) -> NewPlanDialog:
    return NewPlanDialog(workplace, PlanMaker(workplace))


def write_plan(dialog: NewPlanDialog) -> None:
    dialog.ways[Way.SKELETON].setChecked(True)
    dialog.subject.selectAll()
    compose_text(dialog.subject, "Phòng, chống mại dâm")


def step(workplace: Workplace, qtbot: QtBot) -> StepDialog:
    screen = ScoresScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    screen.open_sheet(workplace.read(lambda session: unit_id(session, "99102")))
    return StepDialog(screen.sheet.presenter, screen.sheet.stepping, Step.RETURN)


def write_step(dialog: StepDialog) -> None:
    compose_text(dialog.editors["reason"], "Thiếu biên bản")


def mark(workplace: Workplace, _: QtBot) -> MarkDialog:
    presenter = DuePresenter(workplace)
    presenter.reload()
    return MarkDialog(presenter, presenter.board.own[:1], "", (DueState.SENT, DueState.EXCUSED))


def write_mark(dialog: MarkDialog) -> None:
    compose_text(dialog.note, "Gửi bản giấy")


def once(workplace: Workplace, _: QtBot) -> OnceDialog:
    presenter = DuePresenter(workplace)
    presenter.reload()
    return OnceDialog(presenter)


def write_once(dialog: OnceDialog) -> None:
    compose_text(dialog.name, "Báo cáo đợt cao điểm")
    type_text(dialog.period, "1/6/2025-30/6/2025")
    dialog.levels.setCurrentIndex(1)


def earlier_names(workplace: Workplace, _: QtBot) -> EarlierNamesDialog:
    return EarlierNamesDialog(workplace)


def write_day(dialog: EarlierNamesDialog) -> None:
    type_text(dialog.day, "1/7/2025")


def paste(workplace: Workplace, _: QtBot) -> PasteDialog:
    dialog = PasteDialog("I. MỤC TIÊU", lambda parts: ["" for _ in parts])
    TypedAside(workplace, "plan_paste_typed").hold(dialog, "1", {"text": dialog.source})
    return dialog


def write_text(dialog: PasteDialog) -> None:
    compose_text(dialog.source, "II. NHIỆM VỤ ")


def pasted_plan(workplace: Workplace, _: QtBot) -> ReviewDialog:
    return ReviewDialog(workplace)


def paste_plan(dialog: ReviewDialog) -> None:
    compose_text(dialog.start.pasted, "KẾ HOẠCH")


CASES = [
    Case("unit_change_typed", unit_change, split),
    Case("unit_change_typed", unit_change, change_kind),
    Case("schedule_typed", schedule, write_schedule),
    Case("figure_definition_typed", definition, write_definition),
    Case("new_plan_typed", new_plan, write_plan),
    Case("score_step_typed", step, write_step),
    Case("due_mark_typed", mark, write_mark),
    Case("due_once_typed", once, write_once),
    Case("office_day_typed", earlier_names, write_day),
    Case("plan_paste_typed", paste, write_text),
    Case("received_text_typed", pasted_plan, paste_plan),
]
each = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}-{case.write.__name__}")


@each
def test_what_was_typed_stands_there_again_and_is_said(start: Start, qtbot: QtBot, case: Case) -> None:
    dialog = opened(case, start(), qtbot)
    case.write(dialog)
    pause_typing(dialog)

    again = opened(case, start(), qtbot)
    notice = again.findChild(FoundAgain)
    assert isinstance(notice, FoundAgain) and notice.isVisible()
    assert notice.words.text() == "Đã lấy lại những gì đang gõ dở lúc 10:42 ngày 20/09/2025."
    assert standing(again) == standing(dialog)


@each
def test_what_is_thrown_away_is_gone_for_good(start: Start, qtbot: QtBot, case: Case) -> None:
    dialog = opened(case, start(), qtbot)
    empty = standing(dialog)
    case.write(dialog)
    pause_typing(dialog)

    workplace = start()
    again = opened(case, workplace, qtbot)
    notice = again.findChild(FoundAgain)
    assert isinstance(notice, FoundAgain)
    notice.throw_button.click()
    assert (standing(again), notice.isVisible()) == (empty, False)
    assert kept_drafts(workplace, case.kind) == []


@each
def test_a_dialog_that_was_left_leaves_nothing_aside(start: Start, qtbot: QtBot, case: Case) -> None:
    workplace = start()
    dialog = opened(case, workplace, qtbot)
    case.write(dialog)
    pause_typing(dialog)
    assert len(kept_drafts(workplace, case.kind)) == 1
    dialog.reject()
    assert kept_drafts(workplace, case.kind) == []
    assert opened(case, workplace, qtbot).findChild(FoundAgain) is None


def known(title: str) -> Case:
    """A column that is changed, with the title that it has by now."""
    definition = Definition("own.1", title, "lượt", "own")

    def make(workplace: Workplace, _: QtBot) -> DefinitionDialog:
        return DefinitionDialog(workplace, (), lambda words: (), definition)

    return Case("figure_definition_typed", make, lambda dialog: retitle(dialog, "Đang gõ dở"))


def retitle(dialog: DefinitionDialog, title: str) -> None:
    editor = dialog.rows["title"].editor
    assert isinstance(editor, LineEditor)
    editor.selectAll()
    compose_text(editor, title)


def test_what_is_newer_stays_until_the_officer_puts_the_typed_in(start: Start, qtbot: QtBot) -> None:
    dialog = opened(known("Tên cũ"), start(), qtbot)
    known("Tên cũ").write(dialog)
    pause_typing(dialog)

    again = opened(known("Tên mới"), start(), qtbot)
    assert isinstance(again, DefinitionDialog)
    notice = again.findChild(FoundAgain)
    assert isinstance(notice, FoundAgain)
    assert "nay đã khác" in notice.words.text()
    assert again.rows["title"].text() == "Tên mới"
    notice.take_button.click()
    assert again.rows["title"].text() == "Đang gõ dở"


def test_a_second_power_cut_takes_nothing_either(start: Start, qtbot: QtBot) -> None:
    def change() -> UnitChangeDialog:
        made = opened(CASES[0], start(), qtbot)
        assert isinstance(made, UnitChangeDialog)
        return made

    first = change()
    split(first)
    pause_typing(first)
    second = change()
    type_text(second.form.results.all[0].name, " A")
    pause_typing(second)
    assert change().form.typed() == second.form.typed()
