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
    lines: list[Plain] = []
    blank: list[int] = []
    characters = 0
    for number in range(len(document)):
        found = list(_page_lines(document[number], number + 1))
        lines += found
        characters += sum(len(line["text"]) for line in found)
        blank += [] if found else [number + 1]
        if characters > MOST_CHARACTERS:
            return {"error": "plan_too_long", "facts": {"maximum": f"{MOST_CHARACTERS:,}".replace(",", ".")}}
    if sum(1 for line in lines for sign in line["text"] if sign.isalpha()) < _LEAST_LETTERS:
        return {"error": "plan_scanned"}
    return {"lines": lines, "blank_pages": blank}


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
            yield text, _left(text_page, at + len(line) - len(line.lstrip()))
        at += len(line) + 1


def _left(text_page: Any, index: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pypdfium2.raw.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
    return left.value


def _margin(lefts: list[float]) -> float:
    """The left edge at which most lines begin, not the leftmost of all."""
    edges = Counter(round(left) for left in lefts)
    return float(edges.most_common(1)[0][0]) if edges else 0.0
