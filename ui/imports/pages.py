"""The pages of an import beside the mapping: the start, old texts before and after, what would happen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.encodings import Preview
from db.rules.formats import number_text
from db.services.imports.importing import ImportPlan, RowState
from ui.common import theme
from ui.common.findings_table import FindingsTable
from ui.common.forms.message import Message
from ui.imports import texts


class StartPage(QWidget):
    """Says what can be imported."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = Message()
        self.findings = FindingsTable()
        self.findings.hide()
        words = QLabel(texts.START)
        words.setWordWrap(True)
        column = _column(self)
        column.addWidget(words)
        column.addWidget(self.message)
        column.addWidget(self.findings, 1)
        column.addStretch(0)


class OldTextPage(QWidget):
    """Shows some cells before and after their conversion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.table = QTableWidget(0, 2)
        self.table.setHorizontalHeaderLabels([texts.BEFORE, texts.AFTER])
        self.table.setAccessibleName(texts.AFTER)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setVisible(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = _column(self)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)

    def show_preview(self, name: str, preview: Preview) -> None:
        self.words.setText(texts.OLD_TEXT.format(name=name, encoding=preview.encoding.upper()))
        self.table.setRowCount(len(preview.before))
        for row, pair in enumerate(zip(preview.before, preview.after, strict=True)):
            for at, words in enumerate(pair):
                self.table.setItem(row, at, QTableWidgetItem(words))
        self.table.resizeRowsToContents()


class ResultPage(QWidget):
    """Counts, and under them what is wrong, what would change and what was told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts, self.words = QLabel(), QLabel()
        self.counts.setFont(theme.strong(self.font()))
        self.counts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.counts, self.words):
            label.setWordWrap(True)
        self.table = FindingsTable()
        column = _column(self)
        column.addWidget(self.counts)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)

    def show_plan(self, plan: ImportPlan, remembered: str) -> None:
        counts = {str(state): number_text(plan.counts.get(state, 0)) for state in RowState}
        self.counts.setText(
            texts.COUNTS.format(name=plan.table.source, refused=number_text(plan.refused), **counts)
        )
        words = [_said(plan)]
        if remembered:
            words.append(texts.REMEMBERED.format(name=remembered))
        self.words.setText(" ".join(words))
        self.table.show_findings((*plan.findings, *plan.taken, *plan.changes, *plan.table.notes))


def _said(plan: ImportPlan) -> str:
    if plan.findings:
        return texts.WRONG.format(count=number_text(len(plan.findings)))
    if not plan.table.rows:
        return texts.NO_ROWS
    return texts.READY if plan.rows else texts.NOTHING_NEW


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.STEP * 2)
    return column
