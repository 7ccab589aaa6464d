"""The two tables and the two lists of the home page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.services.listing.listings import ListRow
from ui.common import theme
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.lists.standing_cells import BarDelegate, ToneDelegate
from ui.overview import texts

_FRAME = 4
_SUBJECT_ROLE = Qt.ItemDataRole.UserRole

TARGET_COLUMNS = (
    Column(texts.TEXT, "text", 290, sortable=False),
    Column(texts.PLANNED, "planned", 126, "right", sortable=False),
    Column(texts.DONE, "done", 92, "right", sortable=False),
    Column(texts.SHARE, "share", 100, "center", sortable=False),
    Column(texts.STANDING, "standing", 114, sortable=False),
)
NUMBER_COLUMNS = (
    Column(texts.MEASURE, "measure", 190, sortable=False),
    Column(texts.PERIOD, "period", 70, "right", sortable=False),
    Column(texts.YEAR, "year", 90, "right", sortable=False),
    Column(texts.YEAR_BEFORE, "year_before", 80, "right", sortable=False),
)


class BoardTable(RecordTable):
    """A short table as high as its rows, up to `most` pixels; its first column takes the room that is left."""

    def __init__(self, columns: Sequence[Column], most: int, parent: QWidget | None = None) -> None:
        self._rows: dict[int, ListRow] = {}
        self._most = most
        model = ListModel(columns, lambda ids: [self._rows[number] for number in ids])
        super().__init__(model, parent)
        model.setParent(self)
        self.horizontalHeader().setSectionResizeMode(0, self.horizontalHeader().ResizeMode.Stretch)
        # Only once the head has given the first column its width: inside its signal the next width is not told.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._settled.start())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self.list_model.show_ids(tuple(self._rows), {})
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        needed = 0
        for row in range(self.list_model.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row) + theme.STEP, theme.ROW_HEIGHT))
            needed += self.rowHeight(row)
        self.setFixedHeight(min(needed, self._most) + theme.ROW_HEIGHT + _FRAME)


class TargetTable(BoardTable):
    """Targets with their bars."""

    def __init__(self, most: int) -> None:
        super().__init__(TARGET_COLUMNS, most)
        keys = [column.key for column in TARGET_COLUMNS]
        self.setItemDelegateForColumn(keys.index("share"), BarDelegate(self.list_model, "share", self))
        self.setItemDelegateForColumn(keys.index("standing"), ToneDelegate(self.list_model, self))


class SubjectList(QListWidget):
    """Lines that lead to a screen, by Enter or a click."""

    subject_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemActivated.connect(self._on_activated)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines, each with the subject that it leads to."""
        self.clear()
        for words, subject in lines:
            item = QListWidgetItem(words, self)
            item.setData(_SUBJECT_ROLE, subject)

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.subject_requested.emit(item.data(_SUBJECT_ROLE))


class Block(QWidget):
    """A heading with a table, list or chart under it, or a sentence where there is nothing to show."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._title = QLabel()
        self._title.setFont(theme.strong(self.font()))
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(content, 1)

    def say(self, title: str, note: str = "") -> None:
        """Show the heading; a note stands in for the content."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._content.setVisible(not note)
        policy = QSizePolicy.Policy.Maximum if note else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._content.setAccessibleName(title)
