"""What is said of records that outlive their unit, line by line; the command line tells it too. No Qt."""

from db.rules.formats import number_text
from db.rules.stand_ins import CodedUnit
from db.services.borders.late_records import LateGroup, LateRecords
from ui.successions import late_texts as texts
from ui.unit_changes.preview_words import counted


def told(found: LateRecords) -> str:
    """Say how many there are, and how many can be moved."""
    if not found.groups:
        return texts.NONE
    return texts.TOLD.format(
        count=number_text(found.moving + found.staying),
        moving=number_text(found.moving),
        staying=number_text(found.staying),
    )


def lines(found: LateRecords) -> list[str]:
    """Say of each old unit where its records go, and what becomes of the numbers of an office that ended."""
    ended = [texts.ENDED.format(office=found.office)] if found.office and found.moving else []
    return [*ended, *map(_line, found.groups)]


def moved(found: LateRecords) -> str:
    """Say how many were moved, and how many stay."""
    if not found.groups:
        return texts.NONE
    return texts.MOVED.format(moving=number_text(found.moving), staying=number_text(found.staying))


def _line(group: LateGroup) -> str:
    old, units = _named(group.old), ", ".join(map(_named, group.units))
    records = counted(group.counts)
    if group.stays is None:
        return texts.MOVES.format(old=old, new=units, records=records)
    return texts.STAYS.format(old=old, records=records, why=texts.WHY[group.stays].format(units=units))


def _named(unit: CodedUnit) -> str:
    return texts.UNIT.format(name=unit.name, code=unit.code)
