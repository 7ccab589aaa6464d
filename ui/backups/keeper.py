"""Who knows when to back up: screens only say. Backups are made on a thread of their own, beside a working window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from db.backups.before import keys_of
from db.backups.keeping import Listed, copy_to, listed, make_kept
from db.backups.making import Made, Order
from db.rules import backups
from db.rules.backups import FOLDER, Why
from db.services.last_change import last_change
from ui.backups.second_place import SecondPlace
from ui.common.backup_texts import DOING
from ui.common.worker import Cancelled, Job, Progress, Worker
from ui.common.workplace import Workplace

# The first time a minute after the start, which has enough to do.
_LOOK_EVERY_MS = 60_000
_SETTLED_MS = 2_000
_FAILED = "backups/failed"


@dataclass(frozen=True)
class Done:
    """A backup that was made, and whether it was copied to the second place; `copy_error` is why it was not."""

    made: Made
    copied: bool
    copy_error: Exception | None = None


class Keeper(QObject):
    """The office's backups. `changed` when there are others, or the last one has become too old."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.second = SecondPlace(workplace.preferences, workplace.book.folder)
        self.worker = Worker(self)
        self._is_stopped = False
        self._job: Job | None = None
        self._looking, self._settling = QTimer(self), QTimer(self)
        self._looking.setInterval(_LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)
        # One look after many changes.
        self._settling.setInterval(_SETTLED_MS)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.changed)
        workplace.changed.connect(lambda _: None if self._is_stopped else self._settling.start())

    @property
    def home(self) -> Path:
        return self.workplace.book.folder / FOLDER

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    @property
    def has_failed(self) -> bool:
        """Tell whether the last backup could not be made."""
        return self.workplace.preferences.flag(_FAILED)

    def listed(self) -> tuple[Listed, ...]:
        return listed(self.home)

    def last(self) -> datetime | None:
        return max((item.named.at for item in self.listed()), default=None)

    def is_stale(self) -> bool:
        """Tell whether the last backup is too old for what was changed since."""
        return backups.is_stale(self.last(), self._changed_at(), self.workplace.now)

    def needs_backup(self) -> bool:
        """Tell whether something changed since the last backup."""
        if self._is_stopped or not self.workplace.book.can_write:
            return False
        last, changed = self.last(), self._changed_at()
        return changed is not None and (last is None or changed > last)

    def begin(self) -> None:
        """Look from time to time whether the day's backup is due."""
        self._looking.start()
        self.changed.emit()

    def look(self) -> None:
        """Make the day's backup where it is due."""
        wanted = not self.is_busy and self.needs_backup()
        if wanted and backups.is_due(self.last(), self._changed_at(), self.workplace.now):
            self.back_up(Why.DAILY, lambda _: None, lambda _: None)
        self.changed.emit()

    def back_up(
        self, why: Why, on_done: Callable[[Done], None], on_error: Callable[[Exception], None]
    ) -> Job:
        """Make a backup, and a copy where the second place is there."""
        order, second, sealed = self._order(why), self.second.found(), self._seals_second()

        def work(tell: Progress) -> Done:
            return _made(order, second, tell, sealed=sealed)

        def done(result: Done) -> None:
            self._note(result, order.at)
            on_done(result)

        def failed(error: Exception) -> None:
            self._end_job(failed=True)
            on_error(error)

        self._job = self.worker.run(work, done, failed)
        self._job.finished.connect(self._on_finished)
        return self._job

    def stop(self) -> None:
        """Make no more backups, and wait for one that is being made."""
        self._is_stopped = True
        self._looking.stop()
        self._settling.stop()
        if self._job is not None:
            self._job.cancel()
        self.worker.wait()

    def _order(self, why: Why) -> Order:
        place = self.workplace
        return Order(place.book.folder, why, place.officer, place.now, keys_of(place.book))

    def _seals_second(self) -> bool:
        return self.second.sealed and self.workplace.book.data_key is not None

    def _note(self, done: Done, at: datetime) -> None:
        if done.copied:
            self.second.copied(at)
        self._end_job(failed=False)

    def _end_job(self, *, failed: bool) -> None:
        self._job = None
        self.workplace.preferences.set_flag(_FAILED, failed)
        self.changed.emit()

    def _on_finished(self) -> None:
        self._job = None

    def _changed_at(self) -> datetime | None:
        return self.workplace.read(last_change)


def _made(order: Order, second: Path | None, tell: Progress, *, sealed: bool) -> Done:
    order = Order(
        order.folder, order.why, order.who, order.at, order.keys, tell=lambda doing: tell(DOING[doing])
    )
    made = make_kept(order)
    if second is None:
        return Done(made, copied=False)
    # The backup stands; what became of its copy is told beside it.
    try:
        copy_to(order, made.path, second, sealed=sealed)
    except Cancelled:
        raise
    except Exception as error:
        return Done(made, copied=False, copy_error=error)
    return Done(made, copied=True)
