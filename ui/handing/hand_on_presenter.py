"""The state of handing a book on: whole or split, what is decided, what each commune gets. No widgets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.migrations.store import SCHEMA
from db.rules.findings import Finding, Refused
from db.rules.handing.document import HandedBook
from db.rules.handing.heirs import Follows
from db.services.handing import guards, handing_on, sharing
from db.services.handing.sharing import Decisions, Group, Shares
from db.sessions import Session
from exports.handed_books import handed_name, write_handed
from ui.common.worker import Job, Progress
from ui.common.workplace import Workplace
from ui.handing import texts


@dataclass(frozen=True)
class Written:
    """The files that were written, and where."""

    folder: Path
    names: tuple[str, ...]


class HandOnPresenter(QObject):
    """Holds how the book would be split. `changed` after a reading or a decision, `written` with the files."""

    changed = Signal()
    written = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.shares: Shares | None = None
        self.personal: tuple[Finding, ...] = ()
        self.decisions = Decisions()
        self.day = self._day()
        self.is_split = self.day is not None

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the groups that a person decides on, the decided ones too."""
        if self.shares is None:
            return ()
        wanted = (group for group in self.shares.groups if group.heirs.follows in sharing.WANT_DECISION)
        codes = self.shares.codes
        return tuple(sorted(wanted, key=lambda group: codes[group.unit_id]))

    @property
    def ready(self) -> bool:
        """Tell whether files can be written."""
        return self.shares is not None and not (self.is_split and self.shares.undecided)

    def reload(self) -> Job:
        """Read what the book holds, on the worker."""
        book, day, decisions = self.workplace.book, self.day or self.workplace.today, self.decisions

        def work(tell: Progress) -> Shares:
            tell(texts.COLLECTING)
            with book.reading() as session:
                return sharing.share(session, day=day, decisions=decisions)

        return self.workplace.worker.run(work, self._on_read, self._on_failed)

    def choose_split(self, is_split: bool) -> None:
        self.is_split = is_split and self.day is not None
        self.changed.emit()

    def choose_own(self, unit_id: int) -> None:
        """Say whose book gets what is the office's own; 0: none."""
        self._decide(replace(self.decisions, own=unit_id))

    def decide(self, group: Group, place: int | None) -> None:
        """Say whose book gets a group; None takes the decision back."""
        self._decide(replace(self.decisions, groups=self._with(group, place)))

    def decide_unit(self, group: Group) -> None:
        """Let all groups of a unit go where this one goes."""
        place = self.place_of(group)
        held = dict(self.decisions.groups)
        for other in self.groups:
            if other.unit_id == group.unit_id and place is not None:
                held[other.unit_id, other.kind] = place
        self._decide(replace(self.decisions, groups=held))

    def receiving(self) -> tuple[int, ...]:
        """Return the communes that some of the district went into, all of the day where none is known."""
        assert self.shares is not None
        known = {unit for group in self.shares.groups for unit in group.heirs.units}
        return self.by_name(frozenset(known) & self.shares.heirs or self.shares.heirs)

    def place_of(self, group: Group) -> int | None:
        """Return what was decided on a group."""
        return self.decisions.groups.get((group.unit_id, group.kind))

    def places_for(self, group: Group) -> tuple[int, ...]:
        """Return the communes whose book may get a group: those it went into, all where nobody knows."""
        assert self.shares is not None
        parted = group.heirs.follows is Follows.PARTS
        return group.heirs.units if parted else self.by_name(self.shares.heirs)

    def by_name(self, units: frozenset[int] | tuple[int, ...]) -> tuple[int, ...]:
        assert self.shares is not None
        codes = self.shares.codes
        return tuple(sorted(units, key=lambda unit: codes[unit]))

    def write(self, folder: Path) -> Job:
        """Write the files on the worker, each whole or not at all."""
        book, today = self.workplace.book, self.workplace.today
        shares, day = (self.shares, self.day) if self.is_split else (None, None)

        def work(tell: Progress) -> Written:
            tell(texts.COLLECTING)
            with book.reading() as session:
                names = [_write(item, folder, tell) for item in _books(session, shares, day, today)]
            return Written(folder, tuple(names))

        return self.workplace.worker.run(work, self.written.emit, self._on_failed)

    def _day(self) -> date | None:
        try:
            return self.workplace.read(handing_on.day_after)
        except Refused:
            return None

    def _with(self, group: Group, place: int | None) -> Mapping[tuple[int, str], int]:
        held = dict(self.decisions.groups)
        held.pop((group.unit_id, group.kind), None)
        return held if place is None else {**held, (group.unit_id, group.kind): place}

    def _decide(self, decisions: Decisions) -> None:
        self.decisions = decisions
        if self.shares is not None:
            self.shares = sharing.with_decisions(self.shares, decisions)
        self.changed.emit()

    def _on_read(self, shares: Shares) -> None:
        self.shares, self.personal = shares, guards.personal_in(shares.collected)
        if not shares.heirs:
            self.is_split, self.day = False, None
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)


def _books(session: Session, shares: Shares | None, day: date | None, today: date) -> list[HandedBook]:
    whole = handing_on.whole(session, handed_on=today, schema=SCHEMA)
    if shares is None or day is None:
        return [whole]
    return [*handing_on.split(session, shares, handed_on=today, day=day, schema=SCHEMA), whole]


def _write(book: HandedBook, folder: Path, tell: Progress) -> str:
    name = handed_name(book)
    telling: Callable[[int, int], None] = partial(_tell, tell, name)
    telling(0, book.head.rows)
    write_handed(book, folder / name, telling)
    return name


def _tell(tell: Progress, name: str, done: int, every: int) -> None:
    tell(texts.WRITING.format(name=name, done=done, all=every))
