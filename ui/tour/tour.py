"""The tour over the window: the parts in question stay bright, a box beside them says what they are for.

It is no dialog: the program locks, is asked forward and closes as ever. While it lasts no key reaches what lies below.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.common import theme
from ui.shell.window import Window
from ui.tour import texts
from ui.tour.callout import WIDTH, Callout
from ui.tour.placing import placed
from ui.tour.steps import STEPS

_SHADE = QColor(0, 0, 0, 120)
_BORDER, _AROUND = 2, 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Tour(QWidget):
    """Leads from step to step; where the cursor was, it is again at the end."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.at = 0
        self.callout = Callout(self)
        self._window = window
        self._before = window.focusWidget()
        self._bright: list[QRect] = []
        self.setAccessibleName(texts.NAME)
        self.callout.skip_button.clicked.connect(self.end)
        self.callout.back_button.clicked.connect(self.go_back)
        self.callout.next_button.clicked.connect(self.go_on)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self._turn_to(0)

    def go_on(self) -> None:
        """Show the next step; after the last one, leave."""
        if self.at + 1 < len(STEPS):
            self._turn_to(self.at + 1)
        else:
            self.end()

    def go_back(self) -> None:
        if self.at:
            self._turn_to(self.at - 1)

    def end(self) -> None:
        """Leave the window as it was."""
        self._window.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        self.deleteLater()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()
        elif self._window.screen_key:
            self._window.page.take_focus()

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from what cannot be seen; locking the screen is one at any time."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not _locks(event))
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            # The parts have their new places a turn later.
            QTimer.singleShot(0, self, self._place)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key == Qt.Key.Key_Backspace or (key in _ENTER and event.modifiers() & _SHIFT):
            self.go_back()
        elif key in _ENTER:
            self._take_button()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round among the buttons."""
        usable = [button for button in self.callout.buttons if button.isEnabled()]
        focused = self._window.focusWidget()
        at = next((place for place, button in enumerate(usable) if button is focused), -1)
        usable[(at + (1 if forward else -1)) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._bright != self._places():
            # What lies below was laid out anew: it is painted then, and what lies over it too.
            QTimer.singleShot(0, self, self._place)
        painter = QPainter(self)
        whole, bright = QPainterPath(), QPainterPath()
        whole.addRect(self.rect())
        for part in self._bright:
            # Parts side by side are one.
            bright = bright.united(_path(part))
        painter.fillPath(whole.subtracted(bright), _SHADE)
        painter.strokePath(bright, QPen(theme.accent_words(), _BORDER))

    def _take_button(self) -> None:
        focused = self._window.focusWidget()
        buttons = self.callout.buttons
        next((button for button in buttons if button is focused), self.callout.next_button).click()

    def _turn_to(self, at: int) -> None:
        self.at = at
        self.callout.say(STEPS[at].words, at, len(STEPS))
        self._place()
        self.callout.next_button.setFocus()

    def _place(self) -> None:
        self._bright = self._places()
        width = min(WIDTH, self.width())
        size = QSize(width, self.callout.heightForWidth(width))
        self.callout.setGeometry(placed(size, self.rect(), self._bright))
        self.update()

    def _places(self) -> list[QRect]:
        return [self._around(part) for part in STEPS[self.at].parts(self._window) if part.isVisible()]

    def _around(self, part: QWidget) -> QRect:
        place = QRect(part.mapTo(self._window, QPoint()), part.size())
        return place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & self.rect().adjusted(1, 1, -1, -1)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        # A screen that is still being filled takes the cursor: what is typed would go where nobody looks.
        if (
            self.isVisible()
            and now is not None
            and self._window.isAncestorOf(now)
            and not self.isAncestorOf(now)
        ):
            QTimer.singleShot(0, self, self.callout.next_button.setFocus)


def _path(part: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRect(part)
    return path


def _locks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
