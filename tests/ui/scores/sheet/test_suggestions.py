"""What the records propose: taken one by one or all at once, or explained."""

import pytest

from db.sessions import Book
from tests.helpers.sample_records import added
from tests.ui.scores.marking import give_all
from ui.common.workplace import Changed, Workplace
from ui.scores.sheet.presenter import SheetPresenter
from ui.scores.sheet.suggestions import Suggestions

SIGNED = ("10", "self_answer")


def test_a_share_is_taken_with_its_whole(sheet: SheetPresenter, suggestions: Suggestions) -> None:
    assert suggestions.take("10")

    assert sheet.text(SIGNED) == "1/2"
    assert not suggestions.differs("10")


@pytest.mark.parametrize("code", ["1", "8"])
def test_there_is_nothing_to_take_without_records(suggestions: Suggestions, code: str) -> None:
    assert not suggestions.take(code)


def test_all_go_into_blank_cells_in_one_step(
    sheet: SheetPresenter, suggestions: Suggestions, workplace: Workplace
) -> None:
    sheet.leave(SIGNED, "2/2")
    blank = set(suggestions.acceptable())
    assert {"12"} <= blank
    assert "10" not in blank

    assert suggestions.take_all() == len(blank)
    assert sheet.text(SIGNED) == "2/2"
    assert sheet.text(("12", "self_answer")) == "1"
    workplace.undo()

    assert set(suggestions.acceptable()) == blank


def test_what_was_typed_wrong_is_not_written_over(sheet: SheetPresenter, suggestions: Suggestions) -> None:
    sheet.leave(SIGNED, "3/2")

    suggestions.take_all()

    assert (sheet.text(SIGNED), sheet.is_held(SIGNED)) == ("3/2", True)


def test_another_answer_wants_a_word(sheet: SheetPresenter, suggestions: Suggestions) -> None:
    sheet.leave(SIGNED, "2/2")
    assert suggestions.unexplained() == ("10",)

    sheet.leave(("10", "note"), "Quán Gió đã ký ở xã")

    assert suggestions.unexplained() == ()
    assert suggestions.differs("10")


def test_new_records_propose_anew(book: Book, suggestions: Suggestions, workplace: Workplace) -> None:
    assert suggestions.found["10"].answer == "1/2"

    added(book, "establishments", name="Quán Sương")
    workplace.changed.emit(Changed("establishments"))

    assert suggestions.found["10"].answer == "1/3"


def test_nothing_is_taken_once_the_sheet_is_handed_in(
    book: Book, sheet: SheetPresenter, suggestions: Suggestions
) -> None:
    give_all(book, "99102", appraised=False)
    sheet.show(sheet.unit_id)

    assert not suggestions.take("10")
    assert suggestions.take_all() == 0


def test_the_records_behind_are_those_of_the_commune(book: Book, suggestions: Suggestions) -> None:
    signed, whole = (suggestions.behind("10", place) for place in (0, 1))

    assert (signed.kind, len(signed.added)) == ("establishments", 1)
    assert len(whole.added) == 2
    (found,) = suggestions.describe(signed.kind, tuple(signed.added))
    assert "Ánh Sao" in found.title
