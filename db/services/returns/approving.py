"""Approve a return: freeze it, note its export, take it back while it has not left."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from db.records import Return
from db.rules.findings import Finding, Refused
from db.rules.returns.check_findings import CheckFinding, Severity, finding_of
from db.rules.returns.filled import FilledReturn
from db.rules.returns.flowing import HandFilled
from db.rules.returns.forms import BY_HAND
from db.rules.rights import Right
from db.services import rights, units
from db.services.returns import checking, frozen_returns
from db.services.returns.works import word_key


def approve(
    session: Session,
    filled: FilledReturn,
    *,
    words: Mapping[str, str],
    note: str,
    sources: str = "",
    by_hand: HandFilled | None = None,
    found: Sequence[CheckFinding] | None = None,
) -> int:
    """Freeze a return and return its number; figures and notes of the newest revision again are that revision.

    `words` say by the keys of findings why warnings stand, `note` why a revision differs from the one before, `sources`
    (JSON) where each row came from, `by_hand` which cells are by hand: their reasons are kept; `found` is what was
    found in these figures just now. Raises Refused with the errors, with warnings without a word, or without a note;
    NotAllowed where who asks may not approve.
    """
    rights.want(session, Right.APPROVE)
    unit = units.find(session, filled.unit_code, filled.unit_valid_on)
    filled = replace(filled, revision=frozen_returns.next_revision(session, unit, filled))
    held = frozen_returns.latest(session, unit_id=unit.id, set_code=filled.set.code, period=filled.period)
    if held is not None and held.known.sha256 == filled.sha256:
        if notes_stay(held.filled, filled):
            return held.known.id
        filled = replace(filled, revision=filled.revision + 1)
    if found is None:
        found = checking.findings(session, filled, today=session.info["clock"]().date(), by_hand=by_hand)
    said = {word_key(key): word for key, word in words.items() if word.strip()}
    _refuse([*standing(found, said), *_without_note(filled, note)], filled)
    kept = {**_said_of(found, said), **_reasons(by_hand)}
    told = json.dumps(kept, ensure_ascii=False) if kept else ""
    return frozen_returns.freeze(session, filled, words=told, note=note.strip(), sources=sources)


def notes_stay(held: FilledReturn | None, filled: FilledReturn) -> bool:
    """Tell whether what is printed below the figures stays, as whose return is missing; the oldest have no notes."""
    return held is None or (held.notes, [sheet.notes for sheet in held.sheets]) == (
        filled.notes,
        [sheet.notes for sheet in filled.sheets],
    )


def standing(found: Sequence[CheckFinding], words: Mapping[str, str]) -> list[CheckFinding]:
    """Return the findings that stop an approval: errors, and warnings of which nothing was said."""
    return [item for item in found if item.severity is Severity.ERROR or not words.get(word_key(item.key))]


def exported(session: Session, return_id: int, *, file_name: str) -> None:
    """Note that an approved return was written into a file; the first time counts."""
    row = session.get_one(Return, return_id)
    if row.exported_at is None:
        row.exported_at, row.file_name = session.info["clock"](), file_name
        session.flush()


def withdraw(session: Session, return_id: int) -> None:
    """Take an approval back; raises Refused once the return was exported: only another revision answers it then.

    Raises NotAllowed where who asks may not approve.
    """
    rights.want(session, Right.APPROVE)
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


def _said_of(found: Sequence[CheckFinding], words: Mapping[str, str]) -> dict[str, str]:
    return {item.key: words[word_key(item.key)] for item in found if item.severity is Severity.WARNING}


def _reasons(by_hand: HandFilled | None) -> dict[str, str]:
    """Return why cells are by hand, by keys as those of findings."""
    cells = {place: mark.cell for place, mark in by_hand.marks.items() if mark.cell} if by_hand else {}
    return {
        CheckFinding(
            Severity.WARNING, BY_HAND, place.sheet, place.row, place.column, cell.value
        ).key: cell.reason
        for place, cell in cells.items()
    }
