"""Lists: filtered as one types, sorted as in Việt Nam, with totals over all that matches."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.services import trainings
from db.services.listing import listings
from db.services.listing.listing_columns import listing_of
from db.services.listing.listings import ListQuery
from db.sessions import Book, Session
from tests.helpers.books import COMMUNES, unit_id
from tests.helpers.sample_records import KINDS, add, added, step

TOPICS = ["Đạt", "An", "Ăn", None, "Ấn", "Dương", "an", "Em"]


def ids(book: Book, kind: str, **query: Any) -> list[int]:
    with book.reading() as session:
        return list(listings.matching_ids(session, ListQuery(kind, **query)))


def cells(book: Book, kind: str, key: str, **query: Any) -> list[Value]:
    with book.reading() as session:
        found = listings.matching_ids(session, ListQuery(kind, **query))
        return [row.cells[key] for row in listings.rows(session, kind, found)]


def outreach(book: Book, **fields: object) -> int:
    return added(book, "outreach", **fields)


FILTERS = [
    ("dat thanh", ["Tuyên truyền ở chợ"]),
    ("ĐẠT THÀNH", ["Tuyên truyền ở chợ"]),
    ("thành đạt", ["Tuyên truyền ở chợ"]),
    ("cho dat", ["Tuyên truyền ở chợ"]),
    ("tuyen", ["Tuyên truyền 100%", "Tuyên truyền ở chợ"]),
    ("tuyen binh", ["Tuyên truyền 100%"]),
    ("100%", ["Tuyên truyền 100%"]),
    ("%", ["Tuyên truyền 100%"]),
    ("_", []),
    ("tuyen khong", []),
    ("", ["Hội thi", "Tuyên truyền 100%", "Tuyên truyền ở chợ"]),
]


@pytest.mark.parametrize(("text", "expected"), FILTERS)
def test_all_words_must_be_there_tone_marks_or_not(book: Book, text: str, expected: list[str]) -> None:
    with book.writing(who="x") as session:
        for code, topic in (
            ("99103", "Tuyên truyền ở chợ"),
            ("99104", "Tuyên truyền 100%"),
            ("99105", "Hội thi"),
        ):
            add(session, "outreach", topic=topic, unit_id=unit_id(session, code), form="press")
    assert cells(book, "outreach", "topic", text=text) == expected


@pytest.mark.parametrize(
    ("descending", "expected"),
    [
        (False, ["an", "An", "Ăn", "Ấn", "Dương", "Đạt", "Em", None]),
        (True, ["Em", "Đạt", "Dương", "Ấn", "Ăn", "an", "An", None]),
    ],
)
def test_words_sort_in_vietnamese_order_with_blanks_last(
    book: Book, descending: bool, expected: list[str]
) -> None:
    with book.writing(who="x") as session:
        for topic in TOPICS:
            add(session, "outreach", topic=topic)
    found = cells(book, "outreach", "topic", sort="topic", descending=descending)
    assert [str(word).lower() for word in found] == [str(word).lower() for word in expected]


@pytest.mark.parametrize(
    ("key", "values", "upward", "downward"),
    [
        ("people", [5, None, 0, 1200], [0, 5, 1200, None], [1200, 5, 0, None]),
        (
            "audience",
            ["worker", None, "public"],
            ["Người dân", "Người lao động tại cơ sở kinh doanh dịch vụ", None],
            ["Người lao động tại cơ sở kinh doanh dịch vụ", "Người dân", None],
        ),
        (
            "held_on",
            [date(2025, 5, 2), date(2024, 5, 1)],
            [date(2024, 5, 1), date(2025, 5, 2)],
            [date(2025, 5, 2), date(2024, 5, 1)],
        ),
    ],
)
def test_what_was_not_recorded_comes_last_both_ways(
    book: Book, key: str, values: list[Value], upward: list[Value], downward: list[Value]
) -> None:
    for value in values:
        outreach(book, **{key: value})
    assert cells(book, "outreach", key, sort=key) == upward
    assert cells(book, "outreach", key, sort=key, descending=True) == downward


def test_units_sort_by_their_bare_names(book: Book) -> None:
    with book.writing(who="x") as session:
        for code in COMMUNES:
            add(session, "outreach", unit_id=unit_id(session, code))
    expected = ["Xã An Bình", "Xã Ăng Tở", "Xã Đạt Thành", "Thị trấn Đồi Thông", "Xã Quế Lâm"]
    assert cells(book, "outreach", "unit", sort="unit") == expected
    assert cells(book, "outreach", "unit", sort="unit", descending=True) == expected[::-1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_of_a_list_can_be_sorted_by(book: Book, kind: str) -> None:
    record_id = added(book, kind)
    for key in listing_of(kind).columns:
        for descending in (False, True):
            assert ids(book, kind, sort=key, descending=descending) == [record_id]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if listing_of(kind).totals])
def test_totals_are_the_sums_of_the_rows(book: Book, kind: str) -> None:
    with book.writing(who="x") as session:
        plan = {"plan_id": add(session, "plans")} if kind in ("sections", "targets", "tasks") else {}
        counts = [field.key for field in ENTRY_KINDS[kind].fields if field.kind in ("count", "money")]
        for number in (None, 0, 7, 1200):
            add(session, kind, **plan, **dict.fromkeys(counts, number))
    with book.reading() as session:
        query = ListQuery(kind, where=plan)
        rows = listings.rows(session, kind, listings.matching_ids(session, query))
        for key, value in listings.totals(session, query).items():
            recorded = [_number(row.cells[key]) for row in rows if row.cells[key] is not None]
            assert value == (sum(recorded) if recorded else None)


def test_totals_of_trainings_count_rosters(book: Book) -> None:
    with book.writing(who="x") as session:
        officials = [add(session, "officials", female=female) for female in (True, False, None)]
        for others, female in ((None, None), (4, 1)):
            training = add(session, "trainings", others_total=others, others_female=female)
            trainings.set_roster(session, training, officials)
    with book.reading() as session:
        found = listings.totals(session, ListQuery("trainings"))
    assert found == {"officials": 6, "attendances": 10, "female": 3, "cost": None}


def test_totals_of_nothing_are_nothing(book: Book) -> None:
    outreach(book, people=None)
    with book.reading() as session:
        assert listings.totals(session, ListQuery("outreach"))["people"] is None
        assert listings.totals(session, ListQuery("officials")) == {}


def test_a_span_keeps_its_first_and_last_day(book: Book) -> None:
    span = parse_period("2025-Q2").span(DECREE_09)
    days = [date(2025, 3, 14), date(2025, 3, 15), date(2025, 6, 14), date(2025, 6, 15)]
    for day in days:
        outreach(book, held_on=day, people=1)
    assert cells(book, "outreach", "held_on", span=span) == [days[2], days[1]]
    with book.reading() as session:
        assert listings.totals(session, ListQuery("outreach", span=span))["people"] == 2


def test_plans_are_listed_in_each_of_their_years(book: Book) -> None:
    plan = added(book, "plans", first_year=2021, last_year=2025)
    for year, expected in ((2020, []), (2021, [plan]), (2025, [plan]), (2026, [])):
        assert ids(book, "plans", span=parse_period(str(year)).span(DECREE_09)) == expected


def test_where_narrows_by_equality(book: Book) -> None:
    talk, press = outreach(book, form="talk", people=5), outreach(book, form="press", people=7)
    assert ids(book, "outreach", where={"form": "talk"}) == [talk]
    assert ids(book, "outreach", where={"form": "press", "people": 7}) == [press]
    with book.reading() as session:
        assert listings.totals(session, ListQuery("outreach", where={"form": "press"}))["people"] == 7


def test_rows_come_in_the_order_asked_for_and_gone_ones_are_left_out(book: Book) -> None:
    first, second = outreach(book), outreach(book)
    with book.reading() as session:
        assert [row.id for row in listings.rows(session, "outreach", (second, 999, first))] == [second, first]
        assert listings.rows(session, "outreach", ()) == ()


def test_cells_hold_words_for_choices_and_values_for_the_rest(book: Book) -> None:
    plan = added(book, "plans")
    target = added(book, "targets", plan_id=plan, value=Decimal("70.5"), measure="outreach.people")
    with book.reading() as session:
        (row,) = listings.rows(session, "targets", [target])
    assert (row.cells["operator"], row.cells["value"]) == ("Ít nhất", Decimal("70.5"))
    assert row.cells["measure"] == "Số lượt người được tuyên truyền"


OWN_ORDER: list[tuple[str, list[dict[str, object]], list[int]]] = [
    (
        "outreach",
        [{"held_on": date(2025, 1, 1)}, {"held_on": date(2025, 1, 2)}, {"held_on": date(2025, 1, 1)}],
        [1, 2, 0],
    ),
    ("officials", [{"name": "Đỗ"}, {"name": "Dũng"}, {"name": "An"}], [2, 1, 0]),
    ("plans", [{"number": 2}, {"number": 1}, {"first_year": 2026, "last_year": 2026}], [2, 1, 0]),
]


@pytest.mark.parametrize(("kind", "records", "order"), OWN_ORDER)
def test_each_kind_has_its_own_order(
    book: Book, kind: str, records: list[dict[str, object]], order: list[int]
) -> None:
    made = [added(book, kind, **fields) for fields in records]
    assert ids(book, kind) == [made[place] for place in order]


def make_roster(session: Session) -> int:
    training = add(session, "trainings")
    trainings.set_roster(session, training, [add(session, "officials")])
    return training


def test_a_list_can_be_sorted_by_what_is_counted(book: Book) -> None:
    with_one, _ = step(book, make_roster)
    without = added(book, "trainings")
    assert ids(book, "trainings", sort="officials", descending=True) == [with_one, without]
    assert ids(book, "trainings", sort="attendances") == [with_one, without]


def _number(value: object) -> int:
    return value if isinstance(value, int) else int(str(value))
