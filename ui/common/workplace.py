"""The officer's workplace: the open book, the office, the chosen period, undo, and what was last kept.

Every screen gets one `Workplace` and nothing else. It imports no service before it needs one: the window is
painted first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from db.rules.periods import CutOff, Period, Span, parse_period
from db.rules.rights import Right, allows
from ui.common import backup_texts, texts
from ui.common.errors import is_known
from ui.common.preferences import Preferences
from ui.common.undo import UndoStacks, UndoStep
from ui.common.worker import Progress, Worker

if TYPE_CHECKING:
    from db.keyring.signing_in import SignedIn
    from db.rules.backups import Why
    from db.services.entering.history import Tell
    from db.services.offices import OfficeInfo
    from db.sessions import Book, Session
    from ui.backups.keeper import Keeper

T = TypeVar("T")
_OFFICER, _PERIOD, _BORDERS = "officer", "period", "borders"
# A handed book brings records of every kind: whoever shows any of them reads anew.
HANDED_BOOKS = "handed_books"
_BROUGHT = (
    "units",
    "office",
    "figure_definitions",
    "plans",
    "sections",
    "targets",
    "tasks",
    "officials",
    "trainings",
    "outreach",
    "establishments",
    "inspections",
    "hotspots",
    "models",
    "figures",
    "scores",
    HANDED_BOOKS,
)
# A step of so many rows is taken back in a moment; a longer one would hold up the window.
_AT_ONCE = 1_000


@dataclass(frozen=True)
class Changed:
    """What a step changed: the kind of record, and the record where it was one."""

    kind: str
    record_id: int | None = None


class Workplace(QObject):
    """The book and what every screen shares. `changed` tells screens that records of a kind are no longer as shown.

    Numbers are looked at as they were reported, or in the `borders` of a day. `kept_at` is when it kept something last.
    """

    changed = Signal(object)
    period_changed = Signal()
    borders_changed = Signal()
    undo_changed = Signal()
    said = Signal(str)
    selection_described = Signal(str)
    failed = Signal(object)
    # Asks for a new window on the same folder; what it carries runs while no book is open (none: nothing).
    reopening_requested = Signal(object)
    signed_in_changed = Signal()
    locking_changed = Signal()
    restore_requested = Signal()

    def __init__(
        self,
        book: "Book",
        preferences: Preferences,
        *,
        signed_in: "SignedIn | None" = None,
        clock: Callable[[], datetime] = datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.book = book
        self.preferences = preferences
        self.signed_in = signed_in
        self.worker = Worker(self)
        self.keeper: Keeper | None = None
        self._clock = clock
        self._steps = UndoStacks()
        self._is_reverting = False
        self.kept_at: datetime | None = None
        self.office: OfficeInfo = self.read(_current_office)
        self._period = self._remembered_period()
        self._borders = _day_of(preferences.text(_BORDERS))

    @property
    def now(self) -> datetime:
        return self._clock()

    @property
    def today(self) -> date:
        return self._clock().date()

    @property
    def officer(self) -> str:
        """Return the name under which changes are logged."""
        return (
            self.book.officer
            or self.preferences.text(_OFFICER)
            or self.office.names.preparer_name
            or texts.NAMELESS_OFFICER
        )

    def can(self, right: Right) -> bool:
        """Tell whether who signed in has a right; an office without accounts has one officer, who may do all."""
        return allows(self.book.role, right)

    def sign_in(self, who: "SignedIn | None") -> None:
        """Go on as who signed in, without accounts as nobody."""
        self.signed_in = who
        self.signed_in_changed.emit()

    def set_officer(self, name: str) -> None:
        self.preferences.set_text(_OFFICER, name)

    @property
    def cut_off(self) -> CutOff:
        return self.office.cut_off

    @property
    def period(self) -> Period:
        return self._period

    @property
    def span(self) -> Span:
        """Return the days of the chosen period under the office's cut-off rule, both ends counted."""
        return self._period.span(self.cut_off)

    @property
    def year(self) -> int:
        return self.span.year

    @property
    def typing_day(self) -> date:
        """Return the middle of the reporting year: a day typed without its year is the one nearest to it."""
        whole = parse_period(str(self.year)).span(self.cut_off)
        return whole.first + (whole.last - whole.first) / 2

    def choose_period(self, period: Period) -> None:
        if period != self._period:
            self._period = period
            self.preferences.set_text(_PERIOD, period.label)
            self.period_changed.emit()

    @property
    def borders(self) -> date | None:
        """Return the day in whose borders numbers are looked at; none looks at them as reported."""
        return self._borders

    def choose_borders(self, day: date | None) -> None:
        if day != self._borders:
            self._borders = day
            self.preferences.set_text(_BORDERS, day.isoformat() if day else "")
            self.borders_changed.emit()

    def reload_office(self) -> None:
        """Read the office anew: its names, and its cut-off rule, by which every period has other days."""
        before = self.cut_off
        self.office = self.read(_current_office)
        if self.cut_off != before:
            self.period_changed.emit()

    def read(self, action: "Callable[[Session], T]") -> T:
        with self.book.reading() as session:
            return action(session)

    def write(self, action: "Callable[[Session], T]", kind: str, record_id: int | None = None) -> T:
        """Keep something as one step of undo and tell every screen; when the action raises, nothing is kept."""
        with self.book.writing(who=self.officer) as session:
            result = action(session)
            session.flush()
            step_id = session.info.get("step_id")
            goes_back = step_id is not None and _can_revert(session, step_id)
        if step_id is not None:
            made = result if record_id is None and isinstance(result, int) else record_id
            self._kept(UndoStep(step_id, kind, made), goes_back=goes_back)
        return result

    def wrote(self, step_id: int, kind: str) -> None:
        """Take what the worker kept as one step of undo, and tell every screen."""
        goes_back = self.read(partial(_can_revert, step_id=step_id))
        self._kept(UndoStep(step_id, kind), goes_back=goes_back)

    def write_aside(self, action: "Callable[[Session], T]") -> T:
        """Keep something that is no step of undo: a draft."""
        with self.book.writing(who=self.officer) as session:
            result = action(session)
        self.kept_at = self._clock()
        return result

    def keep_before(self, why: "Why", officer: str, tell: Progress) -> None:
        """Make a backup before a large step, on the worker's thread; raises where none can be made."""
        from db.backups.before import keep_before

        keep_before(
            self.book, why, who=officer, at=self._clock(), tell=lambda doing: tell(backup_texts.DOING[doing])
        )

    def refresh(self, kind: str) -> None:
        """Tell every screen that records of a kind changed behind its back (an import)."""
        self.changed.emit(Changed(kind))

    @property
    def can_undo(self) -> bool:
        return bool(self._steps.done) and not self._is_reverting

    @property
    def can_redo(self) -> bool:
        return bool(self._steps.undone) and not self._is_reverting

    def undo(self) -> None:
        if self.can_undo:
            self._revert(self._steps.done[-1], self._steps.took_back, texts.TAKEN_BACK)

    def redo(self) -> None:
        if self.can_redo:
            self._revert(self._steps.undone[-1], self._steps.did_again, texts.DONE_AGAIN)

    def say(self, words: str) -> None:
        self.said.emit(words)

    def fail(self, error: Exception) -> None:
        """Tell a known trouble calmly; anything else goes on to the crash report."""
        if not is_known(error):
            raise error
        self.failed.emit(error)

    def close(self) -> None:
        self.worker.wait()
        self.book.close()

    def _revert(self, step: UndoStep, move: Callable[[UndoStep, int], None], words: str) -> None:
        def done(reverting: int) -> None:
            move(step, reverting)
            self._tell_changed(Changed(step.kind, step.record_id))
            self.undo_changed.emit()
            self.say(words)

        def failed(error: Exception) -> None:
            self._steps.forget(step)
            self.undo_changed.emit()
            self.fail(error)

        if self.read(partial(_size, step_id=step.step_id)) > _AT_ONCE:
            self._revert_aside(step, done, failed)
            return
        try:
            reverting = self._reverting(step.step_id)
        except Exception as error:
            failed(error)
        else:
            done(reverting)

    def _revert_aside(
        self, step: UndoStep, done: Callable[[int], None], failed: Callable[[Exception], None]
    ) -> None:
        """Take a long step back on the worker; the officer may stop it, and then nothing of it is back."""

        def work(tell: Progress) -> int:
            tell(texts.WORKING)
            return self._reverting(
                step.step_id, lambda at, every: tell(texts.REVERTING.format(done=at, all=every))
            )

        self._set_reverting(True)
        job = self.worker.run(work, done, failed)
        job.finished.connect(partial(self._set_reverting, False))

    def _set_reverting(self, is_reverting: bool) -> None:
        self._is_reverting = is_reverting
        self.undo_changed.emit()

    def _reverting(self, step_id: int, tell: "Tell | None" = None) -> int:
        """Take a step back; return the step that did."""
        with self.book.writing(who=self.officer) as session:
            _revert_step(session, step_id, tell)
            session.flush()
            return int(session.info["step_id"])

    def _kept(self, step: UndoStep, *, goes_back: bool) -> None:
        """Tell of what was kept; what is only noted in the log (a file that came in) is no step of undo."""
        if goes_back:
            self._steps.did(step)
        self._tell_changed(Changed(step.kind, step.record_id))
        self.undo_changed.emit()
        self.kept_at = self._clock()
        self.say(texts.KEPT_AT.format(time=f"{self.kept_at:%H:%M}"))

    def _tell_changed(self, change: Changed) -> None:
        kinds = _BROUGHT if change.kind == HANDED_BOOKS else (change.kind,)
        for kind in kinds:
            self.changed.emit(Changed(kind, change.record_id))

    def _remembered_period(self) -> Period:
        label = self.preferences.text(_PERIOD)
        return parse_period(label or str(self.cut_off.year_of(self.today)))


def _day_of(text: str) -> date | None:
    """Read a remembered day; what is none is not remembered."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _current_office(session: "Session") -> "OfficeInfo":
    from db.services import offices

    return offices.current(session)


def _revert_step(session: "Session", step_id: int, tell: "Tell | None") -> None:
    from db.services.entering import history

    history.revert(session, step_id, tell)


def _can_revert(session: "Session", step_id: int) -> bool:
    from db.services.entering import history

    return history.can_revert(session, step_id)


def _size(session: "Session", step_id: int) -> int:
    from db.services.entering import history

    return history.size(session, step_id)
