"""What was approved for a unit before, and how far it came: a small list under the forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.rules.findings import Unknown
from db.rules.formats import Value, day_text
from db.rules.periods import parse_period
from db.services.returns.frozen_returns import ApprovedReturn
from ui.common import theme
from ui.common.lists.columns import Column, number_column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.period_texts import period_title
from ui.returns.filling import texts
from ui.returns.filling.work_texts import STATES

COLUMNS = (
    Column(texts.HISTORY_PERIOD, "period", 150, sortable=False),
    number_column(texts.HISTORY_REVISION, "revision", 46),
    Column(texts.HISTORY_CODE, "check_code", 136, sortable=False),
    Column(texts.HISTORY_STATE, "state", 110, sortable=False),
    Column(texts.HISTORY_AT, "at", 126, sortable=False),
    Column(texts.HISTORY_WHO, "who", 140, sortable=False),
    Column(texts.HISTORY_NOTE, "note", 200, sortable=False),
    Column(texts.HISTORY_FILE, "file_name", 396, sortable=False),
    Column(texts.HISTORY_SET, "set", 164, sortable=False),
)


@dataclass(frozen=True)
class ExportLine:
    """One approved return as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class PastExports(QWidget):
    """The approved returns of a unit, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, ExportLine] = {}
        self.empty = QLabel(texts.HISTORY_EMPTY)
        self.model = ListModel(COLUMNS, self._rows, self)
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.HISTORY)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        column.setSpacing(theme.STEP)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch()

    def show_exports(self, exports: Sequence[ApprovedReturn], set_titles: Mapping[str, str]) -> None:
        """Show these returns; what is chosen stays where it is."""
        self._lines = {item.id: _line(item, set_titles.get(item.set_code, item.set_code)) for item in exports}
        self.model.show_ids(tuple(self._lines), {})
        self.empty.setVisible(not exports)
        self.table.setVisible(bool(exports))

    def _rows(self, ids: tuple[int, ...]) -> Sequence[ExportLine]:
        return [self._lines[item] for item in ids]


def _line(item: ApprovedReturn, set_title: str) -> ExportLine:
    return ExportLine(
        item.id,
        {
            "set": set_title,
            "period": _period(item.period),
            "revision": item.revision,
            "check_code": item.check_code,
            "file_name": item.file_name,
            "at": f"{day_text(item.at.date())} {item.at:%H:%M}",
            "who": item.who,
            "state": STATES[item.state],
            "note": item.note,
        },
    )


def _period(label: str) -> str:
    try:
        return period_title(parse_period(label))
    except Unknown:  # A period of another program's making keeps its own name.
        return label
