"""Broken lines become paragraphs again: what continues a line is told by marks, endings, capitals and width."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.rules.plan_reading.blocks import Block, Paragraph, Table
from db.rules.plan_reading.cleaning import is_upper, key
from db.rules.plan_reading.line_kinds import is_annex_head, is_recipients_head, is_signing
from db.rules.plan_reading.marks import ITEMS, Mark, Style, mark_of

_ENDS = '.;:!?…”"'
_CONNECTORS = frozenset(
    [
        "va",
        "cua",
        "cac",
        "cho",
        "voi",
        "tai",
        "ve",
        "trong",
        "de",
        "theo",
        "do",
        "hoac",
        "tu",
        "den",
        "la",
        "so",
        "ngay",
        "thang",
        "nam",
        "boi",
        "nhu",
        "khi",
        "va/hoac",
        "nhung",
        "mot",
    ]
)
# Names that hold a hyphen and are broken at it: the second half looks like an item.
_HYPHENATED = (
    ("lao dong", "thuong binh"),
    ("kinh te", "xa hoi"),
    ("van hoa", "xa hoi"),
    ("van hoa", "thong tin"),
    ("chinh tri", "xa hoi"),
    ("lao dong", "tb"),
)
_OPENINGS = ("can cu", "thuc hien quyet dinh", "thuc hien ke hoach", "thuc hien chi thi", "tren day la")
_WIDEST_WRAP = 140
_LEAST_LINES = 8
_HIGHEST_FIRST = 60
_LONGEST_SHORT = 30
_PAGE = re.compile(r"(?:trang ?)?[-– ]{0,3}(\d{1,3})(?: ?/ ?\d{1,3})?[-– ]{0,3}", re.ASCII)
# Pages without a number of their own lie between the numbered ones.
_PAGES_AHEAD = 5


@dataclass(frozen=True)
class Piece:
    """A whole paragraph with its mark; `certain` is false where it was joined on a guess."""

    text: str
    paragraph: Paragraph
    mark: Mark | None = None
    certain: bool = True


def whole_paragraphs(blocks: Sequence[Block]) -> list[Piece | Table]:
    """Join the broken lines of a body; tables stay between the paragraphs where they stood."""
    width = _wrap_width(blocks)
    pieces: list[Piece | Table] = []
    parts: list[Paragraph] = []
    for block in _without_page_numbers(blocks):
        last = pieces[-1] if pieces else None
        if isinstance(block, Table):
            _close(pieces, parts)
            pieces.append(block)
            continue
        piece = _piece(block, last if isinstance(last, Piece) else None, pieces)
        if isinstance(last, Piece) and _continues(last, parts[-1], piece, width):
            parts.append(block)
            pieces[-1] = _extended(last, parts[-2], piece, width)
        else:
            _close(pieces, parts)
            parts.append(block)
            pieces.append(piece)
    _close(pieces, parts)
    return pieces


def _close(pieces: list[Piece | Table], parts: list[Paragraph]) -> None:
    # The text is put together once, at the end: joining line by line would be quadratic.
    last = pieces[-1] if pieces else None
    if isinstance(last, Piece) and len(parts) > 1:
        text = " ".join(part.text for part in parts)
        mark = last.mark
        cut = len(parts[0].text) - len(mark.rest) if mark else 0
        pieces[-1] = replace(last, text=text, mark=replace(mark, rest=text[cut:].strip()) if mark else None)
    parts.clear()


def _piece(block: Paragraph, last: Piece | None, pieces: Sequence[Piece | Table]) -> Piece:
    mark = mark_of(block.text)
    if (
        mark
        and mark.style is Style.NUMBER
        and (mark.number or 0) > _HIGHEST_FIRST
        and not _follows(mark, pieces)
    ):
        mark = None
    return Piece(block.text, block, mark)


def _follows(mark: Mark, pieces: Sequence[Piece | Table]) -> bool:
    for piece in reversed(pieces[-200:]):
        if isinstance(piece, Piece) and piece.mark and piece.mark.style is Style.NUMBER:
            return piece.mark.number == (mark.number or 0) - 1
    return False


def _extended(last: Piece, before: Paragraph, piece: Piece, width: int) -> Piece:
    place = last.paragraph.place.through(piece.paragraph.place)
    guessed = (before.text.endswith(";") and not _is_full(before, piece, width)) or not last.certain
    return replace(last, paragraph=replace(last.paragraph, place=place), certain=not guessed)


def _continues(last: Piece, before: Paragraph, piece: Piece, width: int) -> bool:
    text, line = piece.paragraph.text, before.text
    if _stands_alone(last, piece):
        return False
    if piece.mark is not None:
        return _is_broken_name(line, piece.mark)
    if line.endswith(tuple(_ENDS)):
        return _goes_on_after_end(last, before, piece, width)
    # No paragraph begins with the country's name.
    if text.startswith("Việt Nam ") and not _gap(last, piece):
        return True
    if text[:1].islower() or _hangs(line):
        return True
    if is_upper(text) and is_upper(last.text):
        return not _gap(last, piece) and last.mark is not None
    if text[:1].isdigit() or text[:1] in '(%“"':
        return not _gap(last, piece) and not (text[0] == "(" and is_upper(last.text) and not is_upper(text))
    return not _gap(last, piece) and _is_full(before, piece, width) and not is_upper(last.text)


def _stands_alone(last: Piece, piece: Piece) -> bool:
    text, before, here = piece.paragraph.text, last.paragraph, piece.paragraph
    if here.heading or before.heading or (before.bold and not here.bold) or (here.bold and not before.bold):
        return True
    if text[:1].isupper() and (is_signing(text) or is_recipients_head(text) or is_annex_head(text)):
        return True
    return text[:1].isupper() and key(text[:60]).startswith(_OPENINGS)


def _is_broken_name(line: str, mark: Mark) -> bool:
    if mark.style is not Style.DASH or line.endswith(tuple(_ENDS)):
        return False
    before, after = key(line[-30:]), key(mark.rest[:30])
    return any(before.endswith(first) and after.startswith(second) for first, second in _HYPHENATED)


def _goes_on_after_end(last: Piece, before: Paragraph, piece: Piece, width: int) -> bool:
    line = before.text
    if line.endswith("./."):
        return False
    if line.endswith(":"):
        # `… nhóm có nguy cơ cao như:` in the middle of a sentence that was broken there.
        return piece.paragraph.text[:1].islower() and not _gap(last, piece) and _is_full(before, piece, width)
    if line.endswith((".", "”", '"')):
        return (
            not _gap(last, piece)
            and _is_full(before, piece, width)
            and piece.paragraph.indent <= before.indent
        )
    # A semicolon promises more of the same sentence: in an item, or where only first lines are set in.
    set_in = piece.paragraph.indent < last.paragraph.indent and _is_full(before, piece, width)
    is_item = last.mark is not None and last.mark.style in ITEMS
    return line.endswith(";") and (is_item or (set_in and not _gap(last, piece)))


def _hangs(line: str) -> bool:
    # A short line that ends in such a word is a title: `2. Tồn tại`.
    return line.endswith(",") or (
        len(line) > _LONGEST_SHORT and key(line[-20:]).rpartition(" ")[2] in _CONNECTORS
    )


def _gap(last: Piece, piece: Piece) -> bool:
    return piece.paragraph.place.first - last.paragraph.place.last > 1


def _is_full(line: Paragraph, following: Piece, width: int) -> bool:
    # The first line of a paragraph is set in, and so much shorter.
    set_in = max(0, line.indent - following.paragraph.indent)
    return width > 0 and len(line.text) + set_in >= 0.8 * width


def _wrap_width(blocks: Sequence[Block]) -> int:
    """The width at which the text was broken, 0 where each paragraph is one line."""
    lengths = sorted(len(block.text) for block in blocks if isinstance(block, Paragraph))
    if len(lengths) < _LEAST_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    full = sum(1 for length in lengths if 0.8 * width <= length <= 1.15 * width)
    return width if 40 < width <= _WIDEST_WRAP and full > 0.3 * len(lengths) else 0


def _without_page_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    page = 0
    for block in blocks:
        number = _page_number(block)
        if page < number <= page + _PAGES_AHEAD:
            page = number
        else:
            yield block


def _page_number(block: Block) -> int:
    if not isinstance(block, Paragraph) or len(block.text) > 16:
        return 0
    match = _PAGE.fullmatch(key(block.text))
    return int(match[1]) if match else 0
