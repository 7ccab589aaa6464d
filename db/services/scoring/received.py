"""Score sheets that came in workbooks: what each would change here, and taking them in as one step of undo."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import ScoreFile
from db.rules.findings import Finding, Refused
from db.rules.scoring.answers import answer_text
from db.rules.scoring.chain import State, Step, Taken, step_findings
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF, Mark
from db.rules.scoring.received_books import Judged, ReadBook
from db.rules.scoring.received_cells import ReadCell
from db.rules.scoring.received_judging import judge
from db.services import trainings
from db.services.scoring import received_place, rule_sets, sheets, steps
from db.services.scoring.sheets import Sheet

NOTE = "note"
_SCORING = (State.OPEN, State.RETURNED)
_KEPT_FOR_EVER = (State.RECOGNISED, State.WITHDRAWN)
_OPENS = (Step.RETURN, Step.REOPEN)


class FileState(StrEnum):
    """What a file would do: bring something, nothing, something else than is here (a question), or it is refused."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    REFUSED = "refused"


@dataclass(frozen=True)
class Difference:
    """Where a file says otherwise: the criterion, its column (or `note`, `reason`), the words here and there."""

    code: str
    title: str
    column: str
    here: str
    there: str


@dataclass(frozen=True)
class ReceivedPlan:
    """What a file would do. `sheet` is the one here, none where the file could not be placed.

    `asks` names why a person has to choose it (`differs`, `older`); nothing of it is taken without that.
    """

    read: ReadBook
    state: FileState
    sheet: Sheet | None = None
    judged: Judged | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    differences: tuple[Difference, ...] = ()
    asks: tuple[str, ...] = ()
    submits: bool = False

    @property
    def column(self) -> str:
        """Return which column it brings."""
        return self.read.column


def plan(session: Session, read: ReadBook, *, today: date) -> ReceivedPlan:
    """Judge a file and compare it with the sheet here; nothing is written."""
    try:
        placed = received_place.place(session, read)
    except Refused as refused:
        return ReceivedPlan(read, FileState.REFUSED, findings=refused.findings)
    now = sheets.sheet(session, unit_id=placed.unit.id, year=placed.year)
    officials = trainings.official_names(session)
    judged = judge(rule_sets.parsed(placed.held), read, today=today, officials=officials)
    planned = ReceivedPlan(
        read,
        FileState.REFUSED,
        now,
        judged,
        judged.findings,
        judged.notes,
        tuple(_differences(now, judged, read)),
    )
    if judged.findings:
        return planned
    return _compared(session, planned, now, judged, today)


def unread(name: str, refused: Refused) -> ReceivedPlan:
    """Return the plan of a file that could not be read at all."""
    blank = ReadCell()
    read = ReadBook(name, b"", "", "", blank, blank, blank, {}, ())
    return ReceivedPlan(read, FileState.REFUSED, findings=refused.findings)


def rivals(plans: Sequence[ReceivedPlan]) -> tuple[tuple[ReceivedPlan, ...], ...]:
    """Return the files that bring the same column of one commune's sheet and are not the same bytes."""
    found: dict[tuple[int, int, str], dict[str, ReceivedPlan]] = {}
    for planned in plans:
        if planned.sheet is not None and planned.state is not FileState.REFUSED:
            key = (planned.sheet.unit.id, planned.sheet.year, planned.column)
            found.setdefault(key, {}).setdefault(planned.read.sha256, planned)
    return tuple(tuple(group.values()) for group in found.values() if len(group) > 1)


def choices(planned: ReceivedPlan) -> tuple[Finding, ...]:
    """Return a finding for each reason for which a person has to choose a file."""
    if planned.sheet is None:
        return ()
    facts = {"unit": planned.sheet.unit.name, "count": str(len(planned.differences))}
    place, value = planned.read.title.place, str(planned.read.revision)
    return tuple(Finding(f"score_file_{asked}", place, value, facts) for asked in planned.asks)


def rival_finding(planned: ReceivedPlan, group: Sequence[ReceivedPlan]) -> Finding:
    """Return that another file brings the same commune's sheet."""
    assert planned.sheet is not None
    others = ", ".join(item.read.name for item in group if item is not planned)
    facts = {"unit": planned.sheet.unit.name, "year": str(planned.sheet.year), "others": others}
    return Finding("score_two_files", planned.read.title.place, facts=facts)


def take_in(session: Session, planned: ReceivedPlan, *, chosen: bool, reason: str, today: date) -> None:
    """Store what a file says: answers, the steps of the chain, its bytes. The plan is of the same moment.

    `chosen` says that a person takes it although it differs; `reason` is written where a closed sheet is opened for
    it. Raises Refused, and then nothing may be kept.
    """
    if planned.findings or planned.sheet is None or planned.judged is None:
        raise Refused(planned.findings, planned.read.name)
    if planned.asks and not chosen:
        raise Refused(choices(planned), planned.read.name)
    if planned.state is FileState.SAME:
        return
    try:
        _Taking(session, planned, planned.sheet, planned.judged, reason, today).take()
    except Refused as refused:
        raise Refused([_at_cell(planned, item) for item in refused.findings], planned.read.name) from refused
    keep(session, planned)


def keep(session: Session, planned: ReceivedPlan) -> None:
    """Keep the bytes of a file as received, also of one that was not chosen; the same bytes are kept once."""
    assert planned.sheet is not None
    unit, year, read = planned.sheet.unit, planned.sheet.year, planned.read
    if not _is_known(session, planned):
        session.add(
            ScoreFile(
                unit_id=unit.id,
                year=year,
                file_name=read.name[-250:],
                sha256=read.sha256,
                body=read.body,
                revision=read.revision,
                received_at=session.info["clock"](),
                received_by=session.info["who"],
            )
        )
        session.flush()


class _Taking:
    """Takes one file in, step by step along the chain."""

    def __init__(
        self, session: Session, planned: ReceivedPlan, now: Sheet, judged: Judged, reason: str, today: date
    ) -> None:
        self._session, self._planned, self._now, self._judged = session, planned, now, judged
        self._reason, self._today = reason, today

    def take(self) -> None:
        columns = {item.column for item in self._planned.differences}
        if self._now.state in (State.SUBMITTED, State.APPRAISED) and columns & {SELF, NOTE}:
            self._step(Step.RETURN, None)
        elif self._now.state is State.APPRAISED:
            self._step(Step.REOPEN, None)
        if self._now.state in _SCORING:
            self._give(SELF)
            if self._planned.submits:
                self._step(Step.SUBMIT, self._judged.submitted_on)
        if self._planned.column == APPRAISED:
            self._give(APPRAISED)
            self._step(Step.APPRAISE, self._judged.appraised_on)

    def _give(self, column: str) -> None:
        said = self._judged.marks.values()
        self._store([_merged(self._now.mark(mark.criterion), mark, column) for mark in said])

    def _store(self, marks: Sequence[Mark]) -> None:
        unit_id, year = self._now.unit.id, self._now.year
        changed = [mark for mark in marks if mark != self._now.mark(mark.criterion)]
        sheets.give_marks(self._session, unit_id=unit_id, year=year, marks=changed, today=self._today)
        self._again()

    def _step(self, step: Step, on: date | None) -> None:
        taken = Taken(step, self._day(step, on), reason=self._reason if step in _OPENS else "")
        unit_id, year = self._now.unit.id, self._now.year
        steps.take(self._session, unit_id=unit_id, year=year, taken=taken, today=self._today)
        self._again()

    def _day(self, step: Step, on: date | None) -> date:
        """Return the day that the file names, today where it names none; behind a step of this book that day."""
        day, last = on or self._today, _last_on(self._now)
        was_judged = step is Step.SUBMIT and not self._planned.asks and self._planned.column == SELF
        return day if was_judged else max(day, last or day)

    def _again(self) -> None:
        self._now = sheets.sheet(self._session, unit_id=self._now.unit.id, year=self._now.year)


def _compared(
    session: Session, planned: ReceivedPlan, now: Sheet, judged: Judged, today: date
) -> ReceivedPlan:
    """Say what a sound file would do to the sheet as it stands."""
    is_known = _is_known(session, planned)
    refused = (*_closed(planned, now), *_day_findings(planned, now, judged, today))
    if refused:
        return replace(planned, findings=refused)
    if planned.differences:
        asks = ("differs", *_older(session, planned))
        return replace(planned, state=FileState.DIFFERS, asks=asks, submits=not judged.missing)
    submits = now.state in _SCORING and not judged.missing
    appraises = planned.column == APPRAISED and now.state in (*_SCORING, State.SUBMITTED)
    brings = (appraises or now.state in _SCORING) and _brings(now, judged, planned.column)
    if not (brings or submits or appraises) or (is_known and not brings):
        notes = tuple(note for note in planned.notes if note.code == "score_unverified")
        return replace(planned, state=FileState.SAME, notes=notes)
    return replace(planned, state=FileState.NEW, asks=_older(session, planned), submits=submits)


def _brings(now: Sheet, judged: Judged, column: str) -> bool:
    """Return whether a file has answers or words that the sheet has not."""
    columns = COLUMNS if column == APPRAISED else (SELF,)
    held = ((now.mark(code), mark) for code, mark in judged.marks.items())
    return any(_merged(mark, said, each) != mark for mark, said in held for each in columns)


def _closed(planned: ReceivedPlan, now: Sheet) -> tuple[Finding, ...]:
    """Refuse what would change a sheet that is kept for ever."""
    if now.state not in _KEPT_FOR_EVER or not planned.differences:
        return ()
    return (Finding(f"sheet_is_{now.state}", planned.read.title.place, now.unit.name),)


def _day_findings(planned: ReceivedPlan, now: Sheet, judged: Judged, today: date) -> tuple[Finding, ...]:
    """Judge the day on which a sheet was submitted where the file names one and it is submitted on it."""
    if judged.submitted_on is None or judged.missing or now.state not in _SCORING or planned.column != SELF:
        return ()
    taken = Taken(Step.SUBMIT, judged.submitted_on)
    found = step_findings(now.state, taken, _last_on(now), today)
    return tuple(_at_cell(planned, finding) for finding in found)


def _last_on(now: Sheet) -> date | None:
    return now.steps[-1].on if now.steps else None


def _differences(now: Sheet, judged: Judged, read: ReadBook) -> Iterator[Difference]:
    """Yield where the file says otherwise than the sheet; what only one of the two has is no difference.

    But a note that came after the sheet was submitted is one: it cannot enter without a return.
    """
    columns = COLUMNS if read.column == APPRAISED else (SELF,)
    is_closed = read.column == SELF and now.state not in _SCORING
    for code, said in judged.marks.items():
        held, criterion = now.mark(code), now.rule_set.criterion(code)
        for column in columns:
            here, there = held.answer(column), said.answer(column)
            if here and there and here != there:
                words = (answer_text(criterion, here), answer_text(criterion, there))
                yield Difference(code, criterion.title, column, *words)
        pairs = [(NOTE, held.note, said.note)]
        if read.column == APPRAISED:
            pairs.append(("reason", held.reason, said.reason))
        for column, before, after in pairs:
            if after and before != after and (before or (column == NOTE and is_closed)):
                yield Difference(code, criterion.title, column, before, after)


def _merged(held: Mark, said: Mark, column: str) -> Mark:
    """Return a mark with what a file says of a column; a blank cell takes nothing away."""
    if column == SELF:
        answer, note = said.self_answer or held.self_answer, said.note or held.note
        return replace(held, self_answer=answer, note=note)
    return replace(held, appraised_answer=said.appraised_answer, reason=said.reason)


def _older(session: Session, planned: ReceivedPlan) -> tuple[str, ...]:
    """Say that a file is older than one that came before."""
    assert planned.sheet is not None
    unit_id, year = planned.sheet.unit.id, planned.sheet.year
    newest = session.scalar(
        select(func.max(ScoreFile.revision)).where(ScoreFile.unit_id == unit_id, ScoreFile.year == year)
    )
    return ("older",) if newest is not None and planned.read.revision < newest else ()


def _is_known(session: Session, planned: ReceivedPlan) -> bool:
    assert planned.sheet is not None
    unit_id, year = planned.sheet.unit.id, planned.sheet.year
    same = select(ScoreFile.id).where(
        ScoreFile.unit_id == unit_id, ScoreFile.year == year, ScoreFile.sha256 == planned.read.sha256
    )
    return session.scalar(same) is not None


def _at_cell(planned: ReceivedPlan, finding: Finding) -> Finding:
    """Put what the sheet or the chain refused at the cell that says it."""
    return replace(finding, place=planned.read.day.place if finding.place == "on" else planned.read.sheet)
