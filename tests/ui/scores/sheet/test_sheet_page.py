"""The sheet by keyboard: each kind of answer, what the records propose, the steps."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from db.records import Content
from db.rules.periods import parse_period
from db.rules.scoring.chain import State, Step
from db.services.scoring import sheets
from db.services.scoring.sheets import Sheet
from db.sessions import Book
from tests.helpers.books import OFFICER, unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import Modals
from tests.ui.scores.marking import give_all
from ui.common.workplace import Changed, Workplace
from ui.measures.behind_dialog import BehindDialog
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.answer_choice import AnswerChoice
from ui.scores.sheet.marks import APPRAISED, REASON, SELF
from ui.scores.sheet.step_dialog import StepDialog

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
F2, F4, F6, F7, F8, F9 = (getattr(Qt.Key, f"Key_F{number}") for number in (2, 4, 6, 7, 8, 9))
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(records: None, workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    """The screen, with the cursor in the sheet of xã Quế Lâm."""
    shown = ScoresScreen(workplace)
    qtbot.addWidget(shown)
    shown.resize(1190, 640)
    shown.show()
    shown.begin()
    shown.open_sheet(workplace.read(lambda session: unit_id(session, "99102")))
    return shown


def kept(screen: ScoresScreen) -> Sheet:
    return screen.workplace.read(
        lambda session: sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2025)
    )


def go_to(screen: ScoresScreen, code: str, column: str = SELF) -> None:
    screen.sheet.table.show_place((code, column))


def place(screen: ScoresScreen) -> tuple[str, str] | None:
    return screen.sheet.model.place(screen.sheet.table.currentIndex())


@pytest.mark.parametrize(
    ("code", "typed", "answer"),
    [
        ("4", "2", "part"),
        ("4", "bo tri d", "full"),
        ("4", "khong", "none"),
        ("5", "c", "yes"),
        ("5", "k", "no"),
        ("10", "18/142", "18/142"),
        ("10", "kad", "n/a"),
        ("3", "2", "2"),
    ],
)
def test_every_kind_of_answer_is_typed(screen: ScoresScreen, code: str, typed: str, answer: str) -> None:
    go_to(screen, code)

    type_text(screen, typed)
    press(screen, ENTER)

    assert kept(screen).mark(code).self_answer == answer
    assert place(screen) == (str(int(code) + 1), SELF)


def test_f2_opens_the_list_of_a_choice(screen: ScoresScreen) -> None:
    go_to(screen, "4")

    press(screen, F2)

    editor = screen.sheet.table.delegate.editor
    assert isinstance(editor, AnswerChoice)
    assert editor.is_open()
    assert [item.title for item in editor.options] == [
        "1. Bố trí đủ theo kế hoạch: 8 điểm",
        "2. Bố trí một phần: 4 điểm",
        "3. Không bố trí: 0 điểm",
    ]


def test_a_choice_that_was_only_looked_at_stays(screen: ScoresScreen) -> None:
    for typed, code in (("2", "part"), ("", "part")):
        go_to(screen, "4")
        press(screen, F2)
        type_text(screen, typed)
        press(screen, ENTER)
        assert kept(screen).mark("4").self_answer == code


def test_a_chosen_answer_goes_with_f6(screen: ScoresScreen) -> None:
    go_to(screen, "5")
    type_text(screen, "c")
    press(screen, ENTER)
    go_to(screen, "5")

    press(screen, F6)

    assert kept(screen).mark("5").self_answer == ""


def test_what_does_not_apply_is_one_key(screen: ScoresScreen) -> None:
    go_to(screen, "10")

    press(screen, F7)

    assert kept(screen).mark("10").self_answer == "n/a"
    assert place(screen) == ("11", SELF)
    assert "Không áp dụng" not in screen.sheet.message.text()
    assert "không áp dụng 1 tiêu chí (10)" in screen.sheet.results.remark.text()


def test_what_has_to_apply_stays_and_says_so(screen: ScoresScreen) -> None:
    go_to(screen, "1")

    press(screen, F7)

    assert place(screen) == ("1", SELF)
    assert "áp dụng cho mọi xã" in screen.sheet.message.text()


def test_nothing_is_typed_into_a_closed_column(screen: ScoresScreen) -> None:
    go_to(screen, "1", APPRAISED)

    type_text(screen, "7")

    assert "Xã chưa nộp phiếu" in screen.sheet.message.text()
    assert screen.sheet.table.delegate.editor is None


def test_f8_takes_what_the_records_say(screen: ScoresScreen) -> None:
    go_to(screen, "10")
    assert screen.sheet.criterion.proposed.text() == "1/2, bằng 50 %; được 0 điểm."

    press(screen, F8)

    assert kept(screen).mark("10").self_answer == "1/2"
    assert place(screen) == ("11", SELF)


def test_shift_f8_fills_every_blank_cell(screen: ScoresScreen, workplace: Workplace) -> None:
    press(screen, F8, SHIFT)

    assert {code for code, mark in kept(screen).marks.items() if mark.self_answer} >= {"10", "12"}
    workplace.undo()
    assert not any(mark.self_answer for mark in kept(screen).marks.values())


def test_another_answer_asks_why_until_it_is_said(screen: ScoresScreen) -> None:
    go_to(screen, "10")
    type_text(screen, "2/2")
    press(screen, ENTER)
    go_to(screen, "10")
    assert "Hãy ghi vì sao" in screen.sheet.criterion.note_message.text()

    press(screen, F4)
    type_text(screen, "Đã ký ở xã")
    press(screen, ENTER)

    assert kept(screen).mark("10").note == "Đã ký ở xã"
    assert screen.sheet.criterion.note_message.text() == ""
    assert screen.sheet.table.hasFocus()


def test_the_next_step_is_asked_for_from_the_note_too(screen: ScoresScreen) -> None:
    go_to(screen, "10")
    type_text(screen, "2/2")
    press(screen, ENTER)
    go_to(screen, "10")
    press(screen, F4)
    type_text(screen, "Đã ký ở xã")
    press(screen, ENTER, CONTROL)

    assert kept(screen).mark("10").note == "Đã ký ở xã"
    assert "tiêu chí chưa" in screen.sheet.message.text()


def test_f9_shows_the_records_behind(screen: ScoresScreen, dialogs: Modals) -> None:
    go_to(screen, "10")
    seen: list[int] = []

    def look(dialog: BehindDialog) -> None:
        seen.append(dialog.table.list_model.rowCount())
        dialog.reject()

    dialogs.expect(BehindDialog, look)
    press(screen, F9)
    dialogs.expect(BehindDialog, look)
    press(screen, F9, SHIFT)

    assert seen == [1, 2]


def test_enter_takes_over_what_the_commune_said(screen: ScoresScreen, book: Book) -> None:
    give_all(book, "99102", appraised=False)
    screen.sheet.presenter.show(screen.sheet.presenter.unit_id)
    assert place(screen) == ("1", APPRAISED)

    press(screen, ENTER)
    type_text(screen, "4")
    press(screen, ENTER)
    assert place(screen) == ("2", REASON)
    type_text(screen, "Thiếu biên bản")
    press(screen, ENTER)
    press(screen, ENTER, SHIFT)

    marks = kept(screen).marks
    assert (marks["1"].appraised_answer, marks["2"].appraised_answer) == ("8", "4")
    assert marks["2"].reason == "Thiếu biên bản"
    assert place(screen) == ("2", APPRAISED)


def test_what_is_missing_is_shown_before_anything_is_asked(screen: ScoresScreen) -> None:
    type_text(screen, "8")
    press(screen, ENTER)
    go_to(screen, "9")

    press(screen, ENTER, CONTROL)

    assert "Còn 12 tiêu chí chưa có câu trả lời" in screen.sheet.message.text()
    assert place(screen) == ("2", SELF)


def test_the_next_step_keeps_what_is_being_typed(screen: ScoresScreen) -> None:
    type_text(screen, "8")

    press(screen, ENTER, CONTROL)

    assert kept(screen).mark("1").self_answer == "8"
    assert "Còn 12 tiêu chí" in screen.sheet.message.text()


def test_a_step_asks_for_its_day_and_is_taken(screen: ScoresScreen, book: Book, dialogs: Modals) -> None:
    give_all(book, "99102", appraised=False)
    screen.sheet.presenter.show(screen.sheet.presenter.unit_id)

    def answer(dialog: StepDialog) -> None:
        dialog.accept_button.click()
        assert dialog.messages["reason"].text() == "Cần nhập ô này."
        type_text(dialog.editors["reason"], "Thiếu biên bản")
        dialog.editors["on"].setText("31/2/2025")
        dialog.accept_button.click()
        assert "Không có ngày" in dialog.messages["on"].text()
        dialog.editors["on"].setText("20/9/2025")
        dialog.accept_button.click()

    dialogs.expect(StepDialog, answer)
    screen.steps[Step.RETURN].trigger()

    assert kept(screen).state is State.RETURNED
    assert "Phiếu được trả lại ngày 20/09/2025" in screen.sheet.remark.text()
    assert screen.next.text().startswith("Nộp phiếu")


def test_a_year_without_a_rule_set_leads_to_the_rule_sets(screen: ScoresScreen, workplace: Workplace) -> None:
    wanted: list[str] = []
    screen.subject_requested.connect(wanted.append)
    workplace.choose_period(parse_period("2018"))
    assert screen.sheet.empty.isVisible()
    assert not screen.next.isVisible()

    press(screen.sheet.empty, ENTER)
    press(screen, ESC)

    assert wanted == ["rule_sets"]
    assert screen.pages.currentWidget() is screen.board


def test_a_rule_set_put_in_force_opens_the_sheet(
    screen: ScoresScreen, book: Book, workplace: Workplace
) -> None:
    workplace.choose_period(parse_period("2018"))
    with book.writing(who=OFFICER) as session:
        session.execute(update(Content).where(Content.kind == "rule_set").values(valid_from=date(2018, 1, 1)))

    workplace.changed.emit(Changed("rule_sets"))

    assert screen.sheet.table.isVisible()
    assert screen.head.title.text() == "Phiếu năm 2018 – Xã Quế Lâm"


def test_results_are_in_sight_as_they_are_given(screen: ScoresScreen) -> None:
    type_text(screen, "7,5")
    press(screen, ENTER)

    cells = screen.sheet.results.cells
    assert cells["self", "I"].text() == "7,5/30"
    assert cells["self", "Còn lại"].text() == "12 tiêu chí"


def test_rows_are_as_high_as_their_words_need_whatever_changed(screen: ScoresScreen) -> None:
    table, model = screen.sheet.table, screen.sheet.model
    taller = QFont(screen.font())
    taller.setPointSize(16)
    changes: tuple[Callable[[], object], ...] = (
        lambda: None,
        lambda: screen.sheet.presenter.leave(("10", REASON), "Đã rà soát lại với từng bản " * 9),
        lambda: screen.resize(1500, 640),
        lambda: screen.resize(840, 640),
        lambda: table.setFont(taller),
        lambda: screen.sheet.presenter.leave(("10", REASON), ""),
    )
    heights = []
    for change in changes:
        change()
        QApplication.processEvents()
        needed = [QTableView.sizeHintForRow(table, row) for row in range(model.rowCount())]
        assert [table.rowHeight(row) for row in range(model.rowCount())] == [
            max(height, table.verticalHeader().minimumSectionSize()) for height in needed
        ]
        heights.append(table.rowHeight(model.row_of("10")))
    assert heights[1] > heights[0]
    assert len(set(heights)) > 3
