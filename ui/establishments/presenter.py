"""The state of the list of establishments and of the inspections of one. No widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from db.services.entering import entries
from db.services.listing.listings import ListRow
from ui.common.lists.record_list import RecordList
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.workplace import Workplace
from ui.establishments import subjects, texts


class EstablishmentList(RecordList):
    """Establishments; of one that has signed nothing the list says so."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return [_with_commitment(row) for row in super().rows(ids)]


class EstablishmentsPresenter(RecordPresenter):
    """Establishments as they were at the end of the chosen period."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(workplace, subjects.ESTABLISHMENTS, None, parent)
        self.list = EstablishmentList(workplace, subjects.ESTABLISHMENTS, {})


class OwnInspectionsPresenter(RecordPresenter):
    """The inspections of one establishment; a new one was where the establishment is."""

    def __init__(self, workplace: Workplace, parent_keys: Mapping[str, int], parent: QObject) -> None:
        super().__init__(workplace, subjects.INSPECTIONS, parent_keys, parent)

    def _defaults(self) -> dict[str, str]:
        establishment_id = self.list.parent["establishment_id"]
        held = self.workplace.read(
            lambda session: entries.values_of(session, "establishments", establishment_id)
        )
        return {"unit_id": str(held["unit_id"])}


def _with_commitment(row: ListRow) -> ListRow:
    if row.cells["committed_on"] is not None:
        return row
    return replace(row, cells={**row.cells, "committed_on": texts.NOT_COMMITTED})
