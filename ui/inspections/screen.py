"""The screen of inspections, with how each was handled."""

from collections.abc import Mapping

from db.rules import register_kinds
from ui.common.lists.columns import Column, number_column
from ui.common.screens.child_panel import ChildPanel
from ui.common.screens.parted_screen import PartedScreen
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.inspections import texts
from ui.inspections.presenter import InspectionsPresenter

SUBJECT = RecordSubject(
    kind=register_kinds.INSPECTIONS,
    columns=(
        Column(texts.HELD, "held_on", 86),
        Column(texts.PLACE, "establishment", 180),
        Column(texts.UNIT, "unit", 120),
        number_column(texts.BREACH, "breach", 64),
        number_column(texts.HANDLED, "handlings", 56),
        number_column(texts.FINES, "fines", 96),
        Column(texts.TEAM, "team", 172),
        Column(texts.TASK, "task", 220, sortable=False),
    ),
    words=texts.INSPECTIONS,
    sort="held_on",
    descending=True,
    filters=("unit_id", "team", "breach"),
    shows=frozenset(("handlings",)),
)
HANDLINGS = RecordSubject(
    kind=register_kinds.HANDLINGS,
    columns=(Column(texts.FORM, "form", 200), number_column(texts.FINE, "fine", 110)),
    words=texts.HANDLINGS,
    in_period=False,
)


class InspectionsScreen(PartedScreen):
    """List and form of inspections."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, SUBJECT, (ChildPanel(workplace, HANDLINGS, "inspection_id"),))

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        return InspectionsPresenter(self.workplace, self.subject, self)
