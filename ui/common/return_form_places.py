"""Where something stands in a set of forms, in words an officer knows."""

from collections.abc import Iterator
from typing import Any

from db.rules.returns.form_documents import FormDocument
from ui.common import return_form_place_texts as texts


def place_words(document: FormDocument, place: str) -> str:
    """Write a place of a finding for people."""
    words = ", ".join(_words(document, place.split(".")))
    return words[:1].upper() + words[1:]


def _words(document: FormDocument, parts: list[str]) -> Iterator[str]:
    held: Any = document
    for part, row in zip(parts, [*parts[1:], ""], strict=True):
        if part == "sheet" and row:
            held = document.sheets[int(row) - 1]
            yield texts.SHEET.format(code=held.code or row)
        elif part == "column" and row:
            column = held.columns[int(row) - 1]
            yield texts.COLUMN.format(title=column.head or column.key or row)
        elif part in texts.ROWS and row:
            yield texts.ROWS[part].format(row=row)
        elif not part.isdecimal():
            yield texts.FIELDS.get(part, part)
