"""What whoever helps an office has to know of its PC and its book: counts and kinds, never a name or a typed word.

The folder's path is not told, only what kind of place it is: a path holds a user's name.
"""

import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication

from db.backups.keeping import listed
from db.connections import BOOK_NAME, is_plain
from db.keyring.files import load_ring
from db.migrations.store import SCHEMA, schema_of
from db.places import place_of
from db.rules.backups import FOLDER
from db.rules.formats import number_text
from desktop import paths
from desktop.about import texts
from desktop.about.log_lines import last_lines
from desktop.about.part_versions import version_of
from desktop.about.running import version
from ui.common.errors import is_known

if TYPE_CHECKING:
    from ui.common.workplace import Workplace

_MB = 2**20
_HOURS = timedelta(days=2)


def information(folder: Path, workplace: "Workplace | None", now: datetime) -> str:
    """Return the information on an office's folder; what only the open book knows is left out while it is closed."""
    lines = [
        _line(texts.PROGRAM, _program),
        _line(texts.SYSTEM, _system),
        _line(texts.SCREEN, _screens),
        _line(texts.FONT, _font),
        _line(texts.PLACE, lambda: _place(folder)),
        _line(texts.BOOK, lambda: _book(folder, is_open=workplace is not None)),
        _line(texts.ACCOUNTS, lambda: _accounts(folder)),
        _line(texts.BACKUPS, lambda: _backups(folder, now)),
    ]
    if workplace is not None:
        lines.append(_line(texts.COUNTS, lambda: _counts(workplace)))
    return "\n".join([*lines, *_log(paths.log_file(folder))])


def _line(title: str, ask: Callable[[], str]) -> str:
    # What cannot be found out may be the very trouble: its class is told, never its words.
    try:
        words = ask()
    except Exception as error:
        if not (is_known(error) or isinstance(error, OSError)):
            raise
        words = texts.UNKNOWN.format(error=type(error).__name__)
    return texts.LINE.format(title=title, words=words)


def _program() -> str:
    how = texts.BUILT if getattr(sys, "frozen", False) else texts.FROM_SOURCE
    return texts.VERSION.format(version=version() or texts.NO_VERSION, how=how, schema=SCHEMA)


def _system() -> str:
    libraries = texts.LIBRARIES.format(
        python=platform.python_version(),
        qt=qVersion(),
        sqlite=sqlite3.sqlite_version,
        sqlcipher=version_of("sqlcipher") or texts.NO_SQLCIPHER,
    )
    return f"{platform.platform()}; {libraries}"


def _screens() -> str:
    return "; ".join(
        texts.ONE_SCREEN.format(
            width=round(screen.size().width() * screen.devicePixelRatio()),
            height=round(screen.size().height() * screen.devicePixelRatio()),
            scale=round(screen.devicePixelRatio() * 100),
        )
        for screen in QGuiApplication.screens()
    )


def _font() -> str:
    # What is drawn with, not what was asked for.
    font = QFontInfo(QGuiApplication.font())
    return texts.ONE_FONT.format(family=font.family(), points=font.pointSize())


def _place(folder: Path) -> str:
    place = place_of(folder)
    words = " ".join(part for part in (texts.PLACES[place.kind], place.service) if part)
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return texts.FREE.format(place=words, size=number_text(shutil.disk_usage(there).free // _MB))


def _book(folder: Path, *, is_open: bool) -> str:
    path = folder / BOOK_NAME
    if not path.exists():
        return texts.NO_BOOK
    size, state = number_text(path.stat().st_size // _MB), texts.OPEN if is_open else texts.NOT_OPEN
    return texts.BOOK_SIZE.format(size=size, schema=_schema(path, is_open=is_open), state=state)


def _schema(path: Path, *, is_open: bool) -> str:
    # An open book is of the program's own schema; another one is looked at only where it needs no key.
    if is_open:
        return SCHEMA
    return schema_of(path) if is_plain(path) else texts.ENCRYPTED_SCHEMA


def _accounts(folder: Path) -> str:
    ring = load_ring(folder)
    if ring is None:
        return texts.NO_ACCOUNTS
    return texts.SOME_ACCOUNTS.format(count=len(ring.accounts), encrypts=texts.ENCRYPTS[ring.encrypts])


def _backups(folder: Path, now: datetime) -> str:
    found = listed(folder / FOLDER)
    if not found:
        return texts.NO_BACKUP
    return texts.LAST_BACKUP.format(count=len(found), age=_age(now - found[0].named.at))


def _age(age: timedelta) -> str:
    if age < timedelta(0):
        return texts.AHEAD
    if age < _HOURS:
        return texts.AGE_HOURS.format(count=age // timedelta(hours=1))
    return texts.AGE_DAYS.format(count=age.days)


def _counts(workplace: "Workplace") -> str:
    from db.services.measuring import counts
    from desktop.cli.texts import RECORD_COUNTS

    held = workplace.read(counts.records)
    return ", ".join(f"{RECORD_COUNTS[kind]} {number_text(count)}" for kind, count in held.items())


def _log(path: Path) -> Iterator[str]:
    lines = last_lines(path)
    words = texts.LOG_LINES.format(count=len(lines)) if lines else texts.NO_LOG
    yield texts.LINE.format(title=texts.LOG, words=words)
    yield from (f"  {line}" for line in lines)
