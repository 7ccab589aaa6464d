"""A whole book encrypted and back: nothing of it is lost, and whatever stops it leaves one whole book."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import book_encryption, office_accounts, office_protection
from db.book_encryption import NEW_NAME, NotRewritten
from db.connections import is_plain
from db.keyring.signing_in import SignedIn, ring_in
from db.rules.rights import Encrypts
from db.services.searching import search
from db.sessions import BOOK_NAME, Book
from tests.helpers.accounts import ADMINISTRATOR, PASSWORD, GuardedOffice
from tests.helpers.sample_records import added, contents

# A program that dies at one place on its way, as by kill -9.
_DIES = """
import os, sys
from datetime import datetime
from pathlib import Path
from db import book_encryption, office_accounts, office_protection
from db.keyring.signing_in import sign_in
from db.rules.rights import Encrypts
from db.sessions import Book
folder, place, wanted = Path(sys.argv[1]), sys.argv[2], Encrypts(sys.argv[3])
who = sign_in(folder, {name!r}, {password!r}, datetime.now())
book = Book(folder, key=office_accounts.key_of_book(folder, who))
office_accounts.admit(book, who)
module, _, name = place.rpartition(":")
owner = {{"encryption": book_encryption, "protection": office_protection}}[module]
setattr(owner, name, lambda *_: os.kill(os.getpid(), 9))
office_protection.encrypt(book, who, wanted)
"""


def files(folder: Path) -> set[str]:
    """What lies in the folder but locks."""
    return {path.name for path in folder.iterdir() if path.suffix != ".lock"}


def encrypted(guarded: GuardedOffice) -> SignedIn:
    who = guarded.sign_in()
    with guarded.open(who) as book:
        office_protection.encrypt(book, who, Encrypts.BOOK)
    return who


def test_a_book_is_encrypted_and_goes_on_with_all_it_held(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book:
        added(book, "outreach")
        before = contents(book)
        office_protection.encrypt(book, who, Encrypts.BOOK)
        assert contents(book) == before
        with book.reading() as session:
            assert search.find(session, "quế lâm")
    path = guarded.folder / BOOK_NAME
    assert not is_plain(path) and "Hòa Lâm".encode() not in path.read_bytes()
    assert ring_in(guarded.folder).encrypts == Encrypts.BOOK


def test_nothing_lies_beside_the_book_afterwards(guarded: GuardedOffice) -> None:
    before = files(guarded.folder)
    encrypted(guarded)
    assert files(guarded.folder) == before


def test_an_encrypted_book_opens_for_who_signs_in_and_goes_back(guarded: GuardedOffice) -> None:
    encrypted(guarded)
    who = guarded.sign_in()
    with guarded.open(who) as book:
        added(book, "outreach")
        before = contents(book)["outreach"]
        office_protection.encrypt(book, who, Encrypts.NOTHING)
        assert contents(book)["outreach"] == before
    assert is_plain(guarded.folder / BOOK_NAME)
    assert ring_in(guarded.folder).encrypts == Encrypts.NOTHING


def test_without_accounts_the_book_is_plain_again(guarded: GuardedOffice) -> None:
    who = encrypted(guarded)
    with guarded.open(who) as book:
        office_protection.unprotect(book, who)
    with Book(guarded.folder) as book:
        office_accounts.admit(book, None)


def test_a_copy_that_is_not_the_book_never_takes_its_place(
    guarded: GuardedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = guarded.sign_in()
    told = iter([[("office", 1)], [("office", 0)]])
    with guarded.open(who) as book:
        monkeypatch.setattr(book_encryption, "_told", lambda *_: next(told))
        with pytest.raises(NotRewritten):
            office_protection.encrypt(book, who, Encrypts.BOOK)
        added(book, "outreach")
    assert is_plain(guarded.folder / BOOK_NAME) and NEW_NAME not in files(guarded.folder)


@pytest.mark.parametrize("wanted", [Encrypts.BOOK, Encrypts.NOTHING])
@pytest.mark.parametrize(
    "place",
    ["encryption:_told", "encryption:_put_in_place", "encryption:flush_folder", "protection:changed"],
)
def test_a_kill_anywhere_leaves_one_whole_book_that_opens(
    guarded: GuardedOffice, place: str, wanted: Encrypts
) -> None:
    if wanted == Encrypts.NOTHING:
        encrypted(guarded)
    code = _DIES.format(name=ADMINISTRATOR, password=PASSWORD)
    died = subprocess.run([sys.executable, "-c", code, str(guarded.folder), place, wanted], env=os.environ)
    assert died.returncode == -9
    with guarded.open(guarded.sign_in()) as book:
        added(book, "outreach")
    says_book = ring_in(guarded.folder).encrypts == Encrypts.BOOK
    assert says_book != is_plain(guarded.folder / BOOK_NAME)
