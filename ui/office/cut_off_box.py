"""The choice of the cut-off rule: decree, calendar, or the office's own closing day."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from db.rules.periods import CALENDAR, DECREE_09
from ui.common import theme
from ui.common.field_row import Message
from ui.common.text_editors import NumberEditor
from ui.office import texts

_DAY_WIDTH = 48
_USUAL_DAY = "20"
_LAST_DAY = 31


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
        self.message = Message()
        self._group = QButtonGroup(self)
        self._lay_out()
        for name, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
        self.day.installEventFilter(self)
        self.day.returnPressed.connect(self._leave_day)

    def show_rule(self, rule: str) -> None:
        name, _, day = rule.partition(":")
        self.buttons[name].setChecked(True)
        self.day.set_text(day or self.day.text() or _USUAL_DAY)
        self.day.setEnabled(name == "own")
        self.message.say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._leave_day()
        return super().eventFilter(watched, event)

    def _choose(self, name: str) -> None:
        self.day.setEnabled(name == "own")
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
        text = self.day.text().strip()
        fits = text.isascii() and text.isdecimal() and 1 <= int(text) <= _LAST_DAY
        self.message.say("" if fits else texts.OWN_WRONG)
        if fits:
            self.rule_chosen.emit(f"own:{int(text)}")

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
        column.addWidget(self.message)
