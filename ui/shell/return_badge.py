"""The number on the subject of returns: the office's own that are late or due within a week."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.common.workplace import Changed, Workplace

_KINDS = ("units", "office", "schedules")


class ReturnBadge(QObject):
    """Counts once the first screen stands, and again when returns or what they rest on changed."""

    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._count)
        workplace.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Count when the window has nothing better to do."""
        self._soon.start()

    def _count(self) -> None:
        from db.services.returns import due

        today = self._workplace.today
        self.counted.emit(self._workplace.read(lambda session: due.urgent_count(session, today)))

    def _on_changed(self, change: Changed) -> None:
        if change.kind.startswith("return") or change.kind in _KINDS:
            self.begin()
