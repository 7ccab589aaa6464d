"""Links between records: which can be chosen, how they are named, whether a link holds, and letting go of them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.records import Establishment, Plan, Task, Unit
from db.rules.entries import Field, FieldKind
from db.rules.findings import Finding
from db.rules.formats import Value
from db.rules.periods import Span
from db.rules.text import folded
from db.services import offices
from db.services.entering.kinds import STORED, Stored, column
from db.services.planning.plans import written_number


@dataclass(frozen=True)
class Linkable:
    """A record that can be chosen: what it belongs to (`05/KH-UBND`, may be empty), its own words, its search key.

    `place` tells records of the same words apart (`Xã Quài Tở`, may be empty).
    """

    id: int
    label: str
    text: str
    search: str
    place: str = ""


@dataclass(frozen=True)
class _Source:
    of_span: Callable[[Session, Span], tuple[Linkable, ...]]
    by_id: Callable[[Session, int], Linkable | None]
    check: Callable[[Session, Field, int, date], tuple[Finding, ...]]
    seek: Callable[[Session, str, int], tuple[Linkable, ...]] | None = None


def is_sought(kind: str) -> bool:
    """Tell whether records of a kind are too many to be listed: they are asked for by their words."""
    return _SOURCES[kind].seek is not None


def seek(session: Session, kind: str, text: str, *, most: int = 20) -> tuple[Linkable, ...]:
    """Return records of a sought kind whose words hold all words of the text, tone marks or not."""
    source = _SOURCES[kind].seek
    return () if source is None else source(session, text, most)


def options(session: Session, kind: str, span: Span) -> tuple[Linkable, ...]:
    """Return the records of a kind that one in a span of days may be linked with; tasks: of the plans of its year."""
    return _SOURCES[kind].of_span(session, span)


def find(session: Session, kind: str, record_id: int) -> Linkable | None:
    """Return a linked record, whatever its time; none where it is gone."""
    return _SOURCES[kind].by_id(session, record_id)


def check(session: Session, field: Field, record_id: int, day: Value) -> tuple[Finding, ...]:
    """Judge the link of a record of a day (none: not known): its target must be there, and be of that time."""
    if find(session, field.links, record_id) is None:
        return (Finding("link_gone", field.key),)
    return _SOURCES[field.links].check(session, field, record_id, day) if isinstance(day, date) else ()


def linking(kind: str) -> Iterator[tuple[Stored, Field]]:
    """Return the kinds of record that may be linked with one of this kind, each with its field."""
    for stored in STORED.values():
        for field in stored.entry.fields:
            if field.kind is FieldKind.LINK and field.links == kind:
                yield stored, field


def let_go(session: Session, kind: str, record_ids: Collection[int]) -> None:
    """Take the links to records that are to be removed out of all that bear them; undo of the step brings them back."""
    for stored, field in linking(kind):
        linked = select(stored.record).where(column(stored.record, field.key).in_(record_ids))
        for record in session.scalars(linked):
            setattr(record, field.key, None)
    session.flush()


def _tasks() -> Select[int, str, str, int | None, str | None, str]:
    return select(Task.id, Task.content, Task.search, Plan.number, Plan.symbol, Plan.subject).join(Plan)


def _task(
    task_id: int, content: str, search: str, number: int | None, symbol: str | None, subject: str
) -> Linkable:
    label = subject if number is None else written_number(number, symbol or "").rstrip("/")
    return Linkable(task_id, label, " ".join(content.split()), f"{folded(label)} {search}")


def _tasks_of_year(session: Session, span: Span) -> tuple[Linkable, ...]:
    in_year = _tasks().where(Plan.first_year <= span.year, Plan.last_year >= span.year)
    order = Plan.first_year.desc(), Plan.number, Plan.id, Task.position
    return tuple(_task(*row) for row in session.execute(in_year.order_by(*order)))


def _task_by_id(session: Session, task_id: int) -> Linkable | None:
    row = session.execute(_tasks().where(Task.id == task_id)).one_or_none()
    return None if row is None else _task(*row)


def _task_of_other_year(session: Session, field: Field, task_id: int, day: date) -> tuple[Finding, ...]:
    years = select(Plan.first_year, Plan.last_year).join(Task).where(Task.id == task_id)
    first, last = session.execute(years).one()
    year = offices.current(session).cut_off.year_of(day)
    if first <= year <= last:
        return ()
    planned = str(first) if first == last else f"{first}–{last}"
    return (Finding("task_other_year", field.key, planned, {"year": str(year)}),)


def _establishments() -> Select[int, str, str | None, str, str]:
    columns = Establishment.id, Establishment.name, Establishment.address, Unit.name, Establishment.search
    return select(*columns).join(Unit, Establishment.unit_id == Unit.id)


def _establishment(number: int, name: str, address: str | None, unit: str, search: str) -> Linkable:
    return Linkable(number, "", name, search, ", ".join(part for part in (address, unit) if part))


def _establishments_with(session: Session, text: str, most: int) -> tuple[Linkable, ...]:
    statement = _establishments().order_by(func.vn_sort(Establishment.name), Establishment.id).limit(most)
    for word in folded(text).split():
        statement = statement.where(Establishment.search.contains(word, autoescape=True))
    return tuple(_establishment(*row) for row in session.execute(statement))


def _establishment_by_id(session: Session, number: int) -> Linkable | None:
    row = session.execute(_establishments().where(Establishment.id == number)).one_or_none()
    return None if row is None else _establishment(*row)


def _none_of_span(_: Session, __: Span) -> tuple[Linkable, ...]:
    return ()


def _of_any_day(_: Session, __: Field, ___: int, ____: date) -> tuple[Finding, ...]:
    return ()


_SOURCES: Mapping[str, _Source] = {
    "tasks": _Source(_tasks_of_year, _task_by_id, _task_of_other_year),
    "establishments": _Source(_none_of_span, _establishment_by_id, _of_any_day, _establishments_with),
}
