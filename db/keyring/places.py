"""Where the ring of an office lies. Imports nothing: an office without accounts is asked no more than this at its start."""

from pathlib import Path

RING_NAME = "so-pcmd.khoa"
COPY_NAME = "so-pcmd.khoa.cu"


def has_ring(folder: Path) -> bool:
    """Tell whether an office works with accounts: there is a ring, or its copy."""
    return (folder / RING_NAME).exists() or (folder / COPY_NAME).exists()
