"""The small district with a little recorded in one commune in the third quarter."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from db.rules.entries import Values
from db.rules.periods import parse_period
from db.services.entering import entries
from db.sessions import Book
from tests.helpers.books import OFFICER, unit_id
from ui.common.workplace import Workplace
from ui.returns.filling.presenter import FillingPresenter


@pytest.fixture
def recorded(book: Book, workplace: Workplace) -> Workplace:
    """The workplace in the third quarter, one talk held in xã Quế Lâm."""
    with book.writing(who=OFFICER) as session:
        commune = unit_id(session, "99102")
        values: Values = {
            "held_on": date(2025, 7, 8),
            "unit_id": commune,
            "form": "talk",
            "sessions": 2,
            "people": 86,
        }
        entries.add(session, "outreach", values)
    workplace.choose_period(parse_period("2025-Q3"))
    return workplace


@pytest.fixture
def presenter(recorded: Workplace, qtbot: QtBot) -> Iterator[FillingPresenter]:
    """The returns of that quarter, filled."""
    made = FillingPresenter(recorded)
    with qtbot.waitSignal(made.filled_changed, check_params_cb=lambda: made.filled is not None):
        made.reload()
    yield made
    recorded.worker.wait()
