"""A screen of sets: the sets at the left, the chosen one as a tree with the form of its node, what is wrong."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Finding
from ui.common import texts as shared
from ui.common import theme
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.record_keys import record_key
from ui.common.nodes.detail import Detail
from ui.common.nodes.findings_list import FindingsList
from ui.common.nodes.nodes import Body
from ui.common.nodes.presenter import NodesPresenter
from ui.common.nodes.tree import NodeTree
from ui.common.screens.divider import remember_divider
from ui.common.screens.record_screen import action_button
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.workplace import Workplace

_LIST_WIDTH, _TREE_WIDTH, _DETAIL_WIDTH, _ARROW_WIDTH = 180, 330, 280, 32
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
Do = Callable[[], None]
Keys = dict[tuple[Qt.Key, Qt.KeyboardModifier], Do]
Edits = tuple[tuple[str, str, Do], ...]


class SetSteps(Protocol):
    """What is done with a whole set."""

    def begin(self) -> None: ...

    def copy(self) -> None: ...

    def remove(self) -> None: ...

    def export(self) -> None: ...

    def take_in(self) -> None: ...

    def force_or_take_out(self) -> None: ...


class NodesScreen(Screen):
    """List of sets; tree, form and findings of the chosen one. Who inherits says what is done to nodes and sets."""

    def __init__(
        self,
        workplace: Workplace,
        presenter: NodesPresenter,
        name: str,
        columns: tuple[Column, ...],
        split: tuple[int, int, int],
    ) -> None:
        super().__init__(workplace)
        self.nodes_presenter = presenter
        self.words = presenter.words
        self.list_model = ListModel(columns, presenter.rows, self)
        self.list = ListPanel(name, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(self.words.LIST_NAME)
        # One set is shown at a time; with Ctrl held (Ctrl+T) a second row would be marked beside it.
        self.list.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree, self.detail = NodeTree(presenter), Detail(presenter)
        self.findings = FindingsList(presenter)
        self.note, self.copy_button = QLabel(self.words.READ_ONLY), QPushButton(self.words.READ_ONLY_STEP)
        self.edit_buttons: list[QPushButton] = []
        self._name, self._split = name, split
        self._splitter = QSplitter(Qt.Orientation.Horizontal)

    def set_up(self, head: ScreenHead) -> None:
        """Lay the screen out under its head and connect its parts, once everything of it is there."""
        self._lay_out(head)
        self._connect()

    def set_steps(self) -> SetSteps:
        """Return what can be done with a whole set."""
        raise NotImplementedError

    def edits(self) -> Edits:
        """Return what can be done to nodes: words, tooltip, and what does it."""
        raise NotImplementedError

    def add(self, *, below: bool = False) -> None:
        """Add a node after the chosen one or below it, and begin to type its name."""
        raise NotImplementedError

    def remove(self) -> None:
        """Remove the chosen node."""
        raise NotImplementedError

    def move_node(self, steps: int) -> None:
        """Move the chosen node up or down."""
        raise NotImplementedError

    def can_be_moved(self, place: str) -> bool:
        """Return whether a node is one among its like."""
        return "." in place

    def begin(self) -> None:
        self.nodes_presenter.reload()
        self.filled.emit()

    def settle(self) -> None:
        self.detail.settle()

    def take_focus(self) -> None:
        self.list.take_focus()

    def show_record(self, record_id: int) -> None:
        """Show a set by its number."""
        self.list.filters.clear()
        self.nodes_presenter.choose(record_id)
        self.list.table.choose(record_id)

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def go_to(self, finding: Finding) -> None:
        """Go to the field that a finding speaks of."""
        self.settle()
        place, key = self.nodes_presenter.node_at(finding.place)
        self.nodes_presenter.go(place)
        self.detail.focus_field(key)

    def edit(self, change: Callable[[Body, str], str]) -> None:
        """Do something to the chosen node of a draft."""
        self.settle()
        if self.nodes_presenter.is_open:
            self.nodes_presenter.change(change)
        else:
            self.workplace.say(self.words.NOT_DRAFT)

    def rearrange(self, change: Callable[[Body, str], str]) -> None:
        """Do something to a node that is one among its like, and stay in the tree."""
        if self.can_be_moved(self.nodes_presenter.place):
            self.edit(change)
            self.tree.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self.keys().get((Qt.Key(event.key()), modifiers)) or self._named(event)
        if action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def keys(self) -> Keys:
        """Return the keys of the screen with what they do."""
        steps = self.set_steps()
        found: Keys = {
            (Qt.Key.Key_F8, _NONE): self.findings.next,
            (Qt.Key.Key_D, _CONTROL): steps.force_or_take_out,
            (Qt.Key.Key_T, _CONTROL): steps.copy,
            (Qt.Key.Key_I, _CONTROL): steps.take_in,
            (Qt.Key.Key_Escape, _NONE): self._back,
        }
        return found if self.list.table.hasFocus() else found | self.node_keys()

    def node_keys(self) -> Keys:
        """Return the keys that do something to the chosen node."""
        return {
            (Qt.Key.Key_F5, _SHIFT): lambda: self.add(below=True),
            (Qt.Key.Key_Up, _ALT): lambda: self.move_node(-1),
            (Qt.Key.Key_Down, _ALT): lambda: self.move_node(1),
        }

    def show_state(self, *, is_there: bool, is_open: bool) -> None:
        """Show which steps are possible."""
        for button in self.edit_buttons:
            button.setVisible(is_open)
        self.note.setVisible(is_there and not is_open)
        self.copy_button.setVisible(is_there and not is_open)

    def middle(self) -> QWidget:
        """Return the tree with what is done to its nodes above it and what is wrong below."""
        whole, note = QWidget(), QHBoxLayout()
        self.note.setWordWrap(True)
        note.addWidget(self.note, 1)
        note.addWidget(self.copy_button)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(note)
        column.addLayout(self._buttons())
        column.addWidget(self.tree, 1)
        column.addWidget(self.findings)
        whole.setMinimumWidth(_TREE_WIDTH)
        return whole

    def main_part(self) -> QWidget:
        """Return what stands right of the list: the tree and the form side by side."""
        return self._splitter

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP)
        for words, tip, do in self.edits():
            button = action_button(words, tip, "")
            button.setAccessibleName(tip)
            if len(words) == 1:
                button.setFixedWidth(_ARROW_WIDTH)
            else:
                # The style would have short words as wide as long ones, and then cut the long ones.
                button.setMinimumWidth(button.fontMetrics().horizontalAdvance(words) + theme.STEP * 3)
            button.clicked.connect(do)
            buttons.addWidget(button)
            self.edit_buttons.append(button)
        buttons.addStretch(1)
        return buttons

    def _named(self, event: QKeyEvent) -> Do | None:
        steps, in_sets = self.set_steps(), not self._is_inside()
        in_list = self.list.table.hasFocus() or self.tree.hasFocus()
        named: dict[str, Do] = {
            "new": steps.begin if in_sets else self.add,
            "remove": steps.remove if in_sets else self.remove,
            "edit": self.tree.setFocus if in_sets else self.detail.focus_field,
            "filter": self._filter,
            "export": steps.export,
        }
        return named.get(record_key(event, in_list=in_list))

    def _is_inside(self) -> bool:
        """Return whether the cursor is in the chosen set, not in the list of sets."""
        focus = self.focusWidget()
        return focus is not None and any(
            part is focus or part.isAncestorOf(focus) for part in (self.tree, self.detail, self.findings)
        )

    def _back(self) -> None:
        if self.tree.hasFocus():
            self.list.take_focus()
        else:
            self.settle()
            self.tree.setFocus()

    def _filter(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _on_listed(self) -> None:
        presenter, words = self.nodes_presenter, self.words
        self.list.show_rows(presenter.shown, {}, {}, presenter.set_id)
        self.list.filters.show_count(words.COUNTED.format(count=len(presenter.shown)))
        if presenter.text:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(words.EMPTY_TITLE, words.EMPTY, words.EMPTY_STEP)

    def _on_judged(self) -> None:
        presenter = self.nodes_presenter
        self.tree.show_set()
        self.findings.show_judgement()
        self.show_state(is_there=presenter.head is not None, is_open=presenter.is_open)

    def _on_opened(self) -> None:
        self.tree.go()
        self.detail.show_node()

    def _on_row_shown(self, set_id: object) -> None:
        self.settle()
        if isinstance(set_id, int):
            self.nodes_presenter.choose(set_id)

    def _on_place_chosen(self, place: str) -> None:
        self.settle()
        self.nodes_presenter.go(place)

    def _on_first_step(self) -> None:
        if self.nodes_presenter.text:
            self.list.filters.clear()
        else:
            self.set_steps().begin()

    def _connect(self) -> None:
        presenter = self.nodes_presenter
        presenter.listed.connect(self._on_listed)
        presenter.judged.connect(self._on_judged)
        presenter.opened.connect(self._on_opened)
        self.list.row_shown.connect(self._on_row_shown)
        self.list.table.row_opened.connect(self.tree.setFocus)
        self.list.filters.text_changed.connect(presenter.filter_text)
        self.list.empty.step_taken.connect(self._on_first_step)
        self.tree.place_chosen.connect(self._on_place_chosen)
        self.tree.node_opened.connect(self.detail.focus_field)
        self.detail.tree_requested.connect(self.tree.setFocus)
        self.findings.finding_chosen.connect(self.go_to)
        self.copy_button.clicked.connect(self.set_steps().copy)
        remember_divider(self._splitter, self.workplace.preferences, self._name, self._split)

    def _lay_out(self, head: ScreenHead) -> None:
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.middle())
        self._splitter.addWidget(self.detail)
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.detail.setMinimumWidth(_DETAIL_WIDTH)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(self.main_part(), 1)
