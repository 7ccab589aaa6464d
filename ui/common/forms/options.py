"""What can be chosen in a field: entries of a catalogue, units below the office, records to be linked with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from db.rules.entries import Field, FieldKind
from db.rules.formats import day_text
from db.rules.text import sort_key
from db.services import content, offices, units
from db.services.entering import links
from db.services.units import UnitInfo
from db.sessions import Session
from ui.common import texts
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Changed, Workplace

FLAG_SET, FLAG_UNSET = "1", "0"
_SHARED, _UNITS = "shared options", "units"
# The end of a long text is found by typing its words, not read in a list.
_MOST_SHOWN = 120
# Changes of these kinds touch the records that can be chosen, or who is linked with them.
_MOVED_BY = {
    "tasks": frozenset(("tasks", "plans", "amendments", "evidence")),
    "establishments": frozenset(("establishments",)),
}
# Changes of these kinds touch what a catalogue offers.
_REWRITTEN_BY = {
    "figure_definitions": ("figure_definitions", "measures"),
}


def shared_options(workplace: Workplace) -> "OptionSource":
    """Return what all screens of a workplace choose from: units and catalogues are read once, not for each screen."""
    made = workplace.findChild(OptionSource, _SHARED)
    if made is None:
        made = OptionSource(workplace)
        made.setObjectName(_SHARED)
    return made


class OptionSource(QObject):
    """Gives the options of a field, read once for each chosen period. It hears of changes before who asks it does."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._held: dict[str, tuple[Option, ...]] = {}
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self._held.clear)

    def of(self, entry_field: Field) -> tuple[Option, ...]:
        key = entry_field.catalogue or entry_field.links or entry_field.kind.value
        if key not in self._held:
            self._held[key] = self._workplace.read(lambda session: self._read(session, entry_field))
        return self._held[key]

    def has(self, entry_field: Field, code: str) -> bool:
        """Return whether a code can be kept: one that is offered, or a unit of the office of another time."""
        if any(item.code == code for item in self.of(entry_field)):
            return True
        if entry_field.kind is not FieldKind.UNIT or not code.isdecimal():
            return False
        return int(code) in self._workplace.read(offices.units_held)

    def seek(self, entry_field: Field, typed: str) -> tuple[Option, ...]:
        """Ask the book for the records that a field of a long register may be linked with."""
        found = self._workplace.read(lambda session: links.seek(session, entry_field.links, typed))
        return tuple(map(_link, found))

    def title(self, entry_field: Field, code: str) -> str:
        """Return what is shown for a kept code; a unit of another time is looked up, an unknown code shows itself."""
        for item in self.of(entry_field):
            if item.code == code:
                return item.title
        if entry_field.kind is FieldKind.UNIT and code.isdecimal():
            return self._workplace.read(lambda session: units.by_id(session, int(code)).name)
        if entry_field.kind is FieldKind.LINK and code.isdecimal():
            return self._workplace.read(lambda session: _linked_title(session, entry_field, int(code)))
        return code

    def are_moved(self, fields: Iterable[Field], changed: str) -> bool:
        """Return whether a change of a kind may have touched records that these fields link with."""
        return any(changed in _MOVED_BY.get(field.links, ()) for field in fields)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == _UNITS:
            self._held.clear()
        for catalogue in _REWRITTEN_BY.get(change.kind, ()):
            self._held.pop(catalogue, None)
        for linked, kinds in _MOVED_BY.items():
            if change.kind in kinds:
                self._held.pop(linked, None)

    def _read(self, session: Session, entry_field: Field) -> tuple[Option, ...]:
        if entry_field.kind is FieldKind.CHOICE:
            return tuple(
                option(item.code, item.title) for item in content.choices(session, entry_field.catalogue)
            )
        if entry_field.kind is FieldKind.LINK:
            linkable = links.options(session, entry_field.links, self._workplace.span)
            return tuple(_link(item) for item in linkable)
        if entry_field.kind is FieldKind.FLAG:
            return (option(FLAG_SET, texts.FLAG_SET), option(FLAG_UNSET, texts.FLAG_UNSET))
        return _units(offices.units_kept(session, self._workplace.span))


def unit_options(found: Sequence[UnitInfo]) -> tuple[Option, ...]:
    """Return units to choose from, in their order; days tell those of one name apart."""
    names = Counter(unit.name for unit in found)
    return tuple(option(str(unit.id), _unit_title(unit, names[unit.name])) for unit in found)


def _units(found: Iterable[UnitInfo]) -> tuple[Option, ...]:
    ordered = sorted(found, key=lambda unit: (-unit.level, sort_key(unit.name), unit.valid_from or date.min))
    return unit_options(ordered)


def _unit_title(unit: UnitInfo, bearers: int) -> str:
    """Write the name of a unit; its days tell it from one of the same name before or after it."""
    if bearers > 1 and unit.valid_to is not None:
        return texts.UNIT_UNTIL.format(name=unit.name, day=day_text(unit.valid_to))
    if bearers > 1 and unit.valid_from is not None:
        return texts.UNIT_SINCE.format(name=unit.name, day=day_text(unit.valid_from))
    return unit.name


def _link(item: "links.Linkable") -> Option:
    whole = texts.LINK_TITLE.format(label=item.label, text=item.text) if item.label else item.text
    whole = texts.LINK_PLACE.format(text=whole, place=item.place) if item.place else whole
    shown = whole if len(whole) <= _MOST_SHOWN else f"{whole[:_MOST_SHOWN].rstrip()}…"
    return Option(str(item.id), shown, item.search)


def _linked_title(session: Session, entry_field: Field, record_id: int) -> str:
    found = links.find(session, entry_field.links, record_id)
    return texts.LINK_GONE if found is None else _link(found).title
