"""What the words of a list are looked up in: the office's units of all times, catalogues, registers."""

from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.rules.entries import FieldKind
from db.rules.imports.codes import UNDECIDED, CodeDay
from db.rules.imports.names import Choices, NamedRecords, Person, UnitNames, named_unit, unit_label
from db.rules.imports.rows import Lists
from db.rules.imports.sheets import ImportSheet
from db.rules.imports.template_lists import TemplateLists
from db.rules.periods import Span
from db.services import content, offices, units
from db.services.borders import stand_ins
from db.services.entering.kinds import STORED, column

_EVER = Span(date.min, date.max, date.max.year)
_LINKED = ("officials", "establishments")


def lists_for(session: Session, sheet: ImportSheet, today: date, codes: CodeDay = UNDECIDED) -> Lists:
    """Return the lists that the rows of a sheet need; `today` reads two digits of a year."""
    office = offices.current(session)
    catalogues = {item.field.catalogue for item in sheet.columns if item.field.kind is FieldKind.CHOICE}
    return Lists(
        units=UnitNames(
            (
                named_unit(unit.id, unit.code, unit.name, unit.valid_from, unit.valid_to)
                for unit in offices.units_kept(session, _EVER)
            ),
            partial(stand_ins.of_kept, session),
            codes,
        ),
        choices={name: Choices(_titles(session, name)) for name in catalogues},
        links={kind: NamedRecords(_people(session, kind)) for kind in _LINKED},
        cut_off=office.cut_off,
        today=today,
    )


def template_lists(session: Session, sheet: ImportSheet, today: date) -> TemplateLists:
    """Return what can be chosen in a template: the office's units of a day, its own list of them, and catalogues."""
    office = offices.current(session)
    listed = units.below(session, office.unit.id, Span(today, today, today.year))
    kinds = {item.field.catalogue for item in sheet.columns if item.field.kind is FieldKind.CHOICE}
    return TemplateLists(
        {name: tuple(_titles(session, name).values()) for name in kinds},
        tuple(unit_label(unit.code, unit.name) for unit in listed),
        {kind: tuple(person.name for person in _people(session, kind)) for kind in _LINKED},
        units.list_day(session, today),
    )


def _titles(session: Session, catalogue: str) -> dict[str, str]:
    return content.titles(content.choices(session, catalogue))


def _people(session: Session, kind: str) -> list[Person]:
    record = STORED[kind].record
    statement: Any = select(*(column(record, key) for key in ("id", "name", "unit_id")))
    return [Person(*row) for row in session.execute(statement)]
