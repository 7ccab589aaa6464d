"""Tables of a .docx that only hold blocks beside each other: no lines, no padding, fixed widths."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents.word_xml import element, twips


def side_by_side(
    rows: Sequence[Sequence[Sequence[Element]]],
    widths: Sequence[float],
    above: float = 0.0,
    whole: bool = True,
) -> Element:
    """Return rows of cells, each cell its paragraphs; `above` is the room over each row in points.

    A row that is `whole` is not broken between pages.
    """
    properties = element(
        "tblPr",
        element("tblW", w=sum(map(twips, widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *_margins(above)),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties, grid, *(_row(cells, widths, whole) for cells in rows))


def _margins(above: float) -> list[Element]:
    sides = {"top": above, "left": 0.0, "bottom": 0.0, "right": 0.0}
    return [element(side, w=twips(room), type="dxa") for side, room in sides.items()]


def _row(cells: Sequence[Sequence[Element]], widths: Sequence[float], whole: bool) -> Element:
    properties = [element("trPr", element("cantSplit"))] if whole else []
    return element("tr", *properties, *(_cell(*cell) for cell in zip(cells, widths, strict=True)))


def _cell(content: Sequence[Element], width: float) -> Element:
    return element("tc", element("tcPr", element("tcW", w=twips(width), type="dxa")), *content)
