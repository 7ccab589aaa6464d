"""Column widths: each column gets its share of the page, but never less than its longest word."""

from collections.abc import Sequence


def fitted_widths(wishes: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Share out `room` in proportion to the wishes; a column that would get less than its least width gets that.

    Where the least widths together are more than the room, each is made smaller in proportion.
    """
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    widths = _shared(wishes, room)
    held: set[int] = set()
    while short := {place for place, width in enumerate(widths) if width < least[place] - 1e-6}:
        held |= short
        rest = room - sum(least[place] for place in held)
        free = _shared([0.0 if place in held else wish for place, wish in enumerate(wishes)], rest)
        widths = [least[place] if place in held else width for place, width in enumerate(free)]
    return widths


def _shared(wishes: Sequence[float], room: float) -> list[float]:
    total = sum(wishes) or 1.0
    return [wish * room / total for wish in wishes]
