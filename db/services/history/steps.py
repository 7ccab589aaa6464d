"""The steps of the log: found by days, officer, kind and words; each with what was done in it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from db.records import Change, Step, Unit
from db.services.history import text_search
from db.services.history.logged_tables import HIDDEN, logged_table, tables_of
from db.services.history.names import Names, parsed
from db.services.history.text_search import Tell


@dataclass(frozen=True)
class LogQuery:
    """What is looked for: days, both counted (none: open), an officer, a kind, words in what was and is written.

    `unit_code` is that of the unit of a record, whichever unit bore it on its day.
    """

    first: date | None = None
    last: date | None = None
    who: str = ""
    kind: str = ""
    text: str = ""
    unit_code: str = ""


@dataclass(frozen=True)
class Count:
    """How many rows of a table were added, changed and deleted."""

    table: str
    added: int
    changed: int
    deleted: int

    @property
    def rows(self) -> int:
        """Return how many rows that is."""
        return self.added + self.changed + self.deleted


@dataclass(frozen=True)
class LoggedStep:
    """What one officer did in one go. `name` is that of the first record, `reverts` the step that it takes back."""

    id: int
    at: datetime
    who: str
    reverts: int | None
    counts: tuple[Count, ...]
    name: str

    @property
    def rows(self) -> int:
        """Return how many rows were written."""
        return sum(count.rows for count in self.counts)


def matching_ids(session: Session, query: LogQuery, tell: Tell | None = None) -> tuple[int, ...]:
    """Return the numbers of the steps that match, the newest first; `tell` hears of rows that were searched."""
    conditions = step_conditions(query)
    wanted = list(row_conditions(query))
    if wanted:
        conditions.append(select(Change.id).where(Change.step_id == Step.id, *wanted).exists())
    if query.text.strip():
        return text_search.steps(session, query.text, conditions, tell)
    found = session.execute(select(Step.id).where(*conditions).order_by(Step.id.desc()))
    return tuple(found.scalars())


def step_conditions(query: LogQuery) -> list[ColumnElement[bool]]:
    """Return the conditions of days and officer on a step."""
    conditions: list[ColumnElement[bool]] = []
    if query.first is not None:
        conditions.append(Step.at >= datetime.combine(query.first, time()))
    if query.last is not None:
        conditions.append(Step.at < datetime.combine(query.last + timedelta(days=1), time()))
    if query.who:
        conditions.append(Step.who == query.who)
    return conditions


def row_conditions(query: LogQuery) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of kind and unit on a row of the log."""
    if query.kind:
        yield Change.table_name.in_(tables_of(query.kind))
    if query.unit_code:
        of_code = select(Unit.id).where(Unit.code == query.unit_code.strip())
        yield func.json_extract(func.coalesce(Change.after, Change.before), "$.unit_id").in_(of_code)


def read(session: Session, ids: Sequence[int]) -> tuple[LoggedStep, ...]:
    """Return steps with what was done in each, in the order of their numbers given."""
    counts, chief = _counts(session, ids)
    names = _names(session, chief)
    columns = Step.id, Step.at, Step.who, Step.reverts
    found = {row.id: row for row in session.execute(select(*columns).where(Step.id.in_(ids)))}
    return tuple(
        LoggedStep(*found[number], tuple(counts[number]), names.get(number, ""))
        for number in ids
        if number in found
    )


def officers(session: Session) -> tuple[str, ...]:
    """Return everybody who ever wrote into the book."""
    return tuple(session.scalars(select(Step.who).distinct().order_by(func.vn_sort(Step.who))))


def _counts(session: Session, ids: Sequence[int]) -> tuple[dict[int, list[Count]], dict[int, int]]:
    """Return what each step did, by table, and the row of the log that names it best."""
    added, deleted = (
        func.count(Change.row_id.distinct()).filter(text.is_(None)) for text in (Change.before, Change.after)
    )
    rows_of_all = func.count(Change.row_id.distinct())
    columns = (
        Change.step_id,
        Change.table_name,
        added,
        deleted,
        rows_of_all,
        func.min(Change.id),
        func.max(Change.id),
    )
    rows = session.execute(
        select(*columns)
        .where(Change.step_id.in_(ids), _is_seen())
        .group_by(Change.step_id, Change.table_name)
    )
    counts: dict[int, list[Count]] = defaultdict(list)
    chief: dict[int, tuple[bool, int]] = {}
    for step_id, table, new, gone, every, first, last in rows:
        counts[step_id].append(Count(table, new, max(every - new - gone, 0), gone))
        # Parents come before and go after what belongs to them.
        named = (logged_table(table).parent is not None, last if gone == every else first)
        chief[step_id] = min(chief.get(step_id, named), named)
    for done in counts.values():
        done.sort(key=lambda count: (logged_table(count.table).parent is not None, -count.rows))
    return counts, {step_id: number for step_id, (_, number) in chief.items()}


def _is_seen() -> ColumnElement[bool]:
    """Return the condition that a row tells of something that an officer sees: not of a key of search alone."""
    hidden = tuple(f"$.{key}" for key in sorted(HIDDEN))
    before, after = (func.json_remove(text, *hidden) for text in (Change.before, Change.after))
    return or_(Change.before.is_(None), Change.after.is_(None), before != after)


def _names(session: Session, chief: dict[int, int]) -> dict[int, str]:
    names = Names(session)
    columns = Change.step_id, Change.table_name, func.coalesce(Change.after, Change.before)
    rows = session.execute(select(*columns).where(Change.id.in_(chief.values())))
    return {step_id: names.of_row(table, parsed(text)) for step_id, table, text in rows}
