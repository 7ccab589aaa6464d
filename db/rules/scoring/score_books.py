"""A commune's sheet as it travels in a workbook: what it says, and the hidden lines by which it is known again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from db.rules.formats import plain_number
from db.rules.scoring.answers import parse_answer
from db.rules.scoring.chain import State
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF, Mark, points_in
from db.rules.scoring.results import Given, Result, added_up
from db.rules.scoring.rule_sets import Criterion, RuleSet
from db.rules.scoring.sheet_lines import SheetLine, sheet_lines
from db.rules.text import cleaned

# A receiver finds the cells by it: raise it when columns or hidden lines change.
LAYOUT = 1
# What a workbook is, by the column that it brings: the commune's own answers, or the result of the appraisal.
KIND_OF: Mapping[str, str] = {SELF: "score_sheet", APPRAISED: "score_result"}
SEAL = "seal"
_ANSWER = "answer:"


@dataclass(frozen=True)
class RuleSetMark:
    """Which rule set a sheet is scored under: its code, version and the SHA-256 over its text, and how it is cited."""

    code: str
    title: str
    citation: str
    version: str
    sha256: str


@dataclass(frozen=True)
class BookHead:
    """Whose sheet it is, of which year, under which set, where it stands.

    From `unit_from` to `unit_to`, both counted, the code names this unit; an end that the sender does not know is none.
    `submitted_on` and `appraised_on` are the days of these steps.
    """

    column: str
    unit_code: str
    unit_name: str
    unit_from: date | None
    unit_to: date | None
    year: int
    rule_set: RuleSetMark
    revision: int
    state: State
    submitted_on: date | None = None
    appraised_on: date | None = None
    sample: bool = False


@dataclass(frozen=True)
class ScoreBook:
    """All that a workbook says."""

    head: BookHead
    rule_set: RuleSet
    marks: Mapping[str, Mark]

    @cached_property
    def lines(self) -> tuple[SheetLine, ...]:
        """Return the lines of the sheet."""
        return sheet_lines(self.rule_set)

    def mark(self, code: str) -> Mark:
        """Return what is given for a criterion, a blank mark where nothing is."""
        return self.marks.get(code, Mark(code))

    def result(self, column: str) -> Result:
        """Add up one column."""
        return result_of(self.rule_set, self.marks, column)

    @cached_property
    def identity(self) -> tuple[tuple[str, str], ...]:
        """Return the hidden lines, key and value; the last two are their seal and the code printed below the sheet."""
        lines = (*_head_lines(self.head), *_content_lines(self))
        seal = seal_of(lines)
        return (*lines, (SEAL, seal), ("check_code", check_code(seal)))


def result_of(rule_set: RuleSet, marks: Mapping[str, Mark], column: str) -> Result:
    """Add up one column of marks."""
    given = {
        code: Given(mark.answer(column), points_in(rule_set, mark, column))
        for code, mark in marks.items()
        if mark.answer(column)
    }
    return added_up(rule_set, given)


def answer_parts(criterion: Criterion, answer: str) -> tuple[Decimal, Decimal] | None:
    """Return an answer's part and whole where it has both."""
    if not answer:
        return None
    taken = parse_answer(criterion.scale.kind, answer)
    return None if taken.value is None or taken.whole is None else (taken.value, taken.whole)


def seal_of(lines: Iterable[tuple[str, str]]) -> str:
    """Return the SHA-256 over hidden lines."""
    return _sha256(f"{key}\t{value}" for key, value in lines)


def check_code(seal: str) -> str:
    """Return the short code that is printed, `1A2B-3C4D-5E6F`."""
    start = seal[:12].upper()
    return "-".join(start[place : place + 4] for place in (0, 4, 8))


def fixed_sha256(lines: Iterable[tuple[str, str, str]]) -> str:
    """Return the SHA-256 over codes, titles and ways of scoring, however they are broken into lines."""
    return _sha256("\t".join(map(cleaned, line)) for line in lines)


def sent_answers(mark: Mapping[str, str]) -> dict[str, tuple[str, str, str]]:
    """Return what the hidden lines say was sent, by criterion: own answer, appraised answer, reason.

    Raises ValueError for what no program of ours wrote.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for key, value in mark.items():
        if key.startswith(_ANSWER):
            own, appraised, reason = map(str, json.loads(value))
            found[key.removeprefix(_ANSWER)] = own, appraised, reason
    return found


def _head_lines(head: BookHead) -> list[tuple[str, str]]:
    held = head.rule_set
    return [
        ("kind", KIND_OF[head.column]),
        ("layout", str(LAYOUT)),
        ("rule_set", held.code),
        ("rule_set_title", held.title),
        ("version", held.version),
        ("rule_set_sha256", held.sha256),
        ("unit", head.unit_code),
        ("unit_name", head.unit_name),
        ("unit_from", _day(head.unit_from)),
        ("unit_to", _day(head.unit_to)),
        ("year", str(head.year)),
        ("revision", str(head.revision)),
        ("state", str(head.state)),
        ("submitted_on", _day(head.submitted_on)),
        ("appraised_on", _day(head.appraised_on)),
    ]


def _content_lines(book: ScoreBook) -> list[tuple[str, str]]:
    answers = [(item.code, _answers(book, item.code)) for item in book.rule_set.asked]
    return [
        *((f"total:{column}", _number(book.result(column).points)) for column in COLUMNS),
        ("fixed_sha256", fixed_sha256(line.fixed for line in book.lines)),
        ("answers_sha256", _sha256(f"{code}\t{text}" for code, text in answers)),
        *((f"{_ANSWER}{code}", text) for code, text in answers),
    ]


def _answers(book: ScoreBook, code: str) -> str:
    mark = book.mark(code)
    is_result = book.head.column == APPRAISED
    appraised = (mark.appraised_answer, mark.reason) if is_result else ("", "")
    return json.dumps([mark.self_answer, *appraised], ensure_ascii=False)


def _sha256(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(number: Decimal | None) -> str:
    return "" if number is None else str(plain_number(number))
