"""The chain of a sheet: each step is kept with who and when, and closes or opens its columns."""

from datetime import date

import pytest

from db.rules.findings import Refused
from db.rules.periods import DECREE_09, parse_period
from db.rules.scoring.chain import State, Step, Taken
from db.rules.scoring.marks import Mark
from db.services.entering import history
from db.services.measuring import measures
from db.services.scoring import sheets, steps
from db.services.scoring.sheets import Sheet
from db.sessions import Book, Session
from tests.helpers.books import OFFICER, unit_id
from tests.helpers.sample_records import contents, step
from tests.helpers.scoring import best_marks, fill_in, take

TODAY = date(2025, 9, 10)
YEAR = parse_period("2025").span(DECREE_09)


def go(book: Book, taken: Taken) -> None:
    step(book, lambda s: steps.take(s, unit_id=unit_id(s, "99102"), year=2025, taken=taken, today=TODAY))


def fill(book: Book, last: Step = Step.APPRAISE) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025, missing=5, last=last, on=date(2025, 9, 1)))


def give(session: Session, *marks: Mark) -> None:
    sheets.give_marks(session, unit_id=unit_id(session, "99102"), year=2025, marks=marks, today=TODAY)


def sheet(book: Book) -> Sheet:
    with book.reading() as session:
        return sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2025)


def refused(book: Book, taken: Taken) -> list[tuple[str, str]]:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        go(book, taken)
    assert contents(book) == before
    return [(item.code, item.place) for item in caught.value.findings]


def count(book: Book, name: str, label: str = "2025") -> object:
    span = parse_period(label).span(DECREE_09)
    with book.reading() as session:
        ref = measures.refer(session, name)
        return measures.answers(session, [ref], unit_id=unit_id(session), span=span)[ref.expression].total


def test_a_commune_registers_before_it_scores(book: Book) -> None:
    go(book, Taken(Step.REGISTER, date(2025, 3, 1), "good"))
    assert (sheet(book).state, sheet(book).registered_class) == (State.OPEN, "good")
    assert (count(book, "scores.registered"), count(book, "scores.registered[class=good]")) == (1, 1)
    assert count(book, "scores.registered", "2024") is None


def test_every_step_says_who_took_it_and_when(book: Book) -> None:
    go(book, Taken(Step.REGISTER, date(2025, 3, 1), "good"))
    fill(book)
    taken = sheet(book).steps
    assert [item.step for item in taken] == [Step.REGISTER, Step.SUBMIT, Step.APPRAISE]
    assert taken[0].who == OFFICER
    assert taken[0].on == date(2025, 3, 1)


def test_a_sheet_is_submitted_whole_only(book: Book) -> None:
    step(
        book,
        lambda s: sheets.give_marks(
            s,
            unit_id=unit_id(s, "99102"),
            year=2025,
            marks=best_marks(s, unit_id(s, "99102"), 2025)[1:],
            today=TODAY,
        ),
    )
    assert refused(book, Taken(Step.SUBMIT, TODAY)) == [("answers_missing", "step")]
    assert steps.missing(sheet(book), "self") == ("1",)


def test_what_is_not_submitted_counts_nowhere(book: Book) -> None:
    step(
        book,
        lambda s: sheets.give_mark(
            s, unit_id=unit_id(s, "99102"), year=2025, mark=Mark("1", "8"), today=TODAY
        ),
    )
    assert count(book, "scores.self_sheets") is None
    fill(book, Step.SUBMIT)
    assert (count(book, "scores.self_sheets"), count(book, "scores.appraised_sheets")) == (1, None)


def test_a_sheet_goes_back_with_a_reason_and_is_scored_again(book: Book) -> None:
    fill(book)
    assert refused(book, Taken(Step.RETURN, TODAY)) == [("required", "reason")]
    go(book, Taken(Step.RETURN, TODAY, reason="Thiếu hồ sơ"))
    assert (sheet(book).state, count(book, "scores.self_sheets")) == (State.RETURNED, None)
    go(book, Taken(Step.SUBMIT, TODAY))
    assert sheet(book).state is State.SUBMITTED


def test_an_appraisal_is_taken_up_again_with_a_reason(book: Book) -> None:
    fill(book)
    go(book, Taken(Step.REOPEN, TODAY, reason="Bổ sung minh chứng"))
    assert sheet(book).state is State.SUBMITTED


def test_a_recognition_has_its_decision(book: Book) -> None:
    fill(book)
    go(book, Taken(Step.RECOGNISE, TODAY, "good", "12/QĐ-UBND"))
    found = sheet(book)
    assert (found.state, found.recognised_class, found.decision_number) == (
        State.RECOGNISED,
        "good",
        "12/QĐ-UBND",
    )
    assert (count(book, "scores.recognised"), count(book, "scores.recognised", "2025-H1")) == (1, None)


@pytest.mark.parametrize(
    ("code", "reason", "expected"),
    [
        ("fair", "", [("class_differs", "reason")]),
        ("other", "", [("not_chosen", "class_code")]),
        ("fair", "Có đơn thư", []),
    ],
)
def test_another_class_than_appraised_wants_a_reason(
    book: Book, code: str, reason: str, expected: list[tuple[str, str]]
) -> None:
    fill(book)
    taken = Taken(Step.RECOGNISE, TODAY, code, "12/QĐ-UBND", reason)
    if expected:
        assert refused(book, taken) == expected
    else:
        go(book, taken)
        assert sheet(book).recognised_class == "fair"


def test_a_recognition_is_withdrawn_with_a_reason(book: Book) -> None:
    fill(book)
    go(book, Taken(Step.RECOGNISE, TODAY, "good", "12/QĐ-UBND"))
    go(book, Taken(Step.WITHDRAW, TODAY, number="15/QĐ-UBND", reason="Phát sinh tụ điểm"))
    found = sheet(book)
    assert (found.state, found.recognised_class, found.recognised_on) == (State.WITHDRAWN, "", None)
    assert count(book, "scores.recognised") is None
    assert found.steps[-1].number == "15/QĐ-UBND"


def test_days_go_forward(book: Book) -> None:
    fill(book)
    assert refused(book, Taken(Step.RECOGNISE, date(2025, 8, 31), "good", "12")) == [
        ("day_before_step", "on")
    ]


def test_a_step_is_one_step_of_undo(book: Book) -> None:
    fill(book)
    before = contents(book)
    with book.writing(who=OFFICER) as session:
        take(session, unit_id(session, "99102"), 2025, Step.REOPEN, TODAY, reason="Xem lại")
        session.flush()
        number = session.info["step_id"]
    step(book, lambda s: history.revert(s, number))
    after = contents(book)
    assert {key: after[key] for key in ("score_sheet", "score_step")} == {
        key: before[key] for key in ("score_sheet", "score_step")
    }


def test_an_answer_of_before_the_submission_is_not_taken_back_after_it(book: Book) -> None:
    mark = Mark("7", "5", note="Đủ năm chương trình")
    step(book, lambda s: give(s, *best_marks(s, unit_id(s, "99102"), 2025)))
    # Only the note is new: no sum of the sheet changes.
    _, number = step(book, lambda s: give(s, mark))
    go(book, Taken(Step.SUBMIT, TODAY))
    with pytest.raises(history.ChangedSince):
        step(book, lambda s: history.revert(s, number))
    assert sheet(book).mark("7") == mark
