"""One commune's sheet: every point is kept as it is left; what cannot be kept waits as a draft."""

from collections.abc import Callable
from datetime import date

from db.rules.periods import parse_period
from db.services import units
from db.sessions import Book
from tests.ui.scores.marking import give_all
from ui.common.workplace import Workplace
from ui.scores.sheet.presenter import SheetPresenter

SELF, APPRAISED, REASON = ("1", "self_answer"), ("1", "appraised_answer"), ("1", "reason")
NOTE = ("1", "note")


def stored(sheet: SheetPresenter) -> tuple[str, str, str]:
    assert sheet.sheet is not None
    mark = sheet.sheet.marks["1"]
    return mark.self_answer, mark.appraised_answer, mark.reason


def test_points_are_kept_as_they_are_left(sheet: SheetPresenter) -> None:
    sheet.leave(SELF, "7,5")

    assert stored(sheet) == ("7.5", "", "")
    assert sheet.text(SELF) == "7,5"


def test_a_difference_waits_for_its_reason_and_then_is_kept(sheet: SheetPresenter, book: Book) -> None:
    give_all(book, "99102", appraised=False)
    sheet.show(sheet.unit_id)

    sheet.leave(APPRAISED, "6")
    assert (sheet.text(APPRAISED), sheet.is_held(APPRAISED), REASON in sheet.findings) == ("6", True, True)
    sheet.leave(REASON, "Chưa có biên bản")

    assert stored(sheet) == ("8", "6", "Chưa có biên bản")
    assert not sheet.findings


def test_one_mark_is_one_step_of_undo(sheet: SheetPresenter, workplace: Workplace) -> None:
    sheet.leave(SELF, "8")
    sheet.leave(SELF, "5")

    workplace.undo()
    assert sheet.text(SELF) == "8"
    workplace.undo()
    assert sheet.text(SELF) == ""
    workplace.redo()
    assert sheet.text(SELF) == "8"


def test_what_waits_comes_back_at_the_next_start(
    sheet: SheetPresenter, open_workplace: Callable[[], Workplace]
) -> None:
    sheet.leave(SELF, "99")

    again = SheetPresenter(open_workplace())
    again.show(sheet.unit_id)

    assert again.text(SELF) == "99"
    assert again.findings[SELF].code == "points_over_most"


def test_a_corrected_value_leaves_no_draft_behind(
    sheet: SheetPresenter, open_workplace: Callable[[], Workplace]
) -> None:
    sheet.leave(SELF, "99")
    sheet.leave(SELF, "6")

    again = SheetPresenter(open_workplace())
    again.show(sheet.unit_id)

    assert (again.text(SELF), again.is_held(SELF)) == ("6", False)


def test_a_year_without_a_rule_set_says_so(sheet: SheetPresenter, workplace: Workplace) -> None:
    workplace.choose_period(parse_period("2018"))

    assert sheet.sheet is None
    assert sheet.trouble == "Không có bộ tiêu chí “2018”."


def test_a_commune_that_was_not_there_has_no_sheet(changed_book: Book, workplace: Workplace) -> None:
    ward = workplace.read(lambda session: units.find(session, "99101", date(2025, 7, 2)))
    presenter = SheetPresenter(workplace)
    workplace.choose_period(parse_period("2024"))

    presenter.show(ward.id)

    assert presenter.sheet is None
    assert f"{ward.name} không có vào ngày" in presenter.trouble


def test_the_open_column_follows_the_state(sheet: SheetPresenter, book: Book) -> None:
    assert sheet.open_column == "self"
    give_all(book, "99102", appraised=False)
    sheet.show(sheet.unit_id)
    assert sheet.open_column == "appraised"


def test_the_communes_answer_is_taken_over(sheet: SheetPresenter, book: Book) -> None:
    give_all(book, "99102", appraised=False)
    sheet.show(sheet.unit_id)

    sheet.adopt("1")
    sheet.leave(("2", "appraised_answer"), "5")
    sheet.adopt("2")

    assert stored(sheet)[:2] == ("8", "8")
    assert sheet.text(("2", "appraised_answer")) == "5"


def test_nothing_is_taken_over_while_the_commune_scores(sheet: SheetPresenter) -> None:
    sheet.leave(SELF, "8")

    sheet.adopt("1")

    assert (sheet.text(APPRAISED), sheet.is_held(APPRAISED)) == ("", False)


def test_what_must_apply_says_so(sheet: SheetPresenter) -> None:
    sheet.set_not_applicable(SELF)
    sheet.set_not_applicable(("10", "self_answer"))

    assert sheet.findings[SELF].code == "must_apply"
    assert sheet.text(("10", "self_answer")) == "Không áp dụng"


def test_typed_into_a_closed_column_waits_and_can_be_dropped(sheet: SheetPresenter) -> None:
    sheet.leave(APPRAISED, "7")
    assert sheet.findings[APPRAISED].code == "sheet_is_open"

    sheet.drop(APPRAISED)

    assert (sheet.text(APPRAISED), sheet.findings) == ("", {})


def test_a_trace_of_a_person_is_told_and_kept(sheet: SheetPresenter) -> None:
    sheet.leave(NOTE, "Gọi 0912345678")

    told = sheet.caution("1")
    assert told is not None
    assert (told[0], told[1].code) == (NOTE, "personal_phone")
    assert sheet.sheet is not None
    assert sheet.sheet.mark("1").note == "Gọi 0912345678"
