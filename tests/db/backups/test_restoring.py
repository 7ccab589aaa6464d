"""Restoring: looked into first, put in place whole, the present book kept; whatever is no such backup is refused."""

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from db.backups import restoring
from db.backups.containers import Keys, Secret
from db.backups.faults import BadBackup, OtherOffice, SecretWanted
from db.backups.keeping import listed, make_kept
from db.backups.looking import look
from db.backups.making import Alone, Order, make
from db.backups.restoring import restore
from db.connections import connect, is_plain
from db.keyring.files import load_ring, save_ring
from db.keyring.ring import NewRing, new_ring
from db.migrations.store import SCHEMA
from db.rules.backup_manifest import BOOK, MANIFEST
from db.rules.backups import FOLDER, Why
from db.rules.rights import Encrypts
from db.services import offices
from db.sessions import BOOK_NAME, Book, BookLocked
from db.trouble import TargetNotWritable
from tests.db.backups.conftest import PASSWORD
from tests.helpers.books import NOW, OFFICER

Orders = Callable[..., Order]
LATER = NOW + timedelta(days=1)


def rename(folder: Path, place: str) -> None:
    with Book(folder, clock=lambda: LATER) as book, book.writing(who="Quàng Văn Sơn") as session:
        offices.rename(session, place=place)


def place_of(folder: Path) -> str:
    with Book(folder, lock=False) as book, book.reading() as session:
        return offices.current(session).names.place


@pytest.fixture
def backup(order: Orders, book_folder: Path) -> Path:
    """A backup of the book, which was changed since."""
    path = make_kept(order()).path
    rename(book_folder, "Hòa Lâm mới")
    return path


def test_only_the_newest_books_stand_aside(backup: Path, order: Orders, book_folder: Path) -> None:
    asides = []
    for day in range(5):
        asides.append(restore(backup, Secret(), replace(order(), at=LATER + timedelta(days=day))).aside)
    there = sorted(
        path for path in (book_folder / FOLDER).iterdir() if path.is_dir() and "so-cu" in path.name
    )
    assert there == asides[-3:]


def test_a_look_tells_what_is_inside_beside_today(backup: Path, book_folder: Path) -> None:
    with closing(connect(book_folder / BOOK_NAME)) as connection, connection:
        connection.execute("INSERT INTO draft (kind, raw, at) VALUES ('plans', '{}', '2025-09-20 10:42:00')")
        connection.execute("DELETE FROM unit WHERE code = '99105'")
    seen = look(backup, book_folder, Secret(), Keys())
    units = next(item for item in seen.differences if item.kind == "units")
    assert (units.there, units.here) == (7, 6)
    assert [(step.who, step.rows > 0) for step in seen.steps] == [(OFFICER, True)]
    assert (seen.is_foreign, seen.other_accounts, seen.missing) == (False, False, ())


def test_a_restored_book_is_the_one_of_that_day(backup: Path, order: Orders, book_folder: Path) -> None:
    before = "Hòa Lâm"
    restored = restore(backup, Secret(), order(at=LATER))
    assert place_of(book_folder) == before
    assert restored.kept is not None
    assert restored.kept.name == "2025-09-21 1042 truoc-khi-phuc-hoi.pcmdbak"
    assert restored.aside is not None
    assert BOOK_NAME in {path.name for path in restored.aside.iterdir()}


def test_the_book_before_comes_back_from_the_backup_that_was_kept(
    backup: Path, order: Orders, book_folder: Path
) -> None:
    kept = restore(backup, Secret(), order(at=LATER)).kept
    assert kept is not None
    restore(kept, Secret(), order(at=LATER + timedelta(hours=1)))
    assert place_of(book_folder) == "Hòa Lâm mới"


def test_an_open_book_is_not_written_over(backup: Path, order: Orders, book_folder: Path) -> None:
    with Book(book_folder), pytest.raises(BookLocked):
        restore(backup, Secret(), order(at=LATER))
    assert place_of(book_folder) == "Hòa Lâm mới"


def test_a_damaged_book_is_set_aside_as_it_is(backup: Path, order: Orders, book_folder: Path) -> None:
    (book_folder / BOOK_NAME).write_bytes(b"SQLite format 3\0 half")
    restored = restore(backup, Secret(), order(at=LATER))
    assert (restored.kept, place_of(book_folder)) == (None, "Hòa Lâm")
    assert restored.aside is not None
    assert (restored.aside / BOOK_NAME).read_bytes() == b"SQLite format 3\0 half"


def test_a_book_with_one_damaged_page_is_set_aside_as_it_is(
    backup: Path, order: Orders, book_folder: Path
) -> None:
    path = book_folder / BOOK_NAME
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'step'").fetchone()
    damaged = bytearray(path.read_bytes())
    damaged[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    path.write_bytes(damaged)
    restored = restore(backup, Secret(), order(at=LATER))
    assert (restored.kept, place_of(book_folder)) == (None, "Hòa Lâm")
    assert restored.aside is not None
    assert (restored.aside / BOOK_NAME).read_bytes() == damaged


def test_a_backup_of_another_office_is_refused(backup: Path, order: Orders, book_folder: Path) -> None:
    with closing(connect(book_folder / BOOK_NAME)) as connection, connection:
        connection.execute("UPDATE office SET book_key = 'another'")
    assert look(backup, book_folder, Secret(), Keys()).is_foreign
    with pytest.raises(OtherOffice) as other:
        restore(backup, Secret(), order(at=LATER))
    assert (other.value.office, place_of(book_folder)) == ("Huyện Hòa Lâm", "Hòa Lâm mới")


def test_an_empty_folder_takes_any_office(order: Orders, evidence_file: str, tmp_path: Path) -> None:
    file = make(order(Why.HANDOVER), tmp_path / "ban giao.pcmdbak", Alone("di duong xa")).path
    there = tmp_path / "may moi"
    restored = restore(file, Secret("di duong xa"), order(folder=there, at=LATER))
    assert (restored.kept, restored.aside, restored.missing) == (None, None, ())
    assert place_of(there) == "Hòa Lâm"
    assert (there / "minh-chung" / evidence_file).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("sealed", [False, True])
def test_evidence_comes_back_from_the_pool(
    order: Orders, keys: Keys, book_folder: Path, evidence_file: str, sealed: bool
) -> None:
    used = keys if sealed else Keys()
    path = make_kept(order(keys=used)).path
    kept = book_folder / "minh-chung" / evidence_file
    before = kept.read_bytes()
    shutil.rmtree(book_folder / "minh-chung")
    assert restore(path, Secret(PASSWORD), order(at=LATER, keys=used)).missing == ()
    assert kept.read_bytes() == before


def test_evidence_that_is_nowhere_is_named(order: Orders, book_folder: Path, evidence_file: str) -> None:
    path = make_kept(order()).path
    shutil.rmtree(book_folder / "minh-chung")
    shutil.rmtree(book_folder / FOLDER / "minh-chung")
    assert [file.name for file in look(path, book_folder, Secret(), Keys()).missing] == [evidence_file]
    assert [file.name for file in restore(path, Secret(), order(at=LATER)).missing] == [evidence_file]


def test_evidence_that_was_changed_in_the_pool_is_none(
    order: Orders, book_folder: Path, evidence_file: str
) -> None:
    path = make_kept(order()).path
    pooled = book_folder / FOLDER / "minh-chung" / evidence_file
    size = pooled.stat().st_size
    shutil.rmtree(book_folder / "minh-chung")
    pooled.unlink()
    pooled.write_bytes(b"x" * size)
    assert [file.name for file in restore(path, Secret(), order(at=LATER)).missing] == [evidence_file]
    assert not (book_folder / "minh-chung" / evidence_file).exists()


def test_accounts_of_the_same_key_stay_those_of_today(
    order: Orders, keys: Keys, ring: NewRing, book_folder: Path
) -> None:
    path = make_kept(order(keys=keys)).path
    today = replace(ring.ring, seal="today")
    save_ring(book_folder, today)
    restored = restore(path, Secret(), order(at=LATER, keys=Keys(today, ring.key)))
    assert (restored.took_accounts, load_ring(book_folder)) == (False, today)


def test_accounts_of_another_key_come_with_the_book(
    order: Orders, keys: Keys, ring: NewRing, book_folder: Path
) -> None:
    path = make_kept(order(keys=keys)).path
    today = new_ring("Quàng Văn Sơn", "another password", Encrypts.NOTHING)
    save_ring(book_folder, today.ring)
    assert look(path, book_folder, Secret(PASSWORD), Keys(today.ring, today.key)).other_accounts
    restored = restore(path, Secret(PASSWORD), order(at=LATER, keys=Keys(today.ring, today.key)))
    assert (restored.took_accounts, load_ring(book_folder)) == (True, ring.ring)
    assert restored.aside is not None
    assert load_ring(restored.aside) == today.ring


def test_a_wrong_password_restores_nothing(order: Orders, keys: Keys, book_folder: Path) -> None:
    path = make_kept(order(keys=keys)).path
    rename(book_folder, "Hòa Lâm mới")
    with pytest.raises(SecretWanted):
        restore(path, Secret("sai"), order(at=LATER))
    assert place_of(book_folder) == "Hòa Lâm mới"


def _zip(members: dict[str, bytes], more: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*members.items(), *more):
            archive.writestr(name, data)
    return out.getvalue()


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_manifest(path: Path, change: Callable[[dict[str, Any]], None]) -> bytes:
    parts = _parts(path)
    plain = json.loads(parts[MANIFEST])
    change(plain)
    return _zip({**parts, MANIFEST: json.dumps(plain).encode()})


def _member(plain: dict[str, Any], **changed: object) -> None:
    plain["members"][0].update(changed)


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x40]) + data[at + 1 :]


def _doubled(path: Path) -> bytes:
    other = "manifest.jso_"
    return _zip(_parts(path), ((other, b"{}"),)).replace(other.encode(), MANIFEST.encode())


def _newer(path: Path, folder: Path) -> bytes:
    parts = _parts(path)
    other = folder / "newer.db"
    other.write_bytes(parts[BOOK])
    with closing(connect(other)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    return _rewritten(parts, other.read_bytes())


def _rewritten(parts: dict[str, bytes], book: bytes) -> bytes:
    plain = json.loads(parts[MANIFEST])
    plain["members"][0].update(size=len(book), sha256=hashlib.sha256(book).hexdigest())
    return _zip({MANIFEST: json.dumps(plain).encode(), BOOK: book})


BAD: dict[str, tuple[Callable[[Path, Path], bytes], str]] = {
    "empty": (lambda path, _: b"", "empty"),
    "cut in half": (lambda path, _: path.read_bytes()[: path.stat().st_size // 2], "broken"),
    "cut at its end": (lambda path, _: path.read_bytes()[:-30], "broken"),
    "another program's": (lambda path, _: b"%PDF-1.7 something", "other_kind"),
    "a workbook": (lambda path, _: _zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "other_kind"),
    "no manifest": (lambda path, _: _zip({BOOK: _parts(path)[BOOK]}), "other_kind"),
    "the manifest last": (lambda path, _: _zip(dict(reversed(_parts(path).items()))), "other_kind"),
    "two manifests": (lambda path, _: _doubled(path), "broken"),
    "a name out of the folder": (lambda path, _: _zip(_parts(path), (("../so-pcmd.db", b"x"),)), "broken"),
    "a name of the system": (lambda path, _: _zip(_parts(path), (("/etc/passwd", b"x"),)), "broken"),
    "more than it says": (lambda path, _: _zip(_parts(path), (("la.txt", b"x"),)), "broken"),
    "a book of zeros": (lambda path, _: _rewritten(_parts(path), bytes(4096)), "book_broken"),
    "half a book": (lambda path, _: _rewritten(_parts(path), _parts(path)[BOOK][: 40 * 4096]), "book_broken"),
    "a newer schema": (_newer, "newer"),
    "a byte of the book": (
        lambda path, _: _flipped(path.read_bytes(), path.stat().st_size // 2),
        "broken",
    ),
    "another size": (lambda path, _: _with_manifest(path, lambda plain: _member(plain, size=5)), "changed"),
    "another hash": (
        lambda path, _: _with_manifest(path, lambda plain: _member(plain, sha256="0")),
        "changed",
    ),
    "another format": (
        lambda path, _: _with_manifest(path, lambda plain: plain.update(format=99)),
        "changed",
    ),
    "other counts": (
        lambda path, _: _with_manifest(path, lambda plain: plain["contents"].update(last_step=9)),
        "other_counts",
    ),
    "a manifest of nonsense": (lambda path, _: _zip({MANIFEST: b"[" * 9_999, BOOK: b""}), "changed"),
    "a bomb": (
        lambda path, _: _zip({**_parts(path), "minh-chung/2025/1/" + "0" * 16 + "-a.pdf": bytes(2**28)}),
        "broken",
    ),
    "a head without an end": (lambda path, _: b"PCMDBAK1\xff\xff\xff\xff{}", "broken"),
    "a head of nonsense": (lambda path, _: b"PCMDBAK1\0\0\0\x02{}", "changed"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_sound_backup_is_refused_and_the_book_stays(
    backup: Path, order: Orders, book_folder: Path, tmp_path: Path, name: str
) -> None:
    spoil, fault = BAD[name]
    bad = tmp_path / "xau.pcmdbak"
    bad.write_bytes(spoil(backup, tmp_path))
    before = (book_folder / BOOK_NAME).read_bytes()
    with pytest.raises(BadBackup) as refused:
        restore(bad, Secret("mat khau dai"), order(at=LATER))
    assert (refused.value.fault, (book_folder / BOOK_NAME).read_bytes()) == (fault, before)
    assert [path.name for path in (book_folder / FOLDER).iterdir()] == [backup.name]


def test_a_file_that_is_not_there_is_told(order: Orders, tmp_path: Path) -> None:
    with pytest.raises(BadBackup) as refused:
        restore(tmp_path / "khong-co.pcmdbak", Secret(), order())
    assert refused.value.fault == "missing"


@pytest.mark.parametrize("at", [0.1, 0.5, 0.99])
def test_a_flipped_byte_of_an_encrypted_one_is_found(
    order: Orders, keys: Keys, book_folder: Path, tmp_path: Path, at: float
) -> None:
    path, bad = make_kept(order(keys=keys)).path, tmp_path / "xau.pcmdbak"
    bad.write_bytes(_flipped(path.read_bytes(), int(path.stat().st_size * at)))
    with pytest.raises(BadBackup) as refused:
        restore(bad, Secret(), order(at=LATER, keys=keys))
    assert refused.value.fault in ("changed", "broken")


@pytest.mark.parametrize("name", ["_set_aside", "_put_in_place", "make_kept"])
def test_a_full_disk_leaves_the_present_book(
    backup: Path, order: Orders, book_folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise TargetNotWritable(book_folder / BOOK_NAME, "disk_full")

    monkeypatch.setattr(restoring, name, full)
    with pytest.raises(TargetNotWritable):
        restore(backup, Secret(), order(at=LATER))
    assert place_of(book_folder) == "Hòa Lâm mới"
    # Once the files of the present book stand aside, the backup of it stays too.
    assert len(listed(book_folder / FOLDER)) == (2 if name == "_put_in_place" else 1)


def test_what_lies_in_the_log_is_not_lost_where_restoring_is_cut_off(
    backup: Path, order: Orders, book_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = tmp_path / "killed"
    with Book(book_folder) as book, book.writing(who=OFFICER) as session:
        offices.rename(session, place="Chỉ trong nhật ký")
        session.commit()
        # As a process that was killed leaves it: the last change is in the log alone.
        shutil.copytree(book_folder, killed)

    put = Path.replace

    def cut_off(path: Path, target: Path) -> Path:
        if target.name == BOOK_NAME:
            raise OSError
        return put(path, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(TargetNotWritable):
        restore(backup, Secret(), replace(order(at=LATER), folder=killed))
    assert place_of(killed) == "Chỉ trong nhật ký"


def test_an_older_schema_is_backed_up_and_restored(order: Orders, book_folder: Path) -> None:
    with closing(connect(book_folder / BOOK_NAME)) as connection, connection:
        connection.execute("ALTER TABLE step DROP COLUMN hash")
        connection.execute("UPDATE alembic_version SET version_num = '0010'")
    made = make_kept(order(Why.UPGRADE))
    assert (made.manifest.contents.schema, made.manifest.contents.last_hash) == ("0010", "")
    assert restore(made.path, Secret(), order(at=LATER)).manifest.contents.schema < SCHEMA


def test_all_that_is_listed_can_be_restored(order: Orders, book_folder: Path) -> None:
    for day in range(12):
        rename(book_folder, f"Hòa Lâm {day}")
        make_kept(order(at=NOW + timedelta(days=day)))
    for item in listed(book_folder / FOLDER):
        restore(item.path, Secret(), order(at=NOW + timedelta(days=30)))
        assert place_of(book_folder) == f"Hòa Lâm {(item.named.at - NOW).days}"


def test_a_book_that_comes_without_its_accounts_asks_for_none(
    order: Orders, keys: Keys, book_folder: Path, tmp_path: Path
) -> None:
    with closing(connect(book_folder / BOOK_NAME)) as connection, connection:
        connection.execute("UPDATE office SET guarded = 1")
    alone = Alone("di duong xa", with_accounts=False)
    file = make(order(Why.HANDOVER, keys=keys), tmp_path / "ban giao.pcmdbak", alone).path
    there = tmp_path / "may moi"
    restore(file, Secret("di duong xa"), order(folder=there))
    with closing(connect(there / BOOK_NAME)) as connection:
        assert connection.execute("SELECT guarded FROM office").fetchone() == (0,)


@pytest.mark.parametrize("encrypts", [Encrypts.BACKUPS, Encrypts.BOOK])
def test_a_restored_book_is_encrypted_as_the_office_wants_it_today(
    order: Orders, keys: Keys, ring: NewRing, book_folder: Path, encrypts: Encrypts
) -> None:
    path = make_kept(order(keys=keys)).path
    today = Keys(replace(ring.ring, encrypts=encrypts), ring.key)
    restore(path, Secret(), order(at=LATER, keys=today))
    assert is_plain(book_folder / BOOK_NAME) is (encrypts is Encrypts.BACKUPS)
    with Book(book_folder, key=today.of_book(book_folder / BOOK_NAME)) as book, book.reading() as session:
        assert offices.current(session).names.place == "Hòa Lâm"
