"""What is typed of a change of units, read into the change itself; previewed and made. No widgets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from db.rules.backups import Why
from db.rules.entries import read_day
from db.rules.findings import Finding, Refused, Unknown
from db.rules.formats import day_text
from db.rules.text import cleaned
from db.rules.unit_changes import Begins, GoesOn, Source, UnitChange
from db.rules.units import KINDS, bare_name, kind_of_name
from db.services import units
from db.services.borders import succession_sources, unit_changes
from db.services.borders.unit_changes import Preview
from db.services.units import UnitInfo
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Workplace
from ui.unit_changes import texts

UNITS = "units"
MERGER, SPLIT, RENAMING, KIND, PARENT = "merger", "split", "renaming", "kind", "parent"


@dataclass(frozen=True)
class TypedSource:
    """A unit that is concerned: its number as digits, else what was typed; the whole of it or a part."""

    unit: str
    whole: bool = True


@dataclass(frozen=True)
class TypedResult:
    """A unit that stands after: one that there is, by its number, or a new one by code and name."""

    unit: str = ""
    code: str = ""
    name: str = ""
    is_new: bool = True


@dataclass(frozen=True)
class TypedChange:
    """A change as typed. `parent` is of new units; renaming, kind and parent have a single field beside the source."""

    kind: str
    day: str
    sources: tuple[TypedSource, ...]
    results: tuple[TypedResult, ...] = ()
    parent: str = ""
    name: str = ""
    new_kind: str = ""


@dataclass(frozen=True)
class Judged:
    """A change that was read, and what it would touch; else what is wrong."""

    change: UnitChange | None = None
    preview: Preview | None = None
    findings: tuple[Finding, ...] = field(default=())


class ChangePresenter:
    """Asks the book about a change, and makes it as one step."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace

    def day_of(self, text: str) -> date | None:
        """Return the day that is typed, none where it is none."""
        try:
            return read_day(cleaned(text), self.workplace.today)
        except ValueError:
            return None

    def seek_before(self, day: str, typed: str) -> tuple[Option, ...]:
        """Return the units of the day before that hold the typed words."""
        return self._seek(self.day_of(day) or self.workplace.today, typed)

    def seek_after(self, day: str, typed: str) -> tuple[Option, ...]:
        """Return the units of the day itself that hold the typed words."""
        return self._seek((self.day_of(day) or self.workplace.today) + timedelta(days=1), typed)

    def unit(self, number: str) -> UnitInfo | None:
        """Return a unit by its number as digits, none for what is none."""
        if not number.isdecimal():
            return None
        return self.workplace.read(lambda session: units.by_id(session, int(number)))

    def option_of(self, unit_id: int) -> Option:
        """Return a unit as it is chosen."""
        unit = self.workplace.read(lambda session: units.by_id(session, unit_id))
        return option(str(unit.id), f"{unit.code} {unit.name}")

    def kinds_for(self, number: str) -> tuple[str, ...]:
        """Return the kinds that a unit may become."""
        unit = self.unit(number)
        return tuple(kind for kind in KINDS[unit.level] if kind != unit.kind) if unit else ()

    def judge(self, typed: TypedChange) -> Judged:
        """Read a change and tell what it would touch."""
        findings = tuple(self._findings(typed))
        if findings:
            return Judged(findings=findings)
        change, today = self._read(typed), self.workplace.today
        found = self.workplace.read(lambda session: unit_changes.preview(session, change, today=today))
        return Judged(change, found, found.findings)

    def apply(self, change: UnitChange) -> tuple[Finding, ...]:
        """Make a change; return what stands in the way."""
        workplace, today = self.workplace, self.workplace.today
        try:
            workplace.keep_before(Why.SUCCESSION, workplace.officer, lambda _: None)
            workplace.write(lambda session: unit_changes.apply(session, change, today=today), UNITS)
        except Refused as refused:
            return refused.findings
        workplace.say(texts.DONE.format(on=day_text(change.on)))
        return ()

    def _seek(self, day: date, typed: str) -> tuple[Option, ...]:
        found = self.workplace.read(lambda session: succession_sources.seek(session, day, typed))
        return tuple(
            option(str(item.id), texts.OPTION.format(code=item.code, name=item.name, parent=item.parent))
            for item in found
        )

    def _findings(self, typed: TypedChange) -> Iterator[Finding]:
        try:
            if not cleaned(typed.day):
                yield Finding("required", "on")
            else:
                read_day(cleaned(typed.day), self.workplace.today)
        except ValueError as error:
            yield Finding(str(error), "on", cleaned(typed.day))
        yield from _unknown("sources", [source.unit for source in typed.sources])
        yield from _unknown("results", [result.unit for result in typed.results if not result.is_new])
        if typed.kind == PARENT or typed.parent:
            yield from _unknown("parent", [typed.parent])
        single = {RENAMING: ("new_name", typed.name), KIND: ("new_kind", typed.new_kind)}.get(typed.kind)
        if single is not None and not single[1].strip():
            yield Finding("required", single[0])

    def _read(self, typed: TypedChange) -> UnitChange:
        on = read_day(cleaned(typed.day), self.workplace.today)
        sources = tuple(Source(int(source.unit), source.whole) for source in typed.sources)
        first = self.unit(typed.sources[0].unit) if typed.sources else None
        if first is None:
            return UnitChange(on, (), ())
        upper = self._parent_of(first, on)
        if typed.kind in (MERGER, SPLIT):
            parent = int(typed.parent) if typed.parent else upper
            return UnitChange(on, sources, tuple(_result(item, parent) for item in typed.results))
        return UnitChange(on, sources, (_changed(typed, first, upper),))

    def _parent_of(self, unit: UnitInfo, on: date) -> int | None:
        """Return the unit that has the code of a unit's parent on the day."""
        code = unit.parent
        if code is None:
            return None
        try:
            return self.workplace.read(lambda session: units.find(session, code, on).id)
        except Unknown:
            return None


def _unknown(place: str, numbers: Sequence[str]) -> Iterator[Finding]:
    for number in numbers:
        if not number.strip():
            yield Finding("required", place)
        elif not number.isdecimal():
            yield Finding("change_unit_unknown", place, number.strip('"'))


def _result(typed: TypedResult, parent: int | None) -> GoesOn | Begins:
    return Begins(typed.code, typed.name, parent) if typed.is_new else GoesOn(int(typed.unit))


def _changed(typed: TypedChange, unit: UnitInfo, upper: int | None) -> Begins:
    as_it_was = Begins(unit.code, unit.name, upper)
    if typed.kind == PARENT:
        return replace(as_it_was, parent_id=int(typed.parent))
    if typed.kind == KIND:
        return replace(as_it_was, name=f"{typed.new_kind} {bare_name(unit.name)}")
    name = cleaned(typed.name)
    # Who types the proper name alone means the unit of the same kind.
    return replace(as_it_was, name=name if kind_of_name(name) else f"{unit.kind} {name}")
