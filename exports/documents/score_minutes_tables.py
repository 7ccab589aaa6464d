"""The tables of the minutes of appraisal: points by group, by commune, and where they differ and why."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from db.rules.formats import number_text
from db.rules.scoring.marks import APPRAISED, SELF, differs
from db.rules.scoring.papers import SheetPaper, YearPaper
from db.rules.scoring.rule_sets import Criterion
from exports.documents import score_wording as wording
from exports.documents.description import Column, Row, Table
from exports.documents.score_answers import printed_answer
from exports.documents.score_rows import points_text, raw_total
from exports.documents.score_summaries import state_words

_COLUMNS = (SELF, APPRAISED)


def _columns(
    titles: Sequence[str], widths: Sequence[float], words: Sequence[int] = (1,)
) -> tuple[Column, ...]:
    return tuple(
        Column(title, width, "left" if place in words else "center")
        for place, (title, width) in enumerate(zip(titles, widths, strict=True))
    )


_GROUP_COLUMNS = _columns(wording.GROUP_HEADS, (12, 70, 20, 20, 22, 20))
_DIFFERENCE_COLUMNS = _columns(wording.DIFFERENCE_HEADS, (11, 50, 15, 24, 24, 16, 36), (1, 6))
_COMMUNE_COLUMNS = _columns(wording.COMMUNE_HEADS, (11, 42, 17, 19, 18, 20, 18, 28), (1, 7))


def group_table(paper: SheetPaper) -> Table:
    """Return self and appraised points of each group, and the totals that make the class."""
    rows = []
    for group in paper.rule_set.groups:
        points = [paper.results[column].groups[group.code].points for column in _COLUMNS]
        rows.append(Row((group.code, group.title, number_text(group.most), *_compared(*points))))
    totals = [paper.results[column].points for column in _COLUMNS]
    raw = [raw_total(paper, column).points for column in _COLUMNS]
    most = number_text(paper.rule_set.most)
    if raw == totals:
        return Table(_GROUP_COLUMNS, tuple(rows), ("", wording.TOTAL, most, *_compared(*totals)))
    rows.append(Row(("", wording.TOTAL, most, *_compared(*raw)), subtotal=True))
    scaled = wording.SCALED_TOTAL.format(most=most)
    return Table(_GROUP_COLUMNS, tuple(rows), ("", scaled, most, *_compared(*totals)))


def has_differences(paper: SheetPaper) -> bool:
    """Tell whether the appraisers found anything otherwise."""
    return bool(_differing(paper))


def difference_table(paper: SheetPaper) -> Table:
    """Return the criteria and conditions whose appraisal differs, each with its reason."""
    return Table(_DIFFERENCE_COLUMNS, tuple(_difference_rows(paper)))


def year_difference_table(paper: YearPaper) -> Table:
    """Return what differs, commune by commune; communes without a difference are left out."""
    rows: list[Row] = []
    for sheet in paper.sheets:
        if has_differences(sheet):
            blank = [""] * (len(_DIFFERENCE_COLUMNS) - 2)
            rows.append(Row(("", sheet.unit_name, *blank), group=True))
            rows += _difference_rows(sheet)
    return Table(_DIFFERENCE_COLUMNS, tuple(rows))


def commune_table(paper: YearPaper) -> Table:
    """Return points and classes of every commune that count, with where its sheet stands."""
    title = paper.rule_set.class_title
    rows = []
    for place, sheet in enumerate(paper.sheets, start=1):
        cells = [
            (points_text(sheet.counted(column)), title(sheet.counted_class(column))) for column in _COLUMNS
        ]
        difference = _signed(sheet.difference)
        note = state_words(sheet)
        rows.append(Row((str(place), sheet.unit_name, *cells[0], *cells[1], difference, note)))
    return Table(_COMMUNE_COLUMNS, tuple(rows))


def _differing(paper: SheetPaper) -> list[Criterion]:
    return [item for item in paper.rule_set.asked if differs(paper.rule_set, paper.mark(item.code))]


def _difference_rows(paper: SheetPaper) -> Iterator[Row]:
    for item in _differing(paper):
        given = [paper.given(column, item.code) for column in _COLUMNS]
        cells = [
            "\n".join(filter(None, (points_text(found.points), printed_answer(item, found.answer))))
            for found in given
        ]
        difference = _compared(*(found.points for found in given))[2]
        reason = paper.mark(item.code).reason
        yield Row((item.code, item.title, number_text(item.most), *cells, difference, reason))


def _compared(own: Decimal | None, appraised: Decimal | None) -> tuple[str, str, str]:
    difference = None if own is None or appraised is None else appraised - own
    return points_text(own), points_text(appraised), _signed(difference)


def _signed(difference: Decimal | None) -> str:
    """Write a difference with its sign: `+2`, `-1,5`, `0`."""
    if difference is None:
        return ""
    return f"+{number_text(difference)}" if difference > 0 else number_text(difference)
