"""Reviews that are under way are kept, and come back when the plan that was made of one is undone."""

from db.rules.entries import Values
from db.rules.plan_review.items import Part, Review, ReviewItem, Whose
from db.rules.plan_review.kept import KeptReview
from db.services.entering import entries, history
from db.services.planning import review_drafts
from db.sessions import Book, Session
from tests.helpers.sample_records import step

KEPT = KeptReview(
    "tỉnh.docx",
    ("KẾ HOẠCH", "Căn cứ"),
    Review((ReviewItem(Part.HEAD, "plans", {"subject": "Phòng, chống"}, whose=Whose.ISSUER),)),
    own=True,
)
PLAN: Values = {"subject": "Phòng, chống", "first_year": 2025, "last_year": 2025, "state": "draft"}


def names(book: Book) -> list[str]:
    with book.reading() as session:
        return [item.name for item in review_drafts.under_way(session)]


def kept(book: Book) -> int:
    number, _ = step(book, lambda session: review_drafts.keep(session, KEPT))
    return number


def made_of(book: Book, number: int) -> int:
    """The step that makes a plan of a review."""

    def act(session: Session) -> None:
        review_drafts.made(session, number, entries.add(session, "plans", PLAN))

    _, step_id = step(book, act)
    return step_id


def test_a_review_is_read_as_it_was_kept(book: Book) -> None:
    number = kept(book)
    with book.reading() as session:
        assert review_drafts.load(session, number) == KEPT


def test_a_review_of_which_a_plan_was_made_is_no_longer_under_way(book: Book) -> None:
    made_of(book, kept(book))
    assert names(book) == []


def test_undo_brings_the_review_back_and_redo_takes_it(book: Book) -> None:
    making = made_of(book, kept(book))
    _, undoing = step(book, lambda session: history.revert(session, making))
    assert names(book) == ["tỉnh.docx"]
    step(book, lambda session: history.revert(session, undoing))
    assert names(book) == []


def test_another_plan_under_the_same_number_hides_no_review(book: Book) -> None:
    making = made_of(book, kept(book))
    step(book, lambda session: history.revert(session, making))
    step(book, lambda session: entries.add(session, "plans", PLAN))
    assert names(book) == ["tỉnh.docx"]


def test_only_the_last_review_that_became_a_plan_is_held(book: Book) -> None:
    first, second = kept(book), kept(book)
    making = made_of(book, first)
    made_of(book, second)
    step(book, lambda session: history.revert(session, making))
    assert names(book) == []
