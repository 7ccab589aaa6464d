"""What stands under the table of a score sheet: why a total was scaled, points and classes, recognition."""

from collections.abc import Iterator

from db.rules.formats import day_text, number_text
from db.rules.scoring.answers import NOT_APPLICABLE
from db.rules.scoring.chain import State
from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.papers import SheetPaper
from exports.documents import score_wording as wording
from exports.documents.score_rows import raw_total

_NAMES = {SELF: wording.SELF, APPRAISED: wording.APPRAISED}
_COLUMNS = (SELF, APPRAISED)


def total_notes(paper: SheetPaper) -> Iterator[str]:
    """Yield why a total is not the plain sum, and which failing conditions hold, for each column."""
    for column in _COLUMNS:
        yield from _scaling(paper, column)
        yield from _failing(paper, column)


def result_lines(paper: SheetPaper) -> Iterator[str]:
    """Yield what was registered for, the points and classes of both columns, and the recognition."""
    title = paper.rule_set.class_title
    if paper.registered_class:
        yield wording.REGISTERED.format(title=title(paper.registered_class)) + "."
    for column in _COLUMNS:
        yield result_line(paper, column) + "."
    if paper.recognised_class:
        yield (
            wording.RECOGNISED.format(
                title=title(paper.recognised_class),
                number=paper.decision_number,
                day=day_text(paper.recognised_on),
            )
            + "."
        )
    elif paper.state is State.WITHDRAWN:
        yield wording.WITHDRAWN + "."


def result_line(paper: SheetPaper, column: str) -> str:
    """Return points and class of a column; a half-filled one has no class, an empty one is left to the hand."""
    result, name = paper.results[column], _NAMES[column]
    if result.points is None:
        return wording.HAND_RESULT.format(column=name)
    points = number_text(result.points)
    if not result.complete:
        codes = missing(paper, column)
        return wording.NOT_COMPLETE.format(
            column=name, points=points, count=len(codes), codes=", ".join(codes)
        )
    title = paper.rule_set.class_title(result.class_code) or wording.NO_CLASS
    return wording.COMPLETE.format(column=name, points=points, title=title) + _day(paper, column)


def missing(paper: SheetPaper, column: str) -> tuple[str, ...]:
    """Return the codes of what a column has no answer to yet, in the order of the sheet."""
    return tuple(item.code for item in paper.rule_set.asked if not paper.given(column, item.code).answer)


def _day(paper: SheetPaper, column: str) -> str:
    if column == SELF:
        day, written, not_yet = paper.self_on, wording.SELF_DAY, wording.SELF_OPEN
    else:
        day, written, not_yet = paper.appraised_on, wording.APPRAISED_DAY, wording.APPRAISED_OPEN
    return written.format(day=day_text(day)) if day else not_yet


def _scaling(paper: SheetPaper, column: str) -> Iterator[str]:
    found, rule_set = raw_total(paper, column), paper.rule_set
    codes = [item.code for item in rule_set.leaves if paper.given(column, item.code).answer == NOT_APPLICABLE]
    if found.points is None or not codes:
        return
    words = wording.SCALED if rule_set.scaled and found.most else wording.NOT_SCALED
    yield words.format(
        column=_NAMES[column],
        codes=", ".join(codes),
        most=number_text(found.most),
        points=number_text(found.points),
        whole=number_text(rule_set.most),
        scaled=number_text(paper.results[column].points),
    )


def _failing(paper: SheetPaper, column: str) -> Iterator[str]:
    failing = {item.condition: item.class_code for item in paper.rule_set.failing}
    held = paper.results[column].failing
    if held:
        worst = max((failing[code] for code in held), key=paper.rule_set.rank)
        titles = [f"{code} ({paper.rule_set.condition_by_code[code].title})" for code in held]
        yield wording.FAILED.format(
            column=_NAMES[column],
            conditions="; ".join(titles),
            title=paper.rule_set.class_title(worst),
        )
