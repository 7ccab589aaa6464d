"""Returns that came in workbooks: what each is and what is wrong with it, and taking them in as one step."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy.orm import Session

from db.rules.findings import Finding, Refused
from db.rules.returns.filled import FilledReturn
from db.rules.returns.received_books import ReadReturn
from db.rules.returns.received_differences import ToldDifference, told_differences
from db.rules.returns.received_findings import ReturnFinding, error, is_refused, of_refusal, told
from db.rules.returns.received_judging import Judged, cell_findings, judge
from db.rules.returns.received_mark import ReturnMark, known_mark
from db.services.returns import received_files
from db.services.returns.received_earlier import earlier_findings
from db.services.returns.received_files import FileState, NewFile, ReceivedFile
from db.services.returns.received_place import Placed, Places
from db.services.units import UnitInfo

DIFFERS, OLDER, RIVAL = "differs", "older", "rival"


class Outcome(StrEnum):
    """What a file would do: count, change nothing, wait for a person's choice, stand back, or be kept as refused."""

    NEW = "new"
    SAME = "same"
    ASKS = "asks"
    OLDER = "older"
    REFUSED = "refused"


@dataclass(frozen=True)
class ReceivedPlan:
    """What a file would do; nothing of it is written. A file that could not be placed has neither unit nor period.

    `here` is the file that counts by now for the same unit, set and period, `asks` why a person has to choose
    (`differs`, `older`, `rival`).
    """

    name: str
    sha256: str
    outcome: Outcome
    findings: tuple[ReturnFinding, ...] = ()
    unit: UnitInfo | None = None
    set_code: str = ""
    period: str = ""
    revision: int = 0
    verified: bool = False
    filled: FilledReturn | None = None
    here: ReceivedFile | None = None
    asks: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, str, str] | None:
        """Return what only one file counts for; none of a file that could not be placed."""
        return (self.unit.id, self.set_code, self.period) if self.unit else None


class Receiving:
    """Judges the files of one batch in one session; what many of them ask is asked once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._places = Places(session)

    def plan(self, read: ReadReturn) -> ReceivedPlan:
        """Judge a file and compare it with what is here; nothing is written."""
        planned = ReceivedPlan(read.name, read.sha256, Outcome.REFUSED)
        try:
            mark = known_mark(read.mark)
            planned = _as_marked(planned, mark)
            placed = self._places.place(read, mark)
        except Refused as refused:
            return replace(planned, findings=tuple(map(of_refusal, refused.findings)))
        return _compared(self._session, self._judged(planned, read, mark, placed))

    def _judged(
        self, planned: ReceivedPlan, read: ReadReturn, mark: ReturnMark | None, placed: Placed
    ) -> ReceivedPlan:
        judged = judge(read, mark, placed.expected)
        compared = self._compared_findings(placed.unit, judged)
        findings = (*self._sample(read), *map(self._of_time, judged.findings), *compared)
        return replace(
            planned,
            findings=findings,
            unit=placed.unit,
            set_code=placed.expected.form.code,
            period=placed.period.label,
            revision=mark.revision if mark else 1,
            verified=judged.verified,
            filled=judged.filled,
            outcome=Outcome.REFUSED if is_refused(findings) else Outcome.NEW,
        )

    def _compared_findings(self, unit: UnitInfo, judged: Judged) -> Iterator[ReturnFinding]:
        if judged.filled is not None and not is_refused(judged.findings):
            found = earlier_findings(self._session, unit, judged.filled)
            yield from cell_findings(found, judged.filled, judged.forms)

    def _sample(self, read: ReadReturn) -> Iterator[ReturnFinding]:
        """Refuse invented figures in a book of real ones."""
        if not self._places.office.sample:
            yield from (error("return_of_sample", sheet.name) for sheet in read.sheets if sheet.is_sample)

    def _of_time(self, finding: ReturnFinding) -> ReturnFinding:
        """Say of a name that it is the one of another place that had the code at another time."""
        code = finding.facts.get("code", "")
        if finding.code == "return_unit_renamed" and self._places.named_before(code, finding.value):
            return replace(finding, code="return_unit_other_time")
        return finding


def unread(name: str, refused: Refused, sha256: str = "") -> ReceivedPlan:
    """Return the plan of a file that could not be read at all."""
    return ReceivedPlan(name, sha256, Outcome.REFUSED, tuple(map(of_refusal, refused.findings)))


def settled(plans: Sequence[ReceivedPlan]) -> tuple[ReceivedPlan, ...]:
    """Return the plans of one batch with what each is beside the others of its unit, set and period.

    Of several revisions the newest counts; two of one revision that say otherwise want a person's choice.
    """
    groups: dict[object, list[int]] = defaultdict(list)
    found = list(plans)
    for at, planned in enumerate(plans):
        if planned.outcome in (Outcome.NEW, Outcome.ASKS):
            groups[planned.key].append(at)
    for group in groups.values():
        newest = max(plans[at].revision for at in group)
        rivals = [at for at in group if plans[at].revision == newest]
        said: dict[str, int] = {}
        for at in rivals:
            filled = plans[at].filled
            said.setdefault(filled.sha256 if filled else "", at)
        for at in group:
            found[at] = _beside(plans[at], newest, at in said.values(), len(said) > 1)
    return tuple(found)


def take_in(session: Session, planned: ReceivedPlan, body: bytes, *, chosen: bool, reason: str = "") -> None:
    """Keep a file as it came and let it count where it does; the same bytes again change nothing.

    Bytes that were refused count once they are sound: the book, not the file, was wrong then.

    `chosen` says that a person takes one that asks, `reason` why; nothing is kept of one that nobody chose. Raises
    Refused where something else came in meanwhile, and then nothing may be kept.
    """
    if planned.outcome is Outcome.SAME or _is_settled(session, planned):
        return
    if planned.outcome is Outcome.ASKS and not chosen:
        return
    if planned.outcome is Outcome.NEW and _here(session, planned) != planned.here:
        raise Refused([Finding("return_here_changed", value=planned.name)], planned.name)
    states = {Outcome.REFUSED: FileState.REFUSED, Outcome.OLDER: FileState.SUPERSEDED}
    state = states.get(planned.outcome, FileState.RECEIVED)
    received_files.keep(session, _new_file(planned, body, reason if chosen else ""), state)


def keep_beside(session: Session, planned: ReceivedPlan, body: bytes) -> None:
    """Keep the bytes of a file in whose place a person chose another one."""
    if not _is_settled(session, planned):
        received_files.keep(session, _new_file(planned, body, ""), FileState.SUPERSEDED)


def differing(session: Session, planned: ReceivedPlan) -> tuple[ToldDifference, ...]:
    """Return where a file says otherwise than the one that counts by now."""
    if planned.here is None or planned.filled is None:
        return ()
    return tuple(told_differences(received_files.said(session, planned.here.id), planned.filled))


def _as_marked(planned: ReceivedPlan, mark: ReturnMark | None) -> ReceivedPlan:
    if mark is None:
        return planned
    return replace(planned, set_code=mark.set_code[:50], period=mark.period[:50], revision=mark.revision)


def _beside(planned: ReceivedPlan, newest: int, speaks: bool, has_rivals: bool) -> ReceivedPlan:
    if planned.revision < newest:
        return replace(planned, outcome=Outcome.OLDER, asks=())
    if not speaks:
        return replace(planned, outcome=Outcome.SAME, asks=())
    if has_rivals:
        return replace(planned, outcome=Outcome.ASKS, asks=(*planned.asks, RIVAL))
    return planned


def _compared(session: Session, planned: ReceivedPlan) -> ReceivedPlan:
    """Say what a file would do beside what is here; one that is refused stays so, however often it comes."""
    if planned.outcome is Outcome.NEW and _is_settled(session, planned):
        return replace(planned, outcome=Outcome.SAME)
    here = _here(session, planned)
    planned = replace(planned, here=here)
    if planned.outcome is Outcome.REFUSED or here is None or planned.filled is None:
        return planned
    if planned.revision > here.revision:
        return planned
    if planned.revision < here.revision:
        return replace(planned, outcome=Outcome.ASKS, asks=(OLDER,))
    if received_files.said(session, here.id).sha256 != planned.filled.sha256:
        return replace(planned, outcome=Outcome.ASKS, asks=(DIFFERS,))
    is_better = planned.verified and not here.verified
    return planned if is_better else replace(planned, outcome=Outcome.SAME)


def _is_settled(session: Session, planned: ReceivedPlan) -> bool:
    """Tell whether these bytes are here and stay as they are; those of a file that is no longer refused do not."""
    known = received_files.known(session, planned.sha256)
    if known is None:
        return False
    return known.state is not FileState.REFUSED or planned.outcome is Outcome.REFUSED


def _here(session: Session, planned: ReceivedPlan) -> ReceivedFile | None:
    if planned.unit is None:
        return None
    files = received_files.of_unit(session, planned.unit.id, planned.set_code, planned.period)
    return next((file for file in files if file.state is FileState.RECEIVED), None)


def _new_file(planned: ReceivedPlan, body: bytes, reason: str) -> NewFile:
    return NewFile(
        planned.name,
        body,
        planned.sha256,
        planned.unit.id if planned.unit else None,
        planned.set_code,
        planned.period,
        planned.filled.span.last if planned.filled else None,
        planned.revision,
        planned.verified,
        planned.filled,
        [told(finding) for finding in planned.findings],
        reason,
    )
