"""The lines of a PDF that holds text, page by page; runs in the child process."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw

MOST_PAGES = 400
MOST_CHARACTERS = 1_000_000
# Fewer letters than this on all pages together are a stamp on a scan.
_LEAST_LETTERS = 40
_POINTS_PER_SPACE = 6.0
# Words of one paragraph stand nearer to one another even where it is justified; columns further apart.
_COLUMN_GAP = 18.0
# A margin is where one line in so many begins.
_MARGIN_SHARE = 20
# A line that opens or closes so many pages is a running head or foot.
_REPEATED = 3

Plain = dict[str, Any]


def pdf_lines(data: bytes) -> Plain:
    """Return `{"lines": [{"text", "indent", "page"}], "blank_pages": [number]}` or `{"error", "facts"}`."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "file_encrypted" if "assword" in str(error) else "file_broken"}
    with document:
        if len(document) > MOST_PAGES:
            return {"error": "plan_too_long", "facts": {"maximum": f"{MOST_CHARACTERS:,}".replace(",", ".")}}
        return _read(document)


def _read(document: Any) -> Plain:
    pages: list[list[Plain]] = []
    characters = 0
    for number in range(len(document)):
        pages.append(list(_page_lines(document[number], number + 1)))
        characters += sum(len(line["text"]) for line in pages[-1])
        if characters > MOST_CHARACTERS:
            return {"error": "plan_too_long", "facts": {"maximum": f"{MOST_CHARACTERS:,}".replace(",", ".")}}
    blank = [number for number, page in enumerate(pages, start=1) if not page]
    lines = [line for page in _without_running_lines(pages) for line in page]
    if sum(1 for line in lines for sign in line["text"] if sign.isalpha()) < _LEAST_LETTERS:
        return {"error": "plan_scanned"}
    return {"lines": lines, "blank_pages": blank}


def _without_running_lines(pages: list[list[Plain]]) -> Iterator[list[Plain]]:
    edges = Counter(line["text"] for page in pages for line in (page[:1] + page[1:][-1:]))
    for page in pages:
        last = len(page) - 1
        yield [
            line
            for place, line in enumerate(page)
            if place not in (0, last) or edges[line["text"]] < _REPEATED
        ]


def _page_lines(page: Any, number: int) -> Iterator[Plain]:
    text_page = page.get_textpage()
    try:
        rows = list(_rows(text_page))
        margin = _margin([left for _, left in rows])
        last = len(rows) - 1
        for place, (text, left) in enumerate(rows):
            if text.strip(" -–").isdecimal() and place in (0, last) and len(text.strip()) < 6:
                continue
            indent = max(0, round((left - margin) / _POINTS_PER_SPACE))
            yield {"text": text, "indent": indent, "page": number}
    finally:
        text_page.close()
        page.close()


def _rows(text_page: Any) -> Iterator[tuple[str, float]]:
    whole: str = text_page.get_text_range()
    at = 0
    for line in whole.split("\n"):
        # A hyphen at which the renderer broke a word comes as U+FFFE.
        text = line.rstrip("\r").replace("\ufffe", "-").replace("\x02", "-")
        if text.strip():
            start = at + len(line) - len(line.lstrip())
            yield _with_gaps(text_page, text, at), _box(text_page, start)[0]
        at += len(line) + 1


def _with_gaps(text_page: Any, text: str, at: int) -> str:
    """Write a tab for a space that is as wide as a gap between columns."""
    signs = list(text)
    for number in range(1, len(text) - 1):
        if text[number] == " " and " " not in (text[number - 1], text[number + 1]):
            before, behind = _box(text_page, at + number - 1)[1], _box(text_page, at + number + 1)[0]
            signs[number] = "\t" if behind - before > _COLUMN_GAP else " "
    return "".join(signs)


def _box(text_page: Any, index: int) -> tuple[float, float]:
    """Return the left and the right edge of a character."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pypdfium2.raw.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
    return left.value, right.value


def _margin(lefts: list[float]) -> float:
    """The leftmost edge at which many lines begin: on a page of short paragraphs most lines are set in."""
    edges = Counter(round(left) for left in lefts)
    many = [left for left, count in edges.items() if count > 1 and count * _MARGIN_SHARE >= len(lefts)]
    return float(min(many or edges, default=0))
