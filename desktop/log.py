"""The log: one file in the office's folder, the one before it kept. No words that an officer typed go in."""

import logging
from contextlib import suppress
from pathlib import Path

_LARGEST = 1_000_000
_OURS = "pcmd"


def open_log(path: Path) -> logging.Handler:
    """Begin to write log lines to `path` and return what to close; a file beyond a megabyte is put aside first."""
    # No log, or one that cannot be put aside and goes on growing, is no reason not to start.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".1.log"))
    handler = _LogFile(path)
    handler.setFormatter(_WithoutTypedWords())
    logging.getLogger().addHandler(handler)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing log lines."""
    logging.getLogger().removeHandler(handler)
    handler.close()


class _LogFile(logging.Handler):
    """Adds a line to the file, which is open for that moment only; a log that cannot be written is done without."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError), self._path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{self.format(record)}\n")


class _WithoutTypedWords(logging.Formatter):
    """Writes our own words, of a library only where it spoke, and of errors what the report tells."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line, and the lines of its error."""
        ours = record.name.split(".")[0] == _OURS
        words = record.getMessage() if ours else f"{record.module}:{record.lineno}"
        from desktop.crash_report import error_lines

        error = record.exc_info[1] if record.exc_info else None
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {words}"
        return "\n".join([line, *(error_lines(error) if error else [])])
