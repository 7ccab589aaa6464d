"""The second place: a folder on another disk, found again under whatever letter its disk comes back."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from db.backups.keeping import last_made
from db.rules.backups import REMIND_AFTER_DAYS, is_copy_late
from db.trouble import telling
from ui.backups import texts
from ui.common.preferences import Preferences

_FOLDER, _INNER, _MARK = "backups/second", "backups/second_inner", "backups/second_mark"
_LAST, _SEALED, _DAYS = "backups/second_last", "backups/second_sealed", "backups/second_days"
_MARK_NAME = "noi-thu-hai.txt"
_MOST_MARK = 64


@dataclass(frozen=True)
class Volume:
    """A disk that is plugged in: where it stands and what tells it from another."""

    root: Path
    device: str


def volumes() -> tuple[Volume, ...]:
    """Return the disks that are plugged in and ready."""
    ready = (item for item in QStorageInfo.mountedVolumes() if item.isValid() and item.isReady())
    return tuple(Volume(Path(item.rootPath()), item.device().toStdString()) for item in ready)


def volume_of(folder: Path) -> Volume:
    """Return the disk on which a folder lies."""
    found = QStorageInfo(str(folder))
    return Volume(Path(found.rootPath()), found.device().toStdString())


class SecondPlace:
    """What is remembered of the second place."""

    def __init__(self, preferences: Preferences, office_folder: Path) -> None:
        self._preferences, self._office_folder = preferences, office_folder

    @property
    def is_chosen(self) -> bool:
        return bool(self._preferences.text(_MARK))

    @property
    def told(self) -> str:
        """Return the folder as it was chosen."""
        return self._preferences.text(_FOLDER)

    @property
    def sealed(self) -> bool:
        return self._preferences.flag(_SEALED, True)

    @sealed.setter
    def sealed(self, sealed: bool) -> None:
        self._preferences.set_flag(_SEALED, sealed)

    @property
    def days(self) -> int:
        """Return after how many days a copy that is missing is reminded of."""
        numbers = self._preferences.numbers(_DAYS)
        return numbers[0] if numbers else REMIND_AFTER_DAYS

    @days.setter
    def days(self, days: int) -> None:
        self._preferences.set_numbers(_DAYS, (days,))

    def is_on_the_same_disk(self, folder: Path) -> bool:
        """Tell whether a folder would go with the disk on which the book lies."""
        return volume_of(folder).device == volume_of(self._office_folder).device

    def choose(self, folder: Path) -> None:
        """Make a folder of the office's own below this one and remember it; raises TargetNotWritable."""
        home = folder / texts.SECOND_FOLDER
        mark = self._mark_in(home) or secrets.token_hex(8)
        with telling(home):
            home.mkdir(parents=True, exist_ok=True)
            (home / _MARK_NAME).write_text(mark, encoding="ascii")
        root = volume_of(home).root
        inner = home.relative_to(root) if home.is_relative_to(root) else home
        for key, text in ((_FOLDER, str(home)), (_INNER, inner.as_posix()), (_MARK, mark), (_LAST, "")):
            self._preferences.set_text(key, text)
        self._note_last(home)

    def forget(self) -> None:
        for key in (_FOLDER, _INNER, _MARK, _LAST):
            self._preferences.set_text(key, "")

    def found(self) -> Path | None:
        """Return the folder where it is now, none while its disk is not there."""
        if not self.is_chosen:
            return None
        inner = self._preferences.text(_INNER)
        places = [Path(self.told), *(volume.root / inner for volume in volumes())]
        mark = self._preferences.text(_MARK)
        return next((place for place in places if self._mark_in(place) == mark), None)

    def copied(self, at: datetime) -> None:
        """Remember when the last copy was made."""
        self._preferences.set_text(_LAST, at.isoformat())

    def last(self) -> datetime | None:
        """Return when the last copy was made, as remembered: the disk need not be there."""
        with suppress(ValueError):
            return datetime.fromisoformat(self._preferences.text(_LAST))
        return None

    def is_late(self, now: datetime) -> bool:
        return self.is_chosen and is_copy_late(self.last(), now, self.days)

    def _note_last(self, home: Path) -> None:
        last = last_made(home)
        if last is not None:
            self.copied(last)

    def _mark_in(self, home: Path) -> str:
        with suppress(OSError, ValueError), (home / _MARK_NAME).open(encoding="ascii") as file:
            return file.read(_MOST_MARK)
        return ""
