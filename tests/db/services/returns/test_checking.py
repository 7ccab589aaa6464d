"""What the checks find in a book: beside earlier returns, cells by hand, records of other days."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.by_hand import CellPlace
from db.rules.returns.forms import ColumnForm, RowsOf, SheetForm
from db.rules.returns.states import ReturnState
from db.services import units
from db.services.returns import (
    approving,
    at_once,
    cell_sources,
    frozen_returns,
    hand_filling,
    standings,
    works,
)
from db.services.returns.cell_sources import SideBySide
from db.services.returns.standings import ReturnStanding
from db.sessions import Book, Session
from tests.helpers.books import NOW, unit_id
from tests.helpers.sample_records import add, step

Q3 = parse_period("2025-Q3")
PLACE = CellPlace("PCMD-02", "99102", "people")


def talk(session: Session, on: date, people: int, sessions: int = 2, unit: str = "99102") -> int:
    return add(
        session, "outreach", held_on=on, people=people, sessions=sessions, unit_id=unit_id(session, unit)
    )


def standing(book: Book, label: str = "2025-Q3", code: str = "99102") -> ReturnStanding:
    period = parse_period(label)
    with book.reading() as session:
        unit = units.find_during(session, code, period.span(DECREE_09))
        return standings.look(session, set_code="quarterly", unit=unit, period=period, today=NOW.date())


def approve(session: Session, label: str, word: str = "Đã rà soát") -> int:
    period = parse_period(label)
    unit = units.find_during(session, "99102", period.span(DECREE_09))
    return at_once.approve_now(session, set_code="quarterly", unit=unit, period=period, word=word)[0]


def override(session: Session, value: str, place: CellPlace = PLACE, computed: str = "200") -> None:
    work = works.begin(session, unit_id=unit_id(session, "99102"), set_code="quarterly", period="2025-Q3")
    works.override(session, work, place, value, reason="Xã báo lại", computed=computed)


def kept(session: Session, key: str, text: str) -> None:
    override(session, text, CellPlace("PCMD-09", "99102", key), "")


def test_a_jump_beside_the_last_period_is_found_with_its_figures(book: Book) -> None:
    step(book, lambda session: (talk(session, date(2025, 5, 6), 40), talk(session, date(2025, 7, 1), 200)))
    (jump,) = (
        item for item in standing(book).found if item.code == "jump_up_last_period" and item.row == "99102"
    )
    assert (jump.column, jump.value, jump.expected, jump.facts["period"]) == (
        "people",
        "200",
        "40",
        "2025-Q2",
    )


def test_the_approved_return_stands_for_the_last_period(book: Book) -> None:
    step(book, lambda session: talk(session, date(2025, 5, 6), 190))
    step(book, lambda session: approve(session, "2025-Q2"))
    step(book, lambda session: (talk(session, date(2025, 5, 7), 900), talk(session, date(2025, 7, 1), 200)))
    codes = {item.code for item in standing(book).found}
    assert "jump_down_last_period" not in codes
    assert "earlier_changed" in codes


def test_figures_of_last_year_sent_again_and_records_dated_before_are_found(book: Book) -> None:
    step(book, lambda session: (talk(session, date(2024, 7, 1), 86), talk(session, date(2025, 7, 1), 86)))
    found = standing(book).found
    assert ("repeated_last_year", "99102", "") in {(item.code, item.row, item.column) for item in found}
    (outside,) = (item for item in found if item.code == "dated_before_outreach")
    assert (outside.value, outside.facts) == ("1", {"first": "01/07/2024", "last": "01/07/2024"})


@pytest.mark.parametrize(
    ("label", "wanted"),
    [("2025-Q3", {"nothing_recorded"}), ("2025-Q4", {"nothing_recorded", "period_not_over"})],
)
def test_what_is_missing_is_found(book: Book, label: str, wanted: set[str]) -> None:
    assert wanted <= {item.code for item in standing(book, label).found}


def test_a_cell_by_hand_reaches_the_return_its_total_and_its_file(book: Book) -> None:
    step(book, lambda session: talk(session, date(2025, 7, 1), 200))
    step(book, lambda session: override(session, "260"))
    now = standing(book)
    assert now.hand.filled.control_totals["PCMD-02.people"] == 260
    number, _ = step(book, lambda session: approve(session, "2025-Q3"))
    with book.reading() as session:
        frozen = frozen_returns.by_id(session, number)
    assert frozen.filled is not None
    assert frozen.filled.control_totals["PCMD-02.people"] == 260
    assert "Xã báo lại" in frozen.words


def test_a_column_kept_by_hand_is_blank_until_somebody_fills_it(book: Book) -> None:
    columns = (
        ColumnForm("code", "Mã", "unit_code", 10),
        ColumnForm("name", "Đơn vị", "unit_name", 10),
        ColumnForm("cases", "Số vụ", "by_hand", 10, kind="flow"),
        ColumnForm("note", "Ghi chú", "note", 10),
    )
    form = SheetForm("PCMD-09", "Biểu", "", RowsOf.UNITS, columns, "Tổng số")

    def rows() -> tuple[Sequence[Value], ...]:
        with book.reading() as session:
            unit = units.find_during(session, "99102", Q3.span(DECREE_09))
            (sheet,) = hand_filling.sheets(session, [form], set_code="quarterly", unit=unit, period=Q3)
        return (*sheet.rows, sheet.total)

    assert rows() == (("99102", "Xã Quế Lâm", None, None), (None, "Tổng số", None, None))
    for key, text in (("cases", "0"), ("note", "Không phát sinh")):
        step(book, partial(kept, key=key, text=text))
    assert rows() == (("99102", "Xã Quế Lâm", 0, "Không phát sinh"), (None, "Tổng số", 0, None))


def test_a_cell_by_hand_tells_that_the_records_moved(book: Book) -> None:
    step(book, lambda session: talk(session, date(2025, 7, 1), 200))
    step(book, lambda session: override(session, "260"))
    assert "computed_moved" not in {item.code for item in standing(book).found}
    step(book, lambda session: talk(session, date(2025, 7, 2), 10))
    (moved,) = (item for item in standing(book).found if item.code == "computed_moved")
    assert (moved.row, moved.facts) == ("99102", {"then": "200", "now": "210"})


def test_a_return_passes_its_states_and_shows_what_moved(book: Book) -> None:
    step(book, lambda session: talk(session, date(2025, 7, 1), 200))
    assert standing(book).state is ReturnState.NOT_BEGUN
    step(book, lambda session: override(session, "200"))
    assert standing(book).state is ReturnState.FILLED
    number, _ = step(book, lambda session: approve(session, "2025-Q3"))
    held = standing(book)
    assert (held.state, held.has_moved) == (ReturnState.APPROVED, False)
    named = replace(held.hand.filled, notes=("Chưa có báo cáo của 1 đơn vị.",))
    assert replace(held, hand=replace(held.hand, filled=named)).has_moved
    step(book, lambda session: approving.exported(session, number, file_name="a.xlsx"))
    step(book, lambda session: override(session, "210"))
    later = standing(book)
    assert (later.state, later.has_moved) == (ReturnState.EXPORTED, True)
    assert {(item.place.row, item.before, item.after) for item in later.differences} == {
        ("99102", 200, 210),
        ("", 200, 210),
    }


def test_a_figure_stands_beside_other_days(book: Book) -> None:
    days = {date(2024, 7, 1): 5, date(2025, 5, 6): 40, date(2025, 7, 1): 200, date(2024, 5, 1): 7}
    step(book, lambda session: [talk(session, on, people) for on, people in days.items()])
    column = next(
        item
        for sheet in standing(book).hand.filled.sheets
        for item in sheet.form.columns
        if item.key == "people"
    )

    def sides(session: Session) -> SideBySide:
        unit = units.find_during(session, "991", Q3.span(DECREE_09))
        return cell_sources.side_by_side(session, column, unit, Q3)

    with book.reading() as session:
        assert sides(session).values["99102"] == (200, 240, 5, 12)
        unit = units.find_during(session, "991", Q3.span(DECREE_09))
        assert len(cell_sources.behind(session, column, "99102", unit, Q3).added) == 1
        assert cell_sources.behind(session, column, "99101", unit, Q3).added == {}
