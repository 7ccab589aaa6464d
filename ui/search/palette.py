"""The box over the window in which one searches: a line, and under it what was found as one types."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.services.searching.search import Found
from ui.common import icons, theme
from ui.common.forms.text_editors import LineEditor
from ui.search import texts
from ui.search.presenter import Line, SearchPresenter

_WIDTH, _HEIGHT, _MARGIN = 760, 520, 24
_TITLE_SHARE = 0.62
_LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SearchPalette(QFrame):
    """Results follow what was committed; an input method composes in peace. Esc goes back to where one was."""

    found_chosen = Signal(object)
    more_chosen = Signal(str, str)

    def __init__(self, presenter: SearchPresenter, window: QWidget) -> None:
        super().__init__(window)
        self._presenter, self._window = presenter, window
        self._items: list[QTreeWidgetItem] = []
        self._before: QWidget | None = None
        self.line = LineEditor()
        self.results = QTreeWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._search)
        self.line.textChanged.connect(lambda _: self._soon.start())
        self.results.itemClicked.connect(lambda item, _: self._open(item))
        self.line.installEventFilter(self)
        window.installEventFilter(self)
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Show the box over the window, with what was typed last chosen to be typed over."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._place()
        self._search()
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()

    def go_back(self) -> None:
        """Close the box and put the cursor where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut and not self.line.hasFocus():
            self._on_left()
        elif watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.go_back()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QApplication.sendEvent(self.results, event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.results.currentItem())
        else:
            return False
        return True

    def _on_left(self) -> None:
        # Clicking elsewhere closes it; another window in front of ours does not.
        if QApplication.focusWidget() is not None:
            self.hide()

    def _search(self) -> None:
        lines = self._presenter.lines(self.line.text())
        self.results.clear()
        self._items = [self._item(line) for line in lines]
        self._step(1)

    def _item(self, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.results, [line.words, line.beside])
        item.setData(0, _LINE_ROLE, line)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        item.setSizeHint(0, QSize(0, theme.ROW_HEIGHT - theme.STEP))
        item.setToolTip(0, line.words)
        item.setForeground(1, self.palette().color(QPalette.ColorRole.PlaceholderText))
        if not line.opens:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setFirstColumnSpanned(True)
            item.setFont(0, theme.strong(self.font()) if line.kind else self.font())
            item.setForeground(0, theme.accent_words() if line.kind else self.palette().text().color())
        elif line.more:
            item.setForeground(0, theme.accent_words())
            item.setFirstColumnSpanned(True)
        return item

    def _step(self, steps: int) -> None:
        current = self.results.currentItem()
        at = self.results.indexOfTopLevelItem(current) + steps if current is not None else 0
        while 0 <= at < len(self._items) and not _line_of(self._items[at]).opens:
            at += steps
        if 0 <= at < len(self._items):
            self.results.setCurrentItem(self._items[at])
        if at <= 1:
            # The heading of the first group comes back into sight.
            self.results.scrollToTop()

    def _open(self, item: QTreeWidgetItem | None) -> None:
        self._soon.stop()
        if item is None or not _line_of(item).opens:
            return
        line = _line_of(item)
        self.hide()
        if isinstance(line.found, Found):
            self.found_chosen.emit(line.found)
        else:
            self.more_chosen.emit(line.kind, self.line.text().strip())

    def _place(self) -> None:
        room = self._window.size()
        width = min(_WIDTH, room.width() - 2 * _MARGIN)
        height = min(_HEIGHT, room.height() - theme.BAR_HEIGHT - _MARGIN)
        self.setGeometry((room.width() - width) // 2, theme.BAR_HEIGHT, width, height)
        self.results.setColumnWidth(0, round(width * _TITLE_SHARE))

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(texts.TITLE)
        self.line.setPlaceholderText(texts.HINT)
        self.line.setAccessibleName(texts.TITLE)
        self.line.setClearButtonEnabled(True)
        sign = self.line.addAction(icons.icon("search"), LineEditor.ActionPosition.LeadingPosition)
        sign.setText(texts.TITLE)
        results = self.results
        results.setColumnCount(2)
        results.setHeaderHidden(True)
        results.setRootIsDecorated(False)
        results.setUniformRowHeights(True)
        results.setAccessibleName(texts.RESULTS)
        results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        results.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        results.header().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.STEP * 2,) * 4)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.line)
        column.addWidget(results, 1)


def _line_of(item: QTreeWidgetItem) -> Line:
    line: Line = item.data(0, _LINE_ROLE)
    return line
