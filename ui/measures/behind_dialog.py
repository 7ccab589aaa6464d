"""The records that a number was counted from, with what each adds to it; one of them can be opened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QVBoxLayout, QWidget

from db.rules.formats import Value, number_text
from db.rules.periods import parse_period
from db.services.measure_tables import Behind
from db.services.search import Found
from ui.common import theme
from ui.common.columns import Column
from ui.common.list_model import ListModel
from ui.common.period_texts import period_title
from ui.common.record_table import RecordTable
from ui.measures import texts

_SIZE = (820, 480)
COLUMNS = (
    Column(texts.WHAT, "what", 380, sortable=False),
    Column(texts.WHERE, "where", 170, sortable=False),
    Column(texts.DAY, "day", 130, sortable=False),
    Column(texts.ADDS, "adds", 90, "right", sortable=False),
)
Describe = Callable[[str, Sequence[int]], tuple[Found, ...]]


@dataclass(frozen=True)
class BehindRow:
    """A record as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class BehindDialog(QDialog):
    """Lists the records; a long list is described only where somebody looks."""

    def __init__(
        self, number: str, title: str, behind: Behind, describe: Describe, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chosen: Found | None = None
        self._behind, self._describe = behind, describe
        self.setWindowTitle(texts.BEHIND.format(number=number))
        theme.fit_screen(self, *_SIZE)
        model = ListModel(COLUMNS, self._rows, self)
        self.table = RecordTable(model)
        self.table.setAccessibleName(title)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.row_opened.connect(self._open)
        model.show_ids(tuple(behind.added), {})
        self._lay_out(title)
        self.table.selectRow(0)
        self.table.setFocus()

    @classmethod
    def ask(
        cls, number: str, title: str, behind: Behind, describe: Describe, parent: QWidget
    ) -> Found | None:
        """Show the records; return the one to be opened."""
        dialog = cls(number, title, behind, describe, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _rows(self, ids: tuple[int, ...]) -> Sequence[BehindRow]:
        return [self._row(found) for found in self._describe(self._behind.kind, ids)]

    def _row(self, found: Found) -> BehindRow:
        cells: dict[str, Value] = {
            "what": found.title,
            "where": found.beside,
            "day": period_title(parse_period(found.period)) if found.period else found.day,
            "adds": self._behind.added[found.id],
        }
        return BehindRow(found.id, cells)

    def _open(self) -> None:
        chosen = self.table.current_id()
        if chosen is not None:
            (self.chosen,) = self._describe(self._behind.kind, (chosen,))
            self.accept()

    def _lay_out(self, title: str) -> None:
        head = QLabel(title)
        head.setFont(theme.strong(self.font()))
        head.setWordWrap(True)
        buttons = QDialogButtonBox()
        opening = buttons.addButton(texts.OPEN_ROW, QDialogButtonBox.ButtonRole.ActionRole)
        opening.setAutoDefault(False)
        opening.clicked.connect(self._open)
        buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(QLabel(texts.BEHIND_COUNT.format(count=number_text(len(self._behind.added)))))
        column.addWidget(buttons)
