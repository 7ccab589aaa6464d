"""A block of rows for a list: what its cells may name, what is wrong beside other records, all rows stored as one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.rules.block_rows import BlockRow, Named, Names, read_block
from db.rules.blocks import Texts
from db.rules.entries import Field, FieldKind, Values
from db.rules.findings import Finding, Refused
from db.rules.imports.names import named_unit
from db.rules.periods import Span
from db.services import content, offices
from db.services.borders import stand_ins, unit_days
from db.services.entering import cautions, entries, record_checks, twins
from db.services.entering.kinds import STORED, column
from db.services.entering.lists_once import reading_lists_once

# A list that is longer is read from its file.
MOST_ROWS = 2_000
_EVER = Span(date.min, date.max, date.max.year)


@dataclass(frozen=True)
class JudgedRow:
    """A row of a block beside the book's records: all that is wrong, whether it is likely to be there already.

    `cautions` are free texts that look like a trace of a person, and years that are far off.
    """

    row: BlockRow
    findings: tuple[Finding, ...]
    likely_twice: bool
    cautions: tuple[Finding, ...] = ()


def lists(session: Session, kind: str) -> dict[str, Names]:
    """Return what the cells of each field that names something may name, by the field's key."""
    fields = STORED[kind].entry.fields
    found = {field.key: _named(session, field) for field in fields}
    stood = partial(stand_ins.of_kept, session)
    return {key: Names(named, stood) for key, named in found.items() if named}


def read(
    session: Session,
    kind: str,
    rows: Sequence[Texts],
    columns: Sequence[str],
    parent: Mapping[str, int],
    *,
    today: date,
) -> tuple[JudgedRow, ...]:
    """Read rows whose columns hold the fields of these keys, and judge each; nothing is stored."""
    stored = STORED[kind]
    # A figure's days follow from its period: they are judged when it is stored.
    day = stored.day if stored.day in {field.key for field in stored.entry.fields} else ""
    found = read_block(stored.entry, rows, columns, lists(session, kind), today=today, day=day)
    return judge(session, kind, found, parent, today=today)


def judge(
    session: Session, kind: str, rows: Iterable[BlockRow], parent: Mapping[str, int], *, today: date
) -> tuple[JudgedRow, ...]:
    """Judge rows that were read; nothing is stored."""
    with reading_lists_once(session):
        return tuple(_judged(session, kind, rows, parent, today))


def add_all(session: Session, kind: str, rows: Sequence[BlockRow], parent: Mapping[str, int]) -> None:
    """Store all rows or none; raises Refused with findings placed as `row number/field`."""
    findings: list[Finding] = []

    def note(place: int, refused: Refused) -> None:
        number = rows[place].number
        findings.extend(replace(item, place=f"{number}/{item.place}") for item in refused.findings)

    recorded = ({**parent, **_recorded(row.values)} for row in rows)
    for _ in entries.add_many(session, kind, recorded, note):
        pass
    if findings:
        raise Refused(findings)


def set_field(session: Session, kind: str, record_ids: Sequence[int], values: Values) -> None:
    """Give a field of several records one value, in all of them or in none; raises Refused with each finding once."""
    findings: dict[tuple[str, str], Finding] = {}
    for record_id in record_ids:
        try:
            entries.change(session, kind, record_id, values)
        except Refused as refused:
            findings.update({(item.code, item.value): item for item in refused.findings})
    if findings:
        raise Refused(findings.values())


def _judged(
    session: Session, kind: str, rows: Iterable[BlockRow], parent: Mapping[str, int], today: date
) -> Iterator[JudgedRow]:
    stored, seen = STORED[kind], set()
    for row in rows:
        findings = row.findings
        if findings:
            yield JudgedRow(row, findings, likely_twice=False)
            continue
        values = {**parent, **row.values}
        if kind != "figures":
            findings = tuple(unit_days.findings(session, stored, values))
            findings = findings or tuple(record_checks.findings(session, stored, values, None))
        key = twins.alike_key(kind, row.values)
        twice = bool(key) and (key in seen or twins.twin(session, kind, row.values) is not None)
        seen.add(key)
        wants_look = (*cautions.unlikely(kind, row.values, today), *cautions.personal(session, kind, row.raw))
        yield JudgedRow(row, findings, twice, wants_look)


def _recorded(values: Values) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _named(session: Session, field: Field) -> tuple[Named, ...]:
    if field.kind is FieldKind.UNIT:
        listed = offices.units_kept(session, _EVER)
        return tuple(
            named_unit(unit.id, unit.code, unit.name, unit.valid_from, unit.valid_to) for unit in listed
        )
    if field.kind is FieldKind.CHOICE and field.catalogue != "measures":
        return tuple(Named(item.code, item.title) for item in content.choices(session, field.catalogue))
    return _linked(session, field.links) if field.kind is FieldKind.LINK else ()


def _linked(session: Session, kind: str) -> tuple[Named, ...]:
    """Return the records that a cell may name by their title; what has none, as a task, is chosen in the form."""
    if not STORED[kind].title:
        return ()
    record: Any = STORED[kind].record
    title, unit = column(record, STORED[kind].title), column(record, "unit_id")
    return tuple(
        Named(str(number), str(words), place=str(place))
        for number, words, place in session.execute(select(record.id, title, unit))
    )
