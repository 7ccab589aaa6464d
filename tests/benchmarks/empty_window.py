"""The yardstick of the start-up, run as a process of its own: an empty window that says when it is painted."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.telling import memory_mb, say


class EmptyWindow(QMainWindow):
    """Says `painted` after its first paint, as the program's window does, and ends."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self.resize(1366, 720)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        say("painted")
        say("memory", memory_mb())
        QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    window = EmptyWindow()
    window.show()
    sys.exit(application.exec())
