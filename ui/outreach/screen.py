"""The screen of outreach activities."""

from db.rules import entry_kinds
from ui.common.lists.columns import Column, number_column
from ui.common.screens.record_screen import RecordScreen
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.outreach import texts

SUBJECT = RecordSubject(
    kind=entry_kinds.OUTREACH,
    columns=(
        Column(texts.DATE, "held_on", 90),
        Column(texts.UNIT, "unit", 130),
        Column(texts.FORM, "form", 190),
        number_column(texts.SESSIONS, "sessions", 60),
        number_column(texts.PEOPLE, "people", 70),
        number_column(texts.FEMALE, "female", 60),
        Column(texts.AUDIENCE, "audience", 160),
        Column(texts.TOPIC, "topic", 220),
        number_column(texts.LEAFLETS, "leaflets", 70),
        number_column(texts.COST, "cost", 100),
        Column(texts.TASK, "task", 220, sortable=False),
    ),
    words=texts.OUTREACH,
    sort="held_on",
    descending=True,
    filters=("unit_id", "form"),
)


class OutreachScreen(RecordScreen):
    """List and form of outreach activities."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, SUBJECT)
