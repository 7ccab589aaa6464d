"""Turn what was found of a machine into sentences. No Qt: the command line reads it too."""

from datetime import datetime
from decimal import Decimal

from db.rules.formats import number_text
from db.rules.surroundings import LEAST_FREE, Judgement, Matter
from ui.common import surroundings_texts as texts

_MEGABYTE, _GIGABYTE = 2**20, 2**30
_ONE_PLACE = Decimal("0.1")


def sentence(judgement: Judgement) -> str:
    """Return what was found, and what to do where it is not good."""
    words = texts.SENTENCES[judgement.matter][judgement.kind]
    return words.format(value=_value(judgement), least=size_words(LEAST_FREE))


def line(judgement: Judgement) -> str:
    """Return the sentence with what it is of and how it stands, as a plain text or a screen reader tells it."""
    return texts.LINE.format(
        standing=texts.STANDINGS[judgement.standing],
        matter=texts.MATTERS[judgement.matter],
        words=sentence(judgement),
    )


def size_words(size: int) -> str:
    """Return a number of bytes in megabytes or, from one on, in gigabytes; never more than there are."""
    if size < _GIGABYTE:
        return texts.MEGABYTES.format(size=number_text(size // _MEGABYTE))
    tenths = (Decimal(size) / _GIGABYTE).quantize(_ONE_PLACE, rounding="ROUND_FLOOR")
    return texts.GIGABYTES.format(size=number_text(tenths))


def _value(judgement: Judgement) -> str:
    value = judgement.value
    if isinstance(value, datetime):
        return f"{value:{texts.MOMENT}}"
    if judgement.matter is Matter.SPACE and isinstance(value, int):
        return size_words(value)
    return str(value)
