"""One commune's sheet: every point is kept as it is left; what cannot be kept waits as a draft."""

from collections.abc import Callable

import pytest

from db.rules.periods import parse_period
from db.sessions import Book
from tests.helpers.books import unit_id
from tests.ui.scores.marking import give_all
from ui.common.workplace import Workplace
from ui.scores.sheet.presenter import SheetPresenter

SELF, APPRAISED, REASON = ("1", "self_answer"), ("1", "appraised_answer"), ("1", "reason")


@pytest.fixture
def sheet(workplace: Workplace) -> SheetPresenter:
    """The blank sheet of xã Quế Lâm."""
    presenter = SheetPresenter(workplace)
    presenter.show(workplace.read(lambda session: unit_id(session, "99102")))
    return presenter


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
