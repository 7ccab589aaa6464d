"""What was changed in a workbook that nobody was to change: fixed words, hidden lines, what the appraisers said."""

from collections.abc import Iterator, Mapping

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.scoring.answers import answer_text
from db.rules.scoring.marks import APPRAISED, Mark
from db.rules.scoring.received_books import ReadBook, ReadRow
from db.rules.scoring.received_cells import number_of, text_of
from db.rules.scoring.received_head import head_findings
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.score_books import SEAL, fixed_sha256, seal_of, sent_answers
from db.rules.scoring.sheet_lines import SheetLine
from db.rules.text import cleaned, folded

_MARK_SHEET = "_pcmd"
_SHOWN = 80
# Behind the seal stands only the code that is printed.
_UNSEALED = (SEAL, "check_code")


def tampering(
    rule_set: RuleSet,
    lines: tuple[SheetLine, ...],
    read: ReadBook,
    rows: Mapping[str, ReadRow],
    marks: Mapping[str, Mark],
) -> list[Finding]:
    """Return a finding for each fixed cell, hidden line or appraised answer that is not as it was sent."""
    if not read.is_verified:
        return [item for line in lines if line.code in rows for item in _title(line, rows[line.code])]
    findings = [*_mark(read), *head_findings(read)]
    findings += [item for line in lines if line.code in rows for item in _most(line, rows[line.code])]
    if fixed_sha256(_seen(line, rows) for line in lines) != read.mark.get("fixed_sha256"):
        findings += [item for line in lines if line.code in rows for item in _words(line, rows[line.code])]
    if not findings and read.column == APPRAISED:
        findings += _result(rule_set, read, rows, marks)
    return findings


def sealed_answers(read: ReadBook) -> dict[str, tuple[str, str, str]]:
    """Return what was sent in a workbook, by criterion; nothing where its hidden lines were changed."""
    try:
        return sent_answers(read.mark)
    except ValueError:
        return {}


def _mark(read: ReadBook) -> Iterator[Finding]:
    sealed = [(key, value) for key, value in read.mark.items() if key not in _UNSEALED]
    if seal_of(sealed) != read.mark.get(SEAL):
        yield Finding("score_mark_changed", _MARK_SHEET)


def _seen(line: SheetLine, rows: Mapping[str, ReadRow]) -> tuple[str, str, str]:
    row = rows.get(line.code)
    if row is None:
        return line.fixed
    return line.code, text_of(row.cell("title")), text_of(row.cell("how"))


def _words(line: SheetLine, row: ReadRow) -> Iterator[Finding]:
    for key, expected in (("title", line.title), ("how", line.how)):
        if text_of(row.cell(key)) != cleaned(expected):
            yield _changed(row, key, text_of(row.cell(key)), expected)


def _title(line: SheetLine, row: ReadRow) -> Iterator[Finding]:
    """Compare what a sheet that was typed by hand calls a criterion: another one may stand under the same number."""
    yield from _most(line, row)
    if folded(text_of(row.cell("title"))) != folded(line.title):
        yield _changed(row, "title", text_of(row.cell("title")), line.title)


def _most(line: SheetLine, row: ReadRow) -> Iterator[Finding]:
    if line.most is None:
        return
    cell = row.cell("most")
    number, wrong = number_of(cell)
    if wrong is not None or number != line.most:
        yield _changed(row, "most", text_of(cell), number_text(line.most))


def _changed(row: ReadRow, key: str, value: str, expected: str) -> Finding:
    facts = {"expected": cleaned(expected)[:_SHOWN]}
    return Finding("score_fixed_changed", row.cell(key).place, value[:_SHOWN], facts)


def _result(
    rule_set: RuleSet, read: ReadBook, rows: Mapping[str, ReadRow], marks: Mapping[str, Mark]
) -> Iterator[Finding]:
    sent = sealed_answers(read)
    for code, mark in marks.items():
        said = (mark.self_answer, mark.appraised_answer, mark.reason)
        for key, now, before in zip(
            ("answer", "appraised", "reason"), said, sent.get(code, said), strict=True
        ):
            if now != cleaned(before):
                shown = before if key == "reason" else answer_text(rule_set.criterion(code), before)
                yield _changed(rows[code], key, text_of(rows[code].cell(key)), shown)
