"""The home page: targets, key numbers, outreach by month, communes without any, drafts."""

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.formats import day_text
from db.services.searching.search import Found
from ui.common import theme
from ui.common.borders import BordersNote
from ui.common.forms.message import Message
from ui.common.period_texts import period_title
from ui.common.screens.screen import Screen
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.overview import texts
from ui.overview.board import NAME_KEY, Board
from ui.overview.month_chart import MonthChart
from ui.overview.presenter import OverviewPresenter
from ui.overview.tables import NUMBER_COLUMNS, Block, BoardTable, SubjectList, TargetTable
from ui.overview.welcome import Welcome

_MOST_TARGETS, _MOST_NUMBERS = 400, 320
_SIDE_WIDTH, _TWO_COLUMNS = 430, 1000
# Qt's own "no limit".
_ANY_WIDTH = 16_777_215
_OUTREACH, _MEASURES = "outreach", "measures"


class OverviewScreen(Screen):
    """Shows one board; reads it anew when it is looked at and no longer true. `subject_requested` asks for a screen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = OverviewPresenter(workplace, self)
        self.targets, self.numbers = TargetTable(_MOST_TARGETS), BoardTable(NUMBER_COLUMNS, _MOST_NUMBERS)
        self.chart = MonthChart()
        self.silent, self.waiting = SubjectList(), SubjectList()
        self.welcome = Welcome()
        self.ended, self.hand_on_button = Message(theme.soon), QPushButton(texts.HAND_ON)
        self._targets, self._numbers, self._chart, self._silent, self._waiting = (
            Block(content) for content in (self.targets, self.numbers, self.chart, self.silent, self.waiting)
        )
        self._pages, self._side = QStackedWidget(), QWidget()
        self._lay_out()
        self.presenter.changed.connect(self._show)
        self.presenter.outdated.connect(self._on_outdated)
        self.hand_on_button.clicked.connect(self.hand_on)
        self.numbers.row_opened.connect(self._on_number_opened)
        for part in (self.silent, self.waiting, self.welcome):
            part.subject_requested.connect(self.subject_requested)

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def hand_on(self) -> None:
        """Hand on the book of an office whose unit ended."""
        from ui.handing.hand_on_dialog import HandOnDialog  # Only wanted where a unit ended.

        HandOnDialog.ask(self.workplace, self)

    def take_focus(self) -> None:
        board = self.presenter.board
        first = self.welcome.buttons[0] if board is None or board.is_empty else self.targets
        first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.presenter.is_outdated:
            self.presenter.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the second column under the first where both do not fit side by side."""
        super().resizeEvent(event)
        beside = self.width() >= _TWO_COLUMNS
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._side.setMinimumWidth(_SIDE_WIDTH)
        self._side.setMaximumWidth(_SIDE_WIDTH if beside else _ANY_WIDTH)

    def _on_number_opened(self) -> None:
        name = self.numbers.list_model.value(self.numbers.currentIndex().row(), NAME_KEY)
        self.found_requested.emit(Found(_MEASURES, 0, "", code=str(name)))

    def _on_outdated(self) -> None:
        if self.isVisible():
            self.presenter.reload()

    def _show(self) -> None:
        board = self.presenter.board
        assert board is not None
        self._pages.setCurrentIndex(1 if board.is_empty else 0)
        self.welcome.show_year(board.year)
        self._show_ended(board)
        self._show_measured(board)
        self._show_lists(board)

    def _show_ended(self, board: Board) -> None:
        unit, today = self.workplace.office.unit, self.workplace.today
        last = unit.valid_to if unit.valid_to is not None and unit.valid_to < today else None
        words = texts.ENDED.format(name=unit.name, day=day_text(last)) if last else ""
        if board.has_earlier and unit.valid_from:
            words = texts.EARLIER.format(name=unit.name, day=day_text(unit.valid_from))
        self.ended.say(words)
        self.hand_on_button.setVisible(last is not None)

    def _show_measured(self, board: Board) -> None:
        self.targets.show_rows(board.targets)
        self.numbers.show_rows(board.numbers)
        self.chart.show_months(board.months)
        note = "" if board.targets else texts.NO_TARGETS.format(year=board.year)
        self._targets.say(texts.TARGETS.format(year=board.year), note)
        self._numbers.say(texts.NUMBERS.format(period=period_title(self.workplace.period)))
        self._chart.say(texts.MONTHS.format(year=board.year, before=board.year - 1))

    def _show_lists(self, board: Board) -> None:
        self.silent.show_lines([(name, _OUTREACH) for name in board.silent])
        self._silent.say(
            texts.SILENT.format(count=len(board.silent)), "" if board.silent else texts.NO_SILENT
        )
        lines = [
            (
                texts.DRAFT_LINE.format(subject=texts.DRAFT_SUBJECTS[item.subject], count=item.count),
                item.subject,
            )
            for item in board.waiting
        ]
        self.waiting.show_lines(lines)
        count = sum(item.count for item in board.waiting)
        self._waiting.say(texts.DRAFTS.format(count=count), "" if lines else texts.NO_DRAFTS)

    def _lay_out(self) -> None:
        title = QLabel(texts.TITLE)
        title.setFont(theme.heading(self.font()))
        margin = theme.STEP * 3
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(title)
        told = QHBoxLayout()
        told.addWidget(self.ended, 1)
        told.addWidget(self.hand_on_button)
        column.addLayout(told)
        column.addWidget(BordersNote(self.workplace))
        column.addWidget(self._pages, 1)
        board = self._scrolled(self._board())
        self._pages.addWidget(board)
        # It stands over them all, so Tab meets it before them.
        self.setTabOrder(self.hand_on_button, board)
        self._pages.addWidget(self.welcome)

    def _board(self) -> QWidget:
        board, left, right = QWidget(), QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._targets)
        left.addWidget(self._chart, 1)
        for block, stretch in ((self._numbers, 0), (self._silent, 3), (self._waiting, 2)):
            right.addWidget(block, stretch)
        right.addStretch(1)
        self._side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, board)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.GROUP)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._side)
        for column in (left, right):
            column.setSpacing(theme.GROUP)
        return board

    def _scrolled(self, board: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(board)
        return area
