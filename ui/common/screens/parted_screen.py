"""A screen with records to which others belong: beside the form, in tabs, the children of the record in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabWidget

from ui.common import texts
from ui.common.lists.record_keys import record_key
from ui.common.screens.child_panel import ChildPanel
from ui.common.screens.record_screen import RecordScreen
from ui.common.screens.subject import RecordSubject, ScreenHelp
from ui.common.screens.tabs import add_turning_keys, make_taller
from ui.common.workplace import Workplace

_TURNS = {"Ctrl+Tab": 1, "Ctrl+Shift+Tab": -1}


class PartedScreen(RecordScreen):
    """List left; right the form and, each a tab with the same keys, what belongs to the record."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parts: Sequence[ChildPanel]) -> None:
        super().__init__(workplace, subject)
        self.parts = tuple(parts)
        self._shown_id: int | None = None
        self.tabs = QTabWidget()
        self._fill_tabs()
        self.add_panel(self.tabs)
        add_turning_keys(self, _TURNS, self.turn)
        self.presenter.entry_opened.connect(self._follow)
        self.presenter.entry_kept.connect(self._follow)

    def help(self) -> ScreenHelp:
        shared = super().help()
        return ScreenHelp(shared.title, shared.purpose, (*shared.keys, *texts.PARTS_KEYS))

    def settle(self) -> None:
        super().settle()
        for part in self.parts:
            part.settle()

    def new_row(self) -> None:
        self.tabs.setCurrentIndex(0)
        super().new_row()

    def edit_row(self) -> None:
        self.tabs.setCurrentIndex(0)
        super().edit_row()

    def turn(self, steps: int) -> None:
        """Go on to another part of the record, round about, and put the cursor there."""
        if self._shown_id is None:
            return
        self.settle()
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + steps) % self.tabs.count())
        part = self.tabs.currentWidget()
        if isinstance(part, ChildPanel):
            part.take_focus()
        else:
            self.form.focus_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        part = self.tabs.currentWidget()
        on_tab = self.tabs.tabBar().hasFocus() and isinstance(part, ChildPanel)
        if event.key() == Qt.Key.Key_Escape and not self.list.table.hasFocus():
            self.take_focus()
        elif on_tab and record_key(event, in_list=False) in ("new", "edit", "remove"):
            part.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fill_tabs(self) -> None:
        words = self.subject.words
        self.tabs.setAccessibleName(texts.PARTS_OF.format(one=words.one))
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.addTab(self.form, words.one_title)
        for part in self.parts:
            self.tabs.addTab(part, part.subject.words.title)
            part.presenter.list_changed.connect(lambda part=part: self._count(part))
            part.record_requested.connect(self.record_requested)
            part.found_requested.connect(self.found_requested)
        for at in range(self.tabs.count()):
            make_taller(self.tabs.tabBar(), at)
        self._open_tabs()

    def _follow(self) -> None:
        """Show what belongs to the record in the form; to one that is not kept yet nothing does."""
        record_id = self.presenter.entry.record_id
        if record_id == self._shown_id:
            return
        self._shown_id = record_id
        for part in self.parts:
            part.show_of(record_id)
        self._open_tabs()

    def _open_tabs(self) -> None:
        for at, part in enumerate(self.parts, start=1):
            self._count(part)
            self.tabs.setTabEnabled(at, self._shown_id is not None)
            self.tabs.setTabToolTip(at, texts.PART_CLOSED if self._shown_id is None else texts.PART_TIP)

    def _count(self, part: ChildPanel) -> None:
        words = part.title if self._shown_id is not None else part.subject.words.title
        self.tabs.setTabText(self.tabs.indexOf(part), words)
