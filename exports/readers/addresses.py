"""How a place in a file is named: `dòng 12` of a text, `Sheet1!B12` of a workbook."""

from functools import lru_cache

from db.rules.cell_places import cell_place, column_letters

__all__ = ["cell_place", "column_letters", "column_number", "line_place"]


@lru_cache(maxsize=4_096)
def column_number(letters: str) -> int:
    """Return the number, from 1, of a column named by letters (`A` is 1, `AA` is 27)."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def line_place(line: int) -> str:
    """Return how a line of a text is named, counted from 1."""
    return f"dòng {line}"
