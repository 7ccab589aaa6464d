"""Search everything: records, units, score sheets and measures by any part of their words, tone marks or not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Plan, ScoreSheet, Unit
from db.rules.formats import Value
from db.rules.periods import Span
from db.rules.text import folded
from db.services import content, offices, units
from db.services.entering.kinds import STORED, column
from db.services.listing import listings
from db.services.listing.listings import ListRow
from db.services.searching import search_index
from db.services.searching.search_index import Hit, Sought

# Beyond this the number of what was found is not counted, nor is more of it ranked.
MOST_COUNTED = 100
_SHORTEST = 2


@dataclass(frozen=True)
class Found:
    """Something that was found; `code` names what has no number, `parent_id` the record that it is a part of.

    It is listed in the period of its `day`, or in `years`, both counted; without either in any period. What was entered
    for a `period` is listed in that one alone.
    """

    kind: str
    id: int
    title: str
    beside: str = ""
    code: str = ""
    parent_id: int | None = None
    day: date | None = None
    years: tuple[int, int] | None = None
    period: str = ""


@dataclass(frozen=True)
class FoundGroup:
    """What was found of a kind, best first; `count` of all of it stops at `MOST_COUNTED`."""

    kind: str
    found: tuple[Found, ...]
    count: int


@dataclass(frozen=True)
class _Way:
    """How a kind of record is found: its name, what is shown beside it, the day by which it is newer than others."""

    name: str
    titles: tuple[str, ...]
    beside: tuple[str, ...] = ("unit",)
    day: str = ""


_WAYS: Mapping[str, _Way] = {
    "plans": _Way("subject", ("subject",), ("number",)),
    "targets": _Way("text", ("text",), ()),
    "tasks": _Way("content", ("content",), ("lead",)),
    "sections": _Way("text", ("text",), ()),
    "establishments": _Way("name", ("name",), ("kind", "unit")),
    "officials": _Way("name", ("name",), ("post", "unit")),
    "hotspots": _Way("place", ("place",), ("unit",), "found_on"),
    "models": _Way("name", ("name",)),
    "trainings": _Way("title", ("title",), ("unit",), "ends_on"),
    "outreach": _Way("topic", ("form", "topic"), ("unit",), "held_on"),
    "inspections": _Way("place", ("team", "establishment", "place"), ("unit",), "held_on"),
    "figures": _Way("note", ("definition",), ("unit",), "first_on"),
}


def find(
    session: Session, typed: str, *, most: int = 5, names: Mapping[str, str] | None = None
) -> tuple[FoundGroup, ...]:
    """Return what holds every typed word, kind by kind, at most so many of each; nothing below two letters.

    A text that begins with one of the `names` of a kind also finds those of this kind that hold the rest of it.
    """
    words = folded(typed).split()
    if len("".join(words)) < _SHORTEST:
        return ()
    ranked = _ranked(session, words, _SOUGHT)
    for kind, rest in _named(words, names or {}):
        table = _table(kind)
        more = _ranked(session, rest, [sought for sought in _SOUGHT if sought.table == table])
        ranked[table] = list(dict.fromkeys((*ranked[table], *more[table])))[:MOST_COUNTED]
    communes = _offered(session, ranked["unit"])
    groups = [_measures(session, words, most), _unit_group(session, communes, most)]
    groups += [_records(session, kind, ranked[_table(kind)], most) for kind in _WAYS]
    groups.append(_sheets(session, communes, most))
    return tuple(group for group in groups if group.count)


def describe(session: Session, kind: str, ids: Sequence[int]) -> tuple[Found, ...]:
    """Return what is shown of given records; those that are gone are left out."""
    if kind in ("units", "scores"):
        rows = {row.id: row for row in _unit_rows(session, ids)}
        return tuple(
            Found(kind, row.id, row.name, row.code)
            for row in (rows[number] for number in ids if number in rows)
        )
    rows_found = listings.rows(session, kind, ids) if ids else ()
    if STORED[kind].parent_kind == "plans":
        return _parts(session, kind, rows_found)
    return tuple(_found(kind, row) for row in rows_found)


def rank(words: Sequence[str], name: str, *, whole: bool) -> int:
    """Return how well a folded name fits, the best first.

    Whole words in the name, whole words elsewhere, parts of words in the name, parts elsewhere.
    """
    known = search_index.words_of(name)
    if all(word in known for word in words):
        return 0
    return 1 if whole else 2 if _holds(name, words) else 3


def _named(words: Sequence[str], names: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind whose name the words begin with, and the words after it."""
    for kind, name in names.items():
        called = _folded(name).split()
        rest = list(words[len(called) :])
        if kind in _WAYS and rest and list(words[: len(called)]) == called:
            yield kind, rest


def _ranked(session: Session, words: Sequence[str], sought: Sequence[Sought]) -> dict[str, list[int]]:
    """Return by table the numbers of the rows that hold all words, the best first, the newest first among equals."""
    whole = search_index.with_words(session, sought, words, MOST_COUNTED)
    counts = Counter(hit.table for hit in whole)
    others = [item for item in sought if counts[item.table] < MOST_COUNTED]
    parts = search_index.with_parts(session, others, words, MOST_COUNTED)
    best: dict[Hit, int] = {}
    for hits, are_whole in ((whole, True), (parts, False)):
        for hit in hits:
            best.setdefault(hit, rank(words, _folded(hit.name or ""), whole=are_whole))
    found: dict[str, list[int]] = {item.table: [] for item in sought}
    newest_first = sorted(best, key=lambda hit: (hit.day, hit.id), reverse=True)
    for hit in sorted(newest_first, key=best.__getitem__):
        found[hit.table].append(hit.id)
    return {table: numbers[:MOST_COUNTED] for table, numbers in found.items()}


_folded = lru_cache(maxsize=8_192)(folded)


def _table(kind: str) -> str:
    return STORED[kind].record.__tablename__


_SOUGHT = (
    Sought("unit", "name"),
    *(Sought(_table(kind), way.name, way.day) for kind, way in _WAYS.items()),
)


def _offered(session: Session, unit_ids: Sequence[int]) -> list[int]:
    """Return the units that are or ever were the office's, in the given order."""
    always = Span(date.min, date.max, date.max.year)
    below = units.scope(offices.current(session).unit.id, always)
    known = set(session.scalars(select(Unit.id).where(Unit.id.in_(below)))) if unit_ids else set()
    return [number for number in unit_ids if number in known]


def _records(session: Session, kind: str, ids: Sequence[int], most: int) -> FoundGroup:
    return FoundGroup(kind, describe(session, kind, ids[:most]), len(ids))


def _found(kind: str, row: ListRow) -> Found:
    way, cells = _WAYS[kind], row.cells
    day, first, last = (cells.get(key) for key in (way.day, "first_year", "last_year"))
    return Found(
        kind,
        row.id,
        _joined(cells, way.titles),
        _joined(cells, way.beside),
        day=day if isinstance(day, date) else None,
        years=(first, last) if isinstance(first, int) and isinstance(last, int) else None,
        period=str(cells.get("period", "")),
    )


def _parts(session: Session, kind: str, rows: Sequence[ListRow]) -> tuple[Found, ...]:
    """Return parts of plans with the plan and the years of each."""
    record = STORED[kind].record
    number: Any = column(record, "id")
    statement = select(number, Plan.id, Plan.first_year, Plan.last_year).join_from(record, Plan)
    plans = {}
    if rows:
        plans = {
            found[0]: found for found in session.execute(statement.where(number.in_(row.id for row in rows)))
        }
    return tuple(
        replace(_found(kind, row), parent_id=plans[row.id][1], years=(plans[row.id][2], plans[row.id][3]))
        for row in rows
    )


def _joined(cells: Mapping[str, Value], keys: Sequence[str]) -> str:
    words = [str(cells[key]) for key in keys if cells.get(key) not in (None, "")]
    return " · ".join(dict.fromkeys(words))


def _measures(session: Session, words: Sequence[str], most: int) -> FoundGroup:
    named = [
        (choice, _folded(f"{choice.title} {choice.code}")) for choice in content.choices(session, "measures")
    ]
    found = [choice for choice, search in named if _holds(search, words)]
    found.sort(key=lambda choice: rank(words, _folded(choice.title), whole=False))
    shown = tuple(Found("measures", 0, choice.title, code=choice.code) for choice in found[:most])
    return FoundGroup("measures", shown, len(found))


def _unit_group(session: Session, ids: Sequence[int], most: int) -> FoundGroup:
    rows = {row.id: row for row in _unit_rows(session, ids[:most])} if ids else {}
    shown = (rows[number] for number in ids[:most])
    found = tuple(Found("units", row.id, row.name, row.code, day=row.valid_to) for row in shown)
    return FoundGroup("units", found, len(ids))


def _unit_rows(session: Session, ids: Sequence[int]) -> Sequence[Any]:
    asked = select(Unit.id, Unit.name, Unit.code, Unit.valid_to).where(Unit.id.in_(ids))
    return session.execute(asked).all()


def _sheets(session: Session, communes: Sequence[int], most: int) -> FoundGroup:
    statement = (
        select(ScoreSheet.unit_id, ScoreSheet.year, Unit.name)
        .join(Unit, Unit.id == ScoreSheet.unit_id)
        .where(ScoreSheet.unit_id.in_(communes))
        .order_by(ScoreSheet.year.desc(), ScoreSheet.id)
        .limit(MOST_COUNTED)
    )
    rows = session.execute(statement).all() if communes else []
    shown = tuple(Found("scores", row[0], row[2], years=(row[1], row[1])) for row in rows[:most])
    return FoundGroup("scores", shown, len(rows))


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)
