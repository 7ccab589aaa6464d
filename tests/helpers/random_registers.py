"""Establishments, inspections, hotspots, models and figures by chance."""

from datetime import date, timedelta

from db.rules.entries import Values
from db.rules.findings import Refused
from db.services import figure_definitions
from db.services.entering import entries
from db.services.entering.lists_once import reading_lists_once
from db.sessions import Session
from tests.helpers.chance import Chance, unit_on

KINDS = ("karaoke", "hotel", "other")
TEAMS = ("district", "commune")
FORMS = ("fine", "warning", "reminder")
PERIODS = [f"{year}-{part:02d}" for year in (2024, 2025) for part in range(1, 13)]
PERIODS += [f"{year}-{part}" for year in (2024, 2025) for part in ("Q1", "Q2", "Q3", "Q4", "H1")]
PERIODS += ["2025-06-10..2025-06-20"]


def fill(session: Session, chance: Chance) -> None:
    """Add registers of two years and a bit."""
    with reading_lists_once(session):
        establishments = [establishment(session, chance) for _ in range(30)]
        for _ in range(90):
            inspection(session, chance, establishments)
        for _ in range(25):
            hotspot(session, chance)
        for _ in range(24):
            model(session, chance)
        for definition in figure_definitions.definitions(session):
            for _ in range(8):
                figure(session, chance, definition.code)


def establishment(session: Session, chance: Chance) -> int:
    opened, closed = sorted((chance.day(), chance.day()))
    values: Values = {
        "name": "Cơ sở",
        "kind": chance.random.choice(KINDS),
        "unit_id": unit_on(session, chance, opened),
        "opened_on": chance.random.choice([None, opened]),
        "closed_on": chance.random.choice([None, None, closed]),
    }
    number = entries.add(session, "establishments", values)
    for day in {chance.day() for _ in range(chance.random.randrange(3))}:
        entries.add(session, "commitments", {"establishment_id": number, "signed_on": day})
    for day in {chance.day() for _ in range(chance.random.randrange(4))}:
        workers = chance.random.randrange(20)
        female = chance.random.choice([None, chance.random.randrange(workers + 1)])
        counted: Values = {"counted_on": day, "workers": workers, "female": female}
        entries.add(session, "workforces", {"establishment_id": number, **counted})
    return number


def inspection(session: Session, chance: Chance, establishments: list[int]) -> None:
    day = chance.day()
    values: Values = {
        "held_on": day,
        "unit_id": unit_on(session, chance, day),
        "team": chance.random.choice(TEAMS),
        "establishment_id": chance.random.choice([None, *establishments]),
        "breach": chance.random.choice([None, False, True]),
    }
    number = entries.add(session, "inspections", values)
    for form in chance.random.choices(FORMS, k=chance.random.randrange(4)):
        fine = chance.count(10**7) if form == "fine" else None
        entries.add(session, "handlings", {"inspection_id": number, "form": form, "fine": fine})


def hotspot(session: Session, chance: Chance) -> None:
    day = chance.day()
    values: Values = {
        "found_on": day,
        "unit_id": unit_on(session, chance, day),
        "place": "Tụ điểm",
        "kind": chance.random.choice(["public", "hidden", None]),
    }
    number = entries.add(session, "hotspots", values)
    for place in range(chance.random.randrange(5)):
        day += timedelta(chance.random.choice([0, 1, 30, 120]))
        what = "reopened" if place % 2 else "removed"
        entries.add(session, "hotspot_events", {"hotspot_id": number, "happened_on": day, "what": what})


def model(session: Session, chance: Chance) -> None:
    years = chance.random.sample([2023, 2024, 2025], chance.random.randrange(4))
    values: Values = {
        "name": "Mô hình",
        "unit_id": unit_on(session, chance, date(min(years, default=2025), 12, 1)),
        "kind": chance.random.choice(["peers", "harm", None]),
    }
    number = entries.add(session, "models", values)
    for year in years:
        state = chance.random.choice(["new", "kept", "ended"])
        entries.add(session, "model_years", {"model_id": number, "year": year, "state": state})


def figure(session: Session, chance: Chance, definition: str) -> None:
    values: Values = {
        "period": chance.random.choice(PERIODS),
        "unit_id": unit_on(session, chance, date(2024, 1, 1)),
        "definition": definition,
        "value": chance.random.randrange(500),
    }
    try:
        entries.add(session, "figures", values)
    except Refused:
        # Chance drew days that are counted already, or a commune that had gone.
        return
