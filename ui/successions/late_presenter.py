"""Records that outlive their unit: how many there are, where they go, and their move. No widgets."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from db.rules.backups import Why
from db.rules.formats import number_text
from db.services.borders import dated_records, late_records
from db.services.borders.late_records import LateRecords
from ui.common.workplace import Changed, Workplace
from ui.successions import late_texts as texts

# Every list shows the units of its records anew when units change; nothing else makes records late.
_KIND = "units"


class LatePresenter(QObject):
    """`counted` tells how many there are, after every change that may make them more or fewer; `moved` ends a move."""

    counted = Signal(int)
    moved = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self._count = 0
        workplace.changed.connect(self._on_changed)

    def count(self) -> None:
        """Count them anew."""
        self._count = self.workplace.read(dated_records.outlived)
        self.counted.emit(self._count)

    def find(self) -> LateRecords:
        """Return where each of them goes, or why it stays."""
        return self.workplace.read(late_records.listed)

    def move(self) -> None:
        """Let what is sure stand at the unit of its day, on the worker as one step."""
        workplace, book, officer = self.workplace, self.workplace.book, self.workplace.officer

        def work(tell: Callable[[str], None]) -> tuple[LateRecords, int | None]:
            workplace.keep_before(Why.SUCCESSION, officer, tell)
            tell(texts.MOVING)
            with book.writing(who=officer) as session:
                found = late_records.move(session)
                # The last moment to stop: after it only the commit is left.
                tell(texts.MOVING)
                return found, session.info.get("step_id")

        self.workplace.worker.run(work, lambda done: self._on_moved(*done), self.workplace.fail)

    def _on_moved(self, found: LateRecords, step_id: int | None) -> None:
        if step_id is not None:
            self.workplace.wrote(step_id, _KIND)
        self.workplace.say(texts.DONE.format(count=number_text(found.moving)))
        self.moved.emit()

    def _on_changed(self, change: Changed) -> None:
        if self._count or change.kind == _KIND:
            self.count()
