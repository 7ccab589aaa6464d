"""The gate before a plan's records: which state a plan may take, and that an issued one stays as it was issued."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Plan, PlanAmendment
from db.rules.entries import Values
from db.rules.findings import Finding, Refused
from db.rules.plan_states import LOCKED_STATES, NEEDED_TO_ISSUE, locked_findings, state_findings
from db.rules.rights import Right
from db.services import offices, rights
from db.services.entering import links
from db.services.entering.kinds import STORED

_PLANS, _TASKS = "plans", "tasks"


def open_amendment_id(session: Session, plan_id: int) -> int | None:
    """Return the number of the amendment that is being written for a plan, none where there is none."""
    statement = select(PlanAmendment.id).where(
        PlanAmendment.plan_id == plan_id, PlanAmendment.after.is_(None)
    )
    return session.scalar(statement)


def is_locked(session: Session, plan_id: int) -> bool:
    """Return whether a plan is issued or closed and no amendment is open on it."""
    plan = session.get(Plan, plan_id)
    return plan is not None and plan.state in LOCKED_STATES and open_amendment_id(session, plan_id) is None


def refuse_locked(session: Session, plan_id: int, place: str = "") -> None:
    """Raise Refused where only an amendment may change the plan now; `place` is the field that was to be changed."""
    if is_locked(session, plan_id):
        raise Refused([Finding("plan_issued", place)])


def check_new(session: Session, kind: str, values: Values) -> None:
    """Judge a record that is to be added; raises Refused for a part of a locked plan or a plan in a later state."""
    if kind == _PLANS:
        _refuse(state_findings("", str(values["state"]), _printed(session, values)))
    elif STORED[kind].parent == "plan_id":
        refuse_locked(session, _number(values["plan_id"]), STORED[kind].entry.fields[0].key)


def check_change(session: Session, kind: str, record: Any, changes: Mapping[str, Any]) -> None:
    """Judge new values of a record before they are set; raises Refused with a finding for each field in question."""
    changed = {key: value for key, value in changes.items() if getattr(record, key) != value}
    if kind == _PLANS:
        _check_plan(session, record, changed)
    elif STORED[kind].parent == "plan_id" and is_locked(session, record.plan_id):
        _refuse(locked_findings(kind, changed))


def check_place(session: Session, kind: str, record: Any) -> None:
    """Judge a part that is to be moved or removed; raises Refused where its plan is locked."""
    if STORED[kind].parent == "plan_id":
        refuse_locked(session, record.plan_id)


def before_removal(session: Session, kind: str, record: Any) -> None:
    """Judge whether a record may go, and let go of what rests on it: plans made from a plan, activities of tasks."""
    check_place(session, kind, record)
    if kind == _TASKS:
        links.let_go(session, _TASKS, [record.id])
    if kind != _PLANS:
        return
    links.let_go(session, _TASKS, [task.id for task in record.tasks])
    for made in session.scalars(select(Plan).where(Plan.parent_id == record.id)):
        made.parent_id = None
    session.flush()


def _check_plan(session: Session, plan: Plan, changed: Mapping[str, Any]) -> None:
    amended = open_amendment_id(session, plan.id) is not None
    if "state" in changed:
        if {plan.state, changed["state"]} & LOCKED_STATES:
            rights.want(session, Right.APPROVE)
        if amended:
            raise Refused([Finding("amendment_open", "state")])
        held = {field.key: getattr(plan, field.key) for field in STORED[_PLANS].entry.fields}
        after = {**held, **changed}
        _refuse(state_findings(plan.state, changed["state"], _printed(session, after)))
    if plan.state in LOCKED_STATES and not amended:
        _refuse(locked_findings(_PLANS, changed))


def _printed(session: Session, values: Values) -> Values:
    """Return what the paper would say; where the plan itself says nothing, the office's usual names."""
    names = offices.current(session).names
    return {key: values.get(key) or getattr(names, key, None) for key in NEEDED_TO_ISSUE}


def _number(value: Any) -> int:
    return int(value)


def _refuse(findings: Iterable[Finding]) -> None:
    listed = tuple(findings)
    if listed:
        raise Refused(listed)
