"""Files of evidence beside the backups: each stands once, whatever the number of backups that name it."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from db.attachments.keeping import located
from db.attachments.paths import hash_of, is_inside, unlock
from db.backups.containers import Keys, Sealing, Secret, reading_container, writing_container
from db.backups.faults import BadBackup, SecretWanted
from db.rules.attachments import FOLDER
from db.rules.backup_manifest import Member
from db.whole_files import replacing

_SEALED = ".khoa"
_PIECE = 2**20


def keep_files(
    folder: Path, home: Path, files: Iterable[Member], how: Callable[[], Sealing | None], *, linked: bool
) -> tuple[Member, ...]:
    """Put files that the pool of `home` does not hold yet into it; return those that the office's folder has not.

    `linked`: on the same disk a second name for the same bytes, which takes no room; a sealed one is always a copy.
    Raises TargetNotWritable.
    """
    missing = []
    for file in files:
        source = located(folder, file.name)
        if in_pool(home, file) is not None:
            continue
        if source is None or not source.is_file():
            missing.append(file)
        else:
            _keep(source, home / FOLDER / file.name, how(), linked=linked)
    return tuple(missing)


def in_pool(home: Path, file: Member) -> Path | None:
    """Return where the pool of `home` holds a file, plain or sealed, none where it does not."""
    plain = home / FOLDER / file.name
    sealed = plain.with_name(plain.name + _SEALED)
    if not is_inside(plain, home):
        return None
    if plain.is_file() and plain.stat().st_size == file.size:
        return plain
    return sealed if sealed.is_file() else None


def bring_back(pooled: Path, target: Path, file: Member, secret: Secret, keys: Keys) -> bool:
    """Put a file of the pool into the office's folder; tell whether it is the one that was kept."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as temporary:
        with suppress(BadBackup, SecretWanted):
            if pooled.name.endswith(_SEALED):
                _open_into(pooled, temporary, secret, keys)
            else:
                shutil.copyfile(pooled, temporary)
        same = hash_of(temporary) == file.sha256
    if not same:
        target.unlink(missing_ok=True)
    return same


def copy_pool(source: Path, target: Path, how: Callable[[], Sealing | None]) -> None:
    """Copy what the pool of `target` does not hold from that of `source`; sealed files as they are."""
    root = source / FOLDER
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        wanted = target / FOLDER / name
        sealed = wanted.with_name(wanted.name + _SEALED)
        if not path.is_file() or path.name.startswith(".") or wanted.exists() or sealed.exists():
            continue
        _keep(path, wanted, None if path.name.endswith(_SEALED) else how(), linked=False)


def _keep(source: Path, target: Path, how: Sealing | None, *, linked: bool) -> None:
    if how is not None:
        target = target.with_name(target.name + _SEALED)
    target.parent.mkdir(parents=True, exist_ok=True)
    if linked and how is None:
        with suppress(OSError):
            unlock(target)
            target.unlink(missing_ok=True)
            os.link(source, target)
            return
    with replacing(target) as temporary, source.open("rb") as file, writing_container(temporary, how) as out:
        shutil.copyfileobj(file, out, _PIECE)


def _open_into(sealed: Path, target: Path, secret: Secret, keys: Keys) -> None:
    with reading_container(sealed, secret, keys) as (file, _), target.open("wb") as out:
        shutil.copyfileobj(file, out, _PIECE)
