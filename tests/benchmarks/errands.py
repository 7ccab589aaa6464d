"""What is done in the program's window before it ends: every subject opened, letters typed."""

from collections.abc import Callable, Iterable
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.benchmarks.shown import shown_table
from tests.benchmarks.telling import say
from ui.common.lists.list_panel import ListPanel
from ui.search.palette import SearchPalette
from ui.shell.subjects import screen_titles

if TYPE_CHECKING:
    from ui.shell.window import Window

# Each is found in many records of the large book, with its first letter already.
_WORDS = {
    "outreach": "phap",
    "trainings": "tuyen",
    "officials": "chuc",
    "establishments": "xa",
    "inspections": "xa",
}
_LISTS = (*_WORDS, "hotspots", "models", "figures", "plans", "units")
_BOARD = ("scores",)
_SCROLLED = 20
# Some are found nearly everywhere, some in a few records, one in none.
_SOUGHT = ("tuyen truyen", "muong pa 3", "14/09/2023", "ong", "nguyen thi huong", "xyz")


def run(window: "Window", errand: str, rounds: int, rest_ms: int) -> None:
    """Do an errand: `visit`, `open`, `board`, `filter`, `search`, or `idle`: nothing but what was put off."""
    if errand == "idle":
        _rest(rest_ms)
    elif errand == "visit":
        visit(window)
    elif errand in ("open", "board"):
        open_lists(window, _BOARD if errand == "board" else _LISTS, rest_ms)
    elif errand == "filter":
        type_into_lists(window, rounds)
    else:
        type_into_search(window, rounds)


def visit(window: "Window") -> None:
    """Open every subject, as an officer would in a day."""
    for key in screen_titles():
        window.open_subject(key)
        QApplication.processEvents()
        window.repaint()


def open_lists(window: "Window", lists: Iterable[str], rest_ms: int) -> None:
    """Open each list for the first time, then scroll it: `open:<list>`, and `scroll:<list>:<page>` for each page."""
    for key in lists:
        started = perf_counter()
        window.open_subject(key)
        table = shown_table(window)
        painted = _Watch(table, wants_reading=False).painted_at()
        say(f"open:{key}", (painted - started) * 1000)
        _rest(rest_ms)
        say(f"rows:{key}", table.model().rowCount())
        for page in range(_SCROLLED):
            started = perf_counter()
            bar = table.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep())
            table.viewport().repaint()
            say(f"scroll:{key}:{page}", (perf_counter() - started) * 1000)


def type_into_lists(window: "Window", rounds: int) -> None:
    """Tell for each letter the time from the key to the painted rows: `<subject>:key:<place>`."""
    for subject, word in _WORDS.items():
        window.open_subject(subject)
        QApplication.processEvents()
        for number in range(rounds):
            _type(window, subject, word, number)


def type_into_search(window: "Window", rounds: int) -> None:
    """Tell for each letter the time from the key to the painted results: `search:<text>:key`."""
    window.search()
    (palette,) = window.findChildren(SearchPalette)
    for number in range(rounds):
        for word in _SOUGHT:
            for length, letter in enumerate(word, start=1):
                taken = _until_painted(palette.results, partial(_press, palette.line, letter))
                say(f"search:{number}:{word.replace(' ', '_')}:{length}", taken)
            _until_painted(palette.results, palette.line.clear)


def _type(window: "Window", subject: str, word: str, number: int) -> None:
    panel = next(panel for panel in window.page.findChildren(ListPanel) if panel.isVisible())
    filters, table = panel.filters, panel.table
    for length, letter in enumerate(word, start=1):
        place = number * len(word) + length
        say(f"{subject}:key:{place}", _until_painted(table, partial(_press, filters.line, letter)))
    _until_painted(table, filters.line.clear)


def _press(line: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def _until_painted(table: QAbstractItemView, act: Callable[[], object]) -> float:
    watch = _Watch(table, wants_reading=True)
    started = perf_counter()
    act()
    return (watch.painted_at() - started) * 1000


def _rest(rest_ms: int) -> None:
    """Let the window do what it put off until its rows were painted."""
    loop = QEventLoop()
    QTimer.singleShot(rest_ms, loop.quit)
    loop.exec()


class _Watch(QObject):
    """Takes the moment at which a list is drawn: the next time, or the first time after its model was read anew."""

    def __init__(self, table: QAbstractItemView, *, wants_reading: bool) -> None:
        super().__init__()
        self._table, self._loop, self._due = table, QEventLoop(), not wants_reading
        self._heard = (table.model().modelReset, table.model().dataChanged)
        for signal in self._heard:
            signal.connect(self._on_read)
        table.viewport().installEventFilter(self)

    def painted_at(self) -> float:
        """Wait for that moment and return it."""
        self._loop.exec()
        self._table.viewport().removeEventFilter(self)
        for signal in self._heard:
            signal.disconnect(self._on_read)
        return self._moment

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._due or event.type() is not QEvent.Type.Paint:
            return False
        self._due = False
        # Sent once more, past this filter, the list draws now: what is put off comes after it.
        QApplication.sendEvent(watched, event)
        self._moment = perf_counter()
        self._loop.quit()
        return True

    def _on_read(self) -> None:
        self._due = True
