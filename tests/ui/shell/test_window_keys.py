"""A key means one thing wherever the cursor is: Qt does nothing at all where two shortcuts claim it."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.subjects import SUBJECTS, Subject
from ui.shell.window import Window

_WIDE = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)


def reaches(shortcut: QShortcut, other: QShortcut) -> bool:
    """Whether a shortcut counts wherever the other one does."""
    owner, place = shortcut.parent(), other.parent()
    assert isinstance(owner, QWidget) and isinstance(place, QWidget)
    return shortcut.context() in _WIDE or owner is place or owner.isAncestorOf(place)


def claimed_twice(window: Window) -> set[tuple[str, str, str]]:
    """The keys that two shortcuts claim of what is seen now, and whose they are."""
    seen = [
        shortcut
        for shortcut in window.findChildren(QShortcut)
        if isinstance(owner := shortcut.parent(), QWidget) and owner.isVisible()
    ]
    return {
        (one.key().toString(), type(one.parent()).__name__, type(other.parent()).__name__)
        for one, other in combinations(seen, 2)
        if one.key() == other.key() and (reaches(one, other) or reaches(other, one))
    }


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.key)
def test_no_two_shortcuts_claim_one_key(guarded_window: Window, subject: Subject, qtbot: QtBot) -> None:
    found = set()
    for key in (subject.key, *(page.key for page in subject.pages)):
        guarded_window.open_subject(key)
        found |= claimed_twice(guarded_window)
    worker = guarded_window.workplace.worker if guarded_window.workplace is not None else None
    # What the pages read on the worker comes back to them.
    qtbot.waitUntil(lambda: worker is not None and worker.is_free)
    QApplication.processEvents()
    assert found == set()


def test_two_that_claim_one_key_are_seen(guarded_window: Window) -> None:
    QShortcut(QKeySequence("Ctrl+L"), guarded_window.screens[guarded_window.screen_key])
    assert [key for key, *_ in claimed_twice(guarded_window)] == ["Ctrl+L"]
