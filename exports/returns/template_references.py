"""References of formulas, names and ranges after a row of a sheet became several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer

# `$D$7`, `D`, `7`: a cell, a whole column, a whole row.
_END = re.compile(r"(\$?[A-Za-z]{1,3})?(\$?)([0-9]{1,7})?")
# A function of many values that names the row alone means all rows that stand in its place.
_OF_MANY = re.compile(
    r"(SUM|SUMIFS?|SUMPRODUCT|SUBTOTAL|AGGREGATE|PRODUCT|AVERAGE|AVERAGEIFS?|MEDIAN|STDEV|COUNT|COUNTA|COUNTBLANK|"
    r"COUNTIFS?|MAX|MIN|LARGE|SMALL|RANK)\("
)


@dataclass(frozen=True)
class Growth:
    """A row of a sheet in whose place there are now `by` rows more; what stood below moved down."""

    sheet: str
    row: int
    by: int

    def first(self, row: int) -> int:
        """Return where a row now is that begins something."""
        return row + self.by if row > self.row else row

    def last(self, row: int) -> int:
        """Return where a row now is that ends something: what ends with the row ends with its last one."""
        return row + self.by if row >= self.row else row


def moved_range(text: str, growth: Growth, *, grows: bool = True) -> str:
    """Return a range (`D7`, `D7:E9`, `7:9`) where it now lies; one of the row alone grows with it or stays."""
    first, mark, last = text.partition(":")
    starts, ends = _END.fullmatch(first), _END.fullmatch(last or first)
    if not starts or not ends or not starts[3] or not ends[3]:
        return text
    top, bottom = int(starts[3]), int(ends[3])
    if not grows and growth.row in (top, bottom) and max(top, bottom) == growth.row:
        return text
    begin = f"{starts[1] or ''}{starts[2]}{growth.first(top)}"
    if not mark and growth.last(bottom) == growth.first(top):
        return begin
    return f"{begin}:{ends[1] or ''}{ends[2]}{growth.last(bottom)}"


def moved_ranges(text: str, growth: Growth) -> str:
    """Return ranges set apart by blanks where they now lie."""
    return " ".join(moved_range(part, growth) for part in text.split())


def moved_formula(text: str, own: str, growth: Growth, *, in_row: bool = False) -> str:
    """Return a formula of the sheet `own` (with or without its `=`) with its references where they now lie.

    One that stands in the row itself speaks of its own row: what is of that alone stays.
    """
    marked = text if text.startswith("=") else f"={text}"
    moved = "".join(_moved(Tokenizer(marked).items, own, growth, in_row))
    return f"={moved}" if text.startswith("=") else moved


def _moved(tokens: list[Token], own: str, growth: Growth, in_row: bool) -> Iterator[str]:
    calls: list[str] = []
    for token in tokens:
        if token.subtype == Token.OPEN:
            calls.append(token.value.upper())
        elif token.subtype == Token.CLOSE and calls:
            calls.pop()
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            of_many = bool(calls) and _OF_MANY.fullmatch(calls[-1]) is not None
            yield _moved_operand(token.value, own, growth, in_row, of_many)
        else:
            yield token.value


def _moved_operand(text: str, own: str, growth: Growth, in_row: bool, of_many: bool) -> str:
    sheet, mark, place = text.rpartition("!")
    named = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    if (named if mark else own).lower() != growth.sheet.lower():
        return text
    is_one = ":" not in place
    # Of one cell of the row the first is meant, but by a function of many values.
    grows = not in_row and (not is_one or of_many)
    if is_one and not grows and _row_of(place) > growth.row:
        grows = True
    return f"{sheet}{mark}{moved_range(place, growth, grows=grows)}"


def _row_of(place: str) -> int:
    match = _END.fullmatch(place)
    return int(match[3]) if match and match[3] else 0
