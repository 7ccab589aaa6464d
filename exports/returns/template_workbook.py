"""A filled return written into a province's own workbook: its tagged cells are filled, everything else stays.

The very hidden sheet `_pcmd` has the lines of own workbooks (`content.identity_rows`), and those by which a reader
finds the figures again; a form is named by its code, a column by its key:

- `template`: the SHA-256 of the workbook that was filled; with it, cells are found by the lines below alone.
- `sheet:FORM`: the sheet on which the form stands. `first:FORM`: the first of its rows (as many as `rows:FORM` says),
  none for a form of totals alone.
- `column:FORM.KEY`: the letters of the column in which the rows have it. `cell:FORM.KEY`: the cell of its total.
- `value:FORM.KEY`: what the workbook does not show of a column that has no `column:` line, one line a row from the
  first to the last. `whole:FORM.KEY`: its total, where that stands in no cell and is not blank.
"""

import warnings
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Font
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.formats import plain_number
from db.rules.returns.filled import FilledReturn
from db.rules.returns.tags_sheet import OwnWorkbook, SheetLayout
from exports.returns import wording
from exports.returns.content import Cell
from exports.returns.styles import acts_as_formula
from exports.returns.template_filling import Filling, fillings, notes_of, row_count
from exports.returns.template_identity import IDENTITY_SHEET, template_identity
from exports.returns.template_references import Growth
from exports.returns.template_rows import make_room

# Excel takes no longer header or footer.
LONGEST_FOOTER = 255
_RED = "FFB00000"


def filled_book(filled: FilledReturn, own: OwnWorkbook) -> Workbook:
    """Return the workbook with a return in it."""
    book = opened(own.body)
    make_room(book, list(_growths(filled, own.layouts)))
    for layout in own.layouts:
        tagged = book[layout.name]
        for filling in fillings(filled, layout):
            _fill(tagged, filling)
        _say_notes(tagged, notes_of(filled, layout))
        if filled.head.sample:
            _say_sample(tagged)
    code = wording.CHECK_CODE.format(code=filled.check_code)
    words = f"{code} · {wording.SAMPLE_NOTICE}" if filled.head.sample else code
    for sheet in book.worksheets:
        print_check_code(sheet, words)
    _write_identity(book, template_identity(filled, own))
    if book.calculation is not None:
        # The library keeps formulas, not their last results.
        book.calculation.fullCalcOnLoad = True
    return book


def opened(body: bytes) -> Workbook:
    """Open a workbook that passed the gate; what is lost by that was said when it was taken in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(body), rich_text=True)


def print_check_code(sheet: Worksheet, words: str) -> bool:
    """Print the check code in the first empty part of each footer of a sheet; tell whether each had room for it."""
    footers = [sheet.oddFooter]
    if sheet.HeaderFooter.differentOddEven:
        footers.append(sheet.evenFooter)
    if sheet.HeaderFooter.differentFirst:
        footers.append(sheet.firstFooter)
    printed = [_print_in(footer, words) for footer in footers if footer is not None]
    return all(printed)


def _print_in(footer: HeaderFooterItem, words: str) -> bool:
    length = sum(len(str(part)) for part in (footer.left, footer.center, footer.right) if part)
    part = next((part for part in (footer.left, footer.right, footer.center) if not part), None)
    if part is None or length + len(words) + len("&L&C&R&9 ") > LONGEST_FOOTER:
        return False
    part.text, part.size = words, 9
    return True


def _growths(filled: FilledReturn, layouts: Iterable[SheetLayout]) -> Iterable[Growth]:
    for layout in layouts:
        added = row_count(filled, layout) - 1
        if added > 0:
            yield Growth(layout.name, layout.row, added)


def _fill(sheet: Worksheet, filling: Filling) -> None:
    cell = sheet.cell(filling.row, filling.column)
    if not isinstance(cell, SheetCell):
        return
    put_value(cell, filling)


def put_value(cell: SheetCell, filling: Filling) -> None:
    """Put a value into a cell as what it is; the look of the cell stays."""
    plain = plain_number(filling.value)
    cell.value = plain
    if isinstance(plain, str):
        cell.data_type = "s"
        if filling.is_code or acts_as_formula(plain):
            cell.quotePrefix = True


def _say_notes(sheet: Worksheet, notes: Sequence[str]) -> None:
    """Say below everything what is said of the figures, and print it with them."""
    last = sheet.max_row
    for row, note in enumerate(notes, start=last + 2):
        cell = sheet.cell(row, 1)
        if isinstance(cell, SheetCell):
            put_value(cell, Filling(row, 1, note))
            cell.font = Font(italic=True)
    area = sheet.print_area.rpartition("!")[2].replace("$", "") if sheet.print_area else ""
    if notes and area.count(":") == 1 and "," not in sheet.print_area:
        sheet.print_area = f"{area.rstrip('0123456789')}{last + 1 + len(notes)}"


def _say_sample(sheet: Worksheet) -> None:
    """Say beside the first row, where nothing of the workbook stands, that the figures are invented."""
    cell = sheet.cell(1, sheet.max_column + 1, wording.SAMPLE_NOTICE)
    cell.font = Font(bold=True, color=_RED)


def _write_identity(book: Workbook, rows: Iterable[tuple[str, Cell]]) -> None:
    if IDENTITY_SHEET in book.sheetnames:
        del book[IDENTITY_SHEET]
    sheet = book.create_sheet(IDENTITY_SHEET)
    for number, (key, value) in enumerate(rows, start=1):
        for column, text in enumerate((key, value), start=1):
            cell = sheet.cell(number, column)
            assert isinstance(cell, SheetCell)
            put_value(cell, Filling(number, column, text))
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
