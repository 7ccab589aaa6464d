"""Taking a sheet along its chain: what comes next, what stands in the way."""

from datetime import date

from db.rules.scoring.chain import State, Step, Taken
from db.sessions import Book
from tests.ui.scores.marking import give_all
from ui.common.workplace import Workplace
from ui.scores.sheet.presenter import SheetPresenter
from ui.scores.sheet.stepping import Stepping

TODAY = date(2025, 9, 10)


def standing(sheet: SheetPresenter) -> tuple[State, int]:
    assert sheet.sheet is not None
    return sheet.sheet.state, len(sheet.sheet.steps)


def test_the_next_step_follows_the_state(book: Book, sheet: SheetPresenter, stepping: Stepping) -> None:
    assert (stepping.next, stepping.others) == (Step.SUBMIT, (Step.REGISTER,))
    give_all(book, "99102", appraised=False)
    sheet.show(sheet.unit_id)
    assert (stepping.next, stepping.others) == (Step.APPRAISE, (Step.RETURN,))


def test_blank_criteria_stand_in_the_way(sheet: SheetPresenter, stepping: Stepping) -> None:
    sheet.leave(("1", "self_answer"), "8")

    obstacle = stepping.obstacle(Step.SUBMIT)

    assert obstacle is not None
    assert obstacle.place == ("2", "self_answer")
    assert "Còn 12 tiêu chí chưa có câu trả lời: 2, 3," in obstacle.words


def test_what_is_not_kept_stands_in_the_way_first(sheet: SheetPresenter, stepping: Stepping) -> None:
    sheet.leave(("3", "self_answer"), "99,5")

    obstacle = stepping.obstacle(Step.SUBMIT)

    assert obstacle is not None
    assert obstacle.place == ("3", "self_answer")
    assert "1 ô chữ đỏ" in obstacle.words


def test_an_answer_other_than_proposed_has_to_say_why(
    book: Book, sheet: SheetPresenter, stepping: Stepping, workplace: Workplace
) -> None:
    give_all(book, "99102", appraised=False)
    sheet.show(sheet.unit_id)
    stepping.take(Taken(Step.RETURN, TODAY, reason="Xem lại"))

    obstacle = stepping.obstacle(Step.SUBMIT)
    assert obstacle is not None
    assert obstacle.place == ("10", "note")
    for code in ("10", "12"):
        sheet.leave((code, "note"), "Theo sổ của xã")

    assert stepping.obstacle(Step.SUBMIT) is None


def test_nothing_but_the_form_of_a_return_is_asked(stepping: Stepping) -> None:
    assert stepping.obstacle(Step.REGISTER) is None


def test_a_step_is_one_step_of_undo(
    book: Book, sheet: SheetPresenter, stepping: Stepping, workplace: Workplace
) -> None:
    give_all(book, "99102", appraised=False)
    sheet.show(sheet.unit_id)

    assert stepping.take(Taken(Step.RETURN, TODAY, reason="Thiếu biên bản")) == ()
    assert standing(sheet) == (State.RETURNED, 2)
    workplace.undo()

    assert standing(sheet) == (State.SUBMITTED, 1)


def test_what_is_refused_is_told_at_its_field(sheet: SheetPresenter, stepping: Stepping) -> None:
    found = stepping.take(Taken(Step.REGISTER, date(2027, 1, 1)))

    assert [(item.code, item.place) for item in found] == [("required", "class_code"), ("day_ahead", "on")]


def test_a_step_asks_in_the_words_of_the_sheet(book: Book, sheet: SheetPresenter, stepping: Stepping) -> None:
    give_all(book, "99102", missing=5)
    sheet.show(sheet.unit_id)

    assert stepping.question(Step.RECOGNISE).endswith("sau thẩm định: 95 điểm, Tốt.")
    assert stepping.usual_class(Step.RECOGNISE) == "good"


def test_a_difference_left_by_a_return_wants_its_reason(
    book: Book, sheet: SheetPresenter, stepping: Stepping
) -> None:
    give_all(book, "99102")
    sheet.show(sheet.unit_id)
    stepping.take(Taken(Step.RETURN, TODAY, reason="Xem lại"))
    sheet.leave(("1", "self_answer"), "6")
    stepping.take(Taken(Step.SUBMIT, TODAY))

    obstacle = stepping.obstacle(Step.APPRAISE)

    assert obstacle is not None
    assert obstacle.place == ("1", "reason")
    sheet.leave(obstacle.place, "Xã chấm lại")
    assert stepping.obstacle(Step.APPRAISE) is None
