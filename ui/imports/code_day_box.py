"""On which day's list of units the codes of a file stand: a label and a box, wherever it matters."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from db.rules.formats import day_text
from db.rules.imports.codes import OWN_DAYS, UNDECIDED, CodeDay
from ui.imports import texts


class CodeDayBox(QWidget):
    """Offers the lists that the book has read; `chosen` when the officer chose one."""

    chosen = Signal(object)

    def __init__(self, days: Sequence[date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = (UNDECIDED, OWN_DAYS, *(CodeDay(day, is_decided=True) for day in days))
        self.box = QComboBox()
        self.box.setAccessibleName(texts.CODES)
        self.box.setToolTip(texts.CODES_TIP)
        self.box.addItems([texts.CODES_UNDECIDED, texts.CODES_ROWS])
        self.box.addItems([texts.CODES_DAY.format(day=day_text(day)) for day in days])
        self.box.activated.connect(lambda _: self.chosen.emit(self.codes()))
        label = QLabel(texts.CODES)
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.box)
        row.addStretch(1)

    def codes(self) -> CodeDay:
        """Return what is chosen."""
        return self._choices[max(self.box.currentIndex(), 0)]

    def show_codes(self, codes: CodeDay) -> None:
        """Show what is chosen; a day of a list that was not read shows as not chosen."""
        self.box.setCurrentIndex(self._choices.index(codes) if codes in self._choices else 0)
