"""A commune's score sheet as an Excel workbook to fill in, and a hidden sheet by which it is known again."""

from copy import deepcopy
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from db.rules.formats import day_text
from db.rules.scoring.marks import SELF
from db.rules.scoring.score_books import ScoreBook
from db.whole_files import replacing
from exports.readers.addresses import column_letters
from exports.returns import layout as measures
from exports.returns.layout import Grid, line_count, room_in
from exports.returns.page import Page, write_value
from exports.returns.styles import Style, Styles
from exports.scores import layout, wording
from exports.scores.content import Cell, SheetRow, sheet_rows
from exports.scores.styles import HEAD, CellStyle, cell_style

_A4 = 9
# Copied to the bottom for each file: XlsxWriter writes into what it is given, so that the next file would differ.
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
    "default_format_properties": {"font_name": measures.FONT, "font_size": layout.SIZE},
}
_TITLE = Style("left", size=measures.TITLE_SIZE, bold=True)
_LINE = Style("left")
_GUIDE = Style("left", italic=True)
_DAY_LABEL = Style("right", indent=1)
_DAY = CellStyle("left", border=True, indent=1, entry=True, number_format="@")
_DAY_KEPT = CellStyle("left", border=True, indent=1, number_format="@")
_CODES_OF_PART = f'&"{measures.FONT},Regular"&{measures.FOOTER_SIZE}'


def write_score_book(book: ScoreBook, target: Path) -> None:
    """Write the workbook in the place of `target`; the same sheet gives the same bytes. Raises TargetNotWritable."""
    with replacing(target) as temporary, Workbook(temporary, deepcopy(_OPTIONS)) as file:
        title = wording.TITLES[book.head.column]
        # Not the clock: the same sheet is the same file.
        file.set_properties({"title": title, "created": datetime(book.head.year, 12, 31)})
        _Writing(file, book).write()


class _Writing:
    def __init__(self, file: Workbook, book: ScoreBook) -> None:
        self._book = book
        self._keys = layout.columns(book.head.column)
        self._styles = Styles(file)
        grid = Grid(layout.widths(self._keys))
        self._page = Page(file.add_worksheet(wording.SHEET), self._styles, grid)
        self._lists: Worksheet = file.add_worksheet(layout.LISTS_SHEET)
        self._mark: Worksheet = file.add_worksheet(layout.IDENTITY_SHEET)
        self._ranges: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        for at, width in enumerate(self._page.grid.widths):
            self._page.sheet.set_column(at, at, width)
        self._write_head()
        last = layout.BODY
        for last, row in enumerate(sheet_rows(self._book), start=layout.BODY):
            self._write_row(last, row)
        self._set_up(last)
        self._write_identity()

    def _write_head(self) -> None:
        page, head = self._page, self._book.head
        title = wording.TITLES[head.column]
        line = wording.HEAD_LINE.format(title=title, unit=head.unit_name, code=head.unit_code, year=head.year)
        page.across(layout.HEAD_LINE, line, _TITLE)
        held = head.rule_set
        page.across(
            layout.RULE_SET, wording.RULE_SET_LINE.format(title=held.title, citation=held.citation), _LINE
        )
        guide = wording.GUIDE if head.column == SELF else wording.RESULT_GUIDE
        page.across(layout.GUIDE, (wording.SAMPLE if head.sample else "") + guide, _GUIDE)
        self._write_day()
        heads = [wording.HEADS[key] for key in self._keys]
        for at, text in enumerate(heads):
            page.put(layout.HEADS, at, at, text, HEAD)
        lines = [
            line_count(text, width, bold=True) for text, width in zip(heads, page.grid.widths, strict=True)
        ]
        page.sheet.set_row(layout.HEADS, measures.height(max(lines)))

    def _write_day(self) -> None:
        at = self._keys.index("answer")
        self._page.put(layout.DAY, 0, at - 1, wording.SUBMITTED_ON, _DAY_LABEL)
        style = _DAY if self._book.head.column == SELF else _DAY_KEPT
        self._page.put(layout.DAY, at, at, day_text(self._book.head.submitted_on), style)

    def _write_row(self, at: int, row: SheetRow) -> None:
        page = self._page
        for column, key in enumerate(self._keys):
            value = row.cells.get(key)
            style = cell_style(key, value, entry=key in row.entries, strong=row.strong)
            write_value(page.sheet, (at, column), value, self._styles.of(style))
            if key in row.entries and key in ("answer", "whole"):
                page.sheet.data_validation(at, column, at, column, self._validation(key, row))
        lines = [
            _lines(row.cells.get(key), width, row.strong)
            for key, width in zip(self._keys, page.grid.widths, strict=True)
        ]
        page.sheet.set_row(at, measures.height(max(lines)) + 2)

    def _validation(self, key: str, row: SheetRow) -> dict[str, str]:
        if key == "whole":
            return {"validate": "any", "input_message": wording.WHOLE}
        if not row.choices:
            return {"validate": "any", "input_message": row.hint}
        told = {"error_message": wording.WRONG_CHOICE, "input_message": row.hint}
        return {"validate": "list", "source": self._range(row.choices), **told}

    def _range(self, choices: tuple[str, ...]) -> str:
        """Return where a list stands; a title with a comma would be two choices in the validation itself."""
        if choices not in self._ranges:
            column = len(self._ranges)
            for row, words in enumerate(choices):
                self._lists.write_string(row, column, words)
            letters = column_letters(column + 1)
            self._ranges[choices] = f"='{layout.LISTS_SHEET}'!${letters}$1:${letters}${len(choices)}"
        return self._ranges[choices]

    def _set_up(self, last: int) -> None:
        sheet = self._page.sheet
        sheet.freeze_panes(layout.BODY, 2)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(**measures.MARGINS)
        sheet.repeat_rows(layout.HEADS)
        sheet.print_area(0, 0, last, self._page.grid.last)
        sheet.set_footer(self._footer(), {"margin": 0.3})
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
        sheet.protect("", {"format_columns": True, "format_rows": True})
        self._lists.hide()

    def _footer(self) -> str:
        head = self._book.head
        code = wording.FOOTER_CODE.format(code=self._book.identity[-1][1])
        right = wording.FOOTER_RIGHT.format(code=head.unit_code, year=head.year, revision=head.revision)
        parts = (("L", code), ("C", wording.PAGE), ("R", right))
        return "".join(f"&{side}{_CODES_OF_PART} {text}" for side, text in parts)

    def _write_identity(self) -> None:
        form = self._styles.of(Style("left", number_format="@"))
        for row, pair in enumerate(self._book.identity):
            for column, text in enumerate(pair):
                write_value(self._mark, (row, column), text or None, form)
        self._mark.very_hidden()
        self._mark.protect()
        self._lists.protect()


def _lines(value: Cell, width: float, strong: bool) -> int:
    return line_count(value, room_in(width), bold=strong) if isinstance(value, str) else 1
