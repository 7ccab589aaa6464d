"""The state of taking a batch of files in: what each would do, which a person chose. No widgets."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Refused
from db.rules.returns.received_differences import ToldDifference, told_differences
from db.services.returns import received, return_sets
from db.services.returns.received import RIVAL, Outcome, ReceivedPlan
from ui.common.worker import Job, Progress
from ui.common.workplace import Workplace
from ui.returns.received import texts
from ui.returns.received.batches import BatchFile, read_batch, store_batch, workbooks
from ui.returns.received.marking import write_marked_return
from ui.returns.received.presenter import KIND

_KEPT = (Outcome.NEW, Outcome.OLDER, Outcome.REFUSED)


class TakePresenter(QObject):
    """Leads files to the book. `changed` when the files are others, `chosen_changed` when others are to be taken."""

    changed = Signal()
    chosen_changed = Signal()
    refused = Signal(object)
    taken = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.files: tuple[BatchFile, ...] = ()
        self._titles = workplace.read(
            lambda session: {item.code: item.title for item in return_sets.sets(session, workplace.span.last)}
        )
        self.chosen: frozenset[int] = frozenset()

    def read_files(self, paths: Sequence[Path]) -> Job:
        """Read files, and the workbooks of folders, beside those that are here; nothing is written."""
        known, book = tuple(file.path for file in self.files), self.workplace.book

        def work(tell: Progress) -> tuple[BatchFile, ...]:
            every = tuple(dict.fromkeys((*known, *workbooks(paths))))
            return read_batch(book, every, _told(tell, texts.READING))

        return self.workplace.worker.run(work, self._show, self.workplace.fail)

    def plan(self, at: int) -> ReceivedPlan:
        """Return what a file would do."""
        return self.files[at].plan

    def set_title(self, code: str) -> str:
        """Return the title of a set of forms, its code where none of that code is in force now."""
        return self._titles.get(code, code)

    def can_be_chosen(self, at: int) -> bool:
        """Return whether a file waits for a person's choice."""
        return self.plan(at).outcome is Outcome.ASKS

    def choose(self, at: int, chosen: bool) -> None:
        """Take a file that asks or not; of several of one unit, set and period only one is taken."""
        same = {other for other in self.chosen if self.plan(other).key == self.plan(at).key}
        others = self.chosen - same
        self.chosen = others | {at} if chosen and self.can_be_chosen(at) else self.chosen - {at}
        self.chosen_changed.emit()

    @property
    def count(self) -> int:
        """Return how many files would be kept."""
        return len(self.chosen) + sum(file.plan.outcome in _KEPT for file in self.files)

    def differing(self, at: int) -> tuple[ToldDifference, ...]:
        """Return where a file that asks says otherwise than the one here, or than its rival."""
        planned = self.plan(at)
        if planned.outcome is not Outcome.ASKS:
            return ()
        rival = self._rival(at)
        if planned.here is None and rival is not None and rival.filled and planned.filled:
            return tuple(told_differences(rival.filled, planned.filled))
        return self.workplace.read(lambda session: received.differing(session, planned))

    def is_beside_rival(self, at: int) -> bool:
        """Return whether a file is compared with another of the batch, for none counts by now."""
        return RIVAL in self.plan(at).asks and self.plan(at).here is None

    def store(self) -> Job:
        """Keep the files as one step; of those that ask the chosen ones count."""
        workplace, files, chosen = self.workplace, self.files, self.chosen
        names = ", ".join(files[at].path.name for at in sorted(chosen))
        reason = texts.CHOSEN_REASON.format(name=names)

        def work(tell: Progress) -> None:
            store_batch(workplace.book, workplace.officer, files, chosen, reason, _told(tell, texts.STORING))

        return workplace.worker.run(work, self._on_stored, self._on_failed)

    def can_be_marked(self, at: int) -> bool:
        """Return whether a copy of a file can be marked: its sheets were read, and something is to be told."""
        return 0 <= at < len(self.files) and bool(self.plan(at).unit and self.plan(at).findings)

    def write_marked(self, at: int, target: Path) -> None:
        """Write a copy of a file with what is wrong in it."""
        write_marked_return(self.files[at].path, self.plan(at).findings, target)

    def _rival(self, at: int) -> ReceivedPlan | None:
        key = self.plan(at).key
        others = (file.plan for other, file in enumerate(self.files) if other != at)
        return next((plan for plan in others if plan.key == key and plan.outcome is Outcome.ASKS), None)

    def _show(self, files: tuple[BatchFile, ...]) -> None:
        self.files, self.chosen = files, frozenset()
        self.changed.emit()

    def _on_stored(self, _: None) -> None:
        counted = len(self.chosen) + sum(file.plan.outcome is Outcome.NEW for file in self.files)
        refused = sum(file.plan.outcome is Outcome.REFUSED for file in self.files)
        self.workplace.refresh(KIND)
        done = texts.DONE.format(count=counted, refused=refused)
        left = self._undecided()
        self.workplace.say(texts.UNDECIDED.format(done=done, count=left) if left else done)
        self.taken.emit()

    def _undecided(self) -> int:
        """Count the files of which nothing was kept, for nobody chose among them."""
        decided = {self.plan(at).key for at in self.chosen}
        plans = (file.plan for file in self.files)
        return sum(plan.outcome is Outcome.ASKS and plan.key not in decided for plan in plans)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)


def _told(tell: Progress, words: str) -> Callable[[str, int, int], None]:
    return lambda name, done, every: tell(words.format(name=name, done=done + 1, all=every))
