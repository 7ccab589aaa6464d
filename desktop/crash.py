"""The last edge: every error that nobody caught comes here, from any thread; it is logged and told, once.

What makes a report is imported when there is one to make: the window is painted first.
"""

import logging
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from types import TracebackType

_log = logging.getLogger("pcmd.crash")
Kind = type[BaseException]
Tell = Callable[[BaseException, str], None]
# The same error is not told again for so long; of different ones no more than so many in that time.
_QUIET_SECONDS, _MOST_TOLD = 60.0, 3


class CrashHook:
    """Takes errors from Python's hooks. `tell` gets known trouble with no report, our own faults with one.

    It is called on the thread of the error and must come back at once. What repeats is counted in the log: the first
    time, the tenth, the hundredth …
    """

    def __init__(self, tell: Tell, clock: Callable[[], float] = time.monotonic) -> None:
        self._tell, self._clock = tell, clock
        self._count: Counter[str] = Counter()
        self._told: deque[tuple[float, str]] = deque()

    def install(self) -> None:
        """From now on every error that nobody caught comes here."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        """Give errors back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def take(self, error: BaseException, *, telling: bool = True) -> None:
        """Log an error and tell it, unless it was told a moment ago or is to be logged alone."""
        from desktop.crash_report import place_of, report_of
        from ui.common.errors import is_known

        place = place_of(error)
        self._count[place] += 1
        report = "" if is_known(error) else report_of(error)
        if report and _is_power_of_ten(self._count[place]):
            _log.critical("uncaught error, time %d\n%s", self._count[place], report)
        if telling and self._may_tell(place):
            self._tell(error, report)

    def _may_tell(self, place: str) -> bool:
        now = self._clock()
        while self._told and self._told[0][0] <= now - _QUIET_SECONDS:
            self._told.popleft()
        if len(self._told) >= _MOST_TOLD or any(told == place for _, told in self._told):
            return False
        self._told.append((now, place))
        return True

    def _on_error(self, kind: Kind, error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._take_safely(error)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            self._take_safely(args.exc_value or args.exc_type())

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        self._take_safely(args.exc_value or args.exc_type(), telling=False)

    def _take_safely(self, error: BaseException, *, telling: bool = True) -> None:
        # Python would write an error of a hook out with all its words.
        try:
            self.take(error, telling=telling)
        except Exception as further:
            from desktop.crash_report import report_of

            _log.critical("an error could not be told\n%s", report_of(further))


def _is_power_of_ten(number: int) -> bool:
    return str(number).strip("0") == "1"
