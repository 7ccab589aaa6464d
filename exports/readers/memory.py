"""How much memory a child process may take."""

import sys

MEMORY_BYTES = 768 * 2**20


def bound_memory(most: int = MEMORY_BYTES) -> None:
    """Let the system end this process rather than give it more than so many bytes (not on Windows)."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
