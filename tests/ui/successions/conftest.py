"""A workplace on the province's book, its units of both days read."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from db.rules.periods import parse_period
from db.services import units
from db.sessions import Book
from tests.helpers.books import unit_lines
from tests.helpers.dien_bien import JULY
from tests.helpers.sample_records import step
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace


@pytest.fixture
def workplace(dien_bien: Book, preferences: Preferences) -> Iterator[Workplace]:
    """The officer's workplace in the year 2025, no succession read."""
    made = Workplace(dien_bien, preferences, clock=lambda: datetime(2026, 1, 5, 9, 30))
    made.choose_period(parse_period("2025"))
    yield made
    made.worker.wait()


@pytest.fixture
def read_workplace(merged: Book, workplace: Workplace) -> Workplace:
    """The same, with the country's list of successions read."""
    return workplace


@pytest.fixture
def small_workplace(book: Book, preferences: Preferences) -> Iterator[Workplace]:
    """The workplace of the small district, whose units all go on after a second list."""
    step(book, lambda session: units.load(session, unit_lines(), on=JULY, file_name="july.csv"))
    made = Workplace(book, preferences, clock=lambda: datetime(2026, 1, 5, 9, 30))
    yield made
    made.worker.wait()
