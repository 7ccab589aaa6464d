"""What stands on the screen of returns and how it is laid out; nothing is done here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.screens.screen_head import ScreenHead
from ui.returns.filling import texts, work_texts
from ui.returns.filling.beside_panel import BesidePanel
from ui.returns.filling.forms import Forms
from ui.returns.filling.looking_panels import LookingPanels
from ui.returns.filling.notes_list import NotesList
from ui.returns.filling.outcome_bar import OutcomeBar
from ui.returns.filling.presenter import FillingPresenter
from ui.returns.filling.rolling_page import RollingPage
from ui.returns.filling.state_bar import StateBar

_BOX_WIDTH, _UNIT_WIDTH = 240, 260


class FillingPage:
    """The widgets of the screen, laid out on their owner."""

    def __init__(self, owner: QWidget) -> None:
        self.set_box, self.unit_editor = QComboBox(), ChoiceEditor()
        self.paper_box = QCheckBox(work_texts.PAPER)
        self.paper_box.setToolTip(work_texts.PAPER_TIP)
        self.notes, self.state, self.outcome = NotesList(), StateBar(), OutcomeBar()
        self.forms, self.beside, self.panels = Forms(), BesidePanel(), LookingPanels()
        self.beside.hide()
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out(owner)

    def show_options(self, presenter: FillingPresenter) -> None:
        """Show what can be chosen."""
        self.set_box.blockSignals(True)
        self.set_box.clear()
        for item in presenter.sets:
            self.set_box.addItem(item.title, item.code)
        self.set_box.setCurrentIndex(self.set_box.findData(presenter.choices.set_code))
        self.set_box.blockSignals(False)
        self.unit_editor.set_options(presenter.units)
        self.show_unit(presenter)

    def show_unit(self, presenter: FillingPresenter) -> None:
        """Show which unit is chosen."""
        code = str(presenter.choices.unit_id)
        title = next((item.title for item in presenter.units if item.code == code), "")
        self.unit_editor.set_choice(code if title else "", title)

    def show_filling(self, presenter: FillingPresenter) -> None:
        """Say that the figures are being counted; figures of another return go."""
        self.export_button.setEnabled(False)
        self.notes.say_busy(texts.FILLING)
        if presenter.filled is None:
            self.forms.show_filled(None)

    def show_return(self, presenter: FillingPresenter, *, can_withdraw: bool) -> None:
        """Show the return, how it stands and what was found."""
        self.export_button.setEnabled(presenter.filled is not None and not presenter.busy)
        self.reload_button.setVisible(presenter.filled is None and not presenter.busy)
        self.notes.show_notes(presenter.notes())
        self.state.show_standing(
            presenter.standing,
            is_frozen=presenter.shows_frozen,
            can_withdraw=can_withdraw,
            busy=presenter.busy,
        )
        self.forms.show_filled(presenter.filled, presenter.marks)
        self.panels.show_standing(presenter.standing, {item.code: item.title for item in presenter.sets})

    def choose_unit(self) -> None:
        """Put the cursor where a unit is chosen."""
        self.unit_editor.setFocus()
        self.unit_editor.selectAll()

    def _lay_out(self, owner: QWidget) -> None:
        self.sides.addWidget(self.forms)
        self.sides.addWidget(self.beside)
        self.splitter.addWidget(self.sides)
        self.splitter.addWidget(self.panels)
        for splitter in (self.sides, self.splitter):
            splitter.setStretchFactor(0, 1)
            splitter.setCollapsible(0, False)
        content = QWidget()
        whole = QVBoxLayout(owner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(RollingPage(content, self.splitter, self.forms, self.panels))
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addLayout(self._choices())
        for widget in (self.notes, self.state, self.outcome):
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)

    def _head(self) -> ScreenHead:
        head = ScreenHead(texts.TITLE)
        self.export_button = head.add_primary(texts.EXPORT, texts.EXPORT_TIP)
        self.export_button.setEnabled(False)
        self.beside_button = head.add_button(work_texts.BESIDE, work_texts.BESIDE_TIP)
        self.print_button = head.add_button(texts.PRINT, texts.PRINT_TIP, "print")
        self.reload_button = head.add_button(texts.RELOAD, texts.RELOAD_TIP)
        self.reload_button.hide()
        return head

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        self.unit_editor.setPlaceholderText(texts.UNIT_HINT)
        pairs: tuple[tuple[str, QWidget, int], ...] = (
            (texts.SET, self.set_box, _BOX_WIDTH),
            (texts.UNIT, self.unit_editor, _UNIT_WIDTH),
        )
        for words, editor, width in pairs:
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            editor.setMinimumWidth(width)
            row.addWidget(label)
            row.addWidget(editor)
            row.addSpacing(theme.STEP * 2)
        row.addStretch(1)
        row.addWidget(self.paper_box)
        return row
