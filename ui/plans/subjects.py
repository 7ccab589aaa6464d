"""A plan and its parts as data: fields, columns, words."""

from db.rules import entry_kinds
from db.services.offices import OfficeNames
from ui.common.lists.columns import Column
from ui.common.screens.subject import RecordSubject
from ui.plans import evidence_texts, texts

SECTIONS = RecordSubject(
    kind=entry_kinds.SECTIONS,
    columns=(
        Column(texts.OUTLINE, "outline", 470, sortable=False),
        Column(texts.SHAPE, "shape", 130, sortable=False),
    ),
    words=texts.SECTIONS,
    in_period=False,
    ordered=True,
)
TARGETS = RecordSubject(
    kind=entry_kinds.TARGETS,
    columns=(
        Column(texts.TEXT, "text", 226, sortable=False),
        Column(texts.PLANNED, "planned", 130, "right", sortable=False),
        Column(texts.DONE, "done", 88, "right", sortable=False),
        Column(texts.SHARE, "share", 100, "center", sortable=False),
        Column(texts.STANDING, "standing", 116, sortable=False),
        Column(texts.FORECAST, "forecast", 96, "right", sortable=False),
        Column(texts.MEASURE, "measure", 260, sortable=False),
    ),
    words=texts.TARGETS,
    in_period=False,
    ordered=True,
)
TASKS = RecordSubject(
    kind=entry_kinds.TASKS,
    columns=(
        Column(texts.CONTENT, "content", 260, sortable=False),
        Column(texts.DUE, "ends_on", 90, sortable=False),
        Column(texts.PROGRESS, "standing", 146, sortable=False),
        Column(evidence_texts.COLUMN, "evidence", 120, sortable=False),
        Column(texts.LEAD, "lead", 160, sortable=False),
        Column(texts.MONEY, "money_planned", 100, "right", sortable=False),
        Column(texts.GROUP, "group", 140, sortable=False),
    ),
    words=texts.TASKS,
    in_period=False,
    ordered=True,
)


def plans_subject(names: OfficeNames) -> RecordSubject:
    """Return plans as this office keeps them."""
    return RecordSubject(
        kind=entry_kinds.PLANS,
        columns=(
            Column(texts.NUMBER, "number", 130),
            Column(texts.SUBJECT, "subject", 700),
            Column(texts.YEARS, "first_year", 100, "center"),
            Column(texts.STATE, "state", 130),
            Column(texts.ISSUED, "issued_on", 110),
        ),
        words=texts.plan_words(names),
        filters=("state",),
        takes_blocks=False,
    )
