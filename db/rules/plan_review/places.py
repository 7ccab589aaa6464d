"""Where the paragraphs of a section stand in the source: a section read knows only the lines of its heading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from db.rules.plan_reading.blocks import Place
from db.rules.plan_review.items import Part, ReviewItem
from db.rules.text import cleaned

# A paragraph that was joined from broken lines begins like the first of them.
_BEGINNING = 25
_LOOKED_AHEAD = 80


def located(items: Iterable[ReviewItem], lines: Sequence[str]) -> Iterator[ReviewItem]:
    """Yield the items, each section with the line that begins it; one that is not found keeps its heading's lines."""
    plain = [cleaned(line.strip("*#_ ")) for line in lines]
    at = 0
    for item in items:
        if item.part is not Part.SECTIONS or item.place is None:
            yield item
            continue
        found = _line_of(item, plain, max(at, item.place.first - 1))
        if found is None:
            yield item
        else:
            at = found
            yield replace(item, place=Place(found + 1, max(found + 1, item.place.last if item.level else 0)))


def _line_of(item: ReviewItem, lines: Sequence[str], first: int) -> int | None:
    beginning = item.raw["text"][:_BEGINNING].strip()
    ahead = range(first, min(first + _LOOKED_AHEAD, len(lines)))
    return next((at for at in ahead if beginning in lines[at]), None)
