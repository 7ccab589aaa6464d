"""How headings, numbers and days are labelled in administrative documents (Decree 30/2020/NĐ-CP, appendix I)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Vietnamese letters of points: no f, j, w, z and none of ă â ê ô ơ ư.
LETTERS = "abcdđeghiklmnopqrstuvxy"
DEEPEST_LEVEL = 5

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

Label = Callable[[int, int], str]


@dataclass(frozen=True)
class Scheme:
    """How each of the five levels is labelled: a function of its own number and of the number of the level above."""

    name: str
    levels: tuple[Label, ...]

    def label(self, level: int, counts: list[int]) -> str:
        """Return the label of a heading of `level` (1 to 5) whose running numbers so far are `counts`."""
        above = counts[level - 2] if level > 1 else 0
        return self.levels[level - 1](counts[level - 1], above)


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def letter(number: int) -> str:
    """Return the letter of a point, 1 for `a`. After `y` come pairs: `aa`, `ab`, … (the decree names no rule)."""
    if number < 1:
        raise ValueError(f"no letter for {number}")
    text = ""
    while number:
        number, rest = divmod(number - 1, len(LETTERS))
        text = LETTERS[rest] + text
    return text


def labels(levels: Iterable[int], scheme: Scheme) -> tuple[str, ...]:
    """Return the labels of headings in reading order, given their levels (1 to 5).

    A heading starts its deeper levels anew. Raises ValueError for a level outside 1 to 5.
    """
    counts = [0] * DEEPEST_LEVEL
    found: list[str] = []
    for level in levels:
        if not 1 <= level <= DEEPEST_LEVEL:
            raise ValueError(f"no heading level {level}")
        counts[level - 1] += 1
        counts[level:] = [0] * (DEEPEST_LEVEL - level)
        found.append(scheme.label(level, counts))
    return tuple(found)


def number_label(number: int) -> str:
    """Return a document's number, with a 0 before numbers below 10 (`Số: 05`)."""
    return f"{number:02d}"


def day_label(day: int) -> str:
    """Return the day of a document's date, with a 0 before days below 10."""
    return f"{day:02d}"


def month_label(month: int) -> str:
    """Return the month of a document's date, with a 0 before months 1 and 2 only."""
    return f"{month:02d}" if month in (1, 2) else f"{month}"


def _roman_label(number: int, _above: int) -> str:
    return f"{roman(number)}."


def _number_label(number: int, _above: int) -> str:
    return f"{number}."


def _article_label(number: int, _above: int) -> str:
    return f"Điều {number}."


def _letter_label(number: int, _above: int) -> str:
    return f"{letter(number)})"


def _decimal_label(number: int, above: int) -> str:
    return f"{above}.{number}." if above else f"{number}."


def _dash_label(_number: int, _above: int) -> str:
    return "-"


def _plus_label(_number: int, _above: int) -> str:
    return "+"


LETTERED = Scheme("lettered", (_roman_label, _number_label, _letter_label, _dash_label, _plus_label))
DECIMAL = Scheme("decimal", (_roman_label, _number_label, _decimal_label, _dash_label, _plus_label))
# Decisions are written in articles; plans choose between the other two.
ARTICLES = Scheme("articles", (_article_label, _number_label, _letter_label, _dash_label, _plus_label))
SCHEMES = {scheme.name: scheme for scheme in (LETTERED, DECIMAL)}
