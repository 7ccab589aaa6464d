"""The columns of the board, on screen and on paper."""

from ui.common.lists.columns import Column, number_column
from ui.scores.board import texts

COLUMNS = (
    number_column(texts.NUMBER, "number", 44),
    Column(texts.UNIT, "unit", 240),
    number_column(texts.SELF, "self_points", 110),
    Column(texts.SELF_CLASS, "self_class", 130, "center"),
    number_column(texts.APPRAISED, "appraised_points", 110),
    Column(texts.APPRAISED_CLASS, "appraised_class", 130, "center"),
    number_column(texts.DIFFERENCE, "difference", 110),
    number_column(texts.BEFORE, "before", 110),
)
_PAPER_TITLES = {
    "self_points": texts.PAPER_SELF,
    "self_class": texts.PAPER_SELF_CLASS,
    "appraised_points": texts.PAPER_APPRAISED,
    "appraised_class": texts.PAPER_APPRAISED_CLASS,
    "before": texts.PAPER_BEFORE,
}
# Paper is narrower than the screen.
_PAPER_WIDTHS = {"number": 36, "unit": 126}
PAPER_COLUMNS = tuple(
    Column(
        _PAPER_TITLES.get(column.key, column.title),
        column.key,
        _PAPER_WIDTHS.get(column.key, 74),
        column.align,
    )
    for column in COLUMNS
)
