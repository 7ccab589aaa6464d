"""How a sheet is printed and protected."""

from textwrap import shorten

from xlsxwriter.worksheet import Worksheet

from db.rules.returns.filled import FilledReturn
from db.rules.returns.print_setup import USUAL_PRINT, Orientation, Paper, PrintSetup
from exports.returns import layout, wording
from exports.returns.page import Page

# As Excel counts paper.
_PAPERS = {Paper.A4: 9, Paper.A3: 8}
_INCH = 25.4
# Excel takes no footer longer than 255 letters.
_LONGEST_TITLE = 40
_CODES_OF_PART = f'&"{layout.FONT},Regular"&{layout.FOOTER_SIZE}'


def set_up_print(
    page: Page, last_row: int, footer: str, rows: int | None = None, setup: PrintSetup = USUAL_PRINT
) -> None:
    """Set paper, pages, margins, heads on every page, and the footer, as the form says.

    `rows` are those of figures where more than a note and signatures stands under them.
    """
    figures = last_row - layout.BODY if rows is None else rows
    sheet = page.sheet
    sheet.set_paper(_PAPERS[setup.paper])
    _lay(sheet, setup)
    if setup.fit_width:
        sheet.fit_to_pages(1, int(figures <= setup.one_page_rows))
    sheet.set_footer(footer, {"margin": 0.3})
    sheet.print_area(0, 0, last_row, page.grid.last)
    if setup.repeat_heads:
        sheet.repeat_rows(layout.GROUPS, layout.NUMBERS)


def _lay(sheet: Worksheet, setup: PrintSetup) -> None:
    sheet.set_landscape() if setup.orientation is Orientation.LANDSCAPE else sheet.set_portrait()
    if setup.centred:
        sheet.center_horizontally()
    sheet.set_margins(
        *(round(side / _INCH, 2) for side in (setup.left, setup.right, setup.top, setup.bottom))
    )


def protect(page: Page) -> None:
    """Lock every cell without a password: cells may be copied, columns and rows made wider."""
    page.sheet.protect("", {"format_columns": True, "format_rows": True})


def footer_text(filled: FilledReturn) -> str:
    """Return the footer: check code at left, page in the middle, set, period and revision at right."""
    left = wording.CHECK_CODE.format(code=filled.check_code)
    middle = f"{wording.SAMPLE_NOTICE}\n{wording.PAGE}" if filled.head.sample else wording.PAGE
    period = wording.period_short(filled.period, filled.span)
    right = (_title(filled.set.title), period, wording.REVISION.format(number=filled.revision))
    return _footer(left, middle, " · ".join(right))


def footer_of(left: str, right: str, *, is_sample: bool) -> str:
    """Return a footer of two texts, as much of each as fits, with the page between them."""
    middle = f"{wording.SAMPLE_NOTICE}\n{wording.PAGE}" if is_sample else wording.PAGE
    return _footer(_title(left), middle, _title(right, 2 * _LONGEST_TITLE))


def _footer(left: str, middle: str, right: str) -> str:
    parts = (("L", left), ("C", middle), ("R", right))
    return "".join(f"&{side}{_CODES_OF_PART} {text}" for side, text in parts)


def _title(title: str, longest: int = _LONGEST_TITLE) -> str:
    # A lone ampersand would begin one of Excel's own codes.
    return shorten(title, longest, placeholder="…").replace("&", "&&")
