"""The name of a return's file: it sorts by unit, set, period and revision, and every system takes it."""

import re

from db.rules.returns.filled import FilledReturn
from db.rules.text import folded

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_NOT_PLAIN_CODE = re.compile(r"[^A-Za-z0-9-]+")
# The whole path must stay under Windows' 260 letters.
_LONGEST_NAME = 40


def return_file_name(filled: FilledReturn) -> str:
    """Return `099-huyen-tuan-giao_quarterly_2025-Q3_lan-01.xlsx`: only Latin letters, digits, `-`, `_` and one dot."""
    name = _NOT_PLAIN.sub("-", folded(filled.unit_name))[:_LONGEST_NAME].strip("-")
    unit = f"{_code(filled.unit_code)}-{name}".strip("-")
    return f"{unit}_{_code(filled.set.code)}_{_code(filled.period)}_lan-{filled.revision:02d}.xlsx"


def _code(text: str) -> str:
    return _NOT_PLAIN_CODE.sub("-", text).strip("-")
