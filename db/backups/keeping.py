"""The backups that an office keeps: in its folder and in a second place, each made whole, the old ones dropped."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.backups.containers import Sealing, Secret, head_of, reading_container, sealing_for, writing_container
from db.backups.faults import BackupNotVerified, BadBackup
from db.backups.making import Made, Order, make
from db.backups.pools import copy_pool, keep_files
from db.backups.verifying import read_back
from db.backups.workshops import read_from_disk, sweep_workshops
from db.rules import backups
from db.rules.backups import FOLDER, Named, Why
from db.trouble import telling
from db.whole_files import replacing

_PIECE = 2**20
# Before a large step nothing goes: it may be the very backup that is being restored.
_DROPPING = (Why.EXIT, Why.DAILY)


@dataclass(frozen=True)
class Listed:
    """A backup in a folder, as its name and size tell."""

    path: Path
    named: Named
    size: int


def make_kept(order: Order) -> Made:
    """Make a backup among the office's own and keep its evidence beside it; those of each day drop what is too old.

    Raises as `making.make` does; what was there before is whole then.
    """
    home = order.folder / FOLDER
    with telling(home):
        home.mkdir(parents=True, exist_ok=True)
    sweep_workshops(home)
    made = make(order, _free_name(home, order))
    wanted = order.keys.seal_backups
    missing = keep_files(
        order.folder,
        home,
        made.manifest.files,
        lambda: _sealing(order, made.manifest.contents.office_name) if wanted else None,
        linked=True,
    )
    if order.why in _DROPPING:
        drop_old(home, order.at)
    return Made(made.path, made.manifest, missing)


def listed(home: Path) -> tuple[Listed, ...]:
    """Return the backups in a folder, the newest first; a folder that is not there has none."""
    found = []
    with suppress(OSError):
        for path in home.iterdir():
            named = backups.named(path.name)
            if named is not None and path.is_file():
                found.append(Listed(path, named, path.stat().st_size))
    return tuple(sorted(found, key=lambda item: item.named, reverse=True))


def last_made(home: Path) -> datetime | None:
    """Return when the newest backup of a folder was made, none where it has none."""
    newest = listed(home)
    return newest[0].named.at if newest else None


def drop_old(home: Path, now: datetime) -> tuple[Path, ...]:
    """Delete the backups that the rule does not keep; one that cannot be deleted stays until the next time."""
    every = listed(home)
    kept = backups.kept((item.named for item in every), now)
    dropped = []
    for item in every:
        if item.named not in kept:
            with suppress(OSError):
                item.path.unlink()
                dropped.append(item.path)
    return tuple(dropped)


def copy_to(order: Order, made: Path, second: Path, *, sealed: bool) -> Path:
    """Copy a backup and the evidence to a second place, verify the copy there and drop what is too old there.

    `sealed` encrypts what is not encrypted yet, by the office's accounts. Raises TargetNotWritable or
    BackupNotVerified.
    """
    with telling(second):
        second.mkdir(parents=True, exist_ok=True)
    sweep_workshops(second)
    target = second / made.name
    wanted = sealed and head_of(made) is None
    if wanted and order.keys.data is None:
        raise BadBackup(made, "no_key")
    with replacing(target) as temporary:
        _copy(order, made, temporary, _sealing(order, "") if wanted else None)
        read_from_disk(temporary)
        try:
            read_back(temporary, Secret(), order.keys)
        except BadBackup as error:
            raise BackupNotVerified(target, error.fault) from error
    copy_pool(order.folder / FOLDER, second, lambda: _sealing(order, "") if sealed else None)
    drop_old(second, order.at)
    return target


def _copy(order: Order, made: Path, temporary: Path, how: Sealing | None) -> None:
    if how is None:
        shutil.copyfile(made, temporary)
        return
    with reading_container(made, Secret(), order.keys) as (file, _), writing_container(temporary, how) as out:
        shutil.copyfileobj(file, out, _PIECE)


def _sealing(order: Order, office: str) -> Sealing | None:
    return sealing_for(order.keys, "", order.at, office)


def _free_name(home: Path, order: Order) -> Path:
    number = 1
    while (path := home / backups.file_name(order.at, order.why, number)).exists():
        number += 1
    return path
