"""What a test leaves behind: windows, threads, timers. Each disturbs a later test, and nobody can explain it."""

import functools
import gc
import threading
import time
import weakref
from collections.abc import Callable, Container
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

# What was told to end may take a moment to do so.
PATIENCE_MS = 1000
# The tooltip's window belongs to Qt, which keeps it for the next tooltip.
_OF_QT = {"QTipLabel"}


class MadeObjects:
    """Remembers each timer, thread and pool that Python makes, and each single shot that no object owns."""

    def __init__(self) -> None:
        self.objects: weakref.WeakSet[QObject] = weakref.WeakSet()
        self.shots: dict[object, str] = {}
        self._shooting = False

    def watch(self, patch: Callable[[type, str, Any], None]) -> None:
        """Put the watch into Qt's classes with the given function (`MonkeyPatch.setattr`)."""
        for kind in (QTimer, QThread, QThreadPool):
            patch(kind, "__init__", self._remembering(kind.__init__))
        patch(QTimer, "singleShot", staticmethod(self._counting(QTimer.singleShot)))

    def _remembering(self, original: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(original)
        def make(made: QObject, *args: Any, **kwargs: Any) -> None:
            original(made, *args, **kwargs)
            if not self._shooting:
                self.objects.add(made)

        return make

    def _counting(self, original: Callable[..., None]) -> Callable[..., None]:
        def single_shot(delay: int, *target: Any) -> None:
            # With an object to own it (receiver, context) a shot dies together with that object.
            owned = len(target) != 1 or isinstance(getattr(target[0], "__self__", None), QObject)
            self._shooting = True
            original(delay, *(target if owned else (self._noted(delay, target[0]),)))
            self._shooting = False

        return single_shot

    def _noted(self, delay: int, action: Callable[[], object]) -> Callable[[], None]:
        key = object()
        self.shots[key] = f"single shot of {delay} ms not yet fired: {action!r}"

        def fire() -> None:
            self.shots.pop(key, None)
            action()

        return fire

    def running(self, known: Container[object] = (), patience_ms: int = 0) -> dict[object, str]:
        """Return the timers, threads and pools that still run and the shots still to come, but those already known."""
        alive = [made for made in list(self.objects) if made not in known and shiboken6.isValid(made)]
        running: dict[object, str] = {
            made: f"{_described(made)} still runs" for made in alive if _runs(made, patience_ms)
        }
        return {**running, **{shot: words for shot, words in self.shots.items() if shot not in known}}


class Leftovers:
    """Compares what there is at the end of a test with what there was at its start."""

    def __init__(self, made: MadeObjects) -> None:
        self._made = made
        self._threads = set(threading.enumerate())
        self._windows = {_address(window) for window in _windows()}
        self._running = made.running()

    def complaints(self) -> list[str]:
        """Return one line for each thing left behind; what is only waiting to be deleted is deleted first."""
        _delete_the_deferred()
        found = self._windows_left() + self._running_left()
        if found:
            # A cycle of references (a slot that holds its own window) is not a leftover.
            gc.collect()
            _delete_the_deferred()
            found = self._windows_left() + self._running_left()
        return found + self._threads_left()

    def _windows_left(self) -> list[str]:
        left = [window for window in _windows() if _address(window) not in self._windows]
        return [f"window left behind (qtbot.addWidget closes it): {_described(window)}" for window in left]

    def _running_left(self) -> list[str]:
        return list(self._made.running(self._running, PATIENCE_MS).values())

    def _threads_left(self) -> list[str]:
        deadline = time.monotonic() + PATIENCE_MS / 1000
        new = [
            thread
            for thread in threading.enumerate()
            if thread not in self._threads and not _is_foreign(thread)
        ]
        for thread in new:
            thread.join(max(0.0, deadline - time.monotonic()))
        busy = not QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
        return [
            *(f"thread left behind: {thread.name}" for thread in new if thread.is_alive()),
            *(["the global thread pool is still busy"] if busy else []),
        ]


def _windows() -> list[QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return []
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
    return [window for window in windows if window.metaObject().className() not in _OF_QT]


def _delete_the_deferred() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _runs(made: QObject, patience_ms: int) -> bool:
    if isinstance(made, QThread):
        return made.isRunning() and not made.wait(patience_ms)
    if isinstance(made, QThreadPool):
        return not made.waitForDone(patience_ms)
    return isinstance(made, QTimer) and made.isActive()


def _is_foreign(thread: threading.Thread) -> bool:
    """Return whether Python only met the thread (a QThread ran Python code): its record outlives it."""
    return isinstance(thread, threading._DummyThread)


def _address(widget: QWidget) -> int:
    return int(shiboken6.getCppPointer(widget)[0])


def _described(thing: QObject) -> str:
    name = f" {thing.objectName()!r}" if thing.objectName() else ""
    return f"{type(thing).__module__}.{type(thing).__qualname__}{name} at {id(thing):#x}"
