"""Add, change, move and remove the records that are typed in. Every kind goes the same way."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.rules.entries import FieldKind, Values, check_values
from db.rules.findings import Finding, Refused, Unknown
from db.rules.periods import parse_period
from db.services import content, offices
from db.services.borders import unit_days
from db.services.entering import links, many_rows, record_checks
from db.services.entering.kinds import STORED, Stored, column, row_values
from db.services.entering.lists_once import once, reading_lists_once
from db.services.measuring import measures
from db.services.planning import plan_gate
from db.services.searching import search_words

_STEP = 10
# So many new records are held in memory at a time.
_AT_A_TIME = 1_000
_USUAL = {"tasks": {"repeats": "once"}}
OnRefused = Callable[[int, Refused], None]


class Gone(Exception):
    """The record is no longer there."""

    def __init__(self, kind: str, record_id: int) -> None:
        self.kind = kind
        self.record_id = record_id
        super().__init__(f"{kind} {record_id} is gone")


def add(session: Session, kind: str, values: Values) -> int:
    """Store a new record and return its number; raises Refused with every finding, Gone where its parent is gone."""
    record = _made(session, kind, values)
    session.add(record)
    session.flush()
    return int(record.id)


def add_many(
    session: Session, kind: str, rows: Iterable[Values], on_refused: OnRefused | None = None
) -> Iterator[int]:
    """Store new records one after the other and yield their numbers, a thousand at a time.

    Each is judged as `add` does; what is refused is raised as Refused, or told to `on_refused` with the row's place
    from 0 and left out.
    """
    left = enumerate(rows)
    with reading_lists_once(session):
        while chunk := list(islice(left, _AT_A_TIME)):
            judged = _judged_rows(session, kind, chunk, on_refused or _raise)
            yield from _add_rows(session, STORED[kind], judged)


def change(session: Session, kind: str, record_id: int, values: Values) -> None:
    """Change the given fields of a record; raises Refused with every finding, or Gone."""
    stored = STORED[kind]
    record = _record(session, stored, record_id)
    changed = {**values, **_derived(session, kind, values, getattr(record, "period", ""))}
    complete = {**row_values(stored, record), **changed}
    _check(session, stored, complete, record_id)
    plan_gate.check_change(session, kind, record, values)
    for key, value in changed.items():
        setattr(record, key, value)
    record.search = search_words.of(session, stored, complete)
    session.flush()
    search_words.refresh_links(session, kind, record_id)


def remove(session: Session, kind: str, record_id: int) -> None:
    """Take a record and what belongs to it out of the book; the log keeps them. Raises Gone."""
    record = _record(session, STORED[kind], record_id)
    plan_gate.before_removal(session, kind, record)
    record_checks.check_removal(session, kind, record)
    session.delete(record)
    session.flush()


def values_of(session: Session, kind: str, record_id: int) -> dict[str, Any]:
    """Return the values of a record's fields; raises Gone."""
    stored = STORED[kind]
    record = _record(session, stored, record_id)
    return {field.key: getattr(record, field.key) for field in stored.entry.fields}


def beside_others(session: Session, kind: str, values: Values, record_id: int | None) -> tuple[Finding, ...]:
    """Return what is wrong with a record's values beside the others in the book; `record_id` is its own number."""
    stored = STORED[kind]
    complete = {**values, **_derived(session, kind, values)}
    found = [*unit_days.findings(session, stored, complete)]
    return tuple(found or record_checks.findings(session, stored, complete, record_id))


def move(session: Session, kind: str, record_id: int, steps: int) -> None:
    """Move a record among those of the same parent: up by -1, down by 1; at an end nothing happens."""
    stored = STORED[kind]
    record = _record(session, stored, record_id)
    plan_gate.check_place(session, kind, record)
    parent = column(stored.record, stored.parent)
    position = column(stored.record, "position")
    siblings: list[Any] = list(
        session.scalars(
            select(stored.record).where(parent == getattr(record, stored.parent)).order_by(position)
        )
    )
    old = siblings.index(record)
    siblings.insert(min(max(old + steps, 0), len(siblings) - 1), siblings.pop(old))
    for place, sibling in enumerate(siblings, start=1):
        sibling.position = place * _STEP
    session.flush()


def _made(session: Session, kind: str, values: Values) -> Any:
    made: Any = STORED[kind].record
    return made(**_judged(session, kind, values))


def _judged(session: Session, kind: str, values: Values) -> dict[str, Any]:
    """Return the columns of a new record; raises Refused."""
    stored = STORED[kind]
    complete = {**_defaults(session, stored, values), **values}
    complete |= _derived(session, kind, complete)
    _check(session, stored, complete)
    plan_gate.check_new(session, kind, complete)
    return {**complete, "search": search_words.of(session, stored, complete)}


def _judged_rows(
    session: Session, kind: str, rows: Iterable[tuple[int, Values]], on_refused: OnRefused
) -> Iterator[dict[str, Any]]:
    for place, values in rows:
        try:
            yield _judged(session, kind, values)
        except Refused as refused:
            on_refused(place, refused)


def _add_rows(session: Session, stored: Stored, rows: Iterable[dict[str, Any]]) -> list[int]:
    if not stored.unique and not stored.parent:
        return many_rows.add(session, stored.record, list(rows))
    # Each is judged beside those before it, so they have to be there.
    made: Any = stored.record
    records = []
    for row in rows:
        records.append(made(**row))
        session.add(records[-1])
    session.flush()
    return [int(record.id) for record in records]


def _raise(_: int, refused: Refused) -> None:
    raise refused


def _record(session: Session, stored: Stored, record_id: Any) -> Any:
    record = session.get(stored.record, record_id)
    if record is None:
        raise Gone(stored.entry.name, record_id)
    return record


def _defaults(session: Session, stored: Stored, values: Values) -> dict[str, Any]:
    if stored.entry.name == "plans":
        return {"unit_id": offices.current(session).unit.id, "kind": "year", "scheme": "lettered"}
    if not stored.parent:
        return {}
    _record(session, STORED[stored.parent_kind], values[stored.parent])
    if not stored.is_ordered:
        return {}
    position = func.max(column(stored.record, "position"))
    last: Any = session.scalar(
        select(position).where(column(stored.record, stored.parent) == values[stored.parent])
    )
    return {"position": (last or 0) + _STEP, **_USUAL.get(stored.entry.name, {})}


def _derived(session: Session, kind: str, values: Values, period: str = "") -> dict[str, Any]:
    """Return the days of a figure's period under the office's rule, where it is another one than before."""
    label = values.get("period")
    if kind != "figures" or label in (None, period):
        return {}
    cut_off = once(session, "cut_off", lambda: offices.cut_off(session))
    span = parse_period(str(label)).span(cut_off)
    return {"first_on": span.first, "last_on": span.last}


def _check(session: Session, stored: Stored, values: Values, record_id: int | None = None) -> None:
    findings = [*check_values(stored.entry, values)]
    findings += _unknown_choices(session, stored, values)
    findings += unit_days.findings(session, stored, values)
    findings += _wrong_links(session, stored, values)
    # What is wrong already would only be found again among other records.
    findings = findings or [*record_checks.findings(session, stored, values, record_id)]
    if findings:
        raise Refused(findings)


def _unknown_choices(session: Session, stored: Stored, values: Values) -> list[Finding]:
    findings = []
    for field in stored.entry.of_kind(FieldKind.CHOICE):
        value = values.get(field.key)
        if isinstance(value, str):
            findings += _unknown_choice(session, field.key, field.catalogue, value)
    return findings


def _unknown_choice(session: Session, key: str, catalogue: str, code: str) -> list[Finding]:
    if catalogue == "measures":
        try:
            measures.refer(session, code)
        except Unknown as unknown:
            return [Finding("not_in_list", key, code, {"near": ", ".join(unknown.near)})]
        return []
    known = once(session, catalogue, lambda: content.titles(content.choices(session, catalogue)))
    return [] if code in known else [Finding("not_in_list", key, code, {"near": ""})]


def _wrong_links(session: Session, stored: Stored, values: Values) -> list[Finding]:
    findings: list[Finding] = []
    for field in stored.entry.of_kind(FieldKind.LINK):
        linked, day = values.get(field.key), values.get(stored.day)
        if isinstance(linked, int):
            check = partial(links.check, session, field, linked, day)
            findings += once(session, f"link {field.links} {linked} {day}", check)
    return findings
