"""Where a sheet stands on its way, in words."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from db.rules.scoring.chain import State, Step
from db.services.scoring import sheets
from db.services.scoring.sheets import Sheet
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import step
from tests.helpers.scoring import TODAY, fill_in, take
from ui.scores.sheet.stages import Stage, history, remark, stages

IN_TIME, LATE = date(2025, 9, 20), date(2026, 2, 1)


WORDS: dict[Step, dict[str, str]] = {
    Step.REGISTER: {"class_code": "good"},
    Step.RETURN: {"reason": "Thiếu biên bản"},
    Step.REOPEN: {"reason": "Sót tiêu chí"},
    Step.RECOGNISE: {"class_code": "good", "number": "07/QĐ-UBND"},
    Step.WITHDRAW: {"reason": "Khai sai"},
}


def go(book: Book, *steps: Step) -> Sheet:
    for item in steps:
        step(book, partial(_go, item=item))
    with book.reading() as session:
        return sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2025)


def _go(session: Session, item: Step) -> None:
    commune = unit_id(session, "99102")
    if item in WORDS:
        take(session, commune, 2025, item, TODAY, **WORDS[item])
    else:
        fill_in(session, commune, 2025, last=item)


def found(sheet: Sheet, today: date = IN_TIME) -> dict[str, Stage]:
    return {stage.title: stage for stage in stages(sheet, today)}


def test_a_blank_sheet_waits_to_be_scored(book: Book) -> None:
    shown = found(go(book))

    assert [stage.is_current for stage in shown.values()] == [False, True, False, False, False]
    assert shown["Đăng ký"].words == "quá hạn 31/03/2025"
    assert shown["Tự chấm"].words == "đã chấm 0/13"
    assert (shown["Nộp"].words, shown["Nộp"].is_late) == ("hạn 20/11/2025", False)
    assert [stage.level for stage in shown.values()] == ["cấp xã", "cấp xã", "cấp xã", "cấp tỉnh", "cấp tỉnh"]


def test_what_was_done_says_by_whom_and_when(book: Book) -> None:
    shown = found(go(book, Step.REGISTER, Step.SUBMIT), LATE)

    assert shown["Đăng ký"].words == "Tốt, 10/09/2025, Lò Thị Hoa"
    assert shown["Nộp"].words == "10/09/2025, Lò Thị Hoa"
    assert (shown["Thẩm định"].is_current, shown["Thẩm định"].is_late) == (True, True)
    assert shown["Thẩm định"].words == "quá hạn 10/12/2025"


def test_nobody_is_late_to_register_once_the_sheet_was_handed_in(book: Book) -> None:
    shown = found(go(book, Step.SUBMIT))

    assert (shown["Đăng ký"].words, shown["Đăng ký"].is_late) == ("chưa", False)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((Step.SUBMIT,), ""),
        ((Step.SUBMIT, Step.RETURN), "Phiếu được trả lại ngày 10/09/2025 (Lò Thị Hoa): Thiếu biên bản"),
        ((Step.APPRAISE, Step.REOPEN), "Thẩm định được mở lại ngày 10/09/2025 (Lò Thị Hoa): Sót tiêu chí"),
        (
            (Step.APPRAISE, Step.RECOGNISE, Step.WITHDRAW),
            "Công nhận bị thu hồi ngày 10/09/2025 (Lò Thị Hoa): Khai sai",
        ),
    ],
)
def test_a_way_that_was_not_straight_says_why(book: Book, steps: tuple[Step, ...], words: str) -> None:
    assert remark(go(book, *steps)) == words


def test_a_withdrawn_sheet_waits_for_nothing(book: Book) -> None:
    shown = found(go(book, Step.APPRAISE, Step.RECOGNISE, Step.WITHDRAW), LATE)

    assert shown["Công nhận"].words == "đã thu hồi"
    assert not any(stage.is_current or stage.is_late for stage in shown.values())


def test_the_history_stands_the_latest_first(book: Book) -> None:
    told = history(go(book, Step.APPRAISE, Step.RECOGNISE))

    assert told[0].startswith("10/09/2025: Công nhận loại Tốt, số 07/QĐ-UBND – Lò Thị Hoa")
    assert told[-1].startswith("10/09/2025: Nộp phiếu")


def test_what_was_done_before_steps_were_kept_is_done(book: Book) -> None:
    older = replace(go(book), state=State.APPRAISED, self_on=date(2025, 9, 1))

    shown = found(older, LATE)

    assert [stage.is_done for stage in shown.values()] == [False, True, True, True, False]
    assert (shown["Thẩm định"].words, shown["Công nhận"].is_current) == ("đã làm", True)
