"""A backup that is made: whole, verified, or not there at all."""

import errno
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from db.backups import keeping, making
from db.backups.containers import Keys, Secret, head_of
from db.backups.faults import BackupNotVerified, SecretWanted
from db.backups.keeping import listed, make_kept
from db.backups.making import Alone, Order, make
from db.backups.verifying import manifest_of, verify
from db.connections import connect, is_plain
from db.keyring.ring import NewRing, new_ring
from db.keyring.sealing import key_for
from db.rules.backup_manifest import BOOK, FILES, MANIFEST, RING
from db.rules.backups import FOLDER, Why
from db.rules.recovery_keys import RecoveryKeyMistyped
from db.rules.rights import Encrypts
from db.sessions import BOOK_NAME, Book
from db.trouble import BookDamaged, TargetNotWritable
from tests.db.backups.conftest import PASSWORD
from tests.helpers.books import DISTRICT, NOW, OFFICER

Orders = Callable[..., Order]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_manifest_comes_first_and_says_what_is_inside(order: Orders, book_folder: Path) -> None:
    made = make_kept(order())
    with zipfile.ZipFile(made.path) as archive:
        assert archive.namelist() == [MANIFEST, BOOK]
        plain = json.loads(archive.read(MANIFEST))
    assert made.path.name == "2025-09-20 1042 khi-dong-so.pcmdbak"
    assert (plain["made_by"], plain["why"], plain["contents"]["office_code"]) == (OFFICER, Why.EXIT, DISTRICT)
    assert (plain["contents"]["counts"]["units"], plain["contents"]["last_step"]) == (7, 1)
    assert len(plain["contents"]["last_hash"]) == 64
    assert names(book_folder / FOLDER) == [made.path.name]


def test_a_window_that_writes_is_not_held_up(order: Orders, book_folder: Path) -> None:
    with Book(book_folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        session.connection().exec_driver_sql("DELETE FROM draft")
        manifest = make_kept(order()).manifest
    assert manifest.contents.counts["units"] == 7


def test_an_encrypted_backup_opens_by_password_recovery_key_or_ring(
    order: Orders, keys: Keys, ring: NewRing, book_folder: Path
) -> None:
    path = make_kept(order(keys=keys)).path
    for secret, held in (
        (Secret(PASSWORD), Keys()),
        (Secret(recovery_key=ring.recovery_key), Keys()),
        (Secret(), keys),
    ):
        manifest = verify(path, book_folder, secret, held)
        assert [member.name for member in manifest.members] == [BOOK, RING]
    assert b"SQLite" not in path.read_bytes()


def test_the_password_of_that_time_opens_it_though_it_was_changed(
    order: Orders, keys: Keys, book_folder: Path
) -> None:
    path = make_kept(order(keys=keys)).path
    other = new_ring(OFFICER, "another password", Encrypts.BACKUPS)
    assert manifest_of(path, Secret(PASSWORD), Keys(other.ring, other.key)).made_by == OFFICER


def test_a_wrong_password_twenty_times_opens_nothing(order: Orders, keys: Keys) -> None:
    path = make_kept(order(keys=keys)).path
    for number in range(20):
        with pytest.raises(SecretWanted) as wanted:
            manifest_of(path, Secret(f"mat khau {number}"), Keys())
        assert wanted.value.wrong
    with pytest.raises(SecretWanted) as wanted:
        manifest_of(path, Secret(), Keys())
    assert not wanted.value.wrong


def test_a_recovery_key_with_a_typo_names_its_group(order: Orders, keys: Keys, ring: NewRing) -> None:
    path = make_kept(order(keys=keys)).path
    typo = ("B" if ring.recovery_key[0] != "B" else "C") + ring.recovery_key[1:]
    with pytest.raises(RecoveryKeyMistyped) as mistyped:
        manifest_of(path, Secret(recovery_key=typo), Keys())
    assert mistyped.value.groups == (1,)


def test_a_book_that_is_encrypted_as_a_whole_stays_so_inside(tmp_path: Path, book_folder: Path) -> None:
    ring = new_ring(OFFICER, PASSWORD, Encrypts.BOOK)
    keys, folder = Keys(ring.ring, ring.key), tmp_path / "khoa"
    folder.mkdir()
    with closing(connect(folder / BOOK_NAME, key=key_for("book", ring.key))) as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(book_folder / BOOK_NAME),))
        connection.execute("SELECT sqlcipher_export('main', 'plain')")
        connection.execute(f"PRAGMA application_id = {0x50434D44}")
    path = make_kept(Order(folder, Why.EXIT, OFFICER, NOW, keys)).path
    assert not is_plain(folder / BOOK_NAME)
    assert verify(path, folder, Secret(PASSWORD), Keys()).contents.office_code == DISTRICT


def test_a_single_file_takes_evidence_along_and_a_password(
    order: Orders, book_folder: Path, evidence_file: str, tmp_path: Path
) -> None:
    made = make(order(Why.HANDOVER), tmp_path / "ban giao.pcmdbak", Alone("di duong xa"))
    assert [member.name for member in made.manifest.members] == [BOOK, FILES + evidence_file]
    assert verify(made.path, book_folder, Secret("di duong xa"), Keys()).files_inside
    with pytest.raises(SecretWanted):
        verify(made.path, book_folder, Secret("sai"), Keys())


def test_accounts_stay_at_home_unless_wanted(order: Orders, keys: Keys, tmp_path: Path) -> None:
    path = tmp_path / "ban giao.pcmdbak"
    made = make(order(Why.HANDOVER, keys=keys), path, Alone("di duong xa", with_accounts=False))
    assert [member.name for member in made.manifest.members] == [BOOK]
    head = head_of(path)
    assert head is not None
    assert head.ring is None


@pytest.mark.parametrize("sealed", [False, True])
def test_evidence_stands_once_beside_the_backups(
    order: Orders, keys: Keys, book_folder: Path, evidence_file: str, sealed: bool
) -> None:
    used = keys if sealed else Keys()
    for day in range(3):
        make_kept(order(at=NOW + timedelta(days=day), keys=used))
    pool = book_folder / FOLDER / "minh-chung"
    kept = [path for path in pool.rglob("*") if path.is_file()]
    assert [path.relative_to(pool).as_posix() for path in kept] == [
        evidence_file + (".khoa" if sealed else "")
    ]
    assert kept[0].read_bytes().startswith(b"PCMDBAK1" if sealed else b"%PDF")


def test_evidence_that_is_gone_is_named(order: Orders, book_folder: Path, evidence_file: str) -> None:
    shutil.rmtree(book_folder / "minh-chung")
    made = make_kept(order())
    assert [file.name for file in made.missing] == [evidence_file]


def test_a_backup_that_does_not_hold_is_deleted_and_told(
    order: Orders, book_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_kept(order()).path

    def bad_disk(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)

    monkeypatch.setattr(making, "read_from_disk", bad_disk)
    with pytest.raises(BackupNotVerified):
        make_kept(order(at=NOW + timedelta(days=1)))
    assert names(book_folder / FOLDER) == [first.name]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("name", ["write_package", "contents_of", "read_back", "replacing"])
def test_a_disk_that_takes_nothing_more_leaves_the_old_ones_whole(
    order: Orders, book_folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, name: str
) -> None:
    first = make_kept(order()).path
    before = first.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise (
            TargetNotWritable(book_folder / FOLDER, "disk_full")
            if name == "replacing"
            else OSError(number, os.strerror(number))
        )

    monkeypatch.setattr(making, name, full)
    with pytest.raises(TargetNotWritable):
        make_kept(order(at=NOW + timedelta(days=1)))
    assert (names(book_folder / FOLDER), first.read_bytes()) == ([first.name], before)


def test_a_damaged_book_is_told_and_no_backup_stands_for_it(order: Orders, book_folder: Path) -> None:
    path = book_folder / BOOK_NAME
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(BookDamaged):
        make_kept(order())
    assert listed(book_folder / FOLDER) == ()


def test_what_a_break_left_half_made_goes(order: Orders, book_folder: Path) -> None:
    home = book_folder / FOLDER
    (home / ".pcmd-0a").mkdir(parents=True)
    (home / ".pcmd-0b.pcmdbak").write_bytes(b"PK")
    for path in home.iterdir():
        os.utime(path, (0, 0))
    made = make_kept(order())
    assert names(home) == [made.path.name]


def test_the_second_place_holds_the_same_and_the_rule_keeps_it(
    order: Orders, book_folder: Path, evidence_file: str, tmp_path: Path
) -> None:
    second = tmp_path / "USB" / "So PCMD"
    for day in range(20):
        turn = order(at=NOW + timedelta(days=day))
        keeping.copy_to(turn, make_kept(turn).path, second, sealed=False)
    here, there = listed(book_folder / FOLDER), listed(second)
    assert [item.named for item in here] == [item.named for item in there]
    assert (second / "minh-chung" / evidence_file).read_bytes().startswith(b"%PDF")


def test_the_second_place_is_encrypted_where_that_was_chosen(
    order: Orders, book_folder: Path, evidence_file: str, tmp_path: Path
) -> None:
    ring = new_ring(OFFICER, PASSWORD, Encrypts.NOTHING)
    turn = order(keys=Keys(ring.ring, ring.key))
    made = make_kept(turn)
    copy = keeping.copy_to(turn, made.path, tmp_path / "USB", sealed=True)
    assert (head_of(made.path), head_of(copy) is None) == (None, False)
    assert verify(copy, book_folder, Secret(PASSWORD), Keys()).made_at == NOW
    assert (tmp_path / "USB" / "minh-chung" / f"{evidence_file}.khoa").exists()
