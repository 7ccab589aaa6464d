"""The sheet of one commune: rule set and its source, the grid, what is wrong."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.levels import Chain
from ui.common import theme
from ui.common.finding_texts import LEVELS, finding_text
from ui.common.forms.field_row import Message
from ui.common.workplace import Workplace
from ui.scores.sheet import texts
from ui.scores.sheet.mark_table import MarkTable
from ui.scores.sheet.marks import APPRAISED, COLUMNS, SELF
from ui.scores.sheet.model import HEADS, KEYS, SheetModel, class_titles
from ui.scores.sheet.presenter import Place, SheetPresenter


class SheetPage(QWidget):
    """Shows a `SheetPresenter` and hands over what was typed. `board_requested` on Esc."""

    board_requested = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter = SheetPresenter(workplace, self)
        self.title, self.rule_set, self.results, self.blank = (
            QLabel(),
            QLabel(),
            QLabel(),
            QLabel(texts.NO_SHEET),
        )
        self.message = Message()
        self.model = SheetModel(presenter, self)
        self.table = MarkTable(self.model, presenter)
        self.pages = QStackedWidget()
        self._lay_out()
        presenter.opened.connect(self._show)
        presenter.changed.connect(self._show)
        self.table.place_shown.connect(self._complain)
        self.table.list_requested.connect(self.board_requested)
        self._show()

    def settle(self) -> None:
        """Keep what is being typed in the grid."""
        self.table.settle()

    def take_focus(self) -> None:
        self.table.setFocus()

    def _show(self) -> None:
        presenter, sheet = self.presenter, self.presenter.sheet
        self.pages.setCurrentIndex(1 if sheet else 0)
        self.blank.setText(presenter.trouble or texts.NO_SHEET)
        if sheet is None:
            return
        self.title.setText(texts.SHEET_TITLE.format(unit=sheet.unit.name, year=sheet.year))
        rule_set = texts.RULE_SET.format(title=sheet.title, citation=sheet.citation.rstrip("."))
        self.rule_set.setText(" ".join(filter(None, (rule_set, _chain_words(sheet.chain)))))
        self.results.setText(self._results())
        self._complain()

    def _results(self) -> str:
        sums = [self.presenter.sums(column, self._all_codes()) for column in (SELF, APPRAISED)]
        labels, titles = (texts.SELF, texts.APPRAISED), class_titles(self.presenter)
        return texts.BETWEEN.join(map(_result_words, labels, sums, titles))

    def _all_codes(self) -> tuple[str, ...]:
        sheet = self.presenter.sheet
        return tuple(criterion.code for criterion in sheet.rule_set.leaves) if sheet else ()

    def _complain(self) -> None:
        findings = {place: finding for place, finding in self.presenter.findings.items() if place[0]}
        if not findings:
            self.message.say("")
            return
        here = self._of_current_row(findings)
        words = self._note(here or next(iter(findings)))
        held = sum(self.presenter.is_held((code, column)) for code in self._all_codes() for column in COLUMNS)
        self.message.say(
            texts.HELD.format(words=words) if here else texts.HELD_BACK.format(count=held, words=words)
        )

    def _of_current_row(self, findings: Mapping[Place, Finding]) -> Place | None:
        place = self.model.place(self.table.currentIndex())
        if place is None:
            return None
        return place if place in findings else next((item for item in findings if item[0] == place[0]), None)

    def _note(self, place: Place) -> str:
        words = finding_text(self.presenter.findings[place])
        return texts.CELL_NOTE.format(criterion=place[0], column=HEADS[KEYS.index(place[1])], words=words)

    def _lay_out(self) -> None:
        self.title.setFont(theme.strong(self.font()))
        self.results.setFont(theme.strong(self.font()))
        for label in (self.rule_set, self.blank):
            label.setWordWrap(True)
        self.blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addWidget(self.rule_set)
        column.addWidget(self.results)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        self.pages.addWidget(self.blank)
        self.pages.addWidget(sheet)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)


def _chain_words(chain: Chain) -> str:
    """Say which level scores, appraises and recognises."""
    steps = [texts.STEPS[step].format(level=LEVELS[str(int(level))]) for step, level in chain]
    return texts.CHAIN.format(steps=", ".join(steps).capitalize()) if steps else ""


def _result_words(label: str, points: Decimal | None, title: str) -> str:
    if points is None:
        return texts.NO_RESULT.format(label=label)
    words = texts.RESULT if title else texts.PART_RESULT
    return words.format(label=label, points=number_text(points), title=title)
