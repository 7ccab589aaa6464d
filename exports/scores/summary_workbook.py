"""The summary of a year's scoring as an Excel workbook: a sheet for each rule set, in the look of the returns."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook

from db.rules.scoring.papers import ClassShare, YearPaper
from db.whole_files import replacing
from exports.returns import layout
from exports.returns.closing import write_closing
from exports.returns.head import write_column_heads, write_head
from exports.returns.page import Page, write_value
from exports.returns.print_setup import footer_of, protect, set_up_print
from exports.returns.styles import Look, Style, Styles, look_of
from exports.returns.table import write_table
from exports.returns.workbook import OPTIONS
from exports.scores import summary_wording as wording
from exports.scores.summary import SummaryContent, summary_content

_HEAD = Style(bold=True, border=True, shaded=True)
_WORDS = Style("left", border=True, indent=1)
_SENTENCE = Style("left", size=layout.SIZE)
_GAP = 8.0
# The label of a class runs over number, code and name; a figure has a column of points each.
_LABEL_COLUMNS, _FIGURES = 3, 3


def write_summary(papers: Sequence[YearPaper], target: Path) -> None:
    """Write the workbook in the place of `target`; raises `TargetNotWritable`, and then the earlier file stays."""
    with replacing(target) as temporary, Workbook(temporary, deepcopy(OPTIONS)) as book:
        book.set_properties(_properties(papers[0]))
        styles = Styles(book)
        for place, paper in enumerate(papers, start=1):
            name = wording.FORM if place == 1 else f"{wording.FORM} ({place})"
            _write_sheet(book, styles, name, summary_content(paper))


def _properties(paper: YearPaper) -> dict[str, str | datetime]:
    # Not the clock: the same year is the same file.
    created = datetime(paper.year, 12, 31)
    return {"title": wording.TITLE, "author": paper.names.issuing_agency, "created": created}


def _write_sheet(book: Workbook, styles: Styles, name: str, content: SummaryContent) -> None:
    sheet = content.sheet
    grid = layout.grid_of(sheet.form.columns, (*sheet.rows, sheet.total))
    page = Page(book.add_worksheet(name), styles, grid)
    for column, width in enumerate(grid.widths):
        page.sheet.set_column(column, column, width)
    write_head(page, sheet)
    write_column_heads(page, sheet)
    below = _write_classes(page, content.classes, write_table(page, sheet))
    for row, sentence in enumerate(content.sentences, start=below):
        page.across(row, sentence, _SENTENCE)
    last = write_closing(page, sheet, below + len(content.sentences))
    page.sheet.freeze_panes(layout.BODY, _LABEL_COLUMNS)
    page.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    footer = footer_of(*content.footer, is_sample=bool(sheet.notice))
    set_up_print(page, last, footer, len(sheet.rows))
    protect(page)


def _write_classes(page: Page, classes: Sequence[ClassShare], row: int) -> int:
    """Write how many communes each class has, of how many, and their share; return the row below."""
    page.sheet.set_row(row, _GAP)
    head, *figures = wording.CLASS_TABLE
    page.put(row + 1, 0, _LABEL_COLUMNS - 1, head, _HEAD)
    for place, text in enumerate(figures, start=_LABEL_COLUMNS):
        page.put(row + 1, place, place, text, _HEAD)
    page.sheet.set_row(row + 1, layout.height(2))
    for at, item in enumerate(classes, start=row + 2):
        page.put(at, 0, _LABEL_COLUMNS - 1, item.title, _WORDS)
        for place, number in enumerate((item.count, item.of), start=_LABEL_COLUMNS):
            write_value(page.sheet, (at, place), number, page.styles.of(_number(Look.WHOLE.value)))
        share = page.styles.of(_number(look_of(item.share).value.replace("_)", '" %"_)')))
        write_value(page.sheet, (at, _LABEL_COLUMNS + _FIGURES - 1), item.share, share)
    below = row + 2 + len(classes)
    page.sheet.set_row(below, _GAP)
    return below + 1


def _number(number_format: str) -> Style:
    return Style("right", border=True, wraps=False, number_format=number_format)
