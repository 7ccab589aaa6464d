"""Judge a score sheet's workbook under a rule set: each answer at its cell, fixed words, points, sums, hidden lines."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from datetime import date

from db.rules.entries import Field, FieldKind, read_field
from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.personal_data import personal_finding
from db.rules.scoring.answers import read_answer
from db.rules.scoring.marks import SELF, Mark
from db.rules.scoring.received_books import Judged, ReadBook, ReadRow
from db.rules.scoring.received_cells import ReadCell, answer_typed, label_of, text_of
from db.rules.scoring.received_sums import sum_findings
from db.rules.scoring.received_tampering import tampering
from db.rules.scoring.rule_sets import Criterion, RuleSet
from db.rules.scoring.sheet_lines import CLASS, TOTAL, SheetLine, sheet_lines
from db.rules.text import folded

_MOST_LETTERS = 2_000
_UNCODED = (folded(TOTAL), folded(CLASS))


def judge(rule_set: RuleSet, read: ReadBook, *, today: date, officials: Container[str] = ()) -> Judged:
    """Read all answers of a workbook and find all that is wrong; `officials` may be named in notes."""
    lines = sheet_lines(rule_set)
    rows, findings = _rows_by_code(lines, read)
    judging = _Judging(read, rows, officials)
    marks = {line.code: judging.mark(line.criterion) for line in lines if line.criterion is not None}
    submitted = judging.day(today)
    findings += judging.findings
    findings += tampering(rule_set, lines, read, rows, marks)
    if not findings:
        findings += sum_findings(rule_set, lines, read, rows, marks)
    missing = tuple(code for code, mark in marks.items() if not mark.self_answer)
    return Judged(
        marks,
        submitted,
        _iso_day(read.mark.get("appraised_on", "")),
        (*read.findings, *findings),
        tuple(_notes(read, missing)),
        missing,
        {(code, key): row.cell(key) for code, row in rows.items() for key in row.cells},
    )


class _Judging:
    """Reads cells one by one and collects what is wrong."""

    def __init__(self, read: ReadBook, rows: Mapping[str, ReadRow], officials: Container[str]) -> None:
        self._read, self._rows, self._officials = read, rows, officials
        self._wrong = {finding.place for finding in read.findings}
        self.findings: list[Finding] = []

    def mark(self, criterion: Criterion) -> Mark:
        row = self._rows.get(criterion.code)
        if row is None:
            return Mark(criterion.code)
        own = self._answer(criterion, row.cell("answer"), row.cell("whole"))
        note = self._words(row.cell("note"))
        if self._read.column == SELF:
            return Mark(criterion.code, own, note=note)
        appraised = self._answer(criterion, row.cell("appraised"), ReadCell())
        return Mark(criterion.code, own, appraised, self._words(row.cell("reason")), note)

    def day(self, today: date) -> date | None:
        """Return the day on which the sheet was submitted, as the file says."""
        cell = self._read.day
        if isinstance(cell.value, date):
            return cell.value
        value, finding = read_field(Field(cell.place, FieldKind.DATE), text_of(cell), today=today)
        if finding is not None:
            self.findings.append(Finding(finding.code, cell.place, finding.value, finding.facts))
        return value if isinstance(value, date) else None

    def _answer(self, criterion: Criterion, answer: ReadCell, whole: ReadCell) -> str:
        if self._wrong & {answer.place, whole.place}:
            return ""
        typed, wrong = answer_typed(criterion, answer, whole)
        text, finding = ("", wrong) if wrong else read_answer(criterion, typed, answer.place)
        if finding is not None:
            self.findings.append(finding)
        return text

    def _words(self, cell: ReadCell) -> str:
        text = text_of(cell)
        if len(text) > _MOST_LETTERS:
            self.findings.append(Finding("too_long", cell.place, "", {"most": number_text(_MOST_LETTERS)}))
            return ""
        found = personal_finding(text, self._officials)
        if found is not None:
            self.findings.append(Finding(found.code, cell.place, found.value, found.facts))
        return text


def _rows_by_code(lines: tuple[SheetLine, ...], read: ReadBook) -> tuple[dict[str, ReadRow], list[Finding]]:
    """Find the row of each line by its code, wherever it was moved to."""
    known = _known_labels(lines)
    rows: dict[str, ReadRow] = {}
    findings: list[Finding] = []
    for row in read.rows:
        label = row.cell("label")
        code = known.get(label_of(label)) or known.get(folded(label_of(label)))
        if code is None:
            findings += _unknown_row(row)
        elif code in rows:
            findings.append(Finding("score_row_twice", label.place, code))
        else:
            rows[code] = row
    gone = [line for line in lines if line.code not in rows]
    findings += [Finding("score_row_gone", read.sheet, line.code, {"title": line.title}) for line in gone]
    return rows, findings


def _known_labels(lines: tuple[SheetLine, ...]) -> Mapping[str, str]:
    """Return the codes by how they may be typed: of `d` and `đ`, which are one without marks, each only as it is."""
    alike = Counter(folded(line.code) for line in lines)
    typed = {folded(line.code): line.code for line in lines if alike[folded(line.code)] == 1}
    return typed | {line.code: line.code for line in lines}


def _unknown_row(row: ReadRow) -> Iterator[Finding]:
    """Say that a row is none of the set. Total, class and remarks have no code; an answer without one is lost."""
    label, answer = row.cell("label"), row.cell("answer")
    if text_of(label):
        yield Finding("score_row_unknown", label.place, text_of(label))
    elif text_of(answer) and folded(text_of(row.cell("title"))) not in _UNCODED:
        yield Finding("score_row_unknown", answer.place, text_of(answer))


def _notes(read: ReadBook, missing: tuple[str, ...]) -> Iterator[Finding]:
    if not read.is_verified:
        yield Finding("score_unverified", read.sheet)
    if missing:
        facts = {"count": number_text(len(missing))}
        yield Finding("score_answers_missing", read.sheet, ", ".join(missing), facts)


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
