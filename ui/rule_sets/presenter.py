"""The state of the screen of rule sets: the list of sets, the chosen one and what is wrong with it. No widgets."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from db.rules.formats import Value, day_text, number_text
from db.rules.scoring.documents import Document, read_document
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.writing import document_text
from db.services import content
from db.services.scoring import rule_set_drafts, rule_set_lists
from db.services.scoring.rule_set_lists import SetInfo
from db.sessions import Session
from ui.common.nodes.fields import NodeField, put
from ui.common.nodes.nodes import Body, Node, node_of
from ui.common.nodes.presenter import Judged, NodesPresenter
from ui.common.rule_set_places import place_words
from ui.common.workplace import Changed, Workplace
from ui.rule_sets import editing, texts
from ui.rule_sets.fields import fields_of, turn_kind
from ui.rule_sets.nodes import node_at, nodes, total_of

KIND = "rule_sets"
# What is in force decides how sheets that are not begun yet look.
SCORES = "scores"


class RuleSetsPresenter(NodesPresenter):
    """The rule sets of the book; the list counts the sheets that stand on each."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(workplace, KIND, texts, parent)
        self.rule_set: RuleSet | None = None

    @property
    def infos(self) -> tuple[SetInfo, ...]:
        """Return the sets of the list."""
        return tuple(item for item in self.heads if isinstance(item, SetInfo))

    @property
    def info(self) -> SetInfo | None:
        """Return the chosen set."""
        return next((item for item in self.infos if item.id == self.set_id), None)

    def recount(self) -> None:
        """Read the list anew after a sheet was changed; the chosen set is read only where it became another."""
        before = self.info
        self.read_list()
        if before is None or self.info is None or _as_shown(before) != _as_shown(self.info):
            self.reload()
        else:
            self.listed.emit()

    def read_heads(self, session: Session) -> tuple[SetInfo, ...]:
        return rule_set_lists.listed(session, on=self.workplace.today)

    def read_set(self, session: Session, set_id: int) -> tuple[Body, Judged]:
        document = rule_set_lists.document_of(content.by_id(session, set_id))
        self.rule_set = document.rule_set
        judgement = rule_set_lists.judged(session, document)
        return tomllib.loads(document_text(document)), Judged(judgement.errors, judgement.warnings)

    def parsed(self, body: Body) -> Document:
        return read_document(body)

    def store(self, session: Session, set_id: int, document: Any, code: str | None) -> None:
        rule_set_drafts.change(session, set_id, document, code=code)

    def begun(self, session: Session, title: str, first: date) -> int:
        return rule_set_drafts.begin(session, title=title, valid_from=first)

    def copied(self, session: Session, set_id: int, first: date) -> int:
        return rule_set_drafts.copy(session, set_id, valid_from=first)

    def removed(self, session: Session, set_id: int) -> None:
        rule_set_drafts.remove(session, set_id)

    def cells(self, head: SetInfo) -> Mapping[str, Value]:
        first, last = day_text(head.valid_from), day_text(head.valid_to) if head.valid_to else ""
        validity = texts.FROM_TO.format(first=first, last=last) if last else texts.FROM.format(first=first)
        return {
            "title": head.title,
            "state": texts.STATES[head.state.value],
            "validity": validity,
            "sheets": sum(head.sheets.values()),
            "code": head.code,
        }

    def fields(self) -> tuple[NodeField, ...]:
        return fields_of(self.place, self.table())

    def nodes(self) -> Iterator[Node]:
        return nodes(self.body)

    def node_at(self, finding_place: str) -> tuple[str, str]:
        return node_at(self.body, finding_place)

    def place_words(self, place: str) -> str:
        return place_words(self.rule_set, place) if self.rule_set else ""

    def total_words(self) -> str:
        return texts.TOTAL.format(total=number_text(total_of(self.body)))

    def may_measure(self, name: str) -> bool:
        """Return whether a measure is offered; the points of sheets themselves are none."""
        return not name.startswith("scores.")

    def put_value(self, body: Body, field: NodeField, value: Any) -> None:
        table = node_of(body, self.place)
        if field.key in ("kind", "answer.kind"):
            turn_kind(table, field.key, str(value))
        elif field.key == "code":
            editing.recode(body, self.place, str(value))
        else:
            put(field, table, value)

    def _on_changed(self, change: Changed) -> None:
        super()._on_changed(change)
        if change.kind == SCORES:
            self.recount()


def _as_shown(info: SetInfo) -> SetInfo:
    """Return a set without its sheets, of which only the list tells."""
    return replace(info, sheets={})
