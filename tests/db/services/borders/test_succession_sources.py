"""Where a unit comes from, said by hand: what is offered, what is refused, what is settled, one step back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.rules.findings import Refused
from db.services import offices, units
from db.services.borders import succession_rows, succession_sources
from db.services.borders.succession_sources import Source
from db.services.entering import history
from db.services.entering.entries import Gone
from db.sessions import Book, Session
from tests.helpers.dien_bien import EVE, JULY, SETTLED_BY_HAND, country_lines, load
from tests.helpers.sample_records import contents, step

NEW = {"Xã Sá Tổng": "03151", "Xã Huổi Lếch": "03163", "Xã Xá Nhè": "03244", "Xã Sín Chải": "03226"}


def open_row(session: Session, written: str) -> int:
    listed = succession_rows.listed(session)
    return next(row.id for row in listed if row.written == written and row.id is not None)


def source(session: Session, old: str, new: str, *, on: date = JULY, whole: bool = True) -> Source:
    """A source by codes; a code after a plus is of the other day."""
    return Source(on, _number(session, new, JULY), _number(session, old, EVE), whole)


def _number(session: Session, code: str, usual: date) -> int:
    day = usual if not code.startswith("+") else (EVE if usual == JULY else JULY)
    return units.find(session, code.removeprefix("+"), day).id


def offered(book: Book, new: str, written: str) -> list[str]:
    with book.reading() as session:
        number = units.find(session, new, JULY).id
        return [item.unit.name for item in succession_sources.candidates(session, number, JULY, written)]


@pytest.mark.parametrize("written", SETTLED_BY_HAND)
def test_the_right_name_is_offered_first_for_another_spelling(merged: Book, written: str) -> None:
    assert offered(merged, NEW[written], written)[0] == SETTLED_BY_HAND[written][1]


SPELLINGS = [
    ("Xã Quài cang", "Xã Quài Cang"),
    ("Xã Pu Nhi", "Xã Pú Nhi"),
    ("xa quai cang", "Xã Quài Cang"),
    ("Quài Cangg", "Xã Quài Cang"),
    ("03289 Xã Tên Khác", "Xã Quài Cang"),
]


@pytest.mark.parametrize(("written", "name"), SPELLINGS)
def test_a_unit_that_another_took_over_is_offered_too(merged: Book, written: str, name: str) -> None:
    assert name in offered(merged, "03253", written)


def test_what_is_free_and_has_the_code_is_said(merged: Book) -> None:
    with merged.reading() as session:
        number = units.find(session, "03151", JULY).id
        free = succession_sources.candidates(session, number, JULY, "03178 Xã Sá Tổng")[0]
        taken = succession_sources.candidates(session, number, JULY, "03289")[0]
    assert (free.unit.name, free.has_code, free.is_free) == ("Xã Xá Tổng", True, True)
    assert (taken.unit.name, taken.has_code, taken.is_free) == ("Xã Quài Cang", True, False)


def test_nothing_written_offers_what_is_free(merged: Book) -> None:
    names = offered(merged, "03151", "")
    assert {"Xã Xá Tổng", "Xã Huổi Lếnh", "Xã Sáng Nhè", "Xã Xín Chải"} <= set(names)
    assert "Xã Quài Cang" not in names


@pytest.mark.parametrize("typed", ["quai cang", "03289", "Quài Ca"])
def test_a_unit_of_the_day_before_is_found_by_its_words(merged: Book, typed: str) -> None:
    with merged.reading() as session:
        found = succession_sources.seek(session, JULY, typed)
    assert [unit.name for unit in found] == ["Xã Quài Cang"]


def test_an_open_row_is_settled_and_taken_back_in_one_step(merged: Book) -> None:
    before = contents(merged)

    def settle(session: Session) -> None:
        said = source(session, "03178", "03151")
        succession_sources.change(session, open_row(session, "Xã Sá Tổng"), said)

    _, number = step(merged, settle)
    with merged.reading() as session:
        row = next(
            item for item in succession_rows.listed(session) if item.old and item.old.name == "Xã Xá Tổng"
        )
        assert (row.new.name, row.whole, row.written) == ("Phường Mường Lay", True, "")
    step(merged, lambda session: history.revert(session, number))
    assert contents(merged) == before


def test_a_row_is_taken_out_and_added_again(merged: Book) -> None:
    with merged.reading() as session:
        said = source(session, "03289", "03253")
        number = next(
            row.id
            for row in succession_rows.listed(session)
            if row.old and row.old.id == said.old_id and row.id
        )
    step(merged, lambda session: succession_sources.remove(session, [number]))
    with merged.reading() as session:
        assert number not in {row.id for row in succession_rows.listed(session)}
    step(merged, lambda session: succession_sources.add(session, said))
    with pytest.raises(Gone):
        step(merged, lambda session: succession_sources.remove(session, [number]))


def test_a_whole_becomes_a_part(merged: Book) -> None:
    def make_part(session: Session) -> int:
        whole = source(session, "03289", "03253")
        number = next(
            row.id
            for row in succession_rows.listed(session)
            if row.old and row.old.id == whole.old_id and row.id
        )
        return succession_sources.change(session, number, source(session, "03289", "03253", whole=False))

    number, _ = step(merged, make_part)
    with merged.reading() as session:
        row = next(item for item in succession_rows.listed(session) if item.id == number)
    assert (row.new.name, row.whole) == ("Xã Tuần Giáo", False)


def test_the_office_follows_a_source_said_by_hand(dien_bien: Book) -> None:
    step(dien_bien, lambda session: succession_sources.add(session, source(session, "03253", "03253")))
    with dien_bien.reading() as session:
        assert offices.current(session).unit.name == "Xã Tuần Giáo"


REFUSED: list[tuple[str, Callable[[Session], Source], str]] = [
    ("a pair twice", lambda s: source(s, "03289", "03253"), "source_twice"),
    ("a pair with another extent", lambda s: source(s, "03289", "03253", whole=False), "source_twice"),
    ("a whole in two", lambda s: source(s, "03289", "03283"), "succession_whole_held"),
    (
        "a part of what went whole",
        lambda s: source(s, "03289", "03283", whole=False),
        "succession_whole_held",
    ),
    ("an old unit of the day itself", lambda s: source(s, "+03253", "03283"), "source_not_before"),
    ("a new unit of the day before", lambda s: source(s, "03178", "+03289"), "source_not_then"),
    (
        "a day of no change",
        lambda s: source(s, "03178", "03253", on=date(2025, 8, 1)),
        "source_not_before",
    ),
    ("a unit that goes on", lambda s: source(s, "11", "03151"), "succession_old_goes_on"),
    ("what was there before", lambda s: source(s, "03178", "11"), "succession_new_goes_on"),
]


@pytest.mark.parametrize(("make", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_is_refused_and_nothing_is_stored(
    merged: Book, make: Callable[[Session], Source], code: str
) -> None:
    before = contents(merged)
    with pytest.raises(Refused) as caught:
        step(merged, lambda session: succession_sources.add(session, make(session)))
    assert [item.code for item in caught.value.findings] == [code]
    assert contents(merged) == before


def test_what_two_units_left_open_is_settled_for_both(dien_bien: Book, shared: Path) -> None:
    lines = [
        line
        for line in country_lines(shared)
        if line.new_code in {"03151", "03163"} and line.old_code not in ("", "03178")
    ]
    unknown = [type(line)(**{**vars(line), "extent": "unknown"}) for line in lines[:1]]
    twin = type(lines[0])(**{**vars(unknown[0]), "place": "dòng 1", "new_code": "03163", "new_name": ""})
    step(dien_bien, lambda session: load(session, [*unknown, twin]))

    def settle(session: Session) -> None:
        written = f"{unknown[0].old_code} {unknown[0].old_name}"
        said = source(session, unknown[0].old_code, unknown[0].new_code)
        succession_sources.change(session, open_row(session, written), said)

    step(dien_bien, settle)
    with dien_bien.reading() as session:
        told = [row for row in succession_rows.listed(session) if row.id is not None]
    assert [(row.old is not None, row.new.code) for row in told] == [(True, unknown[0].new_code)]
