"""The columns of the board, on screen and on paper: the groups of the rule set stand between state and totals."""

from collections.abc import Iterable

from db.rules.scoring.rule_sets import CriterionGroup
from ui.common.lists.columns import Column, number_column
from ui.scores.board import texts
from ui.scores.board.views import GROUP

_GROUP_WIDTH, _PAPER_GROUP_WIDTH = 66, 46
_BEFORE_GROUPS = (
    number_column(texts.NUMBER, "number", 36),
    Column(texts.UNIT, "unit", 136),
    Column(texts.STATE, "state", 136),
)
_AFTER_GROUPS = (
    number_column(texts.SELF, "self_points", 62),
    number_column(texts.APPRAISED, "appraised_points", 74),
    Column(texts.CLASS, "class", 78, "center"),
    number_column(texts.DIFFERENCE, "difference", 78),
    number_column(texts.BEFORE, "before", 74),
    number_column(texts.RANK, "rank", 46),
    number_column(texts.STREAK, "streak", 66),
    Column(texts.DUE, "due", 124),
)
_PAPER_TITLES = {
    "self_points": texts.PAPER_SELF,
    "appraised_points": texts.PAPER_APPRAISED,
    "before": texts.PAPER_BEFORE,
}
# Paper is narrower than the screen.
_PAPER_WIDTHS = {"number": 36, "unit": 126, "state": 90, "rank": 44, "streak": 50, "due": 90}
_PAPER_WIDTH = 66


def columns_of(groups: Iterable[CriterionGroup]) -> tuple[Column, ...]:
    """Return the columns on screen."""
    middle = (
        number_column(texts.GROUP.format(code=group.code), GROUP + group.code, _GROUP_WIDTH)
        for group in groups
    )
    return (*_BEFORE_GROUPS, *middle, *_AFTER_GROUPS)


def paper_columns(groups: Iterable[CriterionGroup]) -> tuple[Column, ...]:
    """Return the columns on paper and in Excel."""
    return tuple(
        Column(_PAPER_TITLES.get(item.key, item.title), item.key, _paper_width(item.key), item.align)
        for item in columns_of(groups)
    )


def _paper_width(key: str) -> int:
    return _PAPER_GROUP_WIDTH if key.startswith(GROUP) else _PAPER_WIDTHS.get(key, _PAPER_WIDTH)
