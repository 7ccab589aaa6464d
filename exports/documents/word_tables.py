"""Tables of a .docx: the head on each page, rows whole, a group with its first row, the total with the last."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents import layout
from exports.documents.description import Table
from exports.documents.layout import Sheet
from exports.documents.lettering import Pen
from exports.documents.table_fit import (
    INDENT,
    INDENTED,
    ROOM_ABOVE_AND_BELOW,
    SIDE_PADDING,
    Cells,
    Setting,
    all_rows,
    fitted,
    kept,
)
from exports.documents.word_styles import GRID, cell_style
from exports.documents.word_xml import element, paragraph, run, twips

_LINE = 0.5


def table_element(
    table: Table, pen: Pen, sheet: Sheet, sizes: Sequence[float] = layout.TABLE_SIZES
) -> Element:
    """Return the table, as wide as the text of the page, in the largest of `sizes` in which no word is broken."""
    rows = all_rows(table, pen)
    setting = fitted(table.columns, rows, pen, sheet.text_width, sizes)
    held = kept([row.kind for row in rows])
    # A row taller than that would leave too much of a page empty: it may break.
    tallest = sheet.text_height / 3
    drawn = [
        _row(row, setting, stays, setting.height(setting.broken(row)) <= tallest)
        for row, stays in zip(rows, held, strict=True)
    ]
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in setting.widths))
    return element("tbl", _properties(setting.widths), grid, *drawn)


def _properties(widths: Sequence[float]) -> Element:
    # Word adds the line between two rows to their heights.
    above, below = 1.5, ROOM_ABOVE_AND_BELOW - 1.5 - _LINE
    sides = {"top": above, "left": SIDE_PADDING, "bottom": below, "right": SIDE_PADDING}
    margins = [element(side, w=twips(room), type="dxa") for side, room in sides.items()]
    return element(
        "tblPr",
        element("tblStyle", val=GRID),
        element("tblW", w=sum(map(twips, widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )


def _row(row: Cells, setting: Setting, stays: bool, whole: bool) -> Element:
    marks = [element("cantSplit")] if whole else []
    marks += [element("tblHeader")] if row.kind == "head" else []
    spans = [1, len(row.texts) - 1] if row.kind == "group" else [1] * len(row.texts)
    cells = [_cell(row, setting, place, span, stays) for place, span in enumerate(spans)]
    return element("tr", *([element("trPr", *marks)] if marks else []), *cells)


def _cell(row: Cells, setting: Setting, place: int, span: int, stays: bool) -> Element:
    width = sum(twips(width) for width in setting.widths[place : place + span])
    joined = [element("gridSpan", val=span)] if span > 1 else []
    properties = element(
        "tcPr", element("tcW", w=width, type="dxa"), *joined, element("vAlign", val="center")
    )
    stay = [element("keepNext")] if stays else []
    step = row.indent * INDENT if place == INDENTED else 0.0
    stay += [element("ind", left=twips(step))] if step else []
    set_to = element("jc", val=_align(row, setting, place))
    style = cell_style(setting.size, bold=row.kind != "plain")
    return element("tc", properties, paragraph(style.key, run(row.texts[place]), properties=[*stay, set_to]))


def _align(row: Cells, setting: Setting, place: int) -> str:
    if row.kind == "head":
        return "center"
    return "left" if row.kind == "group" and place == 1 else setting.columns[place].align
