"""A table that stands anywhere on a page and goes on over the next ones, its head repeated on each."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, TableStyle

from exports.documents import layout
from exports.documents.description import Table
from exports.documents.layout import Sheet
from exports.documents.lettering import Pen
from exports.documents.table_fit import all_rows, fitted, kept
from exports.documents.table_pages import blocks
from exports.documents.tables import cut, drawn


def flowing_table(
    table: Table, pen: Pen, sheet: Sheet, sizes: Sequence[float] = layout.FORM_SIZES
) -> Flowable:
    """Return the table, as wide as the text of the page, in the largest of `sizes` in which no word is broken.

    It is split between rows only, and not between those that stay together.
    """
    rows = all_rows(table, pen)
    setting = fitted(table.columns, rows, pen, sheet.text_width, sizes)
    head, *broken = (setting.broken(row) for row in rows)
    most = int((sheet.text_height - setting.height(head)) / 3 // setting.leading)
    lines = [piece for row in broken for piece in cut(row, most)]
    piece = drawn([head, *lines], setting, repeated=1)
    held = blocks(kept([row.kind for row in lines]))
    # The head is row 0, and a block ends with its last row, itself counted.
    together = [("NOSPLIT", (0, first + 1), (-1, end)) for first, end in held if end - first > 1]
    piece.setStyle(TableStyle(together))
    return piece
