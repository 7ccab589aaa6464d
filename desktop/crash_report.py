"""What is told of an error that is our own fault: where in the program it happened, and of which class it is.

Never its words, its values or a line of source: they hold what officers typed. A class is told by the name under which
its module holds it, a file by its place below the program or a library: both were written by programmers.
"""

import errno
import os
import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from traceback import walk_tb
from types import CodeType

from desktop.about.running import version

_ROOT = Path(__file__).resolve().parents[1]
_PYTHON = Path(os.__file__).parent
_OURS = ("db", "ui", "exports", "desktop", "tests")
_LIBRARIES = ("site-packages", "dist-packages")
_UNKNOWN = "…"
# What is told of a long trace: its beginning and its end.
_FIRST, _LAST = 8, 32
_MOST_CAUSES, _MOST_TOGETHER = 8, 5
_SQLITE_NAME = re.compile(r"SQLITE_[A-Z_]{1,60}")
_NATIVE_FRAME = re.compile(r'\s*File "(?P<file>.*)", line (?P<line>\d{1,7}) in (?P<function>[\w<>.]+)')
_NATIVE_HEAD = re.compile(
    r"(Fatal Python error: [A-Z][A-Za-z ]{1,40}|Windows fatal exception: [a-z0-9 ]{1,40}"
    r"|Current thread 0x[0-9a-f]+ .*|Thread 0x[0-9a-f]+ .*)"
)


def report_of(error: BaseException) -> str:
    """Return the report of an error: the program, the classes of the error and of its causes, where it happened."""
    return "\n".join([*head(), *error_lines(error)])


def head() -> list[str]:
    """Return which program it is, on what it runs."""
    from db.migrations.store import SCHEMA

    return [
        f"Sổ PCMD {version() or _UNKNOWN}, schema {SCHEMA}",
        f"Python {platform.python_version()}, Qt {_qt_version()}, SQLite {sqlite3.sqlite_version}",
        platform.platform(),
    ]


def error_lines(error: BaseException) -> list[str]:
    """Return the classes of an error and of what caused it, each with its frames."""
    return list(_chain(error, set()))


def place_of(error: BaseException) -> str:
    """Return what two errors of the same kind at the same place have in common."""
    frames = [*walk_tb(error.__traceback__)][-1:]
    return " ".join([_class_name(type(error)), *(_frame(frame.f_code, line) for frame, line in frames)])


def native_lines(trace: str) -> list[str]:
    """Return what `faulthandler` wrote, without the folders of this PC."""
    return [line for written in trace.splitlines() if (line := _native_line(written))]


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    told: BaseException | None = error
    while told is not None and id(told) not in seen:
        if len(seen) >= _MOST_CAUSES:
            yield "because of more"
            return
        seen.add(id(told))
        yield from _one(told, seen)
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
        if told is not None and id(told) not in seen:
            yield "because of"


def _one(error: BaseException, seen: set[int]) -> Iterator[str]:
    yield _class_name(type(error)) + _code(error)
    frames = [_frame(frame.f_code, line) for frame, line in walk_tb(error.__traceback__)]
    if len(frames) > _FIRST + _LAST:
        frames[_FIRST:-_LAST] = [f"{_UNKNOWN} {len(frames) - _FIRST - _LAST} more"]
    yield from (f"  {line}" for line in frames)
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions[:_MOST_TOGETHER]:
            yield from (f"  | {line}" for line in _chain(each, seen))


def _class_name(kind: type[BaseException]) -> str:
    """Return the first class, from this one upwards, that its module holds under its name."""
    return next(name for each in kind.__mro__ if (name := _held_name(each)))


def _held_name(kind: type) -> str:
    module, name = kind.__module__, kind.__qualname__
    held: object = sys.modules.get(module)
    for part in name.split("."):
        held = getattr(held, part, None)
    if held is not kind:
        return ""
    return name if module == "builtins" else f"{module}.{name}"


def _code(error: BaseException) -> str:
    """Return the code that SQLite or the system gave: a name out of a fixed list."""
    name = getattr(error, "sqlite_errorname", None)
    if isinstance(name, str) and _SQLITE_NAME.fullmatch(name):
        return f" {name}"
    number = (error.errno or 0) if isinstance(error, OSError) else 0
    return f" {errno.errorcode[number]}" if number in errno.errorcode else ""


def _frame(code: CodeType, line: int | None) -> str:
    file = _file(code.co_filename)
    return file if file == _UNKNOWN else f"{file}:{line} {code.co_name}"


def _file(name: str) -> str:
    """Return a file by its place below a library, Python or the program; any other is not told."""
    path = PurePath(name)
    for folder in _LIBRARIES:
        if path.is_absolute() and folder in path.parts:
            return "/".join(path.parts[path.parts.index(folder) + 1 :])
    if path.is_relative_to(_PYTHON):
        return path.relative_to(_PYTHON).as_posix()
    below = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path
    # A built program names its files without a folder.
    told = not below.is_absolute() and (
        below.parts[0] in _OURS or PurePath(below.parts[0]).stem in sys.modules
    )
    return below.as_posix() if told else _UNKNOWN


def _native_line(written: str) -> str:
    frame = _NATIVE_FRAME.fullmatch(written)
    if frame is not None:
        file = _file(frame["file"])
        return f"  {file}" if file == _UNKNOWN else f"  {file}:{frame['line']} {frame['function']}"
    found = _NATIVE_HEAD.match(written)
    return found[0].split(" (most")[0].split(" [")[0] if found else ""


def _qt_version() -> str:
    loaded = sys.modules.get("PySide6.QtCore")
    return str(loaded.qVersion()) if loaded is not None else _UNKNOWN
