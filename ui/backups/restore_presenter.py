"""The state of restoring: which backups there are, what one that is looked into holds, what came of it. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.attachments.paths import hash_of
from db.backups.containers import Keys, Secret
from db.backups.faults import SecretWanted
from db.backups.keeping import listed
from db.backups.looking import Look, look
from db.backups.making import Order
from db.backups.restoring import Restored, restore
from db.rules.backup_manifest import short_code
from db.rules.backups import FOLDER, Why
from ui.backups import texts
from ui.common.backup_texts import DOING
from ui.common.worker import Job, Progress, Worker


@dataclass(frozen=True)
class Desk:
    """Who restores where: the office's folder, the keys at hand, the officer. `release` closes an open book.

    `second` is the folder of the second place, where it is there.
    """

    folder: Path
    keys: Keys
    who: str
    release: Callable[[], None] = lambda: None
    second: Path | None = None
    clock: Callable[[], datetime] = datetime.now


@dataclass(frozen=True)
class Offered:
    """A backup that can be looked into, and where it lies in words."""

    path: Path
    place: str
    size: int


class RestorePresenter(QObject):
    """`looked` when another backup was looked into, `secret_wanted` with whether one was wrong, `restored` last."""

    looked = Signal()
    secret_wanted = Signal(object)
    failed = Signal(object)
    restored = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.worker = Worker(self)
        self.seen: Look | None = None
        self.code = ""
        self.has_released = False
        self._secret = Secret()
        self._others: list[Path] = []

    @property
    def ready(self) -> bool:
        """Tell whether the backup that was looked into can be restored."""
        return self.seen is not None and not self.seen.is_foreign

    def offered(self) -> tuple[Offered, ...]:
        """Return what there is: files that were chosen, then the office's own, then the second place's."""
        chosen = [Offered(path, texts.OTHER, path.stat().st_size) for path in self._others if path.is_file()]
        here = [Offered(item.path, texts.HERE, item.size) for item in listed(self.desk.folder / FOLDER)]
        away = listed(self.desk.second) if self.desk.second else ()
        return (*chosen, *here, *(Offered(item.path, texts.SECOND, item.size) for item in away))

    def add(self, path: Path) -> None:
        """Offer one more file, first of all."""
        self._others = [path, *(other for other in self._others if other != path)]

    def look(self, path: Path, secret: Secret) -> Job:
        """Verify a backup and look into it; nothing is written."""
        desk, is_other = self.desk, path in self._others

        def work(tell: Progress) -> tuple[Look, str]:
            tell(texts.LOOKING.format(name=path.name))
            seen = look(path, desk.folder, secret, desk.keys)
            return seen, short_code(hash_of(path)) if is_other else ""

        def done(found: tuple[Look, str]) -> None:
            self.seen, self.code = found
            self._secret = secret
            self.looked.emit()

        self._forget()
        return self.worker.run(work, done, self._on_failed)

    def restore(self) -> Job:
        """Put the backup that was looked into in the place of the book, which is closed first."""
        assert self.seen is not None
        desk, path, secret = self.desk, self.seen.path, self._secret
        self.has_released = True
        desk.release()

        def work(tell: Progress) -> Restored:
            tell(texts.RESTORING)
            order = Order(
                desk.folder,
                Why.RESTORE,
                desk.who,
                desk.clock(),
                desk.keys,
                tell=lambda doing: tell(DOING[doing]),
            )
            return restore(path, secret, order)

        return self.worker.run(work, self.restored.emit, self._on_failed)

    def _forget(self) -> None:
        self.seen, self.code = None, ""
        self.looked.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, SecretWanted):
            self.secret_wanted.emit(error)
        else:
            self.failed.emit(error)
