"""How a sheet is printed and protected."""

from textwrap import shorten

from db.rules.returns.filled import FilledReturn
from exports.returns import layout, wording
from exports.returns.page import Page

_A4 = 9
# Excel takes no footer longer than 255 letters.
_LONGEST_TITLE = 40
_CODES_OF_PART = f'&"{layout.FONT},Regular"&{layout.FOOTER_SIZE}'


# Up to so many rows of figures a sheet still reads well on one page, and the signature stays with its table.
_ROWS_OF_ONE_PAGE = 26


def set_up_print(page: Page, last_row: int, footer: str, rows: int | None = None) -> None:
    """Set A4 across, one page wide (a short sheet is one page in all), heads on every page, and the footer.

    `rows` are those of figures where more than a note and signatures stands under them.
    """
    figures = last_row - layout.BODY if rows is None else rows
    sheet = page.sheet
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, int(figures <= _ROWS_OF_ONE_PAGE))
    sheet.center_horizontally()
    sheet.set_margins(**layout.MARGINS)
    sheet.set_footer(footer, {"margin": 0.3})
    sheet.print_area(0, 0, last_row, page.grid.last)
    sheet.repeat_rows(layout.GROUPS, layout.NUMBERS)


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
