"""Backups while a window is open: made from the first list on, before it closes, and restored in its place."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.shell.window import Window

if TYPE_CHECKING:
    from db.backups.containers import Keys
    from ui.backups.keeper import Keeper
    from ui.common.workplace import Workplace


@dataclass
class BackupCare:
    """Takes care of the backups of one window; `keys` and `name` are those of who signed in.

    `start_anew` opens another window in this one's place.
    """

    window: Window
    folder: Path
    closing: ExitStack
    keys: "Callable[[], Keys]"
    name: Callable[[], str]
    start_anew: Callable[[], None]
    keeper: "Keeper | None" = None
    is_over: bool = False

    def begin(self, workplace: "Workplace") -> None:
        """Back up from now on; loaded once the first list stands."""
        from ui.backups.exit_dialog import ExitDialog
        from ui.backups.keeper import Keeper
        from ui.backups.status import BackupStatus

        if self.keeper is not None or self.is_over:
            return
        keeper = self.keeper = workplace.keeper = Keeper(workplace, self.window)
        status = BackupStatus(keeper)
        self.window.add_status(status)
        status.page_requested.connect(self.window.open_subject)
        self.window.may_close = lambda: not keeper.needs_backup() or ExitDialog.ask(keeper, self.window)
        keeper.begin()

    def stop(self) -> None:
        """Let the window close without a question: another takes its place."""
        self.is_over = True
        self.window.may_close = lambda: True
        if self.keeper is not None:
            self.keeper.stop()

    def restore(self, given: Path | None = None) -> None:
        """Restore a backup; the book is closed for it, and a window of its own opens on what is there then.

        A `given` file is chosen and looked into already.
        """
        from db.backups.before import keys_of
        from ui.backups.restore_dialog import RestoreDialog
        from ui.backups.restore_presenter import Desk

        keeper = self.keeper
        # Accounts may have come since the start: without its key the present book would be as good as none.
        keys = keys_of(keeper.workplace.book) if keeper else self.keys()
        officer = keeper.workplace.officer if keeper else self.name()
        second = keeper.second.found() if keeper else None
        desk = Desk(self.folder, keys, officer, self._release, second)
        if RestoreDialog.ask(desk, self.window, given).released:
            self.start_anew()

    def _release(self) -> None:
        """Close the book, so that another can take its place."""
        from ui.backups.texts import RESTORING

        self.stop()
        self.window.show_notice(RESTORING)
        workplace, self.window.workplace = self.window.workplace, None
        if workplace is not None:
            workplace.close()
        else:
            self.closing.close()
