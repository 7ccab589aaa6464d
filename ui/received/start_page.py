"""Where a received plan comes from: a file, pasted text, or a review that was begun before."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.services.planning.review_drafts import UnderWay
from ui.common import icons, theme
from ui.common.dropped_files import dropped_files
from ui.common.forms.message import Message
from ui.received import texts
from ui.received.presenter import ReviewPresenter

_MOST_UNDER_WAY = 3


class StartPage(QWidget):
    """`file_wanted` with none where it is still to be chosen; `text_wanted` with what was pasted."""

    file_wanted = Signal(object)
    text_wanted = Signal(str)

    def __init__(self, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setAcceptDrops(True)
        self.message = Message()
        self.open_button, self.read_button = QPushButton(texts.OPEN), QPushButton(texts.READ)
        self.pasted = QPlainTextEdit()
        self._under_way = QWidget()
        self._lay_out()
        self.show_under_way()

    def show_under_way(self) -> None:
        """Show the reviews that can be gone on with."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        under_way = self._presenter.under_way()
        for item in under_way[:_MOST_UNDER_WAY]:
            column.addWidget(self._line(item))
        if len(under_way) > _MOST_UNDER_WAY:
            column.addWidget(QLabel(texts.MORE_UNDER_WAY.format(count=len(under_way) - _MOST_UNDER_WAY)))
        self._column.replaceWidget(self._under_way, held)
        self._under_way.deleteLater()
        self._under_way = held
        self._order_tabs()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = dropped_files(event)
        if len(dropped) == 1:
            self.file_wanted.emit(dropped[0])
        elif dropped:
            self.message.say(texts.ONE_AT_A_TIME.format(count=len(dropped)))

    def read_pasted(self) -> None:
        if self.pasted.toPlainText().strip():
            self.text_wanted.emit(self.pasted.toPlainText())

    def _line(self, item: UnderWay) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        go_on, drop = QPushButton(texts.GO_ON), QPushButton(texts.DROP)
        go_on.setToolTip(texts.GO_ON_TIP)
        drop.setToolTip(texts.DROP_TIP)
        go_on.clicked.connect(lambda: self._presenter.go_on(item.draft_id))
        drop.clicked.connect(lambda: self._drop(item))
        for button in (go_on, drop):
            button.setAutoDefault(False)
            button.setAccessibleDescription(item.name)
        row.addWidget(QLabel(texts.UNDER_WAY.format(name=item.name, at=f"{item.kept_at:%H:%M %d/%m/%Y}")), 1)
        row.addWidget(go_on)
        row.addWidget(drop)
        return line

    def _drop(self, item: UnderWay) -> None:
        if self._may_drop(item.name):
            self._presenter.drop(item.draft_id)
            self.show_under_way()
            self.open_button.setFocus()

    def _may_drop(self, name: str) -> bool:
        words = texts.DROP_ASK.format(name=name)
        box = QMessageBox(QMessageBox.Icon.Question, texts.DROP_TITLE, words, parent=self)
        gone = box.addButton(texts.DROP, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(texts.LET_IT_BE, QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is gone

    def _order_tabs(self) -> None:
        """Go through the page as it is read; the lines of what is under way were made after the rest."""
        order = (self.open_button, *self._under_way.findChildren(QPushButton), self.pasted, self.read_button)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        words = QLabel(texts.START_WORDS)
        words.setWordWrap(True)
        self.open_button.setIcon(icons.icon("import"))
        self.open_button.setToolTip(texts.OPEN_TIP)
        self.open_button.clicked.connect(lambda: self.file_wanted.emit(None))
        self.read_button.setToolTip(texts.READ_TIP)
        self.read_button.setAutoDefault(False)
        self.read_button.setEnabled(False)
        self.read_button.clicked.connect(self.read_pasted)
        theme.make_primary(self.open_button)
        self.pasted.setPlaceholderText(texts.PASTE_HINT)
        self.pasted.setAccessibleName(texts.PASTE_NAME)
        self.pasted.setTabChangesFocus(True)
        # A dropped file is opened, not written as its name into the text.
        self.pasted.setAcceptDrops(False)
        self.pasted.textChanged.connect(
            lambda: self.read_button.setEnabled(bool(self.pasted.toPlainText().strip()))
        )
        self._column = column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.message)
        column.addWidget(self._under_way)
        column.addWidget(self.pasted, 1)
        column.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
