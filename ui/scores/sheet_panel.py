"""The sheet of one commune: rule set and its source, the two days, the grid, what is wrong."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.rules.findings import Finding
from db.rules.formats import day_text, number_text
from db.rules.levels import Chain
from ui.common import theme
from ui.common.finding_texts import LEVELS, finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.field_row import Message
from ui.scores import texts
from ui.scores.mark_table import MarkTable
from ui.scores.marks import APPRAISED, COLUMNS, SELF
from ui.scores.sheet_model import HEADS, KEYS, SheetModel, class_titles
from ui.scores.sheet_presenter import DAYS, Place, SheetPresenter

_DAY_WIDTH = 140
# Room for the criteria beside the columns of points, also at 150 % on a small screen.
_LEAST_WIDTH = 520
_LOW = 440
_LABELS = {"self_on": texts.SELF_ON, "appraised_on": texts.APPRAISED_ON}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetPanel(QWidget):
    """Shows a presenter's sheet and hands over what was typed."""

    list_requested = Signal()

    def __init__(self, presenter: SheetPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.title, self.rule_set, self.results, self.blank = (
            QLabel(),
            QLabel(),
            QLabel(),
            QLabel(texts.NO_SHEET),
        )
        self.days = {key: _day_editor(key) for key in DAYS}
        self.hint = QLabel(texts.DAYS_HINT)
        self.days_note, self.message = Message(), Message()
        self.setMinimumWidth(_LEAST_WIDTH)
        self.model = SheetModel(presenter, self)
        self.table = MarkTable(self.model, presenter)
        self.pages = QStackedWidget()
        self._lay_out()
        for key, editor in self.days.items():
            editor.installEventFilter(self)
            editor.settled.connect(partial(self._leave_day, key))
        presenter.opened.connect(self._show)
        presenter.changed.connect(self._show)
        self.table.place_shown.connect(self._complain)
        self.table.list_requested.connect(self.list_requested)
        self._show()

    def settle(self) -> None:
        """Keep what is being typed in the grid or in a day."""
        self.table.settle()
        for key, editor in self.days.items():
            if editor.hasFocus():
                self._leave_day(key)

    def take_focus(self) -> None:
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = watched.objectName()
        if event.type() == QEvent.Type.FocusOut:
            self._leave_day(key)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                (self.days["appraised_on"] if key == "self_on" else self.table).setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.list_requested.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low screen the grid needs the room more; the days' own tips say the same.
        self.hint.setVisible(self.height() > _LOW)

    def _leave_day(self, key: str) -> None:
        self._presenter.leave(("", key), self.days[key].text())

    def _show(self) -> None:
        presenter, sheet = self._presenter, self._presenter.sheet
        self.pages.setCurrentIndex(1 if sheet else 0)
        self.blank.setText(presenter.trouble or texts.NO_SHEET)
        if sheet is None:
            return
        self.title.setText(texts.SHEET_TITLE.format(unit=sheet.unit.name, year=sheet.year))
        rule_set = texts.RULE_SET.format(title=sheet.title, citation=sheet.citation.rstrip("."))
        self.rule_set.setText(" ".join(filter(None, (rule_set, _chain_words(sheet.chain)))))
        self.results.setText(self._results())
        for key, editor in self.days.items():
            if not (editor.hasFocus() and editor.isModified()):
                editor.set_text(presenter.text(("", key)))
        self.days_note.say(self._day_words())
        self._complain()

    def _results(self) -> str:
        sums = [self._presenter.sums(column, self._all_codes()) for column in (SELF, APPRAISED)]
        labels, titles = (texts.SELF, texts.APPRAISED), class_titles(self._presenter)
        return texts.BETWEEN.join(map(_result_words, labels, sums, titles))

    def _all_codes(self) -> tuple[str, ...]:
        sheet = self._presenter.sheet
        return tuple(criterion.code for criterion in sheet.rule_set.criteria) if sheet else ()

    def _day_words(self) -> str:
        for key in DAYS:
            if ("", key) in self._presenter.findings:
                words = finding_text(self._presenter.findings["", key])
                return f"{_LABELS[key]}: {texts.HELD.format(words=words)}"
        return next(filter(None, map(self._day_warning, DAYS)), "")

    def _day_warning(self, key: str) -> str:
        sheet, span = self._presenter.sheet, self._presenter.workplace.span
        day = getattr(sheet, key)
        if day is None:
            return ""
        if day.year < span.year - 1:
            return texts.DAY_OTHER_YEAR.format(label=_LABELS[key], day=day_text(day), year=span.year)
        if day > span.last:
            return texts.DAY_LATER.format(label=_LABELS[key], day=day_text(day), last=day_text(span.last))
        return ""

    def _complain(self) -> None:
        findings = {place: finding for place, finding in self._presenter.findings.items() if place[0]}
        if not findings:
            self.message.say("")
            return
        here = self._of_current_row(findings)
        words = self._note(here or next(iter(findings)))
        held = sum(
            self._presenter.is_held((code, column)) for code in self._all_codes() for column in COLUMNS
        )
        self.message.say(
            texts.HELD.format(words=words) if here else texts.HELD_BACK.format(count=held, words=words)
        )

    def _of_current_row(self, findings: Mapping[Place, Finding]) -> Place | None:
        place = self.model.place(self.table.currentIndex())
        if place is None:
            return None
        return place if place in findings else next((item for item in findings if item[0] == place[0]), None)

    def _note(self, place: Place) -> str:
        words = finding_text(self._presenter.findings[place])
        return texts.CELL_NOTE.format(criterion=place[0], column=HEADS[KEYS.index(place[1])], words=words)

    def _lay_out(self) -> None:
        self.title.setFont(theme.strong(self.font()))
        self.results.setFont(theme.strong(self.font()))
        for label in (self.rule_set, self.blank):
            label.setWordWrap(True)
        self.blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(theme.STEP * 3, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addWidget(self.rule_set)
        column.addLayout(self._day_row())
        column.addWidget(self.days_note)
        column.addWidget(self.results)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        self.pages.addWidget(self.blank)
        self.pages.addWidget(sheet)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _day_row(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.STEP * 2)
        grid.setVerticalSpacing(theme.STEP)
        for at, (key, editor) in enumerate(self.days.items()):
            label = QLabel(_LABELS[key])
            label.setBuddy(editor)
            grid.addWidget(label, 0, at * 2)
            grid.addWidget(editor, 0, at * 2 + 1)
        grid.setColumnStretch(4, 1)
        self.hint.setWordWrap(True)
        grid.addWidget(self.hint, 1, 0, 1, 5)
        return grid


def _chain_words(chain: Chain) -> str:
    """Say which level scores, appraises and recognises."""
    steps = [texts.STEPS[step].format(level=LEVELS[str(int(level))]) for step, level in chain]
    return texts.CHAIN.format(steps=", ".join(steps).capitalize()) if steps else ""


def _result_words(label: str, points: Decimal | None, title: str) -> str:
    if points is None:
        return texts.NO_RESULT.format(label=label)
    words = texts.RESULT if title else texts.PART_RESULT
    return words.format(label=label, points=number_text(points), title=title)


def _day_editor(key: str) -> DayEditor:
    editor = DayEditor()
    editor.setObjectName(key)
    editor.setFixedWidth(_DAY_WIDTH)
    editor.setAccessibleName(_LABELS[key])
    editor.setAccessibleDescription(texts.DAYS_HINT)
    editor.setToolTip(texts.DAYS_HINT)
    return editor
