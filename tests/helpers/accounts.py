"""An office with accounts: its administrator, and one officer of each other role."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from db import office_accounts, office_protection
from db.keyring.changes import with_own_password
from db.keyring.files import load_ring, save_ring
from db.keyring.ring import NewRing, new_ring
from db.keyring.signing_in import SignedIn, sign_in
from db.rules.rights import Encrypts, Role
from db.sessions import Book
from tests.helpers.books import NOW

ADMINISTRATOR, PASSWORD = "Lò Thị Hoa", "núi rừng 2025"
OFFICERS = {Role.READER: "Tòng Văn Ín", Role.ENTRY: "Vàng A Sử", Role.APPROVER: "Cà Thị Đươi"}
NAMES = {**OFFICERS, Role.ADMINISTRATOR: ADMINISTRATOR}


@dataclass(frozen=True)
class GuardedOffice:
    """A folder whose book has accounts, not open; everybody has the same password."""

    folder: Path
    made: NewRing

    def sign_in(self, role: Role = Role.ADMINISTRATOR) -> SignedIn:
        """Sign in the officer of a role."""
        return sign_in(self.folder, NAMES[role], PASSWORD, NOW)

    def open(self, who: SignedIn) -> Book:
        """Open the book as who signed in."""
        book = Book(self.folder, clock=lambda: NOW, key=office_accounts.key_of_book(self.folder, who))
        office_accounts.admit(book, who)
        return book


@pytest.fixture(scope="session")
def ring_of_office() -> NewRing:
    """The ring of the administrator alone: stretching a password takes its time."""
    return new_ring(ADMINISTRATOR, PASSWORD, Encrypts.BACKUPS)


@pytest.fixture
def guarded(book_folder: Path, ring_of_office: NewRing) -> Iterator[GuardedOffice]:
    """The district's office with accounts, its book not encrypted and not open."""
    office = GuardedOffice(book_folder, ring_of_office)
    with Book(book_folder, clock=lambda: NOW) as book:
        office_protection.protect(book, ring_of_office)
    yield office


@pytest.fixture
def staffed(guarded: GuardedOffice) -> GuardedOffice:
    """The office with an officer of each role, who has chosen the own password already."""
    who = guarded.sign_in()
    with guarded.open(who) as book:
        for role, name in OFFICERS.items():
            office_accounts.add(book, who, name, PASSWORD, role)
    ring = load_ring(guarded.folder)
    for name in OFFICERS.values():
        assert ring is not None
        ring = with_own_password(ring, who.key, name, PASSWORD)
    assert ring is not None
    save_ring(guarded.folder, ring)
    return guarded
