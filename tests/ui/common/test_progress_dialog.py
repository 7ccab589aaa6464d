"""Progress is shown while work takes longer than a moment, and is out of the way of what comes of it."""

from threading import Event

import pytest
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.common.progress_dialog import watch
from ui.common.worker import Worker


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the moment after which it is shown."""
    monkeypatch.setattr("ui.common.progress_dialog._MOMENT_MS", 20)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """The window over which it is shown; it stays until Qt has deleted what the test leaves to it."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def is_shown(owner: QWidget) -> bool:
    return any(dialog.isVisible() for dialog in owner.findChildren(QProgressDialog))


def test_it_is_out_of_sight_before_what_follows_may_ask(owner: QWidget, qtbot: QtBot) -> None:
    go, seen = Event(), list[bool]()
    worker = Worker(owner)
    job = worker.run(lambda tell: go.wait(5), lambda _: seen.append(is_shown(owner)), print)
    watch(job, owner)
    qtbot.waitUntil(lambda: is_shown(owner))
    go.set()
    qtbot.waitUntil(lambda: bool(seen))
    worker.wait()
    assert seen == [False]


def test_a_job_that_two_watch_is_shown_once_over_what_is_open(owner: QWidget, qtbot: QtBot) -> None:
    go, dialog = Event(), QDialog(owner)
    dialog.open()
    worker = Worker(owner)
    job = worker.run(lambda tell: go.wait(5), print, print)
    watch(job, owner)
    watch(job, dialog)
    qtbot.waitUntil(lambda: is_shown(dialog))
    parents = [progress.parent() for progress in owner.findChildren(QProgressDialog)]
    go.set()
    qtbot.waitUntil(lambda: not owner.findChildren(QProgressDialog))
    worker.wait()
    assert parents == [dialog]
