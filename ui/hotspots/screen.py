"""The screen of hotspots, with the history of each."""

from collections.abc import Mapping

from db.rules import register_kinds
from db.rules.entries import Field, FieldKind
from ui.common.lists.columns import Column
from ui.common.lists.standing_cells import ToneDelegate
from ui.common.screens.child_panel import ChildPanel
from ui.common.screens.parted_screen import PartedScreen
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.hotspots import texts
from ui.hotspots.presenter import HotspotsPresenter

_COLUMNS = (
    Column(texts.FOUND, "found_on", 90),
    Column(texts.PLACE, "place", 180),
    Column(texts.UNIT, "unit", 110),
    Column(texts.STATE, "state", 130),
    Column(texts.STATE_FROM, "event_on", 86),
    Column(texts.KIND, "kind", 176),
)
SUBJECT = RecordSubject(
    kind=register_kinds.HOTSPOTS,
    columns=_COLUMNS,
    words=texts.HOTSPOTS,
    sort="found_on",
    descending=True,
    filters=("unit_id", "state"),
    states=(Field("state", FieldKind.CHOICE, catalogue="hotspot_states"),),
    shows=frozenset(("hotspot_events",)),
)
EVENTS = RecordSubject(
    kind=register_kinds.HOTSPOT_EVENTS,
    columns=(Column(texts.HAPPENED, "happened_on", 90), Column(texts.WHAT, "what", 200)),
    words=texts.EVENTS,
    in_period=False,
)


class HotspotsScreen(PartedScreen):
    """List and form of hotspots."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, SUBJECT, (ChildPanel(workplace, EVENTS, "hotspot_id"),))
        at = [column.key for column in _COLUMNS].index("state")
        self.list.table.setItemDelegateForColumn(at, ToneDelegate(self.list_model, self.list.table))

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        return HotspotsPresenter(self.workplace, self.subject, self)
