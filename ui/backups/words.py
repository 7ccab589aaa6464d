"""What is said of backups: moments as people say them, sizes, what the status bar shows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QColor

from db.backups.looking import Look
from db.rules.formats import day_text, number_text
from ui.backups import texts
from ui.backups.keeper import Keeper
from ui.common import theme
from ui.common.backup_texts import WHY

_MOST_NAMES = 3


@dataclass(frozen=True)
class Status:
    """What the status bar says: words, the longer words of the tooltip, and in which colour; none in the usual one."""

    words: str
    more: str
    color: QColor | None = None


def moment_text(at: datetime, now: datetime) -> str:
    """Say a moment: today and yesterday by name, other days with their date."""
    time, day = f"{at:%H:%M}", at.date()
    if day == now.date():
        return texts.TODAY.format(time=time)
    if day == now.date() - timedelta(days=1):
        return texts.YESTERDAY.format(time=time)
    return texts.ON_DAY.format(day=day_text(day), time=time)


def size_text(size: int) -> str:
    """Write a size in MB with one decimal."""
    return texts.SIZE.format(size=f"{size / 2**20:.1f}".replace(".", ","))


def status_of(keeper: Keeper) -> Status:
    """Return what the status bar says of the backups."""
    every, now = keeper.listed(), keeper.workplace.now
    second = second_words(keeper)
    if keeper.has_failed:
        return Status(texts.STATUS_FAILED, second, theme.late())
    if not every:
        return Status(texts.STATUS_NONE, second, theme.soon() if keeper.needs_backup() else None)
    said = {"when": moment_text(every[0].named.at, now), "count": number_text(len(every))}
    if keeper.is_stale():
        return Status(texts.STATUS_LATE.format(**said), second, theme.late())
    words = texts.STATUS.format(**said)
    if keeper.second.is_late(now):
        return Status(f"{words} · {texts.STATUS_SECOND}", second, theme.soon())
    return Status(words, second)


def second_words(keeper: Keeper) -> str:
    """Say where the second place is, and how old its last copy is."""
    second, now = keeper.second, keeper.workplace.now
    if not second.is_chosen:
        return texts.SECOND_NONE
    last = second.last()
    said = moment_text(last, now) if last else texts.NEVER
    found = second.found()
    words = texts.SECOND_THERE if found is not None else texts.SECOND_AWAY
    line = words.format(folder=found or second.told, last=said)
    return f"{line} {texts.SECOND_LATE.format(days=second.days)}" if second.is_late(now) else line


def looked_words(seen: Look, code: str = "") -> list[str]:
    """Say what a backup is and what it lacks; `code` is told of a file that was handed over."""
    manifest = seen.manifest
    lines = [
        texts.LOOKED.format(
            office=manifest.contents.office_name,
            at=f"{manifest.made_at:%H:%M %d/%m/%Y}",
            why=WHY[manifest.why],
            who=manifest.made_by,
        )
    ]
    lines.append(texts.FOREIGN if seen.is_foreign else _compared(seen))
    if seen.other_accounts:
        lines.append(texts.ACCOUNTS)
    if seen.missing:
        names = [Path(file.name).name for file in seen.missing]
        shown = ", ".join(names[:_MOST_NAMES]) + (texts.MORE if len(names) > _MOST_NAMES else "")
        lines.append(texts.MISSING.format(count=number_text(len(names)), names=shown))
    if code:
        lines.append(texts.CODE.format(code=code))
    return lines


def _compared(seen: Look) -> str:
    if seen.present is None:
        return texts.NO_BOOK
    gaps = [item.there - (item.here or 0) for item in seen.differences]
    lacks, more = -sum(gap for gap in gaps if gap < 0), sum(gap for gap in gaps if gap > 0)
    lines = [texts.LACKS.format(count=number_text(lacks))] if lacks else []
    lines += [texts.HAS_MORE.format(count=number_text(more))] if more else []
    return " ".join(lines) or texts.SAME
