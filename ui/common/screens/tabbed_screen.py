"""A subject with several screens: a tab for each, made on the first visit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from ui.common import texts, theme
from ui.common.screens.screen import Screen
from ui.common.screens.subject import ScreenHelp
from ui.common.screens.tabs import add_turning_keys, make_taller
from ui.common.workplace import Workplace

if TYPE_CHECKING:
    from db.services.searching.search import Found

_TURNS = {"Ctrl+PgDown": 1, "Ctrl+PgUp": -1}


@dataclass(frozen=True)
class PageMaker:
    """One screen of the subject: the word on its tab, and how it is made."""

    title: str
    make: Callable[[Workplace], Screen]


class TabbedScreen(Screen):
    """Screens by key, one at a time; the one that was open last is opened first."""

    def __init__(self, workplace: Workplace, name: str, title: str, makers: Mapping[str, PageMaker]) -> None:
        super().__init__(workplace)
        self._memory, self._makers = f"{name}/page", makers
        self.keys = tuple(makers)
        self.pages: dict[str, Screen] = {}
        self.bar = QTabBar()
        self.bar.setAccessibleName(title)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for at, maker in enumerate(makers.values()):
            self.bar.addTab(maker.title)
            self.bar.setTabToolTip(at, texts.PAGE_TIP)
            make_taller(self.bar, at)
        self._stack = QStackedWidget()
        self._lay_out()
        remembered = workplace.preferences.text(self._memory)
        self.bar.setCurrentIndex(self.keys.index(remembered) if remembered in self.keys else 0)
        self.bar.currentChanged.connect(self._turn_to)
        add_turning_keys(self, _TURNS, self.turn)

    @property
    def key(self) -> str:
        """Return the key of the page that is open."""
        return self.keys[self.bar.currentIndex()]

    @property
    def page(self) -> Screen:
        """Return the page that is open."""
        return self.pages[self.key]

    def begin(self) -> None:
        self._turn_to()

    def help(self) -> ScreenHelp:
        shown = self.page.help()
        return ScreenHelp(shown.title, shown.purpose, (*shown.keys, *texts.PAGE_KEYS))

    def settle(self) -> None:
        self.page.settle()

    def take_focus(self) -> None:
        self.page.take_focus()

    def show_page(self, key: str) -> None:
        """Open a page by its key."""
        self.bar.setCurrentIndex(self.keys.index(key))

    def show_record(self, record_id: int) -> None:
        self.page.show_record(record_id)

    def show_found(self, found: "Found") -> None:
        self.page.show_found(found)

    def narrow(self, text: str) -> None:
        self.page.narrow(text)

    def turn(self, steps: int) -> None:
        """Go on to another page, round about, and put the cursor there."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + steps) % self.bar.count())
        self.take_focus()

    def _turn_to(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Screen):
            shown.settle()
        self.workplace.selection_described.emit("")
        self.workplace.preferences.set_text(self._memory, self.key)
        if self.key not in self.pages:
            self._make(self.key)
        self._stack.setCurrentWidget(self.page)

    def _make(self, key: str) -> None:
        page = self._makers[key].make(self.workplace)
        page.filled.connect(self.filled)
        page.badge_changed.connect(self.badge_changed)
        page.subject_requested.connect(self.subject_requested)
        page.record_requested.connect(self.record_requested)
        page.found_requested.connect(self.found_requested)
        self.pages[key] = page
        self._stack.addWidget(page)
        page.begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEP, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.STEP * 3, 0, 0, 0)
        row.addWidget(self.bar)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
