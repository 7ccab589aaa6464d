"""The rows of a score sheet: groups with their sums, criteria, items stepped in, conditions, the total."""

from collections.abc import Iterator
from decimal import Decimal

from db.rules.formats import number_text
from db.rules.scoring.answers import NOT_APPLICABLE
from db.rules.scoring.marks import APPRAISED, SELF, differs
from db.rules.scoring.papers import SheetPaper
from db.rules.scoring.results import Sum
from db.rules.scoring.rule_sets import Condition, ConditionKind, Criterion, CriterionGroup
from db.rules.scoring.scale_words import how_scored
from exports.documents import score_wording as wording
from exports.documents.description import Align, Column, Row, Table
from exports.documents.score_answers import printed_answer

_WIDTHS = (11, 58, 62, 15, 25, 15, 25, 16, 30)
_ALIGNS: tuple[Align, ...] = (
    *("center", "left", "left", "center", "center"),
    *("center", "center", "center", "left"),
)
COLUMNS = tuple(
    Column(title, width, align)
    for title, width, align in zip(wording.SHEET_HEADS, _WIDTHS, _ALIGNS, strict=True)
)


def sheet_table(paper: SheetPaper) -> Table:
    """Return the table of a sheet; what was not answered yet is left to be written by hand."""
    rows = [row for group in paper.rule_set.groups for row in _group_rows(paper, group)]
    asked = [item for item in paper.rule_set.conditions if item.kind is ConditionKind.ASKED]
    if asked:
        rows.append(_wide(("", wording.CONDITIONS), subtotal=True))
        rows += [_condition_row(paper, item) for item in asked]
    raw = [points_text(_raw(paper, column)) for column in (SELF, APPRAISED)]
    total = _cells("", wording.TOTAL, number_text(paper.rule_set.most), raw)
    if not any(is_scaled(paper, column) for column in (SELF, APPRAISED)):
        return Table(COLUMNS, tuple(rows), total)
    scaled = [points_text(paper.results[column].points) for column in (SELF, APPRAISED)]
    most = number_text(paper.rule_set.most)
    above = Row(total, subtotal=True)
    return Table(COLUMNS, (*rows, above), _cells("", wording.SCALED_TOTAL.format(most=most), most, scaled))


def raw_total(paper: SheetPaper, column: str) -> Sum:
    """Return the points of a column as they were given, and the most of what applies."""
    result = paper.results[column]
    given = [group.points for group in result.groups.values() if group.points is not None]
    return Sum(sum(given, Decimal(0)) if given else None, result.most)


def is_scaled(paper: SheetPaper, column: str) -> bool:
    """Tell whether the points of a column were scaled up because something does not apply."""
    found = raw_total(paper, column)
    return paper.rule_set.scaled and found.points is not None and found.most != paper.rule_set.most


def points_text(points: Decimal | None) -> str:
    """Write points; what was not given yet is left blank, to be written by hand."""
    return "" if points is None else number_text(points)


def _raw(paper: SheetPaper, column: str) -> Decimal | None:
    return raw_total(paper, column).points


def _group_rows(paper: SheetPaper, group: CriterionGroup) -> Iterator[Row]:
    sums = [paper.results[column].groups[group.code] for column in (SELF, APPRAISED)]
    note = _applying(group, *(found.most for found in sums))
    points = [points_text(found.points) for found in sums]
    yield Row(_cells(group.code, group.title, number_text(group.most), points, note), subtotal=True)
    for criterion in group.criteria:
        yield from _criterion_rows(paper, criterion, indent=0)


def _applying(group: CriterionGroup, own: Decimal, appraised: Decimal) -> str:
    """Tell how many points of a group apply, for each column by name where they differ."""
    if own == appraised:
        return "" if own == group.most else wording.APPLIES.format(most=number_text(own))
    named = ((wording.SELF, own), (wording.APPRAISED, appraised))
    return "\n".join(
        wording.COLUMN_APPLIES.format(column=column, most=number_text(most))
        for column, most in named
        if most != group.most
    )


def _criterion_rows(paper: SheetPaper, criterion: Criterion, *, indent: int) -> Iterator[Row]:
    if not criterion.items:
        yield _leaf_row(paper, criterion, indent)
        return
    points = [points_text(_sum(paper, criterion, column)) for column in (SELF, APPRAISED)]
    cells = _cells(criterion.code, criterion.title, number_text(criterion.most), points)
    yield Row((*cells[:2], criterion.guide, *cells[3:]), subtotal=True, indent=indent)
    for item in criterion.items:
        yield from _criterion_rows(paper, item, indent=indent + 1)


def _sum(paper: SheetPaper, criterion: Criterion, column: str) -> Decimal | None:
    found = [paper.given(column, leaf.code).points for leaf in criterion.leaves]
    known = [points for points in found if points is not None]
    return sum(known, Decimal(0)) if known else None


def _leaf_row(paper: SheetPaper, criterion: Criterion, indent: int) -> Row:
    answers = [_answer_cells(paper, criterion, column) for column in (SELF, APPRAISED)]
    cells = (criterion.code, criterion.title, how_scored(criterion), number_text(criterion.most))
    return Row((*cells, *answers[0], *answers[1], note_text(paper, criterion)), indent=indent)


def _answer_cells(paper: SheetPaper, criterion: Criterion, column: str) -> tuple[str, str]:
    given = paper.given(column, criterion.code)
    blank = wording.BLANK_POINTS if given.answer == NOT_APPLICABLE else ""
    return printed_answer(criterion, given.answer), points_text(given.points) or blank


def note_text(paper: SheetPaper, criterion: Criterion) -> str:
    """Return what stands beside a criterion: why the commune did not take what was proposed, why points differ."""
    mark = paper.mark(criterion.code)
    lines = [wording.COMMUNE_NOTE.format(text=mark.note)] if mark.note else []
    if mark.reason and differs(paper.rule_set, mark):
        lines.append(wording.REASON.format(text=mark.reason))
    return "\n".join(lines)


def _condition_row(paper: SheetPaper, condition: Condition) -> Row:
    criterion = condition.criterion
    own, appraised = (
        printed_answer(criterion, paper.given(column, criterion.code).answer) for column in (SELF, APPRAISED)
    )
    failing = {item.condition: item.class_code for item in paper.rule_set.failing}
    title = paper.rule_set.class_title(failing.get(condition.code))
    notes = [wording.FAILING.format(title=title)] if condition.code in failing else []
    notes += [note_text(paper, criterion)] if note_text(paper, criterion) else []
    return Row((condition.code, condition.title, "", "", own, "", appraised, "", "\n".join(notes)))


def _cells(code: str, title: str, most: str, points: list[str], note: str = "") -> tuple[str, ...]:
    return (code, title, "", most, "", points[0], "", points[1], note)


def _wide(texts: tuple[str, ...], *, subtotal: bool) -> Row:
    return Row((*texts, *[""] * (len(COLUMNS) - len(texts))), subtotal=subtotal)
