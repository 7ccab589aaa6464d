"""The work of a program that brings old books up to date, and how it is judged: each wholly old or wholly new."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from db.migrations.store import SCHEMA, prepare_store, schema_of
from db.new_book import take_new_content
from db.sessions import BOOK_NAME, Book
from tests.db.released.dumping import FOLDER, load
from tests.helpers.books import NOW, OFFICER
from tests.torture.ledger import Ledger, Line
from tests.torture.soundness import complaints, strangers
from tests.torture.work import WRITING_WHOLE, Judgement, Scene, Work

# What the first start of a newer program writes by itself; the office gets the key of its book.
_OF_A_START = ("content", "office", "step", "change", "sqlite_sequence")
_OLD = sorted(path.stem for path in FOLDER.glob("*.sql"))[:-1]


def live(scene: Scene, ledger: Ledger) -> None:
    """Bring one small book of an earlier schema after the other up to date, as the start of the window does."""
    random = Random(scene.seed)
    for number in count():
        folder = scene.folder / str(number)
        folder.mkdir()
        schema = random.choice(_OLD)
        load(schema, folder / BOOK_NAME)
        ledger.note("begun", number=number, schema=schema)
        with Book(folder, clock=lambda: NOW) as book:
            prepare_store(folder / BOOK_NAME)
            ledger.note("done", number=number)
            take_new_content(book, who=OFFICER)


def judge(scene: Scene, lines: Sequence[Line]) -> Judgement:
    """Compare each book with the old one and with what the migrations make of it undisturbed."""
    done = {line["number"] for line in lines if line["what"] == "done"}
    wrong: list[str] = []
    left: list[str] = []
    for line in lines:
        if line["what"] == "begun":
            folder = scene.folder / str(line["number"])
            wrong += _wrong(folder, line["schema"], scene.beginning, told=line["number"] in done)
            left += strangers(folder)
    return Judgement(len(done), wrong, left)


def _wrong(folder: Path, schema: str, aside: Path, *, told: bool) -> list[str]:
    path = folder / BOOK_NAME
    found = schema_of(path)
    if found not in (schema, SCHEMA) or (told and found != SCHEMA):
        return [
            f"a book of schema {schema} has schema {found} after a migration that was {'' if told else 'not '}told"
        ]
    if found == schema and _fingerprint(path) != _fingerprint(_undisturbed(aside, schema, schema)):
        return [f"a book of schema {schema} is neither old nor new"]
    prepare_store(path)
    if _fingerprint(path) != _fingerprint(_undisturbed(aside, schema, SCHEMA)):
        return [f"a book of schema {schema} is not what an undisturbed migration makes of it"]
    return complaints(folder)


def _undisturbed(aside: Path, schema: str, wanted: str) -> Path:
    """Make the book of a schema, or what the migrations make of it, once for all runs; return its file."""
    path = aside.parent.parent / f"undisturbed-{schema}-{wanted}.db"
    if not path.exists():
        load(schema, path)
        if wanted == SCHEMA:
            prepare_store(path)
    return path


def _fingerprint(path: Path) -> str:
    """Return a short name of the rows of the tables of records, without content that a start adds."""
    with closing(sqlite3.connect(path)) as connection:
        rows = {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
            if name not in _OF_A_START and not name.startswith("search_")
        }
    return sha256(repr(rows).encode()).hexdigest()


MIGRATION = Work(
    "migration of books of each earlier schema",
    live,
    judge,
    longest_s=1.5,
    most_calls=400,
    ends_between=WRITING_WHOLE,
)
