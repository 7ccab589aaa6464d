"""The ways on where a book does not open: by what stands in the way. Imported only when something does."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from db.keyring.signing_in import AccountsMissing
from db.migrations.store import NotABook
from db.moving import move_here, moved_to
from db.office_accounts import RingForeign
from db.places import UnsafeFolder
from db.sessions import BOOK_NAME
from db.trouble import BookDamaged
from desktop import paths
from ui.common import opening_texts as texts
from ui.common.progress_dialog import watch
from ui.shell.notice import Way
from ui.shell.window import Window

if TYPE_CHECKING:
    from ui.common.worker import Worker

Reopen = Callable[..., None]


@dataclass(frozen=True)
class Trouble:
    """What stands in the way of a folder's book, and what there is to go on with.

    `reopen(folder, between)` starts the window anew there; `between` runs while no book is open.
    """

    window: Window
    folder: Path
    worker: "Worker"
    reopen: Reopen
    restore: Callable[[], None]
    key: bytes | None = None

    def tell(self, error: Exception) -> None:
        """Say what it is and offer the ways on."""
        self.window.tell_not_open(error, self._ways(error))

    def can_restore(self, error: Exception) -> bool:
        """Tell whether a backup may take the place of what does not open."""
        return isinstance(error, (BookDamaged, NotABook, RingForeign, AccountsMissing))

    def _ways(self, error: Exception) -> tuple[Way, ...]:
        retry = Way(texts.RETRY, partial(self.reopen, self.folder))
        if isinstance(error, UnsafeFolder):
            return self._ways_round()
        restore = Way(texts.RESTORE, self.restore)
        if isinstance(error, BookDamaged):
            return (restore, Way(texts.REPAIR, self._repair), retry)
        if self.can_restore(error):
            return (retry, restore, Way(texts.CHOOSE, self._choose))
        return (retry, Way(texts.CHOOSE, self._choose))

    def _ways_round(self) -> tuple[Way, ...]:
        moved = moved_to(self.folder)
        choose = Way(texts.CHOOSE, self._choose)
        if moved is not None:
            return (Way(texts.OPEN_MOVED, partial(self.reopen, moved)), choose)
        if not (self.folder / BOOK_NAME).exists():
            return (Way(texts.START_HERE, partial(self.reopen, paths.data_folder())), choose)
        return (Way(texts.MOVE, partial(self._move, paths.data_folder())), choose)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self.window, texts.CHOOSE_TITLE, str(Path.home()))
        if not chosen:
            return
        target = Path(chosen)
        # From where a book may not lie it comes along into a folder that holds none.
        if (self.folder / BOOK_NAME).exists() and not (target / BOOK_NAME).exists() and self._is_unsafe():
            self._move(target)
        else:
            self.reopen(target)

    def _is_unsafe(self) -> bool:
        from db.places import place_of

        return place_of(self.folder).is_refused

    def _move(self, target: Path) -> None:
        folder, key = self.folder, self.key

        def work(tell: Callable[[str], None]) -> None:
            words = texts.MOVING
            move_here(
                folder,
                target,
                note=texts.MOVED_NOTE,
                tell=lambda name: tell(words.format(name=name)),
                key=key,
            )

        job = self.worker.run(work, lambda _: self.reopen(target), self._tell_known)
        watch(job, self.window)

    def _repair(self) -> None:
        from ui.soundness.repair_dialog import RepairDialog

        between = RepairDialog.ask(self.folder, self.worker, self.window, key=self.key)
        if between is not None:
            self.reopen(self.folder, between)

    def _tell_known(self, error: Exception) -> None:
        from ui.common.errors import is_known

        if not is_known(error):
            raise error
        self.window.tell(error)
