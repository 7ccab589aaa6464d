"""Cells of a score sheet that came back: what officers and Excel make of an answer, a number, a day."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.rules.entries import Field, FieldKind, read_field
from db.rules.findings import Finding
from db.rules.formats import day_text, number_text
from db.rules.scoring.rule_sets import AnswerKind, Criterion
from db.rules.text import cleaned

CellValue = str | int | float | bool | date | None
_WHOLES = (AnswerKind.SHARE, AnswerKind.PER_POPULATION)
# A dot that can only be a decimal mark: not before three digits, or behind a single 0.
_DOT = re.compile(r"(?<![\d.,])(-?(?:0(?=\.\d)|\d+(?=\.(?:\d{1,2}|\d{4,})(?!\d))))\.(\d+)(?![\d.,])")
_FLAGS = {True: "Có", False: "Không"}


@dataclass(frozen=True)
class ReadCell:
    """A cell with its place, `Sheet!C17`."""

    value: CellValue = None
    place: str = ""


def text_of(cell: ReadCell) -> str:
    """Return a cell as an officer would have typed it: `7,5`, `18/142`, `Có`; a decimal dot becomes a comma."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return _FLAGS[value]
    if isinstance(value, int | float):
        return number_text(Decimal(str(value)))
    if isinstance(value, date):
        return day_text(value)
    return cleaned(value)


def label_of(cell: ReadCell) -> str:
    """Return the code of a row; one that was typed as a number has its dot again (`1.1`)."""
    return str(cell.value) if isinstance(cell.value, float) else text_of(cell)


def number_typed(cell: ReadCell) -> str:
    """Return a cell that holds a number as it would be typed in Việt Nam."""
    text = text_of(cell)
    return _DOT.sub(r"\1,\2", text)


def date_finding(cell: ReadCell) -> Finding | None:
    """Return that Excel has made a day of what was typed; `3/5` is gone then."""
    if not isinstance(cell.value, date):
        return None
    return Finding("score_cell_is_day", cell.place, day_text(cell.value))


def number_of(cell: ReadCell) -> tuple[Decimal | None, Finding | None]:
    """Read a number, none of a blank cell."""
    wrong = date_finding(cell)
    text = number_typed(cell)
    if wrong or not text:
        return None, wrong
    value, finding = read_field(Field(cell.place, FieldKind.DECIMAL), text, today=date.min)
    if finding is not None:
        # Points below 0 are typed where a deduction goes on below nothing.
        return _below_zero(text, finding)
    return Decimal(str(value)), None


def answer_typed(criterion: Criterion, answer: ReadCell, whole: ReadCell) -> tuple[str, Finding | None]:
    """Put the cells of an answer and of its whole together, as one types them; or say what is wrong with them."""
    wrong = date_finding(answer) or date_finding(whole)
    if wrong:
        return "", wrong
    if criterion.scale.kind in (AnswerKind.CHOICE, AnswerKind.YES_NO):
        text, below = text_of(answer), number_typed(whole)
    else:
        text, below = number_typed(answer), number_typed(whole)
    is_number = "/" not in text and any(letter.isdigit() for letter in text)
    if not below and is_number and criterion.scale.kind in _WHOLES:
        return "", Finding("score_whole_blank", whole.place, text)
    if not below:
        return text, None
    if criterion.scale.kind not in _WHOLES:
        return "", Finding("score_whole_not_asked", whole.place, below)
    if not text:
        return "", Finding("score_part_missing", answer.place, below)
    if not is_number:
        return "", Finding("score_whole_twice", whole.place, below, {"answer": text})
    return f"{text}/{below}", None


def _below_zero(text: str, finding: Finding) -> tuple[Decimal | None, Finding | None]:
    if not text.startswith("-"):
        return None, finding
    value, wrong = read_field(Field("", FieldKind.DECIMAL), text[1:], today=date.min)
    return (None, finding) if wrong or value is None else (-Decimal(str(value)), None)
