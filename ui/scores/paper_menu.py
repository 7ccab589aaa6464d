"""The menu of what scoring prints and writes, of the commune that is shown and of all communes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from db.services import units
from ui.common.workplace import Workplace
from ui.scores import paper_kinds
from ui.scores import paper_texts as texts
from ui.scores.papers import Paper, ScorePapers


class PaperMenu(QMenu):
    """Offers the papers of a year; `shown` tells which commune is meant, none for none."""

    def __init__(self, owner: QWidget, workplace: Workplace, shown: Callable[[], int | None]) -> None:
        super().__init__(owner)
        self._owner, self._workplace, self._shown = owner, workplace, shown
        self.papers = ScorePapers(owner, workplace)
        self.sheet = self._add("", self.show_sheet)
        self.minutes = self._add("", self.show_minutes)
        self.addSeparator()
        self.all_sheets = self._add_of_all(texts.ALL_SHEETS, paper_kinds.all_sheets_paper)
        self.all_minutes = self._add_of_all(texts.ALL_MINUTES, paper_kinds.all_minutes_paper)
        self.list = self._add_of_all(texts.LIST, paper_kinds.list_paper)
        self.summary = self._add(texts.SUMMARY, self.save_summary)
        self.aboutToShow.connect(self._name_commune)

    def put_first(self, do_print: Callable[[], None], export: Callable[[], None]) -> tuple[QAction, ...]:
        """Put printing and exporting of the board above the papers, and return what stands for both."""
        first, second = self._add(texts.BOARD_PRINT, do_print), self._add(texts.BOARD_EXPORT, export)
        line = self.addSeparator()
        for action in (first, second, line):
            self.insertAction(self.sheet, action)
        return first, second, line

    def show_sheet(self) -> None:
        self._show_of_commune(paper_kinds.sheet_paper)

    def show_minutes(self) -> None:
        self._show_of_commune(paper_kinds.minutes_paper)

    def save_summary(self) -> None:
        year = self._workplace.year
        name = texts.NAMES["summary"].format(unit=self._office, year=year)
        write = partial(paper_kinds.write_summary_book, year=year)
        self.papers.save_workbook(self._owner, texts.SAVE_SUMMARY, name, write)

    @property
    def _office(self) -> str:
        return self._workplace.office.unit.name

    def _show_of_commune(self, make: Callable[[int, str, int], Paper]) -> None:
        unit_id = self._shown()
        if unit_id is not None:
            self.papers.show(make(unit_id, self._name(unit_id), self._workplace.year))

    def _add(self, words: str, do: Callable[[], None]) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(lambda: do())
        return action

    def _add_of_all(self, words: str, make: Callable[[str, int], Paper]) -> QAction:
        return self._add(words, lambda: self.papers.show(make(self._office, self._workplace.year)))

    def _name(self, unit_id: int) -> str:
        return self._workplace.read(lambda session: units.by_id(session, unit_id)).name

    def _name_commune(self) -> None:
        unit_id = self._shown()
        name = texts.NO_COMMUNE if unit_id is None else self._name(unit_id)
        self.sheet.setText(texts.SHEET.format(unit=name))
        self.minutes.setText(texts.MINUTES.format(unit=name))
        for action in (self.sheet, self.minutes):
            action.setEnabled(unit_id is not None)
