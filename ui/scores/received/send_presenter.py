"""Sending score sheets: which communes there are, and writing their workbooks into a folder. No widgets."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.score_books import ScoreBook
from db.services.scoring import sending
from db.services.units import UnitInfo
from db.sessions import Session
from exports.scores.naming import free_target
from exports.scores.workbook import write_score_book
from ui.common.worker import Job, Progress
from ui.common.workplace import Workplace
from ui.scores.received import texts


class SendPresenter(QObject):
    """Writes the sheets of one commune or all; `written` with how many."""

    written = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace

    def communes(self) -> tuple[UnitInfo, ...]:
        """Return the communes of the chosen year."""
        return self.workplace.read(lambda session: sending.communes(session, self.workplace.span))

    def write(self, unit_id: int | None, *, with_result: bool, folder: Path) -> Job:
        """Write the sheet of a commune, or of every one, into a folder."""
        book = self.workplace.book

        def work(tell: Progress) -> int:
            with book.reading() as session:
                books = list(self._books(session, unit_id, APPRAISED if with_result else SELF))
            for number, item in enumerate(books, start=1):
                tell(texts.WRITING.format(done=number, all=len(books)))
                write_score_book(item, free_target(folder, item.head))
            return len(books)

        def done(count: int) -> None:
            words = texts.SENT.format(count=count, folder=folder) if count else texts.NONE_SENT
            self.workplace.say(words)
            self.written.emit(count)

        return self.workplace.worker.run(work, done, self.workplace.fail)

    def _books(self, session: Session, unit_id: int | None, column: str) -> Iterator[ScoreBook]:
        if unit_id is None:
            yield from sending.all_books(session, self.workplace.span, column)
        else:
            yield sending.score_book(session, unit_id=unit_id, year=self.workplace.year, column=column)
