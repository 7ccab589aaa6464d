"""Asks of which day a list of units speaks."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.common.forms.day_dialog import DayDialog, DayWords
from ui.units import texts

_WIDTH = 460
_UNITS = DayWords(texts.DAY_TITLE, texts.DAY_ASK, texts.DAY_LABEL, texts.READ_NOW, texts.DAY_NEEDED)


class UnitListDayDialog(DayDialog):
    """One question: the day. The words hold a place for the file's name."""

    def __init__(
        self,
        file_name: str,
        today: date,
        parent: QWidget | None = None,
        *,
        words: DayWords = _UNITS,
        usual: date | None = None,
    ) -> None:
        named = replace(words, ask=words.ask.format(name=file_name))
        super().__init__(named, today, _WIDTH, parent, usual=usual)

    @classmethod
    def ask(
        cls,
        file_name: str,
        today: date,
        parent: QWidget | None = None,
        *,
        words: DayWords = _UNITS,
        usual: date | None = None,
    ) -> date | None:
        """Return the day, none where the officer turned back."""
        return cls(file_name, today, parent, words=words, usual=usual).answer()
