"""The words of nodes, whatever document they belong to."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from db.rules.formats import day_text

SOUND = "Không thấy chỗ sai."
FOUND = "{errors} lỗi, {warnings} chỗ nên xem lại (F8)"
ERROR, WARNING = "Lỗi", "Xem lại"
FINDING = "{weight}: {where}. {words}"
FINDINGS = "Chỗ cần xem"
CELL = "{column}, {criterion}: {value}"
EMPTY_CELL = "trống"
ABOUT, ABOUT_UNIT = "{about} Tính bằng {unit}.", "Tính bằng {unit}."
DUE_LATER = " năm sau"
LEVEL_CHOICES = (("province", "tỉnh"), ("district", "huyện"), ("commune", "xã"))


class SetsWords(Protocol):
    """The words of a screen of sets, as its `texts` module has them."""

    LIST_NAME: str
    TREE: str
    TREE_HEADS: tuple[str, str, str]
    LIST_HINT: str
    COUNTED: str
    EMPTY_TITLE: str
    EMPTY: str
    EMPTY_STEP: str
    READ_ONLY: str
    READ_ONLY_STEP: str
    NOT_DRAFT: str
    NEW_SET: str
    COPIED: str
    REMOVED_DRAFT: str


def levels_line(units: Sequence[str], first: date | None, last: date | None) -> str:
    """Write which levels are known from when to when."""
    names = ", ".join(dict(LEVEL_CHOICES).get(unit, unit) for unit in units)
    if first is None and last is None:
        return names
    return f"{names} ({day_text(first) if first else '…'} – {day_text(last) if last else '…'})"
