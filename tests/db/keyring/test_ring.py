"""The ring of accounts: passwords and the recovery key open the data key, the file holds no secret, a change shows."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from db.keyring.files import RingNotReadable, load_ring, ring_bytes, ring_of, save_ring
from db.keyring.places import RING_NAME
from db.keyring.ring import (
    is_sealed,
    key_by_password,
    key_by_recovery,
    new_ring,
    plain_of,
    with_account,
)
from db.rules.rights import Encrypts, Role

NAME, PASSWORD = "Lò Thị Hoa", "núi rừng 2025"
MADE = new_ring(NAME, PASSWORD, Encrypts.BACKUPS)
TWO = with_account(MADE.ring, MADE.key, "Vàng A Sử", "con suối nhỏ", Role.ENTRY)


def key(password: str, name: str = NAME) -> bytes | None:
    account = TWO.account(name)
    assert account is not None
    return key_by_password(account, password)


def test_each_account_opens_the_same_key() -> None:
    assert key(PASSWORD) == key("con suối nhỏ", "vang a su") == MADE.key


@pytest.mark.parametrize("password", ["", "núi rừng 2026", "Núi rừng 2025", "con suối nhỏ"])
def test_a_wrong_password_opens_nothing(password: str) -> None:
    assert key(password) is None


def test_the_recovery_key_opens_the_key_and_another_offices_does_not() -> None:
    other = new_ring(NAME, PASSWORD, Encrypts.NOTHING)
    assert key_by_recovery(TWO, MADE.recovery_key.lower()) == MADE.key
    assert key_by_recovery(TWO, other.recovery_key) is None


def test_a_lock_moved_to_another_name_does_not_open() -> None:
    account = TWO.accounts[0]
    assert key_by_password(replace(account, name="Vàng A Sử"), PASSWORD) is None


def test_a_ring_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    assert load_ring(tmp_path) is None
    save_ring(tmp_path, TWO)
    assert load_ring(tmp_path) == TWO


def test_the_file_holds_no_secret() -> None:
    data = ring_bytes(TWO)
    for secret in (PASSWORD.encode(), MADE.key, MADE.key.hex().encode(), MADE.recovery_key[:5].encode()):
        assert secret not in data


def test_a_role_changed_in_the_file_shows() -> None:
    plain = plain_of(TWO)
    plain["accounts"][1]["role"] = "administrator"
    assert is_sealed(TWO, MADE.key)
    assert not is_sealed(ring_of(json.dumps(plain).encode()), MADE.key)


def test_wrong_passwords_may_be_counted_without_the_key() -> None:
    counted = replace(TWO, accounts=(replace(TWO.accounts[0], wrong=3), *TWO.accounts[1:]))
    assert is_sealed(counted, MADE.key)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b"x" * 300_000,
        ring_bytes(TWO)[:-20],
        ring_bytes(TWO).replace(b'"version": 1', b'"version": 2'),
        ring_bytes(TWO).replace(b'"memory_kib": 19456', b'"memory_kib": 99999999'),
        ring_bytes(TWO).replace(b'"lanes": 1', b'"lanes": 0'),
        ring_bytes(TWO).replace(b'"wrong": 0', b'"wrong": Infinity'),
        ring_bytes(TWO).replace(b'"tried_at": null', b'"tried_at": "2025-09-20T10:42:00+07:00"'),
        ring_bytes(TWO).replace(b'"tried_at": null', b'"tried_at": "9999-12-31T10:42:00"'),
        ring_bytes(TWO).replace(b'"seal": "', b'"seal": "\\ud800'),
    ],
)
def test_a_damaged_file_is_told_and_stays(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / RING_NAME
    path.write_bytes(data)
    with pytest.raises(RingNotReadable):
        load_ring(tmp_path)
    assert path.read_bytes() == data
