"""Score sheets that came back wrong: told at the cell, and nothing of them enters."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.rules.findings import Refused
from db.services.scoring import received, sheets
from db.services.scoring.received import FileState
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import unit_id
from tests.helpers.sample_records import contents, step
from tests.helpers.score_books import (
    ANSWER,
    DAY,
    HOW,
    LABEL,
    MOST,
    NOTE,
    POINTS,
    SHEET,
    TITLE,
    TODAY,
    WHOLE,
    changed,
    planned,
    row_of,
    sent_file,
    told,
)
from tests.helpers.scoring import best_marks

Change = Callable[[Any], None]


def at(column: str, code: str, value: Any) -> Change:
    """Set the cell of a criterion."""

    def change(workbook: Any) -> None:
        workbook[SHEET][f"{column}{row_of(workbook, code)}"] = value

    return change


def both(*changes: Change) -> Change:
    def change(workbook: Any) -> None:
        for each in changes:
            each(workbook)

    return change


def mark(key: str, value: str | None) -> Change:
    """Set a hidden line; nothing takes it away."""

    def change(workbook: Any) -> None:
        for row in workbook["_pcmd"].iter_rows(max_col=2):
            if row[0].value == key:
                row[1].value = value

    return change


def on_sheet(act: Callable[[Any], None]) -> Change:
    return lambda workbook: act(workbook[SHEET])


def share(part: Any, whole: Any) -> Change:
    return both(at(ANSWER, "8", part), at(WHOLE, "8", whole))


# Rows: I 6, 1 to 4 7–10, II 11, 5 to 8 12–15, III 16, 9 to 11 17–19, IV 20, 12 and 13 21–22, total 23, class 24.
CELLS: dict[str, tuple[Change, list[tuple[str, str]]]] = {
    "points above the most": (at(ANSWER, "1", "9"), [("points_over_most", "E7")]),
    "points below nothing": (at(ANSWER, "1", "-1"), [("not_number", "E7")]),
    "words for points": (at(ANSWER, "1", "tốt"), [("not_number", "E7")]),
    "more than three decimals": (at(ANSWER, "1", "7,1234"), [("too_precise", "E7")]),
    "a share without its whole": (share("18", None), [("score_whole_blank", "F15")]),
    "a whole without its part": (share(None, "142"), [("score_part_missing", "E15")]),
    "a whole of nothing": (share("0", "0"), [("whole_not_positive", "E15")]),
    "a part above its whole": (share("5", "3"), [("more_than_whole", "E15")]),
    "half a person": (share("1,5", "3"), [("not_whole", "E15")]),
    "two wholes": (share("18/142", "150"), [("score_whole_twice", "F15")]),
    "a part in per cent": (share("85%", "100"), [("not_count", "E15")]),
    "a whole where none is asked": (
        both(at(ANSWER, "1", "5"), at(WHOLE, "1", "8")),
        [("score_whole_not_asked", "F7")],
    ),
    "a choice that is none": (at(ANSWER, "4", "Bố trí nhiều"), [("not_choice", "E10")]),
    "neither yes nor no": (at(ANSWER, "5", "có lẽ"), [("not_yes_or_no", "E12")]),
    "not applying where it must": (at(ANSWER, "1", "Không áp dụng"), [("must_apply", "E7")]),
    "a day that was a share": (share(datetime(2026, 5, 3), None), [("score_cell_is_day", "E15")]),
    "a day as a whole": (share("3", datetime(2026, 5, 3)), [("score_cell_is_day", "F15")]),
    "a formula without a value": (at(ANSWER, "1", "=8-1"), [("cell_without_value", "E7")]),
    "a reference that is gone": (at(ANSWER, "1", "#REF!"), [("cell_without_value", "E7")]),
    "a most that was raised": (at(MOST, "1", 80), [("score_fixed_changed", "D7")]),
    "a most that is gone": (at(MOST, "1", None), [("score_fixed_changed", "D7")]),
    "another title": (at(TITLE, "1", "Ban hành kế hoạch"), [("score_fixed_changed", "B7")]),
    "another way of scoring": (at(HOW, "1", "10 điểm"), [("score_fixed_changed", "C7")]),
    "a group's title": (at(TITLE, "I", "CHỈ ĐẠO"), [("score_fixed_changed", "B6")]),
    "points that are not the answer's": (
        both(at(ANSWER, "1", "5"), at(POINTS, "1", 8)),
        [("score_points_differ", "G7")],
    ),
    "points without an answer": (at(POINTS, "1", 8), [("score_points_differ", "G7")]),
    "points that are a word": (both(at(ANSWER, "1", "5"), at(POINTS, "1", "năm")), [("not_number", "G7")]),
    "a sum that misses one": (
        both(at(ANSWER, "1", "5"), at(POINTS, "I", 4)),
        [("score_points_differ", "G6")],
    ),
    "a total that is wrong": (
        both(at(ANSWER, "1", "5"), on_sheet(lambda sheet: sheet.__setitem__("G23", 6))),
        [("score_points_differ", "G23")],
    ),
    "a code that is none": (at(LABEL, "13", "14"), [("score_row_unknown", "A22"), ("score_row_gone", "")]),
    "one code twice": (at(LABEL, "13", "12"), [("score_row_twice", "A22"), ("score_row_gone", "")]),
    "a row that is gone": (on_sheet(lambda sheet: sheet.delete_rows(7)), [("score_row_gone", "")]),
    "an answer in a row of its own": (
        on_sheet(lambda sheet: sheet.__setitem__("E30", "5")),
        [("score_row_unknown", "E30")],
    ),
    "a phone number in a note": (at(NOTE, "1", "gọi 0912 345 678"), [("personal_phone", "H7")]),
    "a day that is none": (
        on_sheet(lambda sheet: sheet.__setitem__(DAY, "31/02/2025")),
        [("no_such_day", "E4")],
    ),
    "a head made out to another commune": (
        on_sheet(lambda sheet: sheet.__setitem__("A1", "Phiếu tự chấm điểm · Xã Khác (mã 99103) · Năm 2025")),
        [("score_fixed_changed", "A1")],
    ),
    "a head made out to another year": (
        on_sheet(lambda sheet: sheet.__setitem__("A1", sheet["A1"].value.replace("2025", "2024"))),
        [("score_fixed_changed", "A1")],
    ),
    "merged cells": (on_sheet(lambda sheet: sheet.merge_cells("E7:E8")), [("cells_merged", "E7")]),
}
HIDDEN: dict[str, tuple[Change, str]] = {
    "the unit's code": (mark("unit", "99103"), "score_unit_of_other_time"),
    "a code of nobody": (mark("unit", "99999"), "score_unit_not_ours"),
    "the district's code": (mark("unit", "991"), "score_unit_not_ours"),
    "another time of the code": (mark("unit_from", "2020-01-01"), "score_mark_changed"),
    "another revision": (mark("revision", "9"), "score_mark_changed"),
    "another year of the same set": (mark("year", "2024"), "score_mark_changed"),
    "a year that is none": (mark("year", "20255"), "score_year_unknown"),
    "another rule set": (mark("rule_set_sha256", "0" * 64), "score_other_rule_set"),
    "another seal": (mark("seal", "0" * 64), "score_mark_changed"),
    "other answers as sent": (mark("answer:1", '["8", "", ""]'), "score_mark_changed"),
    "answers that are no such text": (mark("answer:1", "8"), "score_mark_changed"),
}


@pytest.fixture(scope="module")
def sent_once(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of a commune that answered nothing yet, as every copy of the book sends it."""
    folder = tmp_path_factory.mktemp("sent")
    shutil.copy(template_folder / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder) as book:
        return sent_file(book, folder / "out")


@pytest.fixture
def sent(sent_once: Path, tmp_path: Path) -> Path:
    """A copy of that workbook."""
    return Path(shutil.copy(sent_once, tmp_path / sent_once.name))


@pytest.mark.parametrize("what", CELLS)
def test_a_wrong_cell_is_told_with_its_place(book: Book, sent: Path, what: str) -> None:
    change, expected = CELLS[what]
    plan = planned(book, changed(sent, change))
    assert plan.state is FileState.REFUSED
    assert told(plan) == [(code, f"{SHEET}!{place}" if place else SHEET) for code, place in expected]


@pytest.mark.parametrize("what", HIDDEN)
def test_a_hidden_line_that_was_changed_is_told(book: Book, sent: Path, what: str) -> None:
    change, expected = HIDDEN[what]
    plan = planned(book, changed(sent, change))
    assert plan.state is FileState.REFUSED
    assert expected in [code for code, _ in told(plan)]


def test_nothing_of_a_wrong_file_enters(book: Book, sent: Path) -> None:
    path = changed(sent, both(at(ANSWER, "2", "5"), at(ANSWER, "1", "9")))
    plan, before = planned(book, path), contents(book)
    with pytest.raises(Refused), book.writing(who="x") as session:
        received.take_in(session, plan, chosen=True, reason="", today=TODAY)
    assert contents(book) == before


def test_a_finding_carries_value_and_what_was_expected(book: Book, sent: Path) -> None:
    path = changed(sent, at(MOST, "1", 80))
    (finding,) = planned(book, path).findings
    assert (finding.value, finding.facts["expected"]) == ("80", "8")


READ_AS: dict[str, tuple[Change, str, str]] = {
    "a decimal comma as text": (at(ANSWER, "1", "7,5"), "1", "7.5"),
    "a decimal dot as text": (at(ANSWER, "1", "7.5"), "1", "7.5"),
    "three decimals behind a nought": (at(ANSWER, "1", "0.125"), "1", "0.125"),
    "a number": (at(ANSWER, "1", 7.5), "1", "7.5"),
    "thousands in a share": (share("1.234", "2.000"), "8", "1234/2000"),
    "numbers in a share": (share(18, 142), "8", "18/142"),
    "a share in one cell": (share("18/142", None), "8", "18/142"),
    "yes as a mark": (at(ANSWER, "5", "x"), "5", "yes"),
    "yes as Excel's truth": (at(ANSWER, "5", True), "5", "yes"),
    "a choice by its place": (at(ANSWER, "4", 2), "4", "part"),
    "a choice in other letters": (at(ANSWER, "4", "BỐ TRÍ MỘT PHẦN"), "4", "part"),
    "no-break spaces": (at(ANSWER, "1", "\u00a07,5 "), "1", "7.5"),
    "a shared cell of blanks": (at(ANSWER, "1", "   "), "1", ""),
}


@pytest.mark.parametrize("what", READ_AS)
def test_answers_are_read_as_officers_and_excel_write_them(book: Book, sent: Path, what: str) -> None:
    change, code, answer = READ_AS[what]
    plan = planned(book, changed(sent, change))
    assert (told(plan), plan.judged and plan.judged.marks[code].self_answer) == ([], answer)


def move_row(sheet: Any) -> None:
    sheet.move_range("A7:H7", rows=30)


def move_columns(sheet: Any) -> None:
    sheet.move_range("A5:H24", cols=2)


MOVED: dict[str, Change] = {
    "a row": on_sheet(move_row),
    "all columns": on_sheet(move_columns),
    "rows above": on_sheet(lambda sheet: sheet.insert_rows(1, 3)),
    "the sheet's name": on_sheet(lambda sheet: setattr(sheet, "title", "Sheet1")),
    "a sheet before it": lambda workbook: workbook.create_sheet("Ghi chú", 0).append(["Kính gửi"]),
}


@pytest.mark.parametrize("what", MOVED)
def test_what_was_only_moved_is_read_where_it_stands(book: Book, sent: Path, what: str) -> None:
    change = both(at(ANSWER, "1", "7"), at(NOTE, "2", "có biên bản"), MOVED[what])
    plan = planned(book, changed(sent, change))
    assert told(plan) == [] and plan.judged is not None
    assert (plan.judged.marks["1"].self_answer, plan.judged.marks["2"].note) == ("7", "có biên bản")


def test_stale_points_beside_a_new_answer_are_no_finding(book: Book, tmp_path: Path) -> None:
    def score(session: Any) -> None:
        unit = unit_id(session, "99102")
        marks = best_marks(session, unit, 2025)
        sheets.give_marks(session, unit_id=unit, year=2025, marks=marks, today=date(2025, 9, 1))

    step(book, score)
    path = sent_file(book, tmp_path / "out")
    assert told(planned(book, changed(path, at(ANSWER, "1", "6")))) == []
    assert told(planned(book, changed(path, at(POINTS, "1", 7)))) == [("score_points_differ", f"{SHEET}!G7")]
