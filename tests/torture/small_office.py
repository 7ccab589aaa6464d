"""The office that is tortured: the small invented district, its book made once and copied for each run."""

from pathlib import Path

from db.migrations.store import create_store
from db.services import offices, units
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import DISTRICT, NOW, OFFICER, ON, unit_lines


def small_office(folder: Path, key: bytes | None = None) -> Path:
    """Make the office's folder and return it."""
    folder.mkdir(parents=True)
    create_store(folder / BOOK_NAME, key)
    with Book(folder, clock=lambda: NOW, key=key) as book, book.writing(who=OFFICER) as session:
        units.load(session, unit_lines(), on=ON, file_name="units.csv")
        unit = units.find(session, DISTRICT, ON)
        offices.create(session, unit=unit, names=offices.usual_names(session, unit, ON))
    return folder
