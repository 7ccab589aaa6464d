"""Log lines at WARNING or above: each was expected by name, or the test fails."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager


class LogLines(logging.Handler):
    """Collects what is logged during a test and compares it with what the test said it expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self._records.append(record)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear every logger that passes its lines on to the root."""
        root = logging.getLogger()
        root.addHandler(self)
        try:
            yield
        finally:
            root.removeHandler(self)

    def expect(self, level: int, pattern: str) -> None:
        """Expect at least one line of this level that the pattern is found in."""
        self._expected.append((level, pattern))

    def complaints(self) -> list[str]:
        """Return the lines that nobody expected and the expected ones that never came."""
        surprises = [record for record in self._records if not self._was_expected(record)]
        missed = [
            wanted for wanted in self._expected if not any(_fits(line, wanted) for line in self._records)
        ]
        return [
            *(
                f"unexpected log line: {line.levelname} {line.name}: {line.getMessage()}"
                for line in surprises
            ),
            *(f"no log line at {logging.getLevelName(level)} with {pattern!r}" for level, pattern in missed),
        ]

    def _was_expected(self, record: logging.LogRecord) -> bool:
        return any(_fits(record, wanted) for wanted in self._expected)


def _fits(record: logging.LogRecord, wanted: tuple[int, str]) -> bool:
    level, pattern = wanted
    return record.levelno == level and re.search(pattern, record.getMessage()) is not None
