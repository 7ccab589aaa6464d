"""A commune's year on the sheet, by keyboard: registered, scored, handed in, appraised, returned, recognised."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.rules.scoring.chain import State, Step
from db.services.scoring import sheets
from db.services.scoring.sheets import Sheet
from db.sessions import Book
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import Modals
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.marks import APPRAISED, REASON, SELF
from ui.scores.sheet.step_dialog import StepDialog

ENTER, ESC, F8 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F8
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
# All 94 points that apply, scaled to 100; two of them less, rounded: 92 × 100 ÷ 94.
OWN, FOUND = Decimal(100), Decimal("97.87")
# What the commune types from the top; what was proposed for 10 stays, for 12 it does not.
TYPED = {
    "1": "8",
    "2": "6",
    "3": "0",
    "4": "1",
    "5": "c",
    "6": "4",
    "7": "5",
    "8": "3/3",
    "9": "c",
    "10": "",
    "11": "kad",
    "12": "0",
    "13": "2",
}


@pytest.fixture
def screen(book: Book, workplace: Workplace, qtbot: QtBot) -> Iterator[ScoresScreen]:
    """The board, with the cursor on xã Quế Lâm, whose two establishments signed and where a hotspot was found."""
    for name in ("Nhà nghỉ Ánh Sao", "Quán Gió"):
        added(book, "commitments", establishment_id=added(book, "establishments", name=name))
    added(book, "hotspots")
    shown = ScoresScreen(workplace)
    qtbot.addWidget(shown)
    shown.resize(1190, 640)
    shown.show()
    shown.begin()
    shown.take_focus()
    press(shown, Qt.Key.Key_Down)
    yield shown


class Year:
    """What an officer does on the screen in a year, and what is stored of it."""

    def __init__(self, screen: ScoresScreen, dialogs: Modals) -> None:
        self._screen, self._dialogs = screen, dialogs

    def state(self) -> State:
        """Where the sheet stands."""
        return self.sheet.state

    @property
    def sheet(self) -> Sheet:
        """The sheet as it is stored."""
        return self._screen.workplace.read(
            lambda session: sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2025)
        )

    def next_step(self, **texts: str) -> None:
        """Take the next step by Ctrl+Enter, with what is typed into its dialog."""
        self._dialogs.expect(StepDialog, self._answer(texts))
        press(self._screen, ENTER, CONTROL)

    def other_step(self, step: Step, **texts: str) -> None:
        """Take another step from the menu."""
        assert self._screen.steps[step].isVisible()
        self._dialogs.expect(StepDialog, self._answer(texts))
        self._screen.steps[step].trigger()

    @property
    def at(self) -> tuple[str, str] | None:
        """Where the cursor stands."""
        return self._screen.sheet.model.place(self._screen.sheet.table.currentIndex())

    @staticmethod
    def _answer(texts: dict[str, str]) -> Callable[[StepDialog], None]:
        def fill(dialog: StepDialog) -> None:
            for key, text in texts.items():
                dialog.editors[key].setFocus()
                dialog.editors[key].selectAll()
                type_text(dialog.editors[key], text)
            dialog.accept_button.click()

        return fill


@pytest.fixture
def year(screen: ScoresScreen, dialogs: Modals) -> Year:
    """The year of xã Quế Lâm."""
    return Year(screen, dialogs)


def test_a_communes_year(screen: ScoresScreen, year: Year, workplace: Workplace) -> None:
    press(screen, ENTER)
    year.other_step(Step.REGISTER, class_code="tot")
    assert year.sheet.registered_class == "good"

    _score(screen, year)
    assert year.sheet.result("self").complete
    press(screen, ENTER, CONTROL)
    assert screen.focusWidget() is screen.sheet.criterion.note
    type_text(screen, "Tụ điểm ở xã bên")
    press(screen, ENTER)
    year.next_step()
    assert year.state() is State.SUBMITTED

    _appraise(screen, year, "4")
    assert year.at == ("3", APPRAISED)
    year.other_step(Step.RETURN, reason="Thiếu biên bản quý III")
    assert year.state() is State.RETURNED
    year.next_step()

    for _ in range(11):
        press(screen, ENTER)
    assert not screen.sheet.presenter.held_places
    year.next_step()
    assert year.state() is State.APPRAISED

    year.next_step(number="07/QĐ-UBND")
    stored = year.sheet
    assert (stored.state, stored.recognised_class) == (State.RECOGNISED, "good")
    assert stored.decision_number == "07/QĐ-UBND"
    assert [stored.result(column).points for column in ("self", "appraised")] == [OWN, FOUND]
    assert [info.step for info in stored.steps] == [
        "register",
        "submit",
        "return",
        "submit",
        "appraise",
        "recognise",
    ]

    workplace.undo()
    assert year.state() is State.APPRAISED
    press(screen, ESC)
    assert screen.board.unit_id == stored.unit.id


def _score(screen: ScoresScreen, year: Year) -> None:
    """Take what the records propose, type the rest, and differ once."""
    press(screen, F8, SHIFT)
    assert {code for code, mark in year.sheet.marks.items() if mark.self_answer} == {"10", "12"}
    screen.sheet.table.choose_first()
    for code, typed in TYPED.items():
        assert year.at == (code, SELF)
        type_text(screen, typed)
        press(screen, ENTER)


def _appraise(screen: ScoresScreen, year: Year, points: str) -> None:
    """Take the first answer over, find otherwise for the second and say why."""
    press(screen, ENTER)
    assert year.at == ("2", APPRAISED)
    type_text(screen, points)
    press(screen, ENTER)
    assert year.at == ("2", REASON)
    type_text(screen, "Thiếu biên bản quý III")
    press(screen, ENTER)
