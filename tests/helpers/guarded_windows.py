"""The window of an office with accounts."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.accounts import GuardedOffice
from tests.helpers.books import NOW
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.shell.window import Window


@pytest.fixture
def guarded_window(guarded: GuardedOffice, preferences: Preferences, qtbot: QtBot) -> Iterator[Window]:
    """The window of an administrator who signed in: it has the most keys."""
    who = guarded.sign_in()
    made = Window(preferences)
    qtbot.addWidget(made)
    made.show()
    workplace = Workplace(guarded.open(who), preferences, signed_in=who, clock=lambda: NOW)
    with qtbot.waitSignal(made.list_filled):
        made.attach(workplace)
    yield made
    workplace.close()
