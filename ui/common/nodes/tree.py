"""The tree of a set: every node with its code and title; what is wrong is marked."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from db.rules.findings import Finding
from ui.common import icons, theme
from ui.common.finding_texts import finding_text
from ui.common.nodes.nodes import Node
from ui.common.nodes.presenter import NodesPresenter

_PLACE = int(Qt.ItemDataRole.UserRole)
_CODE_WIDTH, _POINTS_WIDTH, _INDENT, _SIGN = 92, 60, 14, 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NodeTree(QTreeWidget):
    """Shows the presenter's set. `place_chosen` when the cursor moved, `node_opened` on Enter."""

    place_chosen = Signal(str)
    node_opened = Signal()

    def __init__(self, presenter: NodesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._items: dict[str, QTreeWidgetItem] = {}
        self._folded: set[str] = set()
        self._showing = False
        self.setHeaderLabels(presenter.words.TREE_HEADS)
        self.setAccessibleName(presenter.words.TREE)
        self.setIndentation(_INDENT)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self._prepare_head()
        self.currentItemChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(lambda *_: self.node_opened.emit())
        self.itemCollapsed.connect(lambda item: self._folded.add(_place_of(item)))
        self.itemExpanded.connect(lambda item: self._folded.discard(_place_of(item)))

    def show_set(self) -> None:
        """Show the set anew, at the presenter's place."""
        presenter, offset = self._presenter, self.verticalScrollBar().value()
        self._showing = True
        self.clear()
        self._items = {}
        wrong = _first_findings(presenter)
        for node in presenter.nodes() if presenter.body else ():
            self._add(node, wrong)
        for place, item in self._items.items():
            item.setExpanded(place not in self._folded)
        self.verticalScrollBar().setValue(offset)
        self._showing = False
        self.go()

    def go(self) -> None:
        """Put the cursor where the presenter is."""
        item = self._items.get(self._presenter.place)
        if item is not None and item is not self.currentItem():
            self._showing = True
            self.setCurrentItem(item)
            self.scrollToItem(item)
            self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.node_opened.emit()
        elif _is_for_screen(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _add(self, node: Node, wrong: Mapping[str, Finding]) -> None:
        above = self._items.get(node.above)
        item = QTreeWidgetItem([node.code, node.title.replace("\n", " "), node.beside])
        item.setData(0, _PLACE, node.place)
        item.setTextAlignment(2, _RIGHT)
        item.setToolTip(1, node.title)
        item.setSizeHint(0, QSize(0, theme.ROW_HEIGHT))
        if node.is_strong:
            for column in range(3):
                item.setFont(column, theme.strong(self.font()))
        self._mark(item, node, wrong.get(node.place))
        self._items[node.place] = item
        (above.addChild if above else self.addTopLevelItem)(item)

    def _mark(self, item: QTreeWidgetItem, node: Node, finding: Finding | None) -> None:
        spoken = ". ".join(part for part in (node.code, node.title, node.beside) if part)
        if finding is not None:
            judgement = self._presenter.judgement
            is_error = judgement is not None and finding in judgement.errors
            words = finding_text(finding)
            item.setIcon(1, icons.picture("warning", _SIGN, theme.late() if is_error else theme.soon()))
            item.setToolTip(1, words)
            spoken = f"{spoken}. {words}"
        for column in range(3):
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._showing:
            self.place_chosen.emit(_place_of(item))

    def _prepare_head(self) -> None:
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, _CODE_WIDTH)
        self.setColumnWidth(2, _POINTS_WIDTH)
        self.headerItem().setTextAlignment(2, _RIGHT)


def _is_for_screen(event: QKeyEvent) -> bool:
    """Return whether a key is the screen's; Qt's own search by letters would move the cursor unasked."""
    with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(event.key() == Qt.Key.Key_F2 or with_alt or (event.text().strip() and not with_control))


def _place_of(item: QTreeWidgetItem) -> str:
    return str(item.data(0, _PLACE))


def _first_findings(presenter: NodesPresenter) -> dict[str, Finding]:
    """Return the gravest finding of each node."""
    found: dict[str, Finding] = {}
    for finding in presenter.judgement.findings if presenter.judgement else ():
        found.setdefault(presenter.node_at(finding.place)[0], finding)
    return found
