"""Figures in the sentences of a report: as they are written, and compared with the same period of the year before."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from db.rules.formats import Number, number_text
from db.rules.reports.tags import Tag

_ONE_DECIMAL, _THREE_DECIMALS = Decimal("0.1"), Decimal("0.001")


@dataclass(frozen=True)
class Figure:
    """What a tag asks: its title, the number, and for a comparison that of the year before.

    None was not recorded, or is not comparable. Of a `share` the difference is told in points.
    """

    title: str
    value: Number | None
    before: Number | None = None
    share: bool = False


Figures = Mapping[Tag, Figure]


@dataclass(frozen=True)
class ShownFigure:
    """A figure as a sentence shows it; `key` names it from one filling to the next."""

    key: str
    title: str
    text: str


def shown(tag: Tag, figure: Figure) -> ShownFigure:
    """Return a figure as it is shown."""
    return ShownFigure(tag.text, figure.title, number_text(figure.value))


def compared(figure: Figure, words: Mapping[str, str]) -> str:
    """Say how a figure stands to the year before; nothing where one of the two is not there or not comparable."""
    if figure.value is None or figure.before is None:
        return ""
    if figure.value == figure.before:
        return words["same"]
    difference = Decimal(figure.value) - Decimal(figure.before)
    way = "rise" if difference > 0 else "fall"
    if figure.share:
        return words[f"{way}_points"].format(share=_written(abs(difference)))
    if not figure.before:
        return words["from_none"]
    return words[way].format(share=_written(abs(difference) * 100 / Decimal(figure.before)))


def _written(share: Decimal) -> str:
    # A change that one decimal would not show is shown with three.
    rounded = share.quantize(_ONE_DECIMAL, ROUND_HALF_UP)
    return number_text(rounded or share.quantize(_THREE_DECIMALS, ROUND_HALF_UP))
