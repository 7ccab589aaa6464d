"""What was typed for one criterion becomes a mark: what can be kept, and what has to wait for a correction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.rules.entries import Field, FieldKind, read_field
from db.rules.findings import Finding
from db.rules.formats import Value, number_text
from db.rules.scoring import Criterion, Mark, check_mark

SELF, APPRAISED, REASON = "self_points", "appraised_points", "reason"
COLUMNS = (SELF, APPRAISED, REASON)

_FIELDS = {
    SELF: Field(SELF, FieldKind.DECIMAL),
    APPRAISED: Field(APPRAISED, FieldKind.DECIMAL),
    REASON: Field(REASON, FieldKind.TEXT),
}


@dataclass(frozen=True)
class Judged:
    """The mark that can be kept, what is wrong, and the typed texts that stay behind as a draft."""

    mark: Mark
    findings: tuple[Finding, ...]
    held: Mapping[str, str]


def mark_text(mark: Mark, column: str) -> str:
    """Write what a mark holds in a column as it would be typed; nothing where nothing was given."""
    if column == REASON:
        return mark.reason
    points = getattr(mark, column)
    return "" if points is None else number_text(points)


def judge(criterion: Criterion, stored: Mark, typed: Mapping[str, str], today: date) -> Judged:
    """Read typed texts over a stored mark. A wrong column waits alone; a difference without its reason waits whole."""
    values, findings = _read(typed, today)
    over = _over(criterion, _with(stored, values))
    findings += over
    wrong = {finding.place for finding in findings}
    mark = _with(stored, {key: value for key, value in values.items() if key not in wrong})
    unexplained = check_mark(criterion, mark)
    if unexplained:
        return Judged(stored, (*unexplained, *findings), dict(typed))
    return Judged(mark, tuple(findings), {key: text for key, text in typed.items() if key in wrong})


def _read(typed: Mapping[str, str], today: date) -> tuple[dict[str, Value], list[Finding]]:
    values: dict[str, Value] = {}
    findings: list[Finding] = []
    for column, text in typed.items():
        values[column], finding = read_field(_FIELDS[column], text, today=today)
        if column == REASON and text and not any(letter.isalpha() for letter in text):
            # Points typed on without looking, after the cursor was called to the reason.
            finding = Finding("reason_without_words", REASON, text)
        if finding is not None:
            findings.append(finding)
    for finding in findings:
        values.pop(finding.place, None)
    return values, findings


def _over(criterion: Criterion, mark: Mark) -> list[Finding]:
    return [finding for finding in check_mark(criterion, mark) if finding.place != REASON]


def _with(mark: Mark, values: Mapping[str, Value]) -> Mark:
    whole: dict[str, Value] = {column: getattr(mark, column) for column in COLUMNS} | dict(values)
    return Mark(mark.criterion, _points(whole[SELF]), _points(whole[APPRAISED]), str(whole[REASON] or ""))


def _points(value: Value) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
