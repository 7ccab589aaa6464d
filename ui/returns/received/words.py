"""What a cell of the matrix, a file and a finding are called, and in which colour a cell is written."""

from datetime import date

from db.rules.findings import Unknown
from db.rules.formats import day_text
from db.rules.periods import parse_period
from db.rules.returns.received_findings import ReturnFinding
from db.services.returns.received import Outcome, ReceivedPlan
from db.services.returns.received_board import BoardCell, BoardState
from db.services.returns.received_files import FileState, ReceivedFile
from ui.common.finding_texts import finding_text
from ui.common.period_texts import period_title
from ui.common.return_due_texts import STATES
from ui.common.standing_texts import Tone
from ui.returns.received import texts

_TONES = {Outcome.NEW: Tone.DONE, Outcome.ASKS: Tone.SOON, Outcome.REFUSED: Tone.LATE}


def cell_words(cell: BoardCell, today: date) -> tuple[str, Tone]:
    """Return where a unit's return stands, and the meaning of its colour."""
    late = cell.is_late(today)
    if cell.state is BoardState.MISSING:
        return _missing(cell, late)
    if cell.state is BoardState.REFUSED:
        return texts.REFUSED, Tone.LATE
    if cell.state is BoardState.NONE:
        return texts.NONE, Tone.PLAIN
    return _said(cell, late) if cell.file is None else _came(cell, cell.file, late)


def said_words(cell: BoardCell) -> str:
    """Return what an officer said of a return by hand, and of which day; nothing where nobody did."""
    standing = cell.standing
    if not standing.by_hand:
        return ""
    words = texts.SAID_NOTE if standing.note else texts.SAID
    return words.format(state=STATES[standing.state], day=day_text(standing.on), note=standing.note)


def file_row(file: ReceivedFile) -> tuple[str, ...]:
    """Return the words of a file that came."""
    state = texts.FILE_STATES[file.state]
    is_plain = file.verified or file.state is FileState.REFUSED
    shown = state if is_plain else texts.FILE_UNVERIFIED.format(state=state)
    return file.file_name, str(file.revision or ""), shown, f"{file.at:%d/%m/%Y %H:%M}", file.who


def finding_row(finding: ReturnFinding) -> tuple[str, ...]:
    """Return the words of a finding."""
    severity = texts.SEVERITIES[finding.severity]
    return severity, finding.place, finding.value, finding_text(finding.finding)


def period_words(label: str) -> str:
    """Return a period in words, as it is written where it is none."""
    try:
        return period_title(parse_period(label)) if label else ""
    except Unknown:
        return label


def outcome_words(planned: ReceivedPlan) -> tuple[str, Tone]:
    """Return what becomes of a file, and the meaning of its colour."""
    is_unverified = planned.outcome is Outcome.NEW and not planned.verified
    words = texts.OUTCOMES["new_unverified" if is_unverified else planned.outcome]
    return words, Tone.SOON if is_unverified else _TONES.get(planned.outcome, Tone.PLAIN)


def _said(cell: BoardCell, late: bool) -> tuple[str, Tone]:
    by_hand = [texts.BY_HAND] if cell.standing.by_hand else []
    words = [STATES[cell.standing.state], *by_hand, *([texts.LATE] if late else [])]
    return " · ".join(words), Tone.SOON if late else Tone.DONE


def _came(cell: BoardCell, file: ReceivedFile, late: bool) -> tuple[str, Tone]:
    revision = file.revision
    words = [texts.RECEIVED_REVISION.format(revision=revision) if revision > 1 else texts.RECEIVED]
    words += [texts.LATE] if late else []
    words += [] if file.verified else [texts.UNVERIFIED]
    words += [texts.SUPERSEDED.format(count=cell.superseded)] if cell.superseded else []
    words += [texts.REFUSED_SINCE] if cell.is_refused_since else []
    wants_look = late or not file.verified or cell.is_refused_since
    return " · ".join(words), Tone.SOON if wants_look else Tone.DONE


def _missing(cell: BoardCell, late: bool) -> tuple[str, Tone]:
    if late:
        return texts.MISSING_LATE.format(due=day_text(cell.due)), Tone.LATE
    due = texts.MISSING_DUE.format(due=day_text(cell.due)) if cell.due else texts.MISSING
    return due, Tone.PLAIN
