"""The sheet of xã Quế Lâm, and what the records say of it."""

import pytest

from db.sessions import Book
from tests.helpers.books import unit_id
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.scores.sheet.presenter import SheetPresenter
from ui.scores.sheet.stepping import Stepping
from ui.scores.sheet.suggestions import Suggestions


@pytest.fixture
def sheet(workplace: Workplace) -> SheetPresenter:
    """The blank sheet of xã Quế Lâm."""
    presenter = SheetPresenter(workplace)
    presenter.show(workplace.read(lambda session: unit_id(session, "99102")))
    return presenter


@pytest.fixture
def records(book: Book) -> None:
    """Two establishments, one of which signed its commitment, and a hotspot."""
    added(book, "commitments", establishment_id=added(book, "establishments"))
    added(book, "establishments", name="Quán Gió")
    added(book, "hotspots")


@pytest.fixture
def suggestions(records: None, sheet: SheetPresenter) -> Suggestions:
    """What the records of xã Quế Lâm propose."""
    return Suggestions(sheet)


@pytest.fixture
def stepping(sheet: SheetPresenter, suggestions: Suggestions) -> Stepping:
    """The steps of the sheet."""
    return Stepping(sheet, suggestions)
