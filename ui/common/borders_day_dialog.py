"""Asks for another day in whose borders numbers shall be looked at."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ui.common import borders_texts as texts
from ui.common.forms.day_dialog import DayDialog, DayWords

_WIDTH = 420
_WORDS = DayWords(texts.DAY_TITLE, texts.DAY_ASK, texts.DAY_LABEL, texts.LOOK, texts.DAY_NEEDED)


class BordersDayDialog(DayDialog):
    """One question: the day."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_WORDS, today, _WIDTH, parent)

    @classmethod
    def ask(cls, today: date, parent: QWidget | None = None) -> date | None:
        """Return the day, none where the officer turned back."""
        return cls(today, parent).answer()
