"""Backups: why one is made, what its file is called, which are kept, and when the last one is too old."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SUFFIX = ".pcmdbak"
# Where the backups lie in the office's folder; the name is for people who look into it.
FOLDER = "sao-luu"
DAYS, WEEKS, MONTHS = 7, 4, 12
# A copy in the second place that is older than this is reminded of, where nobody chose another number of days.
REMIND_AFTER_DAYS = 7
# Something changed, and since then no backup was made for so long.
_STALE = timedelta(days=2)
_DAILY = timedelta(days=1)
# A clock that runs a little ahead is none that was set wrong.
_AHEAD = timedelta(days=1)
_NAME = re.compile(r"(\d{4}-\d\d-\d\d) (\d{4}) ([a-z-]+)(?: (\d{1,4}))?" + re.escape(SUFFIX))


class Why(StrEnum):
    """What a backup was made for, as its file's name says it."""

    EXIT = "khi-dong-so"
    DAILY = "hang-ngay"
    UPGRADE = "truoc-khi-nang-cap"
    IMPORT = "truoc-khi-nhap"
    TAKE_IN = "truoc-khi-nhan-so"
    SUCCESSION = "truoc-khi-sap-nhap"
    RESTORE = "truoc-khi-phuc-hoi"
    REPAIR = "truoc-khi-sua-so"
    HAND = "bam-tay"
    HANDOVER = "ban-giao"


# Made by a person, who alone deletes it.
_BY_HAND = frozenset({Why.HAND, Why.HANDOVER})
# What a large step is taken back with is wanted longer than the days after it.
_KEPT_DAYS: Mapping[Why, int] = {
    Why.UPGRADE: 366,
    Why.REPAIR: 366,
    Why.RESTORE: 92,
    Why.SUCCESSION: 92,
    Why.TAKE_IN: 31,
    Why.IMPORT: 31,
}


@dataclass(frozen=True, order=True)
class Named:
    """What the name of a backup's file tells; `number` counts those of one minute."""

    at: datetime
    number: int
    why: Why
    name: str


def file_name(at: datetime, why: Why, number: int = 1) -> str:
    """Return the name of a backup's file; `number` counts those of one minute."""
    return f"{at:%Y-%m-%d %H%M} {why}{f' {number}' if number > 1 else ''}{SUFFIX}"


def named(name: str) -> Named | None:
    """Read the name of a backup's file; none where it is no such name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        at = datetime.strptime(f"{found[1]} {found[2]}", "%Y-%m-%d %H%M")
        return Named(at, int(found[4] or 1), Why(found[3]), name)
    except ValueError:
        return None


def kept(backups: Iterable[Named], now: datetime) -> frozenset[Named]:
    """Return which backups stay: the last of each of 7 days, 4 weeks and 12 months that have one, and some longer.

    Days are those on which backups were made, so that neither leave nor a clock that was set back empties the folder.
    What lies ahead of the clock is judged apart: it must not crowd out what is of today, nor go for it.
    """
    every = frozenset(backups)
    ahead = frozenset(backup for backup in every if backup.at > now + _AHEAD)
    longer = frozenset(backup for backup in every if _is_kept_longer(backup, now))
    return longer | _in_turn(every - ahead) | _in_turn(ahead)


def is_due(last: datetime | None, changed: datetime | None, now: datetime) -> bool:
    """Tell whether a window that stays open makes its backup of the day: changed since, and a day is gone."""
    if changed is None:
        return False
    return last is None or last > now + _AHEAD or (changed > last and now - last >= _DAILY)


def is_stale(last: datetime | None, changed: datetime | None, now: datetime) -> bool:
    """Tell whether the last verified backup is too old for what was changed since."""
    if changed is None or (last is not None and changed <= last):
        return False
    return last is None or now - last > _STALE


def is_copy_late(last: datetime | None, now: datetime, days: int = REMIND_AFTER_DAYS) -> bool:
    """Tell whether the last copy in the second place is older than so many days."""
    return last is None or now - last > timedelta(days=days)


def _is_kept_longer(backup: Named, now: datetime) -> bool:
    age = (now.date() - backup.at.date()).days
    return backup.why in _BY_HAND or -1 <= age <= _KEPT_DAYS.get(backup.why, -2)


def _in_turn(backups: frozenset[Named]) -> frozenset[Named]:
    """Return the last backup of each of the newest days, weeks and months."""
    newest = sorted(backups, reverse=True)
    found: set[Named] = set()
    for count, time_of in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        found.update(_last_of_each(newest, time_of)[:count])
    return frozenset(found)


def _last_of_each(newest: Iterable[Named], time_of: Callable[[datetime], Hashable]) -> list[Named]:
    of_each: dict[Hashable, Named] = {}
    for backup in newest:
        of_each.setdefault(time_of(backup.at), backup)
    return list(of_each.values())


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month
