"""Điện Biên in the borders of today: what was recorded stays, and each commune has what its own were, by two counts."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db.rules.measure_catalogue import MEASURES
from db.rules.measures import MeasureKind
from db.rules.periods import STANDARD_CUT_OFFS, parse_period
from db.services import content, units
from db.services.measuring import measures, restating
from db.services.measuring.measures import Answer, Answers
from db.sessions import BOOK_NAME, Book, Session
from tests.flows.counted_rows import Counted
from tests.flows.second_borders import RestatedCalculator, TogetherCalculator
from tests.helpers import random_registers, random_year
from tests.helpers.chance import Chance
from tests.helpers.dien_bien import EVE, JULY, PROVINCE, country_lines, load, settled_lines
from tests.helpers.sample_records import step

LATER = date(2026, 3, 31)
# Before the communes came together, across that day, after it; a cut-off on either side of it.
DAYS = [
    ("calendar", 2024, ""),
    ("calendar", 2024, "Q4"),
    ("calendar", 2025, "Q2"),
    ("calendar", 2025, ""),
    ("decree-09", 2025, "Q2"),
    ("decree-09", 2025, "Q3"),
    ("decree-09", 2025, "H1"),
    ("decree-09", 2025, ""),
]
TABLES = (
    *("attendance", "training_session", "official", "outreach_activity", "handling", "inspection"),
    *("commitment", "workforce", "establishment", "hotspot_event", "hotspot", "model_year", "commune_model"),
    "figure",
)
NARROWED = ("outreach.people[audience=worker]", "inspections.handlings[form=warning,team=district]")
# How many communes there are differs with the borders, which is told and not compared.
OF_COMMUNES = {name for name in MEASURES if "communes" in name or "share_every_quarter" in name}
# What chance leaves empty in no seed.
FILLED = {"outreach.people", "training.sessions", "inspections.fines", "hotspots.found", "figures.cases"}
# The three communes that became Xã Tuần Giáo.
THREE, ONE = ("03253", "03289", "03274"), "03253"


@pytest.fixture(scope="module")
def province(
    dien_bien_template: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Book]:
    """The province's book with every succession settled."""
    folder = tmp_path_factory.mktemp("province")
    shutil.copy(dien_bien_template / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: datetime(2026, 4, 1)) as book:
        for lines in (country_lines(shared), settled_lines(shared)):
            step(book, partial(load, lines=lines))
        yield book


@pytest.fixture(scope="module")
def pairs(shared: Path) -> dict[str, str]:
    """Which commune became which, from the lists alone."""
    return {line.old_code: line.new_code for line in (*country_lines(shared), *settled_lines(shared))}


def refill(book: Book, seed: int, codes: tuple[str, ...] = ()) -> None:
    """Put records of every kind by chance in the place of those of an example before.

    They are of the units of these codes, of all units of all levels unless told otherwise.
    """

    def fill(session: Session) -> None:
        for table in TABLES:
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
        session.expire_all()
        known = ((on, units.known_on(session, day)) for on, day in ((JULY, JULY), (date.min, EVE)))
        there = (
            (on, tuple(unit.id for unit in listed if not codes or unit.code in codes)) for on, listed in known
        )
        chance = Chance(Random(seed), tuple(there))
        random_year.activities(session, chance)
        random_registers.fill(session, chance)

    step(book, fill)


def names_of(book: Book, *kinds: MeasureKind) -> list[str]:
    with book.reading() as session:
        every = content.measure_catalogue(session).values()
        return [item.name for item in every if item.kind in kinds]


def asked(
    book: Book, days: tuple[str, int, str], names: list[str], code: str = PROVINCE
) -> tuple[Answers, restating.Restated]:
    """The answers as they were reported, and in the borders of a later day."""
    rule, year, part = days
    span = parse_period(f"{year}-{part}".rstrip("-")).span(STANDARD_CUT_OFFS[rule])
    with book.reading() as session:
        refs = [measures.refer(session, name) for name in names]
        unit = units.find(session, code, JULY).id
        reported = measures.answers(session, refs, unit_id=unit, span=span)
        return reported, restating.answers(session, refs, unit_id=unit, span=span, day=LATER)


def exact(answer: Answer) -> Counted:
    by_unit = {unit: Fraction(value) for unit, value in answer.by_unit.items()}
    return by_unit, None if answer.total is None else Fraction(answer.total)


@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(seed=1)
@example(seed=2)
@given(seed=st.integers(0, 10**6))
def test_sums_stay_and_each_commune_of_today_has_what_the_rows_of_its_own_say(
    province: Book, pairs: dict[str, str], seed: int
) -> None:
    refill(province, seed)
    names = [*names_of(province, MeasureKind.FLOW), *NARROWED]
    with province.reading() as session:
        unit = units.find(session, PROVINCE, JULY).id
    seen = set()
    for days in DAYS:
        before, after = asked(province, days, names)
        seen |= stayed(before, after, names, days)
        counted = RestatedCalculator(province.folder / BOOK_NAME, unit, days, pairs, LATER)
        found = {name: exact(after.answers[name]) for name in names}
        assert found == {name: counted.answer(name) for name in names}
    assert seen >= FILLED


def stayed(
    before: Answers, after: restating.Restated, names: list[str], days: tuple[str, int, str]
) -> set[str]:
    """See that the sum of every flow over the province stays; return those that have one."""
    assert (after.gap, after.gaps) == (None, {})
    for name in names:
        reported, restated = before[name], after.answers[name]
        assert restated.total == reported.total, (days, name)
        assert sum(restated.by_unit.values()) == sum(reported.by_unit.values()), (days, name)
    return {name for name in names if before[name].total}


def test_three_communes_and_the_one_that_they_became_agree(province: Book) -> None:
    """Flows and stocks add up, what does not is counted anew, shares are made of their parts."""
    refill(province, 3, THREE)
    names = [name for name in (*MEASURES, *NARROWED, *FILLED) if name not in OF_COMMUNES]
    with province.reading() as session:
        new = units.find(session, ONE, JULY).id
        together = {new, *(units.find(session, code, EVE).id for code in THREE)}
    for days in DAYS:
        restated = asked(province, days, names, ONE)[1]
        counted = TogetherCalculator(province.folder / BOOK_NAME, new, days, together)
        assert restated.gap is None
        totals = {name: exact(restated.answers[name])[1] for name in names}
        assert totals == {name: counted.answer(name)[1] for name in names}
        assert sum(total is not None for total in totals.values()) > 30
