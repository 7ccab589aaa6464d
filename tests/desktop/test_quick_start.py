"""What the start leaves for later: nothing is loaded before the first list that the list does not need."""

import builtins
import gc
import subprocess
import sys
from pathlib import Path

import pytest

from db.sessions import Book
from desktop.quick_start import begin_start, end_start, plain_imports
from desktop.settings import open_preferences
from tests.helpers.books import unit_id

ROOT = Path(__file__).parents[2]
# They read and write files, migrate, encrypt, talk to servers: none of it is needed for a list.
FOR_LATER = (
    "alembic",
    "argon2",
    "asyncio",
    "cryptography",
    "defusedxml",
    "docx",
    "importlib.metadata",
    "openpyxl",
    "psycopg",
    "pypdfium2",
    "python_calamine",
    "rapidfuzz",
    "reportlab",
    "sqlcipher3",
    "ssl",
    "xlsxwriter",
)
LOADED = """
import sys
from pathlib import Path

from desktop.app import run_window

folder, *modules = sys.argv[1:]


def tell(window):
    print(*sorted(set(modules) & set(sys.modules)))
    window.close()


sys.exit(run_window(Path(folder), watch=lambda window: window.list_filled.connect(lambda: tell(window))))
"""
# What a record needs that is opened or typed in, and tables of which a list of outreach shows nothing.
FOR_RECORDS = (
    "db.records.plans",
    "db.records.returns",
    "db.records.scores",
    "db.services.entering.cautions",
    "db.services.entering.entries",
    "db.services.entering.links",
    "db.services.measuring.measures",
)
TYPED = """
import sys
from pathlib import Path

from desktop.app import run_window

DAY, UNIT = sys.argv[2:]


def work(window):
    screen = window.page
    screen.list.filters.line.setText("hoi thi")
    screen.new_row()
    for key, text in {"unit_id": UNIT, "held_on": DAY, "form": "talk", "sessions": "2", "people": "x"}.items():
        screen.form.put_in(key, text)
    told = [screen.presenter.entry.open, [item.place for item in screen.presenter.entry.findings]]
    screen.form.put_in("people", "40")
    kept = screen.presenter.entry.record_id
    window.workplace.undo()
    window.open_subject("inspections")
    print(*told, kept, screen.presenter.cautions(), window.page.presenter.shown.ids)
    window.close()


sys.exit(run_window(Path(sys.argv[1]), watch=lambda window: window.list_filled.connect(lambda: work(window))))
"""
WAITING = """
import sys
from pathlib import Path

from desktop.app import run_window

print("dataclasses" in sys.modules)


def tell(window):
    from db.rules.periods import Period

    print(vars(Period)["__init__"].__code__.co_name, vars(Period)["__delattr__"].__code__.co_name)
    window.close()


sys.exit(run_window(Path(sys.argv[1]), watch=lambda window: window.list_filled.connect(lambda: tell(window))))
"""
USES_ASYNCIO = """
from desktop.quick_start import import_database

import_database()
import asyncio
from importlib import metadata
from sqlalchemy.util import concurrency

print(asyncio.run(asyncio.sleep(0, "done")), metadata.version("SQLAlchemy") > "2")
print(concurrency.is_exit_exception(asyncio.CancelledError()), concurrency.is_exit_exception(ValueError()))
"""


def run(code: str, *arguments: str) -> list[str]:
    """Run code in a Python of its own; return the lines that it told."""
    asked = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.splitlines()


@pytest.mark.parametrize("subject", ["overview", "outreach"])
def test_what_the_first_list_does_not_need_is_not_loaded(book_folder: Path, subject: str) -> None:
    open_preferences(book_folder).set_text("window/subject", subject)
    assert run(LOADED, str(book_folder), *FOR_LATER) == [""]


def test_a_list_is_shown_before_what_its_records_need(book_folder: Path) -> None:
    open_preferences(book_folder).set_text("window/subject", "outreach")
    assert run(LOADED, str(book_folder), *FOR_RECORDS) == [""]


def test_one_may_type_as_soon_as_the_list_stands(book_folder: Path) -> None:
    open_preferences(book_folder).set_text("window/subject", "outreach")
    with Book(book_folder) as book, book.reading() as session:
        unit = unit_id(session, "99102")
    assert run(TYPED, str(book_folder), "02/03/2025", str(unit)) == ["True ['people'] 1 () ()"]


def test_methods_of_dataclasses_wait_for_their_call(book_folder: Path) -> None:
    assert run(WAITING, str(book_folder)) == ["False", "__init__ method"]


def test_what_was_put_off_is_loaded_when_it_is_wanted() -> None:
    assert run(USES_ASYNCIO) == ["done True", "True False"]


def test_imports_are_plain_for_a_while() -> None:
    hooked = builtins.__import__
    with plain_imports():
        inside = builtins.__import__
    assert builtins.__import__ is hooked
    assert "feature" not in repr(inside)


def test_garbage_is_looked_for_again_after_the_start() -> None:
    begin_start()
    during = gc.isenabled()
    end_start()
    gc.unfreeze()
    assert (during, gc.isenabled()) == (False, True)
