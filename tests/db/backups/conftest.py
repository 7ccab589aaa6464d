"""An office's folder with a book, with evidence beside it; and rings of accounts."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from db.attachments.taking_in import Place, taking
from db.backups.containers import Keys
from db.backups.making import Order
from db.keyring.ring import NewRing, new_ring
from db.rules.backups import Why
from db.rules.rights import Encrypts
from db.services.scoring import evidence
from db.services.scoring.evidence import Said
from db.sessions import Book
from tests.helpers import evidence_files as files
from tests.helpers.books import NOW, OFFICER, unit_id

PASSWORD = "mat khau dai"


@pytest.fixture
def ring() -> NewRing:
    """A ring of one administrator whose backups are encrypted."""
    return new_ring(OFFICER, PASSWORD, Encrypts.BACKUPS)


@pytest.fixture
def keys(ring: NewRing) -> Keys:
    """The keys of who signed in by it."""
    return Keys(ring.ring, ring.key)


@pytest.fixture
def evidence_file(book_folder: Path, tmp_path: Path) -> str:
    """A file of evidence in the folder; the name under which it is kept."""
    source = files.written(tmp_path / "Kế hoạch.pdf", files.pdf())
    with (
        Book(book_folder, clock=lambda: NOW) as book,
        taking(book_folder, source, Place(2025, "99102")) as file,
        book.writing(who=OFFICER) as session,
    ):
        unit, said = unit_id(session, "99102"), Said("12/KH-UBND")
        evidence.add(session, unit_id=unit, year=2025, criterion="1", said=said, file=file, today=NOW.date())
    return file.stored_name


@pytest.fixture
def order(book_folder: Path) -> Callable[..., Order]:
    """What makes an order for the folder's book."""

    def make(
        why: Why = Why.EXIT, at: datetime = NOW, keys: Keys | None = None, folder: Path = book_folder
    ) -> Order:
        return Order(folder, why, OFFICER, at, keys or Keys())

    return make
