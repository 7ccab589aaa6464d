"""Search everything: any part of the words, the best first, with the number of what is not shown."""

from datetime import date
from functools import partial

import pytest

from db.rules.scoring.marks import Mark
from db.services.entering import entries
from db.services.scoring import rule_sets, sheets
from db.services.searching import search
from db.services.searching.search import MOST_COUNTED, FoundGroup
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import KINDS, add, added, step

UNFOUND = {"commitments", "workforces", "handlings", "hotspot_events", "model_years"}


def found(book: Book, typed: str, most: int = 5) -> dict[str, FoundGroup]:
    with book.reading() as session:
        return {group.kind: group for group in search.find(session, typed, most=most)}


def titles(book: Book, typed: str, kind: str) -> list[str]:
    group = found(book, typed).get(kind)
    return [item.title for item in group.found] if group else []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - UNFOUND))
def test_each_kind_is_found_by_its_unit_or_its_plan_by_its_words(book: Book, kind: str) -> None:
    words = {
        "plans": "kế hoạch năm",
        "sections": "mục đích",
        "targets": "70 xã",
        "tasks": "lưu động",
    }
    record_id = added(book, kind)
    group = found(book, words.get(kind, "quế lâm"))[kind]
    assert [item.id for item in group.found] == [record_id]
    assert group.found[0].title


@pytest.mark.parametrize("typed", ["", " ", "q", "/", "ư", '"*', "xyzxyz", "\x00", "%", "😀😀"])
def test_what_says_nothing_finds_nothing(book: Book, typed: str) -> None:
    added(book, "outreach", topic="Chợ phiên")
    assert found(book, typed) == {}


def test_tone_marks_may_be_typed_or_not(book: Book) -> None:
    added(book, "establishments", name="Nhà nghỉ Đồi Thông")
    for typed in ("nhà nghỉ đồi", "NHA NGHI DOI", "nghi hong", "đ\u00f4\u0300i nghi\u0309"):
        assert titles(book, typed, "establishments") == ["Nhà nghỉ Đồi Thông"]


def test_whole_words_come_before_parts_and_names_before_notes(book: Book) -> None:
    named = (("Hiếu", "chủ mới khang trang"), ("Ban Mai", None), ("Mười", "của bà An"), ("An", None))
    for name, note in named:
        added(book, "establishments", name=name, note=note, address=None)
    assert titles(book, "an", "establishments") == ["An", "Mười", "Ban Mai", "Hiếu"]


def test_newest_come_first_among_equals(book: Book) -> None:
    for day in (3, 5, 4):
        added(book, "outreach", topic="Chợ phiên", held_on=date(2025, 5, day))
    assert [item.day for item in found(book, "phien")["outreach"].found] == [
        date(2025, 5, day) for day in (5, 4, 3)
    ]


def test_rest_is_counted_up_to_a_limit(book: Book) -> None:
    def fill(session: Session) -> None:
        for _ in range(MOST_COUNTED + 5):
            add(session, "outreach", topic="Chợ phiên")

    step(book, fill)
    group = found(book, "phien", most=2)["outreach"]
    assert (len(group.found), group.count) == (2, MOST_COUNTED)


def test_part_of_a_plan_names_its_plan_and_years(book: Book) -> None:
    plan_id = added(book, "plans", first_year=2021, last_year=2025)
    task_id = added(book, "tasks", plan_id=plan_id, content="Hội thi tiểu phẩm")
    (item,) = found(book, "tieu pham")["tasks"].found
    assert (item.id, item.parent_id, item.years) == (task_id, plan_id, (2021, 2025))


@pytest.mark.parametrize("typed", ["ăng tở", "ANG TO", "99105"])
def test_units_are_found_by_name_and_code_and_bring_their_score_sheets(book: Book, typed: str) -> None:
    day = date(2025, 9, 20)
    step(
        book,
        lambda session: sheets.give_mark(
            session, unit_id=unit_id(session, "99105"), year=2025, mark=first_mark(session), today=day
        ),
    )
    groups = found(book, typed)
    assert [item.title for item in groups["units"].found] == ["Xã Ăng Tở"]
    assert [item.years for item in groups["scores"].found] == [(2025, 2025)]


@pytest.mark.parametrize(
    ("typed", "is_found"), [("kế hoạch 2025", True), ("ke hoach 25 nam", True), ("ke hoach 2024", False)]
)
def test_a_kind_may_be_named_first(book: Book, typed: str, is_found: bool) -> None:
    plan_id = added(book, "plans", subject="Phòng, chống mại dâm năm 2025")
    added(book, "outreach", topic="Chợ phiên 2025", held_on=date(2025, 5, 6))
    with book.reading() as session:
        groups = search.find(session, typed, names={"plans": "Kế hoạch", "measures": "Số liệu"})
    shown = [(group.kind, [item.id for item in group.found]) for group in groups]
    assert shown == ([("plans", [plan_id])] if is_found else [])


def test_units_beside_the_office_are_not_offered(book: Book) -> None:
    assert titles(book, "đồng lam", "units") == []


def test_measures_are_found_by_their_titles(book: Book) -> None:
    items = found(book, "so buoi truyen")["measures"].found
    assert [(item.code, item.id) for item in items] == [("outreach.sessions", 0)]


def test_what_was_removed_is_not_found(book: Book) -> None:
    record_id = added(book, "officials", name="Lò Văn Út")
    step(book, partial(entries.remove, kind="officials", record_id=record_id))
    assert titles(book, "van ut", "officials") == []


def first_mark(session: Session) -> Mark:
    """A mark for the first criterion of the year's rule set."""
    rule_set = rule_sets.parsed(rule_sets.of_year(session, 2025))
    return Mark(rule_set.asked[0].code, "1")
