"""The state of the screen of received returns: matrix of the period, files of a cell, findings. No widgets."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal

from db.rules.returns.received_findings import ReturnFinding, untold
from db.services.returns import received_board, received_files
from db.services.returns.received_board import Board, BoardCell, BoardState
from db.services.returns.received_files import FileState, ReceivedFile
from ui.common.lists.columns import Column
from ui.common.lists.table_papers import TableContent, period_line
from ui.common.workplace import Changed, Workplace
from ui.returns.received import texts
from ui.returns.received.words import cell_words

KIND = "received_returns"
_SHOWS = ("units", "office", "schedules")
_UNIT_WIDTH, _CELL_WIDTH = 220, 230


class ReceivedPresenter(QObject):
    """Reads the matrix of the chosen period. `changed` when it was read anew."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.board = Board({})
        self.is_watched, self._stale = False, True
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self._on_outdated)

    def reload(self) -> None:
        """Read the matrix."""
        period = self.workplace.period
        self.board = self.workplace.read(lambda session: received_board.board(session, period))
        self._stale = False
        self.changed.emit()

    def watch(self, is_watched: bool) -> None:
        """Follow changes at once while the screen is seen, else when it is seen again."""
        self.is_watched = is_watched
        if is_watched and self._stale:
            self.reload()

    def cell(self, row: int, column: int) -> BoardCell:
        """Return a cell of the matrix, columns from 0 for the first set; below the units stands what has no unit."""
        if row >= len(self.board.rows):
            return BoardCell(self.board.unplaced if column == 0 else ())
        return self.board.rows[row].cells[list(self.board.sets)[column]]

    def summary(self) -> str:
        """Return how many returns came, are late, missing or to be sent again."""
        cells = [cell for row in self.board.rows for cell in row.cells.values()]
        late = sum(cell.is_late(self.workplace.today) for cell in cells)
        count = self.board.count
        return texts.SUMMARY.format(
            received=count(BoardState.RECEIVED),
            late=late,
            missing=count(BoardState.MISSING),
            refused=count(BoardState.REFUSED),
        )

    def findings(self, file: ReceivedFile) -> tuple[ReturnFinding, ...]:
        """Return what was found in a file when it came."""
        told = self.workplace.read(lambda session: received_files.findings(session, file.id))
        return tuple(map(untold, told))

    def body(self, file: ReceivedFile) -> bytes:
        """Return a file as it came."""
        return self.workplace.read(lambda session: received_files.body(session, file.id))

    def write_marked(self, file: ReceivedFile, target: Path) -> None:
        """Write a marked copy of a file that came."""
        from ui.returns.received.marking import write_marked_return

        with TemporaryDirectory(prefix="pcmd-") as folder:
            source = Path(folder) / "goc.xlsx"
            source.write_bytes(self.body(file))
            write_marked_return(source, self.findings(file), target)

    def can_be_marked(self, file: ReceivedFile | None) -> bool:
        """Return whether a copy of a file can be marked: its cells were read, and something is to be told of them."""
        return file is not None and bool(file.unit_id) and bool(self.findings(file))

    def use(self, file: ReceivedFile) -> None:
        """Let a file that gave way count again."""
        reason = texts.USE_REASON.format(name=file.file_name)
        self.workplace.write_aside(lambda session: received_files.choose(session, file, reason))
        self.workplace.refresh(KIND)

    def can_be_used(self, file: ReceivedFile | None) -> bool:
        """Return whether a file gave way to another one."""
        return file is not None and file.state is FileState.SUPERSEDED

    def paper(self) -> Callable[[], TableContent]:
        """Return the matrix as it is printed and exported."""
        board, today = self.board, self.workplace.today
        columns = (
            Column(texts.UNIT, "unit", _UNIT_WIDTH),
            *(Column(title, code, _CELL_WIDTH) for code, title in board.sets.items()),
        )
        rows = [
            (row.unit.name, *(cell_words(row.cells[code], today)[0] for code in board.sets))
            for row in board.rows
        ]
        lines = (period_line(self.workplace), self.summary())
        sample = self.workplace.office.sample
        return lambda: TableContent(texts.PAPER_TITLE, lines, columns, rows, sample=sample)

    def _on_changed(self, changed: Changed) -> None:
        # What is said on the due board, and what this office approves, is of returns too.
        if "return" in changed.kind or changed.kind in _SHOWS:
            self._on_outdated()

    def _on_outdated(self) -> None:
        self._stale = True
        if self.is_watched:
            self.reload()
