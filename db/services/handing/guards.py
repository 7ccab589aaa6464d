"""What the records of a handed book may not be: wrong by the rules of whoever types them in, or traces of people."""

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Figure, Hotspot, HotspotEvent, Official, ScoreEvidence, ScoreMark, ScoreStep
from db.rules.entries import Field, FieldKind, check_values
from db.rules.findings import Finding, Unknown
from db.rules.hotspots import Event, history_findings
from db.rules.periods import parse_period
from db.rules.personal_data import personal_finding, personal_findings
from db.services import content
from db.services.entering import record_checks
from db.services.entering.kinds import STORED, Stored
from db.services.entering.lists_once import once, reading_lists_once
from db.services.handing.checking import Checked, Typed
from db.services.handing.collecting import Collected
from db.services.handing.contents import ContentsToTake
from db.services.handing.renumbering import Numbers
from db.services.handing.words import place_of
from db.services.measuring import measures

_STORED: Mapping[str, Stored] = {stored.record.__tablename__: stored for stored in STORED.values()}
_PLACE = re.compile(r"(?P<table>\S+):(?P<number>-?\d+):(?P<key>\w+)")
# What stands for a text that may not be left empty.
_BLANK = "…"
# What officers write freely in scoring, which no form of entry kinds describes.
_SCORING_WORDS: Mapping[str, tuple[str, ...]] = {
    ScoreMark.__tablename__: ("reason", "note"),
    ScoreStep.__tablename__: ("reason",),
    ScoreEvidence.__tablename__: ("note", "file_name"),
}
Written = Mapping[str, Mapping[int, Typed]]


def findings(session: Session, written: Written, numbers: Numbers, contents: ContentsToTake) -> list[Finding]:
    """Judge records that would be written; a finding's place is the record and the field."""
    with reading_lists_once(session):
        found = [
            replace(finding, place=f"{place_of(table, number)} {finding.place}".strip())
            for table, rows in written.items()
            if table in _STORED
            for number, values in rows.items()
            for finding in _judged(session, _STORED[table], values, contents)
        ]
        return [*found, *_hotspots(written), *_overlaps(session, written, numbers)]


def personal(session: Session, brought: Checked, written: Written) -> tuple[Finding, ...]:
    """Return what looks like a trace of a person; officials of either book may be named."""
    theirs = (row["name"] for row in brought.of(Official.__tablename__).values())
    return _personal({*session.scalars(select(Official.name)), *theirs}, written)


def personal_in(collected: Collected) -> tuple[Finding, ...]:
    """Return what in a book that is to be handed on looks like a trace of a person: whoever gets it will refuse it."""
    officials = {str(row["name"]) for row in collected.of(Official.__tablename__).values()}
    return _personal(officials, collected.tables)


def _personal(
    officials: Container[str], written: Mapping[str, Mapping[int, Mapping[str, Any]]]
) -> tuple[Finding, ...]:
    return tuple(
        replace(finding, place=place_of(table, number), facts={"row": f"{table}:{number}:{finding.place}"})
        for table, rows in written.items()
        for number, values in rows.items()
        for finding in _personal_in(table, _texts(values), officials)
    )


def _personal_in(table: str, texts: Mapping[str, str], officials: Container[str]) -> Iterator[Finding]:
    if table in _STORED:
        yield from personal_findings(_STORED[table].entry, texts, officials)
    for key in _SCORING_WORDS.get(table, ()):
        finding = personal_finding(texts.get(key, ""), officials)
        if finding is not None:
            yield replace(finding, place=key)


def without(
    rows: Mapping[str, dict[int, Typed]], findings: Iterable[Finding]
) -> Mapping[str, dict[int, Typed]]:
    """Return rows without the texts that findings of people name."""
    left: dict[str, dict[int, Typed]] = defaultdict(
        dict, {table: dict(found) for table, found in rows.items()}
    )
    for finding in findings:
        named = _PLACE.fullmatch(finding.facts["row"])
        if named is not None and int(named["number"]) in left[named["table"]]:
            number, key = int(named["number"]), named["key"]
            blank = None if _may_be_empty(named["table"], key) else _BLANK
            left[named["table"]][number] = {**left[named["table"]][number], key: blank}
    return left


def _may_be_empty(table: str, key: str) -> bool:
    return table in _STORED and not _STORED[table].entry.field(key).required


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: value for key, value in values.items() if isinstance(value, str)}


def _judged(session: Session, stored: Stored, values: Typed, contents: ContentsToTake) -> Iterator[Finding]:
    yield from check_values(stored.entry, values)
    for item in stored.entry.of_kind(FieldKind.CHOICE):
        value = values.get(item.key)
        if value is not None and not _is_choice(session, item, str(value), contents):
            yield Finding("not_in_list", item.key, str(value), {"near": ""})
    for item in stored.entry.of_kind(FieldKind.PERIOD):
        try:
            parse_period(str(values[item.key]))
        except Unknown:
            yield Finding("not_period", item.key, str(values[item.key]))


def _is_choice(session: Session, item: Field, code: str, contents: ContentsToTake) -> bool:
    fresh: Collection[str] = [new for new in contents.codes.values() if new.startswith("+")]
    if item.catalogue == "measures":
        name = code.partition("[")[0].partition(".")[2]
        return name in fresh or _is_measure(session, code)
    known = once(session, item.catalogue, lambda: content.titles(content.choices(session, item.catalogue)))
    return code in known or code in fresh


def _is_measure(session: Session, code: str) -> bool:
    try:
        measures.refer(session, code)
    except Unknown:
        return False
    return True


def _hotspots(written: Written) -> Iterator[Finding]:
    events: dict[int, list[Event]] = defaultdict(list)
    for number, row in written.get(HotspotEvent.__tablename__, {}).items():
        events[row["hotspot_id"]].append(Event(row["happened_on"], number, row["what"]))
    for number, row in written.get(Hotspot.__tablename__, {}).items():
        for finding in history_findings(row["found_on"], events.get(-number, ())):
            yield replace(finding, place=place_of(Hotspot.__tablename__, number))


def _overlaps(session: Session, written: Written, numbers: Numbers) -> Iterator[Finding]:
    """Name figures whose days are counted here already under another period: both would be counted twice."""
    rows = written.get(Figure.__tablename__, {})
    held: set[Any] = set(session.execute(select(Figure.definition, Figure.unit_id).distinct()))
    stored = STORED["figures"]
    for number, row in rows.items():
        if (row["definition"], row["unit_id"]) in held:
            own = max(numbers[Figure.__tablename__][number], 0)
            for finding in record_checks.findings(session, stored, row, own or None):
                yield replace(finding, place=place_of(Figure.__tablename__, number))
