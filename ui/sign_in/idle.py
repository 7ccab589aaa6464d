"""How long nobody touched keyboard or mouse, in any window of the program."""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_MS = 5_000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """`idle` once nobody touched anything for some minutes; none: never.

    It listens at the windows of the system, which get few events, not at every widget.
    """

    idle = Signal()

    def __init__(
        self, window: QWindow, minutes: int, parent: QObject, *, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus_changed)
        self.touch()
        self._timer.start()

    def touch(self) -> None:
        """Begin to count anew."""
        self._touched, self._steady = self._clock(), time.monotonic()

    def look(self) -> None:
        """Tell where it has been long enough: by the clock too, which goes on while the PC sleeps."""
        waited = max((self._clock() - self._touched).total_seconds(), time.monotonic() - self._steady)
        if self.minutes and waited >= self.minutes * 60:
            self.touch()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _on_focus_changed(self, window: QWindow | None) -> None:
        if window is not None:
            # A dialog has a window of its own; installed twice it would still be called once.
            window.installEventFilter(self)
