"""What is not wrong with a record but wants a look: told at its field, or of the whole record."""

import pytest

from db.services import cautions, entries
from db.sessions import Book
from tests.helpers.sample_records import added

NAMES = "Nguyễn Văn An, Lò Thị Bích"
TEXTS = [
    ({"note": "gọi 0912345678", "topic": "Đường dây nóng"}, [("personal_phone", "note")]),
    (
        {"note": NAMES, "topic": "CCCD 012345678901"},
        [("personal_citizen", "topic"), ("personal_names", "note")],
    ),
    ({"note": "", "topic": ""}, []),
]


@pytest.mark.parametrize(("texts", "told"), TEXTS)
def test_each_free_text_is_read(book: Book, texts: dict[str, str], told: list[tuple[str, str]]) -> None:
    with book.reading() as session:
        found = cautions.of_record(session, "outreach", texts, {}, None)
    assert [(item.code, item.place) for item in found] == told


def test_officials_of_the_register_may_be_named(book: Book) -> None:
    for name in NAMES.split(", "):
        added(book, "officials", name=name)
    with book.reading() as session:
        assert cautions.personal(session, "outreach", {"note": NAMES}) == ()


def test_a_record_entered_twice_is_told_of_the_whole(book: Book) -> None:
    added(book, "outreach")
    number = added(book, "outreach")
    with book.reading() as session:
        stored = entries.values_of(session, "outreach", number)
        found = cautions.of_record(session, "outreach", {}, stored, number)
        unstored = cautions.of_record(session, "outreach", {}, stored, None)
    assert [(item.code, item.place) for item in found] == [("likely_twice", "")]
    assert unstored == ()
