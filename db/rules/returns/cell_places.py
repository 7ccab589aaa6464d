"""Where a form's figures stand in a workbook of this program: cells by their letters, `PCMD-02!E13`."""

# Rows of a sheet above the first one of its table.
ROWS_ABOVE = 11
_LETTERS = 26


def cell_place(sheet: str, row: int, column: int) -> str:
    """Return the cell of a row and a column of a form, both counted from 0; the total row follows the last one."""
    return f"{sheet}!{column_letters(column)}{row + ROWS_ABOVE + 1}"


def column_letters(column: int) -> str:
    """Return the letters of a column that is counted from 0: A to Z, AA, AB …"""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters
