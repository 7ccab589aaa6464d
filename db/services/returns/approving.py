"""Approve a return: freeze it, note its export, take it back while it has not left."""

import json
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Return
from db.rules.findings import Finding, Refused
from db.rules.returns.check_findings import CheckFinding, Severity, finding_of
from db.rules.returns.filled import FilledReturn, figures_text
from db.rules.returns.frozen import frozen_text
from db.services import units
from db.services.returns import checking, frozen_returns
from db.services.returns.works import word_key


def approve(
    session: Session, filled: FilledReturn, *, words: Mapping[str, str], note: str, sources: str = ""
) -> int:
    """Freeze a return and return its number; the figures of the newest revision again are that revision.

    `words` say by the keys of findings why warnings stand, `note` why a revision differs from the one before, `sources`
    (JSON) where each row came from. Raises Refused with the errors, with warnings without a word, or without a note.
    """
    unit = units.find(session, filled.unit_code, filled.unit_valid_on)
    filled = replace(filled, revision=frozen_returns.next_revision(session, unit, filled))
    held = session.scalar(
        select(Return.id).where(
            Return.unit_id == unit.id,
            Return.set_code == filled.set.code,
            Return.period == filled.period,
            Return.revision == filled.revision,
        )
    )
    if held is not None:
        return held
    found = checking.findings(session, filled)
    said = {word_key(key): word for key, word in words.items() if word.strip()}
    _refuse([*standing(found, said), *_without_note(filled, note)], filled)
    return _freeze(session, unit.id, filled, _said_of(found, said), note.strip(), sources)


def standing(found: tuple[CheckFinding, ...], words: Mapping[str, str]) -> list[CheckFinding]:
    """Return the findings that stop an approval: errors, and warnings of which nothing was said."""
    return [item for item in found if item.severity is Severity.ERROR or not words.get(word_key(item.key))]


def exported(session: Session, return_id: int, *, file_name: str) -> None:
    """Note that an approved return was written into a file; the first time counts."""
    row = session.get_one(Return, return_id)
    if row.exported_at is None:
        row.exported_at, row.file_name = session.info["clock"](), file_name
        session.flush()


def withdraw(session: Session, return_id: int) -> None:
    """Take an approval back; raises Refused once the return was exported: only another revision answers it then."""
    row = session.get_one(Return, return_id)
    if row.exported_at is not None:
        raise Refused([Finding("return_exported", value=str(row.revision))])
    session.delete(row)
    session.flush()


def _without_note(filled: FilledReturn, note: str) -> list[CheckFinding]:
    if filled.revision == 1 or note.strip():
        return []
    return [CheckFinding(Severity.ERROR, "revision_without_note", value=str(filled.revision))]


def _refuse(stopping: list[CheckFinding], filled: FilledReturn) -> None:
    if stopping:
        raise Refused(finding_of(item, filled.sheets) for item in stopping)


def _said_of(found: tuple[CheckFinding, ...], words: Mapping[str, str]) -> dict[str, str]:
    return {item.key: words[word_key(item.key)] for item in found if item.severity is Severity.WARNING}


def _freeze(
    session: Session, unit_id: int, filled: FilledReturn, words: Mapping[str, str], note: str, sources: str
) -> int:
    row = Return(
        unit_id=unit_id,
        set_code=filled.set.code,
        set_version=filled.set.version,
        period=filled.period,
        first=filled.span.first,
        last=filled.span.last,
        revision=filled.revision,
        figures=figures_text(filled),
        sha256=filled.sha256,
        check_code=filled.check_code,
        file_name="",
        frozen=frozen_text(filled),
        sources=sources,
        words=json.dumps(words, ensure_ascii=False) if words else "",
        note=note,
    )
    session.add(row)
    session.flush()
    return row.id
