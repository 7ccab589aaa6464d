"""Adds up what an office received as a process of its own; tells the most memory that it held.

Argument: the office's folder.
"""

import sys
from pathlib import Path

from tests.benchmarks.return_adding import add_up
from tests.benchmarks.telling import memory_mb, say


def main(office: str) -> int:
    """Add up and tell."""
    add_up(Path(office))
    say("memory", memory_mb())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
