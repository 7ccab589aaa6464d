"""Evidence for the criteria of a sheet: what is said of a document, which file is kept of it.

Evidence is added, changed and removed until the sheet is appraised: by the commune while it scores, by the appraisers
while they look. Removing a row leaves its file, which the log may ask for again (`db.attachments`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import ScoreEvidence, ScoreSheet
from db.rules.attachments import Attachment
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.personal_data import personal_finding
from db.rules.scoring.chain import State
from db.rules.text import cleaned, cleaned_lines
from db.services import trainings
from db.services.borders import unit_days
from db.services.entering.entries import Gone
from db.services.scoring.sheets import Sheet, new_sheet, sheet, stored_sheet

MOST_NUMBER, MOST_NOTE = 100, 1000
# From the appraisal on a sheet and what proves it stay as they were looked at.
_TAKEN_IN = (State.OPEN, State.RETURNED, State.SUBMITTED)


@dataclass(frozen=True)
class Said:
    """What an officer says of a document: its number, its day, what it is."""

    number: str = ""
    on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence of a criterion, its file where it has one, who entered it and when."""

    id: int
    criterion: str
    said: Said
    file: Attachment | None
    who: str
    at: datetime

    @property
    def same(self) -> tuple[str, Said, str]:
        """Return what two pieces share that are one."""
        return self.criterion, self.said, self.file.sha256 if self.file else ""


def of_sheet(session: Session, *, unit_id: int, year: int) -> Mapping[str, tuple[Evidence, ...]]:
    """Return the evidence of a commune's sheet by criterion, in the order in which it was entered."""
    stored = stored_sheet(session, unit_id, year)
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in stored.evidence if stored else ():
        found[row.criterion].append(_evidence(row))
    return {criterion: tuple(pieces) for criterion, pieces in found.items()}


def counts(session: Session, *, unit_id: int, year: int) -> Mapping[str, int]:
    """Return how much evidence each criterion of a sheet has; those without have no entry."""
    statement = (
        select(ScoreEvidence.criterion, func.count().label("pieces"))
        .join(ScoreSheet)
        .where(ScoreSheet.unit_id == unit_id, ScoreSheet.year == year)
        .group_by(ScoreEvidence.criterion)
    )
    return {row.criterion: row.pieces for row in session.execute(statement)}


def is_open(now: Sheet) -> bool:
    """Return whether evidence of a sheet may be added, changed and removed."""
    return now.state in _TAKEN_IN


def add(
    session: Session,
    *,
    unit_id: int,
    year: int,
    criterion: str,
    said: Said,
    file: Attachment | None,
    today: date,
) -> int:
    """Add evidence to a criterion and return its number; raises Refused with every finding."""
    plain = _cleaned(said)
    now = sheet(session, unit_id=unit_id, year=year)
    refuse([*closed(now), *_unknown(now, criterion), *_findings(plain, file, today)])
    unit_days.refuse_other_years(session, unit_id, year, year)
    row = ScoreEvidence(criterion=criterion)
    _set(row, plain, file)
    stored = stored_sheet(session, unit_id, year) or new_sheet(session, unit_id, year)
    stored.evidence.append(row)
    session.flush()
    return row.id


def change(session: Session, evidence_id: int, *, said: Said, file: Attachment | None, today: date) -> None:
    """Set what is said of a piece of evidence and its file; raises Refused, Gone."""
    plain = _cleaned(said)
    row, now = _row(session, evidence_id)
    refuse([*closed(now), *_findings(plain, file, today)])
    _set(row, plain, file)
    session.flush()


def remove(session: Session, evidence_ids: Iterable[int]) -> None:
    """Remove evidence, all or none; the log keeps the rows, the folder their files. Raises Refused, Gone."""
    for evidence_id in evidence_ids:
        row, now = _row(session, evidence_id)
        refuse(closed(now))
        session.delete(row)
    session.flush()


def cautions(session: Session, said: Said, file_name: str) -> tuple[Finding, ...]:
    """Return which words look like a trace of a person: told, never refused."""
    texts = {"note": said.note, "file": file_name}
    found = {key: finding for key, text in texts.items() if (finding := personal_finding(text)) is not None}
    if any(finding.code == "personal_names" for finding in found.values()):
        officials = trainings.official_names(session)
        found = {
            key: finding for key in found if (finding := personal_finding(texts[key], officials)) is not None
        }
    return tuple(replace(finding, place=key) for key, finding in found.items())


def titles(of: Sheet) -> Mapping[str, str]:
    """Return the titles of what is answered on a sheet, by code."""
    return {item.code: item.title for item in of.rule_set.asked}


def closed(now: Sheet) -> Iterator[Finding]:
    """Say why evidence of a sheet cannot be touched, nothing where it can."""
    if not is_open(now):
        yield Finding(f"sheet_is_{now.state}", "criterion")


def _unknown(now: Sheet, criterion: str) -> Iterator[Finding]:
    if criterion not in titles(now):
        yield Finding("not_chosen", "criterion", criterion)


def _findings(said: Said, file: Attachment | None, today: date) -> Iterator[Finding]:
    if not said.number and not said.note and file is None:
        yield Finding("evidence_blank", "number")
    yield from word_findings(said, today)


def word_findings(said: Said, today: date) -> Iterator[Finding]:
    """Say what is wrong with the words of evidence, whatever its file."""
    for key, text, most in (("number", said.number, MOST_NUMBER), ("note", said.note, MOST_NOTE)):
        if len(text) > most:
            yield Finding("too_long", key, text[:40], {"most": str(most)})
    if said.on is not None and said.on > today:
        yield Finding("evidence_day_ahead", "on", day_text(said.on), {"last": day_text(today)})


def refuse(findings: Iterable[Finding]) -> None:
    """Raise Refused where there is a finding."""
    found = tuple(findings)
    if found:
        raise Refused(found)


def _cleaned(said: Said) -> Said:
    return replace(said, number=cleaned(said.number), note=cleaned_lines(said.note))


def _row(session: Session, evidence_id: int) -> tuple[ScoreEvidence, Sheet]:
    row = session.get(ScoreEvidence, evidence_id)
    if row is None:
        raise Gone("evidence", evidence_id)
    stored = session.get_one(ScoreSheet, row.sheet_id)
    return row, sheet(session, unit_id=stored.unit_id, year=stored.year)


def _set(row: ScoreEvidence, said: Said, file: Attachment | None) -> None:
    row.number, row.on, row.note = said.number or None, said.on, said.note
    row.file_name = file.file_name if file else None
    row.stored_name = file.stored_name if file else None
    row.sha256 = file.sha256 if file else None
    row.size = file.size if file else None


def _evidence(row: ScoreEvidence) -> Evidence:
    said = Said(row.number or "", row.on, row.note)
    return Evidence(row.id, row.criterion, said, _file(row), row.created_by, row.created_at)


def _file(row: ScoreEvidence) -> Attachment | None:
    if not row.stored_name:
        return None
    return Attachment(row.file_name or "", row.stored_name, row.sha256 or "", row.size or 0)
