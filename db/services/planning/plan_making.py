"""A new plan from a shipped skeleton, from an older plan, or from the year's slice of a plan of several years."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from db.records import Plan, Target, TargetShare, TargetYear, Unit
from db.records.base import Base, Kept
from db.rules.entries import Values
from db.rules.findings import Finding, Refused
from db.rules.plan_years import Shift, StaleYear, shifted_day, stale_years, with_replaced
from db.services import content
from db.services.entering import entries
from db.services.entering.entries import Gone
from db.services.entering.kinds import STORED
from db.services.units import valid_during

SKELETON = "skeleton"
USUAL_SKELETON = "year_plan"
# What of an older plan is said again; number, day and state are the new plan's own.
_PLAN_KEYS = (
    "kind",
    "scheme",
    "grounds",
    "recipients",
    "authority",
    "signatory_post",
    "signatory_name",
    "symbol",
)
_NEW_TASK: Mapping[str, Any] = {"state": "planned", "done_on": None, "money_spent": None, "note": None}
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "plans": ("subject", "grounds", "recipients"),
    "sections": ("text",),
    "targets": ("text",),
    "tasks": ("group", "content", "product"),
}


@dataclass(frozen=True)
class StaleText:
    """A stale year in a text of the older plan: which kind of record and field, where in the list, the whole text."""

    kind: str
    record_id: int
    key: str
    at: int
    text: str
    stale: StaleYear


def from_skeleton(session: Session, code: str, *, subject: str, year: int, on: date) -> int:
    """Make a draft of a year with the headings of a skeleton that holds on a day; raises Unknown, or Refused."""
    values: Values = {"subject": subject, "first_year": year, "last_year": year, "state": "draft"}
    made = entries.add(session, "plans", values)
    add_skeleton(session, made, code, on=on)
    return made


def add_skeleton(session: Session, plan_id: int, code: str, *, on: date) -> None:
    """Add the headings of a skeleton to the end of a plan; raises Unknown, or Refused."""
    for section in content.in_force(session, SKELETON, code, on).body["section"]:
        values = {"plan_id": plan_id, "shape": section["shape"], "text": section.get("text")}
        entries.add(session, "sections", values)


def stale_texts(session: Session, plan_id: int, *, first_year: int) -> tuple[StaleText, ...]:
    """Return the years in a plan's texts that would be stale in a plan made from it; raises Gone."""
    return tuple(_stale_texts(session, _plan(session, plan_id), first_year))


def from_plan(
    session: Session, plan_id: int, *, first_year: int, accepted: Collection[StaleText] = ()
) -> int:
    """Make a draft from a plan: its texts, targets and tasks, days moved by whole years; raises Gone.

    A text is changed only where a stale year was accepted. Progress and hand-kept values are not copied.
    """
    old = _plan(session, plan_id)
    copy = _Copy(first_year - old.first_year, _by_record(accepted))
    values = copy.texts("plans", old) | {key: getattr(old, key) for key in _PLAN_KEYS}
    for key in ("grounds", "recipients"):
        values[key] = copy.text("plans", old, key)
    values |= {"first_year": first_year, "last_year": old.last_year + copy.years, "state": "draft"}
    made = entries.add(session, "plans", values)
    _copy_parts(session, old, made, copy)
    return made


def from_years(session: Session, plan_id: int, *, subject: str, year: int, on: date) -> int:
    """Make a draft of one year of a plan of several: the usual headings, and each target with that year's slice.

    A target that has slices, but none of that year, is left out; one without slices stays as it is. Raises Refused
    where the year is not one of the plan's, or Gone.
    """
    whole = _plan(session, plan_id)
    if not whole.first_year <= year <= whole.last_year:
        facts = {"first": str(whole.first_year), "last": str(whole.last_year)}
        raise Refused([Finding("year_not_in_plan", "", str(year), facts)])
    made = from_skeleton(session, USUAL_SKELETON, subject=subject, year=year, on=on)
    session.get_one(Plan, made).parent_id = plan_id
    for target in whole.targets:
        slices = {slice_.year: slice_.value for slice_ in target.years}
        if not slices or year in slices:
            _add_slice(session, made, target, slices.get(year))
    session.flush()
    return made


@dataclass(frozen=True)
class _Copy:
    """How an older plan is copied: on by how many years, with which accepted years by kind, record and field."""

    years: int
    accepted: Mapping[tuple[str, int, str], list[StaleYear]]

    def text(self, kind: str, record: Any, key: str) -> Any:
        text = getattr(record, key)
        return text and with_replaced(text, self.accepted.get((kind, record.id, key), ()))

    def texts(self, kind: str, record: Any) -> dict[str, Any]:
        return {key: self.text(kind, record, key) for key in _TEXTS[kind]}

    def day(self, day: date | None) -> date | None:
        return day and shifted_day(day, self.years)


def _plan(session: Session, plan_id: int) -> Plan:
    plan = session.get(Plan, plan_id)
    if plan is None:
        raise Gone("plans", plan_id)
    return plan


def _stale_texts(session: Session, plan: Plan, first_year: int) -> Iterator[StaleText]:
    shift = Shift(plan.first_year, plan.last_year, first_year - plan.first_year)
    parts: tuple[tuple[str, list[Any]], ...] = (
        ("plans", [plan]),
        ("sections", list(plan.sections)),
        ("targets", list(plan.targets)),
        ("tasks", list(plan.tasks)),
    )
    for kind, records in parts:
        for at, record in enumerate(records, start=1):
            for key in _TEXTS[kind]:
                text = getattr(record, key) or ""
                for stale in stale_years(text, shift):
                    yield StaleText(kind, record.id, key, at, text, stale)


def _by_record(accepted: Collection[StaleText]) -> dict[tuple[str, int, str], list[StaleYear]]:
    found: dict[tuple[str, int, str], list[StaleYear]] = {}
    for item in accepted:
        found.setdefault((item.kind, item.record_id, item.key), []).append(item.stale)
    return found


def _copy_parts(session: Session, old: Plan, made: int, copy: _Copy) -> None:
    for section in old.sections:
        _add_copy(session, "sections", section, made, copy.texts("sections", section))
    for target in old.targets:
        copied = _add_copy(session, "targets", target, made, copy.texts("targets", target))
        _copy_slices(session, target, copied, copy.years)
        _copy_shares(session, target, copied, old.first_year + copy.years)
    for task in old.tasks:
        days = {key: copy.day(getattr(task, key)) for key in ("starts_on", "ends_on")}
        _add_copy(session, "tasks", task, made, copy.texts("tasks", task) | days | dict(_NEW_TASK))


def _add_copy(session: Session, kind: str, record: Any, plan_id: int, changes: Mapping[str, Any]) -> int:
    keys = [field.key for field in STORED[kind].entry.fields]
    typed = {**{key: getattr(record, key) for key in keys}, **changes}
    made = entries.add(session, kind, {**typed, "plan_id": plan_id})
    _copy_rest(
        session, STORED[kind].record, record, made, frozenset((*typed, "id", "plan_id", "position", "search"))
    )
    return made


def _copy_rest(session: Session, mapped: type[Base], record: Any, made: int, known: frozenset[str]) -> None:
    """Copy what no form shows but belongs to the plan, such as how a task recurs."""
    stamps = frozenset(key for key in Kept.__annotations__)
    copied: Any = session.get_one(mapped, made)
    for attribute in inspect(mapped).column_attrs:
        if attribute.key not in known | stamps:
            setattr(copied, attribute.key, getattr(record, attribute.key))
    session.flush()


def _copy_slices(session: Session, target: Target, copied: int, years: int) -> None:
    session.add_all(
        TargetYear(target_id=copied, year=item.year + years, value=item.value) for item in target.years
    )
    session.flush()


def _copy_shares(session: Session, target: Target, copied: int, year: int) -> None:
    """Copy the communes' shares; a commune that is no more in the new year has none."""
    there: Any = valid_during(date(year, 1, 1), date(year, 12, 31))
    known = set(session.scalars(select(Unit.id).where(there)))
    session.add_all(
        TargetShare(target_id=copied, unit_id=share.unit_id, value=share.value)
        for share in target.shares
        if share.unit_id in known
    )
    session.flush()


def _add_slice(session: Session, plan_id: int, target: Target, value: Decimal | None) -> None:
    changes: dict[str, Any] = {} if value is None else {"value": value, "value_to": None}
    if value is not None and target.operator == "between":
        changes["operator"] = "at_least"
    _add_copy(session, "targets", target, plan_id, changes)
