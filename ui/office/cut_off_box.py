"""The choice of the cut-off rule: decree, calendar, or the office's own closing day."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from db.rules.entries import read_day
from db.rules.formats import day_text
from db.rules.periods import CALENDAR, DECREE_09, own_cut_off
from ui.common import theme
from ui.common.forms.message import Message
from ui.common.forms.radio_tab import tab_to_chosen
from ui.common.forms.text_editors import LineEditor, NumberEditor
from ui.office import texts

_DAY_WIDTH = 48
_USUAL_DAY = "20"


class CutOffBox(QWidget):
    """Shows a rule by its name and says which one is chosen: `decree-09`, `calendar`, `own:20`."""

    rule_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            DECREE_09.name: QRadioButton(texts.DECREE),
            CALENDAR.name: QRadioButton(texts.CALENDAR),
            "own": QRadioButton(texts.OWN),
        }
        self.day = NumberEditor()
        self.day.setFixedWidth(_DAY_WIDTH)
        self.day.setAccessibleName(texts.OWN_DAY)
        self.others = LineEditor()
        self.others.setAccessibleName(texts.OWN_OTHERS)
        self.others.setPlaceholderText(texts.OWN_OTHERS_HINT)
        self.message = Message()
        self._group = QButtonGroup(self)
        self._lay_out()
        for name, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
        tab_to_chosen(self.buttons.values())
        for editor in (self.day, self.others):
            editor.installEventFilter(self)
            editor.returnPressed.connect(self._leave_day)

    def show_rule(self, rule: str) -> None:
        name, _, days = rule.partition(":")
        day, *others = days.split(",")
        self.buttons[name].setChecked(True)
        self.day.set_text(day or self.day.text() or _USUAL_DAY)
        self.others.set_text("; ".join(day_text(date.fromisoformat(other)) for other in others))
        self._enable(name)
        self.message.say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._leave_day()
        return super().eventFilter(watched, event)

    def _enable(self, name: str) -> None:
        for editor in (self.day, self.others):
            editor.setEnabled(name == "own")

    def _choose(self, name: str) -> None:
        self._enable(name)
        if name == "own":
            self._leave_day()
            self.day.setFocus()
            self.day.selectAll()
        else:
            self.message.say("")
            self.rule_chosen.emit(name)

    def _leave_day(self) -> None:
        if not self.buttons["own"].isChecked():
            return
        rule = own_rule(self.day.text(), self.others.text())
        self.message.say("" if rule else texts.OWN_WRONG)
        if rule:
            self.rule_chosen.emit(rule)

    def _lay_out(self) -> None:
        title = QLabel(texts.CUT_OFF)
        title.setFont(theme.strong(self.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 2, theme.STEP * 2, theme.STEP)
        column.setSpacing(theme.STEP)
        column.addWidget(title)
        *plain, own = self.buttons.values()
        for button in plain:
            column.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(own)
        row.addWidget(self.day)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(QLabel(texts.OWN_OTHERS))
        column.addWidget(self.others)
        column.addWidget(self.message)


def own_rule(day: str, others: str) -> str:
    """Return the rule of a closing day and of days (dd/mm/yyyy; …) on which single months close; none fits: empty."""
    try:
        closings = sorted(_closing(text) for text in others.split(";") if text.strip())
        rule = own_cut_off(int(day.strip()), {(closing.year, closing.month): closing for closing in closings})
    except ValueError:
        return ""
    return rule.name


def _closing(text: str) -> date:
    closing = read_day(text.strip(), date.min)
    if closing.year == date.min.year:
        raise ValueError(text)  # Which year was meant is not to be guessed.
    return closing
