"""What holds for every test: its surroundings, its guards, its fixtures.

A test fails on a log line, a Qt message or a Python warning that it did not expect, on a window, thread or
timer that it leaves behind, and on a message box or file dialog that it did not ask for; `helpers/test_guards.py`
proves it. The database of the tests (a migrated file, built once, copied for each test) belongs into `helpers/`,
its fixture here.
"""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine

from db import sessions
from db.migrations import store
from tests.helpers.accounts import guarded, ring_of_office, staffed
from tests.helpers.books import book, book_folder, book_template, template_folder
from tests.helpers.changed_borders import changed_book, changed_folder, changed_template
from tests.helpers.compiled_once import CompiledOnce
from tests.helpers.cut_offs import start
from tests.helpers.dien_bien import (
    dien_bien,
    dien_bien_folder,
    dien_bien_template,
    merged,
    merged_template,
    settled,
    settled_template,
)
from tests.helpers.guarded_windows import guarded_window
from tests.helpers.handed_books import ended_book, ended_folder, ended_template, full_book, full_template
from tests.helpers.keyboard import let_go
from tests.helpers.leftovers import Leftovers, MadeObjects
from tests.helpers.log_lines import LogLines
from tests.helpers.made_once import MigratedOnce
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from tests.helpers.surroundings import leave_the_users_own
from tests.helpers.workplaces import open_workplace, preferences, workplace

__all__ = [
    "book",
    "book_folder",
    "book_template",
    "changed_book",
    "changed_folder",
    "changed_template",
    "dien_bien",
    "dien_bien_folder",
    "dien_bien_template",
    "ended_book",
    "ended_folder",
    "ended_template",
    "full_book",
    "full_template",
    "guarded",
    "guarded_window",
    "merged",
    "merged_template",
    "open_workplace",
    "preferences",
    "ring_of_office",
    "settled",
    "settled_template",
    "staffed",
    "start",
    "template_folder",
    "workplace",
]

_USERS_FOLDERS = leave_the_users_own()
_FAILED = pytest.StashKey[bool]()

# CI must say the same twice; at the desk new examples are welcome. No deadline: the machines are small.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_configure(config: pytest.Config) -> None:
    """Remove the folders of this run when it ends, and let nobody look for garbage until the tests begin."""
    config.add_cleanup(_USERS_FOLDERS.cleanup)
    config.add_cleanup(gc.enable)
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage again, but never among modules and tests: a sixth of a run went there."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failure: its traceback keeps windows alive, which then is not the test's fault."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists and plans beside the project; without it the tests that read it fail."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    assert folder.is_dir(), f"no folder {folder}: the tests read real unit lists and plans there"
    return folder


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Let the books of a run share their compiled statements."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "create_engine", CompiledOnce(create_engine))
        yield


@pytest.fixture(scope="session", autouse=True)
def migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MigratedOnce]:
    """Let new books be copies of the first one."""
    migrated = MigratedOnce(store._migrate, tmp_path_factory.mktemp("empty"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_migrate", migrated)
        yield migrated


@pytest.fixture(scope="session")
def made_objects() -> Iterator[MadeObjects]:
    """The watch over timers, threads and pools that Python makes."""
    watch = MadeObjects()
    with pytest.MonkeyPatch.context() as patch:
        watch.watch(patch.setattr)
        yield watch


@pytest.fixture(autouse=True)
def leftovers(made_objects: MadeObjects, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window, a thread or a timer behind."""
    before = Leftovers(made_objects)
    yield
    if not request.node.stash.get(_FAILED, False):
        _fail_on(before.complaints())


@pytest.fixture(autouse=True)
def keys_let_go() -> Iterator[None]:
    """Leave no key held down."""
    yield
    let_go()


@pytest.fixture(autouse=True)
def log_lines() -> Iterator[LogLines]:
    """Fail a test on a log line at WARNING or above, unless it called `log_lines.expect(level, pattern)`."""
    lines = LogLines()
    with lines.listening():
        yield lines
    _fail_on(lines.complaints())


@pytest.fixture(autouse=True)
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Modals]:
    """Fail a test on a modal dialog, unless it called `dialogs.expect(DialogClass, act)`, in their order."""
    modals = Modals()
    modals.watch(monkeypatch.setattr)
    yield modals
    _fail_on(modals.complaints())


@pytest.fixture
def message_boxes(dialogs: Modals) -> MessageBoxes:
    """Answer a message box: `message_boxes.expect("Xóa", "words it must hold")`."""
    return MessageBoxes(dialogs)


@pytest.fixture
def file_dialogs(dialogs: Modals) -> FileDialogs:
    """Answer a file dialog: `file_dialogs.expect(path)`, or `expect(None)` for Esc."""
    return FileDialogs(dialogs)


def _fail_on(complaints: list[str]) -> None:
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)
