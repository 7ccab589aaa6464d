"""Amendments: an issued plan is opened, edited, and issued again with what changed, or brought back as it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Plan, PlanAmendment
from db.rules.entries import Values, check_values
from db.rules.entry_kinds import AMENDMENT
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.plan_changes import PlanChange, changes_between, paper_changes
from db.rules.plan_paper import AmendmentPaper, IssuedPlan, PaperSignatory
from db.rules.plan_states import ISSUED
from db.rules.rights import Right
from db.services import office_names, offices, rights
from db.services.entering.entries import Gone
from db.services.offices import OfficeNames
from db.services.planning import plan_gate, plan_snapshots


@dataclass(frozen=True)
class AmendmentInfo:
    """An amendment of a plan and what it changes; an open one is compared with the plan as it stands."""

    id: int
    plan_id: int
    ordinal: int
    number: int | None
    symbol: str
    issued_on: date | None
    reason: str
    is_open: bool
    changes: tuple[PlanChange, ...]


def of_plan(session: Session, plan_id: int) -> tuple[AmendmentInfo, ...]:
    """Return the amendments of a plan, the first one first."""
    return tuple(
        AmendmentInfo(
            record.id,
            plan_id,
            ordinal,
            record.number,
            record.symbol or offices.current(session).names.symbol,
            record.issued_on,
            record.reason or "",
            record.after is None,
            _changes(session, record),
        )
        for ordinal, record in enumerate(_of_plan(session, plan_id), start=1)
    )


def begin(session: Session, plan_id: int) -> int:
    """Open an amendment on an issued plan and return its number; the plan may be edited until it is issued or dropped.

    Raises Refused where the plan is not issued or has an open amendment already, Gone where it is gone.
    """
    plan = session.get(Plan, plan_id)
    if plan is None:
        raise Gone("plans", plan_id)
    if plan.state != ISSUED:
        raise Refused([Finding("amendment_needs_issued")])
    if plan_gate.open_amendment_id(session, plan_id) is not None:
        raise Refused([Finding("amendment_open")])
    record = PlanAmendment(plan_id=plan_id, before=plan_snapshots.taken(session, plan_id))
    session.add(record)
    session.flush()
    return record.id


def issue(session: Session, amendment_id: int, values: Values) -> None:
    """Issue an open amendment with number, symbol (the office's where blank), day and reason.

    Raises Refused where a value is missing, the day is before the plan's, or nothing was changed; Gone; or NotAllowed.
    """
    rights.want(session, Right.APPROVE)
    record = _open(session, amendment_id)
    findings = [*check_values(AMENDMENT, values), *_too_early(record, values)]
    if not _changes(session, record):
        findings.append(Finding("amendment_empty", "reason"))
    if findings:
        raise Refused(findings)
    for key in ("number", "symbol", "issued_on", "reason"):
        setattr(record, key, values.get(key))
    record.after = plan_snapshots.taken(session, record.plan_id)
    session.flush()


def drop(session: Session, amendment_id: int) -> None:
    """Give an open amendment up: the plan says again what it said before; raises Refused, or Gone."""
    record = _open(session, amendment_id)
    plan_snapshots.restore(session, record.plan_id, record.before)
    session.delete(record)
    session.flush()


def paper(session: Session, amendment_id: int) -> AmendmentPaper:
    """Return an amendment as it goes to paper, with the names of its day; an open one has blanks for number and day.

    Raises Gone.
    """
    record = _record(session, amendment_id)
    before = plan_snapshots.plan_of(record.before)
    after = plan_snapshots.plan_of(_after(session, record))
    office = offices.current(session)
    names = office_names.on_day(session, record.issued_on, before["unit_id"])
    names_before = office_names.on_day(session, before["issued_on"], before["unit_id"])
    known = [item.id for item in _of_plan(session, record.plan_id)]
    return AmendmentPaper(
        parent_agency=names.parent_agency,
        issuing_agency=names.issuing_agency,
        place=names.place,
        symbol=record.symbol or names.symbol,
        amended=_issued_plan(before, names_before),
        signatory=_signatory(after, names),
        changes=paper_changes(_changes(session, record)),
        ordinal=known.index(record.id) + 1,
        number=record.number,
        issued_on=record.issued_on,
        grounds=tuple(_lines(record.reason)),
        recipients=tuple(_lines(after["recipients"])),
        sample=office.sample,
    )


def _issued_plan(plan: Mapping[str, Any], names: OfficeNames) -> IssuedPlan:
    symbol = plan["symbol"] or names.symbol
    return IssuedPlan(plan["number"], symbol, plan["issued_on"], plan["subject"])


def _signatory(plan: Mapping[str, Any], names: OfficeNames) -> PaperSignatory:
    return PaperSignatory(
        plan["authority"] or names.authority,
        plan["signatory_post"] or names.signatory_post,
        plan["signatory_name"] or names.signatory_name,
    )


def _of_plan(session: Session, plan_id: int) -> list[PlanAmendment]:
    statement = select(PlanAmendment).where(PlanAmendment.plan_id == plan_id).order_by(PlanAmendment.id)
    return list(session.scalars(statement))


def _record(session: Session, amendment_id: int) -> PlanAmendment:
    record = session.get(PlanAmendment, amendment_id)
    if record is None:
        raise Gone("amendments", amendment_id)
    return record


def _open(session: Session, amendment_id: int) -> PlanAmendment:
    record = _record(session, amendment_id)
    if record.after is not None:
        raise Refused([Finding("amendment_issued", "number")])
    return record


def _too_early(record: PlanAmendment, values: Values) -> Iterator[Finding]:
    day, plan_day = values.get("issued_on"), plan_snapshots.plan_of(record.before)["issued_on"]
    if isinstance(day, date) and plan_day is not None and day < plan_day:
        yield Finding("amendment_before_plan", "issued_on", day_text(day), {"issued": day_text(plan_day)})


def _changes(session: Session, record: PlanAmendment) -> tuple[PlanChange, ...]:
    before = plan_snapshots.words(record.before)
    return changes_between(before, plan_snapshots.words(_after(session, record)))


def _after(session: Session, record: PlanAmendment) -> str:
    return record.after or plan_snapshots.taken(session, record.plan_id)


def _lines(text: str | None) -> Iterator[str]:
    return (line for line in (text or "").splitlines() if line.strip())
