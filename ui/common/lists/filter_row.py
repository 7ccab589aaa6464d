"""The row over a list: the filter as one types, boxes for single fields, the number of rows."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import icons, texts, theme
from ui.common.forms.choosing import Option
from ui.common.forms.text_editors import LineEditor

_ARROW_WIDTH, _LINE_WIDTH, _LEAST_BOX, _SIGNS_WIDTH = 44, 120, 80, 62


class FilterLine(LineEditor):
    """The line that is typed in; its hint is never cut."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, width = self.width() - _SIGNS_WIDTH, self.fontMetrics().horizontalAdvance
        fitting = (hint for hint in texts.FILTER_HINTS if width(hint) <= room)
        self.setPlaceholderText(next(fitting, ""))


class FilterRow(QWidget):
    """Says what the list shall be narrowed to; what an input method is still composing changes nothing.

    Where there is too little room beside each other, the boxes stand under the line, with all their words.
    """

    text_changed = Signal(str)
    option_chosen = Signal(str, str)
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine()
        self.line.setAccessibleName(texts.FILTER)
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(_LINE_WIDTH)
        sign = self.line.addAction(icons.icon("search"), LineEditor.ActionPosition.LeadingPosition)
        sign.setText(texts.FILTER)
        self.line.returnPressed.connect(self.list_requested)
        self.count = QLabel()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        # Nothing is waited for: what was typed in one go is read in one go, and a long list answers within a keystroke.
        self._soon.setInterval(0)
        self._soon.timeout.connect(lambda: self.text_changed.emit(self.line.text()))
        self.line.textChanged.connect(lambda _: self._soon.start())
        self._boxes: dict[str, QComboBox] = {}
        self._narrowing: list[QWidget] = []
        self._is_low = False
        self._row, self._under = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._under):
            row.setSpacing(theme.STEP * 2)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.count)
        self._under.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.STEP)
        rows.addLayout(self._row)
        rows.addLayout(self._under)

    def add_box(self, key: str, label: str) -> None:
        """Add a box that narrows by one field."""
        box = QComboBox()
        box.setAccessibleName(label)
        box.setToolTip(label)
        box.setMaxVisibleItems(20)
        every = texts.ALL_OF.format(label=label)
        box.addItem(every, "")
        # As wide as its own words, not as the longest option; with little room three boxes still stand side by side.
        box.setMaximumWidth(box.fontMetrics().horizontalAdvance(every) + _ARROW_WIDTH)
        box.setMinimumWidth(_LEAST_BOX)
        box.currentIndexChanged.connect(lambda _: self.option_chosen.emit(key, box.currentData()))
        self._place(box)
        # Boxes are made after the list, but Tab meets them before it.
        self.setTabOrder([self.line, *self._boxes.values()][-1], box)
        self._boxes[key] = box

    def add_button(self, words: str, tip: str) -> QPushButton:
        """Add a button that narrows in its own way."""
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        self._place(button)
        return button

    def set_options(self, key: str, options: Iterable[Option]) -> None:
        """Offer these options; a chosen one that is among them stays chosen."""
        box, chosen = self._boxes[key], self._boxes[key].currentData()
        box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for item in options:
            box.addItem(item.title, item.code)
        box.blockSignals(False)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + theme.GROUP * 2)
        box.setCurrentIndex(max(box.findData(chosen), 0))

    def show_box(self, key: str, *, shown: bool) -> None:
        """Show a box, or hide it where it has nothing to choose from."""
        self._boxes[key].setVisible(shown)

    def choose(self, key: str, code: str) -> None:
        """Choose an option of a box, as a click does."""
        self._boxes[key].setCurrentIndex(max(self._boxes[key].findData(code), 0))

    def show_count(self, words: str) -> None:
        self.count.setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Take every narrowing away."""
        self.line.clear()
        for box in self._boxes.values():
            box.setCurrentIndex(0)

    def _place(self, widget: QWidget) -> None:
        """Put what narrows before the number of rows, or under the line."""
        self._narrowing.append(widget)
        row = self._under if self._is_low else self._row
        row.insertWidget(row.count() - 1, widget)
        self._fit()

    def _fit(self) -> None:
        beside = [
            self.line.minimumWidth(),
            self.count.sizeHint().width(),
            *map(_whole_width, self._narrowing),
        ]
        low = sum(beside) + self._row.spacing() * (len(beside) - 1) > self.width()
        if low == self._is_low:
            return
        self._is_low = low
        row = self._under if low else self._row
        for widget in self._narrowing:
            row.insertWidget(row.count() - 1, widget)


def _whole_width(widget: QWidget) -> int:
    return min(widget.maximumWidth(), widget.sizeHint().width())
