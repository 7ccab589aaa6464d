"""The amendments of the chosen plan: their list, what the chosen one changes, and what may be done next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from db.rules.formats import Value
from db.rules.plan_changes import PlanChange
from db.rules.rights import Right
from db.services.planning import plans
from db.services.planning.amendments import AmendmentInfo
from ui.common import theme
from ui.common.lists.columns import Column, number_column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_keys import record_key
from ui.common.lists.record_table import RecordTable
from ui.common.rights import guard
from ui.common.screens.record_screen import action_button
from ui.plans import amendment_texts as texts
from ui.plans.amendment_dialog import IssueAmendmentDialog
from ui.plans.amendment_paper import save_amendment, show_amendment
from ui.plans.amendments_presenter import AmendmentsPresenter, Lock

_COLUMNS = (
    number_column(texts.ORDINAL, "ordinal", 50),
    Column(texts.NUMBER, "number", 150, sortable=False),
    Column(texts.ISSUED_ON, "issued_on", 120, sortable=False),
    number_column(texts.COUNT, "count", 96),
    Column(texts.REASON, "reason", 600, sortable=False),
)
_CHANGE_COLUMNS = (
    Column(texts.PART, "part", 90, sortable=False),
    Column(texts.PLACE, "place", 200, sortable=False),
    Column(texts.ACT, "act", 96, sortable=False),
    Column(texts.OLD, "old", 340, sortable=False),
    Column(texts.NEW, "new", 340, sortable=False),
)
# Old and new words share what room there is.
_WORDY = (3, 4)
_SIZES = (120, 320)


@dataclass(frozen=True)
class _Line:
    id: int
    cells: Mapping[str, Value]


class AmendmentPanel(QWidget):
    """List above, changes of the chosen amendment below; the buttons follow what the plan allows."""

    def __init__(self, presenter: AmendmentsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.model = ListModel(_COLUMNS, self._amendments, self)
        self.changes_model = ListModel(_CHANGE_COLUMNS, self._changes, self)
        self.table, self.changes = RecordTable(self.model), RecordTable(self.changes_model)
        self.table.setAccessibleName(texts.LIST)
        self.changes.setAccessibleName(texts.CHANGES)
        self.empty, self.no_changes = QLabel(texts.EMPTY), QLabel(texts.NO_CHANGES)
        self.begin = _button(texts.BEGIN, texts.BEGIN_TIP, presenter.begin)
        self.issue = _button(texts.ISSUE, texts.ISSUE_TIP, self._issue)
        self.drop = _button(texts.DROP, texts.DROP_TIP, presenter.drop)
        self.print_button = _button(texts.PRINT, texts.PRINT_TIP, self.print_out, "print")
        self.word_button = _button(texts.WORD, texts.WORD_TIP, self._save, "export")
        guard(presenter.workplace, Right.ENTER, self.begin, self.drop)
        guard(presenter.workplace, Right.APPROVE, self.issue)
        self._stretch()
        self._lay_out()
        presenter.shown_changed.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(self._show_changes)

    @property
    def chosen(self) -> AmendmentInfo | None:
        """Return the amendment whose changes are shown: the chosen one, else the last."""
        wanted, shown = self.table.current_id(), self.presenter.shown
        return next((item for item in shown if item.id == wanted), shown[-1] if shown else None)

    def take_focus(self) -> None:
        (self.table if self.presenter.shown else self.begin).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5, F2, F6 and Ctrl+P mean the amendment here, never the plan that stands above it."""
        buttons = {"new": self.begin, "edit": self.issue, "remove": self.drop, "print": self.print_button}
        button = buttons.get(record_key(event, in_list=self.table.hasFocus()))
        if button is None:
            super().keyPressEvent(event)
        elif button.isEnabled():
            button.click()
        else:
            self.presenter.workplace.say(texts.NOT_NOW)

    def print_out(self) -> None:
        if self.chosen is not None:
            paper = self.presenter.paper(self.chosen.id)
            show_amendment(self, self.presenter.workplace, paper)

    def _save(self) -> None:
        if self.chosen is not None:
            save_amendment(self, self.presenter.workplace, self.presenter.paper(self.chosen.id))

    def _issue(self) -> None:
        amendment = self.presenter.open_one
        if amendment is not None:
            IssueAmendmentDialog.ask(self.presenter.workplace, amendment, self.presenter.issue, self)

    def _show(self) -> None:
        presenter, shown = self.presenter, self.presenter.shown
        wanted = self.table.current_id()
        ids = tuple(item.id for item in shown)
        self.model.show_ids(ids, {})
        self.model.forget_rows()
        self.begin.setEnabled(presenter.may_begin)
        for button in (self.issue, self.drop):
            button.setEnabled(presenter.open_one is not None)
        for button in (self.print_button, self.word_button):
            button.setEnabled(bool(shown))
        self.empty.setVisible(not shown)
        self._splitter.setVisible(bool(shown))
        if shown:
            self.table.choose(wanted if wanted in ids else ids[-1])
        self._show_changes()

    def _show_changes(self) -> None:
        changes = self.chosen.changes if self.chosen else ()
        self.changes_model.show_ids(tuple(range(1, len(changes) + 1)), {})
        self.changes_model.forget_rows()
        self.no_changes.setVisible(not changes)
        self.changes.setVisible(bool(changes))

    def _amendments(self, ids: tuple[int, ...]) -> Sequence[_Line]:
        known = {item.id: item for item in self.presenter.shown}
        return [_Line(number, _cells(known[number])) for number in ids if number in known]

    def _changes(self, ids: tuple[int, ...]) -> Sequence[_Line]:
        changes = self.chosen.changes if self.chosen else ()
        return [_Line(at, _change_cells(changes[at - 1])) for at in ids if at <= len(changes)]

    def _stretch(self) -> None:
        self.table.horizontalHeader().setStretchLastSection(True)
        head = self.changes.horizontalHeader()
        for at in _WORDY:
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (_head(texts.CHANGES), self.no_changes, self.changes):
            column.addWidget(widget)
        column.addStretch()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(below)
        self._splitter.setSizes(list(_SIZES))
        self._splitter.setVisible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.STEP * 2, 0, 0)
        whole.setSpacing(theme.STEP * 2)
        whole.addLayout(self._buttons())
        whole.addWidget(self.empty)
        whole.addWidget(self._splitter, 1)
        whole.addStretch()

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        for button in (self.begin, self.issue, self.drop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.print_button, self.word_button):
            buttons.addWidget(button)
        return buttons


class LockBanner(QLabel):
    """Says over the parts of a plan whether they may be edited; nothing where they may."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVisible(False)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setPalette(theme.banner())
        self.setWordWrap(True)
        self.setMargin(theme.STEP)

    def show_lock(self, lock: Lock) -> None:
        self.setText(texts.BANNERS[lock.name])
        self.setVisible(lock is not Lock.FREE)


def _head(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.strong(label.font()))
    return label


def _button(words: str, tip: str, act: Callable[[], None], icon: str = "") -> QPushButton:
    button = action_button(words, tip, icon)
    button.setEnabled(False)
    button.clicked.connect(act)
    return button


def _cells(item: AmendmentInfo) -> Mapping[str, Value]:
    number = texts.STILL_OPEN if item.number is None else plans.written_number(item.number, item.symbol)
    return {
        "ordinal": item.ordinal,
        "number": number,
        "issued_on": item.issued_on,
        "count": len(item.changes),
        "reason": item.reason.replace("\n", "; "),
    }


def _change_cells(change: PlanChange) -> Mapping[str, Value]:
    return {
        "part": texts.PARTS[change.kind],
        "place": change.place,
        "act": texts.ACTS[change.act],
        "old": _differing(change.old, change.new),
        "new": _differing(change.new, change.old),
    }


def _differing(text: str, other: str) -> str:
    """Leave out the lines that both have: of a long task only its new deadline is of interest."""
    same = frozenset(other.splitlines())
    return "; ".join(line for line in text.splitlines() if line not in same)
