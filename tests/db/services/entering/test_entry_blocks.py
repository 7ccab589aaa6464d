"""Blocks of rows for a list: judged beside the book, stored whole or not at all; likely twins; earlier texts."""

from collections.abc import Sequence
from datetime import date

import pytest

from db.rules.block_rows import BlockRow
from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.findings import Refused
from db.services.entering import earlier_texts, entries, entry_blocks, history, twins
from db.services.entering.entry_blocks import JudgedRow
from db.services.entering.kinds import STORED
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import PARENTS, add, added, contents, step, values

COLUMNS = ("held_on", "unit_id", "form", "topic", "people")
TODAY = date(2025, 6, 30)
GOOD = ("14/9/2025", "Quế Lâm", "Nói chuyện chuyên đề", "Đường dây nóng", "40")


def judged(book: Book, *cells: tuple[str, ...]) -> tuple[JudgedRow, ...]:
    with book.reading() as session:
        return entry_blocks.read(session, "outreach", cells, COLUMNS, {}, today=TODAY)


def store(session: Session, *cells: tuple[str, ...]) -> None:
    rows = [item.row for item in entry_blocks.read(session, "outreach", cells, COLUMNS, {}, today=TODAY)]
    entry_blocks.add_all(session, "outreach", rows, {})


def test_a_block_is_stored_as_one_step(book: Book) -> None:
    before = contents(book)
    _, number = step(book, lambda session: store(session, GOOD, ("15/9/2025", *GOOD[1:])))
    assert len(contents(book)["outreach_activity"]) == 2
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == before


def test_one_refused_row_keeps_the_whole_block_out(book: Book) -> None:
    parent = added(book, "establishments")
    rows = [BlockRow(at, {}, {"signed_on": date(2025, 3, 1)}, ()) for at in (1, 2)]
    before = contents(book)
    with pytest.raises(Refused) as refused:
        step(
            book,
            lambda session: entry_blocks.add_all(session, "commitments", rows, {"establishment_id": parent}),
        )
    assert [(item.code, item.place) for item in refused.value.findings] == [("kept_already", "2/signed_on")]
    assert contents(book) == before


def test_a_row_that_is_there_already_is_told_but_not_refused(book: Book) -> None:
    step(book, lambda session: store(session, GOOD))
    other = ("14/9/2025", "Quế Lâm", "Nói chuyện chuyên đề", "ĐƯỜNG DÂY NÓNG", "99")
    found = judged(book, other, ("15/9/2025", *GOOD[1:]), ("15/9/2025", *GOOD[1:]))
    assert [item.likely_twice for item in found] == [True, False, True]
    assert not any(item.findings for item in found)


def test_what_is_wrong_beside_other_records_is_found_before_storing(book: Book) -> None:
    parent = added(book, "establishments")
    added(book, "commitments", establishment_id=parent)
    row = BlockRow(1, {}, {"signed_on": date(2025, 3, 1), "note": None}, ())
    with book.reading() as session:
        (found,) = entry_blocks.judge(
            session, "commitments", [row], {"establishment_id": parent}, today=TODAY
        )
    assert [item.code for item in found.findings] == ["kept_already"]


@pytest.mark.parametrize("kind", sorted(set(STORED) - set(PARENTS)))
def test_every_kind_names_what_its_cells_may_name(book: Book, kind: str) -> None:
    added(book, "establishments")
    with book.reading() as session:
        found = entry_blocks.lists(session, kind)
    wanted = {
        field.key
        for field in ENTRY_KINDS[kind].fields
        if field.kind in ("unit", "choice", "link")
        and field.catalogue != "measures"
        # A task has no title of its own: it is chosen in the form.
        and not (field.links and not STORED[field.links].title)
    }
    assert set(found) == wanted


def test_one_field_of_several_records_is_one_step(book: Book) -> None:
    ids = [added(book, "outreach") for _ in range(3)]
    _, number = step(
        book, lambda session: entry_blocks.set_field(session, "outreach", ids, {"audience": "worker"})
    )
    with book.reading() as session:
        assert [entries.values_of(session, "outreach", item)["audience"] for item in ids] == ["worker"] * 3
    step(book, lambda session: history.revert(session, number))
    with book.reading() as session:
        assert [entries.values_of(session, "outreach", item)["audience"] for item in ids] == [None] * 3


def test_a_value_that_one_record_refuses_is_set_in_none(book: Book) -> None:
    ids = [added(book, "outreach", people=50), added(book, "outreach", people=5)]
    before = contents(book)
    with pytest.raises(Refused) as refused:
        step(book, lambda session: entry_blocks.set_field(session, "outreach", ids, {"female": 9}))
    assert [item.code for item in refused.value.findings] == ["part_over_whole"]
    assert contents(book) == before


@pytest.mark.parametrize(
    ("unit", "named"), [("Quế Lâm", [0]), ("Xã Đạt Thành – 99103", [1]), ("Xã An Bình", [])]
)
def test_of_two_records_of_one_name_that_of_the_rows_unit_is_meant(
    book: Book, unit: str, named: list[int]
) -> None:
    with book.reading() as session:
        places = [unit_id(session, code) for code in ("99102", "99103")]
    made = [added(book, "establishments", name="Nhà trọ Suối Mơ", unit_id=place) for place in places]
    columns = ("held_on", "unit_id", "team", "establishment_id")
    cells = ("14/9/2025", unit, "Đội kiểm tra liên ngành 178 cấp huyện", "nhà trọ suối mơ")
    with book.reading() as session:
        (found,) = entry_blocks.read(session, "inspections", [cells], columns, {}, today=TODAY)
    chosen = [] if found.findings else [found.row.values["establishment_id"]]
    assert chosen == [made[at] for at in named]


TWINS = [
    ("outreach", {}, True),
    ("outreach", {"topic": "duong day nong"}, True),
    ("outreach", {"topic": None}, False),
    ("outreach", {"held_on": date(2025, 5, 7)}, False),
    ("outreach", {"form": "contest"}, False),
    ("trainings", {"title": "LỚP TẬP HUẤN"}, True),
    ("trainings", {"starts_on": date(2025, 5, 5)}, False),
    ("inspections", {}, True),
    ("inspections", {"place": "Quán khác"}, False),
    ("hotspots", {"found_on": date(2025, 4, 4)}, True),
    ("figures", {}, False),
]


@pytest.mark.parametrize(("kind", "changes", "found"), TWINS)
def test_a_likely_twin_has_the_same_day_unit_and_words(
    book: Book, kind: str, changes: dict[str, object], found: bool
) -> None:
    first = added(book, kind)
    with book.reading() as session:
        wanted = values(session, kind, **changes)
        assert twins.twin(session, kind, wanted) == (first if found else None)
        assert twins.twin(session, kind, wanted, first) is None


def test_earlier_texts_come_most_used_first_then_newest(book: Book) -> None:
    def fill(session: Session, topics: Sequence[str | None]) -> None:
        for topic in topics:
            add(session, "outreach", topic=topic)

    step(book, lambda session: fill(session, ("Một", "Hai", "Ba", "Hai", None, "Bốn")))
    with book.reading() as session:
        assert earlier_texts.earlier(session, "outreach", "topic") == ("Hai", "Bốn", "Ba", "Một")
        assert earlier_texts.earlier(session, "trainings", "title") == ()


def test_only_units_below_the_office_are_named(book: Book) -> None:
    with book.reading() as session:
        named = entry_blocks.lists(session, "outreach")["unit_id"].named
        assert named[0].code == str(unit_id(session))
    assert len(named) == 6
