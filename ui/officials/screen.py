"""The screen of the register of officials."""

from db.rules import entry_kinds
from ui.common.lists.columns import Column
from ui.common.screens.record_screen import RecordScreen
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.officials import texts

SUBJECT = RecordSubject(
    kind=entry_kinds.OFFICIALS,
    columns=(
        Column(texts.NAME, "name", 180),
        Column(texts.UNIT, "unit", 150),
        Column(texts.POST, "post", 190),
        Column(texts.ROLE, "role", 200),
        Column(texts.FEMALE, "female", 50, "center"),
        Column(texts.FROM, "from_on", 90),
        Column(texts.TO, "to_on", 90),
    ),
    words=texts.OFFICIALS,
    filters=("unit_id", "role"),
    in_period=False,
)


class OfficialsScreen(RecordScreen):
    """List and form of officials."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, SUBJECT)
