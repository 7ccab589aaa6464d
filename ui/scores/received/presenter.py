"""The state of taking score sheets in: the files, what each would do, which a person chose. No widgets."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Finding, Refused
from db.rules.scoring.marks import APPRAISED
from db.services.scoring import received
from db.services.scoring.received import FileState, ReceivedPlan
from db.sessions import Session
from exports.marked_copies import write_marked_book
from exports.scores.reading import read_score_book
from ui.common.finding_texts import finding_text
from ui.common.worker import Job, Progress
from ui.common.workplace import Workplace
from ui.scores.received import texts

KIND = "scores"


class ReceivePresenter(QObject):
    """Leads files to the book. `changed` when the files are others, `chosen_changed` when others are to be taken."""

    changed = Signal()
    chosen_changed = Signal()
    refused = Signal(object)
    taken = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.plans: tuple[ReceivedPlan, ...] = ()
        self.paths: tuple[Path, ...] = ()
        self.chosen: frozenset[int] = frozenset()
        self._rivals: dict[int, frozenset[int]] = {}

    def read_files(self, paths: Sequence[Path]) -> Job:
        """Read files beside those that are here already and compare them with the book; nothing is written."""
        every = tuple(dict.fromkeys((*self.paths, *paths)))
        book, today = self.workplace.book, self.workplace.today

        def work(tell: Progress) -> list[ReceivedPlan]:
            plans = []
            for path in every:
                tell(texts.READING.format(name=path.name))
                with book.reading() as session:
                    plans.append(_plan(session, path, today))
            return plans

        def done(plans: list[ReceivedPlan]) -> None:
            self._show(every, plans)

        return self.workplace.worker.run(work, done, self.workplace.fail)

    def rivals_of(self, at: int) -> frozenset[int]:
        """Return which other files bring the same commune's sheet."""
        return self._rivals.get(at, frozenset())

    def asks(self, at: int) -> tuple[str, ...]:
        """Return why a person has to choose a file: it differs, is older, or is not the only one."""
        return (*self.plans[at].asks, *(("rival",) if self.rivals_of(at) else ()))

    def can_be_taken(self, at: int) -> bool:
        """Return whether a file would change anything."""
        return self.plans[at].state in (FileState.NEW, FileState.DIFFERS)

    def findings(self, at: int) -> tuple[Finding, ...]:
        """Return what is wrong with a file, else what there is to know of it."""
        plan = self.plans[at]
        return plan.findings or plan.notes

    def choose(self, at: int, chosen: bool) -> None:
        """Take a file or not; of several of one commune only one is taken."""
        others = self.chosen - self.rivals_of(at) - {at}
        self.chosen = others | {at} if chosen and self.can_be_taken(at) else self.chosen - {at}
        self.chosen_changed.emit()

    def store(self) -> Job:
        """Take the chosen files as one step, each compared once more, for the book may have changed."""
        book, officer, today = self.workplace.book, self.workplace.officer, self.workplace.today
        plans = sorted((self.plans[at] for at in self.chosen), key=lambda plan: plan.column == APPRAISED)
        beside = [self.plans[other] for at in self.chosen for other in self.rivals_of(at)]

        def work(tell: Progress) -> int | None:
            with book.writing(who=officer) as session:
                for plan in plans:
                    tell(texts.STORING.format(name=plan.read.name))
                    _take(session, plan, today)
                for plan in beside:
                    received.keep(session, plan)
                session.flush()
                return session.info.get("step_id")

        return self.workplace.worker.run(work, self._on_stored, self._on_failed)

    def can_be_marked(self, at: int) -> bool:
        """Return whether a copy of a file can be marked: it was read, and something is wrong in it."""
        return 0 <= at < len(self.plans) and bool(self.plans[at].read.sheet and self.plans[at].findings)

    def write_marked(self, at: int, target: Path) -> None:
        """Write a copy of a file with what is wrong in it."""
        plan = self.plans[at]
        told = [(item.place, item.value, finding_text(item)) for item in plan.findings]
        write_marked_book(self.paths[at], plan.read.sheet, told, target)

    def _show(self, paths: tuple[Path, ...], plans: list[ReceivedPlan]) -> None:
        self.paths, self.plans = paths, tuple(plans)
        places = {id(plan): at for at, plan in enumerate(self.plans)}
        groups = [frozenset(places[id(plan)] for plan in group) for group in received.rivals(self.plans)]
        self._rivals = {at: group - {at} for group in groups for at in group}
        every = range(len(self.plans))
        self.chosen = frozenset(at for at in every if self.can_be_taken(at) and not self.asks(at))
        self.changed.emit()

    def _on_stored(self, step_id: int | None) -> None:
        count = len(self.chosen)
        if step_id is not None:
            self.workplace.wrote(step_id, KIND)
        self.workplace.say(texts.DONE.format(count=count))
        self.taken.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)


def _plan(session: Session, path: Path, today: date) -> ReceivedPlan:
    try:
        return received.plan(session, read_score_book(path), today=today)
    except Refused as refused:
        return received.unread(path.name, refused)


def _take(session: Session, shown: ReceivedPlan, today: date) -> None:
    """Take a file as it was shown: what asks only by now was chosen by nobody."""
    plan = received.plan(session, shown.read, today=today)
    reason = texts.REASON.format(name=plan.read.name)
    chosen = set(plan.asks) <= set(shown.asks) and plan.differences == shown.differences
    received.take_in(session, plan, chosen=chosen, reason=reason, today=today)
