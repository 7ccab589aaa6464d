"""The state of the list of successions: rows, filters, reading a list, rows said by hand. No widgets."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.rules.backups import Why
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text, number_text
from db.rules.succession_lists import SuccessionLine
from db.rules.text import folded
from db.services.borders import succession_rows, succession_sources, successions
from db.services.borders.succession_rows import SuccessionRow
from db.services.borders.succession_sources import KIND, Candidate, Source
from db.services.borders.successions import LoadedSuccessions
from db.sessions import Session
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Changed, Workplace
from ui.successions import texts
from ui.successions.origins import Node, Origins, state_of
from ui.successions.rows import (
    ListedRow,
    listed,
    loaded_words,
    order_of,
    row_number,
    settled_words,
    silent_number,
    unit_option,
)

_OWN = "own"
_UNITS = "units"


class SuccessionsPresenter(QObject):
    """`changed` after every reading, filter or order; `loaded`, `doubted` and `refused` end the reading of a file."""

    changed = Signal()
    loaded = Signal(str)
    doubted = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.text, self.sort, self.descending = "", "", False
        self.narrowed_by: dict[str, str] = {}
        self.shown: tuple[int, ...] = ()
        self._rows: dict[int, ListedRow] = {}
        self._own: frozenset[int] = frozenset()
        self._origins = Origins(())
        workplace.changed.connect(self._on_changed)

    @property
    def narrowed(self) -> bool:
        return bool(self.text or any(self.narrowed_by.values()))

    @property
    def open_count(self) -> int:
        return sum(self._rows[row_id].row.old is None for row_id in self.shown)

    @property
    def is_mixed(self) -> bool:
        """Return whether the list tells of units that the office's book is about, and of others."""
        return len({self._is_own(item) for item in self._rows.values()}) > 1

    def reload(self) -> None:
        office = self.workplace.office.unit.id
        found, self._own = self.workplace.read(
            lambda session: (succession_rows.listed(session), succession_rows.own_units(session, office))
        )
        self._rows = {item.id: item for item in map(self._listed, found)}
        self._origins = Origins(found)
        self._arrange()

    def days(self) -> tuple[Option, ...]:
        """Return the days of the rows, to narrow by."""
        days = sorted({item.row.on for item in self._rows.values()}, reverse=True)
        return tuple(option(day.isoformat(), day_text(day)) for day in days)

    def list_days(self) -> tuple[date, ...]:
        return self.workplace.read(successions.list_days)

    def rows(self, ids: Iterable[int]) -> Sequence[ListedRow]:
        return [self._rows[row_id] for row_id in ids if row_id in self._rows]

    def row(self, row_id: int) -> SuccessionRow:
        return self._rows[row_id].row

    def tree(self, row_id: int) -> tuple[Node, ...]:
        return self._origins.around(self._rows[row_id].row)

    def filter_text(self, text: str) -> None:
        self.text = text.strip()
        self._arrange()

    def filter_by(self, key: str, code: str) -> None:
        self.narrowed_by[key] = code
        self._arrange()

    def sort_by(self, key: str, descending: bool) -> None:
        self.sort, self.descending = key, descending
        self._arrange()

    def asked_anew(self, row: SuccessionRow) -> SuccessionRow:
        """Return a row as it is while nothing is said of another source of its new unit."""
        return SuccessionRow(None, row.on, None, row.new, whole=True, written="")

    def candidates(self, row: SuccessionRow, written: str) -> tuple[Candidate, ...]:
        return self.workplace.read(
            lambda session: succession_sources.candidates(session, row.new.id, row.on, written)
        )

    def seek(self, row: SuccessionRow, typed: str) -> tuple[Option, ...]:
        found = self.workplace.read(lambda session: succession_sources.seek(session, row.on, typed))
        return tuple(map(unit_option, found))

    def keep(self, row: SuccessionRow, replaced: int | None, old_id: int, whole: bool) -> tuple[Finding, ...]:
        """Say by hand where the new unit of a row comes from; return what stands in the way."""
        source = Source(row.on, row.new.id, old_id, whole)

        def store(session: Session) -> int:
            if replaced is None:
                return succession_sources.add(session, source)
            return succession_sources.change(session, replaced, source)

        kept_before = self._kept_count()
        try:
            number = self.workplace.write(store, KIND)
        except Refused as refused:
            return refused.findings
        settled = kept_before - self._kept_count() + (replaced is None)
        self.workplace.say(settled_words(self._rows[row_number(number)].row, settled))
        return ()

    def remove(self, ids: Iterable[int]) -> None:
        """Take rows out in one step; those that only say that nothing is known stay."""
        numbers = [item.row.id for item in self.rows(ids) if item.row.id is not None]
        if not numbers:
            self.workplace.say(texts.NOTHING_TO_REMOVE)
            return
        self.workplace.write(lambda session: succession_sources.remove(session, numbers), KIND)
        self.workplace.say(texts.REMOVED.format(count=number_text(len(numbers))))

    def load(self, path: Path, on: date) -> None:
        """Read a list of a day on the worker as one step; nothing is stored when it is refused or stopped."""
        workplace, book, officer = self.workplace, self.workplace.book, self.workplace.officer

        def work(tell: Callable[[str], None]) -> tuple[LoadedSuccessions, int | None]:
            from exports.readers.succession_lists import read_succession_list

            tell(texts.READING.format(name=path.name))
            lines = read_succession_list(path)
            tell(texts.CHECKING.format(count=number_text(len(lines))))
            workplace.keep_before(Why.SUCCESSION, officer, tell)
            with book.writing(who=officer) as session:
                done = _store(session, lines, on, path.name, tell)
                return done, session.info.get("step_id")

        self.workplace.worker.run(work, lambda done: self._on_loaded(*done, on, path.name), self._on_failed)

    def _listed(self, row: SuccessionRow) -> ListedRow:
        """Return a row as the list shows it; one that stayed as it was is not written anew."""
        number = row_number(row.id) if row.id else silent_number(row.new.id)
        known = self._rows.get(number)
        return known if known is not None and known.row == row else listed(number, row)

    def _arrange(self) -> None:
        wanted = folded(self.text).split()
        found = [
            item
            for item in self._rows.values()
            if self._is_wanted(item) and all(word in item.search for word in wanted)
        ]
        if self.sort:
            found.sort(key=lambda item: order_of(item.cells[self.sort]), reverse=self.descending)
        self.shown = tuple(item.id for item in found)
        self.changed.emit()

    def _is_wanted(self, item: ListedRow) -> bool:
        day, state, scope = (self.narrowed_by.get(key, "") for key in ("on", "state", "scope"))
        return (
            day in ("", item.row.on.isoformat())
            and state in ("", state_of(item.row))
            and (scope != _OWN or self._is_own(item))
        )

    def _is_own(self, item: ListedRow) -> bool:
        return item.row.new.id in self._own or (item.row.old is not None and item.row.old.id in self._own)

    def _kept_count(self) -> int:
        return sum(item.row.id is not None for item in self._rows.values())

    def _on_loaded(self, done: LoadedSuccessions, step_id: int | None, on: date, name: str) -> None:
        if step_id is not None:
            self.workplace.wrote(step_id, KIND)
        words = loaded_words(done, on)
        self.workplace.say(words)
        self.loaded.emit(words)
        if done.doubts:
            self.doubted.emit(Refused(done.doubts, name))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)

    def _on_changed(self, change: Changed) -> None:
        if change.kind in (KIND, _UNITS):
            # The office goes on with its unit, and back with a step taken back.
            self.workplace.reload_office()
            self.reload()
        if change.kind == KIND:
            # What is shown in the borders of a day may be other numbers now.
            self.workplace.borders_changed.emit()


def _store(
    session: Session, lines: Sequence[SuccessionLine], on: date, name: str, tell: Callable[[str], None]
) -> LoadedSuccessions:
    done = successions.load(session, lines, on=on, file_name=name)
    # The last moment to stop: after it only the commit is left, and a stop here takes everything back.
    tell(texts.STORING)
    return done
