"""A filled return as an Excel workbook: a sheet for each form, and a hidden one by which it is known again."""

from copy import deepcopy
from datetime import datetime, time
from pathlib import Path

from xlsxwriter import Workbook

from db.rules.returns.filled import FilledReturn, FilledSheet
from exports.returns import layout
from exports.returns.closing import write_closing
from exports.returns.content import identity_rows, sheet_content
from exports.returns.head import write_column_heads, write_head
from exports.returns.page import Page, write_value
from exports.returns.print_setup import footer_text, protect, set_up_print
from exports.returns.styles import Style, Styles
from exports.returns.table import write_table

IDENTITY_SHEET = "_pcmd"
# Copied to the bottom for each file: XlsxWriter writes into what it is given, so that the next file would differ.
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "in_memory": True,
    "default_format_properties": {"font_name": layout.FONT, "font_size": layout.SIZE},
}


def write_book(filled: FilledReturn, path: Path) -> None:
    """Write the workbook where nothing is to be kept; the same return gives the same bytes."""
    with Workbook(path, deepcopy(OPTIONS)) as book:
        book.set_properties(_properties(filled))
        styles = Styles(book)
        for sheet in filled.sheets:
            _write_sheet(book, styles, filled, sheet)
        _write_identity(book, styles, filled)


def _write_sheet(book: Workbook, styles: Styles, filled: FilledReturn, sheet: FilledSheet) -> None:
    content = sheet_content(filled, sheet)
    grid = layout.grid_of(content.form.columns, (*content.rows, content.total))
    page = Page(book.add_worksheet(content.form.code), styles, grid)
    for column, width in enumerate(grid.widths):
        page.sheet.set_column(column, column, width)
    write_head(page, content)
    write_column_heads(page, content)
    last = write_closing(page, content, write_table(page, content))
    page.sheet.freeze_panes(layout.BODY, 0)
    # A code is text that looks like a number, and is meant to be.
    page.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    set_up_print(page, last, footer_text(filled), setup=content.form.print)
    protect(page)


def _write_identity(book: Workbook, styles: Styles, filled: FilledReturn) -> None:
    sheet = book.add_worksheet(IDENTITY_SHEET)
    form = styles.of(Style("left"))
    for row, (key, value) in enumerate(identity_rows(filled)):
        write_value(sheet, (row, 0), key, form)
        write_value(sheet, (row, 1), value, form)
    sheet.very_hidden()
    sheet.protect()


def _properties(filled: FilledReturn) -> dict[str, str | datetime]:
    # Not the clock: the same return is the same file.
    created = datetime.combine(filled.span.last, time())
    return {"title": filled.set.title, "author": filled.head.issuing_agency, "created": created}
