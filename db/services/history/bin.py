"""The bin: what was deleted and is not back, by name; one thing brought back with what went with it."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from db.records import Base, Change, Step
from db.rules.findings import Refused
from db.services.entering import history, record_checks
from db.services.entering.change_log import classes, row_json, row_values
from db.services.entering.history import ChangedSince
from db.services.entering.kinds import STORED, Stored
from db.services.history import text_search
from db.services.history.logged_rows import LoggedRow, logged_rows, row_of
from db.services.history.logged_tables import TABLES, logged_table, tables_of
from db.services.history.names import Names, parsed
from db.services.history.steps import LogQuery, step_conditions
from db.services.history.text_search import Tell
from db.services.planning import plan_gate

_BINNED = tuple(name for name, table in TABLES.items() if table.in_bin)
_STORED = {stored.record.__tablename__: stored for stored in STORED.values()}


class NotBroughtBack(Exception):
    """A deleted row cannot come back; nothing was changed.

    `reason` is `back` (it is there), `parent` (what it belonged to is gone: `name`), or `place` (its place is taken).
    """

    def __init__(self, reason: str, name: str = "") -> None:
        self.reason = reason
        self.name = name
        super().__init__(f"{reason} {name}".rstrip())


def deleted_ids(session: Session, query: LogQuery, tell: Tell | None = None) -> tuple[int, ...]:
    """Return the rows of the log that tell of what was deleted last and is not back, the newest first.

    What was deleted with the record that it belonged to is not named by itself.
    """
    later, kinds = aliased(Change), tables_of(query.kind) if query.kind else _BINNED
    same = (later.table_name == Change.table_name) & (later.row_id == Change.row_id)
    conditions = [
        *step_conditions(query),
        Change.after.is_(None),
        Change.table_name.in_([name for name in kinds if name in _BINNED]),
        ~select(later.id).where(same, later.id > Change.id).exists(),
        ~or_(*_went_along()),
    ]
    if query.text.strip():
        return text_search.rows(session, query.text, conditions, tell)
    found = select(Change.id).join(Step, Step.id == Change.step_id).where(*conditions)
    return tuple(session.execute(found.order_by(Change.id.desc())).scalars())


def read(session: Session, ids: Sequence[int]) -> tuple[LoggedRow, ...]:
    """Return deleted rows with all that stood in them, in the order of their numbers given."""
    names = Names(session)
    found = {row.id: row for row in session.execute(logged_rows().where(Change.id.in_(ids)))}
    read_rows = (row_of(names, found[number]) for number in ids if number in found)
    return tuple(row for row in read_rows if row is not None)


def bring_back(session: Session, change_id: int) -> int:
    """Bring a deleted row back with all that went with it, in one step that undo takes back; return its number.

    Links to it that were let go of are tied again where nobody wrote there since. Raises NotBroughtBack, or Refused
    with what stands against it.
    """
    gone = session.get_one(Change, change_id)
    _check(session, gone)
    own = _own_changes(session, gone)
    try:
        history.revert(session, gone.step_id, only=own)
    except (ChangedSince, IntegrityError):
        raise NotBroughtBack("place") from None
    return gone.row_id


def _check(session: Session, gone: Change) -> None:
    mapped, plain = classes()[gone.table_name], parsed(gone.before)
    if session.get(mapped, gone.row_id) is not None:
        raise NotBroughtBack("back")
    for key, parent in _needed(mapped):
        if plain[key] is not None and session.get(classes()[parent], plain[key]) is None:
            raise NotBroughtBack("parent", Names(session).of(parent, plain[key]))
    stored = _STORED.get(gone.table_name)
    if stored is not None:
        _check_record(session, stored, row_values(mapped, plain))


def _check_record(session: Session, stored: Stored, values: dict[str, Any]) -> None:
    """Judge a record beside those that are there now; raises Refused."""
    if stored.parent_kind == "plans":
        plan_gate.check_new(session, stored.entry.name, values)
    found = tuple(record_checks.findings(session, stored, values, values["id"]))
    if found:
        raise Refused(found)


def _needed(mapped: type[Base]) -> Iterator[tuple[str, str]]:
    """Yield the columns that name a row of another table without which this one cannot be, with that table."""
    for column in mapped.__table__.columns:
        for key in column.foreign_keys:
            yield column.key, key.column.table.name


def _own_changes(session: Session, gone: Change) -> frozenset[int]:
    """Return the changes of the step that go back: the row's, those of its parts, the links that it lost."""
    changes = session.scalars(select(Change).where(Change.step_id == gone.step_id).order_by(Change.id.desc()))
    own, back = {gone.id}, {(gone.table_name, gone.row_id)}
    for change in changes:
        if change.after is None and _belongs_to(change, back):
            own.add(change.id)
            back.add((change.table_name, change.row_id))
        elif change.before and change.after and _lost_link(change, back) and _is_as_left(session, change):
            own.add(change.id)
    return frozenset(own)


def _belongs_to(change: Change, back: set[tuple[str, int]]) -> bool:
    parent = logged_table(change.table_name).parent
    return parent is not None and (parent[1], parsed(change.before)[parent[0]]) in back


def _lost_link(change: Change, back: set[tuple[str, int]]) -> bool:
    before, after = parsed(change.before), parsed(change.after)
    mapped = classes().get(change.table_name)
    links = _needed(mapped) if mapped else ()
    return any((table, before[key]) in back and after[key] is None for key, table in links)


def _is_as_left(session: Session, change: Change) -> bool:
    row = session.get(classes()[change.table_name], change.row_id)
    return row is not None and row_json(row) == change.after


def _went_along() -> Iterator[ColumnElement[bool]]:
    """Yield the conditions under which a row went with the record that it belonged to, in the same step."""
    for name in _BINNED:
        parent = TABLES[name].parent
        if parent is not None:
            whole = aliased(Change)
            number = func.json_extract(Change.before, f"$.{parent[0]}")
            record = and_(whole.table_name == parent[1], whole.row_id == number, whole.after.is_(None))
            same = select(whole.id).where(record, whole.step_id == Change.step_id).exists()
            yield (Change.table_name == name) & same
