"""Sheets for tests, filled in and taken along the chain as the services do it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.scoring.answers import answer_of
from db.rules.scoring.chain import Step, Taken
from db.rules.scoring.marks import Mark
from db.services.scoring import sheets, steps
from db.sessions import Session
from tests.helpers.answers import best_answer

TODAY = date(2025, 9, 10)


def best_marks(session: Session, unit_id: int, year: int, *, missing: int = 0) -> list[Mark]:
    """Full marks but for `missing` points of the first criterion, which is scored by hand."""
    asked = sheets.sheet(session, unit_id=unit_id, year=year).rule_set.asked
    marks = [Mark(item.code, best_answer(item)) for item in asked]
    return [replace(marks[0], self_answer=answer_of(asked[0].most - Decimal(missing))), *marks[1:]]


def fill_in(
    session: Session,
    unit_id: int,
    year: int,
    *,
    missing: int = 0,
    last: Step = Step.APPRAISE,
    on: date = TODAY,
) -> None:
    """Fill a commune's sheet in and take it to a step: submitted, or appraised with the same answers."""
    marks = best_marks(session, unit_id, year, missing=missing)
    sheets.give_marks(session, unit_id=unit_id, year=year, marks=marks, today=on)
    take(session, unit_id, year, Step.SUBMIT, on)
    if last is Step.SUBMIT:
        return
    appraised = [replace(mark, appraised_answer=mark.self_answer) for mark in marks]
    sheets.give_marks(session, unit_id=unit_id, year=year, marks=appraised, today=on)
    take(session, unit_id, year, Step.APPRAISE, on)


def take(session: Session, unit_id: int, year: int, step: Step, on: date = TODAY, **words: str) -> None:
    """Take a sheet a step on."""
    steps.take(session, unit_id=unit_id, year=year, taken=Taken(step, on, **words), today=date.max)
