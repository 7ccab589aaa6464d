"""Records that stand at units on or after a day: how many of each kind, and what is needed to move them along."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, extract, func, select
from sqlalchemy.orm import Session

from db.records import (
    CommuneModel,
    Establishment,
    Figure,
    Hotspot,
    Inspection,
    Official,
    OutreachActivity,
    Plan,
    Return,
    ScoreSheet,
    Target,
    TargetShare,
    TrainingSession,
    Unit,
)
from db.rules.findings import Finding


@dataclass(frozen=True)
class _Dated:
    """A kind of record at a unit: its class and the column of its day, or of its year."""

    mapped: Any
    day: Any
    by_year: bool = False


@dataclass(frozen=True)
class LateRecord:
    """A record of a day on which its unit had ended."""

    kind: str
    id: int
    unit_id: int
    day: date


# What came about at a unit on a day stands at the unit of that day.
_MOVED: Mapping[str, _Dated] = {
    "outreach": _Dated(OutreachActivity, OutreachActivity.held_on),
    "trainings": _Dated(TrainingSession, TrainingSession.starts_on),
    "officials": _Dated(Official, Official.from_on),
    "establishments": _Dated(Establishment, Establishment.opened_on),
    "inspections": _Dated(Inspection, Inspection.held_on),
    "hotspots": _Dated(Hotspot, Hotspot.found_on),
    "models": _Dated(CommuneModel, CommuneModel.started_year, by_year=True),
    "figures": _Dated(Figure, Figure.first_on),
}


def counts(session: Session, unit_ids: Collection[int], on: date) -> dict[str, int]:
    """Return how many records of each kind at the units are of the day or later; kinds without one are left out."""
    found = {
        kind: session.scalar(
            select(func.count()).select_from(dated.mapped).where(*_since(dated, unit_ids, on))
        )
        for kind, dated in _MOVED.items()
    }
    return {kind: count for kind, count in found.items() if count}


def outlived(session: Session) -> int:
    """Return how many records are of a day on which their unit had ended: they came before the list that ended it."""
    return sum(session.scalar(_outlived(dated, func.count())) or 0 for dated in _MOVED.values())


def late(session: Session) -> tuple[LateRecord, ...]:
    """Return the records that `outlived` counts; what has a year alone is of its first day."""
    return tuple(
        LateRecord(kind, number, unit_id, date(day, 1, 1) if dated.by_year else day)
        for kind, dated in _MOVED.items()
        for number, unit_id, day in session.execute(
            _outlived(dated, dated.mapped.id, dated.mapped.unit_id, dated.day)
        )
    )


def naming(session: Session, unit_ids: Collection[int], on: date) -> dict[str, int]:
    """Return how many plans, numbers handed down, scores and returns of the day's year or later name the units."""
    shares = select(TargetShare.id).join(Target).join(Plan).where(TargetShare.unit_id.in_(unit_ids))
    asked = {
        "plans": select(Plan.id).where(Plan.unit_id.in_(unit_ids), Plan.last_year >= on.year),
        "target_shares": shares.where(Plan.last_year >= on.year),
        "scores": select(ScoreSheet.id).where(ScoreSheet.unit_id.in_(unit_ids), ScoreSheet.year >= on.year),
        "returns": select(Return.id).where(Return.unit_id.in_(unit_ids), Return.period >= str(on.year)),
    }
    found = {
        kind: session.scalar(select(func.count()).select_from(which.subquery()))
        for kind, which in asked.items()
    }
    return {kind: count for kind, count in found.items() if count}


def move(session: Session, homes: Mapping[int, int], on: date) -> None:
    """Let the records of the day or later stand at the unit that took over theirs."""
    for dated in _MOVED.values():
        for record in session.scalars(select(dated.mapped).where(*_since(dated, homes, on))):
            record.unit_id = homes[record.unit_id]
    session.flush()


def move_each(session: Session, homes: Mapping[LateRecord, int]) -> None:
    """Let each of the records stand at a unit of its own."""
    for kind, dated in _MOVED.items():
        places = {record.id: home for record, home in homes.items() if record.kind == kind}
        for found in session.scalars(_outlived(dated, dated.mapped)) if places else ():
            found.unit_id = places.get(found.id, found.unit_id)
    session.flush()


def twice(session: Session, homes: Mapping[int, int], on: date) -> tuple[Finding, ...]:
    """Find figures of one period that would stand twice at one unit: which of them counts is not for us to say."""
    units = {*homes, *homes.values()}
    wanted = (Figure.unit_id.in_(units), Figure.last_on >= on)
    rows = session.execute(
        select(Figure.definition, Figure.unit_id, Figure.first_on, Figure.last_on).where(*wanted)
    )
    seen: dict[tuple[str, int], list[tuple[date, date]]] = {}
    count = 0
    for definition, unit_id, first, last in rows:
        home = homes.get(unit_id, unit_id) if first >= on else unit_id
        others = seen.setdefault((definition, home), [])
        count += any(first <= end and begin <= last for begin, end in others)
        others.append((first, last))
    return (Finding("change_figures_twice", "sources", str(count)),) if count else ()


def _outlived(dated: _Dated, *columns: Any) -> Select[Any]:
    ended: Any = extract("year", Unit.valid_to) if dated.by_year else Unit.valid_to
    named = select(*columns).select_from(dated.mapped).join(Unit, Unit.id == dated.mapped.unit_id)
    return named.where(dated.day > ended)


def _since(dated: _Dated, unit_ids: Iterable[int], on: date) -> tuple[ColumnElement[bool], ...]:
    since: Any = on
    if dated.by_year:
        since = on.year + (on > date(on.year, 1, 1))
    return dated.mapped.unit_id.in_(list(unit_ids)), dated.day >= since
