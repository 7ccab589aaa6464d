"""Records that outlive their unit: how many there are, where they go, and their move. No widgets."""

from PySide6.QtCore import QObject, Signal

from db.rules.formats import number_text
from db.services.borders import dated_records, late_records
from db.services.borders.late_records import LateRecords
from ui.common.workplace import Changed, Workplace
from ui.successions import late_texts as texts

# Every list shows the units of its records anew when units change; nothing else makes records late.
_KIND = "units"


class LatePresenter(QObject):
    """`counted` tells how many there are, anew after every change that may make them more or fewer."""

    counted = Signal(int)

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
        """Let what is sure stand at the unit of its day, in one step."""
        moved = self.workplace.write(late_records.move, _KIND)
        self.workplace.say(texts.DONE.format(count=number_text(moved.moving)))

    def _on_changed(self, change: Changed) -> None:
        if self._count or change.kind == _KIND:
            self.count()
