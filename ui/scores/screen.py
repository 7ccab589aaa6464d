"""The screen of scoring: the board of communes, and behind it the sheet of one of them, each as wide as the screen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db.rules.findings import Refused, Unknown
from db.rules.scoring.chain import Step
from db.rules.units import Level
from db.services.scoring.registering import open_registrations
from ui.common import theme
from ui.common.borders import BordersNote, compared_note
from ui.common.lists.record_keys import record_key
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.screens.tabs import add_turning_keys
from ui.common.texts import NOT_YOURS
from ui.common.workplace import Workplace
from ui.scores import paper_texts, texts
from ui.scores.board.page import BoardPage
from ui.scores.evidence import texts as evidence_texts
from ui.scores.evidence.panel import EvidencePanel
from ui.scores.paper_menu import PaperMenu
from ui.scores.received.actions import add_exchange, take_dropped
from ui.scores.sheet import register_texts, step_texts
from ui.scores.sheet.page import SheetPage
from ui.scores.sheet.register_all_dialog import RegisterAllDialog

_TURNS = {"Ctrl+PgDown": 1, "Ctrl+PgUp": -1}
_TO_EVIDENCE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_M)


class ScoresScreen(Screen):
    """Board and sheet, one at a time."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.board = BoardPage(workplace)
        self.sheet = SheetPage(workplace)
        self.evidence = EvidencePanel(workplace)
        self.pages = QStackedWidget()
        self.head, self.other = ScreenHead(texts.TITLE), QMenu(self)
        self._only_on: dict[QWidget, list[QPushButton | QAction]] = {self.board: [], self.sheet: []}
        self.steps = {step: self._step_action(step) for step in Step}
        self.papers = PaperMenu(self, workplace, self._shown_commune)
        self._only_on[self.board] += self.papers.put_first(self.board.print, self.board.export)
        self._lay_out()
        self.board.sheet_requested.connect(self.open_sheet)
        self.sheet.board_requested.connect(self.show_board)
        self.sheet.rule_sets_requested.connect(lambda: self.subject_requested.emit("rule_sets"))
        self.sheet.stepped.connect(self._show_steps)
        self.sheet.found_requested.connect(self.found_requested)
        self._stand_evidence_beside()
        self.papers.aboutToShow.connect(self.settle)
        add_turning_keys(self, _TURNS, self.turn)
        self.add_other(register_texts.ACTION, self.register_all, only_on=self.board)
        add_exchange(self)
        self._show_page(self.board)

    def begin(self) -> None:
        self.board.reload()
        if self.workplace.office.unit.level == Level.COMMUNE:
            self._open_own()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, (*texts.KEYS, *evidence_texts.KEYS))

    def settle(self) -> None:
        self.sheet.settle()

    def take_focus(self) -> None:
        page = self.pages.currentWidget()
        (self.sheet if page is self.sheet else self.board).take_focus()

    def show_record(self, record_id: int) -> None:
        """Open the sheet of a commune, told by its unit's number."""
        self.open_sheet(record_id)

    def open_sheet(self, unit_id: int) -> None:
        """Turn to the sheet of a commune."""
        self.sheet.settle()
        self.board.choose(unit_id)
        if unit_id != self.sheet.presenter.unit_id:
            self.sheet.presenter.show(unit_id)
        self._show_page(self.sheet)
        self.sheet.take_focus()

    def show_board(self) -> None:
        """Turn back to the board, at the row of the sheet."""
        self.sheet.settle()
        self._show_page(self.board)
        if self.sheet.presenter.unit_id is not None:
            self.board.choose(self.sheet.presenter.unit_id)
        self.board.take_focus()

    def turn(self, steps: int) -> None:
        """Turn from one sheet to the next, in the order of the board."""
        unit_id = self.sheet.presenter.unit_id
        if self.pages.currentWidget() is not self.sheet or unit_id is None:
            return
        beside = self.board.beside(unit_id, steps)
        if beside is not None:
            self.open_sheet(beside)

    def print_sheet(self) -> None:
        """Show the sheet as it will be printed."""
        self.settle()
        self.papers.show_sheet()

    def register_all(self) -> None:
        """Ask for which class each commune registers."""
        unit_id, span = self.workplace.office.unit.id, self.workplace.span
        try:
            rows = self.workplace.read(partial(open_registrations, unit_id=unit_id, span=span))
        except (Refused, Unknown) as error:
            self.workplace.fail(error)
            return
        if rows:
            RegisterAllDialog.ask(self.workplace, rows, self)
        else:
            self.workplace.say(register_texts.NOBODY)

    def narrow(self, text: str) -> None:
        self.show_board()
        self.board.narrow(text)

    def add_other(self, words: str, do: Callable[[], None], *, only_on: QWidget | None = None) -> QAction:
        """Add something to the menu of other things to do, where asked only for one of the two pages."""
        action = self.other.addAction(words)
        action.triggered.connect(lambda: do())
        if only_on is not None:
            self._only_on[only_on].append(action)
            action.setVisible(only_on is self.pages.currentWidget())
        return action

    def add_evidence(self) -> None:
        """Ask for evidence of the current criterion."""
        self.sheet.settle()
        self.evidence.add()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        take_dropped(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_board = self.pages.currentWidget() is self.board
        actions: dict[str, Callable[[], None]] = {"filter": self._seek}
        if on_board:
            actions |= {
                "edit": self.board.open_chosen,
                "print": self.board.print,
                "export": self.board.export,
            }
        else:
            actions |= {
                "new": self.add_evidence,
                "print": self.print_sheet,
                "edit": self.sheet.take_focus,
                "remove": self.sheet.table.clear_place,
            }
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        elif event.key() == Qt.Key.Key_Escape and not on_board:
            self.show_board()
        elif event.keyCombination() == _TO_EVIDENCE and not on_board:
            self.sheet.reveal(self.evidence)
            self.evidence.take_focus()
        else:
            super().keyPressEvent(event)

    def _seek(self) -> None:
        self.show_board()
        self.board.seek()

    def _stand_evidence_beside(self) -> None:
        self.sheet.add_beside(self.evidence)
        self.sheet.criterion_shown.connect(self._show_evidence)
        self.evidence.counted.connect(self.sheet.model.show_evidence)
        self.evidence.grid_requested.connect(self.sheet.take_focus)

    def _show_evidence(self, code: str) -> None:
        sheet = self.sheet.presenter.sheet
        self.evidence.show_evidence(sheet.unit.id if sheet else None, self.workplace.year, code)

    def _shown_commune(self) -> int | None:
        """Return the commune whose sheet is shown, or whose row is chosen."""
        on_sheet = self.pages.currentWidget() is self.sheet
        return self.sheet.presenter.unit_id if on_sheet else self.board.unit_id

    def _open_own(self) -> None:
        own = self.workplace.office.unit.id
        if own in self.board.presenter.shown:
            self.open_sheet(own)

    def _show_page(self, page: QWidget) -> None:
        # A point that is typed does not wait for a board that nobody sees.
        self.board.presenter.watch(page is self.board)
        self.pages.setCurrentWidget(page)
        for owner, parts in self._only_on.items():
            for part in parts:
                part.setVisible(owner is page)
        self._show_steps()

    def _step_action(self, step: Step) -> QAction:
        action = self.other.addAction(step_texts.DO[step])
        action.triggered.connect(lambda: self.sheet.take_step(step))
        return action

    def _show_steps(self) -> None:
        """Name the sheet, offer its next step as the primary action, the others that are open in the menu."""
        on_sheet, stepping = self.pages.currentWidget() is self.sheet, self.sheet.stepping
        self.head.title.setText((self.sheet.title if on_sheet else "") or texts.TITLE)
        for step, action in self.steps.items():
            action.setVisible(on_sheet and step in stepping.others)
            lacking = stepping.lacks(step)
            action.setEnabled(lacking is None)
            action.setToolTip(NOT_YOURS[lacking] if lacking else "")
        self.next.setVisible(on_sheet and stepping.next is not None)
        if stepping.next is not None:
            lacking = stepping.lacks(stepping.next)
            self.next.setText(step_texts.DO_NEXT.format(step=step_texts.DO[stepping.next].rstrip("…")))
            self.next.setEnabled(lacking is None)
            self.next.setToolTip(NOT_YOURS[lacking] if lacking else step_texts.NEXT_TIP)

    def _lay_out(self) -> None:
        self._fill_head()
        self.pages.addWidget(self.board)
        self.pages.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.head)
        column.addWidget(BordersNote(self.workplace, compared_note))
        column.addWidget(self.pages, 1)

    def _fill_head(self) -> None:
        head = self.head
        opening = head.add_primary(texts.SCORE, texts.SCORE_TIP)
        self.next = head.add_primary(step_texts.DO[Step.SUBMIT], step_texts.NEXT_TIP)
        back = head.add_button(texts.BACK, texts.BACK_TIP)
        head.add_button(paper_texts.MENU, paper_texts.MENU_TIP, "print").setMenu(self.papers)
        head.add_button(texts.OTHER, texts.OTHER_TIP).setMenu(self.other)
        opening.clicked.connect(self.board.open_chosen)
        self.next.clicked.connect(self.sheet.take_next)
        back.clicked.connect(self.show_board)
        self._only_on[self.board].append(opening)
        self._only_on[self.sheet].append(back)
