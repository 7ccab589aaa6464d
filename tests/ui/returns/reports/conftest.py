"""The small district with a little recorded in one commune in the third quarter."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.sessions import Book
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.returns.reports.screen import ReportsScreen


@pytest.fixture
def recorded(book: Book, workplace: Workplace) -> Workplace:
    """The workplace in the third quarter, thirty-four talks held in xã Quế Lâm."""
    added(book, "outreach", held_on=date(2025, 7, 8), sessions=34, people=1240)
    workplace.choose_period(parse_period("2025-Q3"))
    return workplace


@pytest.fixture
def screen(recorded: Workplace, qtbot: QtBot) -> Iterator[ReportsScreen]:
    """The screen, shown and filled."""
    shown = ReportsScreen(recorded)
    qtbot.addWidget(shown)
    shown.resize(1190, 600)
    shown.show()
    shown.begin()
    shown.take_focus()
    wait(shown, qtbot)
    yield shown
    recorded.worker.wait()


def wait(screen: ReportsScreen, qtbot: QtBot) -> None:
    """Wait until the report stands on screen."""
    presenter = screen.presenter
    qtbot.waitUntil(lambda: not presenter.stale and not presenter.busy and presenter.report is not None)
