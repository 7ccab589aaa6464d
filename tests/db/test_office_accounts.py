"""Accounts of an open book: each change is in the file and in the log, and what nobody made is found."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from db import office_accounts, office_protection
from db.keyring import files
from db.keyring.changes import LastAdministrator, PasswordUsed, added, in_role
from db.keyring.files import load_ring, save_ring
from db.keyring.places import COPY_NAME, RING_NAME
from db.keyring.ring import new_ring
from db.keyring.signing_in import AccountsMissing, SignedIn, WrongPassword, ring_in, sign_in
from db.office_accounts import RingForeign, admit
from db.records import Change, Step
from db.rules.findings import Refused, Unknown
from db.rules.rights import Encrypts, Right, Role
from db.services import account_log, offices
from db.services.entering import history
from db.services.rights import NotAllowed
from db.sessions import Book
from db.trouble import TargetNotWritable
from tests.helpers.accounts import ADMINISTRATOR, NAMES, OFFICERS, PASSWORD, GuardedOffice
from tests.helpers.books import NOW

CLERK = OFFICERS[Role.ENTRY]


def events(book: Book) -> list[tuple[str, str]]:
    """Who did what to the accounts, the first first."""
    statement = select(Step.who, Change.after).join(Step, Step.id == Change.step_id)
    statement = statement.where(Change.table_name == account_log.TABLE, Change.row_id == 0).order_by(
        Change.id
    )
    with book.reading() as session:
        return [
            (who, json.loads(after)["event"] if after else "") for who, after in session.execute(statement)
        ]


def test_each_change_is_logged_with_who_made_it(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book:
        office_accounts.add(book, who, CLERK, PASSWORD, Role.ENTRY)
        office_accounts.set_role(book, who, CLERK, Role.READER)
        office_accounts.reset_password(book, who, CLERK, "lối mòn qua đèo")
        office_accounts.remove(book, who, CLERK)
        told = events(book)
    assert [event for _, event in told] == ["protected", "added", "role_changed", "password_reset", "removed"]
    assert {name for name, _ in told} == {ADMINISTRATOR}


def test_the_log_holds_role_before_and_after_and_no_secret(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book:
        office_accounts.add(book, who, CLERK, PASSWORD, Role.ENTRY)
        office_accounts.set_role(book, who, CLERK, Role.APPROVER)
        with book.reading() as session:
            rows = session.execute(
                select(Change.before, Change.after).where(Change.table_name == "account")
            ).all()
    said = json.dumps([list(row) for row in rows])
    assert [json.loads(row[0])["role"] for row in rows if row[0] and "approver" in (row[1] or "")] == [
        "entry"
    ]
    assert PASSWORD not in said and "locked" not in said and who.key.hex() not in said


@pytest.mark.parametrize("role", [Role.READER, Role.ENTRY, Role.APPROVER])
def test_only_an_administrator_changes_accounts(staffed: GuardedOffice, role: Role) -> None:
    who = staffed.sign_in(role)
    before = load_ring(staffed.folder)
    with staffed.open(who) as book:
        acts: list[Callable[[], object]] = [
            lambda: office_accounts.add(book, who, "Mới", PASSWORD, Role.ADMINISTRATOR),
            lambda: office_accounts.set_role(book, who, who.name, Role.ADMINISTRATOR),
            lambda: office_accounts.remove(book, who, ADMINISTRATOR),
            lambda: office_accounts.reset_password(book, who, ADMINISTRATOR, "chiếm lấy sổ"),
            lambda: office_protection.encrypt(book, who, Encrypts.NOTHING),
            lambda: office_protection.unprotect(book, who),
        ]
        for act in acts:
            with pytest.raises(NotAllowed) as told:
                act()
            assert told.value.right == Right.ADMINISTER
    assert load_ring(staffed.folder) == before


def test_two_administrators_cannot_remove_each_other(guarded: GuardedOffice) -> None:
    first = guarded.sign_in()
    with guarded.open(first) as book:
        office_accounts.add(book, first, CLERK, PASSWORD, Role.ADMINISTRATOR)
        second = sign_in(guarded.folder, CLERK, PASSWORD, NOW)
        office_accounts.remove(book, second, ADMINISTRATOR)
        with pytest.raises(LastAdministrator):
            office_accounts.remove(book, first, CLERK)
        with pytest.raises(LastAdministrator):
            office_accounts.set_role(book, first, CLERK, Role.ENTRY)
    assert [account.name for account in ring_in(guarded.folder).administrators] == [CLERK]


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("", PASSWORD, "required"),
        ("lò  thị hoa", PASSWORD, "account_name_taken"),
        ("Mới", "ngắn", "password_short"),
        ("Mới", "x" * 129, "password_long"),
        ("Nguyễn Mới", "nguyen moi", "password_plain"),
    ],
)
def test_a_poor_account_is_refused(guarded: GuardedOffice, name: str, password: str, code: str) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book, pytest.raises(Refused) as told:
        office_accounts.add(book, who, name, password, Role.ENTRY)
    assert [finding.code for finding in told.value.findings] == [code]


def test_nobody_is_named_otherwise(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book, pytest.raises(Unknown):
        office_accounts.remove(book, who, "Không Có Ai")


def test_a_new_password_is_the_owners_own_after_it_was_changed(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book:
        office_accounts.add(book, who, CLERK, PASSWORD, Role.READER)
    clerk = sign_in(guarded.folder, CLERK, PASSWORD, NOW)
    assert clerk.must_change
    changed = office_accounts.change_own_password(guarded.folder, clerk, PASSWORD, "lối mòn qua đèo", NOW)
    with guarded.open(changed) as book:
        assert events(book)[-1] == (CLERK, "password_changed")
    assert not sign_in(guarded.folder, CLERK, "lối mòn qua đèo", NOW).must_change


def test_the_old_password_is_asked_and_may_not_be_the_new_one(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with pytest.raises(WrongPassword):
        office_accounts.change_own_password(guarded.folder, who, "không nhớ rõ", "lối mòn qua đèo", NOW)
    with pytest.raises(PasswordUsed):
        office_accounts.change_own_password(guarded.folder, who, PASSWORD, PASSWORD, NOW)


def test_a_full_disk_leaves_file_and_log_as_they_were(
    guarded: GuardedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = guarded.sign_in()
    before = (guarded.folder / RING_NAME).read_bytes()

    def full(*_: object) -> bytes:
        raise OSError(28, "no space")

    with guarded.open(who) as book:
        monkeypatch.setattr(files, "ring_bytes", full)
        with pytest.raises(TargetNotWritable):
            office_accounts.add(book, who, CLERK, PASSWORD, Role.ENTRY)
        assert len(events(book)) == 1
    assert (guarded.folder / RING_NAME).read_bytes() == before


def test_a_book_that_is_guarded_is_not_opened_without_its_accounts(guarded: GuardedOffice) -> None:
    for name in (RING_NAME, COPY_NAME):
        (guarded.folder / name).unlink()
    with Book(guarded.folder) as book, pytest.raises(AccountsMissing):
        admit(book, None)


def test_a_ring_of_another_book_opens_nothing(guarded: GuardedOffice) -> None:
    other = new_ring("Ai Đó", PASSWORD, Encrypts.NOTHING)
    save_ring(guarded.folder, other.ring)
    stranger = sign_in(guarded.folder, "Ai Đó", PASSWORD, NOW)
    with Book(guarded.folder) as book, pytest.raises(RingForeign):
        admit(book, stranger)


def test_an_older_file_put_back_is_found_and_told(guarded: GuardedOffice, tmp_path: Path) -> None:
    shutil.copy(guarded.folder / RING_NAME, tmp_path / "older")
    who = guarded.sign_in()
    with guarded.open(who) as book:
        office_accounts.add(book, who, CLERK, PASSWORD, Role.ENTRY)
    shutil.copy(tmp_path / "older", guarded.folder / RING_NAME)
    with guarded.open(guarded.sign_in()) as book, book.reading() as session:
        assert account_log.found_after(session, 0) is not None
    with guarded.open(guarded.sign_in()) as book:
        assert [event for _, event in events(book)].count("found_changed") == 1


def test_a_change_that_broke_off_before_the_log_is_found_at_the_next_start(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    save_ring(guarded.folder, added(ring_in(guarded.folder), who.key, CLERK, PASSWORD, Role.ENTRY))
    with guarded.open(who) as book:
        assert events(book)[-1] == (ADMINISTRATOR, "found_changed")


def test_a_reader_too_finds_what_nobody_made(staffed: GuardedOffice) -> None:
    key = staffed.sign_in().key
    save_ring(staffed.folder, in_role(ring_in(staffed.folder), key, CLERK, Role.READER))
    with staffed.open(staffed.sign_in(Role.READER)) as book:
        assert events(book)[-1] == (NAMES[Role.READER], "found_changed")


def test_without_accounts_again_everybody_may_do_all(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book:
        office_protection.unprotect(book, who)
    assert load_ring(guarded.folder) is None
    with Book(guarded.folder) as book:
        admit(book, None)
        assert book.role == Role.ADMINISTRATOR and not book.officer


def test_a_new_recovery_key_voids_the_old_one_only_once_it_is_kept(guarded: GuardedOffice) -> None:
    who = guarded.sign_in()
    with guarded.open(who) as book:
        renewed = office_protection.renewed_recovery(book.folder, who)
        assert files.load_ring(guarded.folder) == ring_in(guarded.folder)
        assert ring_in(guarded.folder).recovery != renewed.ring.recovery
        office_protection.keep_recovery(book, who, renewed)
    assert ring_in(guarded.folder).recovery == renewed.ring.recovery
    assert isinstance(guarded.sign_in(), SignedIn)


def test_no_undo_takes_accounts_off_or_wants_them_back(guarded: GuardedOffice) -> None:
    def last(book: Book) -> int:
        with book.reading() as session:
            return session.scalars(select(Step.id).order_by(Step.id.desc())).first() or 0

    who = guarded.sign_in()
    with guarded.open(who) as book:
        for taken_off in (False, True):
            if taken_off:
                office_protection.unprotect(book, who)
            with book.writing(who=CLERK) as session:
                assert not history.can_revert(session, last(book))
                history.revert(session, last(book))
            with book.reading() as session:
                assert offices.is_guarded(session) is not taken_off
