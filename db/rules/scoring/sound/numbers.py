"""Numbers of points as a book keeps them: thousandths, rounded to the decimals of the set, of a sensible size."""

from collections.abc import Iterator
from decimal import Decimal

from db.rules.findings import Finding
from db.rules.formats import number_text

# Beyond it no issued table goes, and sums stay exact.
LARGEST = Decimal(100_000)


def points_findings(points: Decimal, place: str, decimals: int) -> Iterator[Finding]:
    """Return what is wrong with the size and the decimals of points."""
    if abs(points) > LARGEST:
        yield Finding("too_large", place, number_text(points))
    elif points * 1000 % 1:
        yield Finding("too_precise", place, number_text(points))
    elif 0 <= decimals <= 3 and points * 10**decimals % 1:
        yield Finding("finer_than_set", place, number_text(points), {"decimals": str(decimals)})
