"""What is told of the log: when something was noted, how grave it was and where; words only where they are ours."""

import re
from contextlib import suppress
from pathlib import Path

_MOST_BYTES = 64 * 2**10
_OURS = "pcmd"
_LINE = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d{3} "
    r"(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) (?P<name>[\w.]{1,60}): (?P<words>.{0,80}).*"
)


def last_lines(path: Path, count: int = 10) -> tuple[str, ...]:
    """Return the last heads of entries of a log; one that is not there or not readable has none."""
    found = (_LINE.fullmatch(line) for line in _end_of(path).splitlines())
    told = [_told(line) for line in found if line is not None]
    return tuple(told[-count:])


def _told(line: re.Match[str]) -> str:
    head = f"{line['at']} {line['level']} {line['name']}"
    return f"{head}: {line['words']}" if line["name"].split(".")[0] == _OURS else head


def _end_of(path: Path) -> str:
    with suppress(OSError), path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _MOST_BYTES))
        return file.read(_MOST_BYTES).decode("utf-8", "replace")
    return ""
