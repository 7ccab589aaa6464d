"""What was typed for one criterion becomes a mark: what can be kept, and what has to wait for a correction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.rules.entries import Field, FieldKind, read_field
from db.rules.findings import Finding
from db.rules.scoring.answers import answer_text, read_answer
from db.rules.scoring.chain import FILLED_IN, closed_finding
from db.rules.scoring.marks import APPRAISED as BY_APPRAISERS
from db.rules.scoring.marks import Mark, check_mark
from db.rules.scoring.rule_sets import RuleSet
from db.services.scoring.sheets import Sheet

SELF, APPRAISED, REASON, NOTE = "self_answer", "appraised_answer", "reason", "note"
# What is typed in the grid; the note stands beside it.
COLUMNS = (SELF, APPRAISED, REASON)
COLUMN_OF = {SELF: "self", NOTE: "self", APPRAISED: "appraised", REASON: "appraised"}
_WORDS = {key: Field(key, FieldKind.TEXT) for key in (REASON, NOTE)}


@dataclass(frozen=True)
class Judged:
    """The mark that can be kept, what is wrong, and the typed texts that stay behind as a draft."""

    mark: Mark
    findings: tuple[Finding, ...]
    held: Mapping[str, str]


def mark_text(rule_set: RuleSet, mark: Mark, column: str) -> str:
    """Write what a mark holds in a column as it would be typed; nothing where nothing was given."""
    if column in _WORDS:
        return str(getattr(mark, column))
    return answer_text(rule_set.criterion(mark.criterion), getattr(mark, column))


def judge(sheet: Sheet, stored: Mark, typed: Mapping[str, str], today: date) -> Judged:
    """Read typed texts over a stored mark. A wrong column waits alone; a difference without its reason waits whole."""
    values, findings = _read(sheet, stored.criterion, typed, today)
    mark = replace(stored, **values)
    unexplained = [item for item in check_mark(sheet.rule_set, mark) if _counts(sheet, item)]
    if unexplained:
        return Judged(stored, (*unexplained, *findings), dict(typed))
    wrong = {finding.place for finding in findings}
    return Judged(mark, tuple(findings), {key: text for key, text in typed.items() if key in wrong})


def _counts(sheet: Sheet, finding: Finding) -> bool:
    """After a return the commune answers anew; why it still differs is asked when it is appraised again."""
    return finding.code != "reason_missing" or sheet.state in FILLED_IN[BY_APPRAISERS]


def _read(
    sheet: Sheet, code: str, typed: Mapping[str, str], today: date
) -> tuple[dict[str, str], list[Finding]]:
    values: dict[str, str] = {}
    findings: list[Finding] = []
    for column, text in typed.items():
        value, finding = _read_column(sheet, code, column, text, today)
        closed = closed_finding(sheet.state, COLUMN_OF[column])
        if closed is not None:
            finding = replace(closed, place=column)
        if finding is not None:
            findings.append(finding)
        else:
            values[column] = value
    return values, findings


def _read_column(sheet: Sheet, code: str, column: str, text: str, today: date) -> tuple[str, Finding | None]:
    if column not in _WORDS:
        return read_answer(sheet.rule_set.criterion(code), text, column)
    value, finding = read_field(_WORDS[column], text, today=today)
    if text and not any(letter.isalpha() for letter in text):
        # Answers typed on without looking, after the cursor was called to the reason.
        finding = Finding("reason_without_words", column, text)
    return str(value or ""), finding
