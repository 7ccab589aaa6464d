"""The questions of a book that is taken in: a row each, Space marks it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from db.services.handing.comparing import Asked, Question
from ui.common import theme
from ui.handing import texts
from ui.handing.field_words import field_word

_WIDTHS = (120, 210, 210)
_LONGEST = 80


class QuestionsTable(QTableWidget):
    """Shows questions; `answered` with the key of one and whether it is marked."""

    answered = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(0, len(texts.QUESTION_HEADS))
        self._questions: tuple[Question, ...] = ()
        self.setHorizontalHeaderLabels(texts.QUESTION_HEADS)
        self.setAccessibleName(texts.QUESTIONS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for at, width in enumerate(_WIDTHS):
            self.setColumnWidth(at, width)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._on_item_changed)

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show the questions of a file; those that stand there already keep their marks."""
        if questions is self._questions:
            return
        self._questions = questions
        self.blockSignals(True)
        self.setRowCount(len(self._questions))
        for row, question in enumerate(self._questions):
            for at, words in enumerate(_row(question)):
                self.setItem(row, at, QTableWidgetItem(words))
            self._item(row).setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            self._item(row).setCheckState(Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rows as high as their words need at the new width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            item = self._item(self.currentRow())
            marked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if marked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    def _item(self, row: int) -> QTableWidgetItem:
        item = self.item(row, 0)
        assert item is not None
        return item

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self.answered.emit(self._questions[item.row()].key, item.checkState() is Qt.CheckState.Checked)


def _row(question: Question) -> tuple[str, str, str, str]:
    is_alike = question.asked is Asked.ALIKE
    changes = "; ".join(
        texts.CHANGE.format(
            column=field_word(question.table, key),
            ours=ours[:_LONGEST] or texts.EMPTY,
            theirs=theirs[:_LONGEST] or texts.EMPTY,
        )
        for key, ours, theirs in question.changes
    )
    asked = texts.ALIKE if is_alike else texts.DIFFERS
    return asked, question.words, question.our_words or texts.SAME_ROW, changes or texts.NO_CHANGE
