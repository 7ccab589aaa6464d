"""The state of the screen: the list of sets, the chosen one as nested tables, what is wrong with it. No widgets."""

import copy
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Finding, Refused, Unknown
from db.rules.formats import Value, day_text
from db.rules.scoring.documents import Document, read_document
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.soundness import Judgement
from db.rules.scoring.writing import document_text
from db.services import content
from db.services.scoring import rule_set_drafts, rule_set_lists
from db.services.scoring.rule_set_lists import SetInfo
from db.sessions import Session
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Changed, Workplace
from ui.plans.measures import measure_title
from ui.rule_sets import editing, texts
from ui.rule_sets.fields import NodeField, put, read, read_rows, turn_kind
from ui.rule_sets.held import Held, HeldTexts
from ui.rule_sets.nodes import HEAD, Body, node_at, node_of

KIND = "rule_sets"
# What is in force decides how sheets that are not begun yet look.
SCORES = "scores"
_SET_CODE = "set_code"


@dataclass(frozen=True)
class SetRow:
    """One set as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class RuleSetsPresenter(QObject):
    """`listed` after the list was read, `opened` when another set or place is shown, `judged` after a change."""

    listed = Signal()
    opened = Signal()
    judged = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.infos: tuple[SetInfo, ...] = ()
        self.set_id: int | None = None
        self.body: Body = {}
        self.place = HEAD
        self.rule_set: RuleSet | None = None
        self.text = ""
        self._judgement: Judgement | None = None
        self._held: dict[int, HeldTexts] = {}
        self._measures: tuple[Option, ...] | None = None
        workplace.changed.connect(self._on_changed)

    @property
    def info(self) -> SetInfo | None:
        """Return the chosen set."""
        return next((item for item in self.infos if item.id == self.set_id), None)

    @property
    def is_open(self) -> bool:
        """Return whether the chosen set may be changed."""
        return self.info is not None and self.info.is_draft

    @property
    def held(self) -> HeldTexts:
        """Return what was typed into the chosen draft and could not be kept; nothing of a set in force."""
        return self._held.setdefault(self.set_id or 0, HeldTexts()) if self.is_open else HeldTexts()

    @property
    def judgement(self) -> Judgement | None:
        """Return what is wrong with the chosen set, with what could not be kept first."""
        judgement = self._judgement
        return judgement and replace(judgement, errors=(*self.held.findings(), *judgement.errors))

    @property
    def shown(self) -> tuple[int, ...]:
        """Return the sets that the list shows, by number."""
        wanted = self.text.casefold()
        return tuple(item.id for item in self.infos if wanted in f"{item.title} {item.code}".casefold())

    def reload(self) -> None:
        """Read the list anew; the chosen set stays, or the first one is chosen."""
        self._read_infos()
        if self.info is None:
            self.set_id = next((item.id for item in self.infos if not item.is_draft), None)
            self.set_id = self.set_id or next((item.id for item in self.infos), None)
            self.place = HEAD
        self.listed.emit()
        self._open()

    def recount(self) -> None:
        """Read the list anew after a sheet was changed; the chosen set is read only where it became another."""
        before = self.info
        self._read_infos()
        if before is None or self.info is None or _as_shown(before) != _as_shown(self.info):
            self.reload()
        else:
            self.listed.emit()

    def rows(self, ids: Iterable[int]) -> Sequence[SetRow]:
        """Return rows of the list."""
        known = {item.id: item for item in self.infos}
        return [_row(known[number]) for number in ids if number in known]

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
        info = self.info
        return {**table, _SET_CODE: info.code} if self.place == HEAD and info else table

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
            place, key = node_at(self.body, finding.place)
            if place == self.place:
                found.setdefault(key, finding)
        return found

    def measures(self) -> tuple[Option, ...]:
        """Return the measures that may be chosen; the points of sheets themselves are none."""
        if self._measures is None:
            listed = self.workplace.read(lambda session: content.choices(session, "measures"))
            self._measures = tuple(
                option(item.code, item.title) for item in listed if not item.code.startswith("scores.")
            )
        return self._measures

    def measure_title(self, expression: str) -> str:
        """Return the words of a measure and of its filters; of one that the book does not know, what stands there."""
        try:
            return self.workplace.read(lambda session: measure_title(session, expression))
        except Unknown:
            return expression

    def begin(self) -> None:
        """Begin an empty draft and show it."""
        first = date(self.workplace.today.year + 1, 1, 1)
        self._made(lambda session: rule_set_drafts.begin(session, title=texts.NEW_SET, valid_from=first))

    def copy(self) -> None:
        """Begin a draft like the chosen set and show it."""
        info, first = self.info, date(self.workplace.today.year + 1, 1, 1)
        if info is not None:
            self._made(lambda session: rule_set_drafts.copy(session, info.id, valid_from=first))
            self.workplace.say(texts.COPIED.format(title=info.title))

    def show_new(self, set_id: int) -> None:
        """Show a set that came into the list."""
        self.set_id, self.place = set_id, HEAD
        self.reload()

    def remove(self) -> None:
        """Remove the chosen draft."""
        info = self.info
        if info is None:
            return
        try:
            self.workplace.write(lambda session: rule_set_drafts.remove(session, info.id), KIND)
            self.workplace.say(texts.REMOVED_DRAFT.format(title=info.title))
        except Refused as refused:
            self.workplace.fail(refused)

    def document(self) -> Document:
        """Return the chosen set as it stands."""
        return read_document(self.body)

    def _read_infos(self) -> None:
        today = self.workplace.today
        self.infos = self.workplace.read(lambda session: rule_set_lists.listed(session, on=today))

    def _made(self, make: Callable[[Session], int]) -> None:
        self.show_new(self.workplace.write(make, KIND))

    def _keep_value(self, field: NodeField, value: Any) -> Finding | None:
        if field.key == _SET_CODE:
            return self._keep(lambda body: None, code=str(value or ""))
        return self._keep(lambda body: self._set(body, field, value))

    def _hold(self, field: NodeField, held: Held | None) -> None:
        """Let what cannot be kept wait at its field, wherever the cursor goes."""
        if self.is_open and self.held.put(self.place, field.key, held):
            self.judged.emit()
            self.opened.emit()

    def _set(self, body: Body, field: NodeField, value: Any) -> None:
        table = node_of(body, self.place)
        if field.key in ("kind", "answer.kind"):
            turn_kind(table, field.key, str(value))
        elif field.key == "code":
            editing.recode(body, self.place, str(value))
        else:
            put(field, table, value)

    def _keep(self, edit: Callable[[Body], None], code: str | None = None) -> Finding | None:
        """Keep a change of the draft as one step; one that changes nothing is none."""
        info = self.info
        if info is None or not info.is_draft:
            return None
        body = copy.deepcopy(self.body)
        edit(body)
        document = read_document(body)
        if document == self.document() and code in (None, info.code):
            return None
        try:
            self.workplace.write(
                lambda session: rule_set_drafts.change(session, info.id, document, code=code), KIND
            )
        except Refused as refused:
            return refused.findings[0]
        return None

    def _open(self) -> None:
        self._measures = None
        self.body, self._judgement, self.rule_set = {}, None, None
        if self.set_id is not None:
            self.workplace.read(self._read)
            self.held.follow(self.body)
            self._stay()
        self.judged.emit()
        self.opened.emit()

    def _read(self, session: Session) -> None:
        assert self.set_id is not None
        document = rule_set_lists.document_of(content.by_id(session, self.set_id))
        self.rule_set = document.rule_set
        self.body = tomllib.loads(document_text(document))
        self._judgement = rule_set_lists.judged(session, document)

    def _stay(self) -> None:
        """Stay at the place, or go to the one above it where it is gone."""
        while self.place != HEAD:
            try:
                node_of(self.body, self.place)
            except (KeyError, IndexError):
                self.place = self.place.rpartition(".")[0].rpartition(".")[0] or HEAD
            else:
                return

    def _on_changed(self, change: Changed) -> None:
        if change.kind == KIND:
            self.reload()
        elif change.kind == SCORES:
            self.recount()


def _as_shown(info: SetInfo) -> SetInfo:
    """Return a set without its sheets, of which only the list tells."""
    return replace(info, sheets={})


def _row(info: SetInfo) -> SetRow:
    first, last = day_text(info.valid_from), day_text(info.valid_to) if info.valid_to else ""
    validity = texts.FROM_TO.format(first=first, last=last) if last else texts.FROM.format(first=first)
    return SetRow(
        info.id,
        {
            "title": info.title,
            "state": texts.STATES[info.state.value],
            "validity": validity,
            "sheets": sum(info.sheets.values()),
            "code": info.code,
        },
    )
