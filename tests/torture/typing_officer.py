"""An officer's hands on the real window: letters typed at his pace, fields left, what the window says of them told."""

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.helpers.keyboard import press, type_text
from tests.torture.ledger import Ledger
from ui.common.screens.record_screen import RecordScreen

if TYPE_CHECKING:
    from ui.shell.window import Window

# Milliseconds from letter to letter: fast hands, slow ones, and those that stop to think.
_PACES = (15, 40, 120, 350, 1300)
_WORDS = ("phòng chống", "mại dâm", "tại khu dân cư", "theo kế hoạch", "của huyện", "đã ký", "với các cơ sở")
_LETTERED = ("topic", "note")

Rest = int


class TypingOfficer(QObject):
    """Goes on typing until the process ends. Each letter and each “Đã lưu” becomes a line of the ledger."""

    def __init__(self, window: "Window", random: Random, ledger: Ledger) -> None:
        super().__init__(window)
        self._window, self._random, self._ledger = window, random, ledger
        self._said = 0
        self._acts = self._forever()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin with the first record."""
        assert self._window.workplace is not None
        self._window.workplace.said.connect(self._on_said)
        self._ledger.note("ready")
        self._timer.start(0)

    def _go_on(self) -> None:
        self._timer.start(next(self._acts))

    def _forever(self) -> Iterator[Rest]:
        number = 0
        while True:
            yield from self._record(number)
            number += 1

    def _record(self, number: int) -> Iterator[Rest]:
        pace = self._random.choice(_PACES)
        press(self._focused(), Qt.Key.Key_F5)
        whole = self._random.random() < 0.7
        # A record without its commune is none yet: it stays a draft.
        for key, text in (("held_on", "14/9"), ("unit_id", "dat"), ("form", "noi chuyen")):
            if whole or key != "unit_id":
                yield from self._fill(key, text, 15)
        yield from self._fill("people", str(self._random.randrange(1, 400)), 15)
        for key in _LETTERED:
            words = self._random.choices(_WORDS, k=self._random.randrange(3, 30))
            yield from self._fill(key, f"{number} {key} {' '.join(words)}", pace, number)

    def _fill(self, key: str, text: str, pace: Rest, told_as: int | None = None) -> Iterator[Rest]:
        self._screen.form.focus_field(key)
        if key == "unit_id":
            editor = self._screen.form.rows[key].editor
            assert isinstance(editor, QLineEdit)
            editor.selectAll()
        for length, letter in enumerate(text, start=1):
            type_text(self._focused(), letter)
            if told_as is not None:
                self._ledger.note("typed", record=told_as, field=key, text=text[:length])
            yield pace
        said = self._said
        press(self._focused(), Qt.Key.Key_Return)
        if self._said > said:
            self._tell_kept()
        yield pace

    def _tell_kept(self) -> None:
        entry = self._screen.presenter.entry
        kept = {key: entry.stored.get(key) for key in ("people", *_LETTERED)}
        self._ledger.note("kept", id=entry.record_id, **kept)

    def _on_said(self, _: str) -> None:
        self._said += 1

    @property
    def _screen(self) -> RecordScreen:
        screen = self._window.screens["outreach"]
        assert isinstance(screen, RecordScreen)
        return screen

    def _focused(self) -> QWidget:
        return self._window.focusWidget() or self._screen
