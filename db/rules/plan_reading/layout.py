"""Where the parts of a document lie: the kind of document, the body, the end with recipients, the annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.rules.plan_reading.blocks import Block, Paragraph, Place, Table
from db.rules.plan_reading.cleaning import cleaned_line, columns_of, is_rule, is_upper, key
from db.rules.plan_reading.marks import Mark, Style, mark_of

# A title further down than this is a mention, not the title.
_TITLE_WITHIN = 80
_LONGEST_TITLE = 400
_LONGEST_IN_COLUMNS = 200
_KINDS = re.compile(
    r"(?:du thao )?(?:ke hoach|chuong trinh hanh dong|chuong trinh|phuong an|de an)(?: lien "
    r"(?:tich|nganh)| phoi hop)?\b"
)
_OTHER_KINDS = frozenset(
    {
        "bao cao",
        "quyet dinh",
        "to trinh",
        "thong bao",
        "nghi quyet",
        "huong dan",
        "chi thi",
        "bien ban",
        "cong van",
        "cong dien",
        "thong cao bao chi",
        "thong tu",
        "nghi dinh",
        "quy che",
        "giay moi",
    }
)
_RECIPIENTS = re.compile(r"noi nhan\s*[:;.]?")
_SIGNING = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s?[.,]\s?(?=[^\W\d_])")
_POST = re.compile(
    r"(?:(?:q|quyen)\.? )?(?:pho )?(?:chu tich|giam doc|truong ban|truong phong|chanh van phong"
    r"|bi thu|cuc truong"
    r"|truong cong an|thu truong)(?: thuong truc)?\b"
)
_ANNEX = re.compile(
    r"(?:phu luc|phu bieu|bieu mau|bieu so|mau so|bieu)(?: (?:so )?(?:[0-9]{1,2}|[ivx]{1,5}|[a-d]))?\b"
)
_SPACED = re.compile(r"(?:\w ){3,}\w")


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
    flat = _flattened(blocks)
    title = next(iter(_titles(flat)), None)
    body_from = 0 if title is None else title + 1
    end = _end(flat, body_from)
    annexes = _annexes(flat, body_from, end)
    body = flat[body_from : min(end, annexes)]
    found = flat[title] if title is not None else None
    return Layout(
        tuple(_split(flat[: title or 0])),
        found if isinstance(found, Paragraph) else None,
        tuple(cleaned_line(block) if isinstance(block, Paragraph) else block for block in body),
        tuple(_split(flat[end:annexes])),
        tuple(flat[annexes:]),
        "" if title is not None else _other_kind(flat),
    )


def is_signing(text: str) -> bool:
    """Return whether a line is one of authority or post: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`."""
    if len(text) > 120:
        return False
    return bool(_SIGNING.match(text)) or (is_upper(text) and bool(_POST.match(key(text))))


def is_recipients_head(text: str) -> bool:
    """Return whether a line opens the list of recipients."""
    return bool(_RECIPIENTS.match(key(text[:40])))


def is_annex_head(text: str) -> bool:
    """Return whether a line is the head of an annex (`Phụ lục số 01`, `PHỤ LỤC`)."""
    match = _ANNEX.match(key(text[:80]))
    if match is None:
        return False
    return len(text) < 20 or (is_upper(text) and len(text) < 200) or len(key(text)) <= match.end() + 2


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
            flat.append(block)
    return flat


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


def _titles(blocks: Sequence[Block]) -> list[int]:
    """The lines that may be the title, those that are nothing else first."""
    whole: list[int] = []
    begun: list[int] = []
    for number, block in enumerate(blocks[:_TITLE_WITHIN]):
        if isinstance(block, Paragraph) and len(block.text) < _LONGEST_TITLE:
            match = _KINDS.match(_joined_letters(key(block.text)))
            if match and match.end() == len(_joined_letters(key(block.text))):
                whole.append(number)
            elif (
                match
                and is_upper(block.text[: match.end()])
                and " so " not in key(block.text)[: match.end() + 5]
            ):
                begun.append(number)
    return [*whole, *begun]


def _joined_letters(text: str) -> str:
    # A title may be typed with spaces between its letters.
    if _SPACED.fullmatch(text):
        return {"kehoach": "ke hoach"}.get(text.replace(" ", ""), text)
    return text


def _other_kind(blocks: Sequence[Block]) -> str:
    for block in blocks[:_TITLE_WITHIN]:
        if (
            isinstance(block, Paragraph)
            and key(block.text[:40]).strip(" :.") in _OTHER_KINDS
            and is_upper(block.text)
        ):
            return block.text
    return ""


def _end(blocks: Sequence[Block], start: int) -> int:
    """The recipients, else the first signing line that no numbered text follows."""
    signing = len(blocks)
    for number in range(start, len(blocks)):
        block = blocks[number]
        if not isinstance(block, Paragraph):
            continue
        if is_recipients_head(cleaned_line(block).text):
            return min(number, signing)
        if is_signing(cleaned_line(block).text):
            signing = min(signing, number)
        elif signing < number and _goes_on(cleaned_line(block).text):
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
