"""A district's records by chance, thick around the days on which periods close."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from db.records import Succession
from db.rules.entries import Values
from db.rules.scoring.chain import Step, Taken
from db.rules.scoring.marks import APPRAISED, Mark
from db.rules.units import UnitLine
from db.services import trainings, units
from db.services.entering import entries
from db.services.entering.lists_once import reading_lists_once
from db.services.scoring import sheets, steps
from db.sessions import Session
from tests.helpers import random_registers
from tests.helpers.answers import answer_at_random
from tests.helpers.books import COMMUNES, ON, unit_lines
from tests.helpers.chance import Chance, unit_on

MERGED_ON = date(2025, 7, 1)
FORMS, AUDIENCES = ("talk", "press", "visual"), ("worker", "public", None)
ROLES = ("leader", "specialist", None)


def later_lines() -> list[UnitLine]:
    """The list of July 2025: one commune is gone, one has another name."""
    names = {"99103": "Xã Đạt Mới"}
    return [
        UnitLine(
            line.place, line.code, names.get(line.code, line.name), line.kind, line.level, line.parent_code
        )
        for line in unit_lines()
        if line.code != "99104"
    ]


def fill(session: Session, seed: int) -> None:
    """Fill a district's book with records of two years and a bit."""
    chance = Chance(Random(seed))
    units.load(session, later_lines(), on=MERGED_ON, file_name="later.csv")
    with reading_lists_once(session):
        activities(session, chance)
        _plans(session, chance)
        scores_of_all(session, chance)
    _succeed(session)
    random_registers.fill(session, chance)


def activities(session: Session, chance: Chance) -> None:
    """Add outreach, and training with its officials, each of a unit that was there on its day."""
    with reading_lists_once(session):
        for _ in range(160):
            outreach(session, chance)
        officials = [official(session, chance) for _ in range(25)]
        for _ in range(45):
            training(session, chance, officials)


def _succeed(session: Session) -> None:
    """The commune that is gone went over to its neighbour, the one with another name is the same."""
    for old, new in (("99104", "99105"), ("99103", "99103")):
        before, after = units.find(session, old, ON), units.find(session, new, MERGED_ON)
        session.add(Succession(on=MERGED_ON, old_id=before.id, new_id=after.id, extent="whole"))
    session.flush()


def outreach(session: Session, chance: Chance) -> None:
    day, (people, female) = chance.day(), chance.pair()
    counts = {
        key: chance.count() for key in ("sessions", "leaflets", "panels", "news_items", "broadcasts", "cost")
    }
    words: Values = {"form": chance.random.choice(FORMS), "audience": chance.random.choice(AUDIENCES)}
    unit = unit_on(session, chance, day)
    entries.add(
        session,
        "outreach",
        {"held_on": day, "unit_id": unit, "people": people, "female": female, **counts, **words},
    )


def official(session: Session, chance: Chance) -> int:
    begins, ends = sorted((chance.day(), chance.day()))
    values: Values = {
        "name": "Cán bộ",
        "unit_id": unit_on(session, chance, begins),
        "female": chance.random.choice([True, False, None]),
        "role": chance.random.choice(ROLES),
        "from_on": chance.random.choice([None, begins]),
        "to_on": chance.random.choice([None, ends]),
    }
    return entries.add(session, "officials", values)


def training(session: Session, chance: Chance, officials: list[int]) -> None:
    day, (total, female) = chance.day(), chance.pair()
    values: Values = {
        "starts_on": day - timedelta(chance.random.randrange(3)),
        "ends_on": day,
        "unit_id": unit_on(session, chance, day),
        "title": "Lớp",
        "others_total": total,
        "others_female": female,
        "cost": chance.count(),
    }
    number = entries.add(session, "trainings", values)
    trainings.set_roster(session, number, chance.random.sample(officials, chance.random.randrange(5)))


def _plans(session: Session, chance: Chance) -> None:
    values: Values = {"subject": "Kế hoạch", "first_year": 2024, "last_year": 2025, "state": "submitted"}
    plan = entries.add(session, "plans", values)
    for _ in range(60):
        task: Values = {
            "plan_id": plan,
            "content": "Nhiệm vụ",
            "state": "planned",
            "ends_on": chance.random.choice([None, chance.day()]),
            "done_on": chance.random.choice([None, chance.day()]),
            "money_planned": chance.count(),
            "money_spent": chance.count(),
        }
        entries.add(session, "tasks", task)


def scores_of_all(session: Session, chance: Chance) -> None:
    for year in (2024, 2025):
        for code in COMMUNES:
            unit = units.find(session, code, ON).id
            score(session, chance, unit, year)


def score(session: Session, chance: Chance, unit: int, year: int) -> None:
    complete = chance.random.random() < 0.6
    marks = []
    for item in sheets.sheet(session, unit_id=unit, year=year).rule_set.asked:
        if complete or chance.random.random() < 0.2:
            marks.append(Mark(item.code, answer_at_random(item, chance.random)))
    sheets.give_marks(session, unit_id=unit, year=year, marks=marks, today=chance.day())
    if not complete:
        return
    registered = chance.day()
    _take(session, unit, year, Taken(Step.REGISTER, registered, chance.random.choice(("good", "fair"))))
    submitted = max(registered, chance.day())
    _take(session, unit, year, Taken(Step.SUBMIT, submitted))
    if chance.random.random() < 0.8:
        appraised = [replace(mark, appraised_answer=mark.self_answer) for mark in marks]
        sheets.give_marks(session, unit_id=unit, year=year, marks=appraised, today=chance.day())
        if chance.random.random() < 0.8:
            appraised_on = max(submitted, chance.day())
            _take(session, unit, year, Taken(Step.APPRAISE, appraised_on))
            if chance.random.random() < 0.8:
                _recognise(session, unit, year, max(appraised_on, chance.day()))


def _recognise(session: Session, unit: int, year: int, on: date) -> None:
    reached = sheets.sheet(session, unit_id=unit, year=year).result(APPRAISED).class_code or ""
    _take(session, unit, year, Taken(Step.RECOGNISE, on, reached, "7/QĐ-UBND"))


def _take(session: Session, unit: int, year: int, taken: Taken) -> None:
    steps.take(session, unit_id=unit, year=year, taken=taken, today=date.max)
