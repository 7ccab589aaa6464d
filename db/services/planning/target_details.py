"""What stands behind a target: its yearly slices, its shares handed down to communes, its values kept by hand."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Plan, Target, TargetShare, TargetValue, TargetYear
from db.rules.findings import Finding
from db.rules.formats import Number, number_text
from db.rules.measures import MeasureKind, ratio
from db.rules.periods import Period
from db.rules.successions import Gap, GapKind
from db.rules.target_days import target_days
from db.rules.targets import TargetKind
from db.rules.units import Level
from db.services import offices, units
from db.services.borders import unit_days
from db.services.entering.entries import Gone
from db.services.measuring import measures
from db.services.measuring.looking import Looking, UnitHomes
from db.services.planning import plan_gate, plans
from db.services.planning.plans import TargetInfo
from db.services.planning.target_facts import TargetFacts

_Detail = TargetYear | TargetShare | TargetValue
_PER_CENT = 100
_ENDS = {3: "Q1", 6: "H1", 9: "9M", 12: ""}
# What adds up over communes: a count of something that itself adds up.
_COUNTED = (TargetKind.COUNT, TargetKind.RANGE)
_ADDS_UP = (MeasureKind.FLOW, MeasureKind.STOCK)


@dataclass(frozen=True)
class YearSlice:
    """What a target of several years asks for in a year, or by its end where the years are counted together."""

    year: int
    value: Decimal | None


@dataclass(frozen=True)
class CommuneShare:
    """What a target asks of a commune, what the commune did since the start of the year, in per cent of it.

    A `gap` tells why a commune of the chosen borders has no numbers of its own.
    """

    unit_id: int
    name: str
    value: Decimal | None
    done: Number | None
    share: Decimal | None
    gap: Gap | None = None


@dataclass(frozen=True)
class KeptValue:
    """What was done since the start of the year by the end of a period, kept by hand."""

    period: str
    value: Decimal | None


def find(session: Session, target_id: int) -> TargetInfo:
    """Return a target; raises Gone."""
    plan_id = _target(session, target_id).plan_id
    return next(item for item in plans.targets_of_plan(session, plan_id) if item.id == target_id)


def years(session: Session, target_id: int) -> tuple[YearSlice, ...]:
    """Return the slice of each year of the target's plan, in order; raises Gone."""
    wanted = find(session, target_id).wanted
    listed = range(wanted.first_year, wanted.last_year + 1)
    return tuple(YearSlice(year, wanted.slices.get(year)) for year in listed)


def set_year(session: Session, target_id: int, year: int, value: Decimal | None) -> None:
    """Keep what a target asks for in a year, or nothing; raises Gone, and Refused where only an amendment may do so."""
    plan_gate.refuse_locked(session, _target(session, target_id).plan_id)
    held = session.scalar(
        select(TargetYear).where(TargetYear.target_id == target_id, TargetYear.year == year)
    )
    _keep(session, held, TargetYear(target_id=target_id, year=year), value)


def shares(
    session: Session, target_id: int, period: Period, today: date, borders: date | None = None
) -> tuple[CommuneShare, ...]:
    """Return what each commune below the office is asked for and did by the end of a period; raises Gone.

    Where `borders` names a day, they are its communes; what was asked of communes that became one adds up where it
    must add up over all of them.
    """
    office, target = offices.current(session), find(session, target_id)
    days = target_days(target.wanted, period, office.cut_off, today)
    own = office.unit.id
    facts = TargetFacts(session, [(target, days)], unit_id=own, cut_off=office.cut_off, borders=borders)
    done, gaps, span = facts.by_unit(target, days), facts.gaps(target, days), period.span(office.cut_off)
    seen = Looking(session, unit_id=own, day=borders).homes(days.counted) if borders else None
    communes = units.by_ids(session, seen.scope) if seen else units.below(session, own, span)
    asked = _shares(session, target_id)
    if seen:
        asked, gaps = _asked_in(asked, seen, gaps, adds_up=_must_add_up(session, target))
    return tuple(
        CommuneShare(
            unit.id,
            unit.name,
            asked.get(unit.id),
            None if unit.id in gaps else done.get(unit.id),
            ratio(done.get(unit.id), asked.get(unit.id), _PER_CENT),
            gaps.get(unit.id),
        )
        for unit in communes
        if unit.level == Level.COMMUNE
    )


def _asked_in(
    asked: Mapping[int, Decimal], seen: UnitHomes, gaps: Mapping[int, Gap], *, adds_up: bool
) -> tuple[dict[int, Decimal], Mapping[int, Gap]]:
    """Return what is asked of the units of a day, and why some have no number."""
    parts: dict[int, list[Decimal]] = defaultdict(list)
    for unit, value in asked.items():
        parts[seen.homes.get(unit, 0)].append(value)
    mixed = {} if adds_up else {home: _joined(seen, home) for home, held in parts.items() if len(held) > 1}
    told = {**mixed, **seen.gaps, **gaps}
    return {home: sum(held, Decimal(0)) for home, held in parts.items() if home not in told}, told


def _joined(seen: UnitHomes, home: int) -> Gap:
    return Gap(GapKind.JOINED, (seen.names[home],))


def set_share(session: Session, target_id: int, unit_id: int, value: Decimal | None) -> None:
    """Keep what a target asks of a commune, or nothing; an issued plan may still be handed down.

    Raises Gone, and Refused for a commune that was not there in any year of the plan.
    """
    plan = session.get_one(Plan, _target(session, target_id).plan_id)
    if value is not None:
        unit_days.refuse_other_years(session, unit_id, plan.first_year, plan.last_year)
    held = session.scalar(
        select(TargetShare).where(TargetShare.target_id == target_id, TargetShare.unit_id == unit_id)
    )
    _keep(session, held, TargetShare(target_id=target_id, unit_id=unit_id), value)


def check_shares(session: Session, target_id: int) -> Finding | None:
    """Say where the communes' numbers do not add up to the target's, though they must; raises Gone.

    They must for a count of what adds up over communes, kept by hand or by a measure that is a flow or a stock.
    """
    target, asked = find(session, target_id), _shares(session, target_id)
    planned, handed = target.goal.value, sum(asked.values())
    if not asked or planned is None or handed == planned or not _must_add_up(session, target):
        return None
    return Finding("shares_differ", "shares", number_text(handed), {"planned": number_text(planned)})


def values(session: Session, target_id: int, year: int) -> tuple[KeptValue, ...]:
    """Return the values kept by hand in a year, one an end of a month, in order; raises Gone.

    The ends of quarters bear the names under which they are reported: Q1, H1, 9M, the year.
    """
    kept = find(session, target_id).kept
    labels = (f"{year}-{_ENDS.get(month, f'{month:02d}')}".rstrip("-") for month in range(1, 13))
    return tuple(KeptValue(label, kept.get(label)) for label in labels)


def set_value(session: Session, target_id: int, period: str, value: Decimal | None) -> None:
    """Keep by hand what was done since the start of the year by the end of a period, or nothing; raises Gone."""
    _target(session, target_id)
    held = session.scalar(
        select(TargetValue).where(TargetValue.target_id == target_id, TargetValue.period == period)
    )
    _keep(session, held, TargetValue(target_id=target_id, period=period), value)


def _target(session: Session, target_id: int) -> Target:
    target = session.get(Target, target_id)
    if target is None:
        raise Gone("targets", target_id)
    return target


def _shares(session: Session, target_id: int) -> dict[int, Decimal]:
    held = session.scalars(select(TargetShare).where(TargetShare.target_id == target_id))
    return {share.unit_id: share.value for share in held}


def _must_add_up(session: Session, target: TargetInfo) -> bool:
    if target.goal.kind not in _COUNTED or target.denominator:
        return False
    return not target.measure or measures.refer(session, target.measure).measure.kind in _ADDS_UP


def _keep(session: Session, held: _Detail | None, new: _Detail, value: Decimal | None) -> None:
    row = held or new
    if value is None:
        if held is not None:
            session.delete(held)
    else:
        row.value = value
        session.add(row)
    session.flush()
