"""Whole workbooks from outside, many of them: one child process reads one after the other.

The child stands behind the gate and has bounded memory; one that dies or hangs at a file takes that file with it, and
the next file gets another child.
"""

import hashlib
import json
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from threading import Event, Timer
from types import TracebackType
from typing import Any

from db.rules.findings import Finding, Refused
from exports.readers.book_child import LENGTH
from exports.readers.children import Started, child_command
from exports.readers.gate import content
from exports.readers.limits import RETURN_LIMITS

SECONDS = 6.0
_MODULE, _KIND = "exports.readers.book_child", "xlsx"
_LEAVES = 2.0


@dataclass(frozen=True)
class BookAnswer:
    """A workbook as its child told it (`book_child.book_answer`), numbers exact."""

    name: str
    sha256: str
    told: Mapping[str, Any]


class BookReader:
    """Reads workbooks while it is open: `with BookReader() as reader: reader.read(path)`."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._started: Started | None = None

    def __enter__(self) -> "BookReader":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._leave()

    def read(self, path: Path) -> BookAnswer:
        """Read a workbook; raises `Refused`, named after the file, and goes on with the next one."""
        data = content(path, RETURN_LIMITS)
        try:
            told = json.loads(self._asked(data), parse_float=Decimal, parse_constant=str)
            if "refused" in told:
                raise Refused([Finding(**finding) for finding in told["refused"]])
        except Refused as refused:
            raise Refused(refused.findings, path.name) from refused
        except ValueError as error:
            raise Refused([Finding("workbook_not_readable")], path.name) from error
        return BookAnswer(path.name, hashlib.sha256(data).hexdigest(), told)

    def _asked(self, data: bytes) -> bytes:
        started, is_late = self._running(), Event()
        timer = Timer(self._seconds, _give_up, (started.process, is_late))
        timer.start()
        try:
            return _exchange(started.process, data)
        except (OSError, EOFError) as error:
            self._end(started)
            raise Refused(
                [Finding("workbook_too_slow" if is_late.is_set() else "workbook_not_readable")]
            ) from error
        finally:
            timer.cancel()
            timer.join()

    def _running(self) -> Started:
        if self._started is None or self._started.process.poll() is not None:
            self._leave()
            self._started = Started(child_command(_MODULE, _KIND))
        return self._started

    def _leave(self) -> None:
        """Let the child go: it ends when nothing more can come."""
        if self._started is None:
            return
        process = self._started.process
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_LEAVES)
        self._end(self._started)

    def _end(self, started: Started) -> None:
        started.end()
        self._started = None


def _give_up(process: subprocess.Popen[bytes], is_late: Event) -> None:
    is_late.set()
    process.kill()


def _exchange(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    """Send a file and return the answer; raises EOFError where the child ended before it had answered."""
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(LENGTH.pack(len(data)))
    process.stdin.write(data)
    process.stdin.flush()
    return _exactly(process, *LENGTH.unpack(_exactly(process, LENGTH.size)))


def _exactly(process: subprocess.Popen[bytes], length: int) -> bytes:
    assert process.stdout is not None
    read = process.stdout.read(length)
    if len(read) < length:
        raise EOFError
    return read
