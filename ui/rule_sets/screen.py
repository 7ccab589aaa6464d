"""The screen of rule sets: the sets at the left, the chosen one as a tree with the form of its node, what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
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
from ui.common.nodes.nodes import HEAD, Body
from ui.common.nodes.tree import NodeTree
from ui.common.screens.divider import remember_divider
from ui.common.screens.record_screen import action_button
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.rule_sets import editing, texts
from ui.rule_sets.nodes import is_list, node_at
from ui.rule_sets.presenter import RuleSetsPresenter
from ui.rule_sets.steps import RuleSetSteps

_NAME = "rule_sets"
_SPLIT = (334, 446, 410)
_LIST_WIDTH, _TREE_WIDTH, _DETAIL_WIDTH, _ARROW_WIDTH = 180, 330, 280, 32
COLUMNS = (
    Column(texts.NAME, "title", 212, sortable=False),
    Column(texts.STATE, "state", 114, sortable=False),
    Column(texts.SHEETS, "sheets", 48, "right", sortable=False),
    Column(texts.VALIDITY, "validity", 170, sortable=False),
    Column(texts.CODE_HEAD, "code", 120, sortable=False),
)
_ALT, _CONTROL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class RuleSetsScreen(Screen):
    """List of sets; tree, form and findings of the chosen one."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = RuleSetsPresenter(workplace, self)
        self.steps = RuleSetSteps(self.presenter, self)
        self.list_model = ListModel(COLUMNS, self.presenter.rows, self)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.LIST_NAME)
        # One set is shown at a time; with Ctrl held (Ctrl+T) a second row would be marked beside it.
        self.list.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree, self.detail = NodeTree(self.presenter), Detail(self.presenter)
        self.findings = FindingsList(self.presenter)
        self.note, self.copy_button = QLabel(texts.READ_ONLY), QPushButton(texts.READ_ONLY_STEP)
        self.edit_buttons: list[QPushButton] = []
        self.other = QMenu(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def settle(self) -> None:
        self.detail.settle()

    def take_focus(self) -> None:
        self.list.take_focus()

    def show_record(self, record_id: int) -> None:
        """Show a set by its number."""
        self.list.filters.clear()
        self.presenter.choose(record_id)
        self.list.table.choose(record_id)

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def add(self, *, below: bool = False) -> None:
        """Add a node after the chosen one or below it, and begin to type its name."""
        self._edit(lambda body, place: editing.add(body, place, below=below))
        if self.presenter.is_open:
            self.detail.focus_field("title")

    def remove(self) -> None:
        """Remove the chosen node."""
        place = self.presenter.place
        if place != HEAD and not is_list(place):
            self._edit(editing.remove)
            self.tree.setFocus()

    def move_node(self, steps: int) -> None:
        """Move the chosen node up or down."""
        self._rearrange(lambda body, place: editing.move(body, place, steps))

    def put_in(self) -> None:
        """Make the chosen criterion an item."""
        self._rearrange(editing.put_in)

    def put_out(self) -> None:
        """Make the chosen item a criterion."""
        self._rearrange(editing.put_out)

    def go_to(self, finding: Finding) -> None:
        """Go to the field that a finding speaks of."""
        self.settle()
        place, key = node_at(self.presenter.body, finding.place)
        self.presenter.go(place)
        self.detail.focus_field(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._actions().get(
            (Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        )
        action = action or self._named(event)
        if action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def _actions(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]]:
        none = Qt.KeyboardModifier.NoModifier
        found: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_F8, none): self.findings.next,
            (Qt.Key.Key_F9, none): self.steps.try_out,
            (Qt.Key.Key_D, _CONTROL): self.steps.force_or_take_out,
            (Qt.Key.Key_T, _CONTROL): self.steps.copy,
            (Qt.Key.Key_I, _CONTROL): self.steps.take_in,
            (Qt.Key.Key_Escape, none): self._back,
        }
        if not self.list.table.hasFocus():
            found |= {
                (Qt.Key.Key_F5, _SHIFT): lambda: self.add(below=True),
                (Qt.Key.Key_Up, _ALT): lambda: self.move_node(-1),
                (Qt.Key.Key_Down, _ALT): lambda: self.move_node(1),
                (Qt.Key.Key_Right, _ALT): self.put_in,
                (Qt.Key.Key_Left, _ALT): self.put_out,
            }
        return found

    def _named(self, event: QKeyEvent) -> Callable[[], None] | None:
        in_sets = not self._is_inside()
        in_list = self.list.table.hasFocus() or self.tree.hasFocus()
        named: dict[str, Callable[[], None]] = {
            "new": self.steps.begin if in_sets else self.add,
            "remove": self.steps.remove if in_sets else self.remove,
            "edit": self.tree.setFocus if in_sets else self.detail.focus_field,
            "filter": self._filter,
            "export": self.steps.export,
        }
        return named.get(record_key(event, in_list=in_list))

    def _is_inside(self) -> bool:
        """Return whether the cursor is in the chosen set, not in the list of sets."""
        focus = self.focusWidget()
        return focus is not None and any(
            part is focus or part.isAncestorOf(focus) for part in (self.tree, self.detail, self.findings)
        )

    def _edit(self, edit: Callable[[Body, str], str]) -> None:
        self.settle()
        if self.presenter.is_open:
            self.presenter.change(edit)
        else:
            self.workplace.say(texts.NOT_DRAFT)

    def _rearrange(self, edit: Callable[[Body, str], str]) -> None:
        place = self.presenter.place
        if place != HEAD and not is_list(place):
            self._edit(edit)
            self.tree.setFocus()

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
        presenter = self.presenter
        self.list.show_rows(presenter.shown, {}, {}, presenter.set_id)
        self.list.filters.show_count(texts.COUNTED.format(count=len(presenter.shown)))
        if presenter.text:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.EMPTY_STEP)

    def _on_judged(self) -> None:
        self.tree.show_set()
        self.findings.show_judgement()
        is_open, is_there = self.presenter.is_open, self.presenter.info is not None
        for button in self.edit_buttons:
            button.setVisible(is_open)
        self.force_button.setEnabled(is_open)
        self.try_button.setEnabled(is_there)
        self.note.setVisible(is_there and not is_open)
        self.copy_button.setVisible(is_there and not is_open)

    def _on_opened(self) -> None:
        self.tree.go()
        self.detail.show_node()

    def _on_row_shown(self, set_id: object) -> None:
        self.settle()
        if isinstance(set_id, int):
            self.presenter.choose(set_id)

    def _on_place_chosen(self, place: str) -> None:
        self.settle()
        self.presenter.go(place)

    def _on_first_step(self) -> None:
        if self.presenter.text:
            self.list.filters.clear()
        else:
            self.steps.begin()

    def _connect(self) -> None:
        presenter = self.presenter
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
        self.copy_button.clicked.connect(self.steps.copy)
        remember_divider(self._splitter, self.workplace.preferences, _NAME, _SPLIT)

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.list)
        middle = self._middle()
        middle.setMinimumWidth(_TREE_WIDTH)
        self._splitter.addWidget(middle)
        self._splitter.addWidget(self.detail)
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.detail.setMinimumWidth(_DETAIL_WIDTH)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addWidget(self._splitter, 1)

    def _middle(self) -> QWidget:
        whole, buttons, note = QWidget(), QHBoxLayout(), QHBoxLayout()
        for words, tip, do in self._edits():
            button = action_button(words, tip, "")
            button.setAccessibleName(tip)
            if len(words) == 1:
                button.setFixedWidth(_ARROW_WIDTH)
            button.clicked.connect(do)
            buttons.addWidget(button)
            self.edit_buttons.append(button)
        buttons.addStretch(1)
        self.note.setWordWrap(True)
        note.addWidget(self.note, 1)
        note.addWidget(self.copy_button)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(note)
        column.addLayout(buttons)
        column.addWidget(self.tree, 1)
        column.addWidget(self.findings)
        return whole

    def _edits(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (texts.ADD, texts.ADD_TIP, lambda: self.add()),
            (texts.ADD_BELOW, texts.ADD_BELOW_TIP, lambda: self.add(below=True)),
            (texts.REMOVE, texts.REMOVE_TIP, self.remove),
            (texts.UP, texts.UP_TIP, lambda: self.move_node(-1)),
            (texts.DOWN, texts.DOWN_TIP, lambda: self.move_node(1)),
            (texts.IN, texts.IN_TIP, self.put_in),
            (texts.OUT, texts.OUT_TIP, self.put_out),
        )

    def _head(self) -> ScreenHead:
        head, steps = ScreenHead(texts.TITLE), self.steps
        self.force_button = head.add_primary(texts.FORCE, texts.FORCE_TIP)
        self.try_button = head.add_button(texts.TRY, texts.TRY_TIP)
        self.force_button.clicked.connect(steps.force)
        self.try_button.clicked.connect(steps.try_out)
        head.add_button(texts.IMPORT, texts.IMPORT_TIP, "import").clicked.connect(steps.take_in)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(steps.export)
        head.add_button(texts.OTHER, texts.OTHER_TIP).setMenu(self.other)
        for words, do in (
            (texts.NEW_DRAFT, steps.begin),
            (texts.COPY, steps.copy),
            (texts.TAKE_OUT, steps.take_out),
            (texts.REMOVE_DRAFT, steps.remove),
        ):
            self.other.addAction(words).triggered.connect(do)
        return head
