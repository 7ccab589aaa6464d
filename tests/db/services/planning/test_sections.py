"""The sections of a plan in the book: moved, pasted, taken back as one step."""

import pytest

from db.rules.findings import Refused
from db.rules.numbering import DECIMAL
from db.services.entering import entries, history
from db.services.entering.entries import Gone
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.services.planning import sections
from db.services.planning.sections import NewSection
from db.sessions import Book
from tests.helpers.sample_records import added, contents, step

SHAPES = ("heading-1", "heading-2", "heading-3", "heading-2", "heading-1", "paragraph")
LETTERS = "ABCDEF"


@pytest.fixture
def plan_id(book: Book) -> int:
    """A draft with six sections, A to F."""
    plan = added(book, "plans", state="draft")
    for shape, text in zip(SHAPES, LETTERS, strict=True):
        added(book, "sections", plan_id=plan, shape=shape, text=text)
    return plan


def texts(book: Book, plan_id: int) -> str:
    """The sections as they stand, each with its level."""
    with book.reading() as session:
        found = sections.outline_of(session, plan_id).sections
    return " ".join(f"{section.text}{section.shape[-1]}" for section in found)


def number(book: Book, plan_id: int, text: str) -> int:
    with book.reading() as session:
        found = sections.outline_of(session, plan_id).sections
    return next(section.id for section in found if section.text == text)


def test_the_outline_tells_scheme_and_targets(book: Book, plan_id: int) -> None:
    added(book, "targets", plan_id=plan_id)
    step(book, lambda session: entries.change(session, "plans", plan_id, {"scheme": "decimal"}))
    with book.reading() as session:
        found = sections.outline_of(session, plan_id)
    assert (found.scheme, found.targets, len(found.sections)) == (DECIMAL, 1, 6)


def test_no_plan_has_an_empty_outline(book: Book) -> None:
    with book.reading() as session:
        assert sections.outline_of(session, 0).sections == ()


def test_a_section_moves_with_all_below_it(book: Book, plan_id: int) -> None:
    section = number(book, plan_id, "B")
    moved, _ = step(book, lambda session: sections.step(session, section, 1))
    assert (moved, texts(book, plan_id)) == (True, "A1 D2 B2 C3 E1 Fh")


def test_a_chapter_moves_and_comes_back_in_one_step(book: Book, plan_id: int) -> None:
    before = contents(book)
    section = number(book, plan_id, "E")
    _, made = step(book, lambda session: sections.step(session, section, -1))
    assert texts(book, plan_id) == "E1 Fh A1 B2 C3 D2"
    step(book, lambda session: history.revert(session, made))
    assert contents(book)["plan_section"] == before["plan_section"]


def test_at_an_end_nothing_is_logged(book: Book, plan_id: int) -> None:
    section = number(book, plan_id, "A")
    assert step(book, lambda session: sections.step(session, section, -1)) == (False, 0)


def test_a_level_changes_with_all_below_and_the_search_follows(book: Book, plan_id: int) -> None:
    section = number(book, plan_id, "B")
    step(book, lambda session: sections.shift(session, section, -1))
    assert texts(book, plan_id) == "A1 B1 C2 D2 E1 Fh"
    with book.reading() as session:
        query = ListQuery("sections", text="muc i b", where={"plan_id": plan_id})
        assert listings.matching_ids(session, query) == (section,)


def test_a_section_is_dropped_before_another_and_under_a_heading(book: Book, plan_id: int) -> None:
    section, other = number(book, plan_id, "D"), number(book, plan_id, "B")
    step(book, lambda session: sections.put_before(session, section, other))
    assert texts(book, plan_id) == "A1 D2 B2 C3 E1 Fh"
    chapter = number(book, plan_id, "E")
    step(book, lambda session: sections.put_under(session, other, chapter))
    assert texts(book, plan_id) == "A1 D2 E1 Fh B2 C3"
    step(book, lambda session: sections.put_before(session, chapter, None))
    assert texts(book, plan_id) == "A1 D2 E1 Fh B2 C3"


def test_what_lies_below_is_named_once_in_order(book: Book, plan_id: int) -> None:
    with book.reading() as session:
        found = sections.outline_of(session, plan_id).sections
        ids = [section.id for section in found]
        assert sections.with_below(session, plan_id, [ids[2], ids[1]]) == tuple(ids[1:3])


@pytest.mark.parametrize(
    ("after", "shape", "found"),
    [
        (None, "heading-1", "A1 B2 C3 D2 E1 Fh X1 Y4"),
        ("A", "heading-1", "A1 B2 C3 D2 X1 Y4 E1 Fh"),
        ("A", "paragraph", "A1 Xh Y4 B2 C3 D2 E1 Fh"),
        ("B", "heading-3", "A1 B2 X3 Y4 C3 D2 E1 Fh"),
    ],
)
def test_pasted_sections_come_after_the_chosen_one(
    book: Book, plan_id: int, after: str | None, shape: str, found: str
) -> None:
    made = [NewSection(shape, "X"), NewSection("item-4", "Y")]
    where = number(book, plan_id, after) if after else None
    step(book, lambda session: sections.insert_after(session, plan_id, where, made))
    assert texts(book, plan_id) == found


def test_many_sections_fit_between_two_and_leave_in_one_step(book: Book, plan_id: int) -> None:
    before = contents(book)["plan_section"]
    made = [NewSection("paragraph", f"Đoạn {count}") for count in range(300)]
    where = number(book, plan_id, "C")
    ids, done = step(book, lambda session: sections.insert_after(session, plan_id, where, made))
    found = texts(book, plan_id).replace("Đoạn ", "").split()
    assert (len(ids), found[2:5], found[302:304]) == (300, ["C3", "0h", "1h"], ["299h", "D2"])
    step(book, lambda session: history.revert(session, done))
    assert contents(book)["plan_section"] == before


def test_a_text_that_is_too_long_is_refused_and_nothing_is_stored(book: Book, plan_id: int) -> None:
    made = [NewSection("paragraph", "x"), NewSection("paragraph", "x" * 20_001)]
    with pytest.raises(Refused) as caught:
        step(book, lambda session: sections.insert_after(session, plan_id, None, made))
    assert [finding.code for finding in caught.value.findings] == ["too_long"]
    assert texts(book, plan_id) == "A1 B2 C3 D2 E1 Fh"


def test_what_is_gone_is_said(book: Book, plan_id: int) -> None:
    with pytest.raises(Gone):
        step(book, lambda session: sections.step(session, 999, 1))
    with pytest.raises(Gone):
        step(book, lambda session: sections.insert_after(session, 999, None, []))
    with pytest.raises(Gone):
        step(book, lambda session: sections.insert_after(session, plan_id, 999, [NewSection("targets", "")]))


def test_an_issued_plan_keeps_its_sections(book: Book, plan_id: int) -> None:
    section = number(book, plan_id, "B")
    with book.writing(who="x") as session:
        session.connection().exec_driver_sql("UPDATE plan SET state = 'issued'")
    with pytest.raises(Refused) as caught:
        step(book, lambda session: sections.step(session, section, 1))
    assert caught.value.findings[0].code == "plan_issued"
