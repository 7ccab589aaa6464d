"""A block of cells from Excel, LibreOffice or a file as texts that could have been typed into the fields of a form."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from db.rules.entries import Field, FieldKind
from db.rules.formats import day_text
from db.rules.text import cleaned, cleaned_lines

Cell = str | int | float | bool | Decimal | date | None
Texts = tuple[str, ...]

_BLANKS = frozenset(("", "-", "–", "—"))
# A quoted cell ends at the quote before a tab or an end of line; a quote elsewhere is a letter like any other.
_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)')
_ENGLISH = re.compile(
    r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0\.\d+", re.ASCII
)
# Of what is counted whole, three digits after the mark are thousands, never a fraction.
_ENGLISH_WHOLE = re.compile(r"[1-9]\d{0,2},\d{3}", re.ASCII)
_SWAPPED = str.maketrans(",.", ".,")
_WHOLE = (FieldKind.COUNT, FieldKind.MONEY)
_NUMBERS = (*_WHOLE, FieldKind.DECIMAL)
_CURRENCY = re.compile(r"\s*(?:₫|đ|đồng|vnd|vnđ)$", re.IGNORECASE)
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[AP]M)?$", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_IN_WORDS = re.compile(
    r"(?:ngày )?(?P<day>\d{1,2})(?:[ -]?(?:thg|tháng) ?|-)(?P<month>\d{1,2}|[a-z]{3})"
    r"(?:(?:[ -]|, ?)?(?:năm )?(?P<year>\d{4}|\d{2}))?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEXES = {"nữ": "1", "nam": "0"}


class NumberStyle(StrEnum):
    """Which mark begins the decimals: a comma (`1.234,5`) or a point (`1,234.5`)."""

    VIETNAMESE = "vietnamese"
    ENGLISH = "english"


def split_block(text: str) -> tuple[Texts, ...]:
    """Return the cells of a copied block: rows of equal width; a cell of several lines comes in quotes."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at = 0
    plain = plain.removesuffix("\n")
    while True:
        match = _CELL.match(plain, at)
        assert match is not None
        rows[-1].append(match[2] if match[1] is None else match[1].replace('""', '"'))
        at = match.end() + 1
        if at > len(plain):
            return _evened(rows)
        if plain[at - 1] == "\n":
            rows.append([])


def joined_block(rows: Iterable[Sequence[str]]) -> str:
    """Return cells as a text that Excel and LibreOffice take as a block, and `split_block` reads again."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def is_blank(text: str) -> bool:
    """Tell whether a cell says that nothing was recorded: empty, only spaces, or a dash."""
    return not text[:1].isalnum() and cleaned(text) in _BLANKS


def plain_text(cell: Cell) -> str:
    """Return what a cell of a file holds as it would be typed: a day as dd/mm/yyyy, a number with a decimal comma."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, datetime | date):
        return day_text(cell)
    if isinstance(cell, int):
        return str(cell)
    return _decimal_text(Decimal(f"{cell:.12g}"))


def number_style(columns: Iterable[tuple[Field, Iterable[str]]]) -> NumberStyle:
    """Tell how the numbers of a block are written, by those that can be read in one way only.

    Vietnamese where nothing or both is proven: then what cannot be read so is found, and nothing is guessed.
    """
    proven = {style for field, texts in columns if field.kind in _NUMBERS for style in _proven(field, texts)}
    return NumberStyle.ENGLISH if proven == {NumberStyle.ENGLISH} else NumberStyle.VIETNAMESE


def typed_cell(field: Field, text: str, style: NumberStyle = NumberStyle.VIETNAMESE) -> str:
    """Return a cell's text as it would be typed in the field; a dash alone is blank, in a text too."""
    if is_blank(text):
        return ""
    if field.kind is FieldKind.LINES:
        return cleaned_lines(text)
    plain = cleaned(text)
    if field.kind is FieldKind.DATE:
        return _typed_day(plain)
    if field.kind is FieldKind.FLAG:
        return _SEXES.get(plain.casefold(), plain) if field.key == "female" else plain
    return _typed_number(field, plain, style) if field.kind in _NUMBERS else plain


def _evened(rows: list[list[str]]) -> tuple[Texts, ...]:
    width = max(map(len, rows))
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _quoted(text: str) -> str:
    if "\t" in text or "\n" in text or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _decimal_text(number: Decimal) -> str:
    if not number.is_finite():
        return ""
    whole, _, decimals = f"{number:f}".partition(".")
    return f"{whole},{decimals.rstrip('0')}".rstrip(",")


def _proven(field: Field, texts: Iterable[str]) -> Iterable[NumberStyle]:
    for text in texts:
        plain = _CURRENCY.sub("", cleaned(text))
        if _is_english(field, plain):
            yield NumberStyle.ENGLISH
        if _is_english(field, plain.translate(_SWAPPED)):
            yield NumberStyle.VIETNAMESE


def _is_english(field: Field, text: str) -> bool:
    whole = field.kind in _WHOLE and _ENGLISH_WHOLE.fullmatch(text)
    return bool(whole or _ENGLISH.fullmatch(text))


def _typed_number(field: Field, text: str, style: NumberStyle) -> str:
    plain = _CURRENCY.sub("", text) if field.kind is FieldKind.MONEY else text
    return plain.translate(_SWAPPED) if style is NumberStyle.ENGLISH else plain


def _typed_day(text: str) -> str:
    plain = _TIME.sub("", text)
    match = _ISO.fullmatch(plain) or _IN_WORDS.fullmatch(plain)
    if match is None:
        return plain
    word = match["month"].lower()
    if not word.isdecimal() and word not in _MONTHS:
        return plain
    month = word if word.isdecimal() else str(_MONTHS.index(word) + 1)
    return "/".join(part for part in (match["day"], month, match["year"]) if part)
