"""The state of returns: which set, which unit, the filled return, what was exported before. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.rules.periods import Period
from db.rules.text import sort_key
from db.services import offices
from db.services.returns import filling, frozen_returns, return_sets
from db.services.returns.frozen_returns import ExportedReturn
from db.services.units import UnitInfo
from db.sessions import Session
from ui.common.borders import compared_note
from ui.common.finding_texts import finding_text
from ui.common.forms.choosing import Option, option
from ui.common.forms.options import unit_options
from ui.common.workplace import Workplace
from ui.returns.filling import texts
from ui.returns.filling.notes import Note, notes

if TYPE_CHECKING:
    from db.rules.returns.filled import FilledReturn
from db.rules.returns.forms import ReturnSet

_FOLDER, _SET = "returns/folder", "returns/set"
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """What is to be filled, and the borders in which earlier years are compared; an export has none."""

    set_code: str
    unit: UnitInfo
    period: Period
    borders: date | None = None


class FillingPresenter(QObject):
    """Fills a set for a unit and the chosen period on the worker.

    `options_changed` with other sets or units, `filling` when the work began, `filled_changed` with another result,
    `outdated` when records or the period changed since.
    """

    options_changed = Signal()
    filling = Signal()
    filled_changed = Signal()
    outdated = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.sets: tuple[Option, ...] = ()
        self.units: tuple[Option, ...] = ()
        self.set_code = workplace.preferences.text(_SET)
        self.unit_id: int | None = workplace.office.unit.id
        self.filled: FilledReturn | None = None
        self.exports: tuple[ExportedReturn, ...] = ()
        self.stale = True
        self._known: dict[int, UnitInfo] = {}
        self._held: tuple[ReturnSet, ...] = ()
        self._refused: tuple[str, ...] = ()
        self.busy = False
        self._latest: Asked | None = None
        self._filled_for: Asked | None = None
        workplace.changed.connect(self._on_outdated)
        workplace.period_changed.connect(self._on_outdated)
        workplace.borders_changed.connect(self._on_outdated)

    def reload(self) -> None:
        """Read what can be chosen and fill anew."""
        self._held, listed = self.workplace.read(self._read_options)
        self._known = {unit.id: unit for unit in listed}
        self.units = unit_options(sorted(listed, key=lambda unit: (unit.level, sort_key(unit.name))))
        if self.unit_id not in self._known:
            self.unit_id = self._own_unit(listed)
        self._offer_sets()
        self.options_changed.emit()
        self.fill()

    def choose_set(self, code: str) -> None:
        if code and code != self.set_code:
            self.set_code = code
            self.workplace.preferences.set_text(_SET, code)
            self.fill()

    def choose_unit(self, code: str) -> None:
        """Choose a unit by its number as digits; anything else leaves the one that was chosen."""
        if code.isdecimal() and int(code) in self._known and int(code) != self.unit_id:
            self.unit_id = int(code)
            self._offer_sets()
            self.options_changed.emit()
            self.fill()

    def asked(self) -> Asked | None:
        """Return what is chosen; none where no set of forms holds or the unit is not known in the period."""
        unit = self._known.get(self.unit_id or 0)
        if unit is None or not self.set_code:
            return None
        return Asked(self.set_code, unit, self.workplace.period, self.workplace.borders)

    def fill(self) -> None:
        """Fill the chosen set on the worker; a later wish makes an earlier one void."""
        asked = self._latest = self.asked()
        self.stale = False
        if asked is None:
            self._take(None, None, ())
            return
        if asked != self._filled_for:
            self.filled = None  # Figures of another period or unit must not stand under the new name.
        self.busy = True
        self.filling.emit()
        book = self.workplace.book

        def work(tell: Tell) -> "tuple[FilledReturn, tuple[ExportedReturn, ...]]":
            tell(texts.FILLING)
            with book.reading() as session:
                return _fill(session, asked), frozen_returns.history(session, asked.unit.id)

        job = self.workplace.worker.run(work, lambda found: self._take(asked, *found), self.workplace.fail)
        job.finished.connect(self._on_finished)

    def notes(self) -> tuple[Note, ...]:
        """Return what stands above the forms."""
        if self.filled is None:
            return tuple(Note(words, True) for words in self._why_not())
        told = notes(self.filled, self.workplace.period, self.exports, self.workplace.today)
        compared = compared_note(self.workplace)
        return (*told, *([Note(" ".join((*compared, texts.EXPORT_AS_REPORTED)), True)] if compared else []))

    def _why_not(self) -> tuple[str, ...]:
        if self.unit_id not in self._known:
            return (texts.NO_UNIT.format(name=self.workplace.office.unit.name),)
        if self.sets:
            return (texts.NOT_FILLED,)
        return self._refused or (texts.NO_SETS,)

    def proposed_target(self, usual_folder: Path) -> Path:
        """Return the file to propose: the return's own name in the folder used last, else in the usual one."""
        from exports.returns.naming import return_file_name

        assert self.filled is not None
        kept = self.workplace.preferences.text(_FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else usual_folder
        return folder / return_file_name(self.filled)

    def remember_folder(self, folder: Path) -> None:
        self.workplace.preferences.set_text(_FOLDER, str(folder))

    def writer(self) -> Callable[[Path, Tell], "FilledReturn"]:
        """Return the work of an export: fill as of now, write the file, freeze what it says, all or nothing."""
        asked, workplace = self.asked(), self.workplace
        assert asked is not None
        asked = replace(asked, borders=None)

        def write(target: Path, tell: Tell) -> "FilledReturn":
            tell(texts.WRITING.format(name=target.name))
            return workplace.write_aside(lambda session: _export(session, asked, target))

        return write

    def _own_unit(self, listed: tuple[UnitInfo, ...]) -> int | None:
        """Return the office's unit; in a time before it the first that it came from, none where there is none."""
        own = self.workplace.office.unit.id
        return own if own in self._known or not listed else listed[0].id

    def _read_options(self, session: Session) -> "tuple[tuple[ReturnSet, ...], tuple[UnitInfo, ...]]":
        span = self.workplace.span
        return return_sets.sets(session, span.last), offices.units_kept(session, span)

    def _offer_sets(self) -> None:
        """Offer the sets that know the level of the chosen unit on the day of the period; keep why others do not."""
        unit, span = self._known.get(self.unit_id or 0), self.workplace.span
        found = [(item, return_sets.level_finding(item, unit, span) if unit else None) for item in self._held]
        self.sets = tuple(option(item.code, item.title) for item, finding in found if finding is None)
        self._refused = tuple(finding_text(finding) for _, finding in found if finding)
        if self.set_code not in {item.code for item in self.sets}:
            self.set_code = self.sets[0].code if self.sets else ""

    def _take(
        self, asked: Asked | None, filled: "FilledReturn | None", exports: tuple[ExportedReturn, ...]
    ) -> None:
        if asked == self._latest:
            self._filled_for, self.filled, self.exports = asked, filled, exports
            self.filled_changed.emit()

    def _on_finished(self) -> None:
        # A stopped job brings no result: what is shown then is what was there before.
        self.busy = False
        self.filled_changed.emit()

    def _on_outdated(self, *_: object) -> None:
        self.stale = True
        self.outdated.emit()


def _fill(session: Session, asked: Asked) -> "FilledReturn":
    return filling.fill(
        session, set_code=asked.set_code, unit=asked.unit, period=asked.period, borders=asked.borders
    )


def _export(session: Session, asked: Asked, target: Path) -> "FilledReturn":
    from exports.returns.workbook import write_return

    filled = _fill(session, asked)
    write_return(filled, target)
    frozen_returns.freeze(session, filled, file_name=target.name)
    return filled
