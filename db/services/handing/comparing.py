"""What taking a handed book in would do, row by row: new, the same, changed, likely to be one; nothing is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Base, Plan, PlanAmendment, ScoreEvidence, SourceBook
from db.rules.findings import Finding
from db.rules.formats import value_text
from db.rules.handing.document import HandedBook, Tell
from db.services import offices
from db.services.handing import contents, guards, renumbering, score_guards, taking_units
from db.services.handing.checking import PAPERS, Checked, Typed, checked
from db.services.handing.contents import ContentsToTake
from db.services.handing.known_rows import Known, KnownRows
from db.services.handing.likeness import Likeness
from db.services.handing.renumbering import Numbers, in_our_numbers
from db.services.handing.tables import KIND_OF, RECORDS
from db.services.handing.taking_units import UnitsToTake
from db.services.handing.words import called

_NOT_COMPARED = frozenset({"id", "created_at", "created_by", "changed_at", "changed_by"})
_PARTS = "parts"
_TOLD_EVERY = 2_000
_AT_ONCE = 500


class State(StrEnum):
    """What a row is beside this book: GONE was here and was removed since, CHANGED says something else now."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class Asked(StrEnum):
    """What a person is asked: whether to take what the handed book says, or whether two records are one."""

    DIFFERS = "differs"
    ALIKE = "alike"


@dataclass(frozen=True)
class Question:
    """A question on a row: which of ours it is about, how both are called, and by column what ours and theirs say."""

    asked: Asked
    table: str
    number: int
    record_id: int
    words: str
    our_words: str
    changes: tuple[tuple[str, str, str], ...]

    @property
    def key(self) -> str:
        """Return what names the question where it is answered: `official:17`."""
        return f"{self.table}:{self.number}"


@dataclass(frozen=True)
class Answers:
    """The keys of questions whose row is taken, or is the same as ours; whether traces of people are left out."""

    accepted: frozenset[str] = frozenset()
    leave_out: bool = False


@dataclass(frozen=True)
class TakingPlan:
    """What taking a book in would do.

    `numbers` are our numbers of rows there by table, of new ones turned negative; `fresh` and `changed` the values to
    be written by table and number there, in our numbers; `counts` by kind and state; `findings` keep it out.
    """

    brought: Checked
    units: UnitsToTake
    contents: ContentsToTake
    numbers: Numbers
    fresh: Mapping[str, Mapping[int, Typed]]
    changed: Mapping[str, Mapping[int, Typed]]
    counts: Mapping[str, Mapping[State, int]]
    questions: tuple[Question, ...]
    personal: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    is_known: bool
    leaves_out: bool

    @property
    def refused(self) -> tuple[Finding, ...]:
        """Return what keeps the book from being taken: traces of people too, unless they are left out."""
        return self.findings if self.leaves_out else (*self.findings, *self.personal)

    @property
    def book(self) -> HandedBook:
        """Return the handed book."""
        return self.brought.book

    @property
    def files_left_behind(self) -> int:
        """Return how much new evidence names a file: a handed book brings rows, no files."""
        coming = self.fresh.get(ScoreEvidence.__tablename__, {})
        return sum(1 for row in coming.values() if row.get("stored_name"))

    @property
    def has_news(self) -> bool:
        """Tell whether something would be written."""
        return not self.is_known or any(self.fresh.values()) or any(self.changed.values())


def plan(session: Session, book: HandedBook, *, answers: Answers, tell: Tell | None = None) -> TakingPlan:
    """Compare a handed book with this one; raises Refused where a row is none that this program knows."""
    return _Planning(session, checked(book), answers, tell or _silent).plan()


@dataclass
class _Found:
    fresh: dict[str, dict[int, Typed]] = field(default_factory=lambda: defaultdict(dict))
    changed: dict[str, dict[int, Typed]] = field(default_factory=lambda: defaultdict(dict))
    counts: dict[str, Counter[State]] = field(default_factory=lambda: defaultdict(Counter))
    questions: list[Question] = field(default_factory=list)


class _Planning:
    def __init__(self, session: Session, brought: Checked, answers: Answers, tell: Tell) -> None:
        self._session, self._brought, self._answers, self._tell = session, brought, answers, tell
        self._units = taking_units.compare(session, brought)
        self._contents = contents.compare(session, brought)
        self._known = KnownRows(session, brought)
        self._likeness = Likeness(session, brought, self._units)
        self._numbers: Numbers = {"unit": self._units.numbers, "content": dict(self._contents.numbers)}
        self._found = _Found()
        self._done = 0

    def plan(self) -> TakingPlan:
        findings = [*self._wrong_office(), *self._units.findings, *self._contents.findings]
        if not findings:
            for mapped in RECORDS:
                self._compare_table(mapped)
        found = self._found
        written = {
            table: {**found.fresh[table], **found.changed[table]} for table in {*found.fresh, *found.changed}
        }
        findings += guards.findings(self._session, written, self._numbers, self._contents)
        findings += score_guards.findings(self._brought, written)
        personal = guards.personal(self._session, self._brought, written)
        left_out = personal if self._answers.leave_out else ()
        return TakingPlan(
            self._brought,
            self._units,
            self._contents,
            self._numbers,
            guards.without(found.fresh, left_out),
            guards.without(found.changed, left_out),
            found.counts,
            tuple(found.questions),
            personal,
            tuple(findings),
            self._is_known(),
            self._answers.leave_out,
        )

    def _wrong_office(self) -> Iterator[Finding]:
        office, head = offices.current(self._session), self._brought.book.head
        if office.sample != head.sample:
            yield Finding("handed_sample" if head.sample else "handed_into_sample", "", head.unit_name)

    def _is_known(self) -> bool:
        head = self._brought.book.head
        same = SourceBook.book_key == head.book_key, SourceBook.sha256 == head.sha256
        came_home = head.book_key == offices.book_key(self._session)
        return came_home or self._session.scalar(select(SourceBook.id).where(*same)) is not None

    def _compare_table(self, mapped: type[Base]) -> None:
        table = mapped.__tablename__
        self._numbers[table] = {}
        rows = self._brought.of(table)
        came = {number: known for number in rows if (known := self._known.by_origin(table, number))}
        held = _held(self._session, mapped, [known.record_id for known in came.values()])
        self._likeness.leave_out(table, held)
        for number in _parents_first(mapped, rows):
            self._compare(mapped, number, came.get(number), held)
            self._done += 1
            if self._done % _TOLD_EVERY == 0:
                self._tell(self._done, self._brought.book.head.rows)

    def _compare(
        self, mapped: type[Base], number: int, known: Known | None, held: Mapping[int, Typed]
    ) -> None:
        table = mapped.__tablename__
        row = self._brought.of(table)[number]
        values = in_our_numbers(mapped, row, self._numbers, self._contents)
        if values is None or (known is not None and known.record_id not in held):
            self._count(table, State.GONE)
        elif known is not None:
            self._compare_known(mapped, number, values, known, held[known.record_id])
        elif same := self._known.by_content(mapped, values):
            ours = _held(self._session, mapped, [same.record_id])[same.record_id]
            self._compare_known(mapped, number, values, same, ours)
        else:
            self._take_or_ask(table, number, values)

    def _take_or_ask(self, table: str, number: int, values: Typed) -> None:
        for twin in self._likeness.twins(table, values):
            question = self._ask(Asked.ALIKE, table, number, twin.record_id, twin.words, twin.changes)
            if question.key in self._answers.accepted:
                self._numbers[table][number] = twin.record_id
                self._count(table, State.SAME)
                return
        self._numbers[table][number] = -number
        self._found.fresh[table][number] = values
        self._count(table, State.NEW)

    def _compare_known(
        self, mapped: type[Base], number: int, values: Typed, known: Known, ours: Typed
    ) -> None:
        table = mapped.__tablename__
        self._numbers[table][number] = known.record_id
        says_the_same = known.said == self._brought.said(table, number) if known.said else False
        changes = () if says_the_same else tuple(_changes(mapped, ours, values))
        if not changes:
            self._count(table, State.SAME)
            return
        self._count(table, State.CHANGED)
        question = self._ask(Asked.DIFFERS, table, number, known.record_id, "", changes)
        if question.key in self._answers.accepted:
            self._found.changed[table][number] = values

    def _ask(
        self,
        asked: Asked,
        table: str,
        number: int,
        record_id: int,
        our_words: str,
        changes: tuple[tuple[str, str, str], ...],
    ) -> Question:
        words = called(table, self._brought.of(table)[number])
        question = Question(asked, table, number, record_id, words, our_words, changes)
        self._found.questions.append(question)
        return question

    def _count(self, table: str, state: State) -> None:
        self._found.counts[KIND_OF.get(table, _PARTS)][state] += 1


def _held(session: Session, mapped: type[Base], numbers: Iterable[int]) -> dict[int, Typed]:
    """Return rows of this book by number; those that are there."""
    columns, wanted = mapped.__table__.columns, list(numbers)
    found: dict[int, Typed] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        rows = session.execute(select(*columns).where(columns["id"].in_(some))).mappings()
        found |= {row["id"]: dict(row) for row in rows}
    return found


def _changes(mapped: type[Base], ours: Typed, values: Typed) -> Iterator[tuple[str, str, str]]:
    for key, value in values.items():
        if key in _NOT_COMPARED or ours[key] == value:
            continue
        if (
            mapped is not PlanAmendment
            or key not in PAPERS
            or not renumbering.says_the_same(ours[key], value)
        ):
            yield key, value_text(ours[key]), value_text(value)


def _parents_first(mapped: type[Base], rows: Mapping[int, Typed]) -> list[int]:
    """Return the numbers of rows in their order; plans after the plan that they were made from."""
    if mapped is not Plan:
        return list(rows)
    ordered: dict[int, None] = {}
    for number in rows:
        above: list[int] = []
        current: Any = number
        while current in rows and current not in ordered and current not in above:
            above.append(current)
            current = rows[current]["parent_id"]
        ordered |= dict.fromkeys(reversed(above))
    return list(ordered)


def _silent(_done: int, _all: int) -> None:
    return None
