"""What stands below the table: the notes, and who prepared and who signs side by side in one row.

A row is never broken between two pages; a signature block of several rows would be.
"""

from collections.abc import Iterator

from xlsxwriter.format import Format

from exports.returns import layout
from exports.returns.content import Line, SheetContent
from exports.returns.layout import line_count
from exports.returns.page import Page
from exports.returns.styles import Style

_NOTE = Style("left", size=layout.NOTE_SIZE, italic=True)
_BLOCK = Style(valign="top", size=layout.AGENCY_SIZE)
_GAP = 6.0
_TONES = {
    "plain": Style(size=layout.AGENCY_SIZE),
    "bold": Style(size=layout.AGENCY_SIZE, bold=True),
    "italic": Style(size=layout.AGENCY_SIZE, italic=True),
}


def write_closing(page: Page, content: SheetContent, row: int) -> int:
    """Write the notes from `row` on and the signature block below them; return the last row written."""
    for note in (content.note, *content.notes):
        page.across(row, note, _NOTE)
        row += 1
    page.sheet.set_row(row, _GAP)
    grid, row = page.grid, row + 1
    left, right = _lines(content.preparer, grid.left_width), _lines(content.signatory, grid.right_width)
    lines = max(left, right) + layout.SIGNATURE_LINES
    _write_block(page, (row, 0, grid.right - 1), content.preparer, lines - left)
    _write_block(page, (row, grid.right, grid.last), content.signatory, lines - right)
    page.sheet.set_row(row, layout.height(lines, layout.AGENCY_SIZE))
    return row


def _lines(block: tuple[Line, ...], width: float) -> int:
    return sum(line_count(line.text, width, layout.AGENCY_SIZE, line.tone == "bold") for line in block)


def _write_block(page: Page, at: tuple[int, int, int], block: tuple[Line, ...], room: int) -> None:
    row, first, last = at
    page.put(row, first, last, "", _BLOCK)
    page.sheet.write_rich_string(row, first, *_fragments(page, block, room), page.styles.of(_BLOCK))


def _fragments(page: Page, block: tuple[Line, ...], room: int) -> Iterator[Format | str]:
    """Yield each line after its format, with `room` empty lines before the name."""
    for place, line in enumerate(block):
        before = "\n" * (room if line.name else 0) + ("\n" if place else "")
        if before or line.text:
            yield page.styles.of(_TONES[line.tone])
            yield before + line.text
