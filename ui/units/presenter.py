"""The state of the list of units: what the office's book knows as of the period's last day. No widgets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.rules.backups import Why
from db.rules.findings import Refused
from db.rules.formats import Value, day_text, number_text
from db.rules.periods import Span
from db.rules.text import folded, sort_key
from db.rules.units import UnitLine, bare_name
from db.services import offices, units
from db.services.units import LoadedUnits, UnitInfo
from db.sessions import Session
from ui.common.workplace import Changed, Workplace
from ui.units import texts

KIND = "units"


@dataclass(frozen=True)
class UnitRow:
    """One unit as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class UnitsPresenter(QObject):
    """The units of the office. `changed` after every reading, filter or order; `loaded` and `refused` end a reading."""

    changed = Signal()
    loaded = Signal(str)
    refused = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.text = ""
        # In the order of the book: the office's own unit first.
        self.sort, self.descending = "", False
        self.shown: tuple[int, ...] = ()
        self._rows: dict[int, UnitRow] = {}
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self.reload)

    @property
    def narrowed(self) -> bool:
        return bool(self.text)

    @property
    def as_of(self) -> date:
        return self.workplace.span.last

    def reload(self) -> None:
        self._rows = {row.id: row for row in self.workplace.read(self._read)}
        self._arrange()

    def rows(self, ids: Iterable[int]) -> Sequence[UnitRow]:
        return [self._rows[unit_id] for unit_id in ids if unit_id in self._rows]

    def filter_text(self, text: str) -> None:
        self.text = text.strip()
        self._arrange()

    def sort_by(self, key: str, descending: bool) -> None:
        self.sort, self.descending = key, descending
        self._arrange()

    def load(self, path: Path, on: date) -> None:
        """Read a list of units of a day on the worker; nothing is stored when it is refused or stopped."""
        workplace, officer = self.workplace, self.workplace.officer

        def work(tell: Callable[[str], None]) -> LoadedUnits:
            from exports.readers.unit_lists import read_unit_list

            tell(texts.READING.format(name=path.name))
            lines = read_unit_list(path)
            tell(texts.CHECKING.format(count=number_text(len(lines))))
            workplace.keep_before(Why.SUCCESSION, officer, tell)
            return workplace.write_aside(lambda session: _store(session, lines, on, path.name, tell))

        workplace.worker.run(work, lambda done: self._on_loaded(done, on), self._on_failed)

    def _arrange(self) -> None:
        wanted = folded(self.text).split()
        found = [row for row in self._rows.values() if all(word in _search(row) for word in wanted)]
        self.shown = tuple(row.id for row in (self._ordered(found) if self.sort else found))
        self.changed.emit()

    def _ordered(self, rows: Sequence[UnitRow]) -> list[UnitRow]:
        # What has no value stands last, whichever way the others go.
        known = [row for row in rows if row.cells[self.sort] is not None]
        known.sort(key=lambda row: _order(row.cells[self.sort]), reverse=self.descending)
        return [*known, *(row for row in rows if row.cells[self.sort] is None)]

    def _read(self, session: Session) -> list[UnitRow]:
        last = self.as_of
        own = self.workplace.office.unit
        listed = units.below(session, own.id, Span(last, last, last.year))
        above = [units.find(session, own.parent, own.valid_to or last)] if own.parent else []
        names = {unit.code: unit.name for unit in (*above, *listed)}
        return [_row(unit, names) for unit in listed]

    def _on_loaded(self, done: LoadedUnits, on: date) -> None:
        words = texts.LOADED.format(
            rows=number_text(done.rows),
            day=day_text(on),
            added=number_text(done.added),
            ended=number_text(done.ended),
        )
        self.workplace.reload_office()
        self.workplace.refresh(KIND)
        self.workplace.say(words)
        self.loaded.emit(words)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == KIND:
            # The office goes on with its unit, and back with a step taken back.
            self.workplace.reload_office()
            self.reload()


def _store(
    session: Session, lines: Sequence[UnitLine], on: date, name: str, tell: Callable[[str], None]
) -> LoadedUnits:
    done = units.load(session, lines, on=on, file_name=name)
    offices.go_on(session)
    # The last moment to stop: after it only the commit is left, and a stop here takes everything back.
    tell(texts.STORING)
    return done


def _row(unit: UnitInfo, names: Mapping[str, str]) -> UnitRow:
    cells: dict[str, Value] = {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "parent": names.get(unit.parent or "", unit.parent),
        "valid_from": unit.valid_from,
        "valid_to": unit.valid_to,
    }
    return UnitRow(unit.id, cells)


def _search(row: UnitRow) -> str:
    return folded(" ".join(str(row.cells[key] or "") for key in ("code", "name", "kind", "parent")))


def _order(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else sort_key(bare_name(str(value)))
