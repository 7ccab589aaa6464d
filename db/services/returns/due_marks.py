"""What an officer says of a return that is due: sent by hand, acknowledged, received on paper, excused with a word."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Return, ReturnMark
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.returns.due import DueState
from db.rules.text import cleaned

_ON_PAPER = (DueState.SENT, DueState.ACKNOWLEDGED)


@dataclass(frozen=True)
class Said:
    """What is said of a return: its unit, set and period, the state, since which day, and a note."""

    unit_id: int
    set_code: str
    period: str
    state: DueState
    on: date
    note: str = ""


def mark(session: Session, said: Said, today: date) -> bool:
    """Keep what is said; return whether undo can take it back.

    What was approved in the program says itself when it was sent and acknowledged, and is no step of undo; anything
    else is kept beside it. Raises Refused for a day to come, and for an excuse without a word.
    """
    note = cleaned(said.note)
    findings = [*_day_findings(said, today), *_note_findings(said, note)]
    if findings:
        raise Refused(findings)
    approved = _newest(session, said.unit_id, said.set_code, said.period)
    if approved is not None and said.state in _ON_PAPER:
        _say_of(approved, said, note)
        session.flush()
        return False
    _keep(session, said, note)
    return True


def take_back(session: Session, unit_id: int, set_code: str, period: str) -> bool:
    """Take back what was said last of a return; return whether undo can bring it again.

    What stands in an approved return goes before what was kept beside it.
    """
    approved = _newest(session, unit_id, set_code, period)
    if approved is not None and (approved.sent_on or approved.acknowledged_on):
        _take_from(approved)
        session.flush()
        return False
    held = _marks_of(session, unit_id, set_code, period)
    if held:
        session.delete(held[-1])
        session.flush()
    return bool(held)


def _take_from(approved: Return) -> None:
    if approved.acknowledged_on:
        approved.acknowledged_on, approved.acknowledged_note = None, ""
    else:
        approved.sent_on, approved.sent_note = None, ""


def _say_of(approved: Return, said: Said, note: str) -> None:
    if said.state is DueState.SENT:
        approved.sent_on, approved.sent_note = said.on, note
    else:
        approved.acknowledged_on, approved.acknowledged_note = said.on, note


def _keep(session: Session, said: Said, note: str) -> None:
    marks = _marks_of(session, said.unit_id, said.set_code, said.period)
    held = next((item for item in marks if item.state == said.state), None)
    if held is None:
        key = {"unit_id": said.unit_id, "set_code": said.set_code, "period": said.period}
        held = ReturnMark(**key, state=said.state)
        session.add(held)
    held.on, held.note = said.on, note
    session.flush()


def _day_findings(said: Said, today: date) -> list[Finding]:
    if said.on > today:
        return [Finding("mark_in_future", "on", day_text(said.on), {"today": day_text(today)})]
    return []


def _note_findings(said: Said, note: str) -> list[Finding]:
    return [Finding("excuse_without_word", "note")] if said.state is DueState.EXCUSED and not note else []


def _newest(session: Session, unit_id: int, set_code: str, period: str) -> Return | None:
    statement = select(Return).where(
        Return.unit_id == unit_id, Return.set_code == set_code, Return.period == period
    )
    return session.scalars(statement.order_by(Return.revision.desc())).first()


def _marks_of(session: Session, unit_id: int, set_code: str, period: str) -> list[ReturnMark]:
    """Return what was said of a return, the last at the end."""
    statement = select(ReturnMark).where(
        ReturnMark.unit_id == unit_id, ReturnMark.set_code == set_code, ReturnMark.period == period
    )
    return list(session.scalars(statement.order_by(ReturnMark.id)))
