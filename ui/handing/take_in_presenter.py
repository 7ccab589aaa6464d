"""The state of taking a book in: the file, what it would bring, what was answered. No widgets."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.migrations.store import SCHEMA
from db.rules.backups import Why
from db.rules.findings import Refused
from db.services.handing import comparing, taking_in
from db.services.handing.comparing import Answers, State, TakingPlan
from exports.readers.handed_books import read_handed
from ui.common.worker import Job, Progress
from ui.common.workplace import HANDED_BOOKS, Workplace
from ui.handing import texts


class TakeInPresenter(QObject):
    """Leads a file to the book. `changed` when there is something else to show, `refused` where it is no such file."""

    changed = Signal()
    refused = Signal(object)
    taken = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.path: Path | None = None
        self.plan: TakingPlan | None = None
        self.answers = Answers()

    @property
    def new_rows(self) -> int:
        """Return how many records of the officers' kinds would be new."""
        counts = self.plan.counts if self.plan else {}
        return sum(states.get(State.NEW, 0) for kind, states in counts.items() if kind != "parts")

    @property
    def ready(self) -> bool:
        """Tell whether there is something to take and nothing in its way."""
        if self.plan is None or self.plan.findings:
            return False
        blocked = bool(self.plan.personal) and not self.answers.leave_out
        return not blocked and (self.plan.has_news or bool(self.answers.accepted))

    def read_file(self, path: Path) -> Job:
        """Read a file and compare it with the book; nothing is written."""
        book = self.workplace.book

        def work(tell: Progress) -> TakingPlan:
            tell(texts.READING.format(name=path.name))
            handed = read_handed(path, SCHEMA)
            with book.reading() as session:
                return comparing.plan(
                    session, handed, answers=Answers(), tell=_telling(tell, texts.COMPARING)
                )

        def done(plan: TakingPlan) -> None:
            self._show(path, plan)

        def failed(error: Exception) -> None:
            # What stood there is of another file: nobody may take it under the name of this one.
            self._show(None, None)
            self._on_failed(error)

        return self.workplace.worker.run(work, done, failed)

    def accept(self, key: str, accepted: bool) -> None:
        """Answer a question: take what the file says, or let two records be one."""
        held = self.answers.accepted
        self.answers = replace(self.answers, accepted=held | {key} if accepted else held - {key})
        self.changed.emit()

    def leave_out(self, left_out: bool) -> None:
        """Say whether what looks like a trace of a person is left out."""
        self.answers = replace(self.answers, leave_out=left_out)
        self.changed.emit()

    def store(self) -> Job:
        """Compare once more, for the book may have changed, and store all as one step."""
        assert self.plan is not None and self.path is not None
        book, officer = self.workplace.book, self.workplace.officer
        handed, answers, name = self.plan.book, self.answers, self.path.name
        workplace = self.workplace

        def work(tell: Progress) -> tuple[TakingPlan, int | None]:
            workplace.keep_before(Why.TAKE_IN, officer, tell)
            with book.writing(who=officer) as session:
                plan = comparing.plan(session, handed, answers=answers, tell=_telling(tell, texts.COMPARING))
                taking_in.store(session, plan, file_name=name, tell=_telling(tell, texts.STORING))
                session.flush()
                return plan, session.info.get("step_id")

        return self.workplace.worker.run(work, self._on_stored, self._on_failed)

    def _show(self, path: Path | None, plan: TakingPlan | None) -> None:
        self.path, self.plan, self.answers = path, plan, Answers()
        self.changed.emit()

    def _on_stored(self, stored: tuple[TakingPlan, int | None]) -> None:
        self.plan, step_id = stored
        if step_id is not None:
            self.workplace.wrote(step_id, HANDED_BOOKS)
        office = self.plan.book.head.office_name
        self.workplace.say(texts.DONE.format(office=office, count=self.new_rows))
        self.taken.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)


def _telling(tell: Progress, words: str) -> Callable[[int, int], None]:
    return lambda done, every: tell(words.format(done=done, all=every))
