"""Repair a book: whatever can be read of it goes into a new one, and what could not is listed."""

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.orm import Session

from db.connections import connect, database_errors
from db.migrations.store import SCHEMA, NotABook, create_store, prepare_store
from db.new_book import BookExists
from db.records import Base
from db.records.base import Clock
from db.repair.chaining import begin_anew, fill_gaps
from db.repair.damaged_copy import NothingToRead, copy_damaged, open_damaged
from db.repair.log_rows import LoggedRows, name_in, put_back
from db.repair.losses import Fate, Loss, Repaired
from db.repair.rows import counted, read_rows
from db.repair.taking_over import Table
from db.services.searching import search_index
from db.sessions import BOOK_NAME, Book
from db.trouble import telling

Tell = Callable[[str], None]
_NUMBERED = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY name"
_MOST_NAMES = 500


@dataclass(frozen=True)
class _Aside:
    """A row that was read and not written: why, and its name."""

    fate: Fate
    name: str


@dataclass
class _Work:
    """What is known while a book is repaired: rows written as they were, tables that are broken, rows set aside."""

    rows: int = 0
    broken: dict[str, set[int]] = field(default_factory=dict)
    aside: dict[tuple[str, int], _Aside] = field(default_factory=dict)
    from_log: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lost: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def repair(
    book: Path, out: Path, *, who: str, clock: Clock, tell: Tell, key: bytes | None = None
) -> Repaired:
    """Make a new book in the folder `out` of what can be read in the file `book`, which is only copied.

    `tell` hears each table and may stop it by raising. Raises NothingToRead, BookExists or TargetNotWritable; then
    there is no new book. A log that was not read whole is chained anew, behind a step by `who` that says so.
    """
    made = out / BOOK_NAME
    if made.exists():
        raise BookExists(out)
    if not book.is_file():
        raise NotABook(book, "missing")
    with telling(made):
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".repair-", dir=out) as workshop:
            repaired = _repair(book, Path(workshop), who, clock, tell, key)
            (Path(workshop) / "new" / BOOK_NAME).rename(made)
    return repaired


def _repair(book: Path, workshop: Path, who: str, clock: Clock, tell: Tell, key: bytes | None) -> Repaired:
    copy, home = workshop / "damaged.db", workshop / "new"
    path = home / BOOK_NAME
    home.mkdir()
    copy_damaged(book, copy)
    work = _Work()
    with closing(open_damaged(copy, key)) as old:
        schema = _schema_of(old, book)
        create_store(path, key, schema)
        with _unbound(path, key) as new:
            _copy_tables(old, new, work, tell)
            fill_gaps(new, who)
            if schema != SCHEMA:
                _leave_orphans_out(new, work)  # A migration goes through only where every reference holds.
    prepare_store(path, key)
    with Book(home, clock=clock, key=key) as opened, opened.writing(who=who) as session:
        _bring_back(session, work)
    with _unbound(path, key) as new:
        _leave_orphans_out(new, work)
        if new.execute("SELECT count(*) FROM office").fetchone() != (1,):
            raise NothingToRead(book)  # Nobody could open a book that is no office's.
    with Book(home, clock=clock, key=key) as opened, opened.writing(who=who) as session:
        search_index.rebuild(session)
        anew = begin_anew(session, _counts(work))
    return Repaired(work.rows, tuple(_losses(work)), anew)


@contextmanager
def _unbound(path: Path, key: bytes | None) -> Iterator[sqlite3.Connection]:
    """Open the new book without its references being watched: rows come in any order."""
    with closing(connect(path, key=key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection
        connection.commit()


def _schema_of(old: sqlite3.Connection, book: Path) -> str:
    try:
        names = {row[0] for row in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except database_errors() as error:
        raise NothingToRead(book) from error
    if b"office" not in names and b"step" not in names:
        raise NothingToRead(book)
    try:
        schema = str(old.execute("SELECT version_num FROM alembic_version").fetchone()[0], "ascii")
    except _unreadable():
        return SCHEMA
    return min(schema, SCHEMA) if schema.isdigit() and len(schema) == len(SCHEMA) else SCHEMA


def _unreadable() -> tuple[type[Exception], ...]:
    return TypeError, ValueError, *database_errors()


def _copy_tables(old: sqlite3.Connection, new: sqlite3.Connection, work: _Work, tell: Tell) -> None:
    for (name,) in new.execute(_NUMBERED).fetchall():
        tell(name)
        # What a migration ships comes from the old book, as the office has it.
        new.execute(f'DELETE FROM "{name}"')
        kinds = {row[1]: row[2] for row in new.execute(f'PRAGMA table_info("{name}")')}
        table = Table(name, kinds, _columns(old, name))
        if table.columns:
            _copy_table(old, new, table, work)
        else:
            work.broken[name] = set()
        if not _keep_counter(old, new, name):
            work.broken.pop(name, None)  # No row was ever in it.


def _copy_table(old: sqlite3.Connection, new: sqlite3.Connection, table: Table, work: _Work) -> None:
    read = read_rows(old, table.name, table.columns)
    if read.is_broken:
        work.broken[table.name] = read.unread
    for number, row in sorted(read.rows.items()):
        values, is_text_broken = table.as_text(row)
        # The log may know better what is broken; it is asked once the whole log is read.
        if is_text_broken or not table.is_possible(values) or not table.put(new, number, values):
            fate = Fate.BROKEN_TEXT if is_text_broken else Fate.AGAINST_RULES
            name = name_in(dict(zip(table.columns, values, strict=True)))
            work.aside[table.name, number] = _Aside(fate, name or f"#{number}")
        else:
            work.rows += 1


def _columns(old: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1].decode(errors="replace") for row in old.execute(f'PRAGMA table_info("{table}")')]
    except database_errors():
        return []


def _keep_counter(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> bool:
    """Let no number of a row that was lost be given to another one; tell whether the table may have had any row."""
    highest = new.execute(f'SELECT max(id) FROM "{table}"').fetchone()[0] or 0
    told = counted(old, table)
    given = max(highest, told or 0)
    new.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    new.execute("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", (table, given))
    return given > 0 or told is None


def _leave_orphans_out(new: sqlite3.Connection, work: _Work) -> None:
    while orphans := {(row[0], row[1]) for row in new.execute("PRAGMA foreign_key_check") if row[1]}:
        for table, number in sorted(orphans):
            columns = [row[1] for row in new.execute(f'PRAGMA table_info("{table}")')]
            row = new.execute(f'SELECT * FROM "{table}" WHERE id = ?', (number,)).fetchone()
            name = name_in(dict(zip(columns, row, strict=True))) or f"#{number}"
            new.execute(f'DELETE FROM "{table}" WHERE id = ?', (number,))
            work.aside[table, number] = _Aside(Fate.WITHOUT_PARENT, name)


def _bring_back(session: Session, work: _Work) -> None:
    """Write from the log what the tables did not give, parents before their children."""
    logged = LoggedRows(session)
    for table in (table.name for table in Base.metadata.sorted_tables):
        there = set(session.connection().exec_driver_sql(f'SELECT id FROM "{table}"').scalars())
        missing = {number for name, number in work.aside if name == table} - there
        if table in work.broken:
            missing |= (work.broken[table] | logged.numbers(table)) - there
        for number in sorted(missing):
            values = logged.values(table, number)
            if values is not None and put_back(session, table, values):
                work.aside.pop((table, number), None)
                work.from_log[table].append(logged.name(table, number))
            elif (table, number) not in work.aside:
                work.lost[table].append(logged.name(table, number))


def _losses(work: _Work) -> Iterator[Loss]:
    grouped: dict[tuple[str, Fate], list[str]] = defaultdict(list)
    for (table, _), aside in sorted(work.aside.items()):
        grouped[table, aside.fate].append(aside.name)
    for fate, names_of in ((Fate.FROM_LOG, work.from_log), (Fate.LOST, work.lost)):
        for table, names in names_of.items():
            grouped[table, fate] += names
    for table in work.broken.keys() - {table for table, _ in grouped}:
        grouped[table, Fate.LOST] = []  # Something is gone, and nothing says how much.
    for (table, fate), names in sorted(grouped.items()):
        yield Loss(table, fate, len(names), tuple(names[:_MOST_NAMES]))


def _counts(work: _Work) -> dict[str, int]:
    """Return how many rows of each table are not as they were: what the log's step says."""
    return {f"{loss.table}.{loss.fate}": loss.count for loss in _losses(work)}
