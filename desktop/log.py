"""The log: one file in the office's folder, the one before it kept. No words that an officer typed go in."""

import logging
from contextlib import suppress
from pathlib import Path

_LARGEST = 1_000_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def open_log(path: Path) -> logging.Handler:
    """Begin to write log lines to `path` and return what to close; a file beyond a megabyte is put aside first."""
    # No log, or one that cannot be put aside and goes on growing, is no reason not to start.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".1.log"))
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_FORMAT))
    logging.getLogger().addHandler(handler)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing log lines."""
    logging.getLogger().removeHandler(handler)
    handler.close()
