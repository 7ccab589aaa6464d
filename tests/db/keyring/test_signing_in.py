"""Signing in: wrong passwords are counted and cost time, a file that was changed lets nobody in."""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.keyring import signing_in
from db.keyring.files import RingNotReadable, load_ring, save_ring
from db.keyring.places import COPY_NAME, RING_NAME
from db.keyring.ring import NewRing, new_ring, with_account
from db.keyring.signing_in import AccountsMissing, MustWait, RingTampered, WrongPassword, sign_in
from db.rules.rights import Encrypts, Role
from tests.helpers.accounts import ADMINISTRATOR, PASSWORD
from tests.helpers.books import NOW


@pytest.fixture
def folder(tmp_path: Path, ring_of_office: NewRing) -> Path:
    save_ring(tmp_path, ring_of_office.ring)
    return tmp_path


def wrong(folder: Path, times: int = 1) -> None:
    now = NOW
    for _ in range(times):
        with pytest.raises(WrongPassword) as told:
            sign_in(folder, ADMINISTRATOR, "sai rồi nhé", now)
        now += told.value.wait


def count(folder: Path) -> int:
    ring = load_ring(folder)
    assert ring is not None
    return ring.accounts[0].wrong


def test_the_right_password_opens_the_key(folder: Path, ring_of_office: NewRing) -> None:
    who = sign_in(folder, "lo thi hoa", PASSWORD, NOW)
    assert (who.name, who.role, who.key) == (ADMINISTRATOR, Role.ADMINISTRATOR, ring_of_office.key)


def test_the_key_is_not_told_in_a_log(folder: Path) -> None:
    who = sign_in(folder, ADMINISTRATOR, PASSWORD, NOW)
    assert who.key.hex() not in repr(who) and str(who.key) not in repr(who)


def test_a_password_composed_otherwise_is_the_same(folder: Path) -> None:
    assert sign_in(folder, ADMINISTRATOR, unicodedata.normalize("NFD", PASSWORD), NOW)


@pytest.mark.parametrize("password", ["", " ", PASSWORD.upper(), PASSWORD + " ", "x" * 10_000, "\ud800"])
def test_no_other_password_is_taken(folder: Path, password: str) -> None:
    with pytest.raises(WrongPassword):
        sign_in(folder, ADMINISTRATOR, password, NOW)


def test_a_name_that_is_none_is_told_as_a_wrong_password(folder: Path) -> None:
    with pytest.raises(WrongPassword):
        sign_in(folder, "Không Có Ai", PASSWORD, NOW)


def test_a_wrong_password_is_counted_before_the_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(signing_in, "key_by_password", stop)
    with pytest.raises(KeyboardInterrupt):
        sign_in(folder, ADMINISTRATOR, "đoán thử xem", NOW)
    assert count(folder) == 1


def test_twenty_wrong_passwords_take_ever_longer_and_then_the_right_one_is_taken(folder: Path) -> None:
    now, waits = NOW, []
    for _ in range(20):
        with pytest.raises(WrongPassword) as told:
            sign_in(folder, ADMINISTRATOR, "đoán mò mãi", now)
        waits.append(told.value.wait)
        now += told.value.wait
    assert waits == sorted(waits) and waits[0] == timedelta() and waits[-1] == timedelta(minutes=5)
    assert sign_in(folder, ADMINISTRATOR, PASSWORD, now).name == ADMINISTRATOR
    assert count(folder) == 0


def test_no_password_is_tried_while_one_has_to_wait(folder: Path) -> None:
    wrong(folder, 5)
    with pytest.raises(MustWait) as told:
        sign_in(folder, ADMINISTRATOR, PASSWORD, NOW)
    assert told.value.wait > timedelta()
    assert count(folder) == 5


@pytest.mark.parametrize("moved", [timedelta(days=-400), timedelta(seconds=-1)])
def test_a_clock_set_back_neither_ends_the_wait_nor_makes_it_endless(folder: Path, moved: timedelta) -> None:
    wrong(folder, 6)
    now = NOW + moved
    with pytest.raises(MustWait) as told:
        sign_in(folder, ADMINISTRATOR, PASSWORD, now)
    assert timedelta() < told.value.wait <= timedelta(minutes=5)
    assert sign_in(folder, ADMINISTRATOR, PASSWORD, told.value.until).name == ADMINISTRATOR


def test_a_role_edited_in_the_file_lets_nobody_in(folder: Path, ring_of_office: NewRing) -> None:
    ring = with_account(ring_of_office.ring, ring_of_office.key, "Vàng A Sử", PASSWORD, Role.ENTRY)
    save_ring(folder, ring)
    path = folder / RING_NAME
    path.write_text(path.read_text().replace('"entry"', '"administrator"'))
    with pytest.raises(RingTampered):
        sign_in(folder, "Vàng A Sử", PASSWORD, NOW)


def test_without_a_ring_nobody_signs_in(tmp_path: Path) -> None:
    with pytest.raises(AccountsMissing):
        sign_in(tmp_path, ADMINISTRATOR, PASSWORD, NOW)


def lose(path: Path) -> None:
    path.unlink()


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


@pytest.mark.parametrize("harm", [lose, damage])
def test_the_copy_stands_in_for_a_file_that_was_lost(folder: Path, harm: Callable[[Path], None]) -> None:
    harm(folder / RING_NAME)
    assert sign_in(folder, ADMINISTRATOR, PASSWORD, NOW).name == ADMINISTRATOR


def test_a_ring_of_a_newer_program_is_told_and_stays(folder: Path) -> None:
    for name in (RING_NAME, COPY_NAME):
        plain = json.loads((folder / name).read_text())
        (folder / name).write_text(json.dumps({**plain, "version": 2}))
    with pytest.raises(RingNotReadable):
        sign_in(folder, ADMINISTRATOR, PASSWORD, NOW)


LETTERS = ["ặệỡữđ ĂÂÊÔƠƯ", "🌾🌾🐃 lúa nước", "пароль ขขข 東京", "a b\tc d e f", "z" * 60 + "ữ" * 68]


@pytest.mark.parametrize("password", LETTERS)
def test_every_kind_of_letter_opens_again(tmp_path: Path, password: str) -> None:
    made = new_ring("Ữ Ặ", password, Encrypts.NOTHING)
    save_ring(tmp_path, replace(made.ring))
    decomposed = unicodedata.normalize("NFD", password)
    assert sign_in(tmp_path, "Ữ Ặ", decomposed, NOW).key == made.key
