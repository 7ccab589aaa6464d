"""How far the shown return has come, and what can be done with it now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from db.rules.formats import day_text
from db.rules.returns.check_findings import Severity
from db.services.returns.standings import ReturnStanding
from ui.common import theme
from ui.returns.filling import work_texts as texts


class StateBar(QFrame):
    """Says the state; its buttons are asked for by signals. Other buttons find room at its right."""

    check_requested = Signal()
    approve_requested = Signal()
    withdraw_requested = Signal()
    turn_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.STEP * 3, theme.STEP, theme.STEP * 2, theme.STEP)
        self._row.setSpacing(theme.STEP * 2)
        self._row.addWidget(self.words, 1)
        self.turn_button = self.add_button(texts.SEE_NOW, texts.SEE_NOW_TIP)
        self.check_button = self.add_button(texts.CHECK, texts.CHECK_TIP)
        self.approve_button = self.add_button(texts.APPROVE, texts.APPROVE_TIP)
        self.withdraw_button = self.add_button(texts.WITHDRAW, texts.WITHDRAW_TIP)
        self.turn_button.clicked.connect(self.turn_requested)
        self.check_button.clicked.connect(self.check_requested)
        self.approve_button.clicked.connect(self.approve_requested)
        self.withdraw_button.clicked.connect(self.withdraw_requested)
        self.hide()

    def add_button(self, words: str, tip: str) -> QPushButton:
        """Add a button at the right; its tip names its key."""
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button

    def show_standing(
        self, standing: ReturnStanding | None, *, is_frozen: bool, can_withdraw: bool, busy: bool
    ) -> None:
        """Show a return; nothing where there is none."""
        self.setVisible(standing is not None)
        if standing is None:
            return
        self.words.setText(state_words(standing, is_frozen=is_frozen))
        can_turn = standing.frozen is not None and standing.frozen.filled is not None and standing.has_moved
        self.turn_button.setVisible(can_turn)
        self.turn_button.setText(texts.SEE_NOW if is_frozen else texts.SEE_FROZEN)
        self.turn_button.setToolTip(texts.SEE_NOW_TIP if is_frozen else texts.SEE_FROZEN_TIP)
        for button in (self.check_button, self.approve_button):
            button.setVisible(standing.frozen is None or standing.has_moved)
            button.setEnabled(not busy and not is_frozen)
        self.withdraw_button.setVisible(can_withdraw)


def state_words(standing: ReturnStanding, *, is_frozen: bool) -> str:
    """Write how a return stands; of an approved one who approved it and when, and what moved since."""
    state = texts.STATES[standing.state]
    if standing.frozen is None:
        return open_words(standing, texts.STATE_OPEN, texts.STATE_READY, state)
    known = standing.frozen.known
    at = f"{day_text(known.at.date())} {known.at:%H:%M}"
    words = texts.STATE_APPROVED.format(state=state, revision=known.revision, at=at, who=known.who)
    if not standing.has_moved:
        return f"{words}."
    moved = texts.STATE_MOVED.format(count=len(standing.differences))
    return f"{words}. {moved} {texts.SHOWS_FROZEN if is_frozen else texts.SHOWS_NOW}"


def open_words(standing: ReturnStanding, still_open: str, ready: str, state: str = "") -> str:
    """Write how many errors and unexplained warnings stand against an approval."""
    found = standing.open
    errors = sum(item.severity is Severity.ERROR for item in found)
    words = still_open if found else ready
    return words.format(state=state, errors=errors, warnings=len(found) - errors)
