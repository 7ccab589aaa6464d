"""The table of targets as the report prints it; it is read and copied, not typed in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.formats import number_text, value_text
from db.rules.reports.filled import TargetRow
from ui.common import theme
from ui.returns.reports import texts
from ui.returns.reports.presenter import ReportPresenter

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = Qt.AlignmentFlag(int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap))
_KEYS = ("text", "unit", "planned", "done", "share")
_WIDTHS = (110, 110, 120, 130)
_MOST_ROWS, _HEAD_HEIGHT = 12, 44


class TargetTable(QWidget):
    """Shows targets with how far they are."""

    def __init__(self, presenter: ReportPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.label, self.table = QLabel(texts.TARGETS), QTableWidget(0, len(_KEYS))
        self.label.setWordWrap(True)
        self.table.setAccessibleName(texts.TARGETS)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(_WRAPPED)
        head.setFixedHeight(_HEAD_HEIGHT)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(_WIDTHS, start=1):
            self.table.setColumnWidth(place, width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.label)
        column.addWidget(self.table)

    def show_targets(self, targets: Sequence[TargetRow]) -> None:
        report = self._presenter.report
        self.table.setVisible(bool(targets))
        self.label.setText(texts.TARGETS if targets else texts.NO_TARGETS)
        if report is None:
            return
        heads = report.facts.skeleton.target_heads
        self.table.setHorizontalHeaderLabels([heads[key] for key in _KEYS])
        self.table.setRowCount(len(targets))
        for at, target in enumerate(targets):
            self._fill_row(at, target)
        self._fit()

    def _fill_row(self, at: int, target: TargetRow) -> None:
        planned, done, share = value_text(target.planned), number_text(target.done), number_text(target.share)
        for place, words in enumerate((target.text, target.measured_in, planned, done, share)):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if place:
                item.setTextAlignment(_RIGHT if place > _KEYS.index("planned") else _CENTRE)
            self.table.setItem(at, place, item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each row the height of its words, and the table that of its rows, up to a page's part."""
        self.table.resizeRowsToContents()
        shown = range(min(self.table.rowCount(), _MOST_ROWS))
        rows = sum(self.table.rowHeight(at) for at in shown)
        self.table.setFixedHeight(_HEAD_HEIGHT + rows + 2 * self.table.frameWidth())
