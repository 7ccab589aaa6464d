"""A sheet that is being written: its columns, its formats, and texts over one cell or several."""

from dataclasses import dataclass, replace

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from db.rules.formats import plain_number
from exports.returns.content import Cell
from exports.returns.layout import Grid, height, line_count
from exports.returns.styles import Style, Styles, acts_as_formula


@dataclass(frozen=True)
class Page:
    """A sheet with its columns and the workbook's formats. Rows and columns count from 0, both ends counted."""

    sheet: Worksheet
    styles: Styles
    grid: Grid

    def put(
        self, row: int, first: int, last: int, text: str, style: Style, *, down_to: int | None = None
    ) -> None:
        """Write a text over the columns `first` to `last`, merged where there are several cells."""
        form = self.styles.of(replace(style, quoted=acts_as_formula(text)))
        bottom = row if down_to is None else down_to
        if (row, first) != (bottom, last):
            self.sheet.merge_range(row, first, bottom, last, "", form)
        # Not left to merge_range, which takes digits for a number.
        write_value(self.sheet, (row, first), text or None, form)

    def halves(self, row: int, left: tuple[str, Style], right: tuple[str, Style]) -> None:
        """Write a text in the left and one in the right half of a row, as high as the longer needs."""
        self.put(row, 0, self.grid.right - 1, *left)
        self.put(row, self.grid.right, self.grid.last, *right)
        texts = ((*left, self.grid.left_width), (*right, self.grid.right_width))
        self.sheet.set_row(row, max(height_in(*text) for text in texts))

    def across(self, row: int, text: str, style: Style) -> None:
        """Write a text over all columns, as high as it needs."""
        self.put(row, 0, self.grid.last, text, style)
        self.sheet.set_row(row, height_in(text, style, self.grid.width(0, self.grid.last)))


def height_in(text: str, style: Style, width: float) -> float:
    """Return the height of a text in a given width, in points: merged cells do not find theirs by themselves."""
    return height(line_count(text, width, style.size, style.bold), style.size)


def write_value(sheet: Worksheet, at: tuple[int, int], value: Cell, form: Format) -> None:
    """Write a value as what it is: words as text, numbers as numbers, nothing as a blank cell of the same look."""
    plain = plain_number(value)
    if plain is None:
        sheet.write_blank(*at, None, form)
    elif isinstance(plain, str):
        sheet.write_string(*at, plain, form)
    else:
        sheet.write_number(*at, plain, form)
