"""The state of the grid of figures: rows, columns, values, and what was typed and cannot be kept yet. No widgets."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from db.rules.blocks import Texts
from db.rules.figure_definitions import Definition
from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from db.rules.periods import parse_period
from db.rules.text import folded
from db.services import figure_definitions, figures
from db.services.entering import drafts, entries
from db.services.entering.entries import Gone
from db.services.figures import FigureGrid, Place, cell_place, place_of
from db.services.units import UnitInfo
from db.sessions import Session
from ui.common.workplace import Changed, Workplace
from ui.figures import texts
from ui.figures.pasting import Ground, read_numbers, read_pasted

KIND, DEFINITIONS = "figures", "figure_definitions"
_DRAFT = "figure_grid"
_HIDDEN = "figures/hidden"
_PERIOD = "period"


class FiguresPresenter(QObject):
    """Joins the grid with the book.

    `opened` when rows or columns are others than before; `changed` with the cells that show something else, with none
    where any may.
    """

    opened = Signal()
    changed = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.grid = FigureGrid("", (), (), (), {}, {})
        self.units: tuple[UnitInfo, ...] = ()
        self.columns: tuple[Definition, ...] = ()
        self.values: dict[Place, int] = {}
        self.findings: dict[Place, Finding] = {}
        self.held: dict[Place, str] = {}
        self.hidden = frozenset(workplace.preferences.text(_HIDDEN).split())
        self._filter = ""
        self._draft_id: int | None = None
        self._busy = False
        self._stashed: dict[Place, str] = {}
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self.reload)

    def reload(self) -> None:
        """Read the grid of the chosen period anew, with what was typed earlier and could not be kept."""
        workplace = self.workplace
        office, period = workplace.office.unit.id, workplace.period
        self.grid = workplace.read(lambda session: figures.grid(session, unit_id=office, period=period))
        self.values = dict(self.grid.values)
        self._take_draft()
        self._choose_shown()

    def filter_text(self, text: str) -> None:
        self._filter = text
        self._choose_shown()

    @property
    def narrowed(self) -> bool:
        return bool(self._filter.strip())

    def show_figure(self, figure_id: int) -> Place | None:
        """Turn to the period of a figure with its row and column on show; return its cell, none where it is gone."""
        try:
            found = self.workplace.read(lambda session: entries.values_of(session, KIND, figure_id))
        except Gone as gone:
            self.workplace.fail(gone)
            return None
        place: Place = found["unit_id"], found["definition"]
        self.workplace.choose_period(parse_period(found["period"]))
        self.filter_text("")
        self.show_column(place[1])
        return place

    def show_column(self, code: str) -> None:
        """Show the group of a column where it is hidden."""
        if code not in {item.code for item in self.columns}:
            section = next(item.section for item in self.grid.definitions if item.code == code)
            hidden = self.hidden - {section}
            self.show_sections(item.code for item in self.grid.sections if item.code not in hidden)

    def show_sections(self, shown: Iterable[str]) -> None:
        """Show the columns of these groups only."""
        wanted = set(shown)
        self.hidden = frozenset(section.code for section in self.grid.sections if section.code not in wanted)
        self.workplace.preferences.set_text(_HIDDEN, " ".join(sorted(self.hidden)))
        self._choose_shown()

    def value(self, place: Place) -> int | None:
        """Return the number that counts at a cell: its own, or that of shorter periods."""
        own = self.values.get(place)
        other = self.grid.elsewhere.get(place)
        return own if own is not None or other is None else other.value

    def typed(self, place: Place) -> str:
        """Return what an editor shows: what was typed and waits, else the cell's own number."""
        held, own = self.held.get(place), self.values.get(place)
        return held if held is not None else "" if own is None else number_text(own)

    def plain(self, place: Place) -> str:
        """Return what a cell gives to the clipboard: digits alone, which every Excel reads; blank is blank."""
        value = self.value(place)
        return self.held.get(place, "" if value is None else str(value))

    def is_elsewhere(self, place: Place) -> bool:
        """Return whether only figures of other periods speak for a cell."""
        return place in self.grid.elsewhere and place not in self.values and place not in self.held

    def total(self, code: str) -> int | None:
        """Add up a column over the units on show; nothing recorded gives nothing."""
        found = [self.value((unit.id, code)) for unit in self.units]
        recorded = [value for value in found if value is not None]
        return sum(recorded) if recorded else None

    def leave(self, place: Place, text: str) -> None:
        """Keep what was typed in a cell; what cannot be kept stays there as typed, with what is wrong."""
        if text == self.typed(place) and place not in self.held:
            return
        read = read_numbers({place: text}, today=self.workplace.typing_day)
        findings = read.findings or self._written(read.values)
        self._settle(read.values, {place: text} if findings else {}, findings)

    def stash(self, place: Place, text: str) -> None:
        """Put what is being typed in a cell aside against a power cut, without judging it."""
        self._stashed = {place: text}
        self._keep_draft()

    def unstash(self) -> None:
        """The cell is left: what was put aside is kept by now, or was not wanted."""
        if self._stashed:
            self._stashed = {}
            self._keep_draft()

    def put(self, values: Mapping[Place, int | None], said: str) -> tuple[Finding, ...]:
        """Keep values of several cells as one step, or none of them; return what stands in the way."""
        others = {place: value for place, value in values.items() if self._differs(place, value)}
        findings = self._written(others)
        if not findings:
            self._settle(others, {}, ())
            words = said.format(count=number_text(len(others))) if others else texts.NOTHING_CHANGED
            self.workplace.say(words)
        return findings

    def paste(self, cells: Sequence[Texts], row: int, column: int) -> tuple[Finding, ...]:
        """Put a block from a cell on, whole or not at all; return what stands in the way."""
        ground = Ground(self.units, self.columns, row, column)
        read = read_pasted(cells, ground, today=self.workplace.typing_day)
        return read.findings or self.put(read.values, texts.PASTED)

    def unit_name(self, place: Place) -> str:
        return next(unit.name for unit in self.grid.units if unit.id == place[0])

    def definition(self, place: Place) -> Definition:
        return next(item for item in self.grid.definitions if item.code == place[1])

    def cell_name(self, place: Place) -> str:
        """Return how a cell is called in a list of findings."""
        return texts.CELL_NAME.format(unit=self.unit_name(place), column=self.definition(place).title)

    def ended(self) -> tuple[Definition, ...]:
        """Return the definitions that are no longer used."""
        known = self.workplace.read(figure_definitions.definitions)
        return tuple(item for item in known if item.ended_on is not None)

    def next_wrong(self, after: Place | None) -> Place | None:
        """Return the next cell on show that has to be mended, in the order of reading, beginning again at the end."""
        order = [
            (unit.id, item.code)
            for unit in self.units
            for item in self.columns
            if (unit.id, item.code) in self.findings or (unit.id, item.code) == after
        ]
        at = order.index(after) + 1 if after in order else 0
        return next((place for place in (*order[at:], *order[:at]) if place in self.findings), None)

    def change_definitions(self, act: Callable[[Session], object], said: str) -> tuple[Finding, ...]:
        """Change the list of definitions as one step; return what stands in the way."""
        try:
            self.workplace.write(lambda session: _done(act(session)), DEFINITIONS)
        except Refused as refused:
            return refused.findings
        self.workplace.say(said)
        return ()

    def _differs(self, place: Place, value: int | None) -> bool:
        return place in self.held or value != self.values.get(place)

    def _written(self, values: Mapping[Place, int | None]) -> tuple[Finding, ...]:
        period = self.grid.period
        self._busy = True
        try:
            self.workplace.write(lambda session: figures.write(session, period=period, values=values), KIND)
        except Refused as refused:
            return refused.findings
        finally:
            self._busy = False
        return ()

    def _settle(
        self, values: Mapping[Place, int | None], held: Mapping[Place, str], findings: Iterable[Finding]
    ) -> None:
        had = dict(self.held)
        for place, value in values.items():
            self.held.pop(place, None)
            self.findings.pop(place, None)
            if place not in held:
                self._hold(place, value)
        self.held.update(held)
        self.findings.update({place_of(finding.place): finding for finding in findings})
        if self.held != had:
            self._stashed = {}
            self._keep_draft()
        self.changed.emit(tuple(values))

    def _hold(self, place: Place, value: int | None) -> None:
        if value is None:
            self.values.pop(place, None)
        else:
            self.values[place] = value

    def _choose_shown(self) -> None:
        words = folded(self._filter).split()
        self.units = tuple(
            unit for unit in self.grid.units if all(word in folded(unit.name) for word in words)
        )
        self.columns = tuple(item for item in self.grid.definitions if item.section not in self.hidden)
        self.opened.emit()

    def _take_draft(self) -> None:
        self.held, self.findings, self._draft_id, self._stashed = {}, {}, None, {}
        for draft in self.workplace.read(lambda session: drafts.of_kind(session, _DRAFT)):
            if draft.raw.get(_PERIOD) == self.grid.period:
                self._draft_id = draft.id
                self.held = {place_of(key): text for key, text in draft.raw.items() if "/" in key}
        read = read_numbers(self.held, today=self.workplace.typing_day)
        self.findings = {place_of(finding.place): finding for finding in read.findings}
        for place in self.held.keys() - self.findings.keys():
            self.findings[place] = self._waiting(place)

    def _waiting(self, place: Place) -> Finding:
        """Say what keeps a number out that could be read: figures of the same days, or nothing any more."""
        other = self.grid.elsewhere.get(place)
        if other is None:
            return Finding("typed_again", cell_place(place), self.held[place])
        facts = {"other": other.periods[0]}
        return Finding("figure_overlaps", cell_place(place), self.grid.period, facts)

    def _keep_draft(self) -> None:
        self._draft_id = self.workplace.write_aside(self._store_draft)

    def _store_draft(self, session: Session) -> int | None:
        typed = {**self.held, **self._stashed}
        if typed:
            raw = {_PERIOD: self.grid.period, **{cell_place(place): text for place, text in typed.items()}}
            return drafts.keep(session, _DRAFT, raw, draft_id=self._draft_id)
        if self._draft_id is not None:
            drafts.discard(session, self._draft_id)
        return None

    def _on_changed(self, change: Changed) -> None:
        if not self._busy and change.kind in (KIND, DEFINITIONS, "units"):
            self.reload()


def _done(_: object) -> None:
    return None
