"""The named styles of a .docx: one for each component of Decree 30/2020/NĐ-CP, appendix I, all based on Normal."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents import layout
from exports.documents.word_xml import element, twips

Alignment = Literal["left", "center", "right", "both"]

FONT = "Times New Roman"
NORMAL = "Normal"
# The number of the one list that a document has.
LIST = 1
GRID = "TableGrid"
_PLAIN_TABLE = "TableNormal"
_ENDS = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True)
class WordStyle:
    """A paragraph style: its key in the file, the name Word shows, lettering, and distances in points.

    A `leading` of 0 is single line spacing, a `level` that of the outline (1 to 3, 0: none).
    """

    key: str
    name: str
    size: float
    bold: bool = False
    italic: bool = False
    align: Alignment = "center"
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    leading: float = 0.0
    level: int = 0


def _running(key: str, name: str, bold: bool = False, italic: bool = False, level: int = 0) -> WordStyle:
    return WordStyle(
        key,
        name,
        layout.BODY_SIZE,
        bold,
        italic,
        align="both",
        first_line=layout.FIRST_LINE_MM * layout.POINTS_PER_MM,
        after=layout.PARAGRAPH_GAP,
        leading=layout.BODY_LEADING,
        level=level,
    )


BODY = _running("BodyText", "Body Text")
NUMBERED = _running("PcmdNumbered", "Khoản, điểm")
GROUND = _running("PcmdGround", "Căn cứ", italic=True)
# The names of Word's own headings make its table of contents and its navigation work.
TITLES = tuple(_running(f"Heading{level}", f"heading {level}", bold=True, level=level) for level in (1, 2, 3))
PARENT_AGENCY = WordStyle("PcmdParentAgency", "Cơ quan chủ quản", layout.AGENCY_SIZE)
ISSUING_AGENCY = WordStyle("PcmdIssuingAgency", "Cơ quan ban hành", layout.AGENCY_SIZE, bold=True)
NATIONAL_NAME = WordStyle("PcmdNationalName", "Quốc hiệu", layout.NATIONAL_NAME_SIZE, bold=True)
MOTTO = WordStyle("PcmdMotto", "Tiêu ngữ", layout.MOTTO_SIZE, bold=True)
# The larger lettering begins a point higher: both stand on one base line.
NUMBER = WordStyle("PcmdNumber", "Số, ký hiệu", layout.NUMBER_SIZE, before=10)
PLACE_AND_DAY = WordStyle(
    "PcmdPlaceAndDay", "Địa danh, thời gian", layout.PLACE_AND_DAY_SIZES[0], italic=True, before=9
)
KIND = WordStyle("PcmdKind", "Tên loại văn bản", layout.TITLE_SIZE, bold=True, before=14)
SUBJECT = WordStyle("PcmdSubject", "Trích yếu", layout.TITLE_SIZE, bold=True)
ISSUER = WordStyle("PcmdIssuer", "Thẩm quyền ban hành", layout.TITLE_SIZE, bold=True, after=14)
RULING = WordStyle("PcmdRuling", "Lệnh văn", layout.TITLE_SIZE, bold=True, after=layout.PARAGRAPH_GAP)
RULE = WordStyle("PcmdRule", "Đường kẻ", 2, before=4.5, leading=3)
# Word wants a paragraph after a table that ends a part: one that takes no room.
END = WordStyle("PcmdEnd", "Hết phần", 1, leading=1)
RECIPIENTS_HEAD = WordStyle(
    "PcmdRecipientsHead", "Nơi nhận", layout.RECIPIENTS_HEAD_SIZE, bold=True, italic=True, align="left"
)
RECIPIENT = WordStyle("PcmdRecipient", "Nơi nhận (danh sách)", layout.RECIPIENTS_SIZE, align="left")
AUTHORITY = WordStyle("PcmdAuthority", "Quyền hạn, chức vụ", layout.TITLE_SIZE, bold=True)
SIGNER = WordStyle(
    "PcmdSigner", "Họ tên người ký", layout.TITLE_SIZE, bold=True, before=layout.SIGNATURE_ROOM
)
ANNEX_LABEL = WordStyle("PcmdAnnexLabel", "Phụ lục", layout.TITLE_SIZE, bold=True)
ANNEX_TITLE = WordStyle("PcmdAnnexTitle", "Tên phụ lục", layout.TITLE_SIZE, bold=True)
ANNEX_ATTACHED = WordStyle("PcmdAnnexAttached", "Kèm theo", layout.TITLE_SIZE, italic=True, after=10)
NOTE = WordStyle("PcmdNote", "Ghi chú", layout.NOTE_SIZE, italic=True, align="left", before=2, after=2)
CENTRED = WordStyle("PcmdCentred", "Dòng giữa", layout.LEGEND_SIZE, italic=True, after=8)
HINT = WordStyle("PcmdHint", "Cách ký", layout.NOTE_SIZE, italic=True)
FORM_SIGNER = WordStyle("PcmdFormSigner", "Người ký biểu", layout.LEGEND_SIZE, bold=True)
SIGNATURE = WordStyle(
    "PcmdFormName", "Họ tên người ký biểu", layout.LEGEND_SIZE, bold=True, before=layout.SIGNATURE_ROOM - 8
)
FORM_TITLE = _running("PcmdFormTitle", "Mục của biểu", bold=True)
HEADER = WordStyle("Header", "header", layout.PAGE_NUMBER_SIZE)
FOOTER = WordStyle("Footer", "footer", layout.NOTICE_SIZE, bold=True)


def cell_style(size: float, bold: bool = False) -> WordStyle:
    """Return the style of table cells of a size: plain rows, or heads, groups and totals."""
    name = f"Bảng {size:g}" + (" đậm" if bold else "")
    key = f"PcmdTable{size:g}" + ("Bold" if bold else "")
    return WordStyle(key, name, size, bold, align="left", leading=round(size * 1.2, 1))


_SIZES = tuple(dict.fromkeys((*layout.TABLE_SIZES, *layout.FORM_SIZES)))
_CELLS = tuple(cell_style(size, bold) for size in _SIZES for bold in (False, True))
STYLES = (
    *(PARENT_AGENCY, ISSUING_AGENCY, NATIONAL_NAME, MOTTO, NUMBER, PLACE_AND_DAY, KIND, SUBJECT, RULE, END),
    *(ISSUER, GROUND, RULING, *TITLES, BODY, NUMBERED),
    *(RECIPIENTS_HEAD, RECIPIENT, AUTHORITY, SIGNER, ANNEX_LABEL, ANNEX_TITLE, ANNEX_ATTACHED),
    *(NOTE, CENTRED, HINT, FORM_SIGNER, SIGNATURE, FORM_TITLE, HEADER, FOOTER, *_CELLS),
)


def style_elements(counted_levels: Container[int]) -> Iterator[Element]:
    """Yield what stands in the part of styles: the defaults, Normal, our styles, two table styles.

    The titles of `counted_levels` carry the automatic numbering themselves.
    """
    yield _defaults()
    yield _normal()
    yield from (_paragraph_style(style, style.level in counted_levels) for style in STYLES)
    yield _plain_table()
    yield _grid()


def font_element() -> Element:
    """Return the font for every script: without the last two Word takes another one for some Vietnamese letters."""
    return element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _defaults() -> Element:
    language = element("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    letters = element("rPr", font_element(), *_sizes(layout.BODY_SIZE), language)
    lines = element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"))
    return element("docDefaults", element("rPrDefault", letters), element("pPrDefault", lines))


def _normal() -> Element:
    letters = element("rPr", font_element(), *_sizes(layout.BODY_SIZE))
    properties = element("pPr", element("widowControl"))
    return _style("paragraph", NORMAL, NORMAL, element("qFormat"), properties, letters, default=1)


def list_properties(level: int, counted: bool) -> Element:
    """Return what makes a paragraph of a level (1 to 5) count, or keeps it out where its style would count it."""
    return element("numPr", element("ilvl", val=level - 1), element("numId", val=LIST if counted else 0))


def first_line_element() -> Element:
    """Return the indent of running text: a list would take that of its style away."""
    return element("ind", left=0, firstLine=twips(BODY.first_line))


def _paragraph_style(style: WordStyle, counted: bool) -> Element:
    following = [element("next", val=BODY.key)] if style.level else []
    marks = [element(tag) for tag, on in (("b", style.bold), ("bCs", style.bold)) if on]
    marks += [element(tag) for tag, on in (("i", style.italic), ("iCs", style.italic)) if on]
    letters = element("rPr", font_element(), *marks, element("color", val="000000"), *_sizes(style.size))
    based = element("basedOn", val=NORMAL)
    lines = _lines(style, counted)
    return _style("paragraph", style.key, style.name, based, *following, element("qFormat"), lines, letters)


def _lines(style: WordStyle, counted: bool) -> Element:
    spacing: dict[str, str | float] = {"before": twips(style.before), "after": twips(style.after)}
    if style.leading:
        spacing |= {"line": twips(style.leading), "lineRule": "atLeast"}
    outline = [element("outlineLvl", val=style.level - 1)] if style.level else []
    kept = [element("keepNext")] if style.level else []
    numbered = [list_properties(style.level, counted=True)] if counted else []
    return element(
        "pPr",
        *kept,
        *numbered,
        element("spacing", **spacing),
        element("ind", firstLine=twips(style.first_line)),
        element("jc", val=style.align),
        *outline,
    )


def _plain_table() -> Element:
    margins = [element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")]
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), element("tblCellMar", *margins))
    return _style("table", _PLAIN_TABLE, "Normal Table", properties, default=1)


def _grid() -> Element:
    borders = [element(end, val="single", sz=4, space=0, color="000000") for end in _ENDS]
    properties = element("tblPr", element("tblBorders", *borders))
    return _style("table", GRID, "Table Grid", element("basedOn", val=_PLAIN_TABLE), properties)


def _style(kind: str, key: str, name: str, *content: Element, **attributes: str | float) -> Element:
    return element("style", element("name", val=name), *content, type=kind, styleId=key, **attributes)


def _sizes(points: float) -> list[Element]:
    return [element(tag, val=round(points * 2)) for tag in ("sz", "szCs")]
