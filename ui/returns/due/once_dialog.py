"""Asks for a thematic or ad hoc return: what it is called, which forms and days it takes, when it is due, from whom."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.entries import read_day
from db.rules.findings import Finding, Refused
from db.rules.returns.schedules import OnceDue, ReportKind
from db.rules.text import cleaned
from db.rules.typed_periods import read_period
from db.rules.units import Level
from ui.common import theme
from ui.common.finding_texts import LEVELS, finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.held_fields import Editor
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.returns.due import texts
from ui.returns.due.presenter import DuePresenter

_ASIDE = "due_once_typed"
_WIDTH = 560


class OnceDialog(QDialog):
    """Adds the return through the presenter; closes only where nothing stands against it."""

    def __init__(self, presenter: DuePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setWindowTitle(texts.ONCE_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.name, self.period, self.due = LineEditor(), LineEditor(), DayEditor()
        self.kind, self.set, self.levels = QComboBox(), QComboBox(), QComboBox()
        self.message = Message()
        self._fill()
        self.accept_button, self.back_button = QPushButton(texts.ONCE_ACCEPT), QPushButton(TURN_BACK)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)
        self._lay_out()
        self.name.setFocus()
        typed: dict[str, Editor] = {"name": self.name, "kind": self.kind, "set": self.set}
        typed |= {"period": self.period, "due": self.due, "levels": self.levels}
        TypedAside(presenter.workplace, _ASIDE).hold(self, "", typed)

    @classmethod
    def ask(cls, presenter: DuePresenter, parent: QWidget) -> None:
        """Ask until the return is added or the officer turns back."""
        dialog = cls(presenter, parent)
        dialog.exec()
        dialog.deleteLater()

    def _fill(self) -> None:
        for kind, words in texts.REPORT_KINDS.items():
            self.kind.addItem(words, kind)
        self.set.addItem(texts.NO_SET, "")
        for item in self._presenter.set_options():
            self.set.addItem(item.title, item.code)
        self.levels.addItem(texts.EVERY_LEVEL, ())
        for level in Level:
            self.levels.addItem(_capital(LEVELS[str(int(level))]), (level,))
        self.period.setPlaceholderText(texts.ONCE_PERIOD_HINT)

    def _try(self) -> None:
        missing = self._missing()
        if missing:
            self._complain(texts.ONCE_MISSING.format(fields=", ".join(missing)))
            return
        findings: list[Finding] = []
        period, due = self._period(findings), self._day(findings)
        if due is not None and period and not findings:
            findings += self._add(due, period)
        if not findings:
            self.accept()
            return
        self._complain(" ".join(dict.fromkeys(map(finding_text, findings))))

    def _missing(self) -> list[str]:
        """Return the fields that wait to be filled; the cursor goes to the first of them."""
        fields = ((self.name, texts.ONCE_NAME), (self.period, texts.ONCE_PERIOD), (self.due, texts.ONCE_DUE))
        empty = [(editor, words) for editor, words in fields if not cleaned(editor.text())]
        if empty:
            empty[0][0].setFocus()
        return [words for _, words in empty]

    def _complain(self, words: str) -> None:
        self.message.say(words)
        self.adjustSize()

    def _add(self, due: date, period: str) -> Sequence[Finding]:
        kind, set_code = ReportKind(self.kind.currentData()), str(self.set.currentData())
        levels = tuple(self.levels.currentData())
        once = OnceDue("", cleaned(self.name.text()), kind, period, due, set_code, levels)
        try:
            self._presenter.add_once(once)
        except Refused as refused:
            return refused.findings
        return ()

    def _day(self, findings: list[Finding]) -> date | None:
        try:
            return read_day(cleaned(self.due.text()), self._presenter.workplace.typing_day)
        except ValueError as error:
            findings.append(Finding(str(error), "due", self.due.text()))
            return None

    def _period(self, findings: list[Finding]) -> str:
        typed = cleaned(self.period.text())
        try:
            return _free_days(typed, self._presenter.workplace.typing_day) or read_period(typed)
        except ValueError as error:
            findings.append(Finding(str(error), "period", typed))
            return ""

    def _lay_out(self) -> None:
        question = QLabel(texts.ONCE_ASK)
        grid, buttons = QGridLayout(), QHBoxLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            (texts.ONCE_NAME, self.name),
            (texts.ONCE_KIND, self.kind),
            (texts.ONCE_SET, self.set),
            (texts.ONCE_PERIOD, self.period),
            (texts.ONCE_DUE, self.due),
            (texts.ONCE_LEVELS, self.levels),
        )
        for at, (words, editor) in enumerate(rows):
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            grid.addWidget(label, at, 0)
            grid.addWidget(editor, at, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(question)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.addLayout(buttons)


def _free_days(typed: str, usual: date) -> str:
    """Return the label of two days with a dash between them, nothing where it is something else."""
    first, dash, last = typed.replace("–", "-").partition("-")
    if not (dash and "/" in first and "/" in last):
        return ""
    days = (read_day(text.strip(), usual).isoformat() for text in (first, last))
    return "..".join(days)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
