"""Rosters of training sessions."""

import pytest

from db.services import trainings
from db.sessions import Book, Session
from tests.helpers.sample_records import add, added, step

NAMES = ("Lường Văn Ơn", "Đặng Thị Hường", "Cà Văn Đôi", "Ân Thị Ắng")


def people(session: Session) -> dict[str, int]:
    return {name: add(session, "officials", name=name) for name in NAMES}


def names(book: Book, training_id: int) -> list[str]:
    with book.reading() as session:
        return [official.name for official in trainings.roster(session, training_id)]


def test_a_roster_is_in_vietnamese_order(book: Book) -> None:
    officials, _ = step(book, people)
    training = added(book, "trainings")
    step(book, lambda session: trainings.set_roster(session, training, officials.values()))
    assert names(book, training) == ["Ân Thị Ắng", "Cà Văn Đôi", "Đặng Thị Hường", "Lường Văn Ơn"]


def test_those_who_stay_keep_their_rows(book: Book) -> None:
    officials, _ = step(book, people)
    training = added(book, "trainings")
    step(book, lambda session: trainings.set_roster(session, training, [officials["Cà Văn Đôi"]] * 2))
    again = step(book, lambda session: trainings.set_roster(session, training, [officials["Cà Văn Đôi"]]))
    assert (again[1], names(book, training)) == (0, ["Cà Văn Đôi"])


def test_an_official_attends_each_session_once(book: Book) -> None:
    officials, _ = step(book, people)
    one, two = added(book, "trainings"), added(book, "trainings")
    with book.writing(who="x") as session:
        for training in (one, two):
            trainings.set_roster(session, training, officials.values())
    assert len(names(book, one)) == len(names(book, two)) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [("dang huong", "Đặng Thị Hường"), ("DOI ca", "Cà Văn Đôi"), ("đôi", "Cà Văn Đôi"), ("nobody", "")],
)
def test_officials_are_found_by_their_words(book: Book, text: str, expected: str) -> None:
    step(book, people)
    with book.reading() as session:
        found = [official.name for official in trainings.find_officials(session, text)]
    assert found == [name for name in [expected] if name]


def test_no_more_officials_are_found_than_asked_for(book: Book) -> None:
    step(book, people)
    with book.reading() as session:
        found = trainings.find_officials(session, "van", most=1)
        assert [(item.name, item.unit, item.post) for item in found] == [
            ("Cà Văn Đôi", "Xã Quế Lâm", "Phó Chủ tịch")
        ]
