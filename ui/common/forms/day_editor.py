"""A day as typed text, with a small calendar for those who look for it."""

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from db.rules.entries import day_of_digits
from ui.common import icons, texts
from ui.common.forms.text_editors import LineEditor

_FORMAT = "dd/MM/yyyy"


class DayEditor(LineEditor):
    """`14/9`, `14/09/25`, `14/09/2025` and `14092025` may be typed; Alt+Down opens the calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(texts.DAY_HINT)
        action = QAction(icons.icon("calendar"), texts.OPEN_CALENDAR, self)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, LineEditor.ActionPosition.TrailingPosition)
        self._length = 0
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = QDate.fromString(self.text(), _FORMAT)
        if day.isValid():
            calendar.setSelectedDate(day)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.clicked.connect(lambda chosen: self._take(chosen, menu))
        calendar.activated.connect(lambda chosen: self._take(chosen, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _on_edited(self, typed: str) -> None:
        day = day_of_digits(typed)
        # Where it became shorter the strokes were taken back.
        if day != typed and len(typed) > self._length:
            # Not `setText`, which Ctrl+Z cannot take back.
            self.selectAll()
            self.insert(day)
            self.typed.emit()

    def _on_changed(self, shown: str) -> None:
        self._length = len(shown)

    def _take(self, day: QDate, menu: QMenu) -> None:
        menu.hide()
        self.setText(day.toString(_FORMAT))
        self.settled.emit()
