"""Score sheets of the large book: those of the last year under sixty criteria, those before under the shipped set."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from itertools import count
from random import Random
from typing import Any

from sqlalchemy import insert

from db.records import Content, ScoreMark, ScoreSheet
from db.rules.periods import Span
from db.rules.scoring.chain import State
from db.rules.scoring.marks import COLUMNS, SELF, Mark, points_in
from db.rules.scoring.results import result
from db.rules.scoring.rule_sets import RuleSet
from db.services.scoring import rule_sets
from db.sessions import Session
from tests.benchmarks.sixty_criteria import rule_set_text
from tests.helpers.answers import answer_at_random


class Scored:
    """What the sheets of all years share: communes, rule sets, who and when, the numbers of the sheets."""

    def __init__(
        self,
        session: Session,
        unit_ids: Iterable[int],
        last_year: int,
        kept: Mapping[str, Any],
        chance: Random,
    ) -> None:
        self.unit_ids, self.last_year, self.kept, self.chance = tuple(unit_ids), last_year, kept, chance
        self.numbers = count(1)
        shipped = rule_sets.of_year(session, last_year)
        self._shipped = shipped.id, rule_sets.parsed(shipped)
        self._sixty = _sixty_criteria(session, last_year)

    def under(self, year: int) -> tuple[int, RuleSet]:
        """Return the rule set of a year and its number."""
        return self._sixty if year == self.last_year else self._shipped


def store_year(session: Session, scored: Scored, span: Span) -> None:
    """Store a year's sheets with full marks in both columns; those before the last year were recognised."""
    rule_set_id, rule_set = scored.under(span.year)
    sheets, marks = [], []
    for unit_id in scored.unit_ids:
        number = next(scored.numbers)
        own = {item.code: answer_at_random(item, scored.chance) for item in rule_set.asked}
        head = {"id": number, "unit_id": unit_id, "year": span.year, "rule_set_id": rule_set_id}
        sheets.append({**head, **_sheet(rule_set, own, span, scored.last_year), **scored.kept})
        marks += [{**_mark(rule_set, number, code, answer), **scored.kept} for code, answer in own.items()]
    session.connection().execute(insert(ScoreSheet), sheets)
    session.connection().execute(insert(ScoreMark), marks)


def _sheet(rule_set: RuleSet, own: Mapping[str, str], span: Span, last_year: int) -> dict[str, Any]:
    reached, is_last = result(rule_set, own), span.year == last_year
    points = {f"{column}_points": reached.points for column in COLUMNS}
    classes = {f"{column}_class": reached.class_code for column in COLUMNS}
    return {
        **points,
        **classes,
        **{f"{column}_on": span.last for column in COLUMNS},
        "state": State.APPRAISED if is_last else State.RECOGNISED,
        "recognised_class": None if is_last else reached.class_code,
    }


def _mark(rule_set: RuleSet, sheet: int, code: str, answer: str) -> dict[str, Any]:
    points = points_in(rule_set, Mark(code, answer), SELF)
    answers = {f"{column}_answer": answer for column in COLUMNS}
    given = {f"{column}_points": points for column in COLUMNS}
    return {"sheet_id": sheet, "criterion": code, "note": "", **answers, **given}


def _sixty_criteria(session: Session, year: int) -> tuple[int, RuleSet]:
    text = rule_set_text(year)
    body = tomllib.loads(text)
    row = {key: body[key] for key in ("title", "citation", "valid_from")}
    row |= {"kind": rule_sets.KIND, "code": "sixty-criteria", "body": text}
    row |= {"sha256": hashlib.sha256(text.encode()).hexdigest(), "valid_to": None}
    session.connection().execute(insert(Content), [row])
    held = rule_sets.of_year(session, year)
    return held.id, rule_sets.parsed(held)
