"""How a place in a file is named: `dòng 12` of a text, `Sheet1!B12` of a workbook."""

from db.rules.cell_places import cell_place, column_letters, column_number

__all__ = ["cell_place", "column_letters", "column_number", "line_place"]


def line_place(line: int) -> str:
    """Return how a line of a text is named, counted from 1."""
    return f"dòng {line}"
