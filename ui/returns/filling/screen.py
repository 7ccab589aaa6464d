"""The screen on which returns are filled, checked, approved and exported."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent

from db.rules.returns.by_hand import CellPlace
from db.rules.returns.check_findings import CheckFinding
from db.rules.returns.filled import FilledReturn
from db.rules.rights import Right
from db.services.searching.search import Found
from ui.common.borders import compared_lines
from ui.common.lists.table_papers import TablePapers
from ui.common.rights import guard
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.returns.filling import texts
from ui.returns.filling.approving_act import ApprovingAct
from ui.returns.filling.cell_acts import CellActs
from ui.returns.filling.deeds import ReturnDeeds
from ui.returns.filling.filling_page import FillingPage
from ui.returns.filling.forms import form_paper
from ui.returns.filling.keys import filling_key
from ui.returns.filling.presenter import FillingPresenter
from ui.returns.filling.word_act import ask_word

_SPLIT, _BESIDE_SPLIT = (420, 140), (640, 550)
_PAPER = "returns/paper"
_PAUSE_MS = 50
_LOOKED_AT = 140


class FillingScreen(Screen):
    """Joins the page with what is done on it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = FillingPresenter(workplace, self)
        self.deeds = ReturnDeeds(self.presenter)
        self.page = FillingPage(self)
        self.forms, self.notes, self.outcome = self.page.forms, self.page.notes, self.page.outcome
        self.panels, self.past = self.page.panels, self.page.panels.past
        self.unit_editor = self.page.unit_editor
        self.cells = CellActs(self, self.presenter, self.deeds, self.forms)
        self.approving = ApprovingAct(self, self.presenter, self.deeds, self._look, self._tell_written)
        self.papers = TablePapers(self, workplace)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()
        self._connect_page()

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        if self.forms.count():
            self.forms.page(self.forms.currentIndex()).view.setFocus()
        else:
            # The first form takes it over when it is there.
            self.forms.setFocus()

    def show_found(self, found: Found) -> None:
        """Show the return of a unit (the number) and a set (the code) in the chosen period."""
        self._pause.stop()
        self.presenter.show_return(found.code, found.id)

    def export(self) -> None:
        """Approve what is not approved yet, ask for a file and write the return there."""
        self.approving.export(with_paper=self.page.paper_box.isChecked())

    def print_form(self) -> None:
        """Show the open form as it will be printed."""
        content, filled = self.forms.content(), self.presenter.filled
        if content is None or filled is None:
            return
        compared = compared_lines(self.workplace) if not self.presenter.shows_frozen else ()
        paper = form_paper(content, sample=filled.head.sample, compared=compared)
        self.papers.show_print(content.form.code, lambda: paper)

    def turn(self) -> None:
        """Show what the records say now in place of what was approved, or the other way round."""
        standing = self.presenter.standing
        if standing is not None and standing.frozen is not None and standing.has_moved:
            self.presenter.show_now(not self.presenter.wants_now)

    def show_beside(self) -> None:
        """Show the chosen column over other days beside the form, or not any more."""
        self.page.beside.setVisible(not self.page.beside.isVisible())
        self._show_sides()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.presenter.stale:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], object]] = {
            "filter": self.page.choose_unit,
            "print": self.print_form,
            "export": self.export,
            "turn": self.turn,
            "beside": self.show_beside,
            "check": self.approving.check,
            "word": self.panels.findings.ask_word,
            "approve": self.approving.approve,
            "withdraw": self.approving.withdraw,
        }
        action = filling_key(event)
        if action in actions:
            actions[action]()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        """Show what wants a look, also where the lists were folded away."""
        sizes = self.page.splitter.sizes()
        if not sizes[1]:
            self.page.splitter.setSizes([sum(sizes) - _LOOKED_AT, _LOOKED_AT])
        self.panels.look()

    def _tell_written(self, path: Path, filled: FilledReturn) -> None:
        self.outcome.tell(path, filled)

    def _open_behind(self) -> None:
        found = self.cells.behind()
        if found is not None:
            self.found_requested.emit(found)

    def _go_to(self, found: CheckFinding | CellPlace) -> None:
        filled = self.presenter.filled
        sheets = {sheet.form.code: sheet for sheet in filled.sheets} if filled else {}
        if found.sheet in sheets:
            place = CellPlace(found.sheet, found.row, found.column)
            self.forms.go_to(place, sheets[found.sheet])

    def _show_sides(self) -> None:
        if self.page.beside.isVisible():
            self.page.beside.show_sides(*self.cells.sides())

    def _on_outdated(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _catch_up(self) -> None:
        if self.presenter.stale:
            self.presenter.reload()

    def _on_unit_left(self) -> None:
        self.presenter.choose_unit(self.unit_editor.chosen())
        # What meant no unit gives way to the one that is shown.
        self.page.show_unit(self.presenter)

    def _on_filled(self) -> None:
        waiting = self.forms.hasFocus() and not self.forms.count()
        self.page.show_return(self.presenter, can_withdraw=self.deeds.can_withdraw)
        if waiting:
            self.take_focus()
        self._show_sides()
        self.approving.go_on(with_paper=self.page.paper_box.isChecked())

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.options_changed.connect(lambda: self.page.show_options(presenter))
        presenter.filling.connect(lambda: self.page.show_filling(presenter))
        presenter.filled_changed.connect(self._on_filled)
        presenter.outdated.connect(self._on_outdated)
        self._pause.timeout.connect(self._catch_up)
        self.outcome.code_copied.connect(lambda code: self.workplace.say(texts.COPIED.format(code=code)))
        self.page.paper_box.setChecked(self.workplace.preferences.flag(_PAPER))
        self.page.paper_box.toggled.connect(
            lambda wanted: self.workplace.preferences.set_flag(_PAPER, wanted)
        )
        remember_divider(self.page.splitter, self.workplace.preferences, "returns", _SPLIT)
        remember_divider(self.page.sides, self.workplace.preferences, "returns/beside", _BESIDE_SPLIT)

    def _connect_page(self) -> None:
        page, presenter = self.page, self.presenter
        page.set_box.currentIndexChanged.connect(lambda _: presenter.choose_set(page.set_box.currentData()))
        for signal in (
            self.unit_editor.settled,
            self.unit_editor.went_on,
            self.unit_editor.editingFinished,
        ):
            signal.connect(self._on_unit_left)
        page.export_button.clicked.connect(self.export)
        page.print_button.clicked.connect(self.print_form)
        page.reload_button.clicked.connect(presenter.reload)
        page.beside_button.clicked.connect(self.show_beside)
        page.state.check_requested.connect(self.approving.check)
        guard(self.workplace, Right.APPROVE, page.state.approve_button, page.state.withdraw_button)
        page.state.approve_requested.connect(self.approving.approve)
        page.state.withdraw_requested.connect(self.approving.withdraw)
        page.state.turn_requested.connect(self.turn)
        self.forms.override_requested.connect(self.cells.override)
        self.forms.take_back_requested.connect(self.cells.take_back)
        self.forms.behind_requested.connect(self._open_behind)
        self.forms.cell_changed.connect(self._show_sides)
        self.panels.findings.opened.connect(self._go_to)
        self.panels.differences.opened.connect(self._go_to)
        self.panels.findings.word_requested.connect(
            lambda found: ask_word(self, presenter, self.deeds, found)
        )
