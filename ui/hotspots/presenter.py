"""The state of the screen of hotspots. No widgets."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from db.services.listing.listings import ListRow
from ui.common.lists.standing_cells import TONE_KEY
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject
from ui.common.standing_texts import Tone
from ui.common.workplace import Workplace


class HotspotsPresenter(RecordPresenter):
    """Hotspots; one that is open wants attention."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent: QObject) -> None:
        super().__init__(workplace, subject, None, parent)

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return [_toned(row) for row in super().rows(ids)]


def _toned(row: ListRow) -> ListRow:
    tone = Tone.DONE if row.cells["removed"] else Tone.LATE
    return replace(row, cells={**row.cells, TONE_KEY: tone.value})
