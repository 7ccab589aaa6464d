"""A page that is rolled where the screen is too low for all of it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QSplitter, QWidget

_LOW, _FORM_HEIGHT, _LIST_HEIGHT = 500, 310, 150


class RollingPage(QScrollArea):
    """Brings into sight where the cursor goes: the whole part in which it stands, as far as there is room.

    On a low screen the forms keep room for some rows, and the rest is rolled away; on others nothing is rolled.
    """

    def __init__(self, content: QWidget, splitter: QSplitter, forms: QWidget, lists: QWidget) -> None:
        super().__init__()
        self._content = content
        self._splitter, self._forms, self._parts = splitter, forms, (forms, lists)
        # The halves take the room that there is; what they would like to have must not roll the page.
        splitter.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._roll)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self.viewport().height()
        kept = min(_FORM_HEIGHT, height) if height < _LOW else 0
        self._forms.setMinimumHeight(kept)
        self._splitter.setMinimumHeight(kept + _LIST_HEIGHT if kept else 0)
        for part in self._parts:
            # A part that is higher than the page would hide the line on which the cursor stands.
            part.setMaximumHeight(height)

    def _on_focus_moved(self, *_: object) -> None:
        # What was shown with the cursor's coming finds its place first.
        self._pause.start()

    def _roll(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(
                next((part for part in self._parts if part.isAncestorOf(now)), now), 0, 0
            )
