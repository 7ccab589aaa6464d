"""Units in time: what a later list ends, keeps, renames and moves; who is where on a day."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.migrations.store import create_store
from db.records import Succession, Unit, UnitList
from db.rules.findings import Refused, Unknown
from db.rules.periods import Span
from db.rules.units import UnitLine
from db.services import units
from db.services.units import LoadedUnits, UnitInfo
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.books import COMMUNES, DISTRICT, ON, unit_id, unit_lines
from tests.helpers.sample_records import contents, step

LATER = date(2025, 7, 1)
EVE = date(2025, 6, 30)
KINDS = {1: "Tỉnh", 2: "Huyện", 3: "Xã"}


def line(code: str, name: str, level: int, parent: str | None) -> UnitLine:
    kind = next((kind for kind in ("Thị trấn", "Phường", "Thành phố") if name.startswith(kind)), KINDS[level])
    return UnitLine("dòng 9", code, name, kind, level, parent)


def changed(code: str, **changes: str) -> list[UnitLine]:
    """The district's list with one unit otherwise."""
    return [UnitLine(**{**vars(item), **changes}) if item.code == code else item for item in unit_lines()]


def without(code: str) -> list[UnitLine]:
    return [item for item in unit_lines() if item.code != code]


def load(book: Book, lines: list[UnitLine], on: date = LATER) -> LoadedUnits:
    return step(book, lambda session: units.load(session, lines, on=on, file_name="list.csv"))[0]


def history_of(session: Session, code: str) -> list[tuple[str, date | None, date | None]]:
    found = session.scalars(select(Unit).where(Unit.code == code).order_by(Unit.id))
    return [(unit.name, unit.valid_from, unit.valid_to) for unit in found]


def codes(found: tuple[UnitInfo, ...]) -> list[str]:
    return [unit.code for unit in found]


def scope_on(session: Session, day: date, code: str = DISTRICT) -> list[str]:
    return codes(units.below(session, unit_id(session, code), Span(day, day, day.year)))


def test_units_of_the_first_list_have_no_known_beginning(book: Book) -> None:
    with book.reading() as session:
        assert len(units.known_on(session, date(1990, 1, 1))) == 7
        assert {(unit.valid_from, unit.valid_to) for unit in units.known_on(session, ON)} == {(None, None)}


def test_the_same_list_of_a_later_day_changes_nothing(book: Book) -> None:
    before = contents(book)["unit"]
    assert load(book, unit_lines()) == LoadedUnits(7, 0, 0)
    assert contents(book)["unit"] == before


def test_what_a_later_list_leaves_out_ended_the_day_before(book: Book) -> None:
    assert load(book, without("99102")) == LoadedUnits(6, 0, 1)
    with book.reading() as session:
        assert history_of(session, "99102") == [("Xã Quế Lâm", None, EVE)]
        assert "99102" in scope_on(session, EVE)
        assert "99102" not in scope_on(session, LATER)


def test_a_new_name_is_a_new_unit(book: Book) -> None:
    assert load(book, changed("99102", name="Xã Quế Sơn")) == LoadedUnits(7, 1, 1)
    with book.reading() as session:
        assert history_of(session, "99102") == [("Xã Quế Lâm", None, EVE), ("Xã Quế Sơn", LATER, None)]
        assert units.find(session, "99102", EVE).name == "Xã Quế Lâm"
        assert units.find(session, "99102", LATER).name == "Xã Quế Sơn"


@pytest.mark.parametrize("name", ["Huyện Hoà Lâm", "HUYỆN  HÒA LÂM", "Huyện hòa lâm"])
def test_another_spelling_of_a_name_is_the_same_unit(book: Book, name: str) -> None:
    assert load(book, changed(DISTRICT, name=name)) == LoadedUnits(7, 0, 0)


def test_a_code_that_changed_its_meaning_is_two_units_with_two_numbers(book: Book) -> None:
    load(book, changed("99102", name="Phường Mới", kind="Phường"))
    with book.reading() as session:
        old, new = units.find(session, "99102", EVE), units.find(session, "99102", LATER)
    assert old.id != new.id
    assert (old.kind, new.kind) == ("Xã", "Phường")


def test_a_renamed_district_takes_its_communes_along(book: Book) -> None:
    assert load(book, changed(DISTRICT, name="Huyện Hòa Sơn")) == LoadedUnits(7, 6, 6)
    with book.reading() as session:
        new = units.find(session, DISTRICT, LATER)
        span = Span(LATER, LATER, 2025)
        assert codes(units.below(session, new.id, span)) == [DISTRICT, *COMMUNES]
        assert units.find(session, "99101", LATER).parent == DISTRICT


def test_a_list_of_districts_alone_keeps_the_communes(book: Book) -> None:
    lines = [item for item in changed(DISTRICT, name="Huyện Hòa Sơn") if item.level < 3]
    assert load(book, lines) == LoadedUnits(2, 6, 6)
    with book.reading() as session:
        new = units.find(session, DISTRICT, LATER)
        assert codes(units.below(session, new.id, Span(LATER, LATER, 2025))) == [DISTRICT, *COMMUNES]


def test_nothing_outlives_the_unit_it_lies_in(book: Book) -> None:
    neighbour = [line("992", "Huyện Hòa Sơn", 2, "99"), line("99201", "Xã Mới", 3, "992")]
    load(book, [*unit_lines(), *neighbour])
    before = contents(book)
    with pytest.raises(Refused) as caught:
        load(book, [*unit_lines(), neighbour[1]], date(2025, 8, 1))
    assert [(item.code, item.place, item.value) for item in caught.value.findings] == [
        ("unit_parent_ended", "dòng 9", "992")
    ]
    assert contents(book) == before


def test_a_list_of_an_unchanged_district_alone_touches_nothing(book: Book) -> None:
    assert load(book, [item for item in unit_lines() if item.level < 3]) == LoadedUnits(2, 0, 0)


def test_a_commune_moves_to_another_district(book: Book) -> None:
    lines = [*changed("99102", parent_code="992"), line("992", "Huyện Bắc Lâm", 2, "99")]
    assert load(book, lines) == LoadedUnits(8, 2, 1)
    with book.reading() as session:
        assert "99102" in scope_on(session, EVE)
        assert "99102" not in scope_on(session, LATER)
        assert units.find(session, "99102", LATER).parent == "992"


def test_communes_go_on_below_the_province_when_districts_end(book: Book) -> None:
    communes = [line(code, name, 3, "99") for code, name in COMMUNES.items()]
    assert load(book, [line("99", "Tỉnh Đồng Lam", 1, None), *communes]) == LoadedUnits(6, 5, 6)
    with book.reading() as session:
        assert codes(units.known_on(session, LATER)) == ["99", *COMMUNES]
        assert scope_on(session, EVE) == [DISTRICT, *COMMUNES]


def test_a_list_of_one_district_touches_nothing_else(book: Book) -> None:
    second = [line("992", "Huyện Bắc Lâm", 2, "99"), line("99201", "Xã Một", 3, "992")]
    load(book, [*unit_lines(), *second], on=date(2025, 4, 1))
    one = [line(code, name, 3, DISTRICT) for code, name in COMMUNES.items() if code != "99105"]
    assert load(book, one) == LoadedUnits(4, 0, 1)
    with book.reading() as session:
        assert codes(units.known_on(session, LATER)) == ["99", "991", "992", *list(COMMUNES)[:4], "99201"]


def test_one_province_alone_leaves_the_others(book: Book) -> None:
    load(book, [*unit_lines(), line("98", "Tỉnh Khác", 1, None)], on=date(2025, 4, 1))
    load(book, [line("98", "Tỉnh Khác Nữa", 1, None)])
    with book.reading() as session:
        assert codes(units.known_on(session, LATER))[:2] == ["98", "99"]


@pytest.mark.parametrize("on", [ON, date(2025, 2, 28)])
def test_a_list_that_is_not_later_is_refused_and_nothing_stored(book: Book, on: date) -> None:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        load(book, without("99102"), on=on)
    (finding,) = caught.value.findings
    assert (finding.code, finding.value, finding.facts["latest"]) == (
        "list_not_later",
        f"{on:%d/%m/%Y}",
        "01/03/2025",
    )
    assert contents(book) == before


def test_a_refusal_names_the_file_and_every_line_and_stores_nothing(book: Book) -> None:
    before = contents(book)
    bad = [line("9920", "Xã A", 3, DISTRICT), line("99203", "Xã B", 3, "555"), *unit_lines()]
    with pytest.raises(Refused) as caught:
        load(book, bad)
    assert caught.value.source == "list.csv"
    assert [finding.code for finding in caught.value.findings] == ["unit_code_length", "unit_parent_unknown"]
    assert contents(book) == before


def test_a_parent_that_has_ended_is_no_parent(book: Book) -> None:
    communes = [line(code, name, 3, "99") for code, name in COMMUNES.items()]
    load(book, communes, on=date(2025, 5, 1))
    with pytest.raises(Refused):
        load(book, [line("99109", "Xã Mới", 3, DISTRICT)])


def test_a_list_is_remembered_with_its_day_and_file(book: Book) -> None:
    load(book, unit_lines())
    with book.reading() as session:
        held = session.scalars(select(UnitList).order_by(UnitList.id)).all()
        assert [(item.on, item.file_name, item.rows) for item in held] == [
            (ON, "units.csv", 7),
            (LATER, "list.csv", 7),
        ]


def test_an_unknown_code_names_near_codes_and_names(book: Book) -> None:
    with book.reading() as session:
        for asked in ("99106", "que lam", "Xã Quế Lam"):
            with pytest.raises(Unknown) as caught:
                units.find(session, asked, ON)
            assert caught.value.what == "unit"
            assert any(near.startswith("9910") for near in caught.value.near)
    assert caught.value.near[0] == "99102 Xã Quế Lâm"


def test_the_scope_of_a_span_holds_what_existed_on_some_day_of_it(book: Book) -> None:
    load(book, without("99102"))
    with book.reading() as session:
        own = unit_id(session)
        across = Span(EVE, LATER, 2025)
        assert "99102" in codes(units.below(session, own, across))
        assert "99102" not in codes(units.below(session, own, Span(LATER, LATER, 2025)))


def test_a_code_is_found_as_it_was_last_in_a_span(book: Book) -> None:
    load(book, changed("99102", name="Xã Quế Sơn"))
    with book.reading() as session:
        assert units.find_during(session, "99102", Span(ON, LATER, 2025)).name == "Xã Quế Sơn"
        assert units.find_during(session, "99102", Span(ON, EVE, 2025)).name == "Xã Quế Lâm"
        assert units.by_id(session, units.find(session, "99102", EVE).id).name == "Xã Quế Lâm"


def real_lines(shared: Path, day: str) -> list[UnitLine]:
    path = shared / "data" / f"units-{day}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            UnitLine(
                f"dòng {place}", row["code"], row["name"], row["kind"], int(row["level"]), row["parent_code"]
            )
            for place, row in enumerate(csv.DictReader(file), start=2)
        ]


@pytest.fixture(scope="module")
def country(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book without an office that read the country's lists of 1 March and 1 July 2025."""
    folder = tmp_path_factory.mktemp("country")
    create_store(folder / BOOK_NAME)
    with Book(folder) as book:
        load(book, real_lines(shared, "2025-03-01"), on=ON)
        load(book, real_lines(shared, "2025-07-01"))
        yield book


@pytest.mark.parametrize(
    ("day", "levels"),
    [
        (ON, {1: 63, 2: 696, 3: 10047}),
        (EVE, {1: 63, 2: 696, 3: 10047}),
        (LATER, {1: 34, 3: 3321}),
        (date(2030, 1, 1), {1: 34, 3: 3321}),
    ],
)
def test_the_country_on_a_day(country: Book, day: date, levels: dict[int, int]) -> None:
    with country.reading() as session:
        assert Counter(unit.level for unit in units.known_on(session, day)) == levels


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [("03166", "Xã Chà Cang", "Xã Mường Chà"), ("03172", "Thị trấn Mường Chà", "Xã Na Sang")],
)
def test_a_code_names_two_places_in_time(country: Book, code: str, before: str, after: str) -> None:
    with country.reading() as session:
        old, new = units.find(session, code, EVE), units.find(session, code, LATER)
    assert (old.name, new.name, old.valid_to, new.valid_from) == (before, after, EVE, LATER)
    assert (old.valid_from, new.valid_to, new.parent) == (None, None, "11")


def test_a_real_district_has_its_communes_until_it_ends(country: Book) -> None:
    with country.reading() as session:
        district = units.find(session, "099", ON)
        assert len(units.below(session, district.id, Span(ON, EVE, 2025))) == 20
        assert len(units.below(session, district.id, Span(LATER, LATER, 2025))) == 1
        with pytest.raises(Unknown):
            units.find(session, "099", LATER)


def taken_over(session: Session) -> list[tuple[str, str]]:
    """Codes of old and new units of the successions of whole units, by the new one's."""
    old, new = aliased(Unit), aliased(Unit)
    rows = select(old.code, new.code).select_from(Succession).where(Succession.extent == "whole")
    joined = rows.join(old, Succession.old_id == old.id).join(new, Succession.new_id == new.id)
    return [(one, other) for one, other in session.execute(joined.order_by(new.code))]


def test_what_is_new_for_its_parents_sake_alone_took_over_the_whole(book: Book) -> None:
    load(book, changed(DISTRICT, name="Huyện Hòa Sơn"))
    with book.reading() as session:
        assert taken_over(session) == [(code, code) for code in COMMUNES]


def test_what_a_list_is_silent_about_below_a_renamed_parent_goes_on_too(book: Book) -> None:
    load(book, [item for item in changed(DISTRICT, name="Huyện Hòa Sơn") if item.level < 3])
    with book.reading() as session:
        assert taken_over(session) == [(code, code) for code in COMMUNES]


@pytest.mark.parametrize("changes", [{"name": "Xã Quế Sơn"}, {"kind": "Phường"}, {"parent_code": "99"}])
def test_what_changed_itself_took_over_nothing_that_a_list_does_not_tell(
    book: Book, changes: dict[str, str]
) -> None:
    load(book, changed("99102", **changes))
    with book.reading() as session:
        assert taken_over(session) == []
