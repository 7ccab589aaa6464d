"""The file of the ring, beside the book: whole or not at all."""

import json
from pathlib import Path

from db.keyring.ring import Ring, plain_of, ring_from
from db.trouble import telling
from db.whole_files import replacing

RING_NAME = "so-pcmd.khoa"
# Some hundred accounts; a larger file is none of ours.
_MOST_BYTES = 256 * 2**10


class RingNotReadable(Exception):
    """The file of accounts is damaged, or of a newer program; nobody can sign in, and nothing was changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


def load_ring(folder: Path) -> Ring | None:
    """Return the ring of an office's folder, none where it works without accounts; raises RingNotReadable."""
    path = folder / RING_NAME
    if not path.exists():
        return None
    try:
        with telling(path), path.open("rb") as file:
            return ring_of(file.read(_MOST_BYTES + 1))
    except ValueError as error:
        raise RingNotReadable(path) from error


def ring_of(data: bytes) -> Ring:
    """Return the ring of a file's bytes; raises ValueError for what is none."""
    if len(data) > _MOST_BYTES:
        raise ValueError("too long")
    try:
        return ring_from(json.loads(data))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no ring") from error


def ring_bytes(ring: Ring) -> bytes:
    """Return the ring as its file holds it."""
    return json.dumps(plain_of(ring), ensure_ascii=False, indent=1).encode()


def save_ring(folder: Path, ring: Ring) -> None:
    """Write the ring; raises TargetNotWritable, and the earlier one stays."""
    with replacing(folder / RING_NAME) as path:
        path.write_bytes(ring_bytes(ring))
