"""Measures in the borders of a later day: sums stay, wholes add up, parts and unknown sources are named."""

import sqlite3
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.rules.entries import Values
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import MeasureKind, total
from db.rules.periods import Span
from db.rules.successions import GapKind
from db.rules.units import UnitLine
from db.services import trainings, units
from db.services.entering import entries
from db.services.entering.lists_once import reading_lists_once
from db.services.measuring import measures, restating
from db.services.measuring.facts import FACTS
from db.services.measuring.measures import Answers
from db.services.measuring.restating import Restated
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.books import DISTRICT, unit_lines
from tests.helpers.chance import Chance
from tests.helpers.dien_bien import EVE, JULY, OFFICE, PROVINCE, country_lines, settled_lines
from tests.helpers.sample_records import add, step
from tests.helpers.statements import statements

YEAR, LATER = Span(date(2024, 1, 1), date(2024, 12, 31), 2024), date(2026, 3, 31)
ACROSS = Span(date(2025, 1, 1), date(2025, 12, 31), 2025)
# The three communes that became Xã Tuần Giáo.
THREE = ("03253", "03289", "03274")
FLOWS = [name for name, measure in MEASURES.items() if measure.kind is MeasureKind.FLOW]
ASKED = [*MEASURES, "outreach.people[audience=worker]"]


def restated(book: Book, code: str, span: Span = YEAR, on: date = LATER) -> Restated:
    with book.reading() as session:
        refs = [measures.refer(session, name) for name in ASKED]
        unit_id = units.find(session, code, on).id
        return restating.answers(session, refs, unit_id=unit_id, span=span, day=on)


def reported(book: Book, code: str, span: Span = YEAR, on: date = EVE) -> Answers:
    with book.reading() as session:
        return measures.ask(session, ASKED, unit_id=units.find(session, code, on).id, span=span)


def records(seed: int, session: Session) -> None:
    """Records by chance of 2024 and 2025, each on a unit that was there on its day, districts and the province too."""
    chance = Chance(Random(seed))
    known = {on: [unit.id for unit in units.known_on(session, on)] for on in (EVE, JULY)}
    with reading_lists_once(session):
        officials = [_official(session, chance, known[EVE]) for _ in range(12)]
        for _ in range(120):
            day = date(2024, 1, 1) + timedelta(chance.random.randrange(731))
            unit_id = chance.random.choice(known[EVE if day < JULY else JULY])
            if chance.random.random() < 0.7:
                _outreach(session, chance, day, unit_id)
            else:
                _training(session, chance, day, unit_id, officials)


def _official(session: Session, chance: Chance, known: list[int]) -> int:
    unit_id = chance.random.choice(known)
    return entries.add(session, "officials", {"name": "Cán bộ", "unit_id": unit_id, "role": "leader"})


def _outreach(session: Session, chance: Chance, day: date, unit_id: int) -> None:
    counts = {key: chance.count() for key in ("sessions", "people", "leaflets", "cost")}
    audience = chance.random.choice(["worker", "public"])
    entries.add(
        session,
        "outreach",
        {"held_on": day, "unit_id": unit_id, "form": "talk", "audience": audience, **counts},
    )


def _training(session: Session, chance: Chance, day: date, unit_id: int, officials: list[int]) -> None:
    training = entries.add(
        session,
        "trainings",
        {
            "starts_on": day,
            "ends_on": day,
            "unit_id": unit_id,
            "title": "Lớp",
            "others_total": chance.count(),
            "cost": chance.count(),
        },
    )
    trainings.set_roster(session, training, chance.random.sample(officials, chance.random.randrange(4)))


def refill(book: Book, seed: int) -> None:
    """Put other records in the place of those of an example before."""
    with book.writing(who="x") as session:
        for table in ("attendance", "training_session", "official", "outreach_activity"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
        records(seed, session)


@pytest.mark.parametrize("span", [YEAR, ACROSS])
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_the_flows_of_the_province_stay_as_they_were(settled: Book, span: Span, seed: int) -> None:
    refill(settled, seed)
    before, after = reported(settled, PROVINCE, span), restated(settled, PROVINCE, span)
    assert (after.gap, after.gaps) == (None, {})
    # Of communes that came together within the days as many are counted as there are: the restated number is no answer.
    kept = [name for name in ASKED if span == YEAR or "communes" not in name]
    assert {name: after.answers[name].total for name in kept} == {name: before[name].total for name in kept}
    for name in FLOWS:
        assert sum(after.answers[name].by_unit.values()) == sum(before[name].by_unit.values())


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_each_new_commune_has_what_its_old_ones_had(settled: Book, shared: Path, seed: int) -> None:
    refill(settled, seed)
    found = restated(settled, PROVINCE, ACROSS).answers["outreach.people"]
    expected = _people_by_hand(settled, shared)
    with settled.reading() as session:
        names = {unit.id: unit.code for unit in units.known_on(session, JULY) if unit.level == 3}
    counted = {names[unit]: value for unit, value in found.by_unit.items() if unit in names}
    assert counted == expected


def _people_by_hand(book: Book, shared: Path) -> dict[str, Fraction]:
    """People reached in 2025 by the code of the new commune, from the files and the rows alone."""
    pairs = {line.old_code: line.new_code for line in country_lines(shared) + settled_lines(shared)}
    connection = sqlite3.connect(book.folder / BOOK_NAME)
    rows = connection.execute(
        "SELECT unit.code, unit.valid_to, people FROM outreach_activity JOIN unit ON unit.id = unit_id"
        " WHERE unit.level = 3 AND people IS NOT NULL AND held_on BETWEEN '2025-01-01' AND '2025-12-31'"
    ).fetchall()
    connection.close()
    sums: dict[str, Fraction] = {}
    for code, ended, people in rows:
        home = pairs[code] if ended else code
        sums[home] = sums.get(home, Fraction(0)) + people
    return sums


def test_three_old_communes_and_the_new_one_agree(settled: Book) -> None:
    step(settled, partial(_three_communes))
    new = restated(settled, OFFICE).answers
    parts = [reported(settled, code) for code in THREE]
    for name in [*FLOWS, "units.communes", "training.officials_in_post"]:
        assert new[name].total == total(part[name].total for part in parts), name
    assert new["outreach.people"].total == 60
    assert new["outreach.people_per_session"].total == 10


def _three_communes(session: Session) -> None:
    officials = []
    for number, code in enumerate(THREE, start=1):
        unit_id = units.find(session, code, EVE).id
        values: Values = {"held_on": date(2024, 5, 6), "form": "talk", "unit_id": unit_id}
        entries.add(session, "outreach", {**values, "people": 10 * number, "sessions": 2})
        officials.append(entries.add(session, "officials", {"name": "Lò Văn Ơn", "unit_id": unit_id}))
    training = entries.add(
        session,
        "trainings",
        {"starts_on": date(2024, 6, 1), "ends_on": date(2024, 6, 1), "unit_id": unit_id, "title": "Lớp"},
    )
    trainings.set_roster(session, training, officials)


def test_what_does_not_add_up_is_counted_anew_over_the_whole(settled: Book) -> None:
    step(settled, _three_communes)
    new = restated(settled, OFFICE).answers
    assert new["training.officials_trained"].total == 3
    assert new["training.share_trained"].total == 100
    assert new["outreach.share_of_communes"].total == 100


def test_a_source_not_settled_leaves_its_commune_empty_and_the_province_whole(merged: Book) -> None:
    refill(merged, 7)
    found = restated(merged, PROVINCE)
    with merged.reading() as session:
        open_ones = {units.find(session, code, JULY).id for code in ("03151", "03163", "03244", "03226")}
    assert set(found.gaps) == open_ones
    assert {gap.kind for gap in found.gaps.values()} == {GapKind.UNSETTLED}
    assert not open_ones & set(found.answers["outreach.people"].by_unit)
    assert found.answers["outreach.people"].total == reported(merged, PROVINCE)["outreach.people"].total


def test_a_commune_not_settled_has_no_total(merged: Book) -> None:
    found = restated(merged, "03151")
    assert (found.gap, found.answers["outreach.people"].total) == (found.gaps[next(iter(found.gaps))], None)
    assert found.gap is not None
    assert found.gap.names == ("Phường Mường Lay",)


def test_before_a_unit_began_its_first_day_is_taken(settled: Book) -> None:
    step(settled, _three_communes)
    with settled.reading() as session:
        ref, new = measures.refer(session, "outreach.people"), units.find(session, OFFICE, JULY).id
        found = restating.answers(session, [ref], unit_id=new, span=YEAR, day=date(2025, 1, 1))
    assert found.answers["outreach.people"].total == 60


def test_a_district_that_ended_is_asked_in_its_own_borders(settled: Book) -> None:
    step(settled, _three_communes)
    with settled.reading() as session:
        ref, district = measures.refer(session, "outreach.people"), units.find(session, "099", EVE).id
        found = restating.answers(session, [ref], unit_id=district, span=YEAR, day=LATER)
    assert found.answers["outreach.people"].total == 60


@pytest.mark.parametrize("code", ["03253", "099"])
def test_without_a_change_nothing_is_restated(dien_bien: Book, code: str) -> None:
    step(dien_bien, _three_communes)
    found = restated(dien_bien, code, YEAR, EVE)
    assert (found.answers, found.gap, found.gaps) == (reported(dien_bien, code), None, {})


def test_one_statement_a_source_serves_the_restated_ones_too(settled: Book) -> None:
    with settled.reading() as session:
        refs = [measures.refer(session, name) for name in ASKED]
        province = units.find(session, PROVINCE, JULY).id
        homes = restating.borders(session, unit_id=province, span=YEAR, day=LATER).homes
        with statements(session) as heard:
            measures.answers_in(session, refs, homes=homes, span=YEAR)
    assert 0 < len(heard) <= len(FACTS)


def test_no_home_is_no_answer(settled: Book) -> None:
    with settled.reading() as session:
        refs = [measures.refer(session, name) for name in ASKED]
        found = measures.answers_in(session, refs, homes={}, span=YEAR)
    assert {(answer.total, len(answer.by_unit)) for answer in found.values()} == {(None, 0)}


def test_a_renamed_district_keeps_what_its_communes_had(book: Book) -> None:
    renamed = [
        UnitLine(**{**vars(line), "name": "Huyện Hòa Sơn"}) if line.code == DISTRICT else line
        for line in unit_lines()
    ]
    step(book, lambda session: add(session, "outreach", held_on=date(2024, 5, 6), people=40))
    step(book, lambda session: units.load(session, renamed, on=JULY, file_name="july.csv"))
    found = restated(book, DISTRICT)
    assert (found.gap, found.gaps, found.answers["outreach.people"].total) == (None, {}, 40)
    assert restated(book, "99102").answers["outreach.people"].total == 40
