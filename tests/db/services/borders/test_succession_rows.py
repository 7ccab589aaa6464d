"""The rows of successions, all of them and those of an office's book."""

import pytest

from db.services import offices, units
from db.services.borders import succession_rows
from db.services.borders.succession_rows import SuccessionRow
from db.sessions import Book
from tests.helpers.dien_bien import EVE, JULY


def rows(book: Book) -> tuple[SuccessionRow, ...]:
    with book.reading() as session:
        return succession_rows.listed(session)


def test_a_commune_of_which_no_row_tells_is_listed_as_open(dien_bien: Book) -> None:
    listed = rows(dien_bien)
    assert len(listed) == 45
    assert {(row.id, row.on, row.old, row.whole, row.written) for row in listed} == {
        (None, JULY, None, False, "")
    }


def test_every_row_names_both_units_and_what_they_lay_in(merged: Book) -> None:
    row = next(item for item in rows(merged) if item.old and item.old.code == "03289")
    assert row.old is not None
    assert (row.old.name, row.old.parent, row.new.name, row.new.parent, row.whole) == (
        "Xã Quài Cang",
        "Huyện Tuần Giáo",
        "Xã Tuần Giáo",
        "Tỉnh Điện Biên",
        True,
    )


def test_what_is_open_comes_in_the_words_of_the_list(merged: Book) -> None:
    listed = rows(merged)
    assert len(listed) == 129
    assert {(row.new.name, row.written) for row in listed if row.old is None} == {
        ("Phường Mường Lay", "Xã Sá Tổng"),
        ("Xã Mường Toong", "Xã Huổi Lếch"),
        ("Xã Sáng Nhè", "Xã Xá Nhè"),
        ("Xã Sín Chải", "Xã Sín Chải"),
    }


@pytest.mark.parametrize("day", [EVE, JULY])
def test_the_book_of_a_commune_is_about_what_it_came_from_or_became(merged: Book, day: object) -> None:
    with merged.reading() as session:
        own = units.find(session, "03253", EVE if day == EVE else JULY).id
        around = succession_rows.own_units(session, own)
        names = {units.by_id(session, number).name for number in around}
        assert offices.current(session).unit.id in around
    assert names == {"Xã Tuần Giáo", "Thị trấn Tuần Giáo", "Xã Quài Cang", "Xã Quài Nưa"}
