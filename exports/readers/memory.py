"""How much memory and time a child process may take. On Windows a job bounds the memory (`jobs`)."""

import sys
import time

# With what the program itself takes meanwhile it is below 300 MB.
MEMORY_BYTES = 192 * 2**20
# Whoever waits gives up sooner; should that process be gone, this one does not work on for ever.
_SECONDS = 30


def bound(most: int = MEMORY_BYTES) -> None:
    """Let the system end this process rather than give it more bytes, or more than so many seconds from now."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + _SECONDS, hard))
