"""What the table of a score sheet says: plain rows, no file and no style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from db.rules.formats import number_text
from db.rules.scoring.answers import NOT_APPLICABLE, answer_text
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF, points_in
from db.rules.scoring.results import Sum
from db.rules.scoring.rule_sets import AnswerKind, Criterion
from db.rules.scoring.score_books import ScoreBook, answer_parts
from db.rules.scoring.sheet_lines import CLASS, TOTAL, LineKind, SheetLine
from exports.scores import wording

Cell = str | Decimal | None
_POINTS = {SELF: "points", APPRAISED: "appraised_points"}
_WHOLES = (AnswerKind.SHARE, AnswerKind.PER_POPULATION)


@dataclass(frozen=True)
class SheetRow:
    """A row of the table by the keys of the columns; `entries` are filled in, an answer from `choices`."""

    cells: Mapping[str, Cell]
    entries: frozenset[str] = frozenset()
    choices: tuple[str, ...] = ()
    hint: str = ""
    strong: bool = False


def sheet_rows(book: ScoreBook) -> Iterator[SheetRow]:
    """Yield the rows of the table, the total and the class last."""
    results = {column: book.result(column) for column in COLUMNS}
    sums = {column: result.groups for column, result in results.items()}
    for line in book.lines:
        if line.criterion is None:
            yield _sum_row(book, line, {column: sums[column].get(line.code) for column in COLUMNS})
        else:
            yield _scored_row(book, line, line.criterion)
    points = {_POINTS[column]: result.points for column, result in results.items()}
    most = book.rule_set.most
    entries = frozenset({"points"}) if _is_open(book) else frozenset()
    yield SheetRow({"title": TOTAL, "most": most, **points}, entries, strong=True)
    classes = {column: book.rule_set.class_title(results[column].class_code) or None for column in COLUMNS}
    words = {"answer": classes[SELF], "appraised": classes[APPRAISED]}
    yield SheetRow({"title": CLASS, **words}, strong=True)


def choices_of(criterion: Criterion) -> tuple[str, ...]:
    """Return the words to choose an answer from; none where a number is answered."""
    kind = criterion.scale.kind
    words: tuple[str, ...] = ()
    if kind is AnswerKind.CHOICE:
        words = tuple(option.title for option in criterion.scale.options)
    elif kind is AnswerKind.YES_NO:
        words = ("Có", "Không")
    not_applicable = (answer_text(criterion, NOT_APPLICABLE),) if criterion.may_not_apply else ()
    return (*words, *not_applicable) if words else ()


def answer_cells(criterion: Criterion, answer: str) -> tuple[Cell, Cell]:
    """Return what stands in the cells of an answer and of its whole."""
    parts = answer_parts(criterion, answer)
    if parts is None:
        return answer_text(criterion, answer) or None, None
    return number_text(parts[0]), number_text(parts[1])


def _is_open(book: ScoreBook) -> bool:
    return book.head.column == SELF


def _sum_row(book: ScoreBook, line: SheetLine, sums: Mapping[str, Sum | None]) -> SheetRow:
    cells: dict[str, Cell] = {"label": line.code, "title": line.title, "how": line.how or None}
    cells["most"] = line.most
    for column, found in sums.items():
        cells[_POINTS[column]] = found.points if found else None
    is_group = line.kind is LineKind.GROUP
    entries = frozenset({"points"}) if is_group and _is_open(book) else frozenset()
    return SheetRow(cells, entries, strong=is_group)


def _scored_row(book: ScoreBook, line: SheetLine, criterion: Criterion) -> SheetRow:
    mark, rule_set = book.mark(line.code), book.rule_set
    answer, whole = answer_cells(criterion, mark.self_answer)
    cells: dict[str, Cell] = {
        "label": line.code,
        "title": line.title,
        "how": line.how,
        "most": line.most,
        "answer": answer,
        "whole": whole,
        "points": points_in(rule_set, mark, SELF) if line.most else None,
        "note": mark.note or None,
        "appraised": answer_text(criterion, mark.appraised_answer) or None,
        "appraised_points": points_in(rule_set, mark, APPRAISED) if line.most else None,
        "reason": mark.reason or None,
    }
    if not _is_open(book):
        return SheetRow(cells)
    wholes = criterion.scale.kind in _WHOLES
    entries = {"answer", "note", *(("whole",) if wholes else ()), *(("points",) if line.most else ())}
    return SheetRow(cells, frozenset(entries), choices_of(criterion), _hint(criterion))


def _hint(criterion: Criterion) -> str:
    if choices_of(criterion):
        return wording.CHOOSE
    words = wording.PART if criterion.scale.kind in _WHOLES else wording.NUMBER
    return words + (wording.OR_NOT_APPLICABLE if criterion.may_not_apply else "")
