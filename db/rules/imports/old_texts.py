"""Which cells of a list are in an old encoding, beside others that are Unicode already."""

import re
from collections.abc import Iterator, Sequence

from db.rules.encodings import Encoding, Preview, converted, recognised
from db.rules.imports.tables import CellValue

_PREVIEWED = 5
# The Vietnamese letters that Unicode has among the first 256 signs: they stand for others in an old encoding.
_SHARED = frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý\u00a0")
_FOREIGN = re.compile(f"[{''.join(sign for sign in map(chr, range(0x80, 0x100)) if sign not in _SHARED)}]")
_BEYOND = re.compile(r"[^\x00-\xff]")
Rows = Sequence[tuple[CellValue, ...]]


def preview_of(rows: Rows) -> Preview | None:
    """Return the first cells before and after where the texts are in an old encoding; nothing where they are not."""
    sample = "\n".join(
        value for row in rows for value in row if isinstance(value, str) and _is_foreign(value)
    )
    encoding = recognised(sample)
    if encoding is Encoding.UNICODE:
        return None
    changed = [
        (before, after)
        for old, new in zip(rows, converted_rows(rows, encoding), strict=True)
        for before, after in zip(old, new, strict=True)
        if before != after
    ]
    before, after = zip(*((str(one), str(other)) for one, other in dict.fromkeys(changed)), strict=True)
    return Preview(encoding, before[:_PREVIEWED], after[:_PREVIEWED])


def converted_rows(rows: Rows, encoding: Encoding) -> Iterator[tuple[CellValue, ...]]:
    """Yield the rows in Unicode: each cell with foreign signs, and those beside or below one that may be old."""
    columns = {
        at for row in rows for at, value in enumerate(row) if isinstance(value, str) and _is_foreign(value)
    }
    for row in rows:
        texts = [value for value in row if isinstance(value, str)]
        is_unicode = any(ord(letter) > 0xFF for text in texts for letter in text)
        in_old_row = any(map(_is_foreign, texts))
        yield tuple(
            converted(value, encoding)
            if isinstance(value, str)
            and (_is_foreign(value) or (not is_unicode and (in_old_row or at in columns)))
            else value
            for at, value in enumerate(row)
        )


def _is_foreign(text: str) -> bool:
    return _FOREIGN.search(text) is not None and _BEYOND.search(text) is None
