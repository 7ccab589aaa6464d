"""The state of the screen of measures: which is shown, how it is narrowed, its table. No widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from db.rules.formats import Number, Value
from db.rules.measures import Measure, MeasureKind, MeasureRef
from db.rules.periods import Period, parse_period, periods_of_year
from db.rules.successions import Gap
from db.rules.text import folded
from db.services import content
from db.services.measuring import measure_tables, measures
from db.services.measuring.measure_tables import Behind, MeasureTable
from db.services.searching import search
from db.services.searching.search import Found
from db.sessions import Session
from ui.common.borders import gap_text
from ui.common.borders_texts import UNDIVIDED
from ui.common.period_texts import part_title, period_title
from ui.common.workplace import Changed, Workplace
from ui.measures import texts

MONTHS, QUARTERS, YEARS = "months", "quarters", "years"
_YEARS_SHOWN = 5
_FIRST = "outreach.sessions"


@dataclass(frozen=True)
class Narrowing:
    """A filter of a measure: its key, what it is called, the codes it takes with their titles."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """A row of the table: a unit, or the whole scope (0)."""

    unit_id: int
    title: str
    values: tuple[Number | None, ...]
    gaps: tuple[Gap | None, ...]

    def cell(self, at: int) -> Value:
        """Return what stands in a cell: a number, or why it is not comparable."""
        gap = self.gaps[at]
        return self.values[at] if gap is None else gap_text(gap)


class MeasuresPresenter(QObject):
    """One measure by unit and period.

    `changed` after every reading; before it `measure_changed` when it is another, `catalogue_changed` when there are
    others: the office counts figures of its own.
    """

    changed = Signal()
    measure_changed = Signal()
    catalogue_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.catalogue: Mapping[str, Measure] = {}
        self.name, self.step = _FIRST, MONTHS
        self.chosen: dict[str, str] = {}
        self.periods: tuple[Period, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self._watched, self._stale = False, False
        workplace.changed.connect(self._follow)
        workplace.period_changed.connect(self._follow)
        workplace.borders_changed.connect(self._follow)

    @property
    def measure(self) -> Measure:
        return self.catalogue[self.name]

    @property
    def ref(self) -> MeasureRef:
        return MeasureRef(self.measure, tuple(self.chosen.items()))

    def begin(self) -> None:
        self.catalogue = self.workplace.read(content.measure_catalogue)
        self.choose(self.name)

    def groups(self, typed: str) -> list[tuple[str, list[Measure]]]:
        """Return the measures whose titles hold all typed words, by subject."""
        words = folded(typed).split()
        groups: dict[str, list[Measure]] = {}
        for measure in self.catalogue.values():
            if all(word in folded(f"{measure.title} {measure.name}") for word in words):
                subject = measure.name.partition(".")[0]
                groups.setdefault(texts.SUBJECTS[subject], []).append(measure)
        return list(groups.items())

    def choose(self, name: str) -> None:
        """Show another measure, not narrowed."""
        if name in self.catalogue:
            self.name = name
            self.chosen.clear()
            self.measure_changed.emit()
            self.reload()

    def narrow(self, key: str, code: str) -> None:
        self.chosen.pop(key, None)
        if code:
            self.chosen[key] = code
        self.reload()

    def show_by(self, step: str) -> None:
        """Show months, quarters or years in the columns."""
        self.step = step
        self.reload()

    def reload(self) -> None:
        self._stale = False
        if self.catalogue:
            self._follow_catalogue()
            self.periods = self._periods()
            self.lines = self._lines(self.workplace.read(self._read))
            self.changed.emit()

    def narrowings(self) -> tuple[Narrowing, ...]:
        """Return the filters of the measure that name a catalogue."""
        return self.workplace.read(self._narrowings)

    def about(self) -> tuple[str, str]:
        """Return the sentence about the measure, and its kind, unit and source in words."""
        measure = self.measure
        source = texts.SUBJECTS[measure.name.partition(".")[0]]
        facts = texts.FACTS.format(kind=texts.KINDS[measure.kind], unit=measure.unit, source=source)
        return measure.about, facts

    def title(self) -> str:
        """Return the measure's title with what narrows it."""
        words = [
            title
            for narrowing in self.narrowings()
            for code, title in narrowing.choices
            if self.chosen.get(narrowing.key) == code
        ]
        title = self.measure.title
        return texts.NARROWED.format(title=title, filters=", ".join(words)) if words else title

    def column_titles(self) -> tuple[str, ...]:
        """Return the heads of the columns: twelve months and their year find room side by side."""
        if self.step == MONTHS:
            *months, whole = self.periods
            short = (texts.MONTH.format(month=at) for at in range(1, len(months) + 1))
            return (*short, part_title(whole))
        return tuple(
            period_title(period) if self.step == YEARS else part_title(period) for period in self.periods
        )

    def behind(self, line: Line, column: int) -> Behind:
        """Return the records behind a number of the table."""
        span = self.periods[column].span(self.workplace.cut_off)
        unit_id, day = self.workplace.office.unit.id, self.workplace.borders
        return self.workplace.read(
            lambda session: measure_tables.behind(
                session, self.ref, unit_id=unit_id, span=span, only=line.unit_id or None, day=day
            )
        )

    def behind_title(self, line: Line, column: int) -> str:
        words = texts.BEHIND_UPPER if self.measure.kind is MeasureKind.RATIO else texts.BEHIND_OF
        return words.format(measure=self.title(), unit=line.title, period=period_title(self.periods[column]))

    def describe(self, kind: str, ids: Sequence[int]) -> tuple[Found, ...]:
        return self.workplace.read(lambda session: search.describe(session, kind, ids))

    def rows(self) -> list[list[Value]]:
        """Return the table as values, the whole scope last."""
        whole, *units = self.lines
        return [[line.title, *map(line.cell, range(len(line.values)))] for line in (*units, whole)]

    def _follow_catalogue(self) -> None:
        """Take measures that came or went; in place of one that is gone the first is shown."""
        found, before = self.workplace.read(content.measure_catalogue), self.measure
        if found == self.catalogue:
            return
        self.catalogue = found
        self.catalogue_changed.emit()
        if found.get(self.name) != before:
            self.name = self.name if self.name in found else _FIRST
            self.chosen.clear()
            self.measure_changed.emit()

    def _periods(self) -> tuple[Period, ...]:
        year = self.workplace.year
        whole, *parts = periods_of_year(year)
        if self.step == YEARS:
            return tuple(parse_period(str(item)) for item in range(year - _YEARS_SHOWN + 1, year + 1))
        # After the halves and the nine months come four quarters, then twelve months.
        return (*(parts[3:7] if self.step == QUARTERS else parts[7:]), whole)

    def _read(self, session: Session) -> MeasureTable:
        spans = [period.span(self.workplace.cut_off) for period in self.periods]
        unit_id, day = self.workplace.office.unit.id, self.workplace.borders
        return measure_tables.table(session, self.ref, unit_id=unit_id, spans=spans, day=day)

    def _lines(self, table: MeasureTable) -> tuple[Line, ...]:
        own = self.workplace.office.unit
        whole = Line(0, texts.WHOLE.format(unit=own.name), table.totals, table.total_gaps)
        units = (
            Line(
                unit.id,
                UNDIVIDED.format(unit=unit.name) if table.shared_out and unit.id == own.id else unit.name,
                table.by_unit[unit.id],
                table.gaps[unit.id],
            )
            for unit in table.units
        )
        return (whole, *units)

    def _narrowings(self, session: Session) -> tuple[Narrowing, ...]:
        measure, found = self.measure, []
        for key in measure.filters:
            catalogue = measures.filter_catalogue(measure, key)
            if catalogue:
                choices = content.choices(session, catalogue)
                codes = tuple((choice.code, choice.title) for choice in choices)
                found.append(Narrowing(key, texts.FILTERS[key], codes))
        return tuple(found)

    def watch(self, watched: bool) -> None:
        """Follow changes while somebody looks; what changed meanwhile is read when somebody does again."""
        self._watched = watched
        if watched and self._stale:
            self.reload()

    def _follow(self, _: Changed | None = None) -> None:
        self._stale = True
        if self._watched:
            self.reload()
