"""The screen on which returns of the units below are received: the matrix, the files of a cell, what is wrong."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QSplitter, QStackedWidget, QVBoxLayout

from db.services.returns.received_board import BoardCell
from ui.common import theme
from ui.common.dropped_files import dropped_files
from ui.common.lists.empty_state import EmptyState
from ui.common.lists.record_keys import record_key
from ui.common.lists.table_papers import TablePapers
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.returns.received import texts
from ui.returns.received.file_panel import FilePanel
from ui.returns.received.matrix import Matrix
from ui.returns.received.presenter import ReceivedPresenter
from ui.returns.received.words import said_words

_SPLIT = (380, 230)
_FOLDER = "returns/received_from"


class ReceivedScreen(Screen):
    """Units by sets, and how files come in."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = ReceivedPresenter(workplace, self)
        self.matrix, self.panel = Matrix(self.presenter), FilePanel(self.presenter)
        self.summary, self.empty = QLabel(), EmptyState()
        self.papers = TablePapers(self, workplace)
        self._pages, self._splitter = QStackedWidget(), QSplitter(Qt.Orientation.Vertical)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.presenter.watch(True)
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        (self.matrix if self.presenter.board.rows else self.empty).setFocus()

    def choose_files(self) -> None:
        """Ask for files and take them in."""
        folder = self.workplace.preferences.text(_FOLDER)
        chosen, _ = QFileDialog.getOpenFileNames(self, texts.FILES_TITLE, folder, texts.FILES)
        self._receive([Path(name) for name in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder and take its workbooks in."""
        folder = self.workplace.preferences.text(_FOLDER)
        chosen = QFileDialog.getExistingDirectory(self, texts.FOLDER_TITLE, folder)
        self._receive([Path(chosen)] if chosen else [])

    def export_board(self) -> None:
        self.papers.export(texts.TITLE, self.presenter.paper())

    def print_board(self) -> None:
        self.papers.show_print(texts.TITLE, self.presenter.paper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {"print": self.print_board, "export": self.export_board}
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._receive(dropped_files(event))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.watch(False)

    def _receive(self, paths: Sequence[Path]) -> None:
        if not paths:
            return
        from ui.returns.received.take_dialog import TakeDialog

        first = paths[0]
        self.workplace.preferences.set_text(_FOLDER, str(first if first.is_dir() else first.parent))
        TakeDialog.ask(self.workplace, self, paths)

    def _show(self) -> None:
        board = self.presenter.board
        self.matrix.show_board()
        self.summary.setText(f"{self.presenter.summary()}   {texts.DROP_HERE}")
        has_rows = bool(board.rows) and bool(board.sets)
        self.summary.setVisible(has_rows)
        words = texts.EMPTY_WORDS if board.sets else texts.NO_SETS
        self.empty.say(texts.EMPTY_TITLE if board.sets else texts.TITLE, words, texts.CHOOSE)
        self._pages.setCurrentWidget(self._splitter if has_rows else self.empty)

    def _show_cell(self) -> None:
        row, column = self.matrix.currentRow(), self.matrix.currentColumn()
        known = row >= 0 and column >= 1
        cell = self.presenter.cell(row, column - 1) if known else BoardCell()
        self.panel.show_files(cell.files, said_words(cell))

    def _connect(self) -> None:
        self.presenter.changed.connect(self._show)
        self.matrix.cell_shown.connect(self._show_cell)
        self.empty.step_taken.connect(self.choose_files)
        keys = (
            ("Ctrl+O", self.choose_files),
            ("Ctrl+Shift+O", self.choose_folder),
            ("Ctrl+S", self.panel.save_marked),
        )
        for key, action in keys:
            shortcut = QShortcut(QKeySequence(key), self, action)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        remember_divider(self._splitter, self.workplace.preferences, "returns_received", _SPLIT)

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.matrix)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addWidget(self.summary)
        column.addWidget(self._pages, 1)

    def _head(self) -> ScreenHead:
        head = ScreenHead(texts.TITLE)
        head.add_primary(texts.CHOOSE, texts.CHOOSE_TIP).clicked.connect(self.choose_files)
        folder = head.add_button(texts.CHOOSE_FOLDER, texts.CHOOSE_FOLDER_TIP)
        folder.clicked.connect(self.choose_folder)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(self.export_board)
        head.add_button(texts.PRINT, texts.PRINT_TIP, "print").clicked.connect(self.print_board)
        return head
