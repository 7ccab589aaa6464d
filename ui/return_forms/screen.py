"""The screen of return forms: sets at the left, the chosen one as a tree with the form of its node, a preview below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from ui.common.lists.columns import Column
from ui.common.nodes.nodes import kind_of
from ui.common.nodes.screen import Edits, Keys, NodesScreen
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.return_forms import editing, texts
from ui.return_forms.presenter import ReturnFormsPresenter
from ui.return_forms.preview import PreviewPane
from ui.return_forms.steps import ReturnFormSteps

_NAME = "return_forms"
_SPLIT, _BELOW = (300, 500, 390), (360, 210)
# Below this height tree and form have the screen for themselves.
_ROOMY = 480
COLUMNS = (
    Column(texts.NAME, "title", 180, sortable=False),
    Column(texts.STATE, "state", 114, sortable=False),
    Column(texts.RETURNS, "returns", 62, "right", sortable=False),
    Column(texts.VALIDITY, "validity", 170, sortable=False),
    Column(texts.CODE_HEAD, "code", 120, sortable=False),
)


class ReturnFormsScreen(NodesScreen):
    """List of sets; tree, form, findings and preview of the chosen one."""

    def __init__(self, workplace: Workplace) -> None:
        self.presenter = ReturnFormsPresenter(workplace)
        super().__init__(workplace, self.presenter, _NAME, COLUMNS, _SPLIT)
        self.presenter.setParent(self)
        self.steps = ReturnFormSteps(self.presenter, self)
        self.other = QMenu(self)
        self.preview = PreviewPane(self.presenter)
        self._below = QSplitter(Qt.Orientation.Vertical)
        self.set_up(self._head())

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def set_steps(self) -> ReturnFormSteps:
        return self.steps

    def begin(self) -> None:
        super().begin()
        self.preview.refresh()

    def add(self, *, below: bool = False) -> None:
        """Add a node after the chosen one, or a column to its form, and begin to type its name."""
        self.edit(editing.add_column if below else editing.add)
        self._type()

    def add_rule(self) -> None:
        """Add a rule to the form of the chosen node."""
        self.edit(editing.add_rule)
        self._type()

    def remove(self) -> None:
        """Remove the chosen node."""
        self.rearrange(editing.remove)

    def move_node(self, steps: int) -> None:
        """Move the chosen node up or down."""
        self.rearrange(lambda body, place: editing.move(body, place, steps))

    def look(self) -> None:
        """Give the preview the whole screen, or give it back."""
        self.settle()
        is_alone = self._splitter.isVisible()
        self._splitter.setVisible(not is_alone)
        self._fit_preview()
        (self.preview.view if is_alone else self.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_preview()

    def _fit_preview(self) -> None:
        """Leave the preview out where the tree needs the room; F9 shows it all the same."""
        self.preview.setVisible(self.height() >= _ROOMY or self._splitter.isHidden())

    def keys(self) -> Keys:
        none = Qt.KeyboardModifier.NoModifier
        alone: Keys = {} if self._splitter.isVisible() else {(Qt.Key.Key_Escape, none): self.look}
        return super().keys() | {(Qt.Key.Key_F9, none): self.look} | alone

    def node_keys(self) -> Keys:
        return super().node_keys() | {
            (Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier): self.add_rule,
        }

    def show_state(self, *, is_there: bool, is_open: bool) -> None:
        super().show_state(is_there=is_there, is_open=is_open)
        info = self.presenter.info
        self.force_button.setEnabled(is_open)
        self.take_out_action.setEnabled(is_there and not is_open)
        self.give_up_action.setEnabled(is_there and not is_open and not (info and info.is_shipped))
        self.go_back_action.setEnabled(info is not None and info.has_shipped)
        self.remove_action.setEnabled(is_open)

    def edits(self) -> Edits:
        return (
            (texts.ADD, texts.ADD_TIP, lambda: self.add()),
            (texts.ADD_COLUMN, texts.ADD_COLUMN_TIP, lambda: self.add(below=True)),
            (texts.ADD_RULE, texts.ADD_RULE_TIP, self.add_rule),
            (texts.REMOVE, texts.REMOVE_TIP, self.remove),
            (texts.UP, texts.UP_TIP, lambda: self.move_node(-1)),
            (texts.DOWN, texts.DOWN_TIP, lambda: self.move_node(1)),
        )

    def main_part(self) -> QWidget:
        self._below.addWidget(super().main_part())
        self._below.addWidget(self.preview)
        self._below.setStretchFactor(0, 1)
        self._below.setChildrenCollapsible(False)
        remember_divider(self._below, self.workplace.preferences, f"{_NAME}/preview", _BELOW)
        return self._below

    def _type(self) -> None:
        fields = {"sheet": "title", "column": "head", "rule": "kind"}
        if self.presenter.is_open:
            self.detail.begin_typing(fields.get(kind_of(self.presenter.place), ""))

    def _head(self) -> ScreenHead:
        head, steps, other = ScreenHead(texts.TITLE), self.steps, self.other
        self.force_button = head.add_primary(texts.FORCE, texts.FORCE_TIP)
        self.force_button.clicked.connect(steps.force)
        head.add_button(texts.PREVIEW_STEP, texts.PREVIEW_TIP).clicked.connect(self.look)
        head.add_button(texts.IMPORT, texts.IMPORT_TIP, "import").clicked.connect(steps.take_in)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(steps.export)
        head.add_button(texts.OTHER, texts.OTHER_TIP).setMenu(other)
        other.addAction(texts.NEW_DRAFT).triggered.connect(steps.begin)
        other.addAction(texts.COPY).triggered.connect(steps.copy)
        self.take_out_action, self.give_up_action, self.go_back_action, self.remove_action = (
            other.addAction(words)
            for words in (texts.TAKE_OUT, texts.GIVE_UP, texts.GO_BACK, texts.REMOVE_DRAFT)
        )
        self.take_out_action.triggered.connect(steps.take_out)
        self.give_up_action.triggered.connect(steps.give_up)
        self.go_back_action.triggered.connect(steps.go_back)
        self.remove_action.triggered.connect(steps.remove)
        return head
