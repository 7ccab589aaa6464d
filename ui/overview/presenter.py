"""The state of the home page: its board, and whether it is still true. No widgets."""

from PySide6.QtCore import QObject, Signal

from ui.common.workplace import Workplace
from ui.overview.board import Board, read_board


class OverviewPresenter(QObject):
    """Holds one board: `outdated` when records or the period changed since, `changed` after a new reading."""

    outdated = Signal()
    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.board: Board | None = None
        self.is_outdated = True
        workplace.changed.connect(lambda _: self._grow_old())
        workplace.period_changed.connect(self._grow_old)
        workplace.borders_changed.connect(self._grow_old)

    def reload(self) -> None:
        period, today, borders = self.workplace.period, self.workplace.today, self.workplace.borders
        self.board = self.workplace.read(lambda session: read_board(session, period, today, borders))
        self.is_outdated = False
        self.changed.emit()

    def leave(self) -> None:
        """Nobody looks any more: drafts are kept without a signal, so the next look reads anew."""
        self.is_outdated = True

    def _grow_old(self) -> None:
        self.is_outdated = True
        self.outdated.emit()
