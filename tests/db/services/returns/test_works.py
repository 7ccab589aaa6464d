"""A return that is being filled keeps its cells by hand and what was said of its warnings."""

import pytest

from db.rules.findings import Refused
from db.rules.returns.by_hand import CellPlace, HandCell
from db.services.entering import history
from db.services.returns import works
from db.services.returns.works import Work
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import step

PLACE = CellPlace("PCMD-02", "99101", "people")


def begin(session: Session) -> int:
    return works.begin(session, unit_id=unit_id(session), set_code="quarterly", period="2025-Q3")


def work(book: Book) -> Work | None:
    with book.reading() as session:
        return works.find(session, unit_id=unit_id(session), set_code="quarterly", period="2025-Q3")


def override(session: Session, value: str, reason: str = "Xã báo qua điện thoại") -> None:
    works.override(session, begin(session), PLACE, value, reason=reason, computed="80")


def test_a_return_is_begun_once(book: Book) -> None:
    assert work(book) is None
    first, _ = step(book, begin)
    assert step(book, begin)[0] == first
    begun = work(book)
    assert begun and (begun.id, begun.source, begun.cells, begun.words) == (first, works.RECORDS, {}, {})


@pytest.mark.parametrize("value", ["86", "", "0"])
def test_a_cell_by_hand_is_kept_with_its_reason(book: Book, value: str) -> None:
    step(book, lambda session: override(session, "12"))
    step(book, lambda session: override(session, value))
    begun = work(book)
    assert begun and begun.cells == {PLACE: HandCell(value, "Xã báo qua điện thoại", "80")}


def test_a_cell_by_hand_is_taken_back_and_comes_back_by_undo(book: Book) -> None:
    step(book, lambda session: override(session, "86"))
    _, taken = step(book, lambda session: works.take_back(session, begin(session), PLACE))
    begun = work(book)
    assert begun and begun.cells == {}
    step(book, lambda session: history.revert(session, taken))
    again = work(book)
    assert again and again.cells[PLACE].value == "86"


def test_one_word_stands_for_several_warnings(book: Book) -> None:
    keys = ["jump_up|PCMD-02|99101|people|860", "x" * 400]
    step(book, lambda session: works.say(session, begin(session), keys, "Có hội thi"))
    step(book, lambda session: works.say(session, begin(session), keys[:1], "Hội thi của huyện"))
    begun = work(book)
    assert begun and begun.words == {keys[0]: "Hội thi của huyện", works.word_key(keys[1]): "Có hội thi"}
    step(book, lambda session: works.say(session, begin(session), keys, ""))
    silent = work(book)
    assert silent and silent.words == {}


def test_words_without_end_are_refused(book: Book) -> None:
    with pytest.raises(Refused):
        step(book, lambda session: override(session, "1", "x" * 2001))
    with pytest.raises(Refused):
        step(book, lambda session: works.say(session, begin(session), ["a"], "x" * 2001))
    assert work(book) is None
