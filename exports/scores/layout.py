"""Where things stand in a score sheet's workbook: rows and columns from 0, widths in letters."""

from collections.abc import Mapping

from db.rules.scoring.marks import SELF

HEAD_LINE, RULE_SET, GUIDE, DAY, HEADS, BODY = range(6)
_WIDTHS: Mapping[str, float] = {
    "label": 6,
    "title": 34,
    "how": 46,
    "most": 9,
    "answer": 20,
    "whole": 9,
    "points": 9,
    "note": 28,
    "appraised": 18,
    "appraised_points": 9,
    "reason": 28,
}
_OF_RESULT = ("appraised", "appraised_points", "reason")
SIZE = 11.0
IDENTITY_SHEET, LISTS_SHEET = "_pcmd", "_danh_muc"


def columns(column: str) -> tuple[str, ...]:
    """Return the keys of the columns of a workbook that brings the commune's own answers, or the appraised ones too."""
    return tuple(key for key in _WIDTHS if column != SELF or key not in _OF_RESULT)


def widths(keys: tuple[str, ...]) -> tuple[float, ...]:
    """Return the widths of columns."""
    return tuple(_WIDTHS[key] for key in keys)
