"""Invented records of a sample district: the same at every run, each labelled as sample data."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from db.rules.entries import Values
from db.rules.formats import Value
from db.rules.periods import Span, parse_period
from db.services import content, trainings, units
from db.services.entering import entries, links
from db.services.planning import evidence
from db.services.planning.evidence import Activity
from db.services.units import UnitInfo
from db.sessions import Session
from desktop.demo.due import add_due
from desktop.demo.making import COMMUNE, LABEL, YEARS, Sample
from desktop.demo.registers import add_registers
from desktop.demo.scores import add_scores

FOLDER = Path(__file__).parent
_DISTRICT = 2
_COUNT_FORMS = ("loudspeaker", "press", "visual")


def sample_texts() -> Mapping[str, Any]:
    """Read the invented texts."""
    return tomllib.loads((FOLDER / "sample.toml").read_text(encoding="utf-8"))


def fill_book(session: Session, *, unit_id: int) -> None:
    """Fill the sample office's book with two years of invented records."""
    span = Span(date(2023, 12, 15), date(2025, 12, 14), 2025)
    sample = Sample(session, units.below(session, unit_id, span), sample_texts())
    for plan in sample.texts["plan"]:
        _add_plan(sample, plan)
    officials = _add_officials(sample)
    for year in YEARS:
        _add_trainings(sample, year, officials)
        _add_outreach(sample, year)
    _link_evidence(sample, YEARS[-1])
    add_registers(sample, YEARS)
    add_scores(sample, YEARS)
    add_due(sample)


def _link_evidence(sample: Sample, year: int) -> None:
    span = parse_period(str(year)).span(sample.cut_off)
    tasks = {task.text: task.id for task in links.options(sample.session, "tasks", span)}
    serving: dict[str, list[Activity]] = defaultdict(list)
    for activity in evidence.free(sample.session, span):
        serving[sample.texts["evidence"].get(activity.form or activity.what, "")].append(activity)
    for content_text, task_id in tasks.items():
        evidence.link(sample.session, task_id, serving[content_text])


def _add_plan(sample: Sample, plan: Mapping[str, Any]) -> None:
    plan_id = sample.add(
        "plans",
        subject=plan["subject"],
        first_year=plan["year"],
        last_year=plan["year"],
        state="submitted",
        number=plan["number"],
        symbol=plan["symbol"],
        issued_on=plan["issued_on"],
        grounds="\n".join(plan["grounds"]),
        recipients="\n".join(plan["recipients"]),
    )
    for shape, text in plan["sections"]:
        sample.add("sections", plan_id=plan_id, shape=shape, text=text or None)
    for row in plan["targets"]:
        sample.add("targets", plan_id=plan_id, **_target(row))
    for row in plan["tasks"]:
        sample.add("tasks", plan_id=plan_id, **_task(row))
    # Only now: an issued plan takes no more parts.
    for state in ("issued", "closed") if plan["state"] == "closed" else (plan["state"],):
        entries.change(sample.session, "plans", plan_id, {"state": state})


def _target(row: Sequence[Any]) -> dict[str, Value]:
    text, operator, value, value_to, measured_in, measure = row
    return {
        "text": text,
        "operator": operator,
        "value": Decimal(value) if value else None,
        "value_to": Decimal(value_to) if value_to else None,
        "measured_in": measured_in or None,
        "measure": measure or None,
    }


def _task(row: Sequence[Any]) -> dict[str, Value]:
    group, content_text, lead, joining, starts_on, ends_on, product, money, source, done_on = row
    return {
        "group": group,
        "content": content_text,
        "lead": lead,
        "joining": joining,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "product": product,
        "money_planned": money or None,
        "money_spent": money * 9 // 10 if money and done_on else None,
        "money_source": source or None,
        "state": "done" if done_on else "running",
        "done_on": done_on or None,
    }


def _add_officials(sample: Sample) -> list[int]:
    texts = sample.texts["officials"]
    roles = ("specialist", "leader", "health")
    officials = []
    for unit in sample.units:
        for post, role in zip(texts["posts"], roles, strict=True):
            middle = sample.chance.choice(texts["middle"])
            name = (
                f"{sample.chance.choice(texts['surnames'])} {middle} {sample.chance.choice(texts['given'])}"
            )
            officials.append(
                sample.add(
                    "officials",
                    name=f"{name} (mẫu)",
                    unit_id=unit.id,
                    post=post,
                    role=role if unit.level == COMMUNE else "team178",
                    female=middle == "Thị",
                    from_on=date(2022, 1, 4),
                )
            )
    return officials


def _add_trainings(sample: Sample, year: int, officials: Sequence[int]) -> None:
    district = next(unit for unit in sample.units if unit.level == _DISTRICT)
    for number, quarter in enumerate(("Q1", "Q2", "Q2", "Q3", "Q3", "Q4")[: 4 if year == YEARS[0] else 6]):
        _add_training(
            sample, district, parse_period(f"{year}-{quarter}").span(sample.cut_off), number, officials
        )


def _add_training(sample: Sample, unit: UnitInfo, span: Span, number: int, officials: Sequence[int]) -> None:
    texts, others = sample.texts["trainings"], sample.chance.randrange(5, 25)
    starts_on = sample.day(Span(span.first, span.last - timedelta(days=2), span.year))
    training = sample.add(
        "trainings",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=1),
        unit_id=unit.id,
        title=texts["titles"][number % len(texts["titles"])],
        place="Hội trường huyện",
        organiser="Phòng Nội vụ",
        lecturer=sample.chance.choice(texts["lecturers"]),
        target_groups="Cán bộ phụ trách các xã, thị trấn",
        others_total=others,
        others_female=others // 3,
        cost=15_000_000,
        note=LABEL,
    )
    trainings.set_roster(sample.session, training, sample.chance.sample(officials, 18))


def _add_outreach(sample: Sample, year: int) -> None:
    sample.add_many("outreach", list(_activities(sample, year)))


def _activities(sample: Sample, year: int) -> Iterator[Values]:
    forms = [choice.code for choice in content.choices(sample.session, "outreach_forms")]
    for unit in sample.units:
        for quarter in ("Q1", "Q2", "Q3", "Q4"):
            span = parse_period(f"{year}-{quarter}").span(sample.cut_off)
            for _ in range(sample.chance.randrange(3 if year == YEARS[0] else 4, 7)):
                yield _activity(sample, unit, sample.day(span), sample.chance.choice(forms))


def _activity(sample: Sample, unit: UnitInfo, held_on: date, form: str) -> Values:
    texts, chance = sample.texts["outreach"], sample.chance
    return {
        "held_on": held_on,
        "unit_id": unit.id,
        "form": form,
        "audience": chance.choice(("public", "public", "worker", "student", "youth", "women", "owner")),
        "topic": chance.choice(texts["topics"]),
        "programme": chance.choice((None, "drug", "hiv", "poverty", "rural", "family")),
        "organiser": chance.choice(texts["organisers"]),
        "note": LABEL,
        **(_media_counts(chance, form) if form in _COUNT_FORMS else _meeting_counts(chance)),
    }


def _media_counts(chance: Random, form: str) -> dict[str, Value]:
    if form == "loudspeaker":
        return {"broadcasts": chance.randrange(2, 9)}
    if form == "press":
        return {"news_items": chance.randrange(1, 5)}
    return {"panels": chance.randrange(1, 6), "leaflets": chance.randrange(50, 400), "cost": 1_500_000}


def _meeting_counts(chance: Random) -> dict[str, Value]:
    sessions = chance.choice((1, 1, 1, 2))
    people = sessions * chance.randrange(25, 90)
    return {
        "sessions": sessions,
        "people": people,
        "female": people * chance.randrange(35, 65) // 100,
        "leaflets": chance.choice((None, people)),
        "cost": chance.choice((None, 500_000, 800_000)),
    }
