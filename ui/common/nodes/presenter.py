"""The state of a screen of sets: the list, the chosen one as nested tables, what is wrong with it. No widgets."""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Finding, Refused, Unknown
from db.rules.formats import Value
from db.services import content
from db.sessions import Session
from ui.common.forms.choosing import Option, option
from ui.common.nodes import texts
from ui.common.nodes.fields import NodeField, put, read, read_rows, value_at
from ui.common.nodes.held import Held, HeldTexts
from ui.common.nodes.nodes import HEAD, Body, Node, is_there, node_of
from ui.common.nodes.texts import SetsWords
from ui.common.workplace import Changed, Workplace
from ui.plans.measures import measure_title

SET_CODE = "set_code"


class SetHead(Protocol):
    """A set as the list knows it."""

    @property
    def id(self) -> int: ...

    @property
    def code(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def is_draft(self) -> bool: ...


@dataclass(frozen=True)
class SetRow:
    """One set as the list shows it."""

    id: int
    cells: Mapping[str, Value]


@dataclass(frozen=True)
class Judged:
    """What was found of a set: `errors` stop it, `warnings` want a look."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.errors, *self.warnings)


class NodesPresenter(QObject):
    """`listed` after the list was read, `opened` when another set or place is shown, `judged` after a change.

    What the sets are is told by those who inherit: how they are read, written and judged, which nodes they have.
    """

    listed = Signal()
    opened = Signal()
    judged = Signal()

    def __init__(
        self, workplace: Workplace, kind: str, words: SetsWords, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.kind = kind
        self.words = words
        self.heads: tuple[SetHead, ...] = ()
        self.set_id: int | None = None
        self.body: Body = {}
        self.place = HEAD
        self.text = ""
        self._judgement: Judged | None = None
        self._held: dict[int, HeldTexts] = {}
        self._measures: tuple[Option, ...] | None = None
        workplace.changed.connect(self._on_changed)

    def read_heads(self, session: Session) -> tuple[SetHead, ...]:
        """Return every set of the list."""
        raise NotImplementedError

    def read_set(self, session: Session, set_id: int) -> tuple[Body, Judged]:
        """Return a set as nested tables and what is wrong with it."""
        raise NotImplementedError

    def parsed(self, body: Body) -> Any:
        """Return the document that nested tables say."""
        raise NotImplementedError

    def store(self, session: Session, set_id: int, document: Any, code: str | None) -> None:
        """Keep a draft's document in place of before; raises Refused."""
        raise NotImplementedError

    def begun(self, session: Session, title: str, first: date) -> int:
        """Begin an empty draft and return its number."""
        raise NotImplementedError

    def copied(self, session: Session, set_id: int, first: date) -> int:
        """Begin a draft like a set and return its number."""
        raise NotImplementedError

    def removed(self, session: Session, set_id: int) -> None:
        """Remove a draft; raises Refused."""
        raise NotImplementedError

    def cells(self, head: Any) -> Mapping[str, Value]:
        """Return what the list shows of a set."""
        raise NotImplementedError

    def fields(self) -> tuple[NodeField, ...]:
        """Return the fields of the shown node."""
        raise NotImplementedError

    def nodes(self) -> Iterator[Node]:
        """Return every node of the set, each after the one above it."""
        raise NotImplementedError

    def node_at(self, finding_place: str) -> tuple[str, str]:
        """Return the node that a finding speaks of, and the field in it."""
        raise NotImplementedError

    def place_words(self, place: str) -> str:
        """Write a place of a finding for people."""
        raise NotImplementedError

    def total_words(self) -> str:
        """Return what the whole comes to."""
        raise NotImplementedError

    def about(self, field: NodeField) -> str:
        """Return how the measure that a field names is counted."""
        expression = value_at(field, self.table()) if field.sort == "measure" else None
        name = str(expression or "").partition("[")[0]
        measure = self.workplace.read(content.measure_catalogue).get(name) if name else None
        if measure is None:
            return ""
        words = texts.ABOUT if measure.about else texts.ABOUT_UNIT
        return words.format(about=measure.about, unit=measure.unit)

    def put_value(self, body: Body, field: NodeField, value: Any) -> None:
        """Set a field of the shown node."""
        put(field, node_of(body, self.place), value)

    @property
    def head(self) -> SetHead | None:
        """Return the chosen set."""
        return next((item for item in self.heads if item.id == self.set_id), None)

    @property
    def is_open(self) -> bool:
        """Return whether the chosen set may be changed."""
        return self.head is not None and self.head.is_draft

    @property
    def held(self) -> HeldTexts:
        """Return what was typed into the chosen draft and could not be kept; nothing of a set in force."""
        return self._held.setdefault(self.set_id or 0, HeldTexts()) if self.is_open else HeldTexts()

    @property
    def judgement(self) -> Judged | None:
        """Return what is wrong with the chosen set, with what could not be kept first."""
        judgement = self._judgement
        return judgement and replace(judgement, errors=(*self.held.findings(), *judgement.errors))

    @property
    def shown(self) -> tuple[int, ...]:
        """Return the sets that the list shows, by number."""
        wanted = self.text.casefold()
        return tuple(item.id for item in self.heads if wanted in f"{item.title} {item.code}".casefold())

    def reload(self) -> None:
        """Read the list anew; the chosen set stays, or the first one is chosen."""
        self.read_list()
        if self.head is None:
            self.set_id = next((item.id for item in self.heads if not item.is_draft), None)
            self.set_id = self.set_id or next((item.id for item in self.heads), None)
            self.place = HEAD
        self.listed.emit()
        self._open()

    def read_list(self) -> None:
        """Read the list anew, and only that."""
        self.heads = self.workplace.read(self.read_heads)

    def rows(self, ids: Iterable[int]) -> Sequence[SetRow]:
        """Return rows of the list."""
        known = {item.id: item for item in self.heads}
        return [SetRow(number, self.cells(known[number])) for number in ids if number in known]

    def filter_text(self, text: str) -> None:
        self.text = text.strip()
        self.listed.emit()

    def choose(self, set_id: int) -> None:
        """Show another set."""
        if set_id != self.set_id:
            self.set_id, self.place = set_id, HEAD
            self._open()

    def go(self, place: str) -> None:
        """Show another place of the set."""
        self.place = place
        self.opened.emit()

    def table(self) -> Body:
        """Return the table of the place that is shown; the head knows the set's code too."""
        table = node_of(self.body, self.place)
        head = self.head
        return {**table, SET_CODE: head.code} if self.place == HEAD and head else table

    def leave(self, field: NodeField, text: str) -> Finding | None:
        """Keep a field that was left; return why it was not kept."""
        value, finding = read(field, text, self.workplace.typing_day)
        if finding is None:
            self._hold(field, None)
            finding = self._keep_value(field, value)
        if finding is not None:
            self._hold(field, Held(finding, text))
        return finding

    def leave_rows(self, field: NodeField, rows: list[tuple[str, ...]]) -> Mapping[tuple[int, int], Finding]:
        """Keep the rows of a list; return what is wrong by row and column, and then nothing is kept."""
        value, findings = read_rows(field, rows, self.workplace.typing_day)
        wrong = next(iter(findings.values()), None)
        self._hold(field, Held(wrong, rows=tuple(rows), wrong=findings) if wrong else None)
        if not findings:
            self._keep(lambda body: put(field, node_of(body, self.place), value))
        return findings

    def change(self, edit: Callable[[Body, str], str]) -> None:
        """Do something to the chosen node and go where it is then."""
        wanted: list[str] = []
        self._keep(lambda body: wanted.append(edit(body, self.place)))
        if wanted and self.is_open:
            self.go(wanted[0])

    def findings_here(self) -> dict[str, Finding]:
        """Return what is wrong at the shown place, by the field it is told at."""
        found: dict[str, Finding] = {}
        for finding in self.judgement.findings if self.judgement else ():
            place, key = self.node_at(finding.place)
            if place == self.place:
                found.setdefault(key, finding)
        return found

    def measures(self) -> tuple[Option, ...]:
        """Return the measures that may be chosen."""
        if self._measures is None:
            listed = self.workplace.read(lambda session: content.choices(session, "measures"))
            self._measures = tuple(
                option(item.code, item.title) for item in listed if self.may_measure(item.code)
            )
        return self._measures

    def may_measure(self, name: str) -> bool:
        """Return whether a measure is offered."""
        return bool(name)

    def measure_title(self, expression: str) -> str:
        """Return the words of a measure and of its filters; of one that the book does not know, what stands there."""
        try:
            return self.workplace.read(lambda session: measure_title(session, expression))
        except Unknown:
            return expression

    def begin(self) -> None:
        """Begin an empty draft and show it."""
        self._made(lambda session: self.begun(session, self.words.NEW_SET, self._next_year()))

    def copy(self) -> None:
        """Begin a draft like the chosen set and show it."""
        head = self.head
        if head is not None:
            self._made(lambda session: self.copied(session, head.id, self._next_year()))
            self.workplace.say(self.words.COPIED.format(title=head.title))

    def show_new(self, set_id: int) -> None:
        """Show a set that came into the list."""
        self.set_id, self.place = set_id, HEAD
        self.reload()

    def remove(self) -> None:
        """Remove the chosen draft."""
        head = self.head
        if head is None:
            return
        try:
            self.workplace.write(lambda session: self.removed(session, head.id), self.kind)
            self.workplace.say(self.words.REMOVED_DRAFT.format(title=head.title))
        except Refused as refused:
            self.workplace.fail(refused)

    def document(self) -> Any:
        """Return the chosen set as it stands."""
        return self.parsed(self.body)

    def _next_year(self) -> date:
        return date(self.workplace.today.year + 1, 1, 1)

    def _made(self, make: Callable[[Session], int]) -> None:
        self.show_new(self.workplace.write(make, self.kind))

    def _keep_value(self, field: NodeField, value: Any) -> Finding | None:
        if field.key == SET_CODE:
            return self._keep(lambda body: None, code=str(value or ""))
        return self._keep(lambda body: self.put_value(body, field, value))

    def _hold(self, field: NodeField, held: Held | None) -> None:
        """Let what cannot be kept wait at its field, wherever the cursor goes."""
        if self.is_open and self.held.put(self.place, field.key, held):
            self.judged.emit()
            self.opened.emit()

    def _keep(self, edit: Callable[[Body], None], code: str | None = None) -> Finding | None:
        """Keep a change of the draft as one step; one that changes nothing is none."""
        head = self.head
        if head is None or not head.is_draft:
            return None
        body = copy.deepcopy(self.body)
        edit(body)
        document = self.parsed(body)
        if document == self.document() and code in (None, head.code):
            return None
        try:
            self.workplace.write(lambda session: self.store(session, head.id, document, code), self.kind)
        except Refused as refused:
            return refused.findings[0]
        return None

    def _open(self) -> None:
        self._measures = None
        self.body, self._judgement = {}, None
        number = self.set_id
        if number is not None:
            self.body, self._judgement = self.workplace.read(lambda session: self.read_set(session, number))
            self.held.follow(self.nodes())
            self._stay()
        self.judged.emit()
        self.opened.emit()

    def _stay(self) -> None:
        """Stay at the place, or go to the one above it where it is gone."""
        while self.place != HEAD and not is_there(self.body, self.place):
            self.place = self.place.rpartition(".")[0].rpartition(".")[0] or HEAD

    def _on_changed(self, change: Changed) -> None:
        if change.kind == self.kind:
            self.reload()
