"""The recovery key: an administrator's new password, and the mending of a file that somebody changed."""

from pathlib import Path

import pytest

from db.keyring.files import save_ring
from db.keyring.places import COPY_NAME, RING_NAME
from db.keyring.recovering import NotAnAdministrator, RecoveryKeyForeign, recover, recoverable
from db.keyring.ring import NewRing, new_ring, with_account
from db.keyring.signing_in import AccountEvent, WrongPassword, ring_in, sign_in
from db.rules.findings import Refused
from db.rules.recovery_keys import RecoveryKeyMistyped
from db.rules.rights import Encrypts, Role
from tests.helpers.accounts import ADMINISTRATOR, PASSWORD
from tests.helpers.books import NOW

NEW, CLERK = "mật khẩu đặt lại", "Vàng A Sử"


@pytest.fixture
def folder(tmp_path: Path, ring_of_office: NewRing) -> Path:
    ring = with_account(ring_of_office.ring, ring_of_office.key, CLERK, PASSWORD, Role.ENTRY)
    save_ring(tmp_path, ring)
    return tmp_path


def tamper(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.write_text(path.read_text().replace('"entry"', '"administrator"'))


def test_an_administrator_gets_a_new_password(folder: Path, ring_of_office: NewRing) -> None:
    who = recover(folder, ring_of_office.recovery_key, ADMINISTRATOR, NEW)
    assert (who.key, who.event) == (ring_of_office.key, AccountEvent.RECOVERED)
    assert sign_in(folder, ADMINISTRATOR, NEW, NOW).role == Role.ADMINISTRATOR
    with pytest.raises(WrongPassword):
        sign_in(folder, ADMINISTRATOR, PASSWORD, NOW)


@pytest.mark.parametrize("name", [CLERK, "Người Mới", ""])
def test_nobody_else_becomes_an_administrator_by_it(folder: Path, ring_of_office: NewRing, name: str) -> None:
    before = (folder / RING_NAME).read_bytes()
    with pytest.raises(NotAnAdministrator):
        recover(folder, ring_of_office.recovery_key, name, NEW)
    assert (folder / RING_NAME).read_bytes() == before


def test_a_slip_names_its_group(folder: Path, ring_of_office: NewRing) -> None:
    typed = ring_of_office.recovery_key
    slipped = typed[:7] + ("0" if typed[7] != "0" else "1") + typed[8:]
    with pytest.raises(RecoveryKeyMistyped) as told:
        recoverable(folder, slipped)
    assert told.value.groups == (2,)


def test_the_key_of_another_office_is_told(folder: Path) -> None:
    other = new_ring("Ai Đó", PASSWORD, Encrypts.NOTHING)
    with pytest.raises(RecoveryKeyForeign):
        recover(folder, other.recovery_key, ADMINISTRATOR, NEW)


def test_a_poor_new_password_changes_nothing(folder: Path, ring_of_office: NewRing) -> None:
    with pytest.raises(Refused):
        recover(folder, ring_of_office.recovery_key, ADMINISTRATOR, "ngắn")
    assert sign_in(folder, ADMINISTRATOR, PASSWORD, NOW)


def test_of_an_edited_file_the_copy_is_believed(folder: Path, ring_of_office: NewRing) -> None:
    tamper(folder, RING_NAME)
    recover(folder, ring_of_office.recovery_key, ADMINISTRATOR, NEW)
    assert [account.role for account in ring_in(folder).accounts] == [Role.ADMINISTRATOR, Role.ENTRY]
    assert sign_in(folder, CLERK, PASSWORD, NOW).role == Role.ENTRY


def test_where_both_were_edited_everybody_else_is_a_reader(folder: Path, ring_of_office: NewRing) -> None:
    tamper(folder, RING_NAME, COPY_NAME)
    assert recoverable(folder, ring_of_office.recovery_key) == ()
    recover(folder, ring_of_office.recovery_key, ADMINISTRATOR, NEW)
    assert sign_in(folder, CLERK, PASSWORD, NOW).role == Role.READER


def test_a_file_from_elsewhere_gives_way_to_the_copy(folder: Path, ring_of_office: NewRing) -> None:
    other = new_ring("Ai Đó", PASSWORD, Encrypts.NOTHING)
    copy = (folder / COPY_NAME).read_bytes()
    save_ring(folder, other.ring)
    (folder / COPY_NAME).write_bytes(copy)
    assert recover(folder, ring_of_office.recovery_key, ADMINISTRATOR, NEW).key == ring_of_office.key
