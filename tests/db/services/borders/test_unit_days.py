"""A record of a real unit on a day on which it did not exist is refused, and what stood there then is named."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from db.records import Office
from db.rules.entries import Values
from db.rules.findings import Finding, Refused
from db.rules.periods import CALENDAR, Span, parse_period
from db.rules.scoring.marks import Mark
from db.services import figures, offices, units
from db.services.entering import entries
from db.services.planning import target_details
from db.services.scoring import sheets
from db.sessions import Book, Session
from tests.helpers.books import unit_id, unit_lines
from tests.helpers.dien_bien import EVE, JULY
from tests.helpers.sample_records import add, step, values

BEFORE, AFTER = date(2024, 5, 6), date(2026, 2, 3)
OLD, NEW = "Thị trấn Tuần Giáo", "Xã Tuần Giáo (03253)"
THREE = "Thị trấn Tuần Giáo (03253), Xã Quài Cang (03289), Xã Quài Nưa (03274)"

# kind, what says the day before and after the merger
DAYS: list[tuple[str, Values, Values]] = [
    ("outreach", {"held_on": BEFORE}, {"held_on": AFTER}),
    ("trainings", {"starts_on": BEFORE, "ends_on": BEFORE}, {"starts_on": AFTER, "ends_on": AFTER}),
    ("officials", {"from_on": date(2020, 1, 1), "to_on": BEFORE}, {"from_on": AFTER}),
    ("establishments", {"opened_on": date(2020, 1, 1), "closed_on": BEFORE}, {"opened_on": AFTER}),
    ("inspections", {"held_on": BEFORE}, {"held_on": AFTER}),
    ("hotspots", {"found_on": BEFORE}, {"found_on": AFTER}),
    ("figures", {"period": "2024-Q3"}, {"period": "2026-Q1"}),
]


def year_span(year: int) -> Span:
    return parse_period(str(year)).span(CALENDAR)


def refused(book: Book, act: Callable[[Session], object]) -> Finding:
    with pytest.raises(Refused) as caught:
        step(book, act)
    (finding,) = caught.value.findings
    return finding


def refusal(book: Book, kind: str, code: str, on: date, changes: Values) -> Finding:
    def act(session: Session) -> None:
        place = units.find(session, code, on).id
        entries.add(session, kind, {**values(session, kind, unit_id=place), **changes})

    return refused(book, act)


@pytest.mark.parametrize(("kind", "_before", "after"), DAYS)
def test_an_ended_unit_is_refused_with_what_it_became(
    settled: Book, kind: str, _before: Values, after: Values
) -> None:
    finding = refusal(settled, kind, "03253", EVE, after)
    assert (finding.code, finding.value, finding.facts["then"]) == ("unit_not_on_day_then", OLD, NEW)


@pytest.mark.parametrize(("kind", "before", "_after"), DAYS)
def test_a_unit_that_was_not_yet_there_is_refused_with_what_it_was_made_of(
    settled: Book, kind: str, before: Values, _after: Values
) -> None:
    finding = refusal(settled, kind, "03253", JULY, before)
    assert (finding.code, finding.facts["then"]) == ("unit_not_on_day_several", THREE)


@pytest.mark.parametrize("on", [EVE, JULY])
@pytest.mark.parametrize("kind", ["officials", "establishments", "models"])
def test_what_is_there_for_long_wants_its_unit_on_one_of_its_days(settled: Book, kind: str, on: date) -> None:
    long_ago: dict[str, Values] = {
        "officials": {"from_on": date(2020, 1, 1)},
        "establishments": {"opened_on": date(2020, 1, 1)},
        "models": {"started_year": 2020},
    }
    given = long_ago[kind]
    assert step(settled, lambda s: add(s, kind, unit_id=units.find(s, "03253", on).id, **given))[0]


def test_a_model_begins_in_a_unit_that_is_there(settled: Book) -> None:
    finding = refusal(settled, "models", "03253", EVE, {"started_year": 2026})
    assert (finding.place, finding.facts["then"]) == ("unit_id", NEW)


def test_a_year_of_a_model_before_its_unit_began_is_the_old_units(settled: Book) -> None:
    model = step(
        settled, lambda s: add(s, "models", unit_id=units.find(s, "03253", JULY).id, started_year=2020)
    )
    finding = refused(settled, lambda s: add(s, "model_years", model_id=model[0], year=2024))
    assert (finding.place, finding.facts["then"]) == ("year", THREE)
    for year in (2025, 2026):
        assert step(settled, partial(year_of, model[0], year))[0]


def year_of(model: int, year: int, session: Session) -> int:
    return add(session, "model_years", model_id=model, year=year)


def figure_of(on: date, session: Session) -> int:
    return add(session, "figures", unit_id=units.find(session, "03253", on).id, period="2025-Q3")


def test_a_figure_of_a_period_that_both_units_lived_in_is_taken_of_either(settled: Book) -> None:
    step(settled, lambda session: offices.set_cut_off(session, "decree-09"))
    for on in (EVE, JULY):
        assert step(settled, partial(figure_of, on))[0]


def test_the_figures_of_a_grid_name_the_unit_too(settled: Book) -> None:
    def act(session: Session) -> None:
        place = units.find(session, "03253", EVE).id
        figures.write(session, period="2026-Q1", values={(place, "cases"): 3})

    finding = refused(settled, act)
    assert (finding.code, finding.facts["then"]) == ("unit_not_on_day_then", NEW)


def test_a_sheet_of_scores_is_of_a_commune_of_the_year(settled: Book) -> None:
    mark = Mark("1", "5")

    def act(session: Session) -> None:
        place = units.find(session, "03253", EVE).id
        sheets.give_mark(session, unit_id=place, year=2025, mark=mark, today=AFTER)
        sheets.give_mark(session, unit_id=place, year=2026, mark=mark, today=AFTER)

    assert refused(settled, act).facts["then"] == NEW


def test_a_target_is_handed_down_to_communes_of_its_years(settled: Book) -> None:
    def act(session: Session) -> None:
        plan = add(session, "plans", first_year=2026, last_year=2026)
        target = add(session, "targets", plan_id=plan)
        place = units.find(session, "03253", EVE).id
        target_details.set_share(session, target, place, Decimal(3))

    assert refused(settled, act).facts["then"] == NEW


def test_a_unit_without_a_known_successor_is_refused_all_the_same(book: Book) -> None:
    lines = [line for line in unit_lines() if line.code != "99102"]
    step(book, lambda session: units.load(session, lines, on=JULY, file_name="b.csv"))
    finding = refused(book, lambda s: add(s, "outreach", held_on=AFTER, unit_id=unit_id(s, "99102")))
    assert (finding.code, finding.facts) == ("unit_not_on_day", {"day": "03/02/2026"})


def test_the_office_keeps_records_of_what_its_unit_came_from(settled: Book) -> None:
    with settled.reading() as session:
        office = offices.current(session).unit
        assert (office.name, office.valid_from) == ("Xã Tuần Giáo", JULY)
        kept = [
            [unit.name for unit in offices.units_kept(session, span)]
            for span in (year_span(2024), year_span(2025), year_span(2026))
        ]
    three = ["Thị trấn Tuần Giáo", "Xã Quài Nưa", "Xã Quài Cang"]
    assert kept == [three, [three[0], "Xã Tuần Giáo", *three[1:]], ["Xã Tuần Giáo"]]


def test_a_district_that_ended_keeps_nothing_of_the_communes_after_it(settled: Book) -> None:
    def become_the_district(session: Session) -> None:
        session.get_one(Office, offices.OFFICE_ID).unit_id = units.find(session, "099", EVE).id

    step(settled, become_the_district)
    finding = refusal(settled, "outreach", "03253", EVE, {"held_on": AFTER})
    assert (finding.code, finding.facts["then"]) == ("unit_not_on_day_elsewhere", NEW)
    assert "unit_id" not in finding.facts
