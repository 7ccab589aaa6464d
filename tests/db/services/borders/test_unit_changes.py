"""Single changes of units in the book: what they touch, what goes along, what stays, one step back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.records import Figure, Hotspot, Inspection, Official, OutreachActivity, Succession, TrainingSession
from db.rules.findings import Refused
from db.rules.periods import Span
from db.rules.scoring.marks import Mark
from db.rules.unit_changes import Begins, GoesOn, Source, UnitChange
from db.services import offices, units
from db.services.borders import unit_changes
from db.services.borders.unit_changes import Preview
from db.services.entering import history
from db.services.measuring import measures, restating
from db.services.scoring import sheets
from db.sessions import Book
from tests.helpers.books import DISTRICT, unit_lines
from tests.helpers.books import ON as LIST
from tests.helpers.sample_records import added, contents, step

DAY, EVE, TODAY = date(2025, 6, 1), date(2025, 5, 31), date(2025, 9, 20)
AFTER = date(2025, 7, 7)


def number(book: Book, code: str, on: date = LIST) -> int:
    with book.reading() as session:
        return units.find(session, code, on).id


def name_on(book: Book, code: str, on: date) -> str:
    with book.reading() as session:
        return units.find(session, code, on).name


def merger(book: Book, *codes: str, on: date = DAY) -> UnitChange:
    """Communes into a new one."""
    new = Begins("99120", "Xã Quế An", number(book, DISTRICT))
    return UnitChange(on, tuple(Source(number(book, code)) for code in codes), (new,))


def ending(book: Book, code: str, into: str) -> UnitChange:
    """A commune whole into another that goes on."""
    return UnitChange(DAY, (Source(number(book, code)),), (GoesOn(number(book, into)),))


def split(book: Book, code: str) -> UnitChange:
    """A commune into two new ones."""
    parent = number(book, DISTRICT)
    halves = (Begins("99121", "Xã Quế Thượng", parent), Begins("99122", "Xã Quế Hạ", parent))
    return UnitChange(DAY, (Source(number(book, code)),), halves)


def renaming(book: Book, code: str, name: str) -> UnitChange:
    upper = {DISTRICT: "99", "99": None}.get(code, DISTRICT)
    parent = number(book, upper) if upper else None
    return UnitChange(DAY, (Source(number(book, code)),), (Begins(code, name, parent),))


def applied(book: Book, change: UnitChange) -> tuple[Preview, int]:
    return step(book, lambda session: unit_changes.apply(session, change, today=TODAY))


def previewed(book: Book, change: UnitChange) -> Preview:
    with book.reading() as session:
        return unit_changes.preview(session, change, today=TODAY)


def unit_of(book: Book, mapped: Any, record_id: int) -> str:
    with book.reading() as session:
        return units.by_id(session, session.get_one(mapped, record_id).unit_id).name


def test_a_merger_ends_and_begins_units_and_links_them(book: Book) -> None:
    applied(book, merger(book, "99102", "99103"))
    with book.reading() as session:
        old, new = units.find(session, "99102", EVE), units.find(session, "99120", DAY)
        below = units.below(session, number(book, DISTRICT), Span(DAY, DAY, 2025))
    assert (old.valid_to, new.valid_from, new.parent, new.kind) == (EVE, DAY, DISTRICT, "Xã")
    assert [unit.code for unit in below] == [DISTRICT, "99101", "99104", "99105", "99120"]


def test_a_preview_writes_nothing(book: Book) -> None:
    before = contents(book)
    found = previewed(book, merger(book, "99102", "99103"))
    assert [unit.code for unit in found.outcome.ended] == ["99102", "99103"]
    assert contents(book) == before


CHANGES = [
    lambda book: merger(book, "99102", "99103"),
    lambda book: ending(book, "99102", "99103"),
    lambda book: split(book, "99102"),
    lambda book: renaming(book, "99102", "Xã Quế Sơn"),
    lambda book: renaming(book, "99102", "Phường Quế Lâm"),
    lambda book: renaming(book, DISTRICT, "Thị xã Hòa Lâm"),
    lambda book: renaming(book, "99", "Thành phố Đồng Lam"),
]


@pytest.mark.parametrize("make", CHANGES)
def test_a_change_is_taken_back_whole_in_one_step(book: Book, make: Any) -> None:
    for kind, day in (("outreach", "held_on"), ("hotspots", "found_on"), ("inspections", "held_on")):
        added(book, kind, **{day: AFTER})
    before = contents(book)
    _, done = applied(book, make(book))
    assert contents(book) != before
    _, back = step(book, lambda session: history.revert(session, done))
    assert contents(book) == before
    step(book, lambda session: history.revert(session, back))
    assert contents(book) != before


MOVED = [
    ("outreach", {"held_on": AFTER}, OutreachActivity),
    ("trainings", {"starts_on": DAY, "ends_on": AFTER}, TrainingSession),
    ("inspections", {"held_on": DAY}, Inspection),
    ("hotspots", {"found_on": AFTER}, Hotspot),
    ("officials", {"from_on": AFTER}, Official),
    ("figures", {"period": "2025-Q3"}, Figure),
]
STAYING = [
    ("outreach", {"held_on": EVE}, OutreachActivity),
    ("trainings", {"starts_on": EVE, "ends_on": AFTER}, TrainingSession),
    ("inspections", {"held_on": EVE}, Inspection),
    ("hotspots", {"found_on": EVE}, Hotspot),
    ("officials", {}, Official),
    ("figures", {"period": "2025"}, Figure),
]


@pytest.mark.parametrize(("kind", "values", "mapped"), MOVED)
def test_what_is_dated_after_goes_along(book: Book, kind: str, values: Any, mapped: Any) -> None:
    record = added(book, kind, **values)
    found, _ = applied(book, ending(book, "99102", "99103"))
    assert (dict(found.moving), dict(found.staying)) == ({kind: 1}, {})
    assert unit_of(book, mapped, record) == "Xã Đạt Thành"


@pytest.mark.parametrize(("kind", "values", "mapped"), STAYING)
def test_what_is_dated_before_stays(book: Book, kind: str, values: Any, mapped: Any) -> None:
    record = added(book, kind, **values)
    found, _ = applied(book, ending(book, "99102", "99103"))
    assert dict(found.moving) == {}
    assert unit_of(book, mapped, record) == "Xã Quế Lâm"


def test_what_is_dated_after_a_split_stays_and_is_told(book: Book) -> None:
    record = added(book, "outreach", held_on=AFTER)
    found, _ = applied(book, split(book, "99102"))
    assert (dict(found.moving), dict(found.staying)) == ({}, {"outreach": 1})
    assert unit_of(book, OutreachActivity, record) == "Xã Quế Lâm"


def test_plans_and_scores_that_name_an_ended_unit_are_told_and_stay(book: Book) -> None:
    added(book, "plans", unit_id=number(book, DISTRICT))
    commune = number(book, "99102")
    with book.reading() as session:
        mark = Mark(sheets.sheet(session, unit_id=commune, year=2025).rule_set.asked[0].code, "1")
    step(book, lambda s: sheets.give_mark(s, unit_id=commune, year=2025, mark=mark, today=TODAY))
    found = previewed(book, renaming(book, DISTRICT, "Thị xã Hòa Lâm"))
    assert dict(found.naming) == {"plans": 1, "scores": 1}


def test_nothing_is_lost_or_counted_twice_over_a_change(book: Book) -> None:
    for code, day in (("99102", EVE), ("99103", AFTER), ("99104", AFTER)):
        added(book, "outreach", unit_id=number(book, code), held_on=day, people=10)
    applied(book, merger(book, "99102", "99103"))
    year = Span(date(2025, 1, 1), date(2025, 12, 31), 2025)
    with book.reading() as session:
        refs = [measures.refer(session, "outreach.people")]
        district, new = units.find(session, DISTRICT, DAY).id, units.find(session, "99120", DAY).id
        whole = measures.answers(session, refs, unit_id=district, span=year)
        restated = restating.answers(session, refs, unit_id=new, span=year, day=date(2025, 12, 31))
    assert whole["outreach.people"].total == 30
    assert restated.answers["outreach.people"].total == 20


def test_the_office_goes_on_with_its_unit(book: Book) -> None:
    found, done = applied(book, renaming(book, DISTRICT, "Thị xã Hòa Lâm"))
    assert found.office == "Thị xã Hòa Lâm"
    with book.reading() as session:
        assert offices.current(session).unit.name == "Thị xã Hòa Lâm"
    step(book, lambda session: history.revert(session, done))
    with book.reading() as session:
        assert offices.current(session).unit.name == "Huyện Hòa Lâm"


def test_communes_of_a_renamed_district_go_along(book: Book) -> None:
    applied(book, renaming(book, DISTRICT, "Thị xã Hòa Lâm"))
    with book.reading() as session:
        commune = units.find(session, "99102", DAY)
        assert (commune.valid_from, commune.parent) == (DAY, DISTRICT)
        assert units.find(session, "99102", EVE).valid_to == EVE


def test_figures_of_one_period_at_merged_units_are_refused(book: Book) -> None:
    for code in ("99102", "99103"):
        added(book, "figures", unit_id=number(book, code), period="2025-Q3")
    before = contents(book)
    with pytest.raises(Refused) as caught:
        applied(book, merger(book, "99102", "99103"))
    assert [(item.code, item.value) for item in caught.value.findings] == [("change_figures_twice", "1")]
    assert contents(book) == before


def test_a_second_change_of_the_same_day_may_add_to_the_first(book: Book) -> None:
    applied(book, merger(book, "99102", "99103"))
    new = number(book, "99120", DAY)
    applied(book, UnitChange(DAY, (Source(number(book, "99104")),), (GoesOn(new),)))
    assert name_on(book, "99104", EVE) == "Xã An Bình"
    with book.reading() as session:
        assert len(units.below(session, number(book, DISTRICT), Span(DAY, DAY, 2025))) == 4


def test_what_ended_once_does_not_end_again(book: Book) -> None:
    applied(book, merger(book, "99102", "99103"))
    before = contents(book)
    with pytest.raises(Refused) as caught:
        applied(book, ending(book, "99102", "99104"))
    assert [item.code for item in caught.value.findings] == ["change_of_ended"]
    assert contents(book) == before


@pytest.mark.parametrize("day", [date(2025, 4, 1), DAY])
def test_a_list_of_a_day_that_is_not_later_is_refused(book: Book, day: date) -> None:
    applied(book, renaming(book, "99102", "Xã Quế Sơn"))
    with pytest.raises(Refused) as caught:
        step(book, lambda session: units.load(session, unit_lines(), on=day, file_name="x"))
    assert [item.code for item in caught.value.findings] == ["list_before_change"]


def test_a_later_list_goes_on_from_the_change(book: Book) -> None:
    applied(book, renaming(book, "99102", "Xã Quế Sơn"))
    lines = [
        type(line)(**{**vars(line), "name": "Xã Quế Sơn"}) if line.code == "99102" else line
        for line in unit_lines()
    ]
    done, _ = step(book, lambda s: units.load(s, lines, on=date(2025, 7, 1), file_name="x"))
    assert (done.added, done.ended) == (0, 0)


def test_a_chain_of_changes_counts_at_the_last_unit(book: Book) -> None:
    added(book, "hotspots", found_on=date(2025, 4, 1))
    applied(book, ending(book, "99102", "99103"))
    later = date(2025, 8, 1)
    old = number(book, "99103", DAY)
    step(
        book,
        lambda session: unit_changes.apply(
            session,
            UnitChange(later, (Source(old),), (Begins("99103", "Xã Đạt An", number(book, DISTRICT)),)),
            today=TODAY,
        ),
    )
    autumn = Span(date(2025, 9, 1), date(2025, 9, 10), 2025)
    with book.reading() as session:
        last = units.find(session, "99103", later).id
        found = measures.ask(session, ["hotspots.open"], unit_id=last, span=autumn)
    assert found["hotspots.open"].total == 1


@pytest.mark.parametrize("second", [DAY, AFTER])
def test_a_unit_takes_more_in_twice(book: Book, second: date) -> None:
    applied(book, ending(book, "99102", into="99104"))
    applied(book, replace(ending(book, "99103", into="99104"), on=second))
    with book.reading() as session:
        found = [(row.on, row.old_id) for row in session.query(Succession).order_by(Succession.id)]
    quick, slow, taker = (number(book, code) for code in ("99102", "99103", "99104"))
    more = [(second, slow)] if second == DAY else [(second, slow), (second, taker)]
    assert found == [(DAY, quick), (DAY, taker), *more]


def test_a_unit_gives_parts_to_another_on_two_days(book: Book) -> None:
    taker = (GoesOn(number(book, "99104")),)
    for on in (DAY, AFTER):
        applied(book, UnitChange(on, (Source(number(book, "99102"), whole=False),), taker))
    with book.reading() as session:
        assert session.query(Succession).filter_by(extent="part").count() == 4
