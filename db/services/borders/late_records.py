"""Records that were typed in before the list came that ended their unit: where they go, and how they get there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Figure, Unit
from db.rules.stand_ins import CodedUnit, StandIns
from db.services import offices
from db.services.borders import dated_records, stand_ins
from db.services.borders.dated_records import LateRecord
from db.services.entering.lists_once import reading_lists_once


class Stays(StrEnum):
    """Why records stay at a unit that had ended.

    Its place went in `PARTS`, or is held by several; `UNKNOWN`: no succession tells where; `ELSEWHERE`: to a unit of
    another book; `TWICE`: figures of a period of which the other unit would have two.
    """

    PARTS = "parts"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    TWICE = "twice"


@dataclass(frozen=True)
class LateGroup:
    """Records of an ended unit, by kind, that go to one unit or stay for one reason; `units` are who stood there."""

    old: CodedUnit
    units: tuple[CodedUnit, ...]
    stays: Stays | None
    counts: Mapping[str, int]


@dataclass(frozen=True)
class LateRecords:
    """All of them: by old and new unit what moves first, then what stays.

    `office` is the unit of the book, where that ended and what moves will be none of its own.
    """

    groups: tuple[LateGroup, ...] = ()
    office: str = ""

    @property
    def moving(self) -> int:
        """Return how many records can be moved."""
        return sum(sum(group.counts.values()) for group in self.groups if group.stays is None)

    @property
    def staying(self) -> int:
        """Return how many stay at the unit that had ended."""
        return sum(sum(group.counts.values()) for group in self.groups if group.stays is not None)


@dataclass(frozen=True)
class _Fate:
    units: tuple[CodedUnit, ...]
    stays: Stays | None = None


def listed(session: Session) -> LateRecords:
    """Tell what would move and what would stay; nothing is written."""
    return _grouped(session, _fates(session))


def move(session: Session) -> LateRecords:
    """Let every record whose place went whole into one unit stand at it; return what moved and what stays."""
    fates = _fates(session)
    told = _grouped(session, fates)
    dated_records.move_each(session, _homes(fates))
    return told


def _fates(session: Session) -> dict[LateRecord, _Fate]:
    late, held = dated_records.late(session), offices.units_held(session)
    with reading_lists_once(session):
        fates = {record: _fate(stand_ins.of(session, record.unit_id, record.day), held) for record in late}
    twice = _twice(session, _homes(fates))
    return fates | {record: _Fate(fates[record].units, Stays.TWICE) for record in twice}


def _fate(found: StandIns, held: frozenset[int]) -> _Fate:
    if not found.units:
        return _Fate((), Stays.UNKNOWN)
    if not found.is_sure:
        return _Fate(found.units, Stays.PARTS)
    return _Fate(found.units, None if found.units[0].id in held else Stays.ELSEWHERE)


def _homes(fates: Mapping[LateRecord, _Fate]) -> dict[LateRecord, int]:
    return {record: fate.units[0].id for record, fate in fates.items() if fate.stays is None}


def _twice(session: Session, homes: Mapping[LateRecord, int]) -> Iterator[LateRecord]:
    """Yield figures of days of which their new unit would have another: which of them counts is not for us to say."""
    moved = {record.id: record for record in homes if record.kind == "figures"}
    places = {number: homes[record] for number, record in moved.items()}
    beside: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    there = {*places.values(), *(record.unit_id for record in moved.values())}
    for figure in session.scalars(select(Figure).where(Figure.unit_id.in_(there))):
        beside[figure.definition, places.get(figure.id, figure.unit_id)].append(figure)
    for figures in beside.values():
        for figure in figures:
            if figure.id in moved and _overlaps(figure, figures):
                yield moved[figure.id]


def _overlaps(figure: Figure, others: Iterable[Figure]) -> bool:
    return any(
        other is not figure and figure.first_on <= other.last_on and other.first_on <= figure.last_on
        for other in others
    )


def _grouped(session: Session, fates: Mapping[LateRecord, _Fate]) -> LateRecords:
    counts: dict[tuple[int, _Fate], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for record, fate in fates.items():
        counts[record.unit_id, fate][record.kind] += 1
    old = _units(session, {unit_id for unit_id, _ in counts})
    groups = [
        LateGroup(old[number], fate.units, fate.stays, dict(kinds))
        for (number, fate), kinds in counts.items()
    ]
    unit = offices.current(session).unit
    return LateRecords(tuple(sorted(groups, key=_order)), unit.name if groups and unit.valid_to else "")


def _order(group: LateGroup) -> tuple[bool, str, str, str]:
    return (
        group.stays is not None,
        group.old.code,
        group.units[0].code if group.units else "",
        group.stays or "",
    )


def _units(session: Session, unit_ids: set[int]) -> dict[int, CodedUnit]:
    found = session.scalars(select(Unit).where(Unit.id.in_(unit_ids)))
    return {
        unit.id: CodedUnit(
            unit.id, unit.name, unit.level, unit.parent_id, unit.valid_from, unit.valid_to, unit.code
        )
        for unit in found
    }
