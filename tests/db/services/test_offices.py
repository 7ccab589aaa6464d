"""The office: made once from its unit, with names that may change and a cut-off rule that must be one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.migrations.store import create_store
from db.rules.findings import Refused, Unknown
from db.rules.periods import CALENDAR, DECREE_09, Span, own_cut_off
from db.services import offices, units
from db.services.offices import OfficeNames
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import NOW, ON, unit_id, unit_lines
from tests.helpers.sample_records import contents, step

DAY = Span(ON, ON, 2025)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Book]:
    """A book that has units and no office."""
    create_store(tmp_path / BOOK_NAME)
    with Book(tmp_path, clock=lambda: NOW) as book:
        step(book, lambda session: units.load(session, unit_lines(), on=ON, file_name="units.csv"))
        yield book


def create(book: Book, code: str, cut_off: str = "decree-09") -> None:
    with book.writing(who="x") as session:
        unit = units.find(session, code, ON)
        offices.create(session, unit=unit, names=offices.usual_names(session, unit, ON), cut_off=cut_off)


USUAL = [
    ("991", "Ủy ban nhân dân tỉnh Đồng Lam", "Ủy ban nhân dân huyện Hòa Lâm", "Hòa Lâm"),
    ("99101", "Ủy ban nhân dân huyện Hòa Lâm", "Ủy ban nhân dân thị trấn Đồi Thông", "Đồi Thông"),
]


@pytest.mark.parametrize(("code", "parent", "issuing", "place"), USUAL)
def test_an_office_prints_the_usual_names(
    empty: Book, code: str, parent: str, issuing: str, place: str
) -> None:
    create(empty, code)
    with empty.reading() as session:
        office = offices.current(session)
    assert (
        office.unit.code,
        office.names.parent_agency,
        office.names.issuing_agency,
        office.names.place,
    ) == (
        code,
        parent,
        issuing,
        place,
    )
    assert (office.cut_off, office.sample) == (DECREE_09, False)


def test_a_province_prints_the_names_of_its_department(empty: Book) -> None:
    create(empty, "99")
    with empty.reading() as session:
        names = offices.current(session).names
    printed = (names.parent_agency, names.issuing_agency, names.symbol, names.signatory_post)
    assert printed == ("Ủy ban nhân dân tỉnh Đồng Lam", "Sở Y tế", "KH-SYT", "Giám đốc")


def test_a_book_without_an_office_says_so(empty: Book) -> None:
    with empty.reading() as session, pytest.raises(KeyError):
        offices.current(session)


CUT_OFFS = [
    ("decree-09", DECREE_09),
    ("calendar", CALENDAR),
    ("own:20", own_cut_off(20)),
    ("own:31", own_cut_off(31)),
    ("own:20,2025-02-25", own_cut_off(20, {(2025, 2): date(2025, 2, 25)})),
]


@pytest.mark.parametrize(("text", "rule"), CUT_OFFS)
def test_a_cut_off_rule_is_read(text: str, rule: object) -> None:
    assert offices.parse_cut_off(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "own",
        "own:",
        "own:0",
        "own:32",
        "own:-1",
        "own:2,5",
        "own:20,2025-02-30",
        "own:20,",
        "Decree-09",
        "own:x",
    ],
)
def test_what_is_no_cut_off_rule_is_refused(book: Book, text: str) -> None:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        step(book, lambda session: offices.set_cut_off(session, text))
    assert [(item.code, item.value) for item in caught.value.findings] == [("cut_off", text)]
    assert contents(book) == before


def test_a_cut_off_rule_is_changed(book: Book) -> None:
    step(book, lambda session: offices.set_cut_off(session, "own:20"))
    with book.reading() as session:
        assert offices.current(session).cut_off == own_cut_off(20)


def test_some_names_are_changed_and_cleaned(book: Book) -> None:
    with book.reading() as session:
        names = offices.current(session).names
    step(book, lambda session: offices.rename(session, signatory_name="  Lò  Văn Bảo ", place="Đồi Thông"))
    with book.reading() as session:
        found: OfficeNames = offices.current(session).names
    assert found == replace(names, signatory_name="Lò Văn Bảo", place="Đồi Thông")


@pytest.mark.parametrize(("code", "name"), [("991", "Huyện Hòa Lâm"), ("99105", "Xã Ăng Tở")])
def test_the_scope_is_the_office_and_what_lies_below(book: Book, code: str, name: str) -> None:
    with book.reading() as session:
        assert offices.unit_in_scope(session, code, DAY).name == name


def test_what_lies_above_is_not_in_the_scope(book: Book) -> None:
    with book.reading() as session, pytest.raises(Unknown) as caught:
        offices.unit_in_scope(session, "99", DAY)
    assert caught.value.what == "unit_in_scope"


def test_an_unknown_code_is_not_in_the_scope(book: Book) -> None:
    with book.reading() as session, pytest.raises(Unknown) as caught:
        offices.unit_in_scope(session, "99999", DAY)
    assert caught.value.what == "unit"


def test_the_office_keeps_its_unit_when_a_later_list_comes(book: Book) -> None:
    own = step(book, unit_id)[0]
    step(book, lambda session: units.load(session, unit_lines(), on=date(2025, 7, 1), file_name="b.csv"))
    with book.reading() as session:
        assert offices.current(session).unit.id == own
