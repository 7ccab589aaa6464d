"""Whether the installed PySide6 keeps its hands off the references to None and True.

A wheel that loses one with each call (6.12.0 on Linux before Python 3.12) ends the process after some hundred calls.
Run as a module it prints, as JSON, the change of references per call; a process of its own, since a loss aborts.
"""

import json
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Signal,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

Index = QModelIndex | QPersistentModelIndex

CALLS = 200
# References in reserve, so that a wheel that loses them is measured instead of aborting.
_RESERVE = 20_000


class _Table(QAbstractTableModel):
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 10

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 5

    def data(self, index: Index, role: int = 0) -> object:
        return None


class _Canvas(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        pass


class _Watcher(QObject):
    changed = Signal(int)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return True


def change_per_call(kept: object, call: Callable[[], object]) -> float:
    """Return by how much the references to `kept` change with each call; below zero is a loss."""
    call()
    before = sys.getrefcount(kept)
    for _ in range(CALLS):
        call()
    return (sys.getrefcount(kept) - before) / CALLS


def changes() -> dict[str, float]:
    """Measure a virtual method that returns None, one that returns True, void methods and an emitted signal."""
    table, proxy, canvas = _Table(), QSortFilterProxyModel(), _Canvas()
    watcher, line, watched = _Watcher(), QLineEdit(), QObject()
    proxy.setSourceModel(table)
    index = proxy.index(1, 1)
    canvas.show()
    watched.installEventFilter(watcher)
    event = QEvent(QEvent.Type.User)
    return {
        "data() returning None": change_per_call(None, lambda: proxy.data(index)),
        "paintEvent() returning None": change_per_call(None, canvas.repaint),
        "setText(), a void method": change_per_call(None, lambda: line.setText("x")),
        "eventFilter() returning True": change_per_call(True, lambda: QApplication.sendEvent(watched, event)),
        "emit() returning True": change_per_call(True, lambda: watcher.changed.emit(1)),
    }


def _main() -> None:
    reserve = [None] * _RESERVE, [True] * _RESERVE
    application = QApplication([])
    print(json.dumps(changes()), flush=True)
    # With references lost an orderly end would abort; the reserve and the application live until here.
    del reserve, application
    os._exit(0)


if __name__ == "__main__":
    _main()
