"""The head of a sheet and the heads of its columns."""

from exports.documents.wording import MOTTO, NATIONAL_NAME
from exports.returns import layout
from exports.returns.content import HeadCell, SheetContent
from exports.returns.layout import line_count, text_width
from exports.returns.page import Page
from exports.returns.styles import Style

_PLAIN_AGENCY = Style(valign="top", size=layout.AGENCY_SIZE)
_AGENCY = Style(valign="top", size=layout.AGENCY_SIZE, bold=True)
_TITLE = Style(size=layout.TITLE_SIZE, bold=True)
_NOTICE = Style(size=layout.AGENCY_SIZE, bold=True, warning=True)
_RULE = Style(valign="top", size=layout.RULE_SIZE)
_LEFT, _RIGHT = Style("left"), Style("right")
_FORM = Style("left", bold=True)
_ITALIC, _ITALIC_RIGHT = Style(italic=True), Style("right", italic=True)
_COLUMN_HEAD = Style(bold=True, border=True, shaded=True)
_COLUMN_NUMBER = Style(italic=True, border=True, size=layout.NOTE_SIZE)

# A line of the box-drawing letter joins without gaps and is centred like the words above it.
_RULE_LETTER, _RULE_LETTER_WIDTH = "─", 0.71
_POINTS_PER_WIDTH = layout.SIZE / 2
# Decree 30/2020/NĐ-CP, appendix I: a third to a half of the agency's name, as long as the motto.
_AGENCY_RULE, _MOTTO_RULE = 0.4, 0.95


def write_head(page: Page, content: SheetContent) -> None:
    """Write everything above the table: agencies and motto, form, notice, title, period, receiver, unit of measure."""
    page.halves(layout.PARENT, (content.parent_agency, _PLAIN_AGENCY), (NATIONAL_NAME, _AGENCY))
    page.halves(layout.ISSUING, (content.issuing_agency, _AGENCY), (MOTTO, _AGENCY))
    agency_rule = _rule(content.issuing_agency, page.grid.left_width, _AGENCY_RULE)
    page.halves(layout.RULES, (agency_rule, _RULE), (_rule(MOTTO, page.grid.right_width, _MOTTO_RULE), _RULE))
    page.halves(layout.FORM, (content.form_line, _FORM), (content.reporting_line, _RIGHT))
    page.across(layout.NOTICE, content.notice, _NOTICE)
    page.across(layout.TITLE, content.title, _TITLE)
    page.across(layout.PERIOD, content.period_line, _ITALIC)
    page.halves(layout.MEASURED, (content.receiving_line, _LEFT), (content.measured_line, _ITALIC_RIGHT))


def write_column_heads(page: Page, content: SheetContent) -> None:
    """Write the two rows of column heads and the row of column numbers."""
    for cell in content.heads:
        page.put(
            layout.GROUPS + cell.top,
            cell.first,
            cell.last,
            cell.text,
            _COLUMN_HEAD,
            down_to=layout.GROUPS + cell.bottom,
        )
    for column, number in enumerate(content.numbers):
        page.put(layout.NUMBERS, column, column, number, _COLUMN_NUMBER)
    groups, heads = _head_lines(page, content.heads)
    page.sheet.set_row(layout.GROUPS, layout.height(groups))
    page.sheet.set_row(layout.HEADS, layout.height(heads))


def _head_lines(page: Page, cells: tuple[HeadCell, ...]) -> tuple[int, int]:
    """Return the lines of the row of groups and of the row of heads; a head over both fits in both together."""
    needed = {(0, 0): 1, (1, 1): 1, (0, 1): 1}
    for cell in cells:
        lines = line_count(cell.text, page.grid.width(cell.first, cell.last), layout.SIZE, bold=True)
        needed[cell.top, cell.bottom] = max(needed[cell.top, cell.bottom], lines)
    groups = needed[0, 0]
    return groups, max(needed[1, 1], needed[0, 1] - groups)


def _rule(text: str, room: float, share: float) -> str:
    """Return a line below a text: a share of its length, or of the room where the text takes more than a line."""
    length = min(text_width(text, layout.AGENCY_SIZE, bold=True), room) * share * _POINTS_PER_WIDTH
    return _RULE_LETTER * max(round(length / (layout.RULE_SIZE * _RULE_LETTER_WIDTH)), 1) if text else ""
