"""How a cell of a workbook is named: `Sheet1!B12`."""


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
