"""Runs a module as the only child of a small process; tells its seconds and the most memory that it ever held.

The memory of a child counts what its parent held when it was made: the benchmarks themselves hold much.
"""

import resource
import subprocess
import sys
from time import perf_counter

from tests.benchmarks.telling import say


def main(*arguments: str) -> int:
    """Run `python -m` with the arguments and tell."""
    began = perf_counter()
    subprocess.run([sys.executable, "-m", *arguments], check=True, capture_output=True)
    say("seconds", perf_counter() - began)
    say("memory", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
