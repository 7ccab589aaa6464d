"""Lists: which records match, a page of them, and their totals. Filter, order and sums are SQL's work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Integer, Select, case, cast, func, or_, select
from sqlalchemy.orm import Session

from db.records import Change, Unit
from db.rules.entries import FieldKind
from db.rules.formats import Value
from db.rules.periods import Span
from db.rules.text import folded
from db.services import content, origins
from db.services.entering.kinds import STORED, Stored, column
from db.services.listing.listing_columns import listing_of


@dataclass(frozen=True)
class ListQuery:
    """Which records: of a kind, in a span of days, with all words of `text` (tone marks or not), equal in `where`.

    `where` names fields, the parent's key or columns of the list; False means: not said to be so, several values: any.
    `unit_keys` give units another place in their order than their names do. `origin` is the key of the book that they
    came from, or OWN of `origins`; empty: any.
    """

    kind: str
    span: Span | None = None
    text: str = ""
    where: Mapping[str, Value | tuple[int, ...]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    origin: str = ""
    unit_keys: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ListRow:
    """One record as a list shows it: values by column, choices already as words."""

    id: int
    cells: Mapping[str, Value]


def matching_ids(session: Session, query: ListQuery, *, most: int | None = None) -> tuple[int, ...]:
    """Return the numbers of the matching records in order (the kind's own where none is asked), the first `most`."""
    stored, listing = STORED[query.kind], listing_of(query.kind)
    statement = _matching(select(column(stored.record, "id")), query)
    order = _order(session, query) if query.sort else list(listing.order)
    # Thirty thousand rows are joined with their units only where the order asks for it.
    if query.sort == "unit" or (listing.order_by_unit and not query.sort):
        statement = _with_units(stored, statement)
        order = order if query.sort else [_by_unit(query), *order]
    number = column(stored.record, "id")
    # Equals keep the direction of the rest, so that an index of the day alone gives the whole order.
    falling = query.descending or not query.sort
    statement = statement.order_by(*order, number.desc() if falling else number).limit(most)
    return tuple(session.execute(statement).scalars())


def rows(session: Session, kind: str, ids: Sequence[int], span: Span | None = None) -> tuple[ListRow, ...]:
    """Return the given records in the given order, as they stand at the end of the span; gone ones are left out."""
    stored, listing = STORED[kind], listing_of(kind)
    number, shown = column(stored.record, "id"), listing.at(span)
    labelled: list[Any] = [expression.label(key) for key, expression in shown.items()]
    statement = _with_units(stored, select(number, *labelled).select_from(stored.record)).where(
        number.in_(ids)
    )
    words = _choice_words(session, stored, listing.words)
    found = {}
    for row in session.execute(statement).mappings():
        cells = {key: words.get(key, {}).get(row[key], row[key]) for key in shown}
        found[row["id"]] = ListRow(row["id"], cells)
    return tuple(found[number] for number in ids if number in found)


def units_of(session: Session, kind: str, ids: Sequence[int]) -> Mapping[int, int]:
    """Return the number of the unit that each of the given records names."""
    record = STORED[kind].record
    number: Any = column(record, "id")
    unit_id: Any = column(record, "unit_id")
    return {row[0]: row[1] for row in session.execute(select(number, unit_id).where(number.in_(ids)))}


def totals(session: Session, query: ListQuery) -> dict[str, Value]:
    """Return the sums of the columns that add up, over all matching records; nothing recorded gives nothing."""
    listing = listing_of(query.kind)
    if not listing.totals:
        return {}
    shown = listing.at(query.span)
    sums = [_sum(shown[key]).label(key) for key in listing.totals]
    return dict(session.execute(_matching(select(*sums), query)).mappings().one())


def added_outside(session: Session, kind: str, step_id: int, span: Span) -> int:
    """Return how many records that a step added are not in a span of days, as the list of their kind has it."""
    record, during = STORED[kind].record, listing_of(kind).during
    if during is None:
        return 0
    number: Any = column(record, "id")
    added = select(Change.row_id).where(
        Change.step_id == step_id, Change.table_name == record.__tablename__, Change.before.is_(None)
    )
    inside = select(number).where(number.in_(added), during(span))
    every, shown = (
        session.scalar(select(func.count()).select_from(rows.subquery())) for rows in (added, inside)
    )
    return (every or 0) - (shown or 0)


def _sum(expression: ColumnElement[Any]) -> ColumnElement[Any]:
    # What is yes or no adds up to how often it is yes.
    is_flag = isinstance(expression.type, Boolean)
    return func.sum(cast(expression, Integer) if is_flag else expression)


def _with_units(stored: Stored, statement: Select[Any]) -> Select[Any]:
    has_unit = any(item.kind is FieldKind.UNIT for item in stored.entry.fields)
    return statement.join(Unit) if has_unit else statement


def _matching(statement: Select[Any], query: ListQuery) -> Select[Any]:
    stored, listing = STORED[query.kind], listing_of(query.kind)
    statement = statement.select_from(stored.record)
    if query.span is not None and listing.during is not None:
        statement = statement.where(listing.during(query.span))
    if query.origin:
        statement = statement.where(origins.came_from(query.kind, query.origin))
    for key, value in query.where.items():
        held: Any = column(stored.record, key) if hasattr(stored.record, key) else listing.at(query.span)[key]
        statement = statement.where(_is_held(held, value))
    for word in folded(query.text).split():
        statement = statement.where(or_(*_holding(stored, word)))
    return statement


def _is_held(held: Any, value: Value | tuple[int, ...]) -> ColumnElement[bool]:
    if isinstance(value, tuple):
        return or_(held.in_(value))
    return or_(held.is_not(True) if value is False else held == value)


def _holding(stored: Stored, word: str) -> Iterator[ColumnElement[bool]]:
    """Return the places where a word may stand: in the record itself, or in one it is linked with as that is now.

    A link that is told by a title has that title's words in the record itself already.
    """
    search: Any = column(stored.record, "search")
    yield search.contains(word, autoescape=True)
    for item in stored.entry.fields:
        if item.kind is FieldKind.LINK and not STORED[item.links].title:
            linked = STORED[item.links].record
            words: Any = column(linked, "search")
            found = select(column(linked, "id")).where(words.contains(word, autoescape=True))
            yield column(stored.record, item.key).in_(found)


def _order(session: Session, query: ListQuery) -> list[ColumnElement[Any]]:
    stored, listing = STORED[query.kind], listing_of(query.kind)
    expression = recorded = listing.at(query.span)[query.sort]
    known = {item.key: item for item in stored.entry.fields}.get(query.sort)
    catalogue = listing.words.get(query.sort, known.catalogue if known else "")
    if query.sort == "unit":
        expression = _by_unit(query)
    elif catalogue:
        codes = [choice.code for choice in content.choices(session, catalogue)]
        expression = case(
            {code: place for place, code in enumerate(codes)}, value=expression, else_=len(codes)
        )
    elif known is not None and known.kind in (FieldKind.TEXT, FieldKind.LINES):
        expression = func.vn_sort(expression)
    turned = expression.desc() if query.descending else expression.asc()
    if known is not None and known.required:
        return [turned]
    # What was not recorded stays at the end, whichever way the list is turned.
    return [recorded.is_(None), turned]


def _by_unit(query: ListQuery) -> ColumnElement[Any]:
    own = Unit.sort_key.expression
    return case(dict(query.unit_keys), value=Unit.id, else_=own) if query.unit_keys else own


def _choice_words(session: Session, stored: Stored, beside: Mapping[str, str]) -> dict[str, dict[str, str]]:
    fields = {item.key: item.catalogue for item in stored.entry.fields if item.kind is FieldKind.CHOICE}
    catalogues = {**fields, **beside}
    return {key: content.titles(content.choices(session, name)) for key, name in catalogues.items()}
