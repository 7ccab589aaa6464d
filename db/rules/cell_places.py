"""How a cell of a workbook is named: `Sheet1!B12`."""

from functools import lru_cache


@lru_cache(maxsize=4_096)
def column_number(letters: str) -> int:
    """Return the number, from 1, of a column named by letters (`A` is 1, `AA` is 27)."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column's number from 1; 0, which is no column, has none."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_place(sheet: str, row: int, column: int) -> str:
    """Return how a cell is named, row and column counted from 1."""
    return f"{sheet}!{column_letters(column)}{row}"
