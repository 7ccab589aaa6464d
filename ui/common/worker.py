"""One background worker: slow work off the main thread, its result back on it, one job at a time."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Progress = Callable[[str], None]
T = TypeVar("T")


class Cancelled(Exception):
    """The officer stopped the work; nothing of it is kept."""


class Job(QObject):
    """One piece of work under way. Inside it, `tell` reports what is being done and raises `Cancelled` when stopped."""

    told = Signal(str)
    finished = Signal()
    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self, on_done: Callable[[Any], None], on_error: Callable[[Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.last_told = ""
        self.is_watched = False
        self._on_done, self._on_error = on_done, on_error
        self._cancelled = False
        self._done.connect(self._on_done_here)
        self._failed.connect(self._on_failed_here)

    def cancel(self) -> None:
        self._cancelled = True

    def tell(self, words: str) -> None:
        if self._cancelled:
            raise Cancelled
        self.last_told = words
        self.told.emit(words)

    def report(self, result: Any) -> None:
        """Called on the worker's thread: hand the result to the main thread."""
        self._done.emit(result)

    def report_error(self, error: Exception) -> None:
        self._failed.emit(error)

    def _on_done_here(self, result: Any) -> None:
        # Stopped too late is done: the file is written, the book is made, and the officer has to hear of it.
        self._end()
        self._on_done(result)

    def _on_failed_here(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, Cancelled):
            self._on_error(error)

    def _end(self) -> None:
        self.finished.emit()
        self.deleteLater()


class _Run(QRunnable):
    def __init__(self, job: Job, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._job, self._work = job, work

    def run(self) -> None:
        # An edge of the program: whatever happens here has to reach the main thread.
        try:
            result = self._work(self._job.tell)
        except Exception as error:
            self._job.report_error(error)
        else:
            self._job.report(result)


class Worker(QObject):
    """Runs jobs one after the other on one thread. Work gets plain values or opens its own session; no widgets."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def run(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> Job:
        job = Job(on_done, on_error, self)
        self._pool.start(_Run(job, work))
        self.started.emit(job)
        return job

    @property
    def is_free(self) -> bool:
        return not self._pool.activeThreadCount()

    def wait(self) -> None:
        self._pool.waitForDone()
