"""The sheet of xã Quế Lâm, and what the records say of it."""

from pathlib import Path

import pytest

from db.sessions import Book
from tests.helpers.books import grow, unit_id
from tests.helpers.made_once import made_once
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


def recorded(book: Book) -> None:
    """Two establishments, one of which signed its commitment, and a hotspot."""
    added(book, "commitments", establishment_id=added(book, "establishments"))
    added(book, "establishments", name="Quán Gió")
    added(book, "hotspots")


@pytest.fixture(scope="session")
def recorded_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The district's book with what the records of xã Quế Lâm say."""
    return made_once(
        tmp_path_factory, "sheet_records", lambda folder: grow(template_folder, folder, recorded)
    )


@pytest.fixture
def book_template(request: pytest.FixtureRequest, book_template: Path) -> Path:
    """The book with the records where the test asks for them."""
    has_records = "records" in request.fixturenames
    template: Path = request.getfixturevalue("recorded_template") if has_records else book_template
    return template


@pytest.fixture
def records(book: Book) -> None:
    """What the records of xã Quế Lâm say: `book_template` has it."""


@pytest.fixture
def suggestions(records: None, sheet: SheetPresenter) -> Suggestions:
    """What the records of xã Quế Lâm propose."""
    return Suggestions(sheet)


@pytest.fixture
def stepping(sheet: SheetPresenter, suggestions: Suggestions) -> Stepping:
    """The steps of the sheet."""
    return Stepping(sheet, suggestions)
