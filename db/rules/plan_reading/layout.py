"""Where the parts of a document lie: the kind of document, the body, the end with recipients, the annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.rules.plan_reading.blocks import Block, Paragraph, Place, Table
from db.rules.plan_reading.broken_heads import whole_lines, with_first_words
from db.rules.plan_reading.cleaning import cleaned_line, columns_of, is_rule, key
from db.rules.plan_reading.line_kinds import is_annex_head, is_recipients_head, is_signing
from db.rules.plan_reading.marks import Mark, Style, mark_of
from db.rules.plan_reading.openings import opening

_LONGEST_IN_COLUMNS = 200


@dataclass(frozen=True)
class Layout:
    """The cleaned parts of a document: `title` is the line of its kind (`KẾ HOẠCH`), `other` another kind's."""

    head: tuple[Paragraph, ...]
    title: Paragraph | None
    body: tuple[Block, ...]
    end: tuple[Paragraph, ...]
    annexes: tuple[Block, ...]
    other: str = ""


def laid_out(blocks: Sequence[Block]) -> Layout:
    """Return the parts of a document; without a title line the head is empty and the body begins at once."""
    flat = with_first_words(_flattened(blocks))
    head_until, title, other = opening(flat)
    body_from = head_until if title is None or not title.text else head_until + 1
    end = _end(flat, body_from)
    annexes = _annexes(flat, body_from, end)
    body = flat[body_from : min(end, annexes)]
    return Layout(
        tuple(whole_lines(_split(flat[:head_until]))),
        title,
        tuple(cleaned_line(block) if isinstance(block, Paragraph) else block for block in body),
        tuple(_split(flat[end:annexes])),
        tuple(flat[annexes:]),
        other,
    )


def _flattened(blocks: Sequence[Block]) -> list[Block]:
    """A table that only arranges the head or the end of a document becomes its paragraphs, cell by cell."""
    flat: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            line = cleaned_line(block)
            # The gaps between columns are wanted later, where heads and ends are split.
            if line.text and not is_rule(line.text):
                flat.append(line.with_text(block.text) if _has_columns(block, line) else line)
        elif _only_arranges(block):
            flat.extend(_cell_paragraphs(block))
        else:
            flat.append(_cleaned_table(block))
    return flat


def _cleaned_table(table: Table) -> Table:
    rows = tuple(tuple(_cleaned_cell(cell) for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _cleaned_cell(cell: str) -> str:
    if not any(sign in cell for sign in "*_<&[{\\"):
        return cell
    place = Place(0, 0)
    return "\n".join(cleaned_line(Paragraph(line, place)).text for line in cell.split("\n"))


def _has_columns(raw: Paragraph, line: Paragraph) -> bool:
    return len(line.text) < _LONGEST_IN_COLUMNS and len(columns_of(raw)) > 1


def _only_arranges(table: Table) -> bool:
    if len(table.rows) > 6 or max(map(len, table.rows)) > 4:
        return False
    text = key(" ".join(cell for row in table.rows for cell in row))
    signs = ("cong hoa xa hoi", "doc lap - tu do", "noi nhan", "tm. ", "kt. ", "t/m")
    return any(sign in text for sign in signs) or bool(re.search(r"\bso\s?: ?\d*\s?/", text))


def _cell_paragraphs(table: Table) -> list[Paragraph]:
    """The left column first, so that recipients and signature do not mix."""
    found: list[Paragraph] = []
    for column in range(max(map(len, table.rows))):
        for number, row in enumerate(table.rows):
            if column < len(row) and (column == 0 or row[column] != row[column - 1]):
                for text in row[column].split("\n"):
                    line = cleaned_line(Paragraph(text, _row_place(table, number), column=min(column, 1)))
                    if line.text and not is_rule(line.text):
                        found.append(line)
    return found


def _row_place(table: Table, row: int) -> Place:
    return Place(table.line(row), table.line(row))


def _split(blocks: Sequence[Block]) -> list[Paragraph]:
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    pieces = [cleaned_line(piece) for line in lines for piece in columns_of(line)]
    return [piece for piece in pieces if piece.text]


def _end(blocks: Sequence[Block], start: int) -> int:
    """The recipients, else the first signing line that no numbered text follows."""
    signing = len(blocks)
    for number in range(start, len(blocks)):
        block = blocks[number]
        if not isinstance(block, Paragraph):
            continue
        text = cleaned_line(block).text
        if is_recipients_head(text):
            return min(number, signing)
        if is_signing(text):
            signing = min(signing, number)
        elif signing < number and _goes_on(text):
            signing = len(blocks)
    return signing


def _goes_on(text: str) -> bool:
    mark: Mark | None = mark_of(text)
    return mark is not None and mark.style in (Style.ROMAN, Style.PART) and len(mark.rest) > 3


def _annexes(blocks: Sequence[Block], start: int, end: int) -> int:
    after = end if end < len(blocks) else start
    for number in range(after, len(blocks)):
        block = blocks[number]
        if isinstance(block, Paragraph) and is_annex_head(cleaned_line(block).text):
            return number
        if isinstance(block, Table) and end < number:
            return number
    return len(blocks)
