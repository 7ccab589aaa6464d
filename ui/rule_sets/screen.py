"""The screen of rule sets: the sets at the left, the chosen one as a tree with the form of its node, what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ui.common.lists.columns import Column
from ui.common.nodes.nodes import HEAD
from ui.common.nodes.screen import Edits, Keys, NodesScreen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.rule_sets import editing, texts
from ui.rule_sets.nodes import is_list
from ui.rule_sets.presenter import RuleSetsPresenter
from ui.rule_sets.steps import RuleSetSteps

_NAME = "rule_sets"
_SPLIT = (334, 446, 410)
COLUMNS = (
    Column(texts.NAME, "title", 212, sortable=False),
    Column(texts.STATE, "state", 114, sortable=False),
    Column(texts.SHEETS, "sheets", 48, "right", sortable=False),
    Column(texts.VALIDITY, "validity", 170, sortable=False),
    Column(texts.CODE_HEAD, "code", 120, sortable=False),
)
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class RuleSetsScreen(NodesScreen):
    """List of sets; tree, form and findings of the chosen one."""

    def __init__(self, workplace: Workplace) -> None:
        self.presenter = RuleSetsPresenter(workplace)
        super().__init__(workplace, self.presenter, _NAME, COLUMNS, _SPLIT)
        self.presenter.setParent(self)
        self.steps = RuleSetSteps(self.presenter, self)
        self.other = QMenu(self)
        self.set_up(self._head())

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def set_steps(self) -> RuleSetSteps:
        return self.steps

    def add(self, *, below: bool = False) -> None:
        """Add a node after the chosen one or below it, and begin to type its name."""
        self.edit(lambda body, place: editing.add(body, place, below=below))
        if self.presenter.is_open:
            self.detail.begin_typing("title")

    def remove(self) -> None:
        """Remove the chosen node."""
        self.rearrange(editing.remove)

    def move_node(self, steps: int) -> None:
        """Move the chosen node up or down."""
        self.rearrange(lambda body, place: editing.move(body, place, steps))

    def put_in(self) -> None:
        """Make the chosen criterion an item."""
        self.rearrange(editing.put_in)

    def put_out(self) -> None:
        """Make the chosen item a criterion."""
        self.rearrange(editing.put_out)

    def can_be_moved(self, place: str) -> bool:
        return place != HEAD and not is_list(place)

    def keys(self) -> Keys:
        return super().keys() | {(Qt.Key.Key_F9, _NONE): self.steps.try_out}

    def node_keys(self) -> Keys:
        return super().node_keys() | {
            (Qt.Key.Key_Right, _ALT): self.put_in,
            (Qt.Key.Key_Left, _ALT): self.put_out,
        }

    def show_state(self, *, is_there: bool, is_open: bool) -> None:
        super().show_state(is_there=is_there, is_open=is_open)
        self.force_button.setEnabled(is_open)
        self.try_button.setEnabled(is_there)

    def edits(self) -> Edits:
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
