"""`pcmd returns due`: the returns of a year with their due days, where they stand, and how long is left."""

from argparse import Namespace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from db.rules.findings import Unknown
from db.rules.formats import day_text
from db.rules.near_names import near_names
from db.rules.periods import CutOff, parse_period
from db.rules.returns.schedules import Schedule
from db.services import offices
from db.services.returns import due as due_board
from db.services.returns import schedules
from db.services.returns.due import DueBoard, DueReturn
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome
from ui.common.finding_texts import finding_text
from ui.common.period_texts import period_title
from ui.common.return_due_texts import STATES, clash_words, days_words


def due(arguments: Namespace) -> Outcome:
    """List the returns of the office and the units below it as they stand, with the days left on a day."""
    with open_book(arguments) as book, book.reading() as session:
        cut_off = offices.cut_off(session)
        year = cut_off.year_of(arguments.on) if arguments.year is None else arguments.year
        code = _known_code(session, arguments.unit, year, cut_off)
        under = _schedule(session, arguments.schedule)
        board = due_board.board(session, year=year, on=arguments.on, under=under)
    found = [item for item in board.returns if code in (None, item.unit.code)]
    values = {
        "year": year,
        "on": arguments.on.isoformat(),
        "due": [_values(item) for item in found],
        "notes": _notes(board),
    }
    return Outcome(values, [*_notes(board), *map(_line, found)])


def _schedule(session: Session, code: str | None) -> Schedule | None:
    """Return the schedule under which is looked, none where it is the office's; raises Unknown."""
    if code is None:
        return None
    offered = schedules.offered(session)
    if code not in offered:
        raise Unknown("schedule", code, near_names(code, offered) or tuple(offered))
    return offered[code]


def _known_code(session: Session, code: str | None, year: int, cut_off: CutOff) -> str | None:
    span = parse_period(str(year)).span(cut_off)
    if code is None:
        return None
    kept = offices.units_kept(session, span)
    if code.strip() not in {unit.code for unit in kept}:
        raise Unknown("unit_in_scope", code, near_names(code, (unit.code for unit in kept)))
    return code.strip()


def _notes(board: DueBoard) -> list[str]:
    return [finding_text(note) for note in board.notes]


def _values(item: DueReturn) -> dict[str, Any]:
    standing = item.standing
    return {
        "unit": item.unit.code,
        "name": item.unit.name,
        "own": item.is_own,
        "set": item.due.set_code,
        "title": item.set_title,
        "kind": item.due.kind.value,
        "period": item.due.period.label,
        "cut_off": item.due.cut_off.isoformat(),
        "due": item.due.due.isoformat(),
        "state": standing.state.value,
        "state_on": _iso(standing.on),
        "days_left": item.days_left,
        "open": item.is_open,
        "carried": item.is_carried,
        "clash": item.due.clash.value if item.due.clash else None,
        "note": standing.note,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _line(item: DueReturn) -> str:
    state = STATES[item.standing.state]
    left = days_words(item.days_left) if item.is_open else ""
    parts = (
        day_text(item.due.due),
        item.unit.name,
        period_title(item.due.period),
        item.set_title,
        state,
        left,
    )
    return " · ".join(part for part in (*parts, clash_words(item.due)) if part)
