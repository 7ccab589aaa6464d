"""When to put aside what is being typed: a power cut must not take more than the last two seconds of it."""

from PySide6.QtCore import QObject, QTimer, Signal

# Together with the writing itself both stay below two seconds.
PAUSE_MS, LATEST_MS = 900, 1_800


class TypingPause(QObject):
    """Told of every keystroke by `typed`, it says `due` after a pause, and while typing goes on without one too."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pause, self.latest = QTimer(self), QTimer(self)
        for timer, interval in ((self.pause, PAUSE_MS), (self.latest, LATEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self._on_due)

    def typed(self) -> None:
        """Something was typed."""
        self.pause.start()
        if not self.latest.isActive():
            self.latest.start()

    def stop(self) -> None:
        """What was typed is kept, or gone: nothing is due any more."""
        self.pause.stop()
        self.latest.stop()

    def _on_due(self) -> None:
        self.stop()
        self.due.emit()
