"""What is known of the machine by now. No widgets."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from db.rules.surroundings import (
    Judgement,
    Matter,
    Standing,
    letters_judged,
    paper_judged,
    printer_judged,
)
from db.surroundings import look
from ui.common.surroundings_words import sentence
from ui.common.worker import Progress, Worker
from ui.surroundings.letters import missing_letters

Found = tuple[Judgement, ...]


class SurroundingsPresenter(QObject):
    """Looks at what may be slow on a worker of its own, one thing after the other; `changed` when more is known."""

    changed = Signal()

    def __init__(
        self, folder: Path, *, clock: Callable[[], datetime] = datetime.now, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.judgements: dict[Matter, Judgement] = {}
        self.worker = Worker(self)
        self._clock = clock
        self._waiting = 0

    @property
    def is_looking(self) -> bool:
        return self._waiting > 0

    def begin(self) -> None:
        """Look at everything anew; does nothing while that is under way."""
        if self.is_looking:
            return
        self.judgements.clear()
        folder, now = self.folder, self._clock()
        self._run(lambda _: look(folder, now))
        self._run(_paper)
        self._run(_printers)
        self._take((letters_judged(missing_letters(QGuiApplication.font())),))

    def look_at_folder(self) -> None:
        """See at once what alone may hold the office up; it is quick, and may have been mended since."""
        self._take(look(self.folder, self._clock()))

    def refusal(self) -> str:
        """Return what holds the office up as far as it is known, nothing where nothing does."""
        refused = [item for item in self.judgements.values() if item.standing is Standing.REFUSED]
        return "\n".join(map(sentence, refused))

    def wait(self) -> None:
        """Return once nothing is looked at any more."""
        self.worker.wait()

    def _run(self, work: Callable[[Progress], Found]) -> None:
        self._waiting += 1
        self.worker.run(work, self._take, _fail).finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._waiting -= 1
        if not self.is_looking:
            self.changed.emit()

    def _take(self, found: Sequence[Judgement]) -> None:
        self.judgements.update({item.matter: item for item in found})
        self.changed.emit()


def _paper(_: Progress) -> Found:
    from exports.documents.fonts import FontMissing
    from exports.documents.typeface import typeface

    try:
        return (paper_judged(typeface().family),)
    except FontMissing:
        return (paper_judged(""),)


def _printers(_: Progress) -> Found:
    from PySide6.QtPrintSupport import QPrinterInfo

    return (printer_judged(len(QPrinterInfo.availablePrinterNames())),)


def _fail(error: Exception) -> None:
    raise error
