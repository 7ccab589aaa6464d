"""A province's own workbook stands for a set of forms, from day to day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.rules.findings import Refused
from db.rules.periods import Period, parse_period
from db.rules.returns.filled import FilledReturn
from db.rules.returns.frozen import frozen_text, thawed
from db.rules.returns.tags_book import TaggedBook, TaggedCell, TaggedSheet
from db.services import units
from db.services.entering.entries import Gone
from db.services.returns import filling, frozen_returns, return_sets, template_sets, templates
from db.services.returns.templates import NewTemplate
from db.sessions import Book
from tests.helpers.books import COMMUNES, ON
from tests.helpers.sample_records import added, step

Q3 = parse_period("2025-Q3")
JUNE, SEPTEMBER = date(2025, 6, 1), date(2025, 9, 1)
CELLS = (
    ("A7", "{{commune.name}}"),
    ("B7", "{{outreach.people}}"),
    ("C7", "{{outreach.people[audience=worker]@since_year_start}}"),
    ("B8", "{{total(outreach.people)}}"),
)
OF_AUDIENCES = (("A2", "{{each.audiences}}"), ("B2", "{{outreach.people[audience=each]}}"), ("C2", "{{row}}"))
OF_ALL = (("B1", "{{outreach.people}}"), ("B2", "{{training.share_trained}}"))


def sheet(name: str, cells: tuple[tuple[str, str], ...]) -> TaggedSheet:
    places = [(at, int(at[1:]), ord(at[0]) - ord("A") + 1, text) for at, text in cells]
    return TaggedSheet(name, "", tuple(TaggedCell(*place, label="Tổng số") for place in places))


WORKBOOK = TaggedBook((sheet("Một", CELLS), sheet("Hai", OF_AUDIENCES), sheet("Ba", OF_ALL)))
NEW = NewTemplate("quarterly", "Mẫu của tỉnh", "mau.xlsx", "ab" * 32, b"bytes", WORKBOOK, JUNE)


def take(book: Book, new: NewTemplate = NEW) -> int:
    return step(book, lambda session: templates.add(session, new))[0]


def fill(book: Book, period: Period = Q3) -> FilledReturn:
    with book.reading() as session:
        unit = units.find(session, "991", ON)
        return filling.fill(session, set_code="quarterly", unit=unit, period=period)


def approve(book: Book, filled: FilledReturn) -> None:
    step(book, lambda session: frozen_returns.freeze(session, filled))


def days(book: Book) -> list[tuple[str, date, date | None]]:
    with book.reading() as session:
        return [(item.title, item.valid_from, item.valid_to) for item in templates.listed(session)]


def test_a_workbook_goes_before_the_shipped_set_from_its_day_on(book: Book) -> None:
    take(book)
    with book.reading() as session:
        before, after = (return_sets.return_set(session, "quarterly", day) for day in (ON, JUNE))
        known = [item.code for item in return_sets.sets(session, JUNE)]
    assert before.sheets[0].code == "PCMD-01" and known == ["quarterly", "quarterly_annexes"]
    assert [form.code for form in after.sheets] == ["Một", "Hai", "Ba"]
    assert (after.title, after.version) == ("Mẫu của tỉnh", template_sets.version_of(NEW.sha256))


def test_its_rows_are_filled_from_the_measures(book: Book) -> None:
    for audience in ("worker", "public"):
        added(book, "outreach", held_on=date(2025, 7, 1), people=40, female=0, audience=audience)
    take(book)
    communes, audiences, whole = fill(book).sheets
    assert [row[0] for row in communes.rows] == list(COMMUNES)
    assert (communes.total[-2:], communes.form.total) == ((80, 40), "Tổng số")
    assert {row[0]: row[1] for row in audiences.rows if row[1]} == {
        "Người dân": 40,
        "Người lao động tại cơ sở kinh doanh dịch vụ": 40,
    }
    assert (whole.rows, whole.total[0], [item.kind for item in whole.form.columns]) == (
        (),
        80,
        ["flow", "ratio"],
    )


def test_what_it_makes_is_frozen_whole(book: Book) -> None:
    take(book)
    filled = fill(book)
    again = thawed(frozen_text(filled))
    assert again.sha256 == filled.sha256
    assert [sheet.form for sheet in again.sheets] == [sheet.form for sheet in filled.sheets]


def test_the_workbook_of_a_return_is_found_by_its_version(book: Book) -> None:
    take(book)
    filled = fill(book)
    with book.reading() as session:
        own = templates.stored(session, filled.set)
        shipped = return_sets.return_set(session, "quarterly", ON)
        assert templates.stored(session, shipped) is None
    assert own is not None and own.body == b"bytes" and [layout.row for layout in own.layouts] == [7, 2, 0]


def test_the_next_one_ends_the_one_before(book: Book) -> None:
    take(book, replace(NEW, title="Sau", valid_from=SEPTEMBER, sha256="cd" * 32))
    take(book)
    assert days(book) == [("Mẫu của tỉnh", JUNE, date(2025, 8, 31)), ("Sau", SEPTEMBER, None)]


def test_one_from_the_same_day_gives_way_until_a_return_was_approved(book: Book) -> None:
    take(book)
    other = replace(NEW, title="Sửa", sha256="cd" * 32)
    take(book, other)
    assert days(book) == [("Sửa", JUNE, None)]
    approve(book, fill(book))
    with pytest.raises(Refused) as refused:
        take(book)
    assert [item.code for item in refused.value.findings] == ["template_same_day"]
    assert days(book) == [("Sửa", JUNE, None)]


def test_one_without_returns_goes_and_the_one_before_goes_on(book: Book) -> None:
    take(book)
    later = take(book, replace(NEW, valid_from=SEPTEMBER, sha256="cd" * 32))
    assert step(book, lambda session: templates.take_away(session, later))[0]
    assert days(book) == [("Mẫu của tỉnh", JUNE, None)]
    with pytest.raises(Gone):
        step(book, lambda session: templates.take_away(session, later))


def test_one_with_returns_is_only_withdrawn(book: Book) -> None:
    number = take(book)
    filled = fill(book)
    approve(book, filled)
    assert not step(book, lambda session: templates.take_away(session, number))[0]
    with book.reading() as session:
        (item,) = templates.listed(session)
        assert (item.is_withdrawn, item.returns) == (True, 1)
        assert templates.stored(session, filled.set) is not None
        assert return_sets.return_set(session, "quarterly", SEPTEMBER).sheets[0].code == "PCMD-01"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"set_code": "a b"}, "template_code"),
        ({"set_code": ""}, "template_code"),
        ({"title": " "}, "required"),
        ({"title": "x" * 251}, "too_long"),
        ({"book": TaggedBook(())}, "template_no_tags"),
        (
            {"book": TaggedBook((sheet("Một", (("A1", "{{figures.nothing_such}}"),)),))},
            "template_tag_unknown_near",
        ),
        (
            {"book": TaggedBook((sheet("Một", (("A1", "{{outreach.people[audience=workr]}}"),)),))},
            "template_filter_unknown_near",
        ),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_kept(book: Book, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        take(book, replace(NEW, **changes))
    assert [item.code for item in refused.value.findings] == [code]
    assert days(book) == []
