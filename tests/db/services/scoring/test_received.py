"""Score sheets that come in workbooks: compared with the sheet here, taken in as one step, never silently chosen."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.records import ScoreFile
from db.rules.findings import Refused
from db.rules.scoring.answers import answer_text
from db.rules.scoring.chain import State, Step
from db.rules.scoring.marks import APPRAISED, Mark
from db.rules.scoring.rule_sets import RuleSet
from db.services.entering import history
from db.services.scoring import received, sheets
from db.services.scoring.received import FileState, ReceivedPlan
from db.services.scoring.sheets import Sheet
from db.sessions import Book
from tests.helpers.answers import best_answer
from tests.helpers.books import unit_id
from tests.helpers.sample_records import contents, step
from tests.helpers.score_books import (
    ANSWER,
    CODE,
    DAY,
    NOTE,
    SHEET,
    TODAY,
    WHOLE,
    cells,
    changed,
    planned,
    row_of,
    sent_file,
    told,
)
from tests.helpers.scoring import fill_in, take

REASON = "Nhận phiếu khác từ tệp"


def sheet(book: Book) -> Sheet:
    with book.reading() as session:
        return sheets.sheet(session, unit_id=unit_id(session, CODE), year=2025)


def answered(rule_set: RuleSet, **given: str) -> Callable[[Any], None]:
    """Fill a workbook in as a commune does: best answers but for those given, by the criterion's code (`c1="5"`)."""

    def change(workbook: Any) -> None:
        for item in rule_set.asked:
            text = given.get(f"c{item.code}", answer_text(item, best_answer(item)))
            part, _, whole = text.partition("/")
            row = row_of(workbook, item.code)
            workbook[SHEET][f"{ANSWER}{row}"] = part or None
            workbook[SHEET][f"{WHOLE}{row}"] = whole or None

    return change


def filled(book: Book, folder: Path, name: str = "", **given: str) -> Path:
    """A workbook that was sent and filled in."""
    return changed(sent_file(book, folder, name=name), answered(sheet(book).rule_set, **given))


def take_in(book: Book, path: Path, *, chosen: bool = False, today: date = TODAY) -> ReceivedPlan:
    plan = planned(book, path, today)
    step(book, lambda s: received.take_in(s, plan, chosen=chosen, reason=REASON, today=today))
    return plan


def kept(book: Book) -> list[tuple[str, int, bytes]]:
    with book.reading() as session:
        return [(row.file_name, row.revision, row.body) for row in session.scalars(select(ScoreFile))]


def test_a_whole_sheet_comes_in_as_submitted(book: Book, tmp_path: Path) -> None:
    path = changed(filled(book, tmp_path / "in"), cells(**{DAY: "12/9/2025"}))
    plan = take_in(book, path)
    assert (plan.state, plan.submits, plan.asks) == (FileState.NEW, True, ())
    now = sheet(book)
    assert (now.state, now.self_on, now.result("self").points) == (
        State.SUBMITTED,
        date(2025, 9, 12),
        Decimal(100),
    )
    assert kept(book) == [(path.name, 1, path.read_bytes())]


def test_without_a_day_it_is_submitted_today(book: Book, tmp_path: Path) -> None:
    take_in(book, filled(book, tmp_path / "in"))
    assert sheet(book).self_on == TODAY


def test_missing_answers_come_in_as_an_open_sheet(book: Book, tmp_path: Path) -> None:
    plan = take_in(book, filled(book, tmp_path / "in", c1=""))
    assert [(item.code, item.value) for item in plan.notes] == [("score_answers_missing", "1")]
    assert (sheet(book).state, sheet(book).mark("2").self_answer) == (State.OPEN, "6")


def test_the_same_bytes_again_change_nothing(book: Book, tmp_path: Path) -> None:
    path = filled(book, tmp_path / "in")
    take_in(book, path)
    before = contents(book)
    assert take_in(book, path).state is FileState.SAME
    assert contents(book) == before and len(kept(book)) == 1


def test_the_same_bytes_do_not_submit_a_sheet_that_was_returned(book: Book, tmp_path: Path) -> None:
    path = filled(book, tmp_path / "in")
    take_in(book, path)
    step(book, lambda s: take(s, unit_id(s, CODE), 2025, Step.RETURN, TODAY, reason="thiếu"))
    assert take_in(book, path).state is FileState.SAME
    assert sheet(book).state is State.RETURNED


def test_taking_in_is_one_step_of_undo(book: Book, tmp_path: Path) -> None:
    path = filled(book, tmp_path / "in")
    plan = planned(book, path)
    _, number = step(book, lambda s: received.take_in(s, plan, chosen=False, reason="", today=TODAY))
    step(book, lambda s: history.revert(s, number))
    assert (sheet(book).state, sheet(book).marks) == (State.OPEN, {})
    assert take_in(book, path).state is FileState.NEW
    assert sheet(book).state is State.SUBMITTED


def test_a_blank_cell_takes_nothing_away(book: Book, tmp_path: Path) -> None:
    step(
        book,
        lambda s: sheets.give_mark(
            s, unit_id=unit_id(s, CODE), year=2025, mark=Mark("1", "5", note="có kế hoạch"), today=TODAY
        ),
    )
    plan = take_in(book, filled(book, tmp_path / "in", c1=""))
    assert (plan.state, plan.differences) == (FileState.NEW, ())
    assert sheet(book).mark("1") == Mark("1", "5", note="có kế hoạch")


def test_what_differs_from_an_open_sheet_is_a_question(book: Book, tmp_path: Path) -> None:
    path = filled(book, tmp_path / "in", c1="5")
    step(
        book,
        lambda s: sheets.give_mark(s, unit_id=unit_id(s, CODE), year=2025, mark=Mark("1", "7"), today=TODAY),
    )
    before, plan = contents(book), planned(book, path)
    assert [(item.code, item.column, item.here, item.there) for item in plan.differences] == [
        ("1", "self", "7", "5")
    ]
    with pytest.raises(Refused) as caught:
        take_in(book, path)
    assert [item.code for item in caught.value.findings] == ["score_file_differs"] and contents(
        book
    ) == before
    take_in(book, path, chosen=True)
    assert (sheet(book).mark("1").self_answer, sheet(book).state) == ("5", State.SUBMITTED)


@pytest.mark.parametrize("last", [Step.SUBMIT, Step.APPRAISE])
def test_a_closed_sheet_is_returned_and_submitted_again_where_chosen(
    book: Book, tmp_path: Path, last: Step
) -> None:
    path = filled(book, tmp_path / "in", c1="5")
    step(book, lambda s: fill_in(s, unit_id(s, CODE), 2025, last=last))
    with pytest.raises(Refused):
        take_in(book, path)
    take_in(book, path, chosen=True)
    now = sheet(book)
    assert [(item.step, item.reason) for item in now.steps[-2:]] == [(Step.RETURN, REASON), (Step.SUBMIT, "")]
    assert (now.state, now.mark("1").self_answer) == (State.SUBMITTED, "5")


def test_a_note_that_comes_after_the_submission_is_a_question(book: Book, tmp_path: Path) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, CODE), 2025, last=Step.SUBMIT))
    path = changed(sent_file(book, tmp_path / "out"), cells(**{f"{NOTE}7": "Bổ sung biên bản"}))
    plan = planned(book, path)
    assert (plan.state, plan.asks) == (FileState.DIFFERS, ("differs",))
    take_in(book, path, chosen=True)
    assert (sheet(book).state, sheet(book).mark("1").note) == (State.SUBMITTED, "Bổ sung biên bản")


def test_a_recognised_sheet_is_never_changed(book: Book, tmp_path: Path) -> None:
    path = filled(book, tmp_path / "in", c1="5")
    step(book, lambda s: fill_in(s, unit_id(s, CODE), 2025))
    step(
        book,
        lambda s: take(
            s,
            unit_id(s, CODE),
            2025,
            Step.RECOGNISE,
            TODAY,
            number="7/QĐ-UBND",
            class_code="good",
            reason="x",
        ),
    )
    plan = planned(book, path)
    assert (plan.state, told(plan)) == (FileState.REFUSED, [("sheet_is_recognised", f"{SHEET}!A1")])


def test_a_day_before_the_last_step_is_told_at_its_cell(book: Book, tmp_path: Path) -> None:
    step(book, lambda s: take(s, unit_id(s, CODE), 2025, Step.REGISTER, date(2025, 9, 15), class_code="good"))
    for text, code in (("14/9/2025", "day_before_step"), ("21/9/2025", "day_ahead")):
        path = changed(filled(book, tmp_path / "in"), cells(**{DAY: text}))
        assert told(planned(book, path)) == [(code, f"{SHEET}!{DAY}")]


def test_two_files_of_one_commune_are_rivals_and_the_same_bytes_are_not(book: Book, tmp_path: Path) -> None:
    first = filled(book, tmp_path / "in", "one.xlsx", c1="5")
    second = filled(book, tmp_path / "in", "two.xlsx", c1="6")
    again = tmp_path / "in" / "three.xlsx"
    again.write_bytes(first.read_bytes())
    (group,) = received.rivals([planned(book, path) for path in (first, second, again)])
    assert [item.read.name for item in group] == ["one.xlsx", "two.xlsx"]
    assert received.rivals([planned(book, path) for path in (first, again)]) == ()


def test_an_older_revision_after_a_newer_one_is_a_question(book: Book, tmp_path: Path) -> None:
    old = filled(book, tmp_path / "old", c1="5")
    take_in(book, filled(book, tmp_path / "in", c1="6"))
    step(book, lambda s: take(s, unit_id(s, CODE), 2025, Step.RETURN, TODAY, reason="thiếu"))
    newer = filled(book, tmp_path / "new", c1="7")
    assert planned(book, newer).read.revision == 2
    take_in(book, newer, chosen=True)
    assert planned(book, old).asks == ("differs", "older")


def test_a_sheet_answered_anew_after_an_appraisal_needs_the_reasons_when_appraised(
    book: Book, tmp_path: Path
) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, CODE), 2025))
    step(book, lambda s: take(s, unit_id(s, CODE), 2025, Step.RETURN, TODAY, reason="thiếu"))
    take_in(book, filled(book, tmp_path / "in", c1="5"), chosen=True)
    with pytest.raises(Refused) as caught:
        step(book, lambda s: take(s, unit_id(s, CODE), 2025, Step.APPRAISE, TODAY))
    assert [(item.code, item.value) for item in caught.value.findings] == [("reasons_missing", "1")]


def by_hand(book: Book, folder: Path, **heads: str) -> Path:
    """A sheet as an office types it, without the hidden one."""

    def change(workbook: Any) -> None:
        answered(sheet(book).rule_set)(workbook)
        del workbook["_pcmd"], workbook["_danh_muc"]
        for place, text in heads.items():
            workbook[SHEET][place] = text

    return changed(sent_file(book, folder), change)


def test_a_sheet_without_the_hidden_one_is_known_by_its_heads_and_said_to_be_unverified(
    book: Book, tmp_path: Path
) -> None:
    plan = take_in(book, by_hand(book, tmp_path / "in", A5="STT", B5="Tên tiêu chí", E5="Câu trả lời"))
    assert ([item.code for item in plan.notes], plan.read.is_verified) == (["score_unverified"], False)
    assert sheet(book).state is State.SUBMITTED


HEADS: Mapping[str, tuple[str, str]] = {
    "no unit": ("Phiếu tự chấm điểm, Năm 2025", "score_unit_unknown"),
    "no year": ("Phiếu tự chấm điểm, Xã Quế Lâm (mã 99102)", "score_year_unknown"),
    "a unit of others": ("Xã (mã 00001), Năm 2025", "score_unit_not_ours"),
    "a year without a set": ("Xã Quế Lâm (mã 99102), Năm 2019", "score_no_rule_set"),
}


@pytest.mark.parametrize("what", HEADS)
def test_a_typed_head_that_names_nothing_of_this_book_is_told(book: Book, tmp_path: Path, what: str) -> None:
    line, code = HEADS[what]
    plan = planned(book, by_hand(book, tmp_path / "in", A1=line))
    assert told(plan) == [(code, f"{SHEET}!A1")]


def test_a_typed_sheet_of_another_set_is_told_with_both_names(book: Book, tmp_path: Path) -> None:
    (finding,) = planned(book, by_hand(book, tmp_path / "in", A2="Bộ tiêu chí của tỉnh")).findings
    assert (finding.code, finding.place, finding.value) == (
        "score_other_rule_set",
        f"{SHEET}!A2",
        "Bộ tiêu chí của tỉnh",
    )
    assert finding.facts["expected"].startswith("Bộ tiêu chí minh họa 100 điểm")


def test_a_changed_result_is_told_at_its_cell(book: Book, tmp_path: Path) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, CODE), 2025, missing=3))
    path = changed(sent_file(book, tmp_path / "in", column=APPRAISED), cells(I7="8"))
    (finding,) = planned(book, path).findings
    assert (finding.code, finding.place, finding.facts["expected"]) == (
        "score_fixed_changed",
        f"{SHEET}!I7",
        "5",
    )
