"""The stale years in the texts of an older plan: each may be replaced in the new one, none is without being marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.services.planning.plan_making import StaleText
from ui.common import theme
from ui.common.texts import TURN_BACK
from ui.plans import making_texts as texts

_SIZE = (940, 520)
_WIDTHS = (56, 180, 500, 150)
_AROUND = 70


class StaleYearsDialog(QDialog):
    """A row for each place; Space marks it. `accepted` are the marked ones."""

    def __init__(self, stale: Sequence[StaleText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = tuple(stale)
        self.setWindowTitle(texts.STALE_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.table = _table(self._stale)
        self.all_button, self.none_button = QPushButton(texts.ALL), QPushButton(texts.NONE)
        self.make_button, self.back_button = QPushButton(texts.MAKE), QPushButton(TURN_BACK)
        self.make_button.setDefault(True)
        self.all_button.clicked.connect(lambda: self._mark(Qt.CheckState.Checked))
        self.none_button.clicked.connect(lambda: self._mark(Qt.CheckState.Unchecked))
        self.make_button.clicked.connect(self.accept)
        self.back_button.clicked.connect(self.reject)
        self._lay_out()
        self.table.setFocus()
        self.table.selectRow(0)

    @classmethod
    def ask(cls, stale: Sequence[StaleText], parent: QWidget) -> tuple[StaleText, ...] | None:
        """Return what is to be replaced, none where the officer turned back."""
        dialog = cls(stale, parent)
        answered = dialog.exec()
        dialog.deleteLater()
        return dialog.accepted_ones if answered else None

    @property
    def accepted_ones(self) -> tuple[StaleText, ...]:
        return tuple(item for row, item in enumerate(self._stale) if self._is_marked(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now the columns have their widths.
        self.table.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.table.hasFocus():
            row = self.table.currentRow()
            self._set(row, Qt.CheckState.Unchecked if self._is_marked(row) else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    def _mark(self, state: Qt.CheckState) -> None:
        for row in range(self.table.rowCount()):
            self._set(row, state)

    def _set(self, row: int, state: Qt.CheckState) -> None:
        item = self.table.item(row, 0)
        if item is not None:
            item.setCheckState(state)

    def _is_marked(self, row: int) -> bool:
        item = self.table.item(row, 0)
        return item is not None and item.checkState() is Qt.CheckState.Checked

    def _lay_out(self) -> None:
        words = QLabel(texts.STALE_WORDS.format(count=len(self._stale)))
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.all_button, self.none_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)


class _PlainTable(QTableWidget):
    """A table that leaves Space and Enter to its dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _table(stale: Sequence[StaleText]) -> QTableWidget:
    table = _PlainTable(len(stale), len(texts.STALE_COLUMNS))
    table.setHorizontalHeaderLabels(list(texts.STALE_COLUMNS))
    table.setAccessibleName(texts.STALE_LIST)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT)
    table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    for at, width in enumerate(_WIDTHS):
        table.setColumnWidth(at, width)
    for row, item in enumerate(stale):
        mark = QTableWidgetItem()
        mark.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        mark.setCheckState(Qt.CheckState.Unchecked)
        table.setItem(row, 0, mark)
        for column, words in enumerate((_place(item), _marked(item), item.stale.proposed), start=1):
            table.setItem(row, column, QTableWidgetItem(words))
    return table


def _place(item: StaleText) -> str:
    return texts.PLACES[item.kind, item.key].format(at=item.at)


def _marked(item: StaleText) -> str:
    stale, text = item.stale, item.text.replace("\n", " ")
    before, after = text[: stale.start], text[stale.end :]
    head = texts.CUT + before[-_AROUND:] if len(before) > _AROUND else before
    tail = after[:_AROUND] + texts.CUT if len(after) > _AROUND else after
    return texts.MARKED.format(before=head, found=stale.found, after=tail)
