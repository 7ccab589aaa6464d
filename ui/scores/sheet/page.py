"""The sheet of one commune, as wide as the screen: its way, results and grid, and beside them the current criterion."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Finding
from db.rules.scoring.chain import Step
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.lists.empty_state import EmptyState
from ui.common.texts import NOT_YOURS
from ui.common.workplace import Workplace
from ui.measures.behind_dialog import BehindDialog
from ui.scores.sheet import criterion_texts, step_texts, texts
from ui.scores.sheet.criterion_panel import CriterionPanel
from ui.scores.sheet.mark_table import MarkTable
from ui.scores.sheet.marks import NOTE
from ui.scores.sheet.model import PLACE_NAMES, SheetModel
from ui.scores.sheet.presenter import Place, SheetPresenter
from ui.scores.sheet.result_bar import ResultBar
from ui.scores.sheet.stages import history, remark
from ui.scores.sheet.step_dialog import StepDialog
from ui.scores.sheet.stepping import Stepping
from ui.scores.sheet.suggestions import Suggestions
from ui.scores.sheet.way_line import WayLine

_MEMORY = "scores/sheet_split"
_SPLIT, _SHARES = (840, 330), (5, 2)
_LEAST_BESIDE = 200


class SheetPage(QWidget):
    """Shows a `SheetPresenter` and hands over what was typed.

    `board_requested` on Esc, `rule_sets_requested` where the year has none, `criterion_shown` with the code of the row
    of the cursor (nothing on a row of sums), `found_requested` with a record behind a proposal, `stepped` when other
    steps may be open now.
    """

    board_requested = Signal()
    rule_sets_requested = Signal()
    criterion_shown = Signal(str)
    found_requested = Signal(object)
    stepped = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = presenter = SheetPresenter(workplace, self)
        self.suggestions = Suggestions(presenter)
        self.stepping = Stepping(presenter, self.suggestions)
        self.rule_set = QLabel()
        self.history_title, self.history = QLabel(step_texts.HISTORY_TITLE), QLabel()
        self.remark, self.message = Message(theme.soon), Message()
        self.way, self.results = WayLine(presenter), ResultBar(presenter)
        self.model = SheetModel(presenter, self)
        self.table = MarkTable(self.model, presenter)
        self.criterion = CriterionPanel(presenter, self.suggestions)
        self.empty = EmptyState()
        self.pages, self._splitter = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._beside, self._area = QVBoxLayout(), QScrollArea()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def title(self) -> str:
        """Return the heading of the sheet, nothing where none is open."""
        sheet = self.presenter.sheet
        return texts.SHEET_TITLE.format(unit=sheet.unit.name, year=sheet.year) if sheet else ""

    def settle(self) -> None:
        """Keep what is being typed in the grid and beside it."""
        self.table.settle()
        self.criterion.settle()

    def take_focus(self) -> None:
        (self.table if self.presenter.sheet else self.empty).setFocus()

    def add_beside(self, widget: QWidget) -> None:
        """Add something that belongs to the current criterion, under what is told of it."""
        self._beside.insertWidget(self._beside.count() - 2, widget)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to something that stands beside the grid."""
        self._area.ensureWidgetVisible(widget)
        # A long button may make all of it wider than its place: what begins a line stays in sight.
        self._area.horizontalScrollBar().setValue(0)

    def take_step(self, step: Step) -> None:
        """Ask for what a step needs and take it; what stands in the way is shown first."""
        self.settle()
        lacking = self.stepping.lacks(step)
        if lacking is not None:
            self.message.say(NOT_YOURS[lacking])
            return
        obstacle = self.stepping.obstacle(step)
        if obstacle is not None:
            self._show_place(obstacle.place)
            self.message.say(obstacle.words)
            return
        if StepDialog.ask(self.presenter, self.stepping, step, self):
            self.table.choose_first()
        self.take_focus()

    def take_next(self) -> None:
        """Take the step that usually comes next."""
        if self.stepping.next is not None:
            self.take_step(self.stepping.next)

    def take_proposal(self) -> None:
        """Answer the current criterion as is proposed, and go on to the next."""
        self.table.settle()
        if self.table.code and self.suggestions.take(self.table.code):
            self.table.go_on()
        else:
            self.workplace.say(criterion_texts.NOTHING_HERE)

    def take_proposals(self) -> None:
        """Answer all blank criteria as is proposed."""
        self.settle()
        count = self.suggestions.take_all()
        words = criterion_texts.TAKEN_ALL if count else criterion_texts.NOTHING_TO_TAKE
        self.workplace.say(words.format(count=count))

    def show_behind(self, place: int) -> None:
        """Show the records behind the value proposed, or from place 1 behind its whole; open the one that is chosen."""
        code, sheet = self.table.code, self.presenter.sheet
        proposal = self.suggestions.of(code)
        if sheet is None or proposal is None or place >= len(proposal.refs):
            self.workplace.say(criterion_texts.NOTHING_HERE)
            return
        behind, number = self.suggestions.behind(code, place), (proposal.value, proposal.whole)[place]
        if not behind.added:
            self.workplace.say(criterion_texts.NO_ROWS)
            return
        title = criterion_texts.BEHIND_TITLE.format(
            measure=proposal.refs[place].measure.title, unit=sheet.unit.name, year=sheet.year
        )
        found = BehindDialog.ask(number, title, behind, self.suggestions.describe, self)
        if found is not None:
            self.found_requested.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if key == Qt.Key.Key_F8:
            (self.take_proposals if shift else self.take_proposal)()
        elif key == Qt.Key.Key_F9:
            self.show_behind(int(shift))
        elif key == Qt.Key.Key_F4:
            self._write_note()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.take_next()
        else:
            super().keyPressEvent(event)

    def _write_note(self) -> None:
        if self.criterion.note.isVisibleTo(self):
            self.criterion.note.setFocus()

    def _show_place(self, place: Place) -> None:
        """Put the cursor where something is to be mended."""
        code, column = place
        if column != NOTE:
            self.table.show_place(place)
            self.table.setFocus()
            return
        index = self.table.currentIndex()
        self.table.setCurrentIndex(self.model.index(self.model.row_of(code), index.column()))
        self._write_note()

    def _show(self) -> None:
        sheet = self.presenter.sheet
        self.pages.setCurrentIndex(1 if sheet else 0)
        if sheet is None:
            self._say_empty()
        else:
            self.rule_set.setText(
                texts.RULE_SET.format(title=sheet.title, citation=sheet.citation.rstrip("."))
            )
            self.remark.say(remark(sheet))
            self.history.setText("\n".join(history(sheet)) or step_texts.NO_HISTORY)
            self._complain()
        self.stepped.emit()

    def _on_opened(self) -> None:
        self._show()
        self._on_place_shown()

    def _say_empty(self) -> None:
        presenter = self.presenter
        if presenter.trouble:
            without = presenter.is_without_rules
            title = texts.NO_RULE_SET_TITLE if without else texts.REFUSED_TITLE
            words = texts.NO_RULE_SET if without else texts.REFUSED
            self.empty.say(
                title.format(year=self.workplace.year),
                words.format(words=presenter.trouble),
                texts.TO_RULE_SETS if without else texts.TO_BOARD,
            )
        else:
            self.empty.say(texts.NO_SHEET_TITLE, texts.NO_SHEET, texts.TO_BOARD)

    def _on_first_step(self) -> None:
        without = self.presenter.is_without_rules
        (self.rule_sets_requested if without else self.board_requested).emit()

    def _on_place_shown(self) -> None:
        self.criterion.show_criterion(self.table.code)
        self.criterion_shown.emit(self.table.code)
        self._complain()

    def _on_refused(self, place: Place | None) -> None:
        """Say why nothing can be typed in the cell."""
        finding = self.presenter.closed(place) if place else None
        if finding is not None:
            self.message.say(finding_text(finding), theme.soon())

    def _complain(self) -> None:
        findings = {place: finding for place, finding in self.presenter.findings.items() if place[1] != NOTE}
        if not findings:
            self._advise()
            return
        here = self._of_current_row(findings)
        words = self._note(here or next(iter(findings)))
        held = len([place for place in self.presenter.held_places if place[1] != NOTE])
        self.message.say(
            texts.HELD.format(words=words) if here else texts.HELD_BACK.format(count=held, words=words)
        )

    def _advise(self) -> None:
        """Say calmly what in the words of the current row looks like a trace of a person."""
        code = self.table.code
        told = self.presenter.caution(code) if code else None
        self.message.say(
            texts.CELL_NOTE.format(
                criterion=code, column=PLACE_NAMES[told[0][1]], words=finding_text(told[1])
            )
            if told
            else "",
            theme.soon(),
        )

    def _of_current_row(self, findings: Mapping[Place, Finding]) -> Place | None:
        place = self.model.place(self.table.currentIndex())
        if place in findings:
            return place
        code = self.table.code
        return next((item for item in findings if item[0] == code), None)

    def _note(self, place: Place) -> str:
        words = finding_text(self.presenter.findings[place])
        return texts.CELL_NOTE.format(criterion=place[0], column=PLACE_NAMES[place[1]], words=words)

    def _connect(self) -> None:
        self.presenter.opened.connect(self._on_opened)
        self.presenter.changed.connect(self._show)
        self.table.place_shown.connect(self._on_place_shown)
        self.table.refused.connect(self._on_refused)
        self.table.delegate.step_requested.connect(self.take_next)
        self.table.board_requested.connect(self.board_requested)
        self.criterion.grid_requested.connect(self.table.setFocus)
        self.criterion.take_requested.connect(self.take_proposal)
        self.criterion.take_all_requested.connect(self.take_proposals)
        self.criterion.behind_requested.connect(self.show_behind)
        self.empty.step_taken.connect(self._on_first_step)
        sizes = self.workplace.preferences.numbers(_MEMORY)
        self._splitter.setSizes(list(sizes) if len(sizes) == 2 else list(_SPLIT))
        self._splitter.splitterMoved.connect(self._keep_split)

    def _keep_split(self) -> None:
        self.workplace.preferences.set_numbers(_MEMORY, tuple(self._splitter.sizes()))

    def _lay_out(self) -> None:
        self.history_title.setFont(theme.strong(self.font()))
        self.rule_set.setPalette(theme.colored(self.palette(), theme.faint()))
        for label in (self.rule_set, self.history):
            label.setWordWrap(True)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.way)
        column.addWidget(self.remark)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.message)
        column.addWidget(self.results)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self._right())
        for at, share in enumerate(_SHARES):
            self._splitter.setStretchFactor(at, share)
        self._splitter.setChildrenCollapsible(False)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _right(self) -> QScrollArea:
        inner = QWidget()
        inner.setLayout(self._beside)
        self._beside.setContentsMargins(theme.STEP * 2, 0, 0, 0)
        self._beside.setSpacing(theme.GROUP)
        told = QVBoxLayout()
        told.setSpacing(theme.STEP)
        for label in (self.history_title, self.history, self.rule_set):
            told.addWidget(label)
        self._beside.addWidget(self.criterion)
        self._beside.addLayout(told)
        self._beside.addStretch(1)
        area = self._area
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(_LEAST_BESIDE)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area
