"""The evidence under the list of tasks: what serves the chosen task, which of its times lack, and what may be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.evidence import Offer, Slot
from ui.common import theme
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_keys import record_key
from ui.common.lists.record_table import RecordTable
from ui.common.screens.record_screen import action_button
from ui.plans import evidence_texts as texts
from ui.plans.evidence import COLUMNS, WHAT_COLUMN, EvidencePresenter

_LEAST_HEIGHT = 120
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
# Qt's own "no limit".
_ANY_HEIGHT = 16_777_215
# More times than a year of months are shown for the chosen year only.
_MOST_TIMES = 12


class EvidencePanel(QWidget):
    """Activities of one task. Enter opens one in its own screen, Delete lets it go; both leave the task as it is."""

    record_requested = Signal(str, int)
    link_requested = Signal()
    turn_requested = Signal()
    list_requested = Signal()

    def __init__(self, presenter: EvidencePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.model = ListModel(COLUMNS, presenter.rows.fetch, self)
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.NAME)
        self.title, self.times, self.hint = QLabel(), QLabel(), QLabel()
        self.link_button = action_button(texts.LINK, texts.LINK_TIP, "")
        self.unlink_button = action_button(texts.UNLINK, texts.UNLINK_TIP, "")
        self.turn_button = action_button(texts.OPEN, texts.OPEN_TIP, "")
        self.done_button = action_button(texts.DONE, texts.DONE_TIP, "")
        self._head, self._pages, self._is_folded = QBoxLayout(_ACROSS), QStackedWidget(), False
        self._lay_out()
        self.link_button.clicked.connect(self.link_requested)
        self.unlink_button.clicked.connect(self.unlink)
        self.turn_button.clicked.connect(self.turn_requested)
        self.done_button.clicked.connect(presenter.mark_done)
        self.table.row_opened.connect(self._open)
        presenter.changed.connect(self._show)
        self._show()

    def take_room(self, *, is_low: bool, is_open: bool) -> None:
        """Show all of it; on a low screen only its title, unless it is open in the place of the list."""
        self._is_folded = is_low and not is_open
        self.turn_button.setVisible(is_low)
        self.turn_button.setText(texts.CLOSE if is_open else texts.OPEN)
        self.setMinimumHeight(0 if self._is_folded else _LEAST_HEIGHT)
        self.setMaximumHeight(theme.ROW_HEIGHT + theme.STEP if self._is_folded else _ANY_HEIGHT)
        for part in (self._pages, self.link_button, self.unlink_button):
            part.setVisible(not self._is_folded)
        self._head.setDirection(_DOWN if is_low and is_open else _ACROSS)
        self.times.setWordWrap(not is_low)
        self._show()

    def take_focus(self) -> None:
        """Put the cursor on the activities, on the way to link some where there are none."""
        if not self.model.rowCount():
            self.link_button.setFocus()
            return
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus()

    def unlink(self) -> None:
        """Let the chosen activities go; the list keeps its place."""
        row = self.table.currentIndex().row()
        self.presenter.unlink(self.table.chosen_ids())
        if self.model.rowCount():
            self.table.selectRow(min(max(row, 0), self.model.rowCount() - 1))
        else:
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = record_key(event, in_list=True)
        if action == "remove":
            self.unlink()
        elif action == "new":
            self.link_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.list_requested.emit()
        elif action not in ("up", "down"):
            super().keyPressEvent(event)

    def _open(self) -> None:
        for activity in self.presenter.rows.at(self.table.chosen_ids()[:1]):
            self.record_requested.emit(activity.kind, activity.id)

    def _show(self) -> None:
        found, count = self.presenter.found, len(self.presenter.rows.activities)
        self.model.show_ids(tuple(range(1, count + 1)), {})
        self.title.setText(texts.title(found))
        self.times.setText(self._times_words())
        self.times.setToolTip(self.times.text())
        self.times.setVisible(bool(self.times.text()) and not self._is_folded)
        self.hint.setText(texts.CHOOSE_TASK if found is None else texts.EMPTY)
        self._pages.setCurrentIndex(0 if count else 1)
        self.link_button.setEnabled(found is not None)
        self.unlink_button.setEnabled(bool(count))
        self._offer(found.offer if found is not None else None)

    def _offer(self, offer: Offer | None) -> None:
        self.done_button.setVisible(offer is not None and not self._is_folded)
        if offer is not None:
            self.done_button.setText(texts.offer_words(offer, self.presenter.workplace.year))

    def _times_words(self) -> str:
        found = self.presenter.found
        if found is None or (len(found.slots) < 2 and not found.missing):
            return ""
        if len(found.slots) < 2:
            return self._late(texts.MISSING)
        year = self.presenter.workplace.year
        shown = found.slots
        if len(shown) > _MOST_TIMES:
            shown = tuple(slot for slot in shown if slot.last.year == year)
        return texts.TIMES.format(slots=texts.BETWEEN.join(self._slot(slot) for slot in shown))

    def _slot(self, slot: Slot) -> str:
        found, workplace = self.presenter.found, self.presenter.workplace
        assert found is not None
        words = texts.slot_words(slot, found.missing, workplace.year)
        return self._late(words) if slot in found.missing else words

    def _late(self, words: str) -> str:
        return f'<b style="color:{theme.late().name()}">{words}</b>'

    def _lay_out(self) -> None:
        self.turn_button.hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(WHAT_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.title.setFont(theme.strong(self.font()))
        for label in (self.title, self.times):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in (self.times, self.hint):
            label.setWordWrap(True)
        self.times.setTextFormat(Qt.TextFormat.RichText)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.hint)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        for button in (self.done_button, self.link_button, self.unlink_button, self.turn_button):
            buttons.addWidget(button)
        self._head.setSpacing(theme.STEP)
        self._head.addWidget(self.title, 1)
        self._head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEP, 0, 0)
        column.setSpacing(theme.STEP)
        column.addLayout(self._head)
        column.addWidget(self.times)
        column.addWidget(self._pages, 1)
