"""What can be chosen in a field: entries of a catalogue, units below the office."""

from db.rules.entries import Field, FieldKind
from db.rules.text import sort_key
from db.services import content, units
from db.sessions import Session
from ui.common.choosing import Option, option
from ui.common.workplace import Workplace


class OptionSource:
    """Gives the options of a field, read once for each chosen period."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._held: dict[str, tuple[Option, ...]] = {}

    def of(self, entry_field: Field) -> tuple[Option, ...]:
        key = entry_field.catalogue or entry_field.kind.value
        if key not in self._held:
            self._held[key] = self._workplace.read(lambda session: self._read(session, entry_field))
        return self._held[key]

    def forget(self) -> None:
        self._held.clear()

    def title(self, entry_field: Field, code: str) -> str:
        """Return what is shown for a kept code; a unit of another time is looked up, an unknown code shows itself."""
        for item in self.of(entry_field):
            if item.code == code:
                return item.title
        if entry_field.kind is FieldKind.UNIT and code.isdecimal():
            return self._workplace.read(lambda session: units.by_id(session, int(code)).name)
        return code

    def _read(self, session: Session, entry_field: Field) -> tuple[Option, ...]:
        if entry_field.kind is FieldKind.CHOICE:
            return tuple(
                option(item.code, item.title) for item in content.choices(session, entry_field.catalogue)
            )
        found = units.below(session, self._workplace.office.unit.id, self._workplace.span)
        ordered = sorted(found, key=lambda unit: (-unit.level, sort_key(unit.name)))
        return tuple(option(str(unit.id), unit.name) for unit in ordered)
