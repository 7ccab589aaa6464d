"""Opens what was found where it belongs: its screen, and a period in which it is listed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.rules.periods import Period, parse_period
from db.services.searching.search import Found
from ui.common.period_texts import period_title
from ui.common.workplace import Workplace
from ui.search import texts
from ui.search.palette import SearchPalette
from ui.search.presenter import SCREENS, SearchPresenter, subject_key
from ui.shell.subjects import screen_titles

if TYPE_CHECKING:
    from ui.shell.window import Window

_UNITS = "units"


class Finding(QObject):
    """Joins the box of search with the window."""

    def __init__(self, window: "Window", workplace: Workplace) -> None:
        super().__init__(window)
        self._window, self._workplace = window, workplace
        self.palette = SearchPalette(SearchPresenter(workplace, screen_titles()), window)
        self.palette.found_chosen.connect(self.open)
        self.palette.more_chosen.connect(self.open_list)

    def ask(self) -> None:
        self.palette.open()

    def open(self, found: Found) -> None:
        """Open what was found; where it is not listed in the chosen period, choose its own and say so."""
        key = found.code if found.kind == SCREENS else subject_key(found.kind)
        self._window.open_subject(key)
        if found.kind == SCREENS or self._window.page_key != key:
            return
        period = self._other_period(found)
        if period is not None:
            self._workplace.choose_period(period)
        self._window.page.show_found(found)
        if period is not None:
            title = period_title(period)
            self._workplace.say(texts.TURNED.format(period=title[:1].lower() + title[1:]))

    def open_list(self, kind: str, text: str) -> None:
        """Open the list of a kind, narrowed by the text."""
        key = subject_key(kind)
        self._window.open_subject(key)
        if self._window.page_key == key:
            self._window.page.narrow(text)

    def _other_period(self, found: Found) -> Period | None:
        """Return the period to turn to: what was entered for a period has that one, anything else its year."""
        if found.period:
            own = parse_period(found.period)
            return own if own != self._workplace.period else None
        year = self._other_year(found)
        return parse_period(str(year)) if year is not None else None

    def _other_year(self, found: Found) -> int | None:
        if found.years is not None:
            first, last = found.years
            return None if first <= self._workplace.year <= last else first
        if found.day is None or found.kind == _UNITS or found.day in self._workplace.span:
            return None
        return self._workplace.cut_off.year_of(found.day)
