"""Points that were written into a workbook: each against its answer, sums against their parts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.scoring.marks import APPRAISED, SELF, Mark, points_in
from db.rules.scoring.received_books import ReadBook, ReadRow
from db.rules.scoring.received_cells import ReadCell, number_of, text_of
from db.rules.scoring.received_tampering import sealed_answers
from db.rules.scoring.results import Result
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.score_books import result_of
from db.rules.scoring.sheet_lines import TOTAL, SheetLine
from db.rules.text import folded

_POINTS = {SELF: "points", APPRAISED: "appraised_points"}


def sum_findings(
    rule_set: RuleSet,
    lines: tuple[SheetLine, ...],
    read: ReadBook,
    rows: Mapping[str, ReadRow],
    marks: Mapping[str, Mark],
) -> list[Finding]:
    """Return a finding for each number of points that is not what the answers make; a blank one is none.

    What still stands there from when the file was sent, beside an answer that was changed since, is none either.
    """
    columns = (SELF, APPRAISED) if read.column == APPRAISED else (SELF,)
    return [
        finding
        for column in columns
        for finding in _Sums(rule_set, lines, read, rows, marks, column).findings()
    ]


class _Sums:
    """One column of points."""

    def __init__(
        self,
        rule_set: RuleSet,
        lines: tuple[SheetLine, ...],
        read: ReadBook,
        rows: Mapping[str, ReadRow],
        marks: Mapping[str, Mark],
        column: str,
    ) -> None:
        self._set, self._lines, self._read, self._rows = rule_set, lines, read, rows
        self._column = column
        self._now = marks
        self._sent = {
            code: Mark(code, own, appraised) for code, (own, appraised, _) in sealed_answers(read).items()
        }
        self._result = result_of(rule_set, self._now, column)
        self._result_sent = self._sum_of_sent()

    def findings(self) -> Iterator[Finding]:
        key = _POINTS[self._column]
        for line in self._lines:
            row = self._rows[line.code]
            if line.most is not None:
                yield from _wrong(row.cell(key), *self._expected(line))
        for row in self._read.rows:
            if not text_of(row.cell("label")) and folded(text_of(row.cell("title"))) == folded(TOTAL):
                yield from _wrong(row.cell(key), self._result.points, self._result_sent.points)

    def _expected(self, line: SheetLine) -> tuple[Decimal | None, Decimal | None]:
        """Return the points of a line by its answers, and by those that were sent."""
        if line.criterion is not None:
            found = [
                points_in(self._set, marks[line.code], self._column) if line.code in marks else None
                for marks in (self._now, self._sent)
            ]
            return found[0], found[1]
        return self._added(line.code, self._now), self._added(line.code, self._sent)

    def _added(self, code: str, marks: Mapping[str, Mark]) -> Decimal | None:
        leaves = [leaf.code for leaf in self._set.leaves_under[code] if leaf.code in marks]
        found = [points_in(self._set, marks[leaf], self._column) for leaf in leaves]
        known = [points for points in found if points is not None]
        return sum(known, Decimal(0)) if known else None

    def _sum_of_sent(self) -> Result:
        known = {item.code for item in self._set.asked}
        sent = {code: mark for code, mark in self._sent.items() if code in known}
        return result_of(self._set, sent, self._column)


def _wrong(cell: ReadCell, expected: Decimal | None, sent: Decimal | None) -> Iterator[Finding]:
    number, wrong = number_of(cell)
    if wrong is not None:
        yield wrong
    elif number is not None and number not in (expected, sent):
        facts = {"expected": number_text(expected)}
        yield Finding("score_points_differ", cell.place, number_text(number), facts)
