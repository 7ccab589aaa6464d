"""Beside the grid: how the current criterion is scored, what the records propose, why that was not taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from db.rules.scoring.rule_sets import Criterion
from db.services.scoring.proposals import Proposal
from db.services.scoring.sheets import Sheet
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.screens.record_screen import action_button
from ui.common.typing_pause import TypingPause
from ui.scores.sheet import criterion_texts as texts
from ui.scores.sheet.cell_keys import ENTER
from ui.scores.sheet.marks import NOTE, SELF
from ui.scores.sheet.presenter import SheetPresenter
from ui.scores.sheet.scale_words import proposal_words, scale_words
from ui.scores.sheet.suggestions import Suggestions


class CriterionPanel(QWidget):
    """Shows one criterion of a presenter's sheet; `grid_requested` when the note was left by Enter or Esc."""

    grid_requested = Signal()
    take_requested = Signal()
    take_all_requested = Signal()
    behind_requested = Signal(int)

    def __init__(
        self, presenter: SheetPresenter, suggestions: Suggestions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._suggestions = presenter, suggestions
        self.code = ""
        self.title, self.guide, self.scale, self.proposed = QLabel(), QLabel(), QLabel(), QLabel()
        self.take = action_button(texts.TAKE, texts.TAKE_TIP, "")
        self.behind = action_button(texts.BEHIND, texts.BEHIND_TIP, "")
        self.behind_whole = action_button(texts.BEHIND_WHOLE, texts.BEHIND_WHOLE_TIP, "")
        self.take_all = action_button("", texts.TAKE_ALL_TIP, "")
        self.note, self.note_label, self.note_message = LineEditor(), QLabel(texts.NOTE), Message()
        self._pause = TypingPause(self)
        self._proposed_head = QLabel(texts.PROPOSED)
        self._show_all(0)
        self._lay_out()
        self._connect()

    def show_criterion(self, code: str) -> None:
        """Show another criterion; the note of the one before is kept first."""
        if code != self.code:
            self.settle()
            self.code = code
        self._show()

    def settle(self) -> None:
        """Keep the note that is being typed."""
        self._pause.stop()
        if self.code and self.note.isModified():
            self.note.setModified(False)
            self._presenter.leave((self.code, NOTE), self.note.text())

    def _stash(self) -> None:
        if self.code and self.note.isModified():
            self._presenter.stash((self.code, NOTE), self.note.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_chord = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (*ENTER, Qt.Key.Key_Escape) and self.note.hasFocus() and not is_chord:
            self.settle()
            self.grid_requested.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        sheet = self._presenter.sheet
        self.setVisible(sheet is not None)
        if sheet is None:
            return
        self._show_all(len(self._suggestions.acceptable()))
        for part in (self.title, self.guide, self.scale):
            part.setVisible(bool(self.code))
        if self.code:
            self._show_criterion(sheet, sheet.rule_set.criterion(self.code))
        else:
            self._show_proposal(sheet, None, None)

    def _show_criterion(self, sheet: Sheet, criterion: Criterion) -> None:
        self.title.setText(f"{criterion.code}. {criterion.title}")
        self.guide.setText(criterion.guide)
        self.guide.setVisible(bool(criterion.guide))
        self.scale.setText(scale_words(sheet.rule_set, criterion))
        self._show_proposal(sheet, criterion, self._suggestions.of(criterion.code))

    def _show_proposal(self, sheet: Sheet, criterion: Criterion | None, found: Proposal | None) -> None:
        self._proposed_head.setVisible(found is not None)
        self.proposed.setVisible(found is not None)
        is_open = self._presenter.closed(("", SELF)) is None
        self.take.setVisible(is_open and found is not None and bool(found.answer))
        self.behind.setVisible(found is not None and found.value is not None)
        self.behind_whole.setVisible(found is not None and len(found.refs) > 1 and found.whole is not None)
        if criterion is not None and found is not None:
            self.proposed.setText(proposal_words(criterion, found))
        self._show_note(sheet, is_open)

    def _show_note(self, sheet: Sheet, is_open: bool) -> None:
        code = self.code
        differs = bool(code) and self._suggestions.differs(code)
        text = self._presenter.text((code, NOTE)) if code else ""
        for part in (self.note, self.note_label):
            part.setVisible(differs or bool(text))
        self.note.setReadOnly(not is_open)
        if not self.note.isModified():
            self.note.set_text(text)
        finding = self._presenter.findings.get((code, NOTE))
        if finding is not None:
            self.note_message.say(finding_text(finding), theme.late())
        else:
            self.note_message.say(texts.NOTE_MISSING if differs and not text else "", theme.soon())

    def _show_all(self, count: int) -> None:
        self.take_all.setVisible(bool(count))
        self.take_all.setText(texts.TAKE_ALL.format(count=count))

    def _on_opened(self) -> None:
        # What was typed belongs to the sheet before, which was left already.
        self.code = ""
        self.note.setModified(False)
        self._show()

    def _connect(self) -> None:
        self.note.editingFinished.connect(self.settle)
        self.note.typed.connect(self._pause.typed)
        self._pause.due.connect(self._stash)
        self.take.clicked.connect(self.take_requested)
        self.take_all.clicked.connect(self.take_all_requested)
        self.behind.clicked.connect(lambda: self.behind_requested.emit(0))
        self.behind_whole.clicked.connect(lambda: self.behind_requested.emit(1))
        self._presenter.opened.connect(self._on_opened)
        self._presenter.changed.connect(self._show)

    def _lay_out(self) -> None:
        self.title.setFont(theme.strong(self.font()))
        self._proposed_head.setFont(theme.strong(self.font()))
        self.note.setAccessibleName(texts.NOTE)
        self.note_label.setBuddy(self.note)
        self.note_label.setToolTip(texts.NOTE_TIP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.STEP, 0)
        column.setSpacing(theme.STEP)
        for label in (self.title, self.guide, self.scale, self._proposed_head, self.proposed):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            column.addWidget(label)
        column.addLayout(self._buttons())
        for part in (self.note_label, self.note, self.note_message):
            column.addWidget(part)

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.STEP)
        grid.setColumnStretch(2, 1)
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self.take, 0, 0, left)
        grid.addWidget(self.behind, 0, 1, left)
        grid.addWidget(self.behind_whole, 1, 0, 1, 3, left)
        grid.addWidget(self.take_all, 2, 0, 1, 3, left)
        return grid
