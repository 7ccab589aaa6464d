"""What a child process tells its parent. Imports next to nothing: it stands in the measured time."""

from pathlib import Path


def say(mark: str, value: float | None = None) -> None:
    """Tell that a mark is reached, or a value of the child's own."""
    print(mark if value is None else f"{mark} {value}", flush=True)


def memory_mb() -> float:
    """Return the most memory this process ever held, in MB (Linux; shared libraries count)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024
