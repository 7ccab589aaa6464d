"""The state of the screen of return forms: the list of sets, the chosen one and what is wrong with it. No widgets."""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject

from db.rules.findings import Unknown
from db.rules.formats import Value, day_text
from db.rules.measures import Measure
from db.rules.returns.form_documents import FormDocument, read_form_document
from db.rules.returns.form_writing import form_text
from db.rules.returns.forms import BY_HAND, YEAR
from db.services import content
from db.services.content import Choice
from db.services.measuring import measures
from db.services.returns import form_editing, form_lists
from db.services.returns.form_lists import CLASS, FormSetInfo
from db.services.scoring import classes
from db.sessions import Session
from ui.common.nodes.fields import NodeField, put
from ui.common.nodes.nodes import Body, Node, kind_of, node_of
from ui.common.nodes.presenter import Judged, NodesPresenter
from ui.common.return_form_places import place_words
from ui.common.workplace import Workplace
from ui.return_forms import editing, texts
from ui.return_forms.fields import (
    FILTER,
    HEAD_FIELDS,
    LEVEL_FIELDS,
    Choices,
    column_fields,
    is_column,
    rule_fields,
    sheet_fields,
)
from ui.return_forms.measured import CODE, expression_of, filters_of, name_of
from ui.return_forms.nodes import LEVELS, node_at, nodes, sheet_of

KIND = "return_forms"
# What is in force decides which returns can be filled, and how.
RETURNS = "returns"
_TITLE = "{title}"


class ReturnFormsPresenter(NodesPresenter):
    """The sets of forms of the book; the list counts the returns that stand on each."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(workplace, KIND, texts, parent)

    @property
    def info(self) -> FormSetInfo | None:
        """Return the chosen set."""
        head = self.head
        return head if isinstance(head, FormSetInfo) else None

    def read_heads(self, session: Session) -> tuple[FormSetInfo, ...]:
        return form_lists.listed(session, on=self.workplace.today)

    def read_set(self, session: Session, set_id: int) -> tuple[Body, Judged]:
        document = form_lists.document_of(content.by_id(session, set_id))
        judgement = form_lists.judged(session, document, self.workplace.today)
        return tomllib.loads(form_text(document)), Judged(judgement.errors, judgement.warnings)

    def parsed(self, body: Body) -> FormDocument:
        return read_form_document(body)

    def store(self, session: Session, set_id: int, document: Any, code: str | None) -> None:
        form_editing.change(session, set_id, document, code=code)

    def begun(self, session: Session, title: str, first: Any) -> int:
        return form_editing.begin(session, title=title, valid_from=first)

    def copied(self, session: Session, set_id: int, first: Any) -> int:
        return form_editing.copy(session, set_id, valid_from=first)

    def removed(self, session: Session, set_id: int) -> None:
        form_editing.remove(session, set_id)

    def cells(self, head: FormSetInfo) -> Mapping[str, Value]:
        first, last = day_text(head.valid_from), day_text(head.valid_to) if head.valid_to else ""
        validity = texts.FROM_TO.format(first=first, last=last) if last else texts.FROM.format(first=first)
        return {
            "title": head.title,
            "state": texts.STATES[head.state.value],
            "validity": validity,
            "returns": head.returns,
            "code": head.code,
        }

    def table(self) -> Body:
        """Return the table of the shown place; a column's measure apart from what narrows it."""
        table = super().table()
        if not is_column(self.place):
            return table
        expression = table.get("measure", "")
        return {**table, "measure": name_of(expression), "filter": filters_of(expression)}

    def fields(self) -> tuple[NodeField, ...]:
        table, at = self.table(), sheet_of(self.place)
        if at is None:
            return LEVEL_FIELDS if "." in self.place else () if self.place == LEVELS else HEAD_FIELDS
        sheet = self.body["sheet"][at - 1]
        if is_column(self.place):
            return self.workplace.read(lambda session: _of_column(session, self._year, sheet, table))
        return rule_fields(sheet, table) if kind_of(self.place) == "rule" else sheet_fields(table)

    def nodes(self) -> Iterator[Node]:
        return nodes(self.body)

    def node_at(self, finding_place: str) -> tuple[str, str]:
        return node_at(self.body, finding_place)

    def place_words(self, place: str) -> str:
        return place_words(self.document(), place)

    def total_words(self) -> str:
        sheets = self.body["sheet"]
        return texts.TOTAL.format(forms=len(sheets), columns=sum(len(sheet["column"]) for sheet in sheets))

    def put_value(self, body: Body, field: NodeField, value: Any) -> None:
        table = node_of(body, self.place)
        if field.key == "key":
            editing.rename_column(body, self.place, str(value or ""))
        elif field.key == "code":
            editing.rename_sheet(body, self.place, str(value or ""))
        elif field.key == "holds":
            _turn(table, str(value))
        elif field.key == "measure":
            table["measure"] = self._measured(table, str(value or ""))
        elif field.key.startswith(FILTER):
            self._narrow(table, field.key.removeprefix(FILTER), str(value or ""))
        else:
            _put(field, table, value)

    @property
    def _year(self) -> int:
        return self.workplace.year

    def _measured(self, table: Body, chosen: str) -> str:
        """Return a chosen measure, narrowed as the one before where it can be."""
        if "[" in chosen:
            return chosen
        measure = self.workplace.read(content.measure_catalogue).get(chosen)
        held = filters_of(table.get("measure", ""))
        known = measure.filters if measure else ()
        return expression_of(chosen, {key: held[key] for key in held if key in known})

    def _narrow(self, table: Body, key: str, value: str) -> None:
        expression = table.get("measure", "")
        filters = filters_of(expression)
        was_each = filters.get(key) == CODE
        table["measure"] = expression_of(name_of(expression), {**filters, key: value})
        if value == CODE:
            measure = self.workplace.read(content.measure_catalogue)[name_of(expression)]
            table["each"] = _catalogue(measure, key)
            if _TITLE not in table["head"]:
                table["head"] = _TITLE
        elif was_each:
            table.pop("each", None)


def _turn(table: Body, holds: str) -> None:
    """Let a column hold something else; what only figures have goes."""
    put(NodeField("holds", ""), table, None if holds == "measure" else holds)
    if holds != "measure":
        table.pop("measure", None)
        table.pop("each", None)
    if holds != BY_HAND:
        table.pop("kind", None)


def _put(field: NodeField, table: Body, value: Any) -> None:
    """Set a field; a number that is no whole one is kept as the form's file has it."""
    if field.key in ("title", "head", "measured_in"):
        table[field.key] = value or ""
    elif field.key == "parts":
        table["parts"] = value or []
    else:
        put(field, table, float(value) if isinstance(value, Decimal) else value)


def _of_column(session: Session, year: int, sheet: Body, table: Body) -> tuple[NodeField, ...]:
    each: Choices = ((CLASS, texts.EACH_NAMES[CLASS]), (YEAR, texts.EACH_NAMES[YEAR]), *_catalogues(session))
    try:
        measure = measures.refer(session, table["measure"]).measure
    except Unknown:
        return column_fields(sheet, table, {}, each)
    filters = {key: _choices(session, year, measure, key) for key in measure.filters}
    return column_fields(sheet, table, filters, each)


def _catalogues(session: Session) -> Iterator[tuple[str, str]]:
    for code in form_lists.catalogues():
        yield code, str(content.catalogue(session, code).body["title"])


def _choices(session: Session, year: int, measure: Measure, key: str) -> Choices:
    named = _catalogue(measure, key)
    if named == CLASS:
        entries = [Choice(code, title) for code, title in classes.of_year(session, year)]
    else:
        entries = list(content.choices(session, named))
    return ((CODE, texts.FILTER_EACH), *((item.code, item.title) for item in entries))


def _catalogue(measure: Measure, key: str) -> str:
    """Return the list whose codes narrow a measure; where no catalogue has them, the classes of scoring."""
    return measures.filter_catalogue(measure, key) or CLASS
