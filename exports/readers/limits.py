"""How much a file from outside may hold before a reader is let near it."""

from dataclasses import dataclass

from db.packages import PackageLimits


@dataclass(frozen=True, kw_only=True)
class Limits(PackageLimits):
    """Caps of the gate, all inclusive; sizes in bytes."""

    file_bytes: int = 32 * 2**20
    rows: int = 100_000
    columns: int = 1_000
    # A dense reader holds the whole rectangle up to the last filled row and column.
    rectangle: int = 600_000
    tags: int = 4_000_000
    # A plan of 100 pages as Word writes it has some 100,000.
    document_tags: int = 1_000_000


LIMITS = Limits()
# A district's ten years are some 10 MB of text; the most rows that a handed book may have are some 200 MB.
# Rows of one kind are much alike, so they pack far better than what people write.
HANDED_LIMITS = Limits(file_bytes=64 * 2**20, unpacked_bytes=160 * 2**20, ratio=1_000)
# A return of a province of 600 communes has some 50,000 cells in its widest form; a batch has many returns.
RETURN_LIMITS = Limits(
    file_bytes=16 * 2**20, unpacked_bytes=48 * 2**20, rows=20_000, rectangle=400_000, tags=3_000_000
)
