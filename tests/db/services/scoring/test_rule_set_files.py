"""A rule set goes from one book to another as a file and comes as a draft."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.records import Content
from db.rules.findings import Refused
from db.rules.scoring.files import RULE_SET_FILES
from db.rules.scoring.rule_sets import ScoreClass
from db.rules.scoring.writing import document_text
from db.services import content
from db.services.content_files import Outcome, TakenIn
from db.services.scoring import rule_set_drafts, rule_set_files, rule_set_lists, rule_sets
from db.sessions import Book, Session
from tests.helpers.books import OFFICER
from tests.helpers.rule_sets import criterion, sound
from tests.helpers.sample_records import contents, step

NEXT = date(2026, 7, 1)


def take_in(book: Book, text: str, *, unsound: bool = False) -> TakenIn:
    read = RULE_SET_FILES.read(text.encode(), needs_seal=True)
    with book.writing(who=OFFICER) as session:
        return rule_set_files.take_in(session, read, unsound=unsound)


def exported(book: Book, code: str = "illustrative-100") -> str:
    with book.reading() as session:
        held = content.in_force(session, rule_sets.KIND, code, date(2025, 1, 1))
        return rule_set_files.exported(session, held.id)[1]


def body(book: Book, number: int) -> str:
    with book.reading() as session:
        return session.get_one(Content, number).body


def test_what_was_exported_comes_as_a_draft_to_the_byte(book: Book) -> None:
    text = document_text(sound(criterion("1", "12.5")))
    taken = take_in(book, RULE_SET_FILES.sealed("tinh-2026", text))
    assert (taken.code, taken.outcome, taken.findings) == ("tinh-2026", Outcome.NEW, ())
    assert body(book, taken.id) == text
    with book.reading() as session:
        assert rule_set_files.exported(session, taken.id) == (
            "tinh-2026",
            RULE_SET_FILES.sealed("tinh-2026", text),
        )


def test_the_same_set_again_changes_nothing(book: Book) -> None:
    text = exported(book)
    before = contents(book)
    assert take_in(book, text).outcome is Outcome.SAME
    assert contents(book) == before


def test_another_text_of_the_same_code_is_another_draft(book: Book) -> None:
    first = take_in(book, RULE_SET_FILES.sealed("tinh-2026", document_text(sound())))
    other = RULE_SET_FILES.sealed("tinh-2026", document_text(sound(criterion("1", "20"))))
    second = take_in(book, other)
    assert (second.code, second.outcome) == ("tinh-2026-2", Outcome.OTHER_TEXT)
    assert take_in(book, other) == TakenIn(second.id, second.code, second.title, Outcome.SAME)
    assert body(book, first.id) != body(book, second.id)


def test_an_unsound_set_is_told_with_its_lines(book: Book) -> None:
    bands = (("0..5", "0"), ("6-", "10"))
    text = RULE_SET_FILES.sealed(
        "x", document_text(sound(criterion("1", "10", "bands", bands=bands), total=Decimal(9)))
    )
    before = contents(book)
    with pytest.raises(Refused) as caught:
        take_in(book, text)
    assert contents(book) == before
    at = {words: f"dòng {_line(text, words)}" for words in ("total =", "first = 6")}
    assert [(item.code, item.place, item.facts["at"]) for item in caught.value.findings] == [
        ("total_differs", at["total ="], "total"),
        ("bands_gap", at["first = 6"], "group.1.criterion.1.band.2.first"),
    ]


def test_an_unsound_set_comes_as_a_draft_where_that_is_wanted(book: Book) -> None:
    taken = take_in(book, RULE_SET_FILES.sealed("x", document_text(sound(total=Decimal(9)))), unsound=True)
    assert (taken.outcome, [item.code for item in taken.findings]) == (Outcome.NEW, ["total_differs"])


def test_warnings_do_not_keep_a_set_out(book: Book) -> None:
    same = criterion("2", "10", "yes_no", no="10")
    classes = (ScoreClass("good", "Tốt", Decimal(15)), ScoreClass("weak", "Yếu"))
    taken = take_in(
        book, RULE_SET_FILES.sealed("x", document_text(sound(criterion("1"), same, classes=classes)))
    )
    assert [item.code for item in taken.findings] == ["yes_no_same"]


@pytest.mark.parametrize(
    "title, code, expected",
    [("x" * 251, "a", "too_long"), ("Bộ", "x" * 51, "too_long"), ("Bộ", " ", "required")],
)
def test_a_head_that_no_book_can_keep_is_told(book: Book, title: str, code: str, expected: str) -> None:
    text = document_text(replace(sound(), title=title))
    with pytest.raises(Refused) as caught:
        take_in(book, RULE_SET_FILES.sealed(code, text), unsound=True)
    assert expected in {item.code for item in caught.value.findings}


def test_a_draft_that_was_exported_and_changed_comes_beside_it(book: Book) -> None:
    def change(session: Session) -> None:
        number = rule_set_drafts.DRAFTS.add(session, "xa", sound())
        made.append(number)
        text.append(rule_set_files.exported(session, number)[1])
        held = content.by_id(session, number)
        rule_set_drafts.change(session, number, replace(rule_set_lists.document_of(held), title="Đổi"))

    made: list[int] = []
    text: list[str] = []
    step(book, change)
    assert take_in(book, text[0]).code == "xa-2"


def _line(text: str, words: str) -> int:
    return next(at for at, line in enumerate(text.split("\n"), start=1) if words in line)
