"""A commune's sheet of a year as it is sent in a workbook: to be filled in, or with the result of its appraisal."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from db.rules.findings import Finding, Refused
from db.rules.periods import Span
from db.rules.scoring.chain import PAST, State, Step
from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.score_books import BookHead, RuleSetMark, ScoreBook
from db.rules.units import Level
from db.services import content, offices
from db.services.borders import unit_days
from db.services.content import Content
from db.services.scoring import rule_sets
from db.services.scoring.sheets import Sheet, sheet, stored_sheet
from db.services.units import UnitInfo


def score_book(session: Session, *, unit_id: int, year: int, column: str = SELF) -> ScoreBook:
    """Return what the workbook of a commune says; with the column `appraised` also the result of the appraisal.

    Raises Refused for a unit that is no commune or was not there in the year, and for a result that is not there yet.
    """
    unit_days.refuse_other_years(session, unit_id, year, year)
    now = sheet(session, unit_id=unit_id, year=year)
    if now.unit.level != Level.COMMUNE:
        raise Refused([Finding("score_not_commune", "unit", now.unit.name)])
    if column == APPRAISED and now.state not in PAST[APPRAISED]:
        raise Refused([Finding("score_not_appraised", "unit", now.unit.name)])
    held = held_set(session, unit_id, year)
    head = BookHead(
        column,
        now.unit.code,
        now.unit.name,
        now.unit.valid_from,
        now.unit.valid_to,
        year,
        RuleSetMark(held.code, held.title, held.citation, held.version, held.sha256),
        revision_of(now),
        now.state,
        submitted_on=step_day(now, Step.SUBMIT) if now.state not in (State.OPEN, State.RETURNED) else None,
        appraised_on=step_day(now, Step.APPRAISE) if column == APPRAISED else None,
        sample=offices.current(session).sample,
    )
    return ScoreBook(head, now.rule_set, now.marks)


def all_books(session: Session, span: Span, column: str = SELF) -> Iterator[ScoreBook]:
    """Yield the workbook of each commune of a year, by code; of results those that are there."""
    for unit in communes(session, span):
        state = sheet(session, unit_id=unit.id, year=span.year).state
        if column == SELF or state in PAST[APPRAISED]:
            yield score_book(session, unit_id=unit.id, year=span.year, column=column)


def communes(session: Session, span: Span) -> tuple[UnitInfo, ...]:
    """Return the communes whose sheets an office keeps in a year, by code."""
    return tuple(unit for unit in offices.units_kept(session, span) if unit.level == Level.COMMUNE)


def held_set(session: Session, unit_id: int, year: int) -> Content:
    """Return the rule set of a commune's sheet: its own for ever, before it has one that of the year."""
    stored = stored_sheet(session, unit_id, year)
    return content.by_id(session, stored.rule_set_id) if stored else rule_sets.of_year(session, year)


def revision_of(now: Sheet) -> int:
    """Return which time a sheet is sent: the first, and one more for each time that it was returned."""
    return 1 + sum(step.step is Step.RETURN for step in now.steps)


def step_day(now: Sheet, step: Step) -> date | None:
    """Return the day on which a sheet last took a step."""
    return next((taken.on for taken in reversed(now.steps) if taken.step is step), None)
