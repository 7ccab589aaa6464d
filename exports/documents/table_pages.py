"""Which rows of a table stand on which page, from their known heights."""

from collections.abc import Iterator, Sequence


def page_ranges(
    heights: Sequence[float], kept: Sequence[bool], first_room: float, room: float
) -> list[tuple[int, int]]:
    """Return the rows of each page as (first, one after the last): as many as the room takes.

    A row that is `kept` is never the last of a page: it moves on with the row after it. Heights in points.
    """
    pages: list[tuple[int, int]] = []
    start, left = 0, first_room
    for first, end in blocks(kept):
        height = sum(heights[first:end])
        if height > left and first > start:
            pages.append((start, first))
            start, left = first, room
        left -= height
    return [*pages, (start, len(heights))]


def blocks(kept: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the rows that stay together as (first, one after the last)."""
    first = 0
    for place, held in enumerate(kept):
        if not held or place == len(kept) - 1:
            yield first, place + 1
            first = place + 1
