"""An approved return is frozen; what does not agree, or is not explained, is not approved."""

import json
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from sqlalchemy import select

from db.records import Return
from db.rules.findings import Refused
from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.filled import FilledReturn
from db.rules.returns.frozen import thawed
from db.services import units
from db.services.returns import approving, checking, filling
from db.sessions import Book, Session
from tests.helpers.books import NOW, OFFICER
from tests.helpers.sample_records import add, step

Q3 = parse_period("2025-Q3")


def fill(session: Session) -> FilledReturn:
    unit = units.find_during(session, "991", Q3.span(DECREE_09))
    return filling.fill(session, set_code="quarterly", unit=unit, period=Q3)


def with_cell(filled: FilledReturn, key: str, value: Value) -> FilledReturn:
    """The return with another figure of the first commune in the form of outreach."""
    sheet = next(item for item in filled.sheets if item.form.code == "PCMD-02")
    at = [column.key for column in sheet.form.columns].index(key)
    rows = [list(row) for row in sheet.rows]
    rows[1][at] = value
    changed = replace(sheet, rows=tuple(map(tuple, rows)))
    return replace(filled, sheets=tuple(changed if item is sheet else item for item in filled.sheets))


def approve(book: Book, note: str = "", word: str = "Đã rà soát") -> int:
    def act(session: Session) -> int:
        filled = fill(session)
        found = checking.findings(session, filled, today=NOW.date())
        return approving.approve(session, filled, words={item.key: word for item in found}, note=note)

    return step(book, act)[0]


def approved(book: Book) -> list[Return]:
    with book.reading() as session:
        return list(session.scalars(select(Return).order_by(Return.revision)))


def test_the_same_figures_with_other_notes_are_another_revision(book: Book) -> None:
    def act(notes: tuple[str, ...], session: Session) -> None:
        filled = replace(fill(session), notes=notes)
        found = checking.findings(session, filled, today=NOW.date())
        approving.approve(session, filled, words={item.key: "Đã xem" for item in found}, note="Xã đã gửi")

    for notes in (("Chưa có báo cáo của 1 đơn vị: Xã Quế Lâm.",), (), ()):
        step(book, partial(act, notes))
    assert [row.revision for row in approved(book)] == [1, 2]


def test_an_approved_return_is_frozen_whole(book: Book) -> None:
    step(book, lambda session: add(session, "outreach", people=40, sessions=2))
    with book.reading() as session:
        filled = fill(session)
    approve(book)
    (row,) = approved(book)
    assert set(json.loads(row.words).values()) == {"Đã rà soát"}
    assert thawed(row.frozen).sha256 == filled.sha256 == row.sha256
    assert (row.revision, row.exported_at, row.created_by, row.created_at) == (1, None, OFFICER, NOW)


def test_the_same_figures_again_are_the_same_revision(book: Book) -> None:
    assert approve(book) == approve(book)
    assert len(approved(book)) == 1


def test_a_revision_wants_to_know_why(book: Book) -> None:
    approve(book)
    step(book, lambda session: add(session, "outreach", people=40, sessions=2, held_on=date(2025, 7, 1)))
    with pytest.raises(Refused) as refused:
        approve(book)
    assert [item.code for item in refused.value.findings] == ["check_revision_without_note"]
    approve(book, "Bổ sung buổi ngày 01/7")
    assert [(row.revision, row.note) for row in approved(book)] == [(1, ""), (2, "Bổ sung buổi ngày 01/7")]


def test_an_error_is_not_approved_whatever_is_said_of_it(book: Book) -> None:
    def spoiled(session: Session) -> int:
        filled = with_cell(with_cell(fill(session), "people", 10), "female", 11)
        return approving.approve(session, filled, words={"part_over_whole": "Đúng"}, note="")

    with pytest.raises(Refused) as refused:
        step(book, spoiled)
    places = {item.place for item in refused.value.findings}
    assert "PCMD-02 · Thị trấn Đồi Thông · Kỳ báo cáo: Trong đó: nữ" in places
    assert not approved(book)


@pytest.mark.parametrize("word", ["", "   "])
def test_a_warning_wants_a_word(book: Book, word: str) -> None:
    with pytest.raises(Refused) as refused:
        approve(book, word=word)
    assert "check_nothing_recorded" in {item.code for item in refused.value.findings}
    assert not approved(book)


def test_only_what_was_not_exported_is_withdrawn(book: Book) -> None:
    first = approve(book)
    step(book, lambda session: approving.withdraw(session, first))
    assert not approved(book)
    again = approve(book)
    step(book, lambda session: approving.exported(session, again, file_name="bao-cao.xlsx"))
    with pytest.raises(Refused):
        step(book, lambda session: approving.withdraw(session, again))
    (row,) = approved(book)
    assert (row.exported_at, row.file_name) == (NOW, "bao-cao.xlsx")
