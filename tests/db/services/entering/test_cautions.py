"""What is not wrong with a record but wants a look: told at its field, or of the whole record."""

from datetime import date

import pytest

from db.rules.entries import Values
from db.services.entering import cautions, entries
from db.sessions import Book
from tests.helpers.record_lists import TODAY
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
        found = cautions.of_record(session, "outreach", texts, {}, None, TODAY)
    assert [(item.code, item.place) for item in found] == told


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        ("outreach", {"held_on": date(1995, 9, 14)}, [("day_unlikely", "held_on")]),
        ("outreach", {"held_on": date(2027, 1, 1)}, [("day_unlikely", "held_on")]),
        ("outreach", {"held_on": date(2026, 12, 31)}, []),
        ("officials", {"from_on": date(1995, 9, 14), "to_on": date(1925, 1, 1)}, [("day_unlikely", "to_on")]),
        ("models", {"started_year": 1925}, [("year_unlikely", "started_year")]),
        ("models", {"started_year": None}, []),
    ],
)
def test_a_year_that_is_far_off_is_told(
    book: Book, kind: str, values: Values, told: list[tuple[str, str]]
) -> None:
    with book.reading() as session:
        found = cautions.of_record(session, kind, {}, values, None, TODAY)
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
        found = cautions.of_record(session, "outreach", {}, stored, number, TODAY)
        unstored = cautions.of_record(session, "outreach", {}, stored, None, TODAY)
    assert [(item.code, item.place) for item in found] == [("likely_twice", "")]
    assert unstored == ()


def test_one_text_is_read_alone(book: Book) -> None:
    with book.reading() as session:
        assert cautions.personal_in(session, "Chưa có biên bản") is None
        told = [cautions.personal_in(session, text) for text in ("gọi 0912345678", NAMES)]
    assert [item.code for item in told if item] == ["personal_phone", "personal_names"]
    for name in NAMES.split(", "):
        added(book, "officials", name=name)
    with book.reading() as session:
        assert cautions.personal_in(session, NAMES) is None
