"""Heads and ends that a converter or a page of the web broke within a cell are made whole again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from db.rules.plan_reading.blocks import Block, Paragraph
from db.rules.plan_reading.marks import mark_of

# A cell that a page of the web broke after its first word: `ỦY` / `BAN NHÂN DÂN`, `Số:` / `12/KH-UBND`.
_FIRST_WORD = re.compile(r"(?:[^\W\d_]{1,8}|TM\.|KT\.|TL\.|TUQ\.|Q\.|Số\s?:)")
_DATE_BEGUN = re.compile(r"\b(?:ngày|tháng|năm)$")
_ENDED = (".", ";", ":", "./.")


def with_first_words(flat: Sequence[Block]) -> list[Block]:
    """Join a line that is the first word of a cell to the line below it."""
    joined: list[Block] = []
    for block in flat:
        last = joined[-1] if joined else None
        above = joined[-2] if len(joined) > 1 else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and _is_one_cell(above, last, block):
            place = last.place.through(block.place)
            joined[-1] = replace(block, text=f"{last.text} {block.text}", place=place, indent=last.indent)
        else:
            joined.append(block)
    return joined


def _is_one_cell(above: Block | None, line: Paragraph, below: Paragraph) -> bool:
    if below.place.first - line.place.last != 1 or not _is_first_word(line, above):
        return False
    return line.text.endswith(":") or mark_of(below.text) is None


def _is_first_word(line: Paragraph, before: Block | None) -> bool:
    if not _FIRST_WORD.fullmatch(line.text) or not line.text[:1].isupper():
        return False
    # The last word of a broken sentence stands alone too.
    open_before = isinstance(before, Paragraph) and line.place.first - before.place.last == 1
    return not open_before or (isinstance(before, Paragraph) and before.text.endswith(_ENDED))


def whole_lines(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Join a line of a head that goes on in its cell: `… ngày 20` / `tháng 3 năm 2023`, `… năm` / `2023`."""
    mended: list[Paragraph] = []
    for line in lines:
        at = _begun(mended, line)
        if at is None:
            mended.append(line)
        else:
            begun = mended[at]
            text, place = f"{begun.text} {line.text}", begun.place.through(line.place)
            mended[at] = replace(begun, text=text, place=place)
    return mended


def _begun(mended: Sequence[Paragraph], line: Paragraph) -> int | None:
    """Return which line goes on: of a line at the right the last one there, else the last of all."""
    near = (at for at in range(len(mended) - 1, max(-1, len(mended) - 4), -1)
            if not line.column or mended[at].column)  # fmt: skip
    at = next(near, None)
    if at is None or line.place.first - mended[at].place.last > 1:
        return None
    small = line.text[:1].islower() and (line.column == mended[at].column or not line.column)
    dated = bool(_DATE_BEGUN.search(mended[at].text)) and line.text[:1].isdecimal()
    return at if small or dated else None
