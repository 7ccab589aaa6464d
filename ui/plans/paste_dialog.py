"""Numbered text before it becomes sections: what was recognised as a tree, with what to look at. Nothing is stored."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.outline_text import PastedPart, read_outline
from db.rules.section_order import level_of
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.plans import texts

_SIZE = (1180, 620)
_SPLIT = (380, 780)
_WIDTHS = (430, 150)
_PAUSE_MS = 250
_SHOWN_LETTERS = 160

Number = Callable[[Sequence[PastedPart]], Sequence[str]]


class PasteDialog(QDialog):
    """The pasted text left, to be mended, and the sections that it gives right."""

    def __init__(self, text: str, number: Number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.parts: tuple[PastedPart, ...] = ()
        self.setWindowTitle(texts.PASTE_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.source, self.tree = QPlainTextEdit(text), QTreeWidget()
        self.count = QLabel()
        self.accept_button, self.cancel_button = QPushButton(), QPushButton(TURN_BACK)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self._prepare()
        self._lay_out()
        self._read()

    @classmethod
    def ask(
        cls, parent: QWidget, text: str, number: Number, aside: TypedAside, place: str
    ) -> tuple[PastedPart, ...]:
        """Show a text as sections; return those that were accepted, none where the officer turned back."""
        dialog = cls(text, number, parent)
        aside.hold(dialog, place, {"text": dialog.source})
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.parts if accepted else ()

    def accept(self) -> None:
        # What was typed within the pause is read too.
        self._read()
        if self.parts:
            super().accept()

    def _read(self) -> None:
        self._pause.stop()
        self.parts = read_outline(self.source.toPlainText())
        self._show_tree()
        doubts = sum(bool(part.findings) or part.joined for part in self.parts)
        headings = sum(bool(level_of(part.shape)) for part in self.parts)
        paragraphs = len(self.parts) - headings
        words = texts.PASTE_COUNT.format(headings=headings, paragraphs=paragraphs, doubts=doubts)
        self.count.setText(words if self.parts else texts.PASTE_NOTHING)
        self.accept_button.setText(texts.PASTE_ACCEPT.format(count=len(self.parts)))
        self.accept_button.setEnabled(bool(self.parts))

    def _show_tree(self) -> None:
        self.tree.clear()
        roots: list[QTreeWidgetItem] = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        for part, label in zip(self.parts, self._number(self.parts), strict=True):
            item, level = _item(part, label), level_of(part.shape)
            while level and above and above[-1][0] >= level:
                above.pop()
            if above:
                above[-1][1].addChild(item)
            else:
                roots.append(item)
            if level:
                above.append((level, item))
        self.tree.addTopLevelItems(roots)
        self.tree.expandAll()

    def _prepare(self) -> None:
        self.source.setAccessibleName(texts.PASTE_SOURCE)
        self.source.setPlaceholderText(texts.PASTE_HINT)
        self.source.setTabChangesFocus(True)
        self.source.textChanged.connect(self._pause.start)
        self.tree.setAccessibleName(texts.PASTE_TREE)
        self.tree.setHeaderLabels(list(texts.PASTE_COLUMNS))
        self.tree.setUniformRowHeights(True)
        for at, width in enumerate(_WIDTHS):
            self.tree.setColumnWidth(at, width)
        theme.make_primary(self.accept_button)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        words = QLabel(texts.PASTE_WORDS)
        words.setWordWrap(True)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.source)
        halves.addWidget(self.tree)
        halves.setSizes(list(_SPLIT))
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(halves, 1)
        column.addLayout(buttons)


def _item(part: PastedPart, label: str) -> QTreeWidgetItem:
    text = f"{label} {part.text}".strip()
    shown = text if len(text) <= _SHOWN_LETTERS else f"{text[:_SHOWN_LETTERS]}…"
    lines = texts.PASTE_LINES if part.joined else texts.PASTE_LINE
    where = lines.format(first=part.first, last=part.last)
    found = texts.PASTE_LABELLED.format(label=part.label, lines=where) if part.label else where
    doubts = " ".join(finding_text(finding) for finding in part.findings)
    item = QTreeWidgetItem([shown, found, doubts])
    item.setToolTip(0, text)
    item.setToolTip(2, doubts)
    if part.findings:
        item.setForeground(2, theme.soon())
    return item
