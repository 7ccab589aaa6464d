"""Measures of the paper. Sizes in points, distances named `_MM` in millimetres (Decree 30/2020/NĐ-CP, appendix I)."""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4
SHORT_SIDE_MM, LONG_SIDE_MM = 210.0, 297.0

NATIONAL_NAME_SIZE = 13.0
MOTTO_SIZE = 14.0
AGENCY_SIZE = 13.0
NUMBER_SIZE = 13.0
PLACE_AND_DAY_SIZES = (14.0, 13.0)
TITLE_SIZE = 14.0
BODY_SIZE = 14.0
RECIPIENTS_HEAD_SIZE = 12.0
RECIPIENTS_SIZE = 11.0
PAGE_NUMBER_SIZE = 13.0
NOTICE_SIZE = 11.0
# Of forms, which the decree does not know: small notes, and the lines under a title.
NOTE_SIZE = 12.0
LEGEND_SIZE = 13.0
# Not in the decree: a table takes the largest of these in which its longest words fit.
TABLE_SIZES = (12.0, 11.0, 10.0, 9.0)
FORM_SIZES = (11.0, 10.0, 9.0)
LIST_SIZES = (10.0, 9.0, 8.0)

BODY_LEADING = 18.0
PARAGRAPH_GAP = 6.0
FIRST_LINE_MM = 12.7
RULE_THICKNESS = 0.75
# "A third to a half" of the text above it.
RULE_SHARE = 0.4
SIGNATURE_ROOM = 66.0


@dataclass(frozen=True)
class Sheet:
    """An A4 page: its orientation and margins in millimetres; the rest in points."""

    landscape: bool = False
    top_mm: float = 20.0
    bottom_mm: float = 20.0
    left_mm: float = 30.0
    right_mm: float = 18.0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the page."""
        sides = (SHORT_SIDE_MM * POINTS_PER_MM, LONG_SIDE_MM * POINTS_PER_MM)
        return (sides[1], sides[0]) if self.landscape else sides

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.size[0] - (self.left_mm + self.right_mm) * POINTS_PER_MM

    @property
    def text_height(self) -> float:
        """Return the height between the margins."""
        return self.size[1] - (self.top_mm + self.bottom_mm) * POINTS_PER_MM


DOCUMENT_SHEET = Sheet()
LANDSCAPE_SHEET = Sheet(landscape=True)


def annex_sheet(landscape: bool) -> Sheet:
    """Return the page of an annex, upright or across."""
    return LANDSCAPE_SHEET if landscape else DOCUMENT_SHEET


def list_sheet(landscape: bool) -> Sheet:
    """Return the page of a plain list, which is no document of the decree: 15 mm on every side."""
    return Sheet(landscape, top_mm=15.0, bottom_mm=15.0, left_mm=15.0, right_mm=15.0)
