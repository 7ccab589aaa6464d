"""The marks in front of headings and items: `Phần thứ nhất`, `I.`, `1.`, `1.1.`, `a)`, `-`, `+` and their slips."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from db.rules.numbering import LETTERS
from db.rules.text import folded


class Style(IntEnum):
    """The styles of marks, from the highest heading down; what is deeper has the greater value."""

    PART = 0
    CAPITAL = 1
    ROMAN = 2
    TITLE = 3
    NUMBER = 4
    DECIMAL = 5
    DEEP = 6
    LETTER = 7
    PAREN = 8
    STAR = 9
    LEAD = 10
    DASH = 11
    PLUS = 12


# A dash and what lies deeper is an item in a list; what is above is a heading.
ITEMS = frozenset({Style.STAR, Style.LEAD, Style.DASH, Style.PLUS})


@dataclass(frozen=True)
class Mark:
    """A mark as printed, its running number (none for a dash) and the text after it."""

    style: Style
    label: str
    number: int | None
    rest: str
    above: int | None = None


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINALS = {
    "nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
}  # fmt: skip
_PART = re.compile(r"(?:phần|chương|mục)\s+(?:thứ\s+)?([\w]{1,6})\s*(?:[.:\-–]\s*|\s+|$)", re.IGNORECASE)
_ROMAN = re.compile(r"([IVXLl1]{1,6})\s?[.\-–/):]\s*(?=\D|$)")
_CAPITAL = re.compile(r"([A-HĐ])[.)/]\s*(?=\S)")
_DECIMAL = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.):]\s+(?=\S)|[-–]\s+(?=\S)|\s[-–]\s+(?=[^\W\d])|[.)]?\s*(?=[^\d\s.,%/-]))"
)
_NUMBER = re.compile(
    r"(\d{1,4})\s?(?:[.)]\s*(?=[^\d\s]|\d+(?:,\d+)?\s?%)|/\s*(?=[^\W\d])|[-–:]\s+(?=[^\W\d]))"
)
_NUMBER_BEFORE_COUNT = re.compile(r"(\d{1,2})\s?[.)]\s+(?=\d)")
_LETTER = re.compile(r"\(?([a-zđ])\s?(?:\)|[.](?=\s)|/)\s*(?=\S)")
_PAREN = re.compile(r"\((\d{1,2})\)\s*(?=\S)")
_DASH = re.compile(r"[-–—−•●▪■◦·➢➤✓✔Ø§\uf0b7\uf02d]{1,2}\s*(?=\S)")
_STAR = re.compile(r"\*{1,2}\s*(?=\S)")
_PLUS = re.compile(r"\+\s*(?=\S)")


def mark_of(text: str) -> Mark | None:
    """Return the mark in front of a text; none where it begins with a word."""
    head = text[:80]
    for reader in _READERS:
        mark = reader(text, head)
        if mark is not None:
            return mark
    return None


def roman_value(text: str) -> int | None:
    """Return the value of a Roman numeral below 90; none where it is written wrongly."""
    values = [_ROMAN_VALUES.get(sign, 0) for sign in text]
    if not values or 0 in values:
        return None
    total = 0
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if 0 < total < 90 else None


def _part(text: str, head: str) -> Mark | None:
    match = _PART.match(head)
    if match is None:
        return None
    word = match[1]
    number = (
        _ORDINALS.get(folded(word)) or roman_value(word.upper()) or (int(word) if word.isdecimal() else None)
    )
    # `Phần mềm quản lý …` and `Mục tiêu chung` are no parts: what follows must be an ordinal.
    if number is None or (head[0].islower() and match.end() < len(head)):
        return None
    return Mark(Style.PART, head[: match.end()].strip(" .:-–"), number, text[match.end() :].strip())


def _roman(text: str, head: str) -> Mark | None:
    match = _ROMAN.match(head)
    # `V/v` opens a subject.
    if match is None or match[1].isdecimal() or head[:3].lower() == "v/v":
        return None
    # Scanners take I for l or 1.
    number = roman_value(match[1].replace("l", "I").replace("1", "I"))
    rest = text[match.end() :]
    if number is None or (match[1].islower() and not rest[:1].isupper()):
        return None
    if head[match.end(1) : match.end()].strip() in "-–" and rest[:1].islower():
        return None
    return Mark(Style.ROMAN, f"{match[1].replace('l', 'I').replace('1', 'I')}.", number, rest)


def _capital(text: str, head: str) -> Mark | None:
    match = _CAPITAL.match(head)
    if match is None:
        return None
    return Mark(Style.CAPITAL, match[0].strip(), "ABCDĐEGH".find(match[1]) + 1, text[match.end() :])


def _decimal(text: str, head: str) -> Mark | None:
    match = _DECIMAL.match(head)
    if match is None:
        return None
    numbers = [int(part) for part in match[1].split(".")]
    if 0 in numbers or (
        text[match.end() : match.end() + 1].islower() and not match[0].rstrip().endswith((".", "-", ":"))
    ):
        return None
    style = Style.DECIMAL if len(numbers) == 2 else Style.DEEP
    return Mark(style, match[0].strip(), numbers[-1], text[match.end() :], numbers[-2])


def _number(text: str, head: str) -> Mark | None:
    match = _NUMBER.match(head) or _NUMBER_BEFORE_COUNT.match(head)
    if match is None:
        return None
    return Mark(Style.NUMBER, match[0].strip(), int(match[1]), text[match.end() :])


def _letter(text: str, head: str) -> Mark | None:
    match = _LETTER.match(head)
    if match is None:
        return None
    number = LETTERS.find(match[1]) + 1
    return Mark(Style.LETTER, match[0].strip(), number or None, text[match.end() :])


def _paren(text: str, head: str) -> Mark | None:
    match = _PAREN.match(head)
    return Mark(Style.PAREN, match[0].strip(), int(match[1]), text[match.end() :]) if match else None


def _sign(pattern: re.Pattern[str], style: Style, label: str) -> Callable[[str, str], Mark | None]:
    def read(text: str, head: str) -> Mark | None:
        match = pattern.match(head)
        return Mark(style, label, None, text[match.end() :]) if match else None

    return read


_READERS = (
    _sign(_DASH, Style.DASH, "-"),
    _sign(_PLUS, Style.PLUS, "+"),
    _sign(_STAR, Style.STAR, "*"),
    _roman,
    _decimal,
    _number,
    _letter,
    _paren,
    _part,
    _capital,
)
